"""Making a MatchIndex of ads, and taking changed ads into one without making it anew."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

import numpy as np

from graph.gathering import Gathering
from graph.index import MatchIndex
from graph.ontology import LiveOntology
from graph.ragged import Order, Ragged
from graph.scoring import Part, part_weights, weights
from graph.shelf import Shelf
from ontology.vacancies import Posting, PostingId


def build_index(postings: Iterable[Posting], live: LiveOntology) -> MatchIndex:
    """The index over `postings`, rows by posting id; soonest where they come in that order."""
    rows = _Rows(live)
    shelf = Shelf.of(rows.taken(postings))
    found = rows.index(shelf)
    order = sorted(range(len(found)), key=found.ids.__getitem__)
    return found if order == list(range(len(found))) else found.spliced(_nothing(live), np.array(order, np.int64))


def changed(index: MatchIndex, gone: Collection[PostingId], come: Iterable[Posting], live: LiveOntology) -> MatchIndex:
    """The index without the ads `gone` and with those `come`, which replace what has their ids.

    It is the same as one built anew: the arrays are copied at the speed of memory, and only what came is read.
    """
    more = build_index(come, live)
    return index.spliced(more, _order(index.ids, frozenset(gone), more.ids))


def _order(own: tuple[PostingId, ...], gone: frozenset[PostingId], come: tuple[PostingId, ...]) -> Order:
    """Where each row of the outcome lies in own and then come."""
    places = [bisect_left(own, id) for id in come]
    lost = [bisect_left(own, id) for id in gone]
    out = {place for place, id in zip([*places, *lost], [*come, *gone], strict=True) if own[place : place + 1] == (id,)}
    removed = np.array(sorted(out), np.int64)
    kept = np.delete(np.arange(len(own)), removed)
    at = np.array(places, np.int64)
    return np.insert(kept, at - np.searchsorted(removed, at), np.arange(len(own), len(own) + len(come)))


def _nothing(live: LiveOntology) -> MatchIndex:
    return _Rows(live).index(Shelf.of(()))


class _Rows:
    """What the index has of each ad, ad by ad."""

    def __init__(self, live: LiveOntology) -> None:
        self._live, self._gathering = live, Gathering()
        self._ids: list[PostingId] = []
        self._counts: list[tuple[int, int, int]] = []
        self._asked: tuple[list[int], list[int]] = ([], [])
        self._weights: tuple[list[float], list[float]] = ([], [])
        self._occupations: list[int] = []
        self._share: list[tuple[float, float, float]] = []

    def taken(self, postings: Iterable[Posting]) -> Iterator[Posting]:
        """The same ads, each taken in as it passes."""
        rows, constants = self._live.taxonomy.occupation_rows, self._live.constants
        for posting in postings:
            self._ids.append(posting.id)
            self._gathering.add(posting)
            counts = [0, 0]
            for _, row, weight, own in weights(posting, self._live):
                self._asked[own].append(row)
                self._weights[own].append(weight)
                counts[own] += 1
            known = [rows[guess.occupation] for guess in posting.occupations if guess.occupation in rows]
            self._occupations += known
            self._counts.append((*counts, len(known)))  # type: ignore[arg-type]  # two and one
            share = part_weights(bool(counts[0]), bool(counts[1]), bool(known), constants)
            self._share.append(tuple(share.get(part, 0.0) for part in Part))  # type: ignore[arg-type]  # three parts
            yield posting

    def index(self, shelf: Shelf) -> MatchIndex:
        """The index of what was taken, over the ads themselves."""
        counts = np.array(self._counts, np.int64).reshape(-1, 3)
        parts = [
            Ragged.of(counts[:, own], np.array(self._asked[own], np.int32), np.array(self._weights[own], np.float64))
            for own in (0, 1)
        ]
        return MatchIndex(
            tuple(self._ids),
            shelf,
            *parts,
            Ragged.of(counts[:, 2], np.array(self._occupations, np.int32)),
            np.array(self._share, np.float64).reshape(-1, 3),
            self._gathering.columns(),
            len(self._live.taxonomy.skills),
        )
