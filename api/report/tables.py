"""The tables under the pictures: plain text in cells, each row with a head of its own."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, the heads of the columns, and the rows; of a row the first `heads` cells are its head.

    `words`: the columns that hold words and are set to the left; all others but the heads are numbers.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heads: int = 1
    words: frozenset[int] = frozenset()

    def is_text(self, column: int) -> bool:
        """Whether a column is set to the left."""
        return column < self.heads or column in self.words


def table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    heads: int = 1,
    words: Sequence[int] = (),
) -> Table:
    """A table of whatever sequences."""
    return Table(caption, tuple(columns), tuple(tuple(row) for row in rows), heads, frozenset(words))
