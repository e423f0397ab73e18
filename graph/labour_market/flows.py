"""How a corner of the market moves from month to month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.labour_market.areas import Area, footprint
from graph.labour_market.axes import Axis
from graph.labour_market.figures import Column
from graph.labour_market.measures import Scene, measure
from graph.labour_market.months import Month

MOVING = ("live", "openings", "new", "closed", "days", "quotient")
"""The measures that are known for every month; people are known for the month of the reading only."""


@dataclass(frozen=True)
class Flow:
    """Measures of one area by month and group. Row `month * len(axis.codes) + group`; columns as MOVING.

    The live ads of a month are those of the month before, less what closed in that, with what is new in this.
    """

    area: Area
    axis: Axis
    months: tuple[Month, ...]
    columns: Mapping[str, Column]


def flow(scene: Scene, area: Area, axis: Axis, months: Sequence[Month]) -> Flow:
    """The measures of `area` in each of `months`."""
    prints = [footprint(scene.market.vacancies, area)]
    tables = [measure(scene, [area], axis, month, prints) for month in months]
    columns = {name: _joined([table.columns[name] for table in tables], months) for name in MOVING}
    return Flow(area, axis, tuple(months), columns)


def _joined(columns: Sequence[Column], months: Sequence[Month]) -> Column:
    value, n, low, high = (
        np.concatenate([getattr(one, name) for one in columns]) for name in ("value", "n", "low", "high")
    )
    hidden = np.concatenate([one.suppressed for one in columns])
    first = columns[0]
    return Column(value, n, low, high, hidden, f"{months[0]} til {months[-1]}", first.source, first.counted)
