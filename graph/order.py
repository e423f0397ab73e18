"""The order of a list: best first, at most three of one employer before the rest, near-same ads once."""

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from graph.columns import AdColumns
from graph.near_same import NEAR_SAME_BITS
from ontology.vacancies import Posting

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

_MOST_OF_ONE_EMPLOYER = 3
_FIRST_LOOK, _WIDER = 128, 8


def best_first(rows: Rows, scores: Scores) -> Iterator[int]:
    """The rows by score, equals in the order given; only as many are sorted as are asked for."""
    left, look = rows, _FIRST_LOOK
    while len(left) > look:
        values = scores[left]
        least = np.partition(values, len(left) - look)[len(left) - look]
        top = values >= least
        yield from _sorted(left[top], scores)
        left, look = left[~top], look * _WIDER
    yield from _sorted(left, scores)


def _sorted(rows: Rows, scores: Scores) -> Iterator[int]:
    ordered: list[int] = rows[np.argsort(-scores[rows], kind="stable")].tolist()
    return iter(ordered)


def spread(order: Iterable[int], columns: AdColumns) -> Iterator[tuple[bool, int]]:
    """The same rows, an ad's near-same copies left out; True for one too many of an employer, which comes last.

    Near-same are ads at one place whose fingerprints differ by few bits.
    """
    employers: Counter[int] = Counter()
    seen: dict[str | None, list[int]] = {}
    later: list[int] = []
    for row in order:
        if columns.printed[row]:
            bits, others = int(columns.print[row]), seen.setdefault(_at(row, columns), [])
            if any((bits ^ other).bit_count() <= NEAR_SAME_BITS for other in others):
                continue
            others.append(bits)
        employer = int(columns.employer[row])
        employers[employer] += 1
        if employers[employer] <= _MOST_OF_ONE_EMPLOYER:
            yield False, row
        else:
            later.append(row)
    yield from ((True, row) for row in later)


def near_same(posting: Posting, columns: AdColumns) -> list[int]:
    """The rows of the ads that are near-same to this one, as `spread` has it, its own among them; ascending."""
    if not posting.fingerprint:
        return []
    apart = np.bitwise_count(columns.print ^ np.uint64(int(posting.fingerprint, 16)))
    alike = np.flatnonzero((apart <= NEAR_SAME_BITS) & columns.printed)
    where = posting.workplaces[0].municipality if posting.workplaces else None
    return [int(row) for row in alike if _at(int(row), columns) == where]


def _at(row: int, columns: AdColumns) -> str | None:
    places = columns.place.row(row)
    if places.start == places.stop:
        return None
    return columns.places[int(columns.place.columns[0][places.start])].municipality
