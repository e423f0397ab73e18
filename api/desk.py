"""Where operations are worked on: one thread, a short queue, and a time after which the caller is told to go on."""

import asyncio
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from api.limits.deadline import OutOfTimeError, until
from ontology.errors import ServiceError

Answer = TypeVar("Answer")

WAITING = 64
"""Operations that may wait; what comes on top is refused at once instead of answered too late."""
LONGEST_S = 20.0
_TURN_S = 0.001
"""How long an operation may keep the event loop from its turn; the interpreter's own five times that are felt, since a
request takes several turns."""


class BusyError(ServiceError):
    """Too many operations wait, or one took too long; it may be asked again."""


class Desk:
    """Works on operations one by one beside the event loop, which stays free for health, sockets and refusals.

    One thread, since the work is Python: more would only take turns, and each wait for the others.
    """

    def __init__(
        self, waiting: int = WAITING, longest_s: float = LONGEST_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`waiting` operations may queue; after `longest_s` seconds of `clock` the caller is told."""
        sys.setswitchinterval(_TURN_S)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self.waiting, self._longest_s, self._clock, self._here = waiting, longest_s, clock, 0

    async def work(self, operation: Callable[[], Answer]) -> Answer:
        """What `operation` returns.

        Raises:
            BusyError: The queue is full, or the time is up: what had not begun never does, and what had begun ends
                at the next object of its answer. A piece of work that looks at no clock in between is still finished.
        """
        if self._here >= self.waiting:
            raise BusyError("tjenesten har travlt; prøv igen om lidt")
        self._here += 1
        in_time = partial(_in_time, operation, self._clock() + self._longest_s, self._clock)
        task = asyncio.get_running_loop().run_in_executor(self._pool, in_time)
        task.add_done_callback(self._left)
        try:
            return await asyncio.wait_for(asyncio.shield(task), self._longest_s)
        except (TimeoutError, OutOfTimeError):
            task.cancel()
            raise BusyError(f"svaret tog over {self._longest_s:.0f} sekunder; bed om mindre ad gangen") from None

    @property
    def here(self) -> int:
        """How many operations are at the desk: the one that is worked on, and those that wait."""
        return self._here

    def _left(self, done: "asyncio.Future[Answer]") -> None:
        self._here -= 1
        if not done.cancelled():
            done.exception()  # nobody may be there to hear of it any more

    def close(self) -> None:
        """Finish what was begun and take no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _in_time(operation: Callable[[], Answer], moment: float, clock: Callable[[], float]) -> Answer:
    with until(moment, clock):
        return operation()
