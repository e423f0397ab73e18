"""Which trades hang together: communities of the move graph, and the skills that each has and others have not."""

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.knowledge import LabourKnowledge
from graph.labour_market.areas import Area, footprint
from graph.labour_market.figures import Floats
from graph.labour_market.market import Vacancies
from graph.labour_market.months import Month
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri

SEED = 20261126
LEAST_MOVE = 0.40
"""Weaker moves are left out: every occupation has 64, and with all of them everything hangs together."""
RESOLUTION = 1.5
_SKILLS = 10


@dataclass(frozen=True, slots=True)
class Community:
    """Occupations that lead to each other most, by degree in the graph; `skills` tell them from the rest, best first.

    `ads`: live ads by area, in the order that the areas were given.
    """

    occupations: tuple[EscoUri, ...]
    skills: tuple[EscoUri, ...]
    ads: tuple[int, ...] = ()


def communities(live: LiveOntology, knowledge: LabourKnowledge) -> list[Community]:
    """The communities of occupations in Denmark, largest first (Louvain: Blondel and others 2008, by networkx, seeded).

    An edge weighs as the stronger of the moves there and back. What no move of LEAST_MOVE joins is left out.
    """
    graph = move_graph(live, knowledge)
    found = nx.community.louvain_communities(graph, weight="weight", resolution=RESOLUTION, seed=SEED)
    degree = dict(graph.degree(weight="weight"))
    ordered = [sorted(one, key=lambda row: (-degree[row], row)) for one in found]
    ordered.sort(key=lambda rows: (-len(rows), rows[0]))
    return [_community(rows, live) for rows in ordered]


def move_graph(live: LiveOntology, knowledge: LabourKnowledge) -> "nx.Graph[int]":
    """The occupations in Denmark by row, joined where a move of LEAST_MOVE is kept."""
    moves = live.derived.moves
    origin = np.repeat(np.arange(len(moves.starts) - 1), np.diff(moves.starts))
    kept = (moves.feasibility >= LEAST_MOVE) & knowledge.in_denmark[origin] & knowledge.in_denmark[moves.targets]
    graph: nx.Graph[int] = nx.Graph()
    for one, other, weight in zip(
        origin[kept].tolist(), moves.targets[kept].tolist(), moves.feasibility[kept].tolist(), strict=True
    ):
        before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
        graph.add_edge(one, other, weight=max(weight, before))
    return graph


def _community(rows: Sequence[int], live: LiveOntology) -> Community:
    """The skills: the share of the community's occupations that need one, less that of all, times its specificity."""
    taxonomy = live.taxonomy
    inside = np.zeros(len(taxonomy.occupations), np.bool_)
    inside[list(rows)] = True
    pairs, count = taxonomy.essential, len(taxonomy.skills)
    own = np.bincount(pairs.targets[inside[pairs.sources]], minlength=count) / len(rows)
    everywhere = np.bincount(pairs.targets, minlength=count) / len(taxonomy.occupations)
    telling: Floats = (own - everywhere) * live.specificity
    best = [int(row) for row in np.argsort(-telling, kind="stable")[:_SKILLS] if telling[row] > 0]
    return Community(
        tuple(taxonomy.occupations[row].uri for row in rows), tuple(taxonomy.skills[row].uri for row in best)
    )


def advertised(
    found: Sequence[Community], live: LiveOntology, vacancies: Vacancies, areas: Sequence[Area], month: Month
) -> list[Community]:
    """The communities with how many live ads of `month` each has in each area."""
    place = np.full(len(live.taxonomy.occupations) + 1, len(found), np.intp)
    for row, one in enumerate(found):
        place[[live.taxonomy.occupation_rows[uri] for uri in one.occupations]] = row
    on, counts = vacancies.live_in(month), []
    for area in areas:
        rows = footprint(vacancies, area).rows
        counts.append(np.bincount(place[vacancies.occupation[rows[on[rows]]]], minlength=len(found) + 1))
    return [
        Community(one.occupations, one.skills, tuple(int(count[row]) for count in counts))
        for row, one in enumerate(found)
    ]
