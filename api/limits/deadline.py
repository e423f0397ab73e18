"""The moment after which nobody waits for an operation any more: it ends at the next object it would show."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_HERE = threading.local()


class OutOfTimeError(BaseException):
    """The time of an operation is up. No Exception, since those end one field, and the next would begin."""


@contextmanager
def until(moment: float, clock: Callable[[], float] = time.monotonic) -> Iterator[None]:
    """Within it, on this thread, an operation ends once `clock` is past `moment`."""
    _HERE.moment, _HERE.clock = moment, clock
    try:
        yield
    finally:
        _HERE.moment = None


def check_time() -> None:
    """Nothing, while somebody waits.

    Raises:
        OutOfTimeError: The time is up.
    """
    moment = getattr(_HERE, "moment", None)
    if moment is not None and _HERE.clock() > moment:
        raise OutOfTimeError
