"""Making a MatchIndex of ads, and taking changed ads into one without making it anew."""

from collections.abc import Collection, Iterable, Iterator

import numpy as np
import numpy.typing as npt

from graph.constants import IMPORTANCE_WEIGHT, Constants
from graph.gathering import Gathering
from graph.index import MatchIndex
from graph.names import NONE
from graph.ontology import LiveOntology
from graph.ragged import Ragged, merged
from graph.scoring import Part, part_weights, stand_ins
from graph.shelf import Shelf
from ontology.kinds import Importance
from ontology.vacancies import Posting, PostingId

_IMPORTANCES = tuple(Importance)
_STAND_IN = len(_IMPORTANCES)


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
    return index.spliced(more, merged(index.ids, frozenset(gone), more.ids))


def _nothing(live: LiveOntology) -> MatchIndex:
    return _Rows(live).index(Shelf.of(()))


class _Rows:
    """What the index has of each ad, ad by ad."""

    def __init__(self, live: LiveOntology) -> None:
        self._live, self._gathering = live, Gathering(live.taxonomy)
        self._ids: list[PostingId] = []
        self._asked: list[int] = []
        self._how: list[int] = []
        self._occupations: list[int] = []
        self._counts: list[tuple[int, int]] = []

    def taken(self, postings: Iterable[Posting]) -> Iterator[Posting]:
        """The same ads, each taken in as it passes."""
        row_of, job_of = self._live.taxonomy.skill_rows.get, self._live.taxonomy.occupation_rows.get
        personal, place = self._live.by_skill[1], _IMPORTANCES.index
        for posting in postings:
            self._ids.append(posting.id)
            self._gathering.add(posting)
            asked = [row_of(one.skill, NONE) for one in posting.asks]
            self._how += [place(one.importance) for one in posting.asks]
            filled = stand_ins(posting, [row for row in asked if row >= 0 and not personal[row]], self._live)
            self._how += [_STAND_IN] * len(filled)
            jobs = [row for row in (job_of(guess.occupation, NONE) for guess in posting.occupations) if row >= 0]
            self._asked += asked + filled
            self._occupations += jobs
            self._counts.append((len(asked) + len(filled), len(jobs)))
            yield posting

    def index(self, shelf: Shelf) -> MatchIndex:
        """The index of what was taken, over the ads themselves."""
        counts = np.array(self._counts, np.int64).reshape(-1, 2)
        asked = np.array(self._asked, np.int32)
        weights = _weight_of(self._live.constants)[np.array(self._how, np.int64)] * self._live.specificity[asked]
        every, known = Ragged.of(counts[:, 0], asked, weights), asked >= 0
        own = self._live.taxonomy.personal[asked]
        professional, personal = every.kept(known & ~own), every.kept(known & own)
        occupations = Ragged.of(counts[:, 1], np.array(self._occupations, np.int32))
        there = [(np.diff(part.starts) > 0).astype(np.int64) for part in (professional, personal, occupations)]
        return MatchIndex(
            tuple(self._ids),
            shelf,
            professional,
            personal,
            occupations,
            _share_of(self._live.constants)[tuple(there)],
            self._gathering.columns(),
            len(self._live.taxonomy.skills),
        )


def _weight_of(constants: Constants) -> npt.NDArray[np.float64]:
    """What each importance counts, and last a stand-in."""
    read = [IMPORTANCE_WEIGHT[one] for one in _IMPORTANCES]
    return np.array([*read, constants.stand_in_weight * IMPORTANCE_WEIGHT[Importance.MUST]])


def _share_of(constants: Constants) -> npt.NDArray[np.float64]:
    """The weights of the three parts, by whether the ad asks anything in each; (2, 2, 2, 3)."""
    shares = np.zeros((2, 2, 2, len(Part)))
    for professional, personal, occupation in np.ndindex(2, 2, 2):
        found = part_weights(bool(professional), bool(personal), bool(occupation), constants)
        shares[professional, personal, occupation] = [found.get(part, 0.0) for part in Part]
    return shares
