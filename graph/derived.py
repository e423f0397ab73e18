"""What is derived from a release once, at import: proximities, moves and latent views, as arrays."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from graph.ragged import Order, ranges

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]


class Edge(IntEnum):
    """The kind of one edge of a proximity path; NONE pads paths shorter than three."""

    NONE = 0
    BROADER = 1
    NARROWER = 2
    RELATED = 3
    TOGETHER = 4
    SIBLING = 5


@dataclass(frozen=True, slots=True)
class Near:
    """The pruned closure of skill proximity, by origin skill, strongest first; itself is left out.

    starts: (skills + 1,), row s holds pairs starts[s] to starts[s + 1]. targets, proximity: (pairs,).
    kinds: (pairs, 3) Edge values. weights: (pairs, 3), 1 where no edge. stops: (pairs, 2) skill rows, -1 where no stop.
    """

    starts: Ints
    targets: Ints
    proximity: Floats
    kinds: Bytes
    weights: Floats
    stops: Ints

    def row(self, skill: int) -> slice:
        """The pairs that start at `skill`."""
        return slice(int(self.starts[skill]), int(self.starts[skill + 1]))

    def pairs_of(self, skills: npt.NDArray[np.integer]) -> tuple[Order, Order]:
        """All pairs that start at any of `skills`: the place in `skills` that each is of, and the pair itself."""
        return ranges(self.starts, skills)


@dataclass(frozen=True, slots=True)
class Moves:
    """The strongest moves by origin occupation, strongest first; itself is left out.

    starts: (occupations + 1,). targets, feasibility: (pairs,). terms: (pairs, terms) in the order of moves.TERMS.
    """

    starts: Ints
    targets: Ints
    feasibility: Floats
    terms: Floats

    def row(self, occupation: int) -> slice:
        """The moves that start at `occupation`."""
        return slice(int(self.starts[occupation]), int(self.starts[occupation + 1]))


NO_MOVES = Moves(np.zeros(1, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros((0, 0), np.float32))


@dataclass(frozen=True, slots=True)
class Alike:
    """Skills that mean nearly the same, by skill; itself is left out.

    starts: (skills + 1,). targets, likeness: (pairs,), likeness in (0, 1].
    """

    starts: Ints
    targets: Ints
    likeness: Floats

    def pairs_of(self, skills: npt.NDArray[np.integer]) -> tuple[Order, Order]:
        """All pairs that start at any of `skills`, as Near.pairs_of."""
        return ranges(self.starts, skills)


@dataclass(frozen=True, slots=True)
class Views:
    """Unit vectors of occupations, and how alike the work of unit groups is described.

    texts: (occupations, <=60). skill_meanings, meanings: (occupations, 128), zeros where no meaning is known.
    fields: (unit groups, unit groups) in [0, 1], in the order of Taxonomy.unit_groups.
    """

    texts: Floats
    skill_meanings: Floats
    meanings: Floats
    fields: Floats


@dataclass(frozen=True, slots=True)
class Judged:
    """What people judged and know of moves, as in ontology.judged, over the occupations of a release.

    entry, leaving: (occupations,) in [0, 1]. places, circles: (occupations, dimensions), signs, circle_signs:
    (dimensions,). named: (unit groups, unit groups) in [0, 1], how readily job consultants name a move one way or the
    other.
    """

    entry: Floats
    leaving: Floats
    places: Floats
    signs: Floats
    circles: Floats
    circle_signs: Floats
    named: Floats


@dataclass(frozen=True, slots=True)
class Derived:
    """All that is derived from one release. idf: (skills,) over ISCO unit groups, in nats."""

    near: Near
    alike: Alike
    moves: Moves
    views: Views
    judged: Judged
    idf: Floats

    def arrays(self) -> Mapping[str, npt.NDArray[np.generic]]:
        """Every array under a stable name, as a store keeps it."""
        found: dict[str, npt.NDArray[np.generic]] = {"idf": self.idf}
        for part in ("near", "alike", "moves", "views", "judged"):
            value = getattr(self, part)
            found |= {f"{part}.{name.name}": getattr(value, name.name) for name in fields(value)}
        return found


def from_arrays(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Derived:
    """The value whose `arrays()` these are."""

    def part(name: str) -> Mapping[str, npt.NDArray[np.generic]]:
        return {key.split(".", 1)[1]: array for key, array in arrays.items() if key.startswith(f"{name}.")}

    near, alike = Near(**part("near")), Alike(**part("alike"))  # type: ignore[arg-type]  # written by arrays()
    moves, views = Moves(**part("moves")), Views(**part("views"))  # type: ignore[arg-type]  # written by arrays()
    judged = Judged(**part("judged"))  # type: ignore[arg-type]  # written by arrays()
    return Derived(near, alike, moves, views, judged, arrays["idf"].astype(np.float32, copy=False))
