"""Tightness by a statistic that a municipality has: openings by the people out of work that it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.labour_market.areas import Area
from graph.labour_market.axes import Axis
from graph.labour_market.figures import Column, Floats, column
from graph.labour_market.intervals import of_ratio
from graph.labour_market.months import Month

ALL_GROUPS = ""
"""The group of a row that counts everybody of an area."""


@dataclass(frozen=True)
class Denominators:
    """People out of work by (area, group, period), and where each number is from; empty = none were read."""

    values: Mapping[tuple[str, str, str], float] = field(default_factory=dict)
    sources: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def of(self, area: Area, group: str, month: Month) -> tuple[float, str] | None:
        """The number of an area: its own row, else the sum of its municipalities where each has one; None = lacking.

        A row of the month goes before one of the year. A reach has none: the statistic knows no such area.
        """
        if area.postcodes is not None or not self.values:
            return None
        own = self._one(area.code, group, month)
        if own is not None:
            return own
        parts = [self._one(code, group, month) for code in area.municipalities]
        known = [one for one in parts if one is not None]
        if not parts or len(known) < len(parts):
            return None
        return sum(value for value, _ in known), "; ".join(dict.fromkeys(source for _, source in known))

    def _one(self, area: str, group: str, month: Month) -> tuple[float, str] | None:
        for period in (str(month), str(month.year)):
            key = (area, group, period)
            if key in self.values:
                return self.values[key], self.sources[key]
        return None


def registered(
    denominators: Denominators,
    areas: Sequence[Area],
    axis: Axis,
    month: Month,
    asked: tuple[Floats, Floats],
    counted: str,
) -> Column:
    """Openings by registered people out of work; not known where the statistic is lacking or counts nobody."""
    openings, squares = asked
    groups = [ALL_GROUPS] if axis.families is None and len(axis.codes) == 1 else list(axis.codes)
    found = [[denominators.of(area, group, month) for group in groups] for area in areas]
    below = np.array([[one[0] if one and one[0] > 0 else np.nan for one in row] for row in found])
    sources = dict.fromkeys(one[1] for row in found for one in row if one)
    lacking = "" if sources else "; ingen statistik over ledige er indlæst for området og måneden"
    bounds = of_ratio(openings, np.sqrt(squares), below, np.zeros(below.shape))
    told = (str(month), "; ".join(sources) or "ingen", counted + lacking)
    return column(openings / below, below, bounds, told)
