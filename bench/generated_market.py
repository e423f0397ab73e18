"""Ads and people generated as the columns of a market, with three findings planted; of no use for quality."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from graph.labour_market.market import ANY_DEGREE, Market, Seekers, Site, Vacancies
from graph.ontology import LiveOntology
from ontology.kinds import IscoCode, MunicipalityCode
from ontology.places import load_places

SEED = 20261126
AS_OF = date(2026, 11, 26)
DAYS = 730
COOKS, NURSES, CLERKS = IscoCode("5120"), IscoCode("2221"), IscoCode("4110")
SHORT_OF_COOKS, FULL_OF_COOKS = MunicipalityCode("0265"), MunicipalityCode("0259")
"""Roskilde and Køge, about half an hour apart."""
OVER_ASKING, DEGREE_ASKING = MunicipalityCode("0461"), MunicipalityCode("0751")
"""Odense asks nurses for a skill that others seldom ask; Aarhus asks clerks for a degree that others do not."""


@dataclass(frozen=True)
class Generated:
    """The market, and the row of the skill that is planted as over-asked."""

    market: Market
    planted_skill: int


def generated(live: LiveOntology, ads: int, people: int) -> Generated:
    """`ads` unique ads over 24 months and `people` on the last day, by the postcodes that the municipalities have."""
    draw, places = np.random.default_rng(SEED), load_places()
    towns = tuple(sorted(places.municipalities))
    weight = np.array([sum(code in one.municipalities for one in places.areas.values()) + 1.0 for code in towns])
    jobs = draw.zipf(1.15, 6 * ads)
    jobs = jobs[jobs <= len(live.taxonomy.occupations)][:ads] - 1
    order = draw.permutation(len(live.taxonomy.occupations))
    job = order[np.resize(jobs, ads)].astype(np.int32)
    town = draw.choice(len(towns), ads, p=weight / weight.sum()).astype(np.int32)
    units = np.array([one.isco for one in live.taxonomy.occupations])
    _plant_work(job, town, units, towns, draw)
    vacancies, planted = _vacancies(live, job, town, units, towns, draw)
    seekers = _seekers(live, people, order, weight, units, towns, draw)
    return Generated(Market(vacancies, seekers, towns, AS_OF, ads, ("gen",)), planted)


def _plant_work(
    job: npt.NDArray[np.int32],
    town: npt.NDArray[np.int32],
    units: npt.NDArray[np.str_],
    towns: tuple[MunicipalityCode, ...],
    draw: np.random.Generator,
) -> None:
    """Turn some ads into ads for cooks, nurses and clerks where they are to be found; take the other cooks away."""
    cooks = np.flatnonzero(units == COOKS)
    work = (
        (COOKS, SHORT_OF_COOKS, 3_000, 3_000),
        (NURSES, OVER_ASKING, 900, 3_600),
        (CLERKS, DEGREE_ASKING, 300, 1_800),
    )
    for unit, code, here, elsewhere in work:
        chosen = draw.choice(len(job), here + elsewhere, replace=False)
        job[chosen] = draw.choice(np.flatnonzero(units == unit), len(chosen))
        town[chosen[:here]] = towns.index(code)
    town[np.isin(job, cooks) & (town == towns.index(FULL_OF_COOKS))] = towns.index(SHORT_OF_COOKS)


def _vacancies(
    live: LiveOntology,
    job: npt.NDArray[np.int32],
    town: npt.NDArray[np.int32],
    units: npt.NDArray[np.str_],
    towns: tuple[MunicipalityCode, ...],
    draw: np.random.Generator,
) -> tuple[Vacancies, int]:
    count, places = len(job), load_places()
    first = (AS_OF.toordinal() - draw.integers(0, DAYS, count)).astype(np.int32)
    last = (first + np.clip(draw.lognormal(3.2, 0.5, count), 3, 180)).astype(np.int32)
    ad, skill = _asked(live, job, draw)
    nurses = np.flatnonzero((units[job] == NURSES) & (town == towns.index(OVER_ASKING)))
    planted = int(np.argmax(np.where(live.taxonomy.personal, 0, live.specificity)))
    over = nurses[draw.random(len(nurses)) < 0.4]
    others = np.flatnonzero((units[job] == NURSES) & (town != towns.index(OVER_ASKING)))
    some = others[draw.random(len(others)) < 0.05]
    ad = np.concatenate([ad, over, some]).astype(np.int32)
    skill = np.concatenate([skill, np.full(len(over) + len(some), planted)]).astype(np.int32)
    clerks = np.flatnonzero((units[job] == CLERKS) & (town == towns.index(DEGREE_ASKING)))
    asking = clerks[draw.random(len(clerks)) < 0.5].astype(np.int32)
    sites = tuple(Site(code, places.municipalities[code].seat) for code in towns)
    return Vacancies(
        first,
        last,
        np.maximum(1, draw.poisson(1.2, count)).astype(np.int32),
        job,
        draw.random(count) < 0.2,
        np.ones(count, np.int32),
        np.arange(count, dtype=np.int32),
        town,
        sites,
        ad,
        skill,
        np.ones(len(ad), np.bool_),
        live.specificity[skill].astype(np.float32),
        asking,
        np.zeros(len(asking), np.int32),
        (ANY_DEGREE,),
        tuple(f"gen:{row}" for row in range(count)),
    ), planted


def _asked(
    live: LiveOntology, job: npt.NDArray[np.int32], draw: np.random.Generator
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Each ad asks twelve of what its occupation needs, or all where it is less."""
    ads, skills = [], []
    for row in np.unique(job).tolist():
        own = np.concatenate([live.taxonomy.essential.targets_of(row), live.taxonomy.optional.targets_of(row)])
        rows = np.flatnonzero(job == row)
        if len(own):
            wanted = min(12, len(own))
            picked = np.argsort(draw.random((len(rows), len(own)), np.float32), axis=1)[:, :wanted]
            ads.append(np.repeat(rows, wanted).astype(np.int32))
            skills.append(own[picked].ravel().astype(np.int32))
    return np.concatenate(ads), np.concatenate(skills)


