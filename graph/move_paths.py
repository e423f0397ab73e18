"""The move graph and the skill graph as networkx graphs, for analyses offline: ways, centrality, export. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx
import numpy as np

from graph.ontology import LiveOntology
from ontology.kinds import EscoUri

MOST_STEPS, MOST_WAYS = 4, 50
_LOOKED_AT = 2_000
"""Ways of more than MOST_STEPS are passed over; after so many the search ends."""
_DAMPING = 0.85


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
    """A skill and its share of the centrality of all, in [0, 1]; `occupations` need it."""

    skill: EscoUri
    share: float
    occupations: int


def occupation_graph(live: LiveOntology) -> "nx.DiGraph[EscoUri]":
    """The occupations and the kept moves between them.

    A node has `label` and `isco`, an edge `feasibility` in (0, 1] and `cost`, its negative logarithm.
    """
    graph: nx.DiGraph[EscoUri] = nx.DiGraph()
    known, moves = live.taxonomy.occupations, live.derived.moves
    for one in known:
        graph.add_node(one.uri, label=live.taxonomy.label(one.uri), isco=str(one.isco))
    for origin, one in enumerate(known):
        kept = moves.row(origin)
        for target, feasibility in zip(moves.targets[kept].tolist(), moves.feasibility[kept].tolist(), strict=True):
            if feasibility > 0:
                graph.add_edge(one.uri, known[target].uri, feasibility=feasibility, cost=float(-np.log(feasibility)))
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


def skill_graph(live: LiveOntology) -> "nx.DiGraph[EscoUri]":
    """The skills that an occupation needs or uses, joined where one covers some of another; `proximity` in (0, 1]."""
    near, skills = live.derived.near, live.taxonomy.skills
    used = np.zeros(len(skills), np.bool_)
    used[live.taxonomy.essential.targets] = True
    used[live.taxonomy.optional.targets] = True
    graph: nx.DiGraph[EscoUri] = nx.DiGraph()
    graph.add_nodes_from(
        (skills[row].uri, {"label": live.taxonomy.label(skills[row].uri)}) for row in np.flatnonzero(used)
    )
    sources = np.repeat(np.arange(len(near.starts) - 1), np.diff(near.starts))
    kept = used[sources] & used[near.targets] & (sources != near.targets)
    pairs = zip(sources[kept].tolist(), near.targets[kept].tolist(), near.proximity[kept].tolist(), strict=True)
    graph.add_edges_from((skills[one].uri, skills[other].uri, {"proximity": value}) for one, other, value in pairs)
    return graph


def central_skills(live: LiveOntology, count: int) -> tuple[Central, ...]:
    """The skills that others lead to most: PageRank (Page 1999, by networkx) over proximities, best first."""
    shares = nx.pagerank(skill_graph(live), alpha=_DAMPING, weight="proximity")
    taxonomy = live.taxonomy
    needed = np.bincount(taxonomy.essential.targets, minlength=len(taxonomy.skills))
    best = sorted(shares.items(), key=lambda one: (-one[1], one[0]))[:count]
    return tuple(Central(uri, share, int(needed[taxonomy.skill_rows[uri]])) for uri, share in best)
