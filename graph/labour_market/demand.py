"""What ads ask for, against what ads for the same work ask elsewhere: skills, personal competencies and gates."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.labour_market import intervals
from graph.labour_market.areas import Footprint
from graph.labour_market.axes import Axis, Rows
from graph.labour_market.figures import Figure, Flags, Floats
from graph.labour_market.market import Vacancies
from graph.labour_market.months import Month
from ontology.taxonomy import Taxonomy

LEAST_ADS, LEAST_ELSEWHERE = 10, 50
"""With fewer ads in the area or elsewhere no lift is given."""
PRIOR_ADS = 2.0
"""As how many expected ads the belief weighs that an area asks what others ask."""
UNIT_ADS = 10.0
"""As how many ads of an occupation elsewhere its unit group weighs in what is expected of it."""
BOILERPLATE_SHARE, BOILERPLATE_LEAST, BOILERPLATE_MONTHS = 0.20, 20, 12
"""A gate is out of line where fewer than a fifth of at least twenty like ads of the last twelve months ask for it."""

_LEAST_ASKING = 3
_SHARE = "andel af opslagene, der spørger efter det"
_LIFT = "hvor mange gange så ofte som i opslag for samme erhverv andre steder; trukket mod 1, hvor der er få"
_OUT = "andel af opslagene med et krav, som under en femtedel af lignende opslag i landet har haft det sidste år"


class What(StrEnum):
    """What kind of thing is asked for."""

    SKILLS = "skills"
    PERSONAL = "personal"
    GATES = "gates"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for: a skill's URI or a credential's code; how many ads ask it, and how that is elsewhere.

    `expected`: the share of the area's ads that would ask it if they asked as like ads elsewhere, in [0, 1]; None = not
    known.
    """

    code: str
    share: Figure
    lift: Figure
    expected: float | None


@dataclass(frozen=True)
class Corner:
    """A part of the market whose ads are looked at: an area, a group and a month."""

    area: Footprint
    axis: Axis
    group: int | None
    month: Month

    def ads(self, vacancies: Vacancies, units: Rows) -> tuple[Flags, Flags]:
        """The live ads of the area, and those elsewhere in Denmark, of the group; (ads,) each."""
        live = vacancies.live_in(self.month) & (units[vacancies.occupation] >= 0)
        if self.group is not None:
            live &= self.axis.main[vacancies.occupation] == self.group
        here = np.zeros(len(vacancies), np.bool_)
        here[self.area.rows] = True
        return live & here, live & ~here


def asked(
    vacancies: Vacancies, units: Rows, taxonomy: Taxonomy, corner: Corner, what: What, source: str, top: int = 20
) -> tuple[Asked, ...]:
    """What the ads of a corner ask for, most over-asked first (by the lower end of the lift), then most asked.

    What fewer than three ads ask is left out.
    """
    here, elsewhere = corner.ads(vacancies, units)
    ad, thing, codes = _pairs(vacancies, taxonomy, what)
    found = np.bincount(thing[here[ad]], minlength=len(codes)).astype(np.float64)
    expected, squares, comparable = _expected(vacancies, units, here, elsewhere, ad, thing, len(codes))
    like = float(comparable.sum())
    enough = like >= LEAST_ADS and elsewhere.sum() >= LEAST_ELSEWHERE
    compared = np.bincount(thing[comparable[ad]], minlength=len(codes)).astype(np.float64)
    low, high = intervals.of_lift(compared, expected, squares, PRIOR_ADS)
    order = np.lexsort((np.arange(len(codes)), -found, -low if enough else np.zeros(len(codes))))
    order = order[found[order] >= _LEAST_ASKING][:top]
    total, told = float(here.sum()), (str(corner.month), source)
    shares = intervals.of_share(found, np.full(len(found), total))
    lifts = (compared + PRIOR_ADS) / (expected + PRIOR_ADS)

    def one(row: int) -> Asked:
        share = Figure(found[row] / total, total, float(shares[0][row]), float(shares[1][row]), *told, _SHARE)
        lift = Figure(None, like, None, None, *told, f"{_LIFT}; for få opslag her eller andre steder")
        if enough:
            lift = Figure(float(lifts[row]), like, float(low[row]), float(high[row]), *told, _LIFT)
        return Asked(codes[row], share, lift, float(expected[row]) / like if enough else None)

    return tuple(one(int(row)) for row in order)


