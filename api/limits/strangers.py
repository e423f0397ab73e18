"""Addresses from which too many come that nobody lets in: refused before their tokens are looked at."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.limits.answers import RefusedError, refusal
from api.limits.rates import RateError, Rates, neighbourhood

_NOT_LET_IN = frozenset((401, 4401, 4403))
"""A status of HTTP, and what graphql-transport-ws is closed with where nobody is known."""
_POLICY_VIOLATION = 1008


class Strangers:
    """Counts an address's refusals, never what was let in: those behind one address share nothing else.

    Behind a proxy, addresses are the proxy's own unless uvicorn is told to trust it (FORWARDED_ALLOW_IPS).
    """

    def __init__(self, app: ASGIApp, refusals: Rates) -> None:
        """`refusals` is how many an address may have."""
        self._app, self._refusals = app, refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, unless its address had too many refusals."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        where = address_of(scope)
        try:
            self._refusals.check(where)
        except RateError as error:
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
                return
            told = f"for mange afviste forsøg herfra; prøv igen om {error.retry_s} sekunder"
            await refusal(RefusedError(told, 429, "RATE_LIMITED", error.retry_s))(scope, receive, send)
            return

        async def noticed(message: Message) -> None:
            if message.get("status", message.get("code")) in _NOT_LET_IN:
                self._refusals.spend(where, 1)
            await send(message)

        await self._app(scope, receive, noticed)


def address_of(scope: Scope) -> str:
    """The address a connection comes from, as it is counted; '' where it is not known."""
    client = scope.get("client")
    return neighbourhood(client[0]) if client else ""
