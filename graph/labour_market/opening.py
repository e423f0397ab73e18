"""The few skills and credentials that would open most of an area's openings to the people who seek such work there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.labour_market.areas import Area, footprint, people_rows
from graph.labour_market.axes import Axis
from graph.labour_market.figures import Figure, Flags, Floats
from graph.labour_market.having import SOURCE, covered, told_figure
from graph.labour_market.intervals import of_sum
from graph.labour_market.market import ANY_DEGREE, LONG_EXPERIENCE, Market, Vacancies
from graph.labour_market.measures import Scene
from graph.labour_market.months import Month
from graph.labour_market.suppression import told
from graph.ontology import LiveOntology

Rows = npt.NDArray[np.intp]
_PEOPLE = "borgere, som mindst ét opslag i deres fag i området åbner sig for, når kun det kommer til; afrundet til 5"
_OPENINGS = "stillinger i de opslag i området, som spørger efter det"
_NOT_GAINED = (ANY_DEGREE, LONG_EXPERIENCE)
"""What is no credential that a course gives."""
_TINY = 1e-9


class Key(StrEnum):
    """What kind of thing opens."""

    SKILL = "skill"
    CREDENTIAL = "credential"


@dataclass(frozen=True, slots=True)
class Opened:
    """A skill (its URI) or a credential (its code), for how many it would open an ad, and the openings that ask it."""

    key: Key
    code: str
    people: Figure
    openings: Figure


def opened(scene: Scene, live: LiveOntology, axis: Axis, area: Area, month: Month, top: int = 10) -> list[Opened]:
    """What would open most, each alone, by people and then by openings; what serves too few to tell is left out.

    `axis` is that of unit groups. An ad opens for a person of its unit group where the new skill brings what is covered
    of its professional weight to a fit, or where the new credential is the only one that lacks.
    """
    if month != scene.market.month:
        return []
    vacancies, seekers = scene.market.vacancies, scene.market.seekers
    ads = footprint(vacancies, area)
    live_in = vacancies.live_in(month)[ads.rows]
    chosen, share = ads.rows[live_in], ads.share[live_in]
    unit_of_ad = axis.main[vacancies.occupation[chosen]]
    home = np.isin(seekers.municipality, people_rows(scene.market, area))
    unit_of = np.where(home, axis.main[seekers.occupation], -1)
    near_by = _narrowed(scene.market, chosen, home)
    helped: dict[tuple[Key, int], list[Rows]] = {}
    for unit in np.intersect1d(unit_of_ad[unit_of_ad >= 0], unit_of[unit_of >= 0]).tolist():
        people, here = np.flatnonzero(unit_of == unit), chosen[unit_of_ad == unit]
        for key, whom in (*_by_skill(near_by, live, people, here), *_by_credential(near_by, people, here)):
            helped.setdefault(key, []).append(whom)
    worth = np.zeros(len(vacancies))
    worth[chosen] = vacancies.openings[chosen] * share
    found = [_told(scene, live, area, key, helped[key], (near_by.vacancies, worth), month) for key in helped]
    kept = [one for one in found if not one.people.suppressed]
    kept.sort(key=lambda one: (-(one.people.value or 0), -(one.openings.value or 0), one.code))
    return kept[:top]


def _narrowed(market: Market, ads: Rows, home: Flags) -> Market:
    """The market with the asks of `ads` and the claims of the people at `home` alone; rows stay what they are."""
    vacancies, seekers = market.vacancies, market.seekers
    there = np.zeros(len(vacancies), np.bool_)
    there[ads] = True
    asks, claims = there[vacancies.ask_ad], home[seekers.claim_seeker]
    fewer = {name: getattr(vacancies, name)[asks] for name in ("ask_ad", "skill", "must", "weight")}
    own = {name: getattr(seekers, name)[claims] for name in ("claim_seeker", "skill", "strength")}
    return replace(market, vacancies=replace(vacancies, **fewer), seekers=replace(seekers, **own))


def _by_skill(market: Market, live: LiveOntology, people: Rows, ads: Rows) -> Iterator[tuple[tuple[Key, int], Rows]]:
    """For each skill the people for whom it opens one of `ads`."""
    vacancies = market.vacancies
    place = np.full(len(vacancies), -1, np.intp)
    place[ads] = np.arange(len(ads))
    kept = np.flatnonzero((place[vacancies.ask_ad] >= 0) & ~live.taxonomy.personal[vacancies.skill])
    ad, weight = place[vacancies.ask_ad[kept]], vacancies.weight[kept].astype(np.float64)
    wanted, skill = np.unique(vacancies.skill[kept], return_inverse=True)
    cover = covered(market.seekers, live.derived.near, people, wanted.astype(np.intp))
    asked = sparse.csr_array((weight, (skill, ad)), shape=(len(wanted), len(ads)))
    total = np.bincount(ad, weight, len(ads))
    lacking = live.constants.fit * total[:, None] - asked.T @ cover.T  # ads by people: an ad's people lie together
    opens, gap = np.zeros((len(wanted), len(people)), np.bool_), np.ascontiguousarray(1 - cover.T)
    order = np.argsort(ad, kind="stable")
    for asks in np.split(order, np.flatnonzero(np.diff(ad[order])) + 1) if len(order) else ():
        short = lacking[ad[asks[0]]]
        near = np.flatnonzero((short > _TINY) & (short <= weight[asks].max() + _TINY))
        gain = weight[asks][:, None] * gap[np.ix_(skill[asks], near)]
        opens[np.ix_(skill[asks], near)] |= gain >= short[near] - _TINY
    for one in np.flatnonzero(opens.any(axis=1)).tolist():
        yield (Key.SKILL, int(wanted[one])), people[opens[one]]


def _by_credential(market: Market, people: Rows, ads: Rows) -> Iterator[tuple[tuple[Key, int], Rows]]:
    """For each credential the people who lack that one alone for one of `ads`."""
    vacancies, seekers = market.vacancies, market.seekers
    known = {code: row for row, code in enumerate(vacancies.gates)}
    gained = np.array([code not in _NOT_GAINED for code in vacancies.gates], np.bool_)
    held = np.array([known.get(code, -1) for code in seekers.credentials], np.intp)
    kept = np.flatnonzero(np.isin(vacancies.gate_ad, ads))
    demanded = _grid(np.searchsorted(ads, vacancies.gate_ad[kept]), vacancies.gate[kept], len(ads), len(known))
    own = np.flatnonzero(np.isin(seekers.holding_seeker, people))
    gate = held[seekers.holding[own]] if len(held) else np.zeros(0, np.intp)
    rows = np.searchsorted(people, seekers.holding_seeker[own])
    has = _grid(rows[gate >= 0], gate[gate >= 0], len(people), len(known))
    missing = (1 - has) @ demanded.T
    for one in np.flatnonzero(demanded.any(axis=0) & gained).tolist():
        opens = (missing == 1) & (has[:, [one]] == 0) & (demanded[:, one] > 0)[None, :]
        if opens.any():
            yield (Key.CREDENTIAL, one), people[opens.any(axis=1)]


def _grid(rows: npt.NDArray[np.integer], columns: npt.NDArray[np.integer], height: int, width: int) -> Floats:
    found = np.zeros((height, width))
    found[rows, columns] = 1.0
    return found


def _told(
    scene: Scene,
    live: LiveOntology,
    area: Area,
    key: tuple[Key, int],
    whom: list[Rows],
    asks: tuple[Vacancies, Floats],
    month: Month,
) -> Opened:
    """What one thing opens; `asks` are the ads with the asks of the area alone, and the openings of each there."""
    flags = np.zeros(len(scene.market.seekers), np.bool_)
    flags[np.concatenate(whom)] = True
    cells = scene.people.rounded(flags)[people_rows(scene.market, area)]
    people = told_figure(told(cells, np.ones((cells.shape[1], 1))), 0, str(month), _PEOPLE, SOURCE)
    vacancies, worth = asks
    asking = vacancies.ask_ad[vacancies.skill == key[1]]
    if key[0] is Key.CREDENTIAL:
        asking = vacancies.gate_ad[vacancies.gate == key[1]]
    brought = worth[asking][worth[asking] > 0]
    total, squares = np.array([brought.sum()]), np.array([(brought**2).sum()])
    low, high = of_sum(total, squares)
    openings = Figure(
        float(total[0]), float(len(brought)), float(low[0]), float(high[0]), str(month), scene.source(), _OPENINGS
    )
    code = live.taxonomy.skills[key[1]].uri if key[0] is Key.SKILL else vacancies.gates[key[1]]
    return Opened(key[0], code, people, openings)
