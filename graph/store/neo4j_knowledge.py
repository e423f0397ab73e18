"""What Denmark knows, beside ESCO in Neo4j: industries, credentials, demands, municipalities and travel."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import isnan
from typing import Any, Protocol, TypeVar

from graph.ontology import LiveOntology
from ontology.credentials import CredentialKind, load_credentials
from ontology.demands import load_demands
from ontology.industries import IndustryLevel, industries_of, load_industries, load_occupation_industries
from ontology.job_titles import placed
from ontology.kinds import MunicipalityCode
from ontology.labour import load_bands
from ontology.people import Means
from ontology.places import Places
from ontology.travel import Travel, by_means

_TOLD = 0.1
"""A demand below this confidence says that a row of its group does not hold for the occupation."""

REACH_MIN = 120
"""Municipalities that are further apart by car have no REACHES."""
_BATCH = 500

T = TypeVar("T")
Row = Mapping[str, object]


class Asked(Protocol):
    """A database that answers named queries; a Neo4jStore is one."""

    def read(self, name: str, **given: object) -> list[dict[str, Any]]:
        """The rows of a named query in a transaction of its own."""
        ...


def furnish(target: Asked, live: LiveOntology, places: Places, travel: Travel) -> int:
    """Write all of it, replacing what was there; how many municipalities there are.

    Raises:
        StoreError: Neo4j refused it or cannot be reached.
    """
    _write_knowledge(target, live)
    return _write_places(target, places, travel)


def _write_knowledge(target: Asked, live: LiveOntology) -> None:
    """What Denmark knows of skills and occupations."""
    tells = zip(live.taxonomy.skills, live.specificity.tolist(), strict=True)
    skills: Iterator[Row] = ({"uri": one.uri, "specificity": value} for one, value in tells)
    sections = [one for one in load_industries().values() if one.level is IndustryLevel.SECTION]
    target.read("save_industries", rows=[{"code": one.code, "label": one.title_da} for one in sections])
    target.read("save_credentials", rows=list(_credential_rows()))
    for name, rows in (("tell_skills", skills), ("tell_occupations", _occupation_rows(live))):
        for batch in batches(rows):
            target.read(name, rows=batch)


def _credential_rows() -> Iterator[Row]:
    for one in load_credentials().values():
        asked = " (spørg)" if one.kind is CredentialKind.CLEARANCE else ""
        yield {"code": one.code, "label": one.label_da + asked, "kind": one.kind.value, "how": one.how_da}


def _occupation_rows(live: LiveOntology) -> Iterator[Row]:
    """`level` 0 to 5, None = unknown; the first industry is the main one."""
    prior, demands, bands = load_occupation_industries(), load_demands(), load_bands()
    titled = placed(live.taxonomy.job_titles)
    for row, one in enumerate(live.taxonomy.occupations):
        level = float(live.levels[row])
        shares = enumerate(industries_of(one.isco, prior))
        yield {
            "uri": one.uri,
            "level": None if isnan(level) else int(level),
            "in_denmark": one.uri in titled or bands.has_place(one.uri, one.isco),
            "industries": [{"code": code, "share": share, "main": rank == 0} for rank, (code, share) in shares],
            "demands": [
                {"code": d.credential, "hard": d.hard}
                for d in demands.of(one.uri, one.isco).demands
                if d.confidence >= _TOLD
            ],
        }


def _write_places(target: Asked, places: Places, travel: Travel) -> int:
    towns = list(places.municipalities.values())
    named = [{"code": one.code, "name": one.name, "region": one.region} for one in towns]
    target.read("save_municipalities", rows=named)
    target.read(
        "save_reach", rows=[{"code": one.code, "reach": list(_reach(one.code, places, travel))} for one in towns]
    )
    return len(towns)


def _reach(code: MunicipalityCode, places: Places, travel: Travel) -> Iterator[Row]:
    """From town hall to town hall, in whole minutes, estimated; the municipality itself included."""
    seats = {one.code: one.seat for one in places.municipalities.values()}
    for other, seat in seats.items():
        car = travel.minutes(seats[code], seat)
        if car is not None and car < REACH_MIN:
            transit = by_means(car, Means.TRANSIT)
            yield {"code": other, "minutes_car": round(car), "minutes_transit": round(transit)}


def batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """The rows in lists of at most five hundred."""
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch
