"""Documents that were asked before: parsed and validated once."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from graphql import ASTValidationRule, DocumentNode, GraphQLError, parse
from strawberry.extensions import SchemaExtension

from api.schema.plans import keep_plans

MOST, LONGEST = 64, 20_000
"""Documents that are kept, and the most characters of one: together about as many megabytes as there are documents."""


class _Known:
    """A parsed document, how it is executed, and the rules under which nothing was found to say against it."""

    __slots__ = ("document", "plans", "valid_under")

    def __init__(self, query: str, document: DocumentNode) -> None:
        self.document, self.plans = document, keep_plans(query, document)
        self.valid_under: tuple[type[ASTValidationRule], ...] | None = None


@lru_cache(MOST)
def _known(query: str, options: tuple[tuple[str, Any], ...]) -> _Known:
    return _Known(query, parse(query, **dict(options)))


class KnownDocuments(SchemaExtension):
    """Keeps what was parsed and found valid. A rule of validation judges the document alone, never its variables.

    What depends on variables, as what a request costs, is judged anew for each request, in another place. A document
    that is refused is not kept: each refusal is a fresh one.
    """

    _found: _Known | None = None

    def on_parse(self) -> Iterator[None]:
        """Put the parsed document in its place; one that does not parse is left to the library to refuse."""
        context = self.execution_context
        if context.query and len(context.query) <= LONGEST:
            try:
                self._found = _known(context.query, tuple(sorted(context.parse_options.items())))
            except GraphQLError:
                self._found = None
            else:
                context.graphql_document = self._found.document
        yield

    def on_validate(self) -> Iterator[None]:
        """Leave out what was done before under the same rules."""
        context, found = self.execution_context, self._found
        if found is not None and found.valid_under == context.validation_rules:
            context.pre_execution_errors = []
        yield
        if found is not None and not context.pre_execution_errors:
            found.valid_under = context.validation_rules
