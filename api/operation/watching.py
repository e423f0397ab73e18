"""Around the application: each request is named, timed, counted and logged; each websocket hears of the end."""

import logging
from time import perf_counter
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.operation.logs import REQUESTS
from api.operation.metrics import Metrics
from api.operation.seen import Result, Seen, begun
from api.operation.stopping import Socket, Stopping
from api.operation.traces import TRACES, failed

_QUIET = frozenset({"/healthz", "/readyz"})
_TRACE = (b"traceparent", b"tracestate")
_ERROR, _UNAVAILABLE, _REFUSED = 500, 503, 400
_OURS = (Result.MASKED, Result.FAILED)


class Watched:
    """The outermost of the application; what it tells of a request names no caller and holds no text."""

    def __init__(self, app: ASGIApp, metrics: Metrics, stopping: Stopping, known: frozenset[str] = frozenset()) -> None:
        """`known` are the names of operations that are told apart."""
        self._app, self._metrics, self._stopping, self._known = app, metrics, stopping, known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] not in _QUIET:
            await self._request(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, start, status = begun(self._known), perf_counter(), _ERROR
        seen.kind = "upload" if scope["path"] == "/uploads" else ""

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", seen.id.encode())]
            await send(message)

        with TRACES.request(_trace_of(scope)) as span:
            try:
                await self._app(scope, receive, told)
            finally:
                result = outcome(seen, status)
                self._told(seen, result, perf_counter() - start, {"status": status})
                if span is not None:
                    span.update_name(seen.operation)
                    span.set_attributes(_attributes(seen, result) | {"http.response.status_code": status})
                    if result in _OURS:
                        failed(span)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, start = begun(self._known), perf_counter()
        try:
            await Socket(self._stopping, receive, send).run(self._app, scope)
        finally:
            seen.kind = "websocket"
            self._metrics.count_masked(seen)
            self._log(seen, Result.MASKED if seen.masked else Result.OK, perf_counter() - start, {})

    def _told(self, seen: Seen, result: Result, duration_s: float, more: dict[str, object]) -> None:
        self._metrics.count(seen, result, duration_s)
        self._log(seen, result, duration_s, more)

    def _log(self, seen: Seen, result: Result, duration_s: float, more: dict[str, object]) -> None:
        told: dict[str, object] = {
            "operation": seen.operation,
            "kind": seen.kind,
            "result": result.value,
            "duration_ms": round(duration_s * 1000, 1),
            "waited_ms": None if seen.waited_s is None else round(seen.waited_s * 1000, 1),
            "masked": seen.masked,
            "limits": [one.value for one in seen.limits],
        }
        REQUESTS.log(logging.ERROR if result in _OURS else logging.INFO, "answered", extra=told | more)


def outcome(seen: Seen, status: int) -> Result:
    """How a request ended."""
    if status >= _ERROR:
        return Result.BUSY if status == _UNAVAILABLE else Result.FAILED
    if seen.masked:
        return Result.MASKED
    if status >= _REFUSED:
        return Result.REFUSED
    return Result.PROBLEM if seen.problems else Result.OK


def _attributes(seen: Seen, result: Result) -> dict[str, str]:
    return {
        "graphql.operation.name": seen.operation,
        "graphql.operation.type": seen.kind,
        "kompetencebro.result": result.value,
        "kompetencebro.request": seen.id,
    }


def _trace_of(scope: Scope) -> dict[str, Any]:
    """The headers that say under which span of the caller a request stands."""
    return {name.decode(): value.decode("latin-1") for name, value in scope["headers"] if name in _TRACE}
