"""Lists of unequal length by row, as flat arrays that are spliced without a loop."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Order = npt.NDArray[np.int64]
Column = npt.NDArray[np.generic]


@dataclass(frozen=True)
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

    def spliced(self, other: "Ragged", order: Order) -> "Ragged":
        """Of these rows and then the other's, those at `order`."""
        lengths = np.concatenate([np.diff(self.starts), np.diff(other.starts)])[order]
        low = np.concatenate([self.starts[:-1], other.starts[:-1] + self.starts[-1]])[order]
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        taken = np.repeat(low - starts[:-1], lengths) + np.arange(starts[-1], dtype=np.int32)
        pairs = zip(self.columns, other.columns, strict=True)
        return Ragged(starts, tuple(np.concatenate(pair)[taken] for pair in pairs))
