"""Stopping when told to: sockets are told first, then nobody new is let in, and what was begun is finished."""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable
from types import FrameType

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ontology.errors import ServiceError

GOING_AWAY = 1001
"""What a websocket is closed with when the service stops: the client connects again, to another process or later."""
_SOCKETS_S = 5.0
_LOG = logging.getLogger("kompetencebro.stopping")
Handler = Callable[[int, FrameType | None], object]


class Stopping:
    """Whether this process is to stop, and the websockets that must hear of it; `stop` begins the end of other work."""

    def __init__(self) -> None:
        self.begun = False
        self._sockets = set[asyncio.Event]()
        self._silent = asyncio.Event()
        self._silent.set()
        self._leaving: asyncio.Task[None] | None = None
        self.stop: Callable[[], object] = lambda: None

    @property
    def open(self) -> int:
        """How many websockets are open."""
        return len(self._sockets)

    def watch(self, stop: Callable[[], object]) -> None:
        """Be told of SIGTERM and SIGINT before the web server, which is told when the websockets are closed.

        `stop` begins the end of what else goes on. Called in the event loop; only the main thread hears of signals.
        """
        self.stop = stop
        if threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGINT):
            before = signal.getsignal(one)
            if callable(before):
                signal.signal(one, self._handler(loop, before))

    def _handler(self, loop: asyncio.AbstractEventLoop, before: Handler) -> Handler:
        def told(number: int, frame: FrameType | None) -> None:
            if self._leaving is None:
                loop.call_soon_threadsafe(self.leave, lambda: before(number, None))
            else:
                before(number, frame)

        return told

    def leave(self, after: Callable[[], object]) -> None:
        """Begin the end; `after` is called when the websockets have heard of it, or could have. Once is enough."""
        if self._leaving is None:
            self._leaving = asyncio.get_running_loop().create_task(self._left(after))

    async def _left(self, after: Callable[[], object]) -> None:
        _LOG.info("told to stop; %s websockets are closed, answers are finished", self.open)
        self.begun = True
        for over in self._sockets:
            over.set()
        try:
            await asyncio.to_thread(self.stop)
            await asyncio.wait_for(self._silent.wait(), _SOCKETS_S)
        except TimeoutError:
            _LOG.warning("%s websockets did not close in time", self.open)
        except ServiceError as error:
            _LOG.warning("what goes on could not be told to stop: %s", type(error).__name__)
        finally:
            after()

    def come(self, over: asyncio.Event) -> None:
        """A websocket is open; `over` is set when the service stops. Each has its own, of the loop that it lives in."""
        self._sockets.add(over)
        self._silent.clear()

    def gone(self, over: asyncio.Event) -> None:
        """A websocket is closed."""
        self._sockets.discard(over)
        if not self._sockets:
            self._silent.set()


class Socket:
    """The two ends of one websocket, closed with 1001 when the service stops."""

    def __init__(self, stopping: Stopping, receive: Receive, send: Send) -> None:
        self._stopping, self._receive, self._send, self._closed = stopping, receive, send, False
        self._over = asyncio.Event()

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        """Have `app` answer it."""
        self._stopping.come(self._over)
        try:
            await app(scope, self.receive, self.send)
        finally:
            self._stopping.gone(self._over)

    async def receive(self) -> Message:
        """What the client sends; a disconnect once the service stops."""
        if not self._stopping.begun:
            incoming = asyncio.ensure_future(self._receive())
            over = asyncio.ensure_future(self._over.wait())
            try:
                await asyncio.wait({incoming, over}, return_when=asyncio.FIRST_COMPLETED)
                if incoming.done():
                    return incoming.result()
            finally:
                over.cancel()
                incoming.cancel()
        await self.send({"type": "websocket.close", "code": GOING_AWAY, "reason": "the service stops"})
        return {"type": "websocket.disconnect", "code": GOING_AWAY}

    async def send(self, message: Message) -> None:
        """Pass on what the application sends; nothing after the end."""
        if self._closed:
            return
        self._closed = message["type"] == "websocket.close"
        await self._send(message)
