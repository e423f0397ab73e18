"""The door in front of an ASGI application: 401, 403 and 503 for HTTP, an end at the token's end for websockets."""

import asyncio
import json
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access.addresses import is_loopback
from api.access.door import Door
from api.access.errors import AccessError, ForeignPageError, IssuerUnreachableError, UnauthenticatedError
from api.access.roles import Caller

OPEN_PATHS = frozenset({"/healthz", "/readyz"})
UNAUTHORIZED = 4401
"""What graphql-transport-ws closes with where nobody is known."""
_RETRY_S = 15


class AccessMiddleware:
    """Puts the caller into `scope["state"]["caller"]` (Starlette's `request.state.caller`), or answers itself.

    A websocket has no caller before its `connection_init`: `request.state.admission.admit(payload)` gives it.
    """

    def __init__(self, app: ASGIApp, door: Door, open_paths: frozenset[str] = OPEN_PATHS) -> None:
        """`open_paths` are answered to anybody and have no caller."""
        self._app, self._door, self._open = app, door, open_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"] not in self._open:
            try:
                scope.setdefault("state", {})["caller"] = await self._caller(scope)
            except AccessError as error:
                await refused(error)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _caller(self, scope: Scope) -> Caller:
        if self._door.development:
            check_from_here(Headers(scope=scope))
            return self._door.authenticate(None)
        return await run_in_threadpool(self._door.authenticate, _authorization(scope))

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if self._door.development:
                check_from_here(Headers(scope=scope))
        except AccessError:
            await send({"type": "websocket.close", "code": UNAUTHORIZED})
            return
        admission = Admission(self._door, receive, send)
        scope.setdefault("state", {})["admission"] = admission
        try:
            await self._app(scope, admission.receive, admission.send)
        finally:
            admission.end()


class Admission:
    """One websocket: who opened it, and its end when that token no longer holds."""

    def __init__(self, door: Door, receive: Receive, send: Send) -> None:
        """Around the two ends of the connection."""
        self._door, self._receive, self._send = door, receive, send
        self._over = asyncio.Event()
        self._closed = False
        self._timer: asyncio.TimerHandle | None = None
        self.caller: Caller | None = None

    async def admit(self, payload: Mapping[str, object] | None) -> Caller:
        """Who opens the connection with this `connection_init`; from then on the connection lasts as the token does.

        Raises:
            AccessError: Nobody who is let in; the connection is to be closed.
        """
        caller = await run_in_threadpool(self._door.authenticate_init, payload)
        if caller.expires is not None:
            left_s = max(0.0, caller.expires - time.time())
            self._timer = asyncio.get_running_loop().call_later(left_s, self._over.set)
        self.caller = caller
        return caller

    async def receive(self) -> Message:
        """What the client sends; a disconnect once the token no longer holds."""
        incoming = asyncio.ensure_future(self._receive())
        over = asyncio.ensure_future(self._over.wait())
        try:
            await asyncio.wait({incoming, over}, return_when=asyncio.FIRST_COMPLETED)
            if not self._over.is_set():
                return incoming.result()
        finally:
            over.cancel()
            incoming.cancel()
        await self._close()
        return {"type": "websocket.disconnect", "code": UNAUTHORIZED}

    async def send(self, message: Message) -> None:
        """Pass on what the application sends; nothing once the token no longer holds."""
        if self._over.is_set():
            await self._close()
            return
        self._closed = self._closed or message["type"] == "websocket.close"
        await self._send(message)

    def end(self) -> None:
        """Let go of the timer."""
        if self._timer:
            self._timer.cancel()

    async def _close(self) -> None:
        if not self._closed:
            self._closed = True
            await self._send({"type": "websocket.close", "code": UNAUTHORIZED, "reason": "Token expired"})


def check_from_here(headers: Headers) -> None:
    """Keep other sites' pages, open in a browser on this machine, away from the development mode.

    Raises:
        ForeignPageError: The request is for another name than this machine's own, or comes from another site's page.
    """
    hosts = [f"//{one}" for one in headers.getlist("host")]
    if len(hosts) != 1 or not all(_is_here(one) for one in [*hosts, *headers.getlist("origin")]):
        raise ForeignPageError("the development mode answers this machine only; ask for http://127.0.0.1")


def _is_here(address: str) -> bool:
    try:
        return is_loopback(urlsplit(address).hostname or "")
    except ValueError:
        return False


def refused(error: AccessError) -> Response:
    """The answer to a request that is not let in, in the form of GraphQL's errors and in Danish."""
    headers = {"Cache-Control": "no-store"}
    if isinstance(error, UnauthenticatedError):
        why = ', error="invalid_token"' if error.presented else ""
        headers["WWW-Authenticate"] = f'Bearer realm="kompetencebro"{why}'
        return _told(
            401, "UNAUTHENTICATED", "Du er ikke logget ind, eller dit login er udløbet. Log ind igen.", headers
        )
    if isinstance(error, IssuerUnreachableError):
        headers["Retry-After"] = str(_RETRY_S)
        return _told(503, "ISSUER_UNREACHABLE", "Login kan ikke kontrolleres lige nu. Prøv igen om lidt.", headers)
    if isinstance(error, ForeignPageError):
        return _told(403, "FORBIDDEN", "Udviklingstilstanden svarer kun denne maskine: http://127.0.0.1.", headers)
    return _told(403, "FORBIDDEN", "Din bruger har ikke adgang til Kompetencebro.", headers)


def _told(status: int, code: str, message: str, headers: Mapping[str, str]) -> Response:
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return Response(json.dumps(body, ensure_ascii=False), status, headers, "application/json")


def _authorization(scope: Scope) -> str | None:
    """The Authorization header; None where there is none, or more than one."""
    given = Headers(scope=scope).getlist("authorization")
    return given[0] if len(given) == 1 else None
