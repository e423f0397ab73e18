"""Everything that a report says, asked of the market once; nothing is counted here.

People are told at one level of groups, and in bridges at the level right below, so that complementary suppression,
which looks one level up, holds between the pictures of a report. Areas do not overlap, and on maps each municipality
belongs to one area, so that no figure is another less a third.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from api.areas import every_municipality, minutes_between
from api.market import MarketView
from graph.errors import AnalysisError
from graph.labour_market.areas import Area, AreaKind
from graph.labour_market.axes import By
from graph.labour_market.comparison import NEITHER, Mismatch, Signs, balance, reference
from graph.labour_market.crossing import Crossing
from graph.labour_market.demand import Asked, What
from graph.labour_market.figures import Column, Figure
from graph.labour_market.market import Vacancies
from graph.labour_market.measures import Scene, Table
from graph.labour_market.months import Month, months_between
from graph.labour_market.opening import Opened
from ontology.kinds import MunicipalityCode
from ontology.people import Means

LEVELS = (By.ISCO3, By.ISCO4)
"""With coarser groups, people of a bridge would be told two levels below those of the tables."""
MOST_AREAS, MOST_MONTHS = 6, 36
TOP = 10
_REACH_MANY = 30
"""An area of more municipalities has no reach drawn around it: it fills its map."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a report is to be about. `within`: minutes by car of what is drawn around the areas."""

    areas: tuple[Area, ...]
    month: Month
    since: Month
    day: date
    by: By = By.ISCO3
    within: float = 45.0


@dataclass(frozen=True)
class AreaAnswers:
    """What was answered of one area alone."""

    crossings: tuple[Crossing, ...]
    opens: tuple[Opened, ...]
    skills: tuple[Asked, ...]
    personal: tuple[Asked, ...]
    gates: tuple[Asked, ...]
    odd: Figure
    odd_gates: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """A bridge from the people of one area to the work of another, so many minutes by car between their town halls."""

    home: Area
    work: Area
    minutes: float
    bridge: Crossing


@dataclass(frozen=True)
class Gathered:
    """What a report says. `units`: the areas of the map, the chosen first; tables are of areas by groups.

    usual: openings a seeker over the country, None = not known. signs: (areas, groups). history: a table a month.
    """

    wish: Wish
    months: tuple[Month, ...]
    table: Table
    totals: Table
    units: tuple[Area, ...]
    unit_table: Table
    unit_totals: Table
    history: tuple[Table, ...]
    usual: float | None
    signs: Signs
    mismatches: tuple[Mismatch, ...]
    across: tuple[Across, ...]
    answers: tuple[AreaAnswers, ...]
    made_by: Mapping[str, str]


def gather(view: MarketView, wish: Wish, made_by: Mapping[str, str]) -> Gathered:
    """Every answer of a report. `made_by`: names and versions of what made it.

    Raises:
        AnalysisError: The wish has no meaning: see `_checked`.
    """
    months = _checked(wish)
    scene, axis = view.scene(wish.day), view.axis(wish.by)
    months = _known(months, scene.market.vacancies)
    table = view.overview(wish.areas, wish.month, wish.by, wish.day)
    units = around(wish.areas, wish.within)
    unit_table = view.overview(units, wish.month, wish.by, wish.day)
    unit_totals = without_lone(view.totals(units, wish.month, wish.day), unit_table)
    usual = reference(scene, wish.month, axis)
    return Gathered(
        wish,
        months,
        table,
        _first(unit_totals, len(wish.areas)),
        units,
        unit_table,
        unit_totals,
        tuple(view.overview(wish.areas, one, wish.by, wish.day) for one in months),
        usual,
        _signs(scene, table, usual),
        tuple(view.surplus(wish.areas, wish.month, wish.by, wish.within, Means.CAR, wish.day)[:TOP]),
        _across(view, wish),
        tuple(_answers(view, area, wish) for area in wish.areas),
        made_by,
    )


