"""The move graph and the skill graph as networkx graphs, for analyses offline: ways, centrality, export. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx
import numpy as np

from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri

MOST_STEPS, MOST_WAYS = 4, 50
_LOOKED_AT = 2_000
"""Ways of more than MOST_STEPS are passed over; after so many the search ends."""
SAMPLE, SEED = 200, 20261126


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one occupation to another over kept moves; `steps` has the feasibility of each, in (0, 1].

    `feasibility` is their product: each step is a change of jobs that must succeed.
    """

    occupations: tuple[EscoUri, ...]
    steps: tuple[float, ...]

    @property
    def feasibility(self) -> float:
        """How feasible the whole way is, in (0, 1]."""
        return float(np.prod(self.steps))


@dataclass(frozen=True, slots=True)
class Central:
    """A skill and the share of shortest ways that lead by it, in [0, 1]; so many `occupations` need it."""

    skill: EscoUri
    between: float
    occupations: int


def occupation_graph(live: LiveOntology, knowledge: LabourKnowledge) -> "nx.DiGraph[EscoUri]":
    """The occupations that Denmark has, and the kept moves between them.

    A node has `label` and `isco`, an edge `feasibility` in (0, 1] and `cost`, its negative logarithm.
    """
    graph: nx.DiGraph[EscoUri] = nx.DiGraph()
    known, moves = live.taxonomy.occupations, live.derived.moves
    here = np.flatnonzero(knowledge.in_denmark).tolist()
    for row in here:
        graph.add_node(known[row].uri, label=live.taxonomy.label(known[row].uri), isco=str(known[row].isco))
    for row in here:
        kept = moves.row(row)
        for target, feasibility in zip(moves.targets[kept].tolist(), moves.feasibility[kept].tolist(), strict=True):
            if feasibility > 0 and known[target].uri in graph:
                cost = float(-np.log(feasibility))
                graph.add_edge(known[row].uri, known[target].uri, feasibility=feasibility, cost=cost)
    return graph


def ways(graph: "nx.DiGraph[EscoUri]", origin: EscoUri, target: EscoUri, count: int) -> tuple[Way, ...]:
    """Up to `count` ways of at most MOST_STEPS moves, the most feasible first (Yen 1971, by networkx); may be none."""
    if origin == target or origin not in graph or target not in graph:
        return ()
    return tuple(islice(_ways(graph, origin, target), min(count, MOST_WAYS)))


def _ways(graph: "nx.DiGraph[EscoUri]", origin: EscoUri, target: EscoUri) -> Iterator[Way]:
    try:
        for path in islice(nx.shortest_simple_paths(graph, origin, target, weight="cost"), _LOOKED_AT):
            if len(path) - 1 <= MOST_STEPS:
                steps = (graph.edges[one, other]["feasibility"] for one, other in pairwise(path))
                yield Way(tuple(path), tuple(steps))
    except nx.NetworkXNoPath:
        return


def skill_graph(live: LiveOntology, knowledge: LabourKnowledge) -> "nx.Graph[EscoUri]":
    """The occupations that Denmark has and the specific skills that they need; `label` and `kind` of each node.

    What nearly everybody needs is left out: by way of it every job is next to every other.
    """
    graph: nx.Graph[EscoUri] = nx.Graph()
    taxonomy, pairs = live.taxonomy, live.taxonomy.essential
    kept = knowledge.in_denmark[pairs.sources] & live.specific[pairs.targets]
    for source, target in zip(pairs.sources[kept].tolist(), pairs.targets[kept].tolist(), strict=True):
        occupation, skill = taxonomy.occupations[source].uri, taxonomy.skills[target].uri
        graph.add_node(occupation, label=taxonomy.label(occupation), kind="occupation")
        graph.add_node(skill, label=taxonomy.label(skill), kind="skill")
        graph.add_edge(occupation, skill)
    return graph


def central_skills(live: LiveOntology, knowledge: LabourKnowledge, count: int) -> tuple[Central, ...]:
    """The skills that lie most often between two occupations, best first.

    Betweenness (Freeman 1977; from a seeded sample of SAMPLE nodes, Brandes and Pich 2007; by networkx) in the graph
    of occupations and the specific skills that they need.
    """
    graph = skill_graph(live, knowledge)
    between = nx.betweenness_centrality(graph, k=min(SAMPLE, len(graph)), seed=SEED) if len(graph) else {}
    skills = [(uri, share) for uri, share in between.items() if graph.nodes[uri]["kind"] == "skill"]
    best = sorted(skills, key=lambda one: (-one[1], one[0]))[:count]
    return tuple(Central(uri, share, graph.degree[uri]) for uri, share in best)
