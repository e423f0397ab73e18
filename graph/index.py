"""The MatchIndex: every ad's weighted requirements as sparse arrays, so that one profile ranks all ads at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.columns import AdColumns, columns_of
from graph.coverage import Coverage
from graph.ontology import LiveOntology
from graph.scoring import Part, part_weights, recency, requirements
from ontology.people import Profile
from ontology.vacancies import Posting

Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int32]


@dataclass(frozen=True)
class MatchIndex:
    """Ads by row with their requirements; agrees with `scoring.score` to 1e-9.

    ad, skill, weight: (requirements,), one triple a part. part_share: (ads, 3) weights of professional, personal,
    occupation. occupation_ad, occupation: (guesses,).
    """

    postings: tuple[Posting, ...]
    professional: tuple[Rows, Rows, Scores]
    personal: tuple[Rows, Rows, Scores]
    occupation_ad: Rows
    occupation: Rows
    part_share: Scores

    @cached_property
    def columns(self) -> AdColumns:
        """What filters ask of every ad."""
        return columns_of(self.postings)

    @cached_property
    def _totals(self) -> tuple[Scores, Scores]:
        """(ads,) the weight asked in the professional and in the personal part."""
        count = len(self.postings)
        (asked, _, weights), (wanted, _, wished) = self.professional, self.personal
        return np.bincount(asked, weights, count).astype(np.float64), np.bincount(wanted, wished, count).astype(
            np.float64
        )

    def fits(self, covered: Coverage) -> Scores:
        """The share of each ad's professional weight that is covered, in [0, 1]; 0 where it asks nothing; (ads,)."""
        asked, skills, weights = self.professional
        met, total = np.bincount(asked, weights * covered.values[skills], len(self.postings)), self._totals[0]
        return np.divide(met, total, out=np.zeros(len(total)), where=total > 0)

    def scores(self, profile: Profile, covered: Coverage, live: LiveOntology, as_of: date) -> Scores:
        """The score of every ad, in [0, 1]; shape (ads,)."""
        count = len(self.postings)
        neutral = live.constants.neutral
        asked, skills, weights = self.professional
        total = self._totals[0] + live.shrinkage
        professional = np.bincount(asked, weights * covered.values[skills], count) / total
        asked, skills, weights = self.personal
        weighed = self._totals[1]
        met = np.bincount(asked, weights * np.maximum(neutral, covered.values[skills]), count)
        personal = np.divide(met, weighed, out=np.zeros(count), where=weighed > 0)
        parts = np.stack([professional, personal, self.occupation_part(profile, live, as_of)], axis=1)
        found: Scores = (parts * self.part_share).sum(axis=1)
        return found

    def occupation_part(self, profile: Profile, live: LiveOntology, as_of: date) -> Scores:
        """How feasible the move to each ad's occupation is, in [0, 1]; neutral where no job is held; (ads,)."""
        count, rows = len(self.postings), live.taxonomy.occupation_rows
        held = [one for one in profile.held if one.occupation in rows]
        if not held:
            return np.full(count, live.constants.neutral)
        move, moves = np.zeros(len(live.taxonomy.occupations)), live.derived.moves
        for one in held:
            origin = rows[one.occupation]
            worth, reach = recency(one, as_of, live.constants), moves.row(origin)
            targets = moves.targets[reach]
            move[targets] = np.maximum(move[targets], worth * moves.feasibility[reach].astype(np.float64))
            move[origin] = max(move[origin], worth)
        best = np.zeros(count)
        np.maximum.at(best, self.occupation_ad, move[self.occupation])
        return best


def build_index(postings: Iterable[Posting], live: LiveOntology) -> MatchIndex:
    """The index over `postings`, rows by posting id."""
    ordered = tuple(sorted(postings, key=lambda posting: posting.id))
    parts: dict[Part, list[tuple[int, int, float]]] = {Part.PROFESSIONAL: [], Part.PERSONAL: []}
    guesses: list[tuple[int, int]] = []
    share = np.zeros((len(ordered), 3))
    for row, posting in enumerate(ordered):
        professional, personal = requirements(posting, live)
        parts[Part.PROFESSIONAL] += [(row, one.row, one.weight) for one in professional]
        parts[Part.PERSONAL] += [(row, one.row, one.weight) for one in personal]
        known = [live.taxonomy.occupation_rows.get(guess.occupation) for guess in posting.occupations]
        guesses += [(row, occupation) for occupation in known if occupation is not None]
        any_known = any(occupation is not None for occupation in known)
        weights = part_weights(bool(professional), bool(personal), any_known, live.constants)
        share[row] = [weights.get(part, 0.0) for part in Part]
    pairs = np.array(guesses, np.int32).reshape(-1, 2)
    return MatchIndex(
        ordered, _columns(parts[Part.PROFESSIONAL]), _columns(parts[Part.PERSONAL]), pairs[:, 0], pairs[:, 1], share
    )


def _columns(triples: Sequence[tuple[int, int, float]]) -> tuple[Rows, Rows, Scores]:
    table = np.array(triples, np.float64).reshape(-1, 3)
    return table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2].copy()
