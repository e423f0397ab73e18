"""How feasible a move between two occupations is: a monotone sum of terms that can each be told to a citizen."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.constants import Constants
from graph.derived import Floats, Ints, Moves, Near, Views
from graph.views import Matrix, skill_matrix
from ontology.taxonomy import Taxonomy

TERMS = ("skills covered", "skills in common", "skill sets alike", "work described alike", "same ISCO group", "level")
"""Each in [0, 1]; the last is 1 where the target demands no more formal education than the origin."""
WEIGHTS = np.array([0.35, 0.15, 0.10, 0.20, 0.05, 0.15], dtype=np.float32)
_LEVELS_LACKING_TOTAL = 4.0
_ROWS_KEPT = 256
"""Twelve kilobytes each over ESCO."""


@dataclass(frozen=True)
class MoveModel:
    """The move function over one release; rows are computed on demand.

    coverage, cosine: (occupations, occupations); levels: (occupations,) formal education 0 to 5, NaN = unknown.
    """

    coverage: Floats
    cosine: Floats
    views: Views
    isco: Ints
    levels: Floats
    _rows: dict[int, Floats] = field(default_factory=dict, init=False, repr=False, compare=False)

    def terms(self, origin: int) -> Floats:
        """The terms of every move from `origin`, each in [0, 1]; shape (occupations, terms)."""
        lacking = np.nan_to_num(self.levels - np.nan_to_num(self.levels[origin]), nan=0.0)
        columns = (
            self.coverage[origin],
            self.cosine[origin],
            np.clip(np.vecdot(self.views.skill_sets, self.views.skill_sets[origin]), 0, 1),
            np.clip(np.vecdot(self.views.texts, self.views.texts[origin]), 0, 1),
            _shared_digits(self.isco, origin),
            1.0 - np.clip(lacking, 0, _LEVELS_LACKING_TOTAL) / _LEVELS_LACKING_TOTAL,
        )
        return np.stack(columns, axis=1).astype(np.float32)

    def feasibility(self, origin: int) -> Floats:
        """How feasible each move from `origin` is, in [0, 1]; shape (occupations,), not to be written to.

        The rows asked for last are kept: most people come from few occupations.
        """
        row = self._rows.get(origin)
        if row is None:
            row = np.clip(np.vecdot(self.terms(origin), WEIGHTS), 0, 1)
            row.setflags(write=False)
            if len(self._rows) >= _ROWS_KEPT:
                self._rows.clear()
            self._rows[origin] = row
        return row


def _shared_digits(isco: Ints, origin: int) -> npt.NDArray[np.float64]:
    own = isco[origin]
    shared: npt.NDArray[np.float64] = np.mean([isco // 10**digit == own // 10**digit for digit in range(4)], axis=0)
    return shared


def model(taxonomy: Taxonomy, near: Near, views: Views, idf: Floats, levels: Floats, constants: Constants) -> MoveModel:
    """The move function over `taxonomy`."""
    skills = skill_matrix(taxonomy, idf)
    cosine = (skills @ skills.T).toarray().astype(np.float32)
    isco = np.array([int(o.isco) for o in taxonomy.occupations], dtype=np.int32)
    return MoveModel(_coverage(taxonomy, near, idf, constants), cosine, views, isco, levels)


def reached_skills(taxonomy: Taxonomy, near: Near) -> Matrix:
    """Best proximity from any skill of an occupation to each skill, optional skills at half; (occupations, skills)."""
    origin = np.concatenate([taxonomy.essential.sources, taxonomy.optional.sources])
    skill = np.concatenate([taxonomy.essential.targets, taxonomy.optional.targets])
    strength = np.concatenate([np.ones(len(taxonomy.essential)), np.full(len(taxonomy.optional), 0.5)])
    chosen, pair = near.pairs_of(skill)
    rows, columns = np.concatenate([origin, origin[chosen]]), np.concatenate([skill, near.targets[pair]])
    values = np.concatenate([strength, strength[chosen] * near.proximity[pair]]).astype(np.float32)
    order = np.lexsort((-values, columns, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    first = np.ones(len(rows), np.bool_)
    first[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    shape = (len(taxonomy.occupations), len(taxonomy.skills))
    return sparse.csr_array((values[first], (rows[first], columns[first])), shape=shape)


def essential_weights(taxonomy: Taxonomy, idf: Floats) -> Matrix:
    """Specificity of each essential skill; shape (occupations, skills)."""
    pairs = taxonomy.essential
    shape = (len(taxonomy.occupations), len(taxonomy.skills))
    return sparse.csr_array((idf[pairs.targets], (pairs.sources, pairs.targets)), shape=shape)


def _coverage(taxonomy: Taxonomy, near: Near, idf: Floats, constants: Constants) -> Floats:
    """Shrunk share of the target's essential skills that the origin's skills reach; (origins, targets)."""
    asked = essential_weights(taxonomy, idf)
    covered = (reached_skills(taxonomy, near) @ asked.T).toarray()
    total = np.asarray(asked.sum(axis=1)).ravel()
    shrink = constants.coverage_shrink * float(np.median(idf))
    share: Floats = (covered / (total + shrink)[None, :]).astype(np.float32)
    return share


def strongest(model: MoveModel, constants: Constants) -> Moves:
    """The `moves_kept` strongest moves of every origin, itself left out; ties by row."""
    count = len(model.isco)
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
