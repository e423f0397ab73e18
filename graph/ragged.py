"""Lists of unequal length by row, as flat arrays that are spliced without a loop."""

from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Order = npt.NDArray[np.int64]
Column = npt.NDArray[Any]


def ranges(starts: Ints, rows: npt.NDArray[np.integer]) -> tuple[Order, Order]:
    """The places of all values of `rows`, one after the other, and before them the place in `rows` that each is of."""
    low = starts[rows].astype(np.int64)
    fan = starts[rows + 1] - low
    owner = np.repeat(np.arange(len(low)), fan)
    return owner, np.arange(len(owner)) + np.repeat(low - np.cumsum(fan) + fan, fan)


def merged(own: tuple[str, ...], gone: Set[str], come: tuple[str, ...]) -> Order:
    """Where each row of the outcome lies in `own` and then `come`, both by id: `come` replaces, `gone` goes."""
    places = [bisect_left(own, id) for id in come]
    lost = [bisect_left(own, id) for id in gone]
    out = {place for place, id in zip([*places, *lost], [*come, *gone], strict=True) if own[place : place + 1] == (id,)}
    removed = np.array(sorted(out), np.int64)
    kept = np.delete(np.arange(len(own)), removed)
    at = np.array(places, np.int64)
    return np.insert(kept, at - np.searchsorted(removed, at), np.arange(len(own), len(own) + len(come)))


@dataclass(frozen=True, eq=False)
class Ragged:
    """Row r holds places starts[r] to starts[r + 1] of every column.

    starts: (rows + 1,). columns: each (values,).
    """

    starts: Ints
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, lengths: npt.ArrayLike, *columns: Column) -> "Ragged":
        """Rows of these lengths over these columns."""
        return cls(np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32), columns)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.starts) - 1

    @cached_property
    def owner(self) -> Ints:
        """The row of every value; shape (values,)."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    def row(self, row: int) -> slice:
        """Where a row's values lie."""
        return slice(int(self.starts[row]), int(self.starts[row + 1]))

    @cached_property
    def _firsts(self) -> tuple[Order, Order, Order]:
        """The first code of each row, -1 = none; and the row and the code of all the others."""
        codes = self.columns[0].astype(np.int64)
        holds, place = np.diff(self.starts) > 0, self.starts[:-1]
        first = np.full(len(self), -1, np.int64)
        first[holds] = codes[place[holds]]
        rest = np.ones(len(codes), np.bool_)
        rest[place[holds]] = False
        return first, self.owner[rest].astype(np.int64), codes[rest]

    def reduced(self, way: np.ufunc, by_code: Floats, empty: float) -> Floats:
        """What `by_code` says of the codes in the first column, taken together by row as `way` does (np.maximum).

        Rows without a value get `empty`; (rows,).
        """
        first, owner, codes = self._firsts
        found: Floats = np.append(by_code, empty)[first]
        way.at(found, owner, by_code[codes])
        return found

    def kept(self, chosen: npt.NDArray[np.bool_]) -> "Ragged":
        """The same rows with only the values that are `chosen`; (values,)."""
        lengths = np.bincount(self.owner[chosen], minlength=len(self))
        return Ragged.of(lengths, *(column[chosen] for column in self.columns))

    def spliced(self, other: "Ragged", order: Order) -> "Ragged":
        """Of these rows and then the other's, those at `order`."""
        lengths = np.concatenate([np.diff(self.starts), np.diff(other.starts)])[order]
        low = np.concatenate([self.starts[:-1], other.starts[:-1] + self.starts[-1]])[order]
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        taken = np.repeat(low - starts[:-1], lengths) + np.arange(starts[-1], dtype=np.int32)
        pairs = zip(self.columns, other.columns, strict=True)
        return Ragged(starts, tuple(np.concatenate(pair)[taken] for pair in pairs))