def _checked(wish: Wish) -> tuple[Month, ...]:
    """The months of the report.

    Raises:
        AnalysisError: There is no area or too many, two overlap, one is a reach, a level is too coarse, or there are no
            months or too many.
    """
    months = months_between(wish.since, wish.month)
    if not 0 < len(wish.areas) <= MOST_AREAS:
        raise AnalysisError(
            f"a report is about 1 to {MOST_AREAS} areas, not {len(wish.areas)}; put some together with '+'"
        )
    codes = [code for area in wish.areas for code in area.municipalities]
    if len(codes) > len(set(codes)):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise AnalysisError(f"two areas of a report hold {twice}; name areas that do not overlap")
    if any(area.kind is AreaKind.REACH for area in wish.areas):
        raise AnalysisError("a report is about municipalities and regions; what lies around them it draws by itself")
    if wish.by not in LEVELS:
        raise AnalysisError(f"no report by {wish.by}; take {' or '.join(LEVELS)}")
    if not 0 < len(months) <= MOST_MONTHS:
        raise AnalysisError(f"a report shows 1 to {MOST_MONTHS} months up to {wish.month}, not those from {wish.since}")
    return months


def _signs(scene: Scene, table: Table, usual: float | None) -> Signs:
    """What is scarce or in surplus, said only where the seekers are told.

    Whether a group whose seekers are hidden is scarce depends on how many they are at most, so it would tell of them.
    """
    hidden = table.columns["tightness"].suppressed.reshape(len(table.areas), -1)
    if usual is None:
        return np.full(hidden.shape, NEITHER, np.int8)
    found: Signs = np.where(hidden, NEITHER, balance(scene, table, usual)).astype(np.int8)
    return found


def _known(months: tuple[Month, ...], vacancies: Vacancies) -> tuple[Month, ...]:
    """The months from that of the first ad on: before it there are not none, but none are known."""
    first = int(vacancies.first.min(initial=months[-1].last))
    return tuple(one for one in months if one.last >= first) or months[-1:]


def around(areas: Sequence[Area], minutes: float) -> tuple[Area, ...]:
    """The areas of the map: those chosen, then each other municipality so near to one of them, by code.

    A municipality of a chosen set is told of in the set alone.
    """
    own = {code for area in areas for code in area.municipalities}
    others = tuple(one for one in every_municipality() if one.code not in own)
    if not others or any(len(area.municipalities) > _REACH_MANY for area in areas):
        return tuple(areas)
    times = minutes_between(areas, Means.CAR, others)
    return *areas, *(one for one, near in zip(others, times.min(axis=0), strict=True) if near <= minutes)


def without_lone(totals: Table, parts: Table) -> Table:
    """Totals of people, left out where they would tell the one group that the table of parts hides.

    Complementary suppression sees to groups within a family; this sees to the sum over all of them.
    """
    hidden = parts.columns["seekers"].suppressed.reshape(len(parts.areas), -1)
    lone = hidden.sum(axis=1) == 1
    columns = dict(totals.columns)
    for name in ("seekers", "tightness"):
        columns[name] = _blanked(columns[name], lone)
    return replace(totals, columns=columns)


def _blanked(column: Column, where: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Column:
    value, n, low, high = (np.where(where, np.nan, part) for part in (column.value, column.n, column.low, column.high))
    return replace(column, value=value, n=n, low=low, high=high, suppressed=column.suppressed | where)


def _first(table: Table, areas: int) -> Table:
    """The table of the first areas alone."""
    rows = np.arange(areas * len(table.axis.codes))
    return replace(
        table, areas=table.areas[:areas], columns={name: one.at(rows) for name, one in table.columns.items()}
    )


def _answers(view: MarketView, area: Area, wish: Wish) -> AreaAnswers:
    asked = {what: view.asked(area, wish.month, wish.by, None, what, TOP) for what in What}
    odd, odd_gates = view.boilerplate(area, wish.month, wish.by, None)
    return AreaAnswers(
        tuple(view.crossings(area, area, wish.month, TOP, wish.day)),
        tuple(view.opens(area, wish.month, TOP, wish.day)),
        asked[What.SKILLS],
        asked[What.PERSONAL],
        asked[What.GATES],
        odd,
        odd_gates[:TOP],
    )


def _across(view: MarketView, wish: Wish) -> tuple[Across, ...]:
    """The bridges between two areas that lie within reach of each other, those who gain most first."""
    times = minutes_between(wish.areas, Means.CAR)
    pairs = [(at, to) for at, to in np.argwhere(times <= wish.within).tolist() if at != to]
    found = [
        Across(wish.areas[at], wish.areas[to], float(times[at, to]), one)
        for at, to in pairs
        for one in view.crossings(wish.areas[at], wish.areas[to], wish.month, TOP, wish.day)
    ]
    return tuple(sorted(found, key=lambda one: -one.bridge.gain)[:TOP])


def codes_of(areas: Sequence[Area]) -> tuple[MunicipalityCode, ...]:
    """The municipalities of some areas."""
    return tuple(code for area in areas for code in area.municipalities)
