"""The MatchIndex: every ad's weighted requirements as sparse arrays, so that one profile ranks all ads at once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.columns import AdColumns
from graph.coverage import Coverage
from graph.experience import recency
from graph.near_same import near_same
from graph.ontology import LiveOntology
from graph.ragged import Order, Ragged, ranges
from graph.shelf import Shelf
from ontology.people import Profile
from ontology.vacancies import PostingId

Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class MatchIndex:
    """Ads by row, rows by id; agrees with `scoring.score` to 1e-9. It belongs to one release and is never changed.

    professional, personal: each ad's requirements as skill row and weight. occupations: the rows of its guesses.
    part_share: (ads, 3) weights of professional, personal, occupation. skills: how many skills the release has.
    """

    ids: tuple[PostingId, ...]
    postings: Shelf
    professional: Ragged
    personal: Ragged
    occupations: Ragged
    part_share: Scores
    columns: AdColumns
    skills: int

    def __len__(self) -> int:
        """How many ads there are."""
        return len(self.ids)

    @cached_property
    def asked(self) -> sparse.csr_array:
        """The weight of each professional requirement; (ads, skills)."""
        return _matrix(self.professional, self.skills)

    @cached_property
    def _wished(self) -> sparse.csr_array:
        return _matrix(self.personal, self.skills)

    @cached_property
    def totals(self) -> tuple[Scores, Scores]:
        """(ads,) the weight asked in the professional and in the personal part; 1 where an ad asks nothing there."""
        asked, wished = (matrix @ np.ones(self.skills) for matrix in (self.asked, self._wished))
        return np.where(asked > 0, asked, 1.0), np.where(wished > 0, wished, 1.0)

    @cached_property
    def copies(self) -> tuple[Rows, Rows]:
        """The ads that others are near-same to, and a number that the copies of an ad share.

        Copies stand together, most openings first, else by row. They work in the same first municipality and have the
        same best guess at the occupation.
        """
        columns = self.columns
        codes: dict[str, int] = {}
        town = np.array([codes.setdefault(one.municipality, len(codes)) for one in columns.places] + [-1], np.int64)
        place = columns.place
        holds = np.diff(place.starts) > 0
        home = np.full(len(self), -1, np.int64)
        home[holds] = town[place.columns[0][place.starts[:-1][holds]]]
        blocks = (home + 1) * (int(columns.job.max(initial=-1)) + 2) + columns.job + 1
        prints = np.where(columns.printed, columns.print, 0).astype(np.uint64)
        same = near_same(prints, blocks, columns.published, columns.last)
        rows = np.flatnonzero(np.bincount(same, minlength=1)[same] > 1)
        rows = rows[np.lexsort((-columns.openings[rows], same[rows]))]
        return rows, same[rows]

    def without_copies(self, rows: Rows) -> Rows:
        """The same rows, of the copies of an ad only the first of those with most openings."""
        copied, same = self.copies
        kept = np.zeros(len(self), np.bool_)
        kept[rows] = True
        there = kept[copied]
        copied, same = copied[there], same[there]
        kept[copied[1:][np.diff(same) == 0]] = False
        return rows[kept[rows]]

    def fits(self, covered: Coverage) -> Scores:
        """The share of each ad's professional weight that is covered, in [0, 1]; 0 where it asks nothing; (ads,)."""
        return self.met(covered) / self.totals[0]

    def scores(self, profile: Profile, covered: Coverage, live: LiveOntology, as_of: date) -> Scores:
        """The score of every ad, in [0, 1]; shape (ads,)."""
        asked, wished = self.totals
        professional, personal, occupation = self._shares
        found = self.met(covered) / (asked + live.shrinkage)
        found *= professional
        met = self._wished @ np.maximum(live.constants.neutral, covered.values)
        found += met / wished * personal
        found += self.occupation_part(profile, live, as_of) * occupation
        return found

    def met(self, covered: Coverage) -> Scores:
        """How much of each ad's professional weight is covered; (ads,), not to be written to.

        It is kept as long as the coverage: matches, unlocks and questions of one request ask for the same.
        """
        found = self._met.get(covered)
        if found is None:
            found = self._met[covered] = self._met_by(covered)
            found.setflags(write=False)
        return found

    @cached_property
    def _met(self) -> WeakKeyDictionary[Coverage, Scores]:
        return WeakKeyDictionary()

    def _met_by(self, covered: Coverage) -> Scores:
        """See `met`; looks only at the skills that are covered."""
        skills = np.flatnonzero(covered.values)
        at, ads, weights = self.asking(skills)
        return np.bincount(ads, weights * covered.values[skills][at], len(self)).astype(np.float64, copy=False)

    def asking(self, skills: Order) -> tuple[Order, Rows, Scores]:
        """Every professional requirement of one of `skills`: its place there, the ad, ascending, and the weight."""
        by_skill = self._by_skill
        at, place = ranges(by_skill.indptr, skills)
        return at, by_skill.indices[place], by_skill.data[place]

    @cached_property
    def _by_skill(self) -> sparse.csc_array:
        return self.asked.tocsc()

    @cached_property
    def _shares(self) -> Scores:
        return np.ascontiguousarray(self.part_share.T)

    def occupation_part(self, profile: Profile, live: LiveOntology, as_of: date) -> Scores:
        """How feasible the move to each ad's occupation is, in [0, 1]; neutral where no job is held; (ads,)."""
        rows = live.taxonomy.occupation_rows
        held = [one for one in profile.held if one.occupation in rows]
        if not held:
            return np.full(len(self), live.constants.neutral)
        move, moves = np.zeros(len(live.taxonomy.occupations)), live.derived.moves
        for one in held:
            origin = rows[one.occupation]
            worth, reach = recency(one, as_of, live.constants), moves.row(origin)
            targets = moves.targets[reach]
            move[targets] = np.maximum(move[targets], worth * moves.feasibility[reach].astype(np.float64))
            move[origin] = max(move[origin], worth)
        return self.occupations.reduced(np.maximum, move, 0.0)

    def spliced(self, other: "MatchIndex", order: Order) -> "MatchIndex":
        """Of these ads and then the other's, those at `order`, which is by id."""
        ids = (*self.ids, *other.ids)
        return MatchIndex(
            tuple(map(ids.__getitem__, order.tolist())),
            self.postings.spliced(other.postings, order),
            self.professional.spliced(other.professional, order),
            self.personal.spliced(other.personal, order),
            self.occupations.spliced(other.occupations, order),
            np.concatenate([self.part_share, other.part_share])[order],
            self.columns.spliced(other.columns, order),
            self.skills,
        )


def _matrix(asked: Ragged, skills: int) -> sparse.csr_array:
    rows, weights = asked.columns
    return sparse.csr_array((weights, rows, asked.starts), shape=(len(asked), skills))
