"""One live release with all that is derived from it: what the thinking reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from graph.alike import alike
from graph.constants import DEFAULT, Constants
from graph.derived import NO_MOVES, Derived, Floats
from graph.judged import judged
from graph.moves import MoveModel, essential_weights, model, strongest
from graph.proximity import near
from graph.specificity import idf
from graph.stones import WaysIn
from graph.views import Matrix, skill_matrix, views
from ontology.kinds import EscoUri, SkillKind
from ontology.learnt import Learnt
from ontology.taxonomy import Taxonomy

SPECIFIC_NATS = 2.3
"""A skill is specific where fewer than about one in ten unit groups asks for it."""
_MANAGERS, _SUPERVISORS = "1", "312"
"""ISCO-08 major group 1; the foremen of mining, manufacturing and construction."""
_ORIGINS = 512
"""Occupations whose moves are kept at hand: 64 numbers each."""


@dataclass(frozen=True, slots=True)
class Essential:
    """The essential skills of one occupation: their rows, as an array and as plain numbers, and what each weighs."""

    at: npt.NDArray[np.int64]
    rows: tuple[int, ...]
    weights: tuple[float, ...]
    total: float


@dataclass(frozen=True)
class LiveOntology:
    """A release, its derived arrays, and the shares of ads that ask for generic skills, by URI, each in (0, 1]."""

    taxonomy: Taxonomy
    derived: Derived
    generic: Mapping[EscoUri, float]
    levels: Floats
    constants: Constants = DEFAULT

    @cached_property
    def specificity(self) -> Floats:
        """The smaller of a skill's idf over unit groups and over ads, in nats; shape (skills,)."""
        values = self.derived.idf.copy()
        for uri, share in self.generic.items():
            row = self.taxonomy.skill_rows.get(uri)
            if row is not None:
                values[row] = min(float(values[row]), float(-np.log(share)))
        return values

    @cached_property
    def by_skill(self) -> tuple[list[float], list[bool]]:
        """Specificity and whether it is personal, of every skill, as plain numbers for loops over single ads."""
        return self.specificity.astype(np.float64).tolist(), self.taxonomy.personal.tolist()

    @cached_property
    def specific(self) -> npt.NDArray[np.bool_]:
        """Which skills tell one trade from another; shape (skills,)."""
        named = [one.kind in (SkillKind.SKILL, SkillKind.KNOWLEDGE) for one in self.taxonomy.skills]
        least = min(SPECIFIC_NATS, float(np.median(self.derived.idf)))
        found: npt.NDArray[np.bool_] = np.array(named, np.bool_) & (self.specificity >= least)
        return found

    @cached_property
    def leads(self) -> npt.NDArray[np.bool_]:
        """Which occupations are management, not to be written to; shape (occupations,)."""
        found = np.array([one.isco.startswith(_MANAGERS) for one in self.taxonomy.occupations], np.bool_)
        found.setflags(write=False)
        return found

    @cached_property
    def supervises(self) -> npt.NDArray[np.bool_]:
        """Which occupations lead the work of a trade that they know, as a foreman; shape (occupations,)."""
        return np.array([one.isco.startswith(_SUPERVISORS) for one in self.taxonomy.occupations], np.bool_)

    @cached_property
    def sub_major(self) -> npt.NDArray[np.str_]:
        """The ISCO-08 sub-major group of each occupation, its first two digits; (occupations,)."""
        return np.array([one.isco[:2] for one in self.taxonomy.occupations], np.str_)

    @cached_property
    def essential(self) -> Matrix:
        """Specificity of each essential skill; (occupations, skills)."""
        return essential_weights(self.taxonomy, self.specificity)

    @cached_property
    def essential_of(self) -> Callable[[int], "Essential"]:
        """The essential skills of an occupation, most specific first; kept once they were asked for."""
        specificity = self.by_skill[0]

        @cache
        def found(row: int) -> Essential:
            skills = sorted(set(self.taxonomy.essential.targets_of(row).tolist()), key=lambda r: (-specificity[r], r))
            weights = [specificity[skill] for skill in skills]
            return Essential(np.array(skills, np.int64), tuple(skills), tuple(weights), sum(weights))

        return found

    @cached_property
    def typical_idf(self) -> float:
        """The median over all skills, in nats."""
        return float(np.median(self.derived.idf))

    @cached_property
    def essential_total(self) -> npt.NDArray[np.float64]:
        """The specificity of all essential skills together; (occupations,)."""
        return np.asarray(self.essential.sum(axis=1), np.float64).ravel()

    @cached_property
    def essential_specific(self) -> Matrix:
        """1 for each essential skill that is specific; (occupations, skills)."""
        pairs, shape = self.taxonomy.essential, (len(self.taxonomy.occupations), len(self.taxonomy.skills))
        chosen = self.specific[pairs.targets]
        ones = np.ones(int(chosen.sum()), np.float32)
        return csr_array((ones, (pairs.sources[chosen], pairs.targets[chosen])), shape=shape)

    @cached_property
    def skill_sets(self) -> Matrix:
        """Unit rows of idf-weighted skills; (occupations, skills)."""
        return skill_matrix(self.taxonomy, self.derived.idf)

    @cached_property
    def ways_in(self) -> WaysIn:
        """The kept moves by where they lead."""
        return WaysIn.of(self.derived.moves)

    @cached_property
    def kept_moves_from(self) -> Callable[[int], Mapping[int, float]]:
        """The feasibility of the kept moves of an occupation by target row, 1 to itself; those last asked for stay."""
        moves = self.derived.moves

        @lru_cache(_ORIGINS)
        def found(origin: int) -> Mapping[int, float]:
            row = moves.row(origin)
            return dict(zip(moves.targets[row].tolist(), moves.feasibility[row].tolist(), strict=True)) | {origin: 1.0}

        return found

    @cached_property
    def shrinkage(self) -> float:
        """w0 of DESIGN.md section 3: three times the median weight of a must requirement."""
        used = np.unique(self.taxonomy.essential.targets)
        median = float(np.median(self.derived.idf[used])) if len(used) else 1.0
        return self.constants.shrink_medians * median

    @cached_property
    def move_model(self) -> MoveModel:
        """The unpruned move function; built when first asked for."""
        return model(self.taxonomy, self.derived, self.levels, self.constants)


def derive(taxonomy: Taxonomy, levels: Floats, learnt: Learnt, constants: Constants = DEFAULT) -> Derived:
    """Everything that is derived from a release; `levels` (occupations,) as in MoveModel."""
    rarity = idf(taxonomy, constants)
    closure, seen = near(taxonomy, constants), views(taxonomy, rarity, learnt.meanings)
    same = alike(learnt.meanings.of(one.uri for one in taxonomy.skills), constants.alike_from, constants.alike_floor)
    known = Derived(closure, same, NO_MOVES, seen, judged(taxonomy, learnt), rarity)
    return replace(known, moves=strongest(model(taxonomy, known, levels, constants), constants))