def _seekers(
    live: LiveOntology,
    people: int,
    order: npt.NDArray[np.int64],
    weight: npt.NDArray[np.float64],
    units: npt.NDArray[np.str_],
    towns: tuple[MunicipalityCode, ...],
    draw: np.random.Generator,
) -> Seekers:
    """People by the same law as ads; cooks gather in one municipality and are hardly found in the other."""
    drawn = draw.zipf(1.15, 6 * people)
    drawn = drawn[drawn <= len(order)][:people] - 1
    job = order[np.resize(drawn, people)].astype(np.int32)
    town = draw.choice(len(towns), people, p=weight / weight.sum()).astype(np.int32)
    cooks = np.flatnonzero(units == COOKS)
    chosen = draw.choice(people, 400, replace=False)
    job[chosen], town[chosen] = draw.choice(cooks, len(chosen)), towns.index(FULL_OF_COOKS)
    town[np.isin(job, cooks) & (town == towns.index(SHORT_OF_COOKS))] = towns.index(FULL_OF_COOKS)
    claims = 15
    skills = draw.integers(0, len(live.taxonomy.skills), (people, claims)).astype(np.int32)
    for row in np.unique(job).tolist():
        own = live.taxonomy.essential.targets_of(row)
        if len(own):
            rows = np.flatnonzero(job == row)
            skills[rows, : claims - 5] = draw.choice(own, (len(rows), claims - 5))
    return Seekers(
        town,
        job,
        np.repeat(np.arange(people, dtype=np.int32), claims),
        skills.ravel(),
        np.full(people * claims, 0.9, np.float32),
        np.zeros(0, np.int32),
        np.zeros(0, np.int32),
        (),
    )
