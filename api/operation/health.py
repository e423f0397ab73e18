"""Whether the service can serve, check by check; looked at in a thread of its own, at most once a second."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

_LOG = logging.getLogger("kompetencebro.health")
KEPT_S = 1.0
LONGEST_S = 5.0
Answer = TypeVar("Answer")


class State(StrEnum):
    """failing = nothing can be answered as it should; degraded = something is less than it should be."""

    OK = "ok"
    DEGRADED = "degraded"
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found; `said` is for the operator and is told to anybody: no names, no paths, no addresses."""

    state: State
    said: str = ""


OK = Found(State.OK)
Check = Callable[[], Found]


class Health:
    """Runs the checks; between two looks the last one holds."""

    def __init__(self, checks: Mapping[str, Check], ticks: Callable[[], float] = time.monotonic) -> None:
        """`ticks` are seconds that never go back."""
        self._checks, self._ticks = checks, ticks
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="health")
        self._last: Mapping[str, Found] = {}
        self._looked: float | None = None
        self._looking: asyncio.Future[Mapping[str, Found]] | None = None

    async def found(self) -> Mapping[str, Found]:
        """What each check finds; one that takes too long makes all of it 'failing' until it is done."""
        if self._holds():
            return self._last
        if self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().run_in_executor(self._pool, self.look)
        try:
            return await asyncio.wait_for(asyncio.shield(self._looking), LONGEST_S)
        except TimeoutError:
            return {
                **self._last,
                "checks": Found(State.FAILING, f"no answer from the checks in {LONGEST_S:.0f} seconds"),
            }

    def look(self) -> Mapping[str, Found]:
        """Run each check in this thread, unless that was just done, and log what has changed."""
        if self._holds():
            return self._last
        found = {name: _outcome(check) for name, check in self._checks.items()}
        for name, one in found.items():
            before = self._last.get(name, OK)
            if one.state is not before.state:
                level = logging.INFO if one.state is State.OK else logging.WARNING
                _LOG.log(level, one.said or "well again", extra={"check": name, "state": one.state.value})
        self._last, self._looked = found, self._ticks()
        return found

    def _holds(self) -> bool:
        return self._looked is not None and self._ticks() - self._looked < KEPT_S

    def in_turn(self, work: Callable[[], Answer]) -> Answer:
        """What `work` returns, done in the thread of the checks: it has the stores' connections, and there is but one.

        Raises:
            TimeoutError: It took too long, or waited too long for its turn.
        """
        return self._pool.submit(work).result(LONGEST_S)

    def close(self) -> None:
        """Look no more."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def worst(found: Sequence[Found]) -> State:
    """The worst state of all."""
    states = {one.state for one in found}
    return next((one for one in (State.FAILING, State.DEGRADED) if one in states), State.OK)


def _outcome(check: Check) -> Found:
    try:
        return check()
    except Exception as error:  # noqa: BLE001  a check that breaks is a finding, and must not hide the others
        return Found(State.FAILING, f"{type(error).__name__} while it was looked at; the log of the service says where")
