"""What trained models are weighed by."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.errors import IngestionError
from ingestion.weights import largest, read_weights, shares_of


def test_a_model_that_is_not_there_says_to_install_again() -> None:
    with pytest.raises(IngestionError, match=r"gone.csv cannot be read; install the package again"):
        read_weights("gone.csv", ("always",), "bench/train.py")


def test_a_model_of_other_features_names_the_script_that_fits_it_anew() -> None:
    with pytest.raises(IngestionError, match=r"hints.csv does not fit this code; run bench/train_hints.py"):
        read_weights("hints.csv", ("always",), "bench/train_hints.py")


def test_shares_sum_to_one_in_the_order_of_the_scores_and_none_are_none() -> None:
    found = shares_of(np.array([800, 799, -5], np.float32))

    assert found.sum() == pytest.approx(1)
    assert found[0] > found[1] > found[2]
    assert len(shares_of(np.zeros(0, np.float32))) == 0


@given(st.lists(st.integers(-5, 5), max_size=40), st.integers(1, 45))
def test_the_largest_are_those_of_a_whole_sort(values: list[int], count: int) -> None:
    scores = np.array(values, np.float32)

    assert largest(scores, count).tolist() == np.argsort(-scores, kind="stable")[:count].tolist()
