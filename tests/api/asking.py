"""What the tests of GraphQL share: a service with the demo in it, and how it is asked."""

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from api.settings import Settings


def filled(folder: Path) -> tuple[Service, str]:
    service = build(Settings(folder / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    id = service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"]).kept[0]
    return service, id


def ask(client: TestClient, query: str, **variables: object) -> dict[str, object]:
    found: dict[str, object] = client.post("/graphql/", json={"query": query, "variables": variables}).json()
    return found


def data_of(answer: dict[str, object]) -> dict[str, Any]:
    data = answer["data"]
    assert "errors" not in answer, answer["errors"]
    assert isinstance(data, dict)
    return data
