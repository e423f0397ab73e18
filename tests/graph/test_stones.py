"""Stepping stones on moves that a person can check by hand."""

import numpy as np

from graph.derived import Moves
from graph.stones import WaysIn, stepping_stone

# 0 -> 1 (0.6), 0 -> 2 (0.2), 0 -> 3 (0.9); 1 -> 2 (0.5); 3 -> 2 (0.3)
MOVES = Moves(
    np.array([0, 3, 4, 4, 5], np.int32),
    np.array([3, 1, 2, 2, 2], np.int32),
    np.array([0.9, 0.6, 0.2, 0.5, 0.3], np.float32),
    np.zeros((5, 6), np.float32),
)
ALL = np.ones(4, np.bool_)


def test_the_stone_is_the_one_whose_weaker_step_is_the_strongest() -> None:
    assert stepping_stone([0], 2, 0.2, MOVES, WaysIn.of(MOVES), ALL) == 1


def test_a_closed_occupation_is_no_stone() -> None:
    assert stepping_stone([0], 2, 0.2, MOVES, WaysIn.of(MOVES), np.array([True, False, True, True])) == 3


def test_there_is_no_stone_where_the_direct_move_is_as_good() -> None:
    assert stepping_stone([0], 2, 0.46, MOVES, WaysIn.of(MOVES), ALL) is None
