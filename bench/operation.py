"""What watching a request costs, and what traces add: `python -m bench.operation`."""

import asyncio
import io
import logging
import statistics
import time
from collections.abc import Awaitable, Callable

from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.operation.logs import JsonLines
from api.operation.metrics import Metrics
from api.operation.seen import at_desk
from api.operation.stopping import Stopping
from api.operation.traces import TRACES
from api.operation.watching import Watched

ROUNDS = 5_000
SCOPE = {"type": "http", "path": "/graphql", "headers": []}
STEPS = ("graphql.parse", "graphql.validate", "graphql.execute")


async def answer(_scope: Scope, _receive: Receive, send: Send) -> None:
    """An application that does nothing but pass the desk and its steps."""
    begin = at_desk(lambda: None)
    for step in STEPS:
        with TRACES.span(step):
            pass
    begin()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def nothing(_message: Message) -> None:
    """Takes what is sent."""


async def receive() -> Message:
    """No body."""
    return {"type": "http.request", "body": b""}


async def times_ms(app: ASGIApp) -> list[float]:
    """How long each of `ROUNDS` requests took."""
    call: Callable[[Scope, Receive, Send], Awaitable[None]] = app
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        await call(dict(SCOPE), receive, nothing)
        found.append((time.perf_counter() - start) * 1000)
    return found


def told(what: str, found: list[float]) -> None:
    """One row."""
    print(f"| {what} | {statistics.median(found):.3f} | {statistics.quantiles(found, n=100)[98]:.3f} |")


def main() -> None:
    """Bare, watched, and traced."""
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    watched = Watched(answer, Metrics(), Stopping())
    print("| a request that does nothing | median, ms | p99, ms |\n|---|---|---|")
    told("bare", asyncio.run(times_ms(answer)))
    told("named, counted and logged", asyncio.run(times_ms(watched)))
    TRACES.send(BatchSpanProcessor(InMemorySpanExporter()))
    told("and traced: five spans", asyncio.run(times_ms(watched)))
    TRACES.close()


if __name__ == "__main__":
    main()
