"""An ad that several sources carry is listed once; each source's own is kept and can be opened."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.reach import Reach
from api.service import Service
from api.settings import Settings
from api.web import application
from api.wishes import Wishes
from ontology.kinds import Postcode
from ontology.people import Means
from ontology.vacancies import PostingId
from tests.api.asking import ask, data_of


@pytest.fixture
def service(tmp_path: Path) -> Service:
    made = build(Settings(tmp_path / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    return made


@pytest.fixture
def kept(service: Service, tmp_path: Path) -> tuple[str, ...]:
    """An ad, the same from another source with a line more, and another ad of the same employer."""
    demo = [json.loads(line) for line in (TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()]
    one = next(row for row in demo if len(row["body"]) > 600)
    copy = {**one, "id": "b-1", "source": "b", "body": one["body"] + "\nSøg via vores hjemmeside."}
    other = {**one, "id": "c-1", "source": "c", "body": demo[-1]["body"]}
    rows = [{**one, "id": "a-1", "source": "a"}, copy, other]
    (tmp_path / "ads.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return service.intake.postings([tmp_path / "ads.jsonl"]).kept


def test_near_same_ads_of_two_sources_are_one_in_the_listing(service: Service, kept: tuple[str, ...]) -> None:
    (id,) = service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept
    found = service.match(id, Reach(Postcode("8000"), Means.CAR, 1_000), AS_OF, 20, Wishes(folded=True))
    listed = {str(shown.match.posting.id) for shown in found.shown}

    assert len(listed & set(kept[:2])) == 1
    assert kept[2] in listed
    assert all(service.posting(PostingId(name)) for name in kept)


def test_each_names_the_other_and_an_ad_of_its_own_names_none(service: Service, kept: tuple[str, ...]) -> None:
    client = TestClient(application(service), "http://localhost")
    query = "query ($id: ID!) { posting(id: $id) { copies { sourceId } } }"
    copies = [data_of(ask(client, query, id=id))["posting"]["copies"] for id in kept]

    assert copies == [[{"sourceId": kept[1]}], [{"sourceId": kept[0]}], []]
