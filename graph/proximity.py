"""Skill proximity: the pruned closure of weighted ontology paths of at most three edges (DESIGN.md section 3)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.constants import Constants
from graph.derived import Edge, Floats, Ints, Near
from graph.specificity import unit_group_matrix
from ontology.kinds import SkillKind
from ontology.taxonomy import Pairs, Taxonomy


@dataclass(frozen=True, slots=True)
class _Edges:
    """Directed edges sorted by source; starts: (skills + 1,), the others (edges,)."""

    starts: Ints
    sources: Ints
    targets: Ints
    weights: Floats
    kinds: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Paths:
    """Paths found so far; columns of equal length, see Near."""

    sources: Ints
    targets: Ints
    product: Floats
    kinds: npt.NDArray[np.uint8]
    weights: Floats
    stops: Ints

    def take(self, chosen: npt.NDArray[np.generic]) -> "_Paths":
        return _Paths(
            self.sources[chosen],
            self.targets[chosen],
            self.product[chosen],
            self.kinds[chosen],
            self.weights[chosen],
            self.stops[chosen],
        )


def near(taxonomy: Taxonomy, constants: Constants) -> Near:
    """The strongest targets of every skill, each with the path that won; shorter paths win ties."""
    count = len(taxonomy.skills)
    inner, last = _inner_edges(taxonomy, constants), _sibling_edges(taxonomy, constants)
    found = [_first(inner), _first(last)]
    reached = found[0]
    for _hop in (2, 3):
        found.append(_extend(reached, last, _hop, constants.proximity_floor))
        reached = _extend(reached, inner, _hop, constants.proximity_floor)
        found.append(reached)
    best = _strongest(_joined(found), taxonomy, constants)
    starts = np.searchsorted(best.sources, np.arange(count + 1)).astype(np.int32)
    return Near(starts, best.targets, best.product, best.kinds, best.weights, best.stops)


def _inner_edges(taxonomy: Taxonomy, constants: Constants) -> _Edges:
    broader = taxonomy.broader_skills
    parts = [
        _part(broader, constants.broader, Edge.BROADER),
        _part(Pairs(broader.targets, broader.sources), constants.narrower, Edge.NARROWER),
    ]
    for pairs, weight in (
        (taxonomy.related_essential, constants.related_essential),
        (taxonomy.related_optional, constants.related_optional),
    ):
        parts.append(_part(pairs, weight, Edge.RELATED))
        parts.append(_part(Pairs(pairs.targets, pairs.sources), weight, Edge.RELATED))
    parts.append(_together(taxonomy, constants))
    return _sorted(parts, len(taxonomy.skills))


def _part(pairs: Pairs, weight: float, kind: Edge) -> tuple[Ints, Ints, Floats, Edge]:
    return pairs.sources, pairs.targets, np.full(len(pairs), weight, np.float32), kind


def _together(taxonomy: Taxonomy, constants: Constants) -> tuple[Ints, Ints, Floats, Edge]:
    """Asked together by ISCO unit groups: a shrunk cosine, the strongest few of each skill."""
    matrix = unit_group_matrix(taxonomy, essential_only=True)
    asked = np.asarray(matrix.sum(axis=0)).ravel()
    both = sparse.coo_array(matrix.T @ matrix)
    keep = (both.row != both.col) & (both.data >= 2)
    rows, columns, n = both.row[keep].astype(np.int32), both.col[keep].astype(np.int32), both.data[keep]
    cosine = n / np.sqrt(asked[rows] * asked[columns]) * n / (n + constants.together_shrink)
    weights = (constants.together * cosine).astype(np.float32)
    capped = _never_alike(taxonomy)
    weights = np.where(capped[rows] & (capped[rows] == capped[columns]), min(constants.capped, 1.0), weights)
    strong = weights >= constants.proximity_floor
    rows, columns, weights = rows[strong], columns[strong], weights[strong].astype(np.float32)
    order = np.lexsort((columns, -weights, rows))
    rows, columns, weights = rows[order], columns[order], weights[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    kept = rank < constants.together_kept
    return rows[kept], columns[kept], weights[kept], Edge.TOGETHER


def _never_alike(taxonomy: Taxonomy) -> Ints:
    """Per skill 1 for a language, 2 for software knowledge, else 0: such skills appear together without being alike."""
    digital = taxonomy.collections.get("digital", frozenset())
    return np.array(
        [
            1 if s.kind is SkillKind.LANGUAGE else 2 if s.kind is SkillKind.KNOWLEDGE and s.uri in digital else 0
            for s in taxonomy.skills
        ],
        dtype=np.int32,
    )


def _sibling_edges(taxonomy: Taxonomy, constants: Constants) -> _Edges:
    capped, parts = _never_alike(taxonomy), []
    order = np.argsort(taxonomy.in_group.targets, kind="stable")
    groups, members = taxonomy.in_group.targets[order], taxonomy.in_group.sources[order]
    for group in np.split(members, np.flatnonzero(np.diff(groups)) + 1):
        weight = constants.sibling * min(1.0, (constants.sibling_group_size / max(len(group), 1)) ** 0.5)
        if weight < constants.proximity_floor or len(group) < 2:
            continue
        left, right = np.repeat(group, len(group)), np.tile(group, len(group))
        keep = (left != right) & (capped[left] != 1) & (capped[right] != 1)
        parts.append((left[keep], right[keep], np.full(int(keep.sum()), weight, np.float32), Edge.SIBLING))
    return _sorted(parts, len(taxonomy.skills))


def _sorted(parts: list[tuple[Ints, Ints, Floats, Edge]], count: int) -> _Edges:
    if not parts:
        parts = [(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float32), Edge.NONE)]
    sources = np.concatenate([part[0] for part in parts])
    kinds = np.concatenate([np.full(len(part[0]), part[3], np.uint8) for part in parts])
    order = np.argsort(sources, kind="stable")
    targets, weights = np.concatenate([p[1] for p in parts]), np.concatenate([p[2] for p in parts])
    starts = np.searchsorted(sources[order], np.arange(count + 1)).astype(np.int32)
    return _Edges(starts, sources[order], targets[order], weights[order], kinds[order])


def _first(edges: _Edges) -> _Paths:
    count = len(edges.sources)
    kinds, weights = np.zeros((count, 3), np.uint8), np.ones((count, 3), np.float32)
    kinds[:, 0], weights[:, 0] = edges.kinds, edges.weights
    return _Paths(edges.sources, edges.targets, edges.weights, kinds, weights, np.full((count, 2), -1, np.int32))


def _extend(paths: _Paths, edges: _Edges, hop: int, floor: float) -> _Paths:
    """Every path with one more edge whose product stays at or above `floor`."""
    low = edges.starts[paths.targets]
    fan = edges.starts[paths.targets + 1] - low
    chosen = np.repeat(np.arange(len(fan)), fan)
    offset = np.arange(len(chosen)) - np.repeat(np.cumsum(fan) - fan, fan)
    edge = low[chosen] + offset
    product = paths.product[chosen] * edges.weights[edge]
    keep = (product >= floor) & (edges.targets[edge] != paths.sources[chosen])
    chosen, edge = chosen[keep], edge[keep]
    longer = paths.take(chosen)
    stops, kinds, weights = longer.stops.copy(), longer.kinds.copy(), longer.weights.copy()
    stops[:, hop - 2] = longer.targets
    kinds[:, hop - 1], weights[:, hop - 1] = edges.kinds[edge], edges.weights[edge]
    grown = _Paths(longer.sources, edges.targets[edge], product[keep], kinds, weights, stops)
    return _best_of_pairs(grown)


def _joined(parts: list[_Paths]) -> _Paths:
    return _Paths(
        np.concatenate([p.sources for p in parts]),
        np.concatenate([p.targets for p in parts]),
        np.concatenate([p.product for p in parts]),
        np.concatenate([p.kinds for p in parts]),
        np.concatenate([p.weights for p in parts]),
        np.concatenate([p.stops for p in parts]),
    )


def _best_of_pairs(paths: _Paths) -> _Paths:
    """The strongest path of each pair; the earliest of equals."""
    order = np.lexsort((-paths.product, paths.targets, paths.sources))
    sources, targets = paths.sources[order], paths.targets[order]
    first = np.ones(len(order), np.bool_)
    first[1:] = (sources[1:] != sources[:-1]) | (targets[1:] != targets[:-1])
    return paths.take(order[first])


def _sidestep(paths: _Paths, alike: Ints) -> npt.NDArray[np.bool_]:
    """Whether a path joins two skills that only appear together by anything but going straight up or down."""
    upward = np.isin(paths.kinds, (Edge.NONE, Edge.BROADER)).all(axis=1)
    downward = np.isin(paths.kinds, (Edge.NONE, Edge.NARROWER)).all(axis=1)
    same = (alike[paths.sources] > 0) & (alike[paths.sources] == alike[paths.targets])
    sidestep: npt.NDArray[np.bool_] = same & ~upward & ~downward
    return sidestep


def _strongest(paths: _Paths, taxonomy: Taxonomy, constants: Constants) -> _Paths:
    paths = paths.take(paths.product >= constants.proximity_floor)
    best = _best_of_pairs(paths.take(~_sidestep(paths, _never_alike(taxonomy))))
    order = np.lexsort((best.targets, -best.product, best.sources))
    sources = best.sources[order]
    rank = np.arange(len(order)) - np.searchsorted(sources, sources)
    return best.take(order[rank < constants.proximity_kept])
