"""What people judged of moves, as numbers learnt by occupation (bench/learn_moves.py; docs/models.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from ontology.encoding import Vectors, tail
from ontology.kinds import EscoUri

NEUTRAL = 0.5


@dataclass(frozen=True)
class JudgedMoves:
    """Numbers by the UUID that the URI of an occupation ends in.

    entry, leaving: (occupations,) in [0, 1], how feasible people found moves to it and from it beside what skills say;
    0.5 is the mean. places: (occupations, dimensions), signs: (dimensions,) of 1 and -1: how readily experts of an
    employment service list a move between such occupations is 0.5 + sum(signs x places of the one x places of the
    other), kept in [0, 1]. circles, circle_signs: of the same shapes, how often they list these two together is
    sum(circle_signs x circles of the one x circles of the other), kept in [0, 1].
    """

    rows: Mapping[bytes, int] = field(default_factory=dict)
    entry: Vectors = field(default_factory=lambda: np.zeros(0, np.float32))
    leaving: Vectors = field(default_factory=lambda: np.zeros(0, np.float32))
    places: Vectors = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    signs: Vectors = field(default_factory=lambda: np.zeros(0, np.float32))
    circles: Vectors = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    circle_signs: Vectors = field(default_factory=lambda: np.zeros(0, np.float32))

    def of(self, uris: Iterable[EscoUri]) -> tuple[Vectors, Vectors, Vectors, Vectors]:
        """Entry, leaving, places and circles of occupations in their order; the mean and zeros where not known."""
        at = np.array([self.rows.get(tail(uri), -1) for uri in uris], np.int32)
        known = at >= 0
        entry, leaving = (np.full(len(at), NEUTRAL, np.float32) for _ in range(2))
        places, circles = (np.zeros((len(at), len(one)), np.float32) for one in (self.signs, self.circle_signs))
        entry[known], leaving[known] = self.entry[at[known]], self.leaving[at[known]]
        places[known], circles[known] = self.places[at[known]], self.circles[at[known]]
        return entry, leaving, places, circles
