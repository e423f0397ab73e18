"""Executing an operation for as long as somebody waits for it."""

from typing import Any

from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.limits.deadline import check_time


class Timed(StrawberryGraphQLCoreExecutionContext):
    """Executes operations as the library does, and looks at the clock before each object."""

    def execute_fields(self, *args: Any, **kwargs: Any) -> Any:
        """See Executor.execute_fields.

        Raises:
            OutOfTimeError: The time is up.
        """
        check_time()
        return super().execute_fields(*args, **kwargs)
