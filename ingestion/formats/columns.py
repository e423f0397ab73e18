"""Runs of text with their places on a page -> lines in the order that a person reads: columns, bands, rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingestion.formats.layout import row as side_by_side
from ingestion.sections import heading

_FEWEST_ROWS = 3
"""A column has at least so many rows."""
_SAME_EDGE, _GUTTER = 3.0, 6.0
"""In points: how exactly a column's lines begin below each other, and how much is free before them."""
_MOST_EDGES = 20
_DATED, _HEADINGS, _BESIDE, _SHORT = 0.5, 0.6, 0.8, 20
_DATE = re.compile(r"^\W*(?:[a-zæøå]{3,9}\.? |\d{1,2}[./-])*(?:19|20)\d{2}\b|^\W*(?:siden|til|fra) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line without a wide gap, and their box in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


_Row = list[Run]


def in_order(runs: Sequence[Run]) -> list[str]:
    """The lines of a page from top to bottom; where it has columns, each column as a whole, the left one first.

    Two columns that are read across (periods beside jobs, headings in the margin) stay rows.
    """
    return _lines(_rows([run for run in runs if run.text]))


def _lines(rows: Sequence[_Row]) -> list[str]:
    found = _columns(rows)
    if found is None:
        return [line for row in rows for line in side_by_side([[run.text] for run in row])]
    first, last, edge = found
    left, right = _parted(rows[first:last], edge)
    between = _across(left, right) if _read_across(left, right) else [*_lines(_full(left)), *_lines(_full(right))]
    return [*_lines(rows[:first]), *between, *_lines(rows[last:])]


def _rows(runs: Sequence[Run]) -> list[_Row]:
    """Runs on the same line, from left to right; lines from top to bottom."""
    rows: list[_Row] = []
    for run in sorted(runs, key=lambda one: (-(one.bottom + one.top), one.left)):
        last = rows[-1][0] if rows else None
        shift = abs(run.bottom + run.top - last.bottom - last.top) / 2 if last else 0.0
        if last is not None and shift < min(run.top - run.bottom, last.top - last.bottom) / 2:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _columns(rows: Sequence[_Row]) -> tuple[int, int, float] | None:
    """The band of rows [first, last) that an edge parts best, and that edge; None where the rows are one column."""
    best, found = 0, None
    for edge in _edges(rows):
        for first, last in _bands(rows, edge):
            left, right = _parted(rows[first:last], edge)
            size = min(len(_worded(left)), len(_worded(right)))
            if size >= _FEWEST_ROWS and size > best:
                best, found = size, (first, last, edge)
    return found


def _edges(rows: Sequence[_Row]) -> list[float]:
    """Where several lines begin below each other, the commonest first."""
    counts: dict[int, list[float]] = {}
    for row in rows:
        for run in row:
            counts.setdefault(round(run.left / _SAME_EDGE), []).append(run.left)
    many = sorted(counts.values(), key=len, reverse=True)[:_MOST_EDGES]
    return [min(lefts) for lefts in many if len(lefts) >= _FEWEST_ROWS]


def _bands(rows: Sequence[_Row], edge: float) -> Iterator[tuple[int, int]]:
    """The stretches of rows in which no run crosses the gutter before an edge."""
    first = 0
    for place, row in enumerate(rows):
        if any(run.left < edge - _SAME_EDGE and run.right > edge - _GUTTER for run in row):
            if place > first:
                yield first, place
            first = place + 1
    if first < len(rows):
        yield first, len(rows)


def _parted(rows: Sequence[_Row], edge: float) -> tuple[list[_Row], list[_Row]]:
    """Each row's runs left and right of an edge; a row that has none on a side is empty there."""
    left = [[run for run in row if run.left < edge - _SAME_EDGE] for row in rows]
    return left, [[run for run in row if run.left >= edge - _SAME_EDGE] for row in rows]


def _full(rows: Sequence[_Row]) -> list[_Row]:
    return [row for row in rows if row]


def _worded(rows: Sequence[_Row]) -> list[_Row]:
    """The rows that hold more than bullets."""
    return [row for row in rows if any(character.isalnum() for run in row for character in run.text)]


def _across(left: Sequence[_Row], right: Sequence[_Row]) -> list[str]:
    both = (
        side_by_side([["  ".join(run.text for run in side)] for side in pair if side])
        for pair in zip(left, right, strict=True)
    )
    return [line for lines in both for line in lines]


def _read_across(left: Sequence[_Row], right: Sequence[_Row]) -> bool:
    """Whether the left side labels the right one line for line, or the other way round."""
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a and b]
    labels = _worded(left)
    beside = len([pair for pair in pairs if _worded(pair[:1])]) / len(labels)
    dated = max(_share(side, lambda text: bool(_DATE.search(text))) for side in (labels, _worded(right)))
    headings = _share(labels, lambda text: heading(text) is not None)
    if dated >= _DATED or (headings >= _HEADINGS and beside >= _BESIDE):
        return True
    length = sum(len(row[0].text) for row in labels) / len(labels)
    return headings == 0 and beside >= _BESIDE and length <= _SHORT


def _share(rows: Sequence[_Row], holds: Callable[[str], bool]) -> float:
    return sum(holds(row[0].text) for row in rows) / max(len(rows), 1)
