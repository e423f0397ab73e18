"""Names as small numbers: what many ads share is kept once."""

from collections.abc import Iterable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32]
Name = TypeVar("Name")

NONE = -1
"""The code of no name."""
_WORTH_DROPPING = 1_000


def coded(values: Iterable[Name | None], names: dict[Name, int]) -> list[int]:
    """The place of each value in `names`, which grows; NONE for None."""
    return [NONE if value is None else names.setdefault(value, len(names)) for value in values]


def united(own: tuple[Name, ...], other: tuple[Name, ...]) -> tuple[tuple[Name, ...], Codes]:
    """Own names and then the other's new ones; and by the other's code, NONE last, the code that its name has now."""
    if not other:
        return own, np.array([NONE], np.int32)
    places = {name: place for place, name in enumerate(own)}
    codes = [*coded(other, places), NONE]
    return tuple(places), np.array(codes, np.int32)


def tidied(codes: Codes, names: tuple[Name, ...]) -> tuple[Codes, tuple[Name, ...]]:
    """The same codes and names, those that nothing bears left out once they are many."""
    used = np.unique(codes[codes >= 0])
    if len(names) - len(used) < _WORTH_DROPPING:
        return codes, names
    moved = np.full(len(names) + 1, NONE, np.int32)
    moved[used] = np.arange(len(used), dtype=np.int32)
    return moved[codes], tuple(names[int(place)] for place in used)
