"""Executing an operation for as long as somebody waits for it."""

from typing import Any

from api.limits.deadline import check_time
from api.schema.executor import DirectExecutor


class Timed(DirectExecutor):
    """Looks at the clock before each object of an answer."""

    def execute_fields(self, *args: Any, **kwargs: Any) -> Any:
        """See Executor.execute_fields.

        Raises:
            OutOfTimeError: The time is up.
        """
        check_time()
        return super().execute_fields(*args, **kwargs)
