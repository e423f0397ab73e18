"""The move graph and the skill graph as networkx graphs."""

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

from graph.knowledge import LabourKnowledge
from graph.move_paths import MOST_STEPS, central_skills, occupation_graph, ways
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri

A, B, C, ALONE = (EscoUri(f"o/{name}") for name in ("a", "b", "c", "alone"))


@pytest.fixture
def knowledge() -> LabourKnowledge:
    return LabourKnowledge(np.array([0, 1, 0], np.float32), np.array([True, True, False]), {}, {})


def moves(*edges: tuple[EscoUri, EscoUri, float]) -> "nx.DiGraph[EscoUri]":
    graph: nx.DiGraph[EscoUri] = nx.DiGraph()
    graph.add_nodes_from([A, B, C, ALONE])
    for origin, target, feasibility in edges:
        graph.add_edge(origin, target, feasibility=feasibility, cost=float(-np.log(feasibility)))
    return graph


def test_a_way_round_goes_before_a_direct_move_that_is_less_feasible() -> None:
    found = ways(moves((A, C, 0.3), (A, B, 0.8), (B, C, 0.9)), A, C, 5)

    assert [one.occupations for one in found] == [(A, B, C), (A, C)]
    assert [one.feasibility for one in found] == pytest.approx([0.72, 0.3])


def test_a_way_of_too_many_moves_is_none() -> None:
    stops = [EscoUri(f"o/{number}") for number in range(MOST_STEPS + 2)]

    assert ways(moves(*((one, other, 0.9) for one, other in pairwise(stops))), stops[0], stops[-1], 5) == ()


def test_there_is_no_way_where_no_move_leads() -> None:
    graph = moves((A, B, 0.5))

    assert ways(graph, A, ALONE, 5) == ()
    assert ways(graph, A, A, 5) == ()
    assert ways(graph, A, EscoUri("o/unknown"), 5) == ()


def test_the_graph_has_the_kept_moves_of_denmark_and_their_feasibility(
    live: LiveOntology, knowledge: LabourKnowledge
) -> None:
    graph, kept = occupation_graph(live, knowledge), live.derived.moves
    here = {one.uri for one, there in zip(live.taxonomy.occupations, knowledge.in_denmark, strict=True) if there}

    assert set(graph) == here
    assert graph.number_of_edges() > 0
    for one, other, told in graph.edges(data=True):
        row = kept.row(live.taxonomy.occupation_rows[one])
        target = live.taxonomy.occupation_rows[other]
        (place,) = np.flatnonzero(kept.targets[row] == target)
        assert told["feasibility"] == pytest.approx(float(kept.feasibility[row][place]))


def test_central_skills_are_specific_and_between_occupations(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    found = central_skills(live, knowledge, 100)

    assert found
    assert all(live.specific[live.taxonomy.skill_rows[one.skill]] for one in found)
    assert all(one.occupations > 1 for one in found if one.between > 0)
    assert [one.between for one in found] == sorted((one.between for one in found), reverse=True)
