"""The table of measures: areas by groups in one month, every figure with its n, interval, period and source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.labour_market import intervals
from graph.labour_market.areas import Area, Footprint, footprint
from graph.labour_market.axes import Axis
from graph.labour_market.counting import median_days, summed
from graph.labour_market.demand import out_of_line
from graph.labour_market.denominated import Denominators, registered
from graph.labour_market.figures import Column, Flags, Floats, column, in_danish
from graph.labour_market.market import Market
from graph.labour_market.months import Month
from graph.labour_market.people import People
from graph.labour_market.suppression import Told

COUNTED = {
    "live": "opslag, der var slået op i måneden; næsten ens opslag tæller én gang, et vikarbureaus hvor arbejdet er",
    "openings": "stillinger i opslagene; har et opslag flere arbejdssteder, tæller det sin andel i hvert",
    "new": "opslag, der først blev slået op i måneden",
    "closed": "opslag, hvis sidste dag lå i måneden",
    "days": "median af dage fra opslag til sidste dag for opslag, der lukkede i måneden",
    "quotient": "gruppens andel af områdets opslag delt med dens andel af alle opslag med kendt sted i Danmark",
    "agency": "andel af opslagene, som et vikarbureau har slået op",
    "boilerplate": "andel af opslagene med et krav, som under en femtedel af lignende opslag har haft det sidste år",
    "seekers": "borgere i dette system efter det fag, de først søger, ellers senest har haft; afrundet til 5",
    "tightness": "stillinger delt med borgere i dette system",
    "registered": "stillinger delt med de ledige, som den indlæste statistik opgør",
}
"""How each measure is counted, in plain Danish; the keys are the columns of a table."""
_NOW = "; borgerne kendes kun, som de er nu, ikke i andre måneder"
_WHOLE = "; i et område omkring et sted tælles borgere i hele kommuner"
_FINE = "; borgere tælles ikke finere end ISCO-enhedsgrupper"


@dataclass(frozen=True)
class Table:
    """Measures of areas by groups in one month. Row `area * len(axis.codes) + group`; columns as in COUNTED."""

    areas: tuple[Area, ...]
    axis: Axis
    month: Month
    columns: Mapping[str, Column]

    def row(self, area: int, group: int) -> int:
        """The row of an area and a group, by their places."""
        return area * len(self.axis.codes) + group

    @property
    def there(self) -> Flags:
        """(rows,) which hold anything: by ads and by what is told of people, never by what is hidden."""
        parts = [np.nan_to_num(self.columns[name].value) > 0 for name in ("live", "closed", "seekers")]
        found: Flags = np.any(parts, axis=0)
        return found


@dataclass(frozen=True)
class Scene:
    """What the measures are taken of."""

    market: Market
    people: People
    denominators: Denominators

    def source(self) -> str:
        """Where the ads are from."""
        return f"{in_danish(self.market.ads)} opslag fra {', '.join(self.market.sources) or 'ingen kilde'}"


def measure(
    scene: Scene, areas: Sequence[Area], axis: Axis, month: Month, prints: Sequence[Footprint] | None = None
) -> Table:
    """Every measure of `areas` by the groups of `axis` in `month`; `prints` where they are at hand already."""
    vacancies = scene.market.vacancies
    found = list(prints) if prints is not None else [footprint(vacancies, one) for one in areas]
    columns = _of_ads(scene, found, axis, month) | {"quotient": _quotient(scene, found, axis, month)}
    columns |= _of_people(scene, areas, axis, month, _openings(scene, found, axis, month))
    return Table(tuple(areas), axis, month, columns)


def _told(scene: Scene, month: Month, name: str, more: str = "") -> tuple[str, str, str]:
    return str(month), scene.source(), COUNTED[name] + more


def _openings(scene: Scene, prints: Sequence[Footprint], axis: Axis, month: Month) -> tuple[Floats, Floats]:
    """Openings, and the sum of the squares of what each ad brings; (areas, groups)."""
    vacancies, worth = scene.market.vacancies, scene.market.vacancies.openings.astype(np.float64)
    live = vacancies.live_in(month)
    return summed(vacancies, prints, axis, live, worth), summed(vacancies, prints, axis, live, worth, power=2)


def _of_ads(scene: Scene, prints: Sequence[Footprint], axis: Axis, month: Month) -> dict[str, Column]:
    vacancies = scene.market.vacancies
    live, closed = vacancies.live_in(month), vacancies.closed_in(month)
    found = {}
    counts = {"live": live, "new": vacancies.new_in(month), "closed": closed}
    for name, which in counts.items():
        count = summed(vacancies, prints, axis, which)
        found[name] = column(count, count, intervals.of_count(count), _told(scene, month, name))
    openings, squares = _openings(scene, prints, axis, month)
    ads = summed(vacancies, prints, axis, live)
    found["openings"] = column(openings, ads, intervals.of_sum(openings, squares), _told(scene, month, "openings"))
    days = median_days(vacancies, prints, axis, closed)
    found["days"] = column(days.value, days.n, (days.low, days.high), _told(scene, month, "days"))
    agency = summed(vacancies, prints, axis, live & vacancies.agency)
    odd = np.zeros(len(vacancies), np.bool_)
    odd[vacancies.gate_ad[out_of_line(vacancies, scene.people.units, month)]] = True
    parts = {"agency": agency, "boilerplate": summed(vacancies, prints, axis, live & odd)}
    for name, part in parts.items():
        share = np.divide(part, ads, out=np.full(ads.shape, np.nan), where=ads > 0)
        found[name] = column(share, ads, intervals.of_share(part, ads), _told(scene, month, name))
    return found


def _quotient(scene: Scene, prints: Sequence[Footprint], axis: Axis, month: Month) -> Column:
    """The location quotient against all ads of Denmark whose place is known."""
    vacancies = scene.market.vacancies
    live = vacancies.live_in(month) & vacancies.placed
    everywhere = np.flatnonzero(live)
    country = Footprint(everywhere, np.ones(len(everywhere)))
    part, all_part = summed(vacancies, prints, axis, live), summed(vacancies, [country], axis, live)
    whole, all_whole = part.sum(axis=1, keepdims=True), all_part.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        quotient = (part / whole) / (all_part / all_whole)
        low, high = intervals.of_quotient(part, whole, all_part, all_whole)
    known = np.isfinite(quotient)
    bounds = np.where(known, low, np.nan), np.where(known, high, np.nan)
    return column(np.where(known, quotient, np.nan), part, bounds, _told(scene, month, "quotient"))


def _of_people(
    scene: Scene, areas: Sequence[Area], axis: Axis, month: Month, asked: tuple[Floats, Floats]
) -> dict[str, Column]:
    now = month == scene.market.month
    told = [scene.people.by(axis, area) if now else None for area in areas]
    more = (_NOW if not now else "") + (_FINE if axis.of_unit is None else "")
    more += _WHOLE if any(area.postcodes is not None for area in areas) else ""
    parts = [_stacked(told, name, len(axis.codes)) for name in ("value", "low", "high", "spread")]
    hidden = np.array([np.full(len(axis.codes), axis.of_unit is None) if t is None else t.hidden for t in told])
    hidden &= now
    value, low, high, spread = parts
    source = "borgere i dette system"
    seekers = column(value, value, (low, high), (str(month), source, COUNTED["seekers"] + more), hidden)
    openings, squares = asked
    with np.errstate(invalid="ignore", divide="ignore"):
        tightness = openings / value
        bounds = intervals.of_ratio(openings, np.sqrt(squares), value, spread)
    where = (str(month), f"{scene.source()}; {source}", COUNTED["tightness"] + more)
    return {
        "seekers": seekers,
        "tightness": column(tightness, value, bounds, where, hidden),
        "registered": registered(scene.denominators, areas, axis, month, asked, COUNTED["registered"]),
    }


def _stacked(told: Sequence[Told | None], name: str, groups: int) -> Floats:
    rows = [np.full(groups, np.nan) if one is None else getattr(one, name) for one in told]
    return np.array(rows, np.float64).reshape(len(told), groups)
