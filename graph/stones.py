"""Stepping stones: A -> B -> C over the strongest moves, where one step is too far."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.derived import Floats, Ints, Moves

_GAIN = 0.05


@dataclass(frozen=True)
class WaysIn:
    """The kept moves by where they lead. starts: (occupations + 1,); origins, feasibility: (pairs,)."""

    starts: Ints
    origins: Ints
    feasibility: Floats

    @classmethod
    def of(cls, moves: Moves) -> "WaysIn":
        """The same moves, sorted by target."""
        count = len(moves.starts) - 1
        order = np.argsort(moves.targets, kind="stable")
        origins = np.repeat(np.arange(count, dtype=np.int32), np.diff(moves.starts))
        starts = np.searchsorted(moves.targets[order], np.arange(count + 1, dtype=np.int32)).astype(np.int32)
        return cls(starts, origins[order], moves.feasibility[order])

    def to(self, target: int) -> npt.NDArray[np.float64]:
        """How feasible the kept move from each occupation to `target` is, 0 where none is kept; (occupations,)."""
        found = np.zeros(len(self.starts) - 1)
        here = slice(int(self.starts[target]), int(self.starts[target + 1]))
        found[self.origins[here]] = self.feasibility[here]
        return found


def stepping_stone(
    origins: Sequence[int], target: int, direct: float, moves: Moves, ways_in: WaysIn, open_to: npt.NDArray[np.bool_]
) -> int | None:
    """The occupation B whose weaker step is the strongest; None where none beats the direct move clearly.

    `direct` is the feasibility of the move itself; `open_to` (occupations,) are those that may stand in between.
    """
    best, found = direct + _GAIN, None
    second = np.where(open_to, ways_in.to(target), 0.0)
    second[[target, *origins]] = 0.0
    for origin in origins:
        reach = moves.row(origin)
        between = moves.targets[reach]
        weaker = np.minimum(moves.feasibility[reach].astype(np.float64), second[between])
        place = int(weaker.argmax()) if len(weaker) else 0
        if len(weaker) and weaker[place] > best:
            best, found = float(weaker[place]), int(between[place])
    return found
