"""The worked examples of docs/labour_market.md are what the code makes of them."""

from pathlib import Path

import numpy as np
import pytest

from graph.labour_market import intervals
from graph.labour_market.demand import PRIOR_ADS
from graph.labour_market.figures import Floats
from graph.labour_market.measures import COUNTED
from graph.labour_market.suppression import told

WORDS = (Path(__file__).parents[3] / "docs" / "labour_market.md").read_text(encoding="utf-8")
CELLS = np.array([[10], [5], [0], [20]])


def one(value: float) -> Floats:
    return np.array([float(value)])


def said(interval: tuple[Floats, Floats], digits: int = 2) -> str:
    low, high = (float(end[0]) for end in interval)
    return f"interval [{low:.{digits}f}; {high:.{digits}f}]"


def examples() -> list[str]:
    people = told(CELLS, np.ones((1, 1)))
    seekers = float(people.value[0])
    return [
        f"live = 12 ads, {said(intervals.of_count(one(12)))}",
        f"openings = 20, sum of squares 44, {said(intervals.of_sum(one(20), one(44)))}",
        f"quotient = (12 / 200) / (300 / 20000) = {(12 / 200) / (300 / 20000):.2f}, "
        + said(intervals.of_quotient(one(12), one(200), one(300), one(20000))),
        f"share = 8 / 40 = {8 / 40:.2f}, {said(intervals.of_share(one(8), one(40)))}",
        f"lift = (10 + 2) / (2 + 2) = {(10 + PRIOR_ADS) / (2 + PRIOR_ADS):.2f}, squares 0.4, "
        + said(intervals.of_lift(one(10), one(2), one(0.4), PRIOR_ADS)),
        f"seekers of cells 10, 5, 0 and 20 = {seekers:.0f}, {said((people.low, people.high), 1)}",
        f"tightness = 12 / 35 = {12 / seekers:.2f}, "
        + said(intervals.of_ratio(one(12), np.sqrt(one(12)), people.value, people.spread)),
    ]


@pytest.mark.parametrize("example", examples())
def test_a_worked_example_is_right(example: str) -> None:
    assert example in WORDS


def test_the_median_of_twenty_lies_between_the_sixth_and_the_fifteenth() -> None:
    low, high = intervals.of_median(one(20))

    assert f"With 20 ads: the {low[0] + 1:.0f}th to the {high[0] + 1:.0f}th value" in WORDS


def test_every_measure_is_defined() -> None:
    defined = {"live", "new", "closed", "openings", "days", "location quotient", "agency", "boilerplate"} | {
        "tightness",
        "registered",
    }

    assert all(f"**{word[0].upper()}{word[1:]}" in WORDS for word in defined)
    assert len(COUNTED) == len(defined) + 1
