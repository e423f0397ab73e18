"""OpenTelemetry traces of operations, where the settings ask for them: times and names, no text and no values."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from ontology.errors import ServiceError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.trace import Span, Tracer

Stored = TypeVar("Stored")

WRITES = frozenset(
    {
        "save_ontology", "save_profile", "erase_profile", "save_postings", "remove_posting",
        "append", "keep_ads", "note_access", "save_job", "quarantine", "key", "destroy", "refer",
    }
)  # fmt: skip
"""The methods of the stores that write; each is a span under its own name."""


class TracesError(ServiceError):
    """Traces are asked for and cannot be made."""


class Traces:
    """Makes spans, or none: `tracer` None costs a call that does nothing."""

    def __init__(self) -> None:
        self.tracer: Tracer | None = None
        self._close: Callable[[], None] = lambda: None

    def send(self, processor: "SpanProcessor") -> None:
        """From now on spans go to `processor`. No provider is set for the whole process: only our spans are made."""
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider

        provider = TracerProvider(resource=Resource.create({"service.name": "kompetencebro"}), shutdown_on_exit=False)
        provider.add_span_processor(processor)
        self.tracer, self._close = provider.get_tracer("kompetencebro"), provider.shutdown

    def close(self) -> None:
        """Send what was not sent yet and make no more."""
        self.tracer = None
        self._close()

    @contextmanager
    def span(self, name: str, **attributes: str | int | float) -> Iterator["Span | None"]:
        """A span while the block lasts; an error in it is marked as one, without what it says."""
        if self.tracer is None:
            yield None
            return
        with self.tracer.start_as_current_span(
            name, attributes=attributes, record_exception=False, set_status_on_exception=False
        ) as made:
            try:
                yield made
            except BaseException:
                failed(made)
                raise

    @contextmanager
    def request(self, headers: Mapping[str, str]) -> Iterator["Span | None"]:
        """The span of a request; W3C `traceparent` says under which it stands."""
        if self.tracer is None:
            yield None
            return
        from opentelemetry.context import attach, detach
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        token = attach(TraceContextTextMapPropagator().extract(headers))
        try:
            with self.span("request") as made:
                yield made
        finally:
            detach(token)

    def waiting(self) -> Callable[[], None]:
        """Begins a span for a wait that ends in another thread; what is returned ends it."""
        return (lambda: None) if self.tracer is None else self.tracer.start_span("desk.wait").end


TRACES = Traces()
"""This process's."""


def failed(span: "Span | None") -> None:
    """Mark a span as an error."""
    if span is not None:
        from opentelemetry.trace import Status, StatusCode

        span.set_status(Status(StatusCode.ERROR))


def send_traces(address: str) -> None:
    """Send spans as OTLP over HTTP to a collector; how often, how many and with what key the OTEL_ variables say.

    Raises:
        TracesError: The extra is not installed.
    """
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise TracesError(
            "KOMPETENCEBRO_TRACES is set and OpenTelemetry is not installed; "
            "run pip install 'kompetencebro[otel]', or set none"
        ) from error
    TRACES.send(BatchSpanProcessor(OTLPSpanExporter(address)))


def traced(store: Stored) -> Stored:
    """The same store, each of its writes a span."""
    for name in WRITES:
        write = getattr(store, name, None)
        if write is not None:
            setattr(store, name, _in_a_span(name, write))
    return store


def _in_a_span(name: str, write: Callable[..., Any]) -> Callable[..., Any]:
    def written(*args: Any, **kwargs: Any) -> Any:
        with TRACES.span(f"store.{name}"):
            return write(*args, **kwargs)

    return written
