"""Kept answers stay within their bound."""

import numpy as np

from api.kept import Kept, weight_of


def test_an_answer_is_made_once() -> None:
    kept, made = Kept(), list[int]()
    answers = [kept.answer("q", lambda: made.append(1) or len(made)) for _ in range(3)]  # type: ignore[func-returns-value]  # None, so the length

    assert (answers, made) == ([1, 1, 1], [1])


def test_what_was_asked_longest_ago_goes_first() -> None:
    kept = Kept(most_bytes=2_500)
    for question in ("a", "b", "a", "c"):
        kept.answer(question, lambda: np.zeros(1_000, np.int8))
    made = list[str]()
    for question in ("a", "c", "b"):
        kept.answer(question, lambda question=question: made.append(question))  # type: ignore[misc]  # bound at once

    assert made == ["b"]


def test_what_is_larger_than_the_bound_is_given_and_pushes_nothing_out() -> None:
    kept = Kept(most_bytes=1_500)
    kept.answer("small", lambda: np.zeros(1_000, np.int8))
    large = kept.answer("large", lambda: np.zeros(10_000, np.int8))

    assert len(large) == 10_000
    assert len(kept) == 1


def test_arrays_weigh_what_they_hold_wherever_they_lie() -> None:
    assert weight_of({"a": [np.zeros(1_000, np.int8)], "b": (np.zeros(500, np.int64), "word")}) > 5_000
