"""Sums over ads by area and group, as matrices of (areas, groups)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.labour_market.areas import Footprint
from graph.labour_market.axes import Axis
from graph.labour_market.figures import Flags, Floats
from graph.labour_market.intervals import of_median
from graph.labour_market.market import Vacancies


def summed(
    vacancies: Vacancies,
    prints: Sequence[Footprint],
    axis: Axis,
    which: Flags,
    worth: Floats | None = None,
    *,
    power: int = 1,
) -> Floats:
    """How many of the ads `which` lie in each area and group, or what they are `worth`; (areas, groups).

    What is worth something counts by the share of the ad's workplaces in the area, raised with it to `power`.
    """
    occupations = axis.of_occupation.shape[0]
    found = np.zeros((len(prints), occupations))
    for row, one in enumerate(prints):
        chosen = which[one.rows] & (vacancies.occupation[one.rows] >= 0)
        rows = one.rows[chosen]
        weights = None if worth is None else (worth[rows] * one.share[chosen]) ** power
        found[row] = np.bincount(vacancies.occupation[rows], weights, occupations)
    by_group: Floats = found @ axis.of_occupation
    return by_group


@dataclass(frozen=True)
class Medians:
    """Medians of days with their intervals, and how many ads each rests on; (areas, groups)."""

    value: Floats
    n: Floats
    low: Floats
    high: Floats


def median_days(vacancies: Vacancies, prints: Sequence[Footprint], axis: Axis, which: Flags) -> Medians:
    """How long the ads `which` are listed, by area and by the group that holds most of the ad's occupation."""
    groups = len(axis.codes)
    cells, days = [], []
    for row, one in enumerate(prints):
        rows = one.rows[which[one.rows]]
        group = axis.main[vacancies.occupation[rows]]
        rows, group = rows[group >= 0], group[group >= 0]
        cells.append(row * groups + group)
        days.append(vacancies.last[rows] - vacancies.first[rows] + 1)
    cell, length = np.concatenate(cells), np.concatenate(days).astype(np.float64)
    order = np.lexsort((length, cell))
    count = np.bincount(cell, minlength=len(prints) * groups).astype(np.float64)
    start = np.cumsum(count) - count
    low, high = of_median(count)
    ordered = np.append(length[order], np.nan)

    def at(place: Floats) -> Floats:
        known = np.isfinite(place) & (count > 0)
        return ordered[np.where(known, start + np.nan_to_num(place), len(order)).astype(np.intp)]

    middle = (at(np.floor((count - 1) / 2)) + at(np.ceil((count - 1) / 2))) / 2
    return Medians(*(one.reshape(len(prints), groups) for one in (middle, count, at(low), at(high))))
