"""The counts of one process, in a registry of its own; their labels come from short fixed lists."""

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from api.operation.seen import Limit, Result, Seen

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)


class Metrics:
    """What is counted as it happens; `api.operation.readings` adds what is read when it is asked for."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._requests = Counter(
            "kompetencebro_requests",
            "Requests that were answered, by the operation's name and how it ended.",
            ("operation", "result"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "kompetencebro_request_seconds",
            "From the first byte of a request to the last of its answer.",
            ("operation",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._waited = Histogram(
            "kompetencebro_desk_wait_seconds",
            "How long operations waited at the desk before they were begun.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._refused = Counter(
            "kompetencebro_refused", "Requests that a limit refused, by the limit.", ("limit",), registry=self.registry
        )
        self._masked = Counter(
            "kompetencebro_masked_errors",
            "Errors that were hidden under a number: ours to mend.",
            registry=self.registry,
        )
        for limit in Limit:
            self._refused.labels(limit.value)

    def count(self, seen: Seen, result: Result, duration_s: float) -> None:
        """Count one request."""
        self._requests.labels(seen.operation, result.value).inc()
        self._seconds.labels(seen.operation).observe(duration_s)
        if seen.waited_s is not None:
            self._waited.observe(seen.waited_s)
        self.count_masked(seen)
        for limit in seen.limits:
            self._refused.labels(limit.value).inc()

    def count_masked(self, seen: Seen) -> None:
        """Count the errors that were hidden from a caller."""
        self._masked.inc(len(seen.masked))
