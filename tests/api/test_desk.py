"""Who waits at the desk, how many, and whose turn it is."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from threading import Event
from typing import Any

import pytest

from api.desk import Desk
from api.limits.length import takes_long
from api.turns import FullError, ShareError


def at_a_held_desk(desk: Desk, ask: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Ask while the desk works on an operation of "holder", which ends when all was asked that `ask` begins with."""
    held = Event()

    async def through() -> None:
        holder = asyncio.create_task(desk.work(held.wait, "holder"))
        asking = asyncio.create_task(ask())
        await asyncio.sleep(0)  # the holder enters
        await asyncio.sleep(0)  # what is asked enters behind it
        held.set()
        await asyncio.gather(holder, asking)

    asyncio.run(through())
    desk.close()


def test_callers_take_turns_whatever_one_of_them_brought_before() -> None:
    desk, done = Desk(), list[str]()

    async def ask() -> None:
        brought = ["flood"] * 5 + ["other", "third", "other"]
        await asyncio.gather(*(desk.work(partial(done.append, who), who) for who in brought))

    at_a_held_desk(desk, ask)

    assert done == ["flood", "other", "third", "flood", "other", "flood", "flood", "flood"]


def test_a_caller_has_so_many_waiting_and_others_are_still_let_in() -> None:
    desk, refused = Desk(waiting=10, each=2), list[str]()

    async def one(who: str) -> None:
        try:
            await desk.work(lambda: None, who)
        except ShareError as error:
            refused.append(f"{who} {error.status} {error.code}: {error}")

    async def ask() -> None:
        await asyncio.gather(*map(one, ["flood", "flood", "flood", "other"]))
        await one("flood")  # what was answered makes room

    at_a_held_desk(desk, ask)

    assert refused == [
        "flood 429 SHARE_LIMIT: 2 af dine spørgsmål venter allerede på svar; vent på dem, og spørg så igen"
    ]
    assert desk.here == 0


def test_a_full_desk_lets_nobody_in() -> None:
    desk = Desk(waiting=2)

    async def ask() -> None:
        waiting = asyncio.create_task(desk.work(lambda: None, "one"))
        with pytest.raises(FullError, match="prøv igen om lidt"):
            await asyncio.gather(desk.work(lambda: None, "two"), desk.work(lambda: None, "three"))
        await waiting

    at_a_held_desk(desk, ask)


def test_what_goes_wrong_in_an_operation_is_told_to_who_asked_and_the_desk_goes_on() -> None:
    desk = Desk()

    async def ask() -> int:
        with pytest.raises(ZeroDivisionError):
            await desk.work(lambda: 1 // 0)
        return await desk.work(lambda: 1)

    assert asyncio.run(ask()) == 1
    desk.close()


def test_a_desk_that_closes_finishes_what_was_begun_and_tells_those_who_wait() -> None:
    desk, held, begun = Desk(), Event(), Event()

    def hold() -> str:
        begun.set()
        held.wait()
        return "finished"

    async def ask() -> str:
        loop = asyncio.get_running_loop()
        first, waiting = (asyncio.create_task(desk.work(one)) for one in (hold, lambda: "never"))
        await loop.run_in_executor(None, begun.wait)
        closing = loop.run_in_executor(None, desk.close)
        with pytest.raises(asyncio.CancelledError):
            await waiting
        with pytest.raises(FullError):
            await desk.work(lambda: "late")
        held.set()
        await closing
        return await first

    assert asyncio.run(ask()) == "finished"


def test_what_takes_long_keeps_nobody_waiting_and_has_few_places_of_its_own() -> None:
    desk, held = Desk(), Event()

    async def ask() -> tuple[str, list[str]]:
        long = [asyncio.create_task(desk.work(held.wait, who, at_length=True)) for who in "aab"]
        short = await desk.work(lambda: "short", "a")
        with pytest.raises(ShareError):
            await desk.work(lambda: None, "a", at_length=True)
        held.set()
        return short, [str(one) for one in await asyncio.gather(*long)]

    assert asyncio.run(ask()) == ("short", ["True"] * 3)
    assert desk.here == 0
    desk.close()


@pytest.mark.parametrize(
    ("query", "long"),
    [
        ('mutation { export(profile: "x") { __typename } }', True),
        ('mutation { all: export(profile: "x") { ... on Export { bytes } } }', True),
        ('mutation { ...F } fragment F on Mutation { export(profile: "x") { __typename } }', True),
        ('mutation { export: ingestCv(text: "x") { __typename } }', False),
        ('mutation { ingestCv(text: "export") { __typename } } # export', False),
        ("mutation { export(", False),
        ("{ export " + "{ a " * 3_000, False),
        (None, False),
    ],
)
def test_an_operation_takes_long_by_what_it_asks_and_not_by_its_words(query: str | None, long: bool) -> None:
    assert takes_long(query, 2_000) is long
