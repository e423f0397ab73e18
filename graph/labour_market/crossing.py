"""Bridges for a whole labour market: from what is in surplus to what is scarce, for how many, and what they lack."""

from dataclasses import dataclass

import numpy as np

from graph.knowledge import LabourKnowledge
from graph.labour_market.areas import Area, footprint
from graph.labour_market.axes import isco_axis, units_of
from graph.labour_market.comparison import SCARCE, SURPLUS, balance, reference
from graph.labour_market.figures import Figure, Floats
from graph.labour_market.having import Lack, lacking
from graph.labour_market.measures import Scene, measure
from graph.labour_market.months import Month
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri, IscoCode

LEAST_MOVE = 0.39
"""Below this a move is too long a step to be told as a bridge (`bridges._LONG_STEP`)."""
_SKILLS_LOOKED_AT = 15


@dataclass(frozen=True, slots=True)
class Crossing:
    """A move from a unit group in surplus to an occupation of one that is scarce.

    `move` in [0, 1], the stronger of the move function and what consultants know, `why` their words, '' = not known.
    `seekers`: whom it would serve; `openings`: of the target's unit group; `lacks`: what most of them lack in common.
    """

    origin: IscoCode
    target: EscoUri
    target_unit: IscoCode
    move: float
    why: str
    seekers: Figure
    openings: Figure
    lacks: tuple[Lack, ...]

    @property
    def gain(self) -> float:
        """How many could find work so: the smaller of the seekers and the openings; what is hidden counts for none."""
        return min(self.seekers.value or 0.0, self.openings.value or 0.0)


def unit_moves(live: LiveOntology, knowledge: LabourKnowledge) -> Floats:
    """(units, occupations) the most feasible move from any occupation of a unit group to each one in Denmark."""
    moves, unit = live.derived.moves, units_of(live.taxonomy)[:-1]
    origin = np.repeat(np.arange(len(unit)), np.diff(moves.starts))
    found = np.zeros((len(live.taxonomy.unit_groups), len(unit)))
    there = knowledge.in_denmark[origin]
    np.maximum.at(found, (unit[origin[there]], moves.targets[there]), moves.feasibility[there].astype(np.float64))
    for row, code in enumerate(live.taxonomy.unit_groups):
        for target, known in knowledge.known_moves.get(code, {}).items():
            found[row, target] = max(found[row, target], known.strength)
    found[:, ~knowledge.in_denmark] = 0.0
    return found


def crossings(
    scene: Scene, live: LiveOntology, knowledge: LabourKnowledge, home: Area, work: Area, month: Month, top: int = 10
) -> list[Crossing]:
    """The bridges from what is in surplus in `home` to what is scarce in `work` (or the same area), most served first.

    Of each pair of unit groups the strongest move; none below LEAST_MOVE. Within one unit group there is nothing to
    bridge: what is in surplus in one area and scarce in another is told by `mismatches`.
    """
    axis = isco_axis(live.taxonomy, 4)
    usual = reference(scene, month, axis)
    if usual is None:
        return []
    prints = [footprint(scene.market.vacancies, one) for one in (home, work)]
    table = measure(scene, [home, work], axis, month, prints)
    signs, moves = balance(scene, table, usual), unit_moves(live, knowledge)
    unit = units_of(live.taxonomy)[:-1]
    found = []
    for origin in np.flatnonzero(signs[0] == SURPLUS).tolist():
        for scarce in np.flatnonzero((signs[1] == SCARCE) & (np.arange(len(signs[1])) != origin)).tolist():
            targets = np.flatnonzero(unit == scarce)
            best = int(targets[np.argmax(moves[origin, targets])])
            if moves[origin, best] >= LEAST_MOVE:
                figures = (
                    table.columns["seekers"].figure(table.row(0, origin)),
                    table.columns["openings"].figure(table.row(1, scarce)),
                )
                found.append((origin, best, float(moves[origin, best]), *figures))
    found.sort(key=lambda one: (-min(one[3].value or 0, one[4].value or 0), -one[2], one[0], one[1]))
    return [_crossing(one, scene, live, knowledge, home) for one in found[:top]]


def _crossing(
    found: tuple[int, int, float, Figure, Figure],
    scene: Scene,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    home: Area,
) -> Crossing:
    origin, target, move, seekers, openings = found
    code, job = live.taxonomy.unit_groups[origin], live.taxonomy.occupations[target]
    known = knowledge.known_moves.get(code, {}).get(target)
    lacks = lacking(scene.people, home, origin, live.derived.near, specific_skills(live, target))
    why = known.why_da if known else ""
    return Crossing(code, job.uri, job.isco, move, why, seekers, openings, tuple(lacks[:5]))


def specific_skills(live: LiveOntology, occupation: int) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """The most specific essential skills of an occupation, most specific first; fifteen at most."""
    skills = np.asarray(live.taxonomy.essential.targets_of(occupation), np.intp)
    order = np.argsort(-live.specificity[skills], kind="stable")
    return skills[order][:_SKILLS_LOOKED_AT]