def _pairs(vacancies: Vacancies, taxonomy: Taxonomy, what: What) -> tuple[Rows, Rows, Sequence[str]]:
    if what is What.GATES:
        return vacancies.gate_ad.astype(np.intp), vacancies.gate.astype(np.intp), vacancies.gates
    kept = taxonomy.personal[vacancies.skill] == (what is What.PERSONAL)
    codes = [one.uri for one in taxonomy.skills]
    return vacancies.ask_ad[kept].astype(np.intp), vacancies.skill[kept].astype(np.intp), codes


def _expected(
    vacancies: Vacancies, units: Rows, here: Flags, elsewhere: Flags, ad: Rows, thing: Rows, things: int
) -> tuple[Floats, Floats, Flags]:
    """How many of the ads here would ask each thing if they asked as like ads elsewhere, the squares, and of which ads.

    Indirect standardisation by occupation; where an occupation has few ads elsewhere its unit group stands in, as
    UNIT_ADS ads would. The ads here of a unit group that is nowhere else cannot be compared.
    """
    job, jobs = vacancies.occupation, len(units)
    unit, count = units[:-1], int(units.max(initial=-1)) + 1
    own, other = (np.bincount(job[which], minlength=jobs - 1).astype(np.float64) for which in (here, elsewhere))
    there = np.bincount(unit, other, count)
    own[there[unit] == 0] = 0.0
    by_unit = np.bincount(unit, own * UNIT_ADS / (other + UNIT_ADS), count)
    worth = own / (other + UNIT_ADS) + np.divide(by_unit, there, out=np.zeros(count), where=there > 0)[unit]
    chosen = elsewhere[ad]
    brought = worth[job[ad[chosen]]]
    expected, squares = (np.bincount(thing[chosen], brought**power, things).astype(np.float64) for power in (1, 2))
    return expected, squares, here & (np.append(there[unit], 0.0)[job] > 0)


def out_of_line(vacancies: Vacancies, units: Rows, month: Month) -> Flags:
    """(gates,) which demands few like ads make: under a fifth of the others of the unit group in twelve months."""
    unit = units[vacancies.occupation]
    recent = (
        (vacancies.last >= month.plus(1 - BOILERPLATE_MONTHS).first) & (vacancies.first <= month.last) & (unit >= 0)
    )
    count = max(int(units.max(initial=-1)) + 1, 1)
    like = np.bincount(unit[recent], minlength=count) - 1
    cell = unit[vacancies.gate_ad].astype(np.int64) * len(vacancies.gates) + vacancies.gate
    counted = recent[vacancies.gate_ad]
    asking = np.bincount(cell[counted], minlength=count * len(vacancies.gates))
    found = np.zeros(len(counted), np.bool_)
    others = like[unit[vacancies.gate_ad[counted]]]
    found[counted] = (others >= BOILERPLATE_LEAST) & (asking[cell[counted]] - 1 < BOILERPLATE_SHARE * others)
    return found


def boilerplate(vacancies: Vacancies, units: Rows, corner: Corner, source: str) -> tuple[Figure, tuple[Asked, ...]]:
    """The share of a corner's ads with a demand out of line, and each such demand with its share, largest first."""
    here, _ = corner.ads(vacancies, units)
    odd = out_of_line(vacancies, units, corner.month) & here[vacancies.gate_ad]
    total = float(here.sum())
    told = (str(corner.month), source, _OUT)
    ads = len(np.unique(vacancies.gate_ad[odd]))
    count = np.bincount(vacancies.gate[odd], minlength=len(vacancies.gates))
    order = [int(row) for row in np.argsort(-count, kind="stable") if count[row]]
    nothing = Figure(None, None, None, None, *told)
    rows = tuple(Asked(vacancies.gates[row], _share(float(count[row]), total, told), nothing, None) for row in order)
    return _share(float(ads), total, told), rows


def _share(part: float, whole: float, told: tuple[str, str, str]) -> Figure:
    if not whole:
        return Figure(None, 0.0, None, None, *told)
    low, high = intervals.of_share(np.array([part]), np.array([whole]))
    return Figure(part / whole, whole, float(low[0]), float(high[0]), *told)
