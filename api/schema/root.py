"""The schema: every query under its limits, and errors masked unless a person can act on them."""

import logging
import secrets
import sys
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.extensions import (
    AddValidationRules,
    MaskErrors,
    MaxAliasesLimiter,
    MaxTokensLimiter,
    QueryDepthLimiter,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from api.operation.extension import Told
from api.operation.seen import note_masked
from api.schema.documents import KnownDocuments
from api.schema.executor import DirectExecutor
from api.schema.mutations import Mutation
from api.schema.places import PostalAreaNode
from api.schema.query import Query
from api.schema.subscriptions import Subscription
from ontology.errors import ServiceError

DEPTH, TOKENS, ALIASES = 12, 2000, 30
_RULES = [
    *QueryDepthLimiter(max_depth=DEPTH).validation_rules,
    *MaxAliasesLimiter(max_alias_count=ALIASES).validation_rules,
]
"""Made once: a document that was found valid under the same rules is not validated again."""

_LOG = logging.getLogger("kompetencebro.graphql")


class _Masked(MaskErrors):
    """Hides what went wrong unless it is ours to tell; the log has the kind of error under the id that is shown."""

    def __init__(self) -> None:
        super().__init__(_is_masked)

    def anonymise_error(self, error: GraphQLError) -> GraphQLError:
        """The error without what it says."""
        id = secrets.token_hex(4)
        note_masked(id)
        _LOG.error("masked %s: %s at %s", id, type(error.original_error).__name__, _where(error))
        return GraphQLError(
            f"Der skete en fejl ({id}). Prøv igen; sig nummeret til driften, hvis den bliver ved.", path=error.path
        )


def _where(error: GraphQLError) -> str:
    """The place in our code that raised, never its values."""
    trace = error.original_error.__traceback__ if error.original_error else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else "?"


def _is_masked(error: GraphQLError) -> bool:
    return not isinstance(error.original_error, ServiceError | None)


class _Schema(strawberry.Schema):
    """Our schema; what goes wrong is logged once, masked, never with its values. A websocket takes subscriptions."""

    async def stream(self, *args: Any, **kwargs: Any) -> Any:
        """The results of a subscription; queries and changes go over HTTP, where the desk and its limits are."""
        return await super().stream(*args, **{**kwargs, "allowed_operation_types": (OperationType.SUBSCRIPTION,)})

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Leave the log to `_Masked`."""


SCHEMA = _Schema(
    Query,
    Mutation,
    Subscription,
    types=[PostalAreaNode],
    execution_context_class=DirectExecutor,
    extensions=[
        Told,
        _Masked,
        lambda: AddValidationRules(_RULES),
        lambda: MaxTokensLimiter(max_token_count=TOKENS),
        KnownDocuments,
    ],
    config=StrawberryConfig(disable_field_suggestions=True),
)

if __name__ == "__main__":
    sys.stdout.write(SCHEMA.as_str() + "\n")
