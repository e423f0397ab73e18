"""What the schema tells of an operation: its name if known, its kind, how it ended, and a span for each step."""

from collections.abc import Iterator
from types import MappingProxyType

from graphql import GraphQLError
from strawberry.extensions import SchemaExtension

from api.operation.seen import Limit, note_limit, now
from api.operation.traces import TRACES

_SAID_BY_LIMITS = MappingProxyType(
    {
        "fields inside each other; at most": Limit.DEPTH,
        "aliases; at most": Limit.ALIASES,
        "units and may cost": Limit.COST,
        "Document contains more than": Limit.TOKENS,
    }
)


class Told(SchemaExtension):
    """Tells once an operation, never once a field, which would cost ten times as much; the first of the extensions."""

    def on_operation(self) -> Iterator[None]:
        """Its name, kind and end."""
        yield
        seen, context = now(), self.execution_context
        if seen is None:
            return
        if context.graphql_document is not None:
            seen.named(context.operation_name)
            seen.kind = self._kind()
        errors = getattr(context.result, "errors", None) or context.pre_execution_errors or ()
        seen.problems += len(errors)
        for one in errors:
            self._limits(one)

    def on_parse(self) -> Iterator[None]:
        """A span."""
        with TRACES.span("graphql.parse"):
            yield

    def on_validate(self) -> Iterator[None]:
        """A span."""
        with TRACES.span("graphql.validate"):
            yield

    def on_execute(self) -> Iterator[None]:
        """A span."""
        with TRACES.span("graphql.execute"):
            yield

    def _kind(self) -> str:
        """Query, mutation or subscription; '' where the document holds no operation of the name that was asked for."""
        try:
            return self.execution_context.operation_type.value.casefold()
        except RuntimeError:
            return ""

    @staticmethod
    def _limits(error: GraphQLError) -> None:
        for words, limit in _SAID_BY_LIMITS.items():
            if words in error.message:
                note_limit(limit)
