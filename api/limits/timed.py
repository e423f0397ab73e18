"""Executing an operation for as long as somebody waits for it."""

from api.limits.deadline import check_time
from api.schema.executor import DirectExecutor


class Timed(DirectExecutor):
    """Looks at the clock before each object of an answer; OutOfTimeError ends it once the time is up."""

    check = staticmethod(check_time)
