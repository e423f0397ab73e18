"""Two ways to add rows of a matrix give the same bits."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from ingestion.titles import gathered, gathered_from_long

MATRIX = sparse.csr_array(sparse.random_array((40, 300), density=0.3, dtype=np.float32, rng=np.random.default_rng(7)))


@given(
    st.lists(st.tuples(st.integers(0, 39), st.floats(2**-10, 1, width=32)), max_size=30, unique_by=lambda one: one[0])
)
def test_long_rows_are_added_to_the_bits_of_short_ones(chosen: list[tuple[int, float]]) -> None:
    rows = np.array([row for row, _ in chosen], np.int64)
    weights = np.array([weight for _, weight in chosen], np.float32)

    assert gathered_from_long(MATRIX, rows, weights).tobytes() == gathered(MATRIX, rows, weights).tobytes()
