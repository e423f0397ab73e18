"""Stepping stones: A -> B -> C over the strongest moves, where one step is too far."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from graph.derived import Moves

_GAIN = 0.05


def stepping_stone(
    origins: Sequence[int], target: int, direct: float, moves: Moves, open_to: npt.NDArray[np.bool_]
) -> int | None:
    """The occupation B whose weaker step is the strongest; None where none beats the direct move clearly.

    `direct` is the feasibility of the move itself; `open_to` (occupations,) are those that may stand in between.
    """
    best, found = direct + _GAIN, None
    into = _into(target, moves)
    for origin in origins:
        reach = moves.row(origin)
        for between, first in zip(moves.targets[reach], moves.feasibility[reach], strict=True):
            second = into.get(int(between))
            if second is None or not open_to[between] or int(between) in (target, *origins):
                continue
            weaker = min(float(first), second)
            if weaker > best:
                best, found = weaker, int(between)
    return found


def _into(target: int, moves: Moves) -> dict[int, float]:
    """The kept moves that lead to `target`: origin -> feasibility."""
    pairs = np.flatnonzero(moves.targets == target)
    origins = np.searchsorted(moves.starts, pairs, "right") - 1
    return {int(o): float(moves.feasibility[p]) for o, p in zip(origins, pairs, strict=True)}
