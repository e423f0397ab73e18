"""Where operations are worked on: one thread, a short queue, and a time after which the caller is told to go on."""

import asyncio
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from api.limits.deadline import OutOfTimeError, until
from api.turns import BusyError, Turns

Answer = TypeVar("Answer")

_WAITING = 64
"""Operations that may be here; what comes on top is refused at once instead of answered too late."""
_WAITING_AT_LENGTH, _EACH_AT_LENGTH = 8, 2
"""Of those that take long. They hold more memory, and a person waits for one of them at a time."""
LONGEST_S = 20.0
_TURN_S = 0.001
"""How long an operation may keep the event loop from its turn; the interpreter's own five times that are felt, since a
request takes several turns."""


class LateError(BusyError):
    """An operation took too long."""

    code = "TIME_LIMIT"


class Desk:
    """Works on operations one by one beside the event loop, which stays free for health, sockets and refusals.

    One thread, since the work is Python: more would only take turns, and each wait for the others. Callers take turns
    too: who has many operations waiting does not make others wait for all of them. What is known to take long has a
    thread and a queue of its own: it is slower for it, and nobody else has to wait until it is over.
    """

    def __init__(
        self,
        waiting: int = _WAITING,
        each: int = _WAITING,
        longest_s: float = LONGEST_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`waiting` operations may queue, `each` of one caller; after `longest_s` seconds of `clock` they are told."""
        sys.setswitchinterval(_TURN_S)
        self._short = _Queue("desk", waiting, each)
        self._long = _Queue("desk-long", min(waiting, _WAITING_AT_LENGTH), min(each, _EACH_AT_LENGTH))
        self._longest_s, self._clock = longest_s, clock

    async def work(self, operation: Callable[[], Answer], whose: str = "", at_length: bool = False) -> Answer:
        """What `operation` returns; `whose` it is says between whom turns are taken, `at_length` that it takes long.

        Raises:
            FullError: The queue is full.
            ShareError: Too many of this caller's operations wait already.
            LateError: The time is up: what had not begun never does, and what had begun ends at the next object of
                its answer. A piece of work that looks at no clock in between is still finished.
        """
        queue, moment = self._long if at_length else self._short, self._clock() + self._longest_s
        task = asyncio.wrap_future(queue.enter(partial(_in_time, operation, moment, self._clock), whose))
        task.add_done_callback(partial(queue.left, whose))
        try:
            return await asyncio.wait_for(asyncio.shield(task), self._longest_s)
        except (TimeoutError, OutOfTimeError):
            task.cancel()
            raise LateError(f"svaret tog over {self._longest_s:.0f} sekunder; bed om mindre ad gangen") from None

    @property
    def here(self) -> int:
        """How many operations are at the desk: those that are worked on, and those that wait."""
        return self._short.turns.here + self._long.turns.here

    def close(self) -> None:
        """Finish what was begun and take no more."""
        self._short.close()
        self._long.close()


class _Queue:
    """One thread, and what waits for it."""

    def __init__(self, name: str, waiting: int, each: int) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self.turns = Turns[tuple[Future[Any], Callable[[], Any]]](waiting, each)

    def enter(self, operation: Callable[[], Answer], whose: str) -> "Future[Answer]":
        """What will be the end of an operation; FullError and ShareError as `Turns.enter`."""
        done = Future[Answer]()
        self.turns.enter(whose, (done, operation))
        self._pool.submit(self._next)
        return done

    def left(self, whose: str, done: "asyncio.Future[Any]") -> None:
        """An operation is over, or nobody waits for it any more."""
        self.turns.leave(whose)
        if not done.cancelled():
            done.exception()  # nobody may be there to hear of it any more

    def close(self) -> None:
        """See Desk.close."""
        for done, _ in self.turns.close():
            done.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _next(self) -> None:
        taken = self.turns.take()
        if taken is not None:
            _do(*taken)


def _do(done: "Future[Answer]", operation: Callable[[], Answer]) -> None:
    """Do it, unless nobody waits any more, and say how it ended."""
    if not done.set_running_or_notify_cancel():
        return
    try:
        found = operation()
    except BaseException as error:  # noqa: BLE001  the edge of the thread: whoever waits hears of it
        done.set_exception(error)
    else:
        done.set_result(found)


def _in_time(operation: Callable[[], Answer], moment: float, clock: Callable[[], float]) -> Answer:
    with until(moment, clock):
        return operation()
