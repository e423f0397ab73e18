"""Pages of a list that changes: a cursor names the last thing seen and its place in the order, never an offset."""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import dropwhile, islice
from typing import TypeVar

from strawberry.relay import PageInfo

from api.schema.problems import BadRequestError

MOST = 100
"""The largest page."""
_LONGEST = 400

Thing = TypeVar("Thing")
Place = tuple[float | int | str, ...]
"""Where a thing stands in its list: what the list is sorted by, ascending, the id last."""


def bounded(first: int) -> int:
    """The size of a page.

    Raises:
        BadRequestError: It is none, or too large.
    """
    if not 1 <= first <= MOST:
        raise BadRequestError(f"first er {first}; skriv et tal fra 1 til {MOST}")
    return first


def cursor_of(place: Place) -> str:
    """The cursor of a place."""
    return base64.urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode()


def place_of(cursor: str, kinds: tuple[type, ...]) -> Place:
    """The place that a cursor names; `kinds` is what its list is sorted by.

    Raises:
        BadRequestError: It is no cursor of ours.
    """
    try:
        if len(cursor) > _LONGEST:
            raise ValueError("too long")
        found = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
        if not isinstance(found, list) or len(found) != len(kinds) or not all(map(isinstance, found, kinds)):
            raise ValueError("a place of another list, or none")
        return tuple(found)
    except (ValueError, binascii.Error, UnicodeDecodeError) as error:
        raise BadRequestError("after er ingen markør herfra; brug endCursor fra et tidligere svar") from error


def page(
    things: Iterable[Thing],
    place: Callable[[Thing], Place],
    first: int,
    after: str | None,
    kinds: tuple[type, ...],
) -> tuple[Sequence[Thing], PageInfo]:
    """The `first` things past the cursor of a list in ascending order of place, which is of `kinds`, and what follows.

    What was added or removed since moves no other thing, so nothing comes twice and nothing that stays is skipped.

    Raises:
        BadRequestError: The size or the cursor is none.
    """
    size, seen = bounded(first), place_of(after, kinds) if after else None
    rest = dropwhile(lambda one: seen is not None and place(one) <= seen, things)
    return cut(list(islice(rest, size + 1)), place, size, after)


def cut(
    found: Sequence[Thing], place: Callable[[Thing], Place], size: int, after: str | None
) -> tuple[Sequence[Thing], PageInfo]:
    """The first `size` of what was found past a cursor, where one more was asked for to see whether there is more."""
    shown = found[:size]
    return shown, PageInfo(
        has_next_page=len(found) > size,
        has_previous_page=after is not None,
        start_cursor=cursor_of(place(shown[0])) if shown else None,
        end_cursor=cursor_of(place(shown[-1])) if shown else None,
    )
