"""An operation that nobody waits for any more ends at the next object of its answer."""

import asyncio

import pytest
import strawberry

from api.desk import Desk, LateError
from api.limits.deadline import OutOfTimeError, check_time, until
from api.limits.timed import Timed


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


CLOCK, SHOWN = Clock(), list[float]()


@strawberry.type
class Slow:
    @strawberry.field
    def part(self) -> int | None:
        CLOCK.now += 1.0
        SHOWN.append(CLOCK.now)
        return 1


@strawberry.type
class Query:
    @strawberry.field
    def parts(self) -> list[Slow | None]:
        return [Slow() for _ in range(1000)]


def test_it_ends_at_the_next_object_and_the_desk_goes_on_to_the_next_operation() -> None:
    schema = strawberry.Schema(Query, execution_context_class=Timed)
    desk = Desk(longest_s=20.0, clock=CLOCK)

    async def ask() -> str:
        with pytest.raises(LateError, match="over 20 sekunder"):
            await desk.work(lambda: schema.execute_sync("{ parts { part } }"))
        return await desk.work(lambda: "next")

    assert asyncio.run(ask()) == "next"
    assert len(SHOWN) == 21
    desk.close()


def test_there_is_no_end_outside_and_after_an_operation() -> None:
    clock = Clock()
    with until(5.0, clock):
        check_time()
        clock.now = 6.0
        with pytest.raises(OutOfTimeError):
            check_time()

    check_time()
