"""The request that is being answered, as the operator may see it: no caller, no text, no value."""

import secrets
from collections.abc import Callable
from contextvars import ContextVar, copy_context
from dataclasses import dataclass, field
from enum import StrEnum
from time import perf_counter
from typing import TypeVar

from api.operation.traces import TRACES

Answer = TypeVar("Answer")

OTHER = "other"
"""The name of every operation that nobody named in the settings: names are a client's to choose, and without end."""


class Result(StrEnum):
    """How a request ended."""

    OK = "ok"
    PROBLEM = "problem"
    MASKED = "masked"
    REFUSED = "refused"
    BUSY = "busy"
    FAILED = "failed"


class Limit(StrEnum):
    """What a request was refused by."""

    BODY = "body"
    DESK = "desk"
    SHARE = "share"
    TIME = "time"
    JOBS = "jobs"
    UPLOADS = "uploads"
    DEPTH = "depth"
    TOKENS = "tokens"
    ALIASES = "aliases"
    BREADTH = "breadth"
    FIELDS = "fields"
    DIRECTIVES = "directives"
    DIGITS = "digits"
    COST = "cost"
    RATE = "rate"
    ANSWER = "answer"


_BY_CODE = {f"{one.name}_LIMIT": one for one in Limit} | {
    "TOO_LARGE": Limit.BODY,
    "TOO_SLOW": Limit.BODY,
    "BUSY": Limit.DESK,
    "RATE_LIMITED": Limit.RATE,
}
"""The limit behind each code that an error tells; a code that is not here is about something else."""


@dataclass(slots=True)
class Seen:
    """One request. `known` are the names that are told apart; `waited_s` is its wait at the desk, None = never there.

    `masked` are the numbers under which errors were hidden from the caller.
    """

    known: frozenset[str]
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    operation: str = OTHER
    kind: str = ""
    waited_s: float | None = None
    problems: int = 0
    masked: list[str] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)

    def named(self, name: str | None) -> None:
        """Note the operation's name, if it is one of those that are told apart."""
        self.operation = name if name in self.known and name else OTHER


_NOW: ContextVar[Seen | None] = ContextVar("request", default=None)


def begun(known: frozenset[str] = frozenset()) -> Seen:
    """A new request, which is the one of this context from now on."""
    made = Seen(known)
    _NOW.set(made)
    return made


def now() -> Seen | None:
    """The request of this context; None outside of any."""
    return _NOW.get()


def note_limit(limit: Limit) -> None:
    """Note that the request was refused by a limit."""
    seen = now()
    if seen is not None and limit not in seen.limits:
        seen.limits.append(limit)


def note_code(code: object) -> None:
    """Note that the request was refused, where the code of an error is that of a limit."""
    limit = _BY_CODE.get(code) if isinstance(code, str) else None
    if limit is not None:
        note_limit(limit)


def note_masked(number: str) -> None:
    """Note the number under which an error is hidden from the caller."""
    seen = now()
    if seen is not None:
        seen.masked.append(number)


def at_desk(operation: Callable[[], Answer]) -> Callable[[], Answer]:
    """`operation` as it is done in another thread: in this request's context, its wait noted when it begins."""
    context, sent, seen, end_wait = copy_context(), perf_counter(), now(), TRACES.waiting()

    def begin() -> Answer:
        end_wait()
        if seen is not None:
            seen.waited_s = perf_counter() - sent
        return context.run(operation)

    return begin
