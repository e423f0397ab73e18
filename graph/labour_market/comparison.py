"""Two areas side by side, and what is scarce in one and in surplus in another near by."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.labour_market.areas import Area, AreaKind
from graph.labour_market.axes import Axis
from graph.labour_market.figures import Figure, Floats
from graph.labour_market.intervals import of_ratio
from graph.labour_market.measures import Scene, Table, measure
from graph.labour_market.months import Month

_RATIO = "gruppens andel af opslagene i det ene område delt med dens andel i det andet"
SCARCE, SURPLUS, NEITHER = 1, -1, 0
Signs = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Contrast:
    """One group in two areas. `ratio`: its share of the first area's live ads by its share of the second's."""

    group: str
    label: str
    first: int
    second: int
    ratio: Figure


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A group that is scarce in one area and in surplus in another, `minutes` of travel apart (an estimate)."""

    group: str
    label: str
    scarce: Area
    surplus: Area
    minutes: float
    openings: Figure
    scarce_seekers: Figure
    surplus_seekers: Figure
    scarce_tightness: Figure
    surplus_tightness: Figure


def side_by_side(scene: Scene, first: Area, second: Area, axis: Axis, month: Month) -> tuple[Table, list[Contrast]]:
    """The measures of both areas, and each group's contrast; what neither advertises is left out, most ads first.

    `Contrast.first` and `.second` are the rows of the table.
    """
    table = measure(scene, [first, second], axis, month)
    ads = table.columns["live"].value.reshape(2, -1)
    totals = ads.sum(axis=1)
    found = []
    for group in np.argsort(-ads.sum(axis=0), kind="stable"):
        if ads[:, group].any():
            rows = table.row(0, int(group)), table.row(1, int(group))
            ratio = _ratio(ads[:, group], totals, str(month), scene.source())
            found.append(Contrast(axis.codes[group], axis.labels[group], *rows, ratio))
    return table, found


def _ratio(ads: Floats, totals: Floats, period: str, source: str) -> Figure:
    """The ratio of two shares of ads with its interval (Katz and others 1978)."""
    if not ads[1] or not totals.all():
        return Figure(None, float(ads.sum()), None, None, period, source, f"{_RATIO}; det andet har ingen")
    spread, scale = np.sqrt(np.maximum(ads * (1 - ads / totals), 0.25)), float(totals[1] / totals[0])
    low, high = (float(end[0]) * scale for end in of_ratio(ads[:1], spread[:1], ads[1:], spread[1:]))
    return Figure(float(ads[0] / ads[1]) * scale, float(ads.sum()), low, high, period, source, _RATIO)


def reference(scene: Scene, month: Month, axis: Axis) -> float | None:
    """Openings by seekers over all municipalities whose people are known; None where that is not known in `month`.

    `axis` is any along which people are counted.
    """
    people = scene.people.cells.sum(axis=1).tolist()
    codes = tuple(code for code, count in zip(scene.market.municipalities, people, strict=True) if count)
    if month != scene.market.month or not codes:
        return None
    everywhere = Area(AreaKind.SET, "kendt", "kommuner med borgere", codes)
    openings = measure(scene, [everywhere], axis, month).columns["openings"].value.sum()
    return float(openings / scene.people.of_units(everywhere).sum())


def balance(scene: Scene, table: Table, usual: float) -> Signs:
    """(areas, groups) whether a group is scarce, in surplus or neither against the `usual` openings a seeker.

    Only what the interval of the tightness bears out counts; where so few seek it that they are hidden, the most that
    they may be is reckoned with. Where nobody of an area is known, nothing is scarce.
    """
    shape = (len(table.areas), len(table.axis.codes))
    tightness, openings = table.columns["tightness"], table.columns["openings"]
    told = [scene.people.by(table.axis, area) for area in table.areas]
    empty = np.full(shape[1], np.nan)
    most = np.array([empty if one is None else one.most for one in told])
    known = np.array([scene.people.of_units(area).any() for area in table.areas])[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        least = openings.low.reshape(shape) / most
        scarce = (tightness.low.reshape(shape) > usual) | (tightness.suppressed.reshape(shape) & (least > usual))
        surplus = tightness.high.reshape(shape) < usual
    found: Signs = np.where(known & scarce, SCARCE, np.where(known & surplus, SURPLUS, NEITHER)).astype(np.int8)
    return found


def mismatches(scene: Scene, table: Table, minutes: Floats, within: float) -> list[Mismatch]:
    """What is scarce in one area of `table` and in surplus in another within `within` minutes, most to gain first.

    minutes: (areas, areas) of travel from the area of the people to that of the work, NaN = not known. The gain is the
    smaller of the openings of the one and the seekers of the other.
    """
    usual = reference(scene, table.month, table.axis)
    if usual is None:
        return []
    signs = balance(scene, table, usual)
    near = (minutes <= within) & ~np.eye(len(table.areas), dtype=np.bool_)
    found = []
    for group in range(len(table.axis.codes)):
        for there in np.flatnonzero(signs[:, group] == SURPLUS):
            for here in np.flatnonzero((signs[:, group] == SCARCE) & near[there]):
                found.append(_mismatch(table, group, int(here), int(there), float(minutes[there, here])))
    found.sort(key=lambda one: (-gain(one), one.minutes, one.group))
    return found


def gain(one: Mismatch) -> float:
    """How many people could find work so: the smaller of the openings of the one and the seekers of the other."""
    return min(one.openings.value or 0.0, one.surplus_seekers.value or 0.0)


def _mismatch(table: Table, group: int, here: int, there: int, minutes: float) -> Mismatch:
    def figure(name: str, area: int) -> Figure:
        return table.columns[name].figure(table.row(area, group))

    return Mismatch(
        table.axis.codes[group],
        table.axis.labels[group],
        table.areas[here],
        table.areas[there],
        minutes,
        figure("openings", here),
        figure("seekers", here),
        figure("seekers", there),
        figure("tightness", here),
        figure("tightness", there),
    )
