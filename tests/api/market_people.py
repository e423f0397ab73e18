"""A store for the analyst's questions: the demo's ads, and people of three municipalities with a few in some cells."""

from pathlib import Path

from api.service import Service
from ontology.kinds import EscoUri, MunicipalityCode
from ontology.people import Profile, ProfileId
from tests.api.asking import filled

SHOP, WAREHOUSE, HELPER = "butiksassistent", "lagermedarbejder", "social- og sundhedshjælper"
PEOPLE = ((SHOP, "0101", 30), (SHOP, "0147", 31), (SHOP, "0167", 2), (WAREHOUSE, "0101", 12), (WAREHOUSE, "0167", 3))
"""Occupation, municipality, and how many seek it there."""


def analysed(folder: Path) -> Service:
    """The demo with PEOPLE."""
    service, citizen = filled(folder)
    service.erase(citizen)
    for trade, town, count in PEOPLE:
        for number in range(count):
            save(service, f"{trade}-{town}-{number}", trade, town)
    return service


def occupation(service: Service, trade: str) -> EscoUri:
    """The URI of an occupation by its Danish name."""
    return next(one.uri for one in service.live.taxonomy.occupations if one.labels.best() == trade)


def save(service: Service, id: str, trade: str, town: str) -> None:
    """Keep somebody who seeks a trade and lives in a town."""
    job = occupation(service, trade)
    service.store.save_profile(Profile(ProfileId(id), seeks=(job,), municipality=MunicipalityCode(town)), [])
