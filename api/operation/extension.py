"""What the schema tells of an operation: its name if known, its kind, how it ended, and a span for each step."""

from collections.abc import Iterator, Sequence

from graphql import GraphQLError
from strawberry.extensions import SchemaExtension

from api.limits.deadline import OutOfTimeError
from api.operation.seen import note_code, now
from api.operation.traces import TRACES


class Told(SchemaExtension):
    """Tells once an operation, never once a field, which would cost ten times as much; the first of the extensions."""

    def on_operation(self) -> Iterator[None]:
        """Its name, kind and end; one that another extension refuses ends by an error that is thrown in here."""
        try:
            yield
        except GraphQLError as error:
            self._tell((error,))
            raise
        except OutOfTimeError:
            self._tell(())
            raise
        context = self.execution_context
        self._tell(getattr(context.result, "errors", None) or context.pre_execution_errors or ())

    def _tell(self, errors: Sequence[GraphQLError]) -> None:
        seen, context = now(), self.execution_context
        if seen is None:
            return
        if context.graphql_document is not None:
            seen.named(context.operation_name)
            seen.kind = self._kind()
        seen.problems += len(errors)
        for one in errors:
            note_code((one.extensions or {}).get("code"))

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
