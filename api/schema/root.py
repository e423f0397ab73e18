"""The schema: every query under its limits, and errors masked unless a person can act on them."""

import logging
import secrets
import sys
from functools import lru_cache
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import AddValidationRules, MaskErrors
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from api.limits.extension import Costed, Plans, without_suggestion
from api.limits.introspection import NoIntrospection
from api.limits.settings import Limits
from api.limits.shape import shape_rule
from api.limits.timed import Timed
from api.limits.tokens import BoundedTokens
from api.operation.extension import Told
from api.operation.seen import note_masked
from api.schema.asked import OneLook
from api.schema.decisions import CorrectedEntry, HandlingEntry, ShownEntry
from api.schema.documents import KnownDocuments
from api.schema.mutations import Mutation
from api.schema.places import PostalAreaNode
from api.schema.query import Query
from api.schema.subscriptions import Subscription
from ontology.errors import ServiceError

_NO_OPERATION = CannotGetOperationTypeError | InvalidOperationTypeError | MissingQueryError
"""What the library says of a request, and nothing of ours."""
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
    return not isinstance(error.original_error, ServiceError | _NO_OPERATION | None)


class _Schema(strawberry.Schema):
    """Our schema; what goes wrong is logged once, masked, never with its values. A websocket takes subscriptions."""

    guesses = True

    async def stream(self, *args: Any, **kwargs: Any) -> Any:
        """The results of a subscription; queries and changes go over HTTP, where the desk and its limits are."""
        return await super().stream(*args, **{**kwargs, "allowed_operation_types": (OperationType.SUBSCRIPTION,)})

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Leave the log to `_Masked`; a schema that does not tell about itself guesses nothing either."""
        if not self.guesses:
            for error in errors:
                without_suggestion(error)


@lru_cache
def schema_under(limits: Limits) -> _Schema:
    """The schema under these limits."""
    plans = Plans()  # beside the rules made once a schema: what was found valid under the same is not validated again
    rules = [shape_rule(limits), *([] if limits.introspection else [NoIntrospection])]
    made = _Schema(
        Query,
        Mutation,
        Subscription,
        types=[PostalAreaNode, ShownEntry, CorrectedEntry, HandlingEntry],
        execution_context_class=Timed,
        extensions=[
            Told,
            _Masked,
            lambda: AddValidationRules(rules),
            lambda: BoundedTokens(limits.tokens),
            KnownDocuments,
            lambda: Costed(plans, limits.cost),
            OneLook,
        ],
        config=StrawberryConfig(),
    )
    made.guesses = limits.introspection
    return made


SCHEMA = schema_under(Limits())

if __name__ == "__main__":
    sys.stdout.write(SCHEMA.as_str() + "\n")
