"""What a percentile is, by counting."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.agreement import percentile


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=30))
def test_a_percentile_is_the_share_of_the_candidates_below_and_half_of_those_that_are_equal(
    drawn: list[tuple[int, bool]],
) -> None:
    view, among = np.array([value / 7 for value, _ in drawn]), np.array([one for _, one in drawn], np.bool_)
    candidates = [value / 7 for value, one in drawn if one]

    found = percentile(view, among).tolist()
    for value, candidate, rank in zip(view.tolist(), among.tolist(), found, strict=True):
        below, equal = sum(one < value for one in candidates), sum(one == value for one in candidates)
        assert rank == (pytest.approx((below + equal / 2) / len(candidates)) if candidate else 0.0)
