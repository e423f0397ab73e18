"""Shifts: what folds an ad away is where all of its work lies, not what lies beside it."""

import numpy as np
import pytest

from graph.shifts import all_unwanted, bits_of, standing
from graph.standing import Standing
from ontology.kinds import Shift

DAY, EVENING, NIGHT, STAND_BY, ROTATING = Shift.DAY, Shift.EVENING, Shift.NIGHT, Shift.STAND_BY, Shift.ROTATING


@pytest.mark.parametrize(
    ("asked", "unwanted", "found"),
    [
        ((NIGHT,), (NIGHT,), Standing.UNMET),
        ((NIGHT, STAND_BY), (NIGHT,), Standing.UNMET),
        ((STAND_BY,), (STAND_BY,), Standing.ASK),
        ((DAY, STAND_BY), (STAND_BY,), Standing.ASK),
        ((DAY,), (NIGHT,), Standing.MET),
        ((ROTATING,), (NIGHT,), Standing.ASK),
        ((DAY, NIGHT), (NIGHT,), Standing.ASK),
        ((NIGHT,), (), Standing.UNKNOWN),
    ],
)
def test_an_ad_is_unmet_only_where_all_of_its_work_lies_in_what_is_unwanted(
    asked: tuple[Shift, ...], unwanted: tuple[Shift, ...], found: Standing
) -> None:
    folded = all_unwanted(np.array([bits_of(asked)], np.int8), np.array(bits_of(unwanted), np.int8))

    assert standing(asked, unwanted) is found
    assert folded.tolist() == [found is Standing.UNMET]
