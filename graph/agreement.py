"""The independent views of how well occupations fit a profile, and their agreement."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from graph.coverage import Coverage
from graph.experience import recency
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from ontology.kinds import IscoCode, KnownMove
from ontology.people import Profile

Scores = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Known = dict[int, KnownMove]
_ANCHORS = 3
_ALSO_FROM = 0.3
"""What a move counts that is known from a second trade held too, beside the one that names it most readily."""


def moves_of(profile: Profile, live: LiveOntology, as_of: date) -> tuple[Scores, Scores]:
    """How feasible, and how customary, a move from the held occupation that leads there best is; (occupations,) each.

    Less for one held long ago.
    """
    count, model, rows = len(live.taxonomy.occupations), live.move_model, live.taxonomy.occupation_rows
    feasible, customary = np.zeros(count), np.zeros(count)
    for held in profile.held:
        if held.occupation in rows:
            origin, fresh = rows[held.occupation], recency(held, as_of, live.constants)
            feasible = np.maximum(feasible, fresh * model.feasibility(origin))
            customary = np.maximum(customary, fresh * model.custom(origin))
    return feasible, customary


def views_of(live: LiveOntology, covered: Coverage, carried: Scores, held: list[int], custom: Scores) -> list[Scores]:
    """Shrunk coverage, idf cosine, and how customary the move from a job held is; each (occupations,).

    Where no job is held, likeness to the three occupations that have the most skills in common with the person stands
    for the move: that of what their skills mean, and of how their work is described. carried: (occupations,) the
    specificity of the essential skills that is covered.
    """
    shrink = live.constants.coverage_shrink * live.typical_idf
    share = carried / (live.essential_total + shrink)
    own = np.zeros(len(live.taxonomy.skills))
    for claim in covered.claims:
        row = live.taxonomy.skill_rows[claim.skill]
        own[row] = max(own[row], claim.strength * float(live.specificity[row]))
    # Neither `norm` nor a dense `@` here: BLAS shares so small a product out over all cores, and waits for busy ones.
    cosine = live.skill_sets @ (own / max(float(np.square(own).sum()) ** 0.5, 1e-9))
    if held:
        return [share, cosine, custom]
    anchors = [int(row) for row in np.argsort(-cosine, kind="stable")[:_ANCHORS]]
    alike = [
        np.max([np.vecdot(view, view[anchor]) for anchor in anchors], axis=0).astype(np.float64)
        for view in (live.derived.views.skill_meanings, live.derived.views.texts)
    ]
    return [share, cosine, *alike]


def known_from(profile: Profile, live: LiveOntology, knowledge: LabourKnowledge, as_of: date) -> Known:
    """The moves that are known from the jobs held, by row, with the words of the trade that names each most readily.

    The strength, at most 1, is less for a job held long ago, and more where several trades lead to the same.
    """
    fresh: dict[IscoCode, float] = {}
    taxonomy = live.taxonomy
    for held in profile.held:
        if held.occupation in taxonomy.occupation_rows:
            isco = taxonomy.occupations[taxonomy.occupation_rows[held.occupation]].isco
            fresh[isco] = max(fresh.get(isco, 0.0), recency(held, as_of, live.constants))
    told: dict[int, list[KnownMove]] = {}
    for isco, share in fresh.items():
        for row, move in knowledge.known_moves.get(isco, {}).items():
            told.setdefault(row, []).append(replace(move, strength=share * move.strength))
    return {row: _joined(moves) for row, moves in told.items()}


def _joined(moves: Sequence[KnownMove]) -> KnownMove:
    best = max(moves, key=lambda one: one.strength)
    others = sum(one.strength for one in moves) - best.strength
    return replace(best, strength=min(1.0, best.strength + _ALSO_FROM * others)) if others else best


def percentile(view: Scores, among: Flags) -> Scores:
    """Rank of each candidate's value among the candidates, in [0, 1]; equals share a rank, others have 0."""
    rank = np.zeros(len(view))
    values = view[among]
    if not len(values):
        return rank
    order = np.argsort(values)
    ordered = values[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    ends = np.append(starts[1:], len(ordered))
    ranks = np.empty(len(values))
    ranks[order] = np.repeat((starts + ends) / (2 * len(ordered)), ends - starts)
    rank[among] = ranks
    return rank
