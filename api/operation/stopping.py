"""Stopping when told to: sockets are told first, then nobody new is let in, and what was begun is finished."""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable
from types import FrameType

from starlette.types import ASGIApp, Message, Receive, Scope, Send

GOING_AWAY = 1001
"""What a websocket is closed with when the service stops: the client connects again, to another process or later."""
_SOCKETS_S = 5.0
_LOG = logging.getLogger("kompetencebro.stopping")
Handler = Callable[[int, FrameType | None], object]


class Stopping:
    """Whether this process is to stop, and how many websockets must hear of it."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self._silent = asyncio.Event()
        self._silent.set()
        self.open = 0
        self._leaving: asyncio.Task[None] | None = None
        self._stop: Callable[[], object] = lambda: None

    def watch(self, stop: Callable[[], object]) -> None:
        """Be told of SIGTERM and SIGINT before the web server, which is told when the websockets are closed.

        `stop` begins the end of what else goes on. Called in the event loop; only the main thread hears of signals.
        """
        self._stop = stop
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
                loop.call_soon_threadsafe(self._leave, lambda: before(number, None))
            else:
                before(number, frame)

        return told

    def _leave(self, after: Callable[[], object]) -> None:
        if self._leaving is None:
            self._leaving = asyncio.get_running_loop().create_task(self._left(after))

    async def _left(self, after: Callable[[], object]) -> None:
        _LOG.info("told to stop; %s websockets are closed, answers are finished", self.open)
        self.begun.set()
        await asyncio.to_thread(self._stop)
        try:
            await asyncio.wait_for(self._silent.wait(), _SOCKETS_S)
        except TimeoutError:
            _LOG.warning("%s websockets did not close in time", self.open)
        after()

    def come(self) -> None:
        """A websocket is open."""
        self.open += 1
        self._silent.clear()

    def gone(self) -> None:
        """A websocket is closed."""
        self.open -= 1
        if not self.open:
            self._silent.set()


class Socket:
    """The two ends of one websocket, closed with 1001 when the service stops."""

    def __init__(self, stopping: Stopping, receive: Receive, send: Send) -> None:
        self._stopping, self._receive, self._send, self._closed = stopping, receive, send, False

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        """Have `app` answer it."""
        self._stopping.come()
        try:
            await app(scope, self.receive, self.send)
        finally:
            self._stopping.gone()

    async def receive(self) -> Message:
        """What the client sends; a disconnect once the service stops."""
        if not self._stopping.begun.is_set():
            incoming = asyncio.ensure_future(self._receive())
            over = asyncio.ensure_future(self._stopping.begun.wait())
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
