"""What the tests of the exploring database share: what is exported to it, and how an answer is read."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import neo4j
from jsonschema import Draft202012Validator

import cypher
from api.service import Service
from cypher.perspective import declared, perspective
from graph.store.bloom import Source
from ontology.people import Profile
from ontology.places import load_places
from ontology.travel import load_travel
from ontology.vacancies import Posting

SCHEMA = json.loads((Path(cypher.__file__ or "").parent / "perspective_schema.json").read_text(encoding="utf-8"))
MADE: dict[str, Any] = perspective(declared(), 1_700_000_000_000)
"""The perspective as it is written at a fixed time."""
ASKED = {
    "Stillinger der efterspørger $kompetence i $kommune": {"kompetence": "betjene kasse", "kommune": "København"},
    "Vej fra $stilling til andre brancher": {"stilling": "butiksassistent"},
    "Hvad mangler en $stilling for at blive $andenStilling": {
        "stilling": "lagermedarbejder",
        "andenStilling": "truckfører",
    },
    "Hvad kan man med $kompetence i $kommune": {"kompetence": "betjene kasse", "kommune": "Glostrup"},
}
"""What each phrase is asked for on the demo."""


def wrong(value: object) -> list[str]:
    """What of a value our schema does not allow."""
    return [f"{one.json_path}: {one.message}" for one in Draft202012Validator(SCHEMA).iter_errors(value)]


def source(service: Service, postings: Iterable[Posting] | None = None) -> Source:
    ads = service.store.postings() if postings is None else postings
    return Source(service.live, ads, load_places(), load_travel())


def people(service: Service) -> list[Profile]:
    return [service.profile(id) for id in service.store.profiles()]


def run(session: neo4j.Session, text: str, **given: object) -> list[Any]:
    """All values of an answer; Bloom shows nodes and paths, and never a bare relationship."""
    values = [value for record in session.run(text, given) for value in record.values() if value is not None]
    assert all(isinstance(value, neo4j.graph.Node | neo4j.graph.Path) for value in values)
    return values
