"""How feasible a move between two occupations is: a monotone sum of terms that can each be told to a citizen."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.constants import Constants
from graph.derived import Derived, Floats, Ints, Moves
from graph.views import Matrix
from ontology.judged import NEUTRAL
from ontology.taxonomy import Taxonomy

TERMS = (
    "skills covered",
    "skills alike",
    "occupations alike",
    "fields alike",
    "level",
    "consultants name it",
    "experts list such",
    "open to newcomers",
    "carries elsewhere",
    "experts list both",
)
"""Each in [0, 1]; level is 1 where the target demands no more formal education than the origin."""
OF_ESCO = 5
"""So many of them come out of the release itself; the others out of what people know and judged (ontology.learnt)."""
WEIGHTS = np.array([0.42, 0.15, 0.10, 0.0, 0.03, 0.0, 0.0, 0.15, 0.15, 0.0], dtype=np.float32)
"""How feasible a move is: chosen without a weight below zero on how people rated moves (docs/scoring.md), then rounded;
level was raised from nothing."""
CUSTOM = np.array([0.0, 0.06, 0.06, 0.36, 0.0, 0.05, 0.04, 0.0, 0.0, 0.43], dtype=np.float32)
"""How customary a move is: the same terms weighed for what experts list, by the same rule."""
Flags = npt.NDArray[np.bool_]
_LEVELS_LACKING_TOTAL = 4.0
_ROWS_KEPT = 256
"""Twenty-four kilobytes each over ESCO."""


@dataclass(frozen=True)
class MoveModel:
    """The move function over one release; rows are computed on demand.

    held: (occupations, skills), not 0 where an occupation asks for a skill at all. asked: (occupations, skills),
    specificity of each essential skill; total: (occupations,), of all of them, shrunk. units: (occupations,) rows of
    Views.fields. levels: (occupations,) formal education 0 to 5, NaN = unknown.
    """

    derived: Derived
    held: Matrix
    asked: Matrix
    total: Floats
    units: Ints
    levels: Floats
    path_in_moves: float
    _rows: dict[int, tuple[Floats, Floats]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def terms(self, origin: int) -> Floats:
        """The terms of every move from `origin`, each in [0, 1]; shape (occupations, terms)."""
        lacking = np.nan_to_num(self.levels - np.nan_to_num(self.levels[origin]), nan=0.0)
        views, judged = self.derived.views, self.derived.judged
        described = _likeness(views.texts, origin)
        listed = NEUTRAL + np.vecdot(judged.places, judged.signs * judged.places[origin])
        columns = (
            (self.asked @ self.reached(origin)) / self.total,
            self._meant(views.skill_meanings, self._skills_known, origin, described),
            self._meant(views.meanings, self._known, origin, described),
            views.fields[self.units[origin], self.units],
            1.0 - np.clip(lacking, 0, _LEVELS_LACKING_TOTAL) / _LEVELS_LACKING_TOTAL,
            judged.named[self.units[origin], self.units],
            np.clip(listed, 0, 1),
            judged.entry,
            np.full(len(self.units), judged.leaving[origin]),
            np.clip(np.vecdot(judged.circles, judged.circle_signs * judged.circles[origin]), 0, 1),
        )
        return np.stack(columns, axis=1).astype(np.float32)

    def reached(self, origin: int) -> Floats:
        """How well each skill is covered by who has all skills of `origin`, in [0, 1]; shape (skills,).

        1 for those skills themselves, the likeness of one that means nearly the same, and a share of the proximity of
        one that a path leads to.
        """
        own = self.held.indices[self.held.indptr[origin] : self.held.indptr[origin + 1]]
        near, alike = self.derived.near, self.derived.alike
        found = np.zeros(self.held.shape[1], np.float32)
        _, pair = near.pairs_of(own)
        np.maximum.at(found, near.targets[pair], self.path_in_moves * near.proximity[pair])
        _, pair = alike.pairs_of(own)
        np.maximum.at(found, alike.targets[pair], alike.likeness[pair])
        found[own] = 1.0
        return found

    def feasibility(self, origin: int) -> Floats:
        """How feasible each move from `origin` is, in [0, 1]; shape (occupations,), not to be written to.

        The rows asked for last are kept: most people come from few occupations.
        """
        return self._row(origin)[0]

    def custom(self, origin: int) -> Floats:
        """How customary each move from `origin` is, as far as experts list such, in [0, 1]; as `feasibility`.

        Not whether it can be done: experts list the neighbourhood of a job, where a crowd rates what carries over.
        """
        return self._row(origin)[1]

    def _row(self, origin: int) -> tuple[Floats, Floats]:
        row = self._rows.get(origin)
        if row is None:
            terms = self.terms(origin)
            feasible, customary = (np.clip(np.vecdot(terms, weights), 0, 1) for weights in (WEIGHTS, CUSTOM))
            for one in (feasible, customary):
                one.setflags(write=False)
            if len(self._rows) >= _ROWS_KEPT:
                self._rows.clear()
            row = self._rows[origin] = feasible, customary
        return row

    @cached_property
    def _known(self) -> Flags:
        return np.asarray(self.derived.views.meanings.any(axis=1), np.bool_)

    @cached_property
    def _skills_known(self) -> Flags:
        return np.asarray(self.derived.views.skill_meanings.any(axis=1), np.bool_)

    @staticmethod
    def _meant(vectors: Floats, known: Flags, origin: int, instead: Floats) -> Floats:
        """Likeness where a meaning is known of both; where not, as in a later release, what their words say."""
        return np.where(known, _likeness(vectors, origin), instead) if known[origin] else instead


def _likeness(vectors: Floats, origin: int) -> Floats:
    found: Floats = np.clip(np.vecdot(vectors, vectors[origin]), 0, 1)
    return found


def model(taxonomy: Taxonomy, derived: Derived, levels: Floats, constants: Constants) -> MoveModel:
    """The move function over `taxonomy`; of `derived` all but the moves themselves."""
    asked = essential_weights(taxonomy, derived.idf)
    shrink = constants.coverage_shrink * float(np.median(derived.idf)) if len(derived.idf) else 1.0
    total = (np.asarray(asked.sum(axis=1)).ravel() + shrink).astype(np.float32)
    unit = {code: row for row, code in enumerate(taxonomy.unit_groups)}
    units = np.array([unit[one.isco] for one in taxonomy.occupations], np.int32)
    return MoveModel(derived, _held(taxonomy), asked, total, units, levels, constants.path_in_moves)


def _held(taxonomy: Taxonomy) -> Matrix:
    rows = np.concatenate([taxonomy.essential.sources, taxonomy.optional.sources])
    columns = np.concatenate([taxonomy.essential.targets, taxonomy.optional.targets])
    shape = (len(taxonomy.occupations), len(taxonomy.skills))
    return sparse.csr_array((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)


def essential_weights(taxonomy: Taxonomy, idf: Floats) -> Matrix:
    """Specificity of each essential skill; shape (occupations, skills)."""
    pairs = taxonomy.essential
    shape = (len(taxonomy.occupations), len(taxonomy.skills))
    return sparse.csr_array((idf[pairs.targets], (pairs.sources, pairs.targets)), shape=shape)


def strongest(model: MoveModel, constants: Constants) -> Moves:
    """The `moves_kept` strongest moves of every origin, itself left out; ties by row."""
    count = len(model.units)
    kept = min(constants.moves_kept, count - 1)
    targets, values, terms = [], [], []
    for origin in range(count):
        all_terms = model.terms(origin)
        score = np.clip(all_terms @ WEIGHTS, 0, 1)
        score[origin] = -1.0
        best = np.argsort(-score, kind="stable")[:kept]
        targets.append(best.astype(np.int32))
        values.append(score[best].astype(np.float32))
        terms.append(all_terms[best])
    starts = (np.arange(count + 1) * kept).astype(np.int32)
    return Moves(starts, np.concatenate(targets), np.concatenate(values), np.concatenate(terms))
