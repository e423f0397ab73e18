"""Websockets: how many, how long, how large and how fast."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.limits.rates import RateError, Rates
from api.limits.settings import Limits
from api.limits.strangers import address_of
from ontology.errors import ServiceError

TOO_MUCH, IDLE, TOO_LARGE = 4429, 4408, 1009
"""Why a websocket is closed: too many of them or of their messages, nothing said for long, a message too large."""
_TRY_AGAIN_LATER = 1013


class TooManySocketsError(ServiceError):
    """One more websocket would be too many."""


class Sockets:
    """How many websockets are open, in whole and of each subject; before that is known, of each address."""

    def __init__(self, most: int, each: int) -> None:
        """`most` in whole, `each` of one."""
        self._most, self._each, self._open = most, each, Counter[str]()

    def enter(self, who: str) -> None:
        """One more of `who`.

        Raises:
            TooManySocketsError: There are too many.
        """
        if self._open.total() >= self._most or self._open[who] >= self._each:
            raise TooManySocketsError("for mange åbne forbindelser; luk en af dine og prøv igen")
        self._open[who] += 1

    def leave(self, who: str) -> None:
        """One less of `who`."""
        self._open[who] -= 1
        if self._open[who] <= 0:
            del self._open[who]

    @property
    def open(self) -> Mapping[str, int]:
        """How many each has open."""
        return self._open


class BoundedSockets:
    """Lets websockets in while there is room, and puts one `BoundedSocket` around each."""

    def __init__(self, app: ASGIApp, sockets: Sockets, limits: Limits) -> None:
        """Before `app`."""
        self._app, self._sockets, self._limits = app, sockets, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        socket = BoundedSocket(self._sockets, address_of(scope), self._limits, receive, send)
        scope.setdefault("state", {})["socket"] = socket
        try:
            with socket.counted():
                await self._app(scope, socket.receive, socket.send)
        except TooManySocketsError:
            await socket.close(_TRY_AGAIN_LATER, "Too many connections")


class BoundedSocket:
    """The two ends of one websocket, closed when it is too large, too fast or silent."""

    def __init__(self, sockets: Sockets, address: str, limits: Limits, receive: Receive, send: Send) -> None:
        """Counted under its address until `belongs_to` says whose it is."""
        self._sockets, self._who, self._limits = sockets, f"address {address}", limits
        self._receive, self._send = receive, send
        self._loop = asyncio.get_running_loop()
        self._spoken = self._loop.time()
        self._messages = Rates(limits.messages, limits.messages, self._loop.time)
        self._closed = False

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Within it, the websocket is one of those that are open."""
        self._sockets.enter(self._who)
        try:
            yield
        finally:
            self._sockets.leave(self._who)

    async def belongs_to(self, subject: str) -> None:
        """Count it under a subject from now on.

        Raises:
            TooManySocketsError: The subject has too many; this one is closed.
        """
        before, self._who = self._who, f"subject {subject}"
        self._sockets.leave(before)
        try:
            self._sockets.enter(self._who)
        except TooManySocketsError:
            self._sockets.enter(before)
            self._who = before
            await self.close(TOO_MUCH, "Too many connections of this user")
            raise

    async def receive(self) -> Message:
        """What the client says; a disconnect once the websocket is closed."""
        while not self._closed:
            try:
                async with asyncio.timeout_at(self._spoken + self._limits.idle_s):
                    message = await self._receive()
            except TimeoutError:
                if self._loop.time() >= self._spoken + self._limits.idle_s:
                    await self.close(IDLE, "Nothing was said for too long")
                continue
            self._spoken = self._loop.time()
            if message["type"] != "websocket.receive" or await self._is_bearable(message):
                return message
        return {"type": "websocket.disconnect", "code": TOO_MUCH}

    async def send(self, message: Message) -> None:
        """Pass on what the application says; nothing once the websocket is closed."""
        if self._closed:
            return
        self._closed = message["type"] == "websocket.close"
        self._spoken = self._loop.time()
        await self._send(message)

    async def close(self, code: int, reason: str) -> None:
        """Close it, if it is open."""
        await self.send({"type": "websocket.close", "code": code, "reason": reason})

    async def _is_bearable(self, message: Message) -> bool:
        text, data = message.get("text") or "", message.get("bytes") or b""
        if len(text) + len(data) > self._limits.message_bytes or len(text.encode()) > self._limits.message_bytes:
            await self.close(TOO_LARGE, "Message too large")
            return False
        try:
            self._messages.take("", 1)
        except RateError:
            await self.close(TOO_MUCH, "Too many messages")
            return False
        return True
