"""A store with enough ads and people for every picture of a report, and the report made of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from api.app import build
from api.areas import read_area
from api.cli.demo import STARTER, TEXTS
from api.report.borders import Borders
from api.report.gathering import Gathered, Wish, gather
from api.report.page import render
from api.service import Service
from api.settings import Settings
from graph.labour_market.axes import By
from graph.labour_market.months import Month
from ontology.kinds import EscoUri, MunicipalityCode
from ontology.people import Profile, ProfileId
from ontology.vacancies import Posting, PostingId, Workplace

NOVEMBER, DAY = Month(2026, 11), date(2026, 11, 25)
TOWNS = ("0101", "0147", "0157")
MADE_BY = {"Dataversion": "prøve"}
COPIES = 24
FAR = "0751"
SEEKERS: Mapping[tuple[str, str], int] = {
    ("0101", "butiksassistent"): 60,
    ("0147", "butiksassistent"): 30,
    ("0157", "butiksassistent"): 2,
    ("0101", "kok"): 25,
    ("0147", "kok"): 1,
    ("0101", "rengøringsassistent"): 3,
    ("0157", "lagermedarbejder"): 40,
}
"""How many people seek which work where; where there are few, the report must be silent."""


def filled(path: Path) -> Service:
    """The starter ontology, the demo's ads in every town and far away, and the people of SEEKERS."""
    made = build(Settings(path, "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    towns = (*TOWNS, *([FAR] * 3))
    copies = []
    for number, one in enumerate(tuple(made.store.postings())):
        document = made.store.document(one.document)
        assert document is not None
        for copy in range(COPIES):
            place = (Workplace(MunicipalityCode(towns[(number * (copy % 2) + copy) % len(towns)])),)
            name = PostingId(f"{one.id}-{copy}")
            made_so = replace(one, id=name, workplaces=place, fingerprint="", content_hash=name)
            copies.append((earlier(made_so, days=35 * (copy % 3)), document))
    made.store.save_postings(copies)
    jobs = {one.labels.best(): one.uri for one in made.live.taxonomy.occupations}
    cells = [cell for cell, count in SEEKERS.items() for _ in range(count)]
    for number, (town, job) in enumerate(cells):
        made.store.save_profile(seeker(number, jobs[job], town), [])
    return made


def earlier(one: Posting, days: int) -> Posting:
    """The same ad so many days before."""
    shift = timedelta(days=days)
    return replace(one, published=one.published - shift, deadline=one.deadline - shift if one.deadline else None)


def seeker(number: int, job: EscoUri, town: str) -> Profile:
    return Profile(ProfileId(f"r{number}"), seeks=(job,), municipality=MunicipalityCode(town))


def wish(*areas: str, by: By = By.ISCO3, month: Month = NOVEMBER, since: Month | None = None) -> Wish:
    return Wish(tuple(read_area(one) for one in areas), month, since or month.plus(-2), DAY, by)


def gathered(service: Service, *areas: str, by: By = By.ISCO3) -> Gathered:
    return gather(service.market, wish(*(areas or TOWNS), by=by), MADE_BY)


def page(service: Service, *areas: str, by: By = By.ISCO3, borders: Borders | None = None) -> str:
    return render(gathered(service, *areas, by=by), service.live.taxonomy, borders)
