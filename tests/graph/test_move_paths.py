"""The move graph and the skill graph as networkx graphs."""

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

from graph.move_paths import MOST_STEPS, central_skills, occupation_graph, skill_graph, ways
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri

A, B, C, ALONE = (EscoUri(f"o/{name}") for name in ("a", "b", "c", "alone"))


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


def test_the_graph_has_the_kept_moves_and_their_feasibility(live: LiveOntology) -> None:
    graph, kept = occupation_graph(live), live.derived.moves

    assert graph.number_of_nodes() == len(live.taxonomy.occupations)
    assert graph.number_of_edges() == int((kept.feasibility > 0).sum())
    for one, other, told in graph.edges(data=True):
        row = kept.row(live.taxonomy.occupation_rows[one])
        target = live.taxonomy.occupation_rows[other]
        (place,) = np.flatnonzero(kept.targets[row] == target)
        assert told["feasibility"] == pytest.approx(float(kept.feasibility[row][place]))


def test_central_skills_are_used_ones_and_share_one_whole(live: LiveOntology) -> None:
    graph = skill_graph(live)
    found = central_skills(live, graph.number_of_nodes())

    assert {one.skill for one in found} == set(graph)
    assert sum(one.share for one in found) == pytest.approx(1.0)
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)
