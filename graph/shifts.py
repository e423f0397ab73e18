"""The parts of the day and week that an ad's work lies in, against those that a person does not want to work in. Pure.

A set of them is a number, a bit each, so that all ads, or all people, are compared at once.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from graph.standing import Standing
from ontology.kinds import Shift

Sets = npt.NDArray[np.int8]

_PLACES = {shift: 1 << place for place, shift in enumerate(Shift)}
_BESIDE = np.int8(_PLACES[Shift.STAND_BY])
_OPEN = (Shift.ROTATING, Shift.STAND_BY)
"""What may lie in any part of the day."""


def bits_of(shifts: Iterable[Shift]) -> int:
    """A set of shifts as one number; 0 = none."""
    return sum(_PLACES[shift] for shift in frozenset(shifts))


def all_unwanted(asked: Sets, unwanted: Sets) -> npt.NDArray[np.bool_]:
    """Where some shifts are asked, and each of them is unwanted; one of the two may be a single set.

    A stand-by lies beside the work and is not where it lies.
    """
    core = asked & ~_BESIDE
    return np.asarray((core != 0) & ((core & ~unwanted) == 0), np.bool_)


def standing(asked: Iterable[Shift], unwanted: Iterable[Shift]) -> Standing:
    """How a person stands to an ad's shifts: some unwanted, or such as vary, are worth asking about."""
    told, refused = frozenset(asked), frozenset(unwanted)
    if not refused:
        return Standing.UNKNOWN
    core = told - {Shift.STAND_BY}
    if core and core <= refused:
        return Standing.UNMET
    return Standing.ASK if told & {*refused, *_OPEN} else Standing.MET
