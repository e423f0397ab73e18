"""The first GraphQL API over a real store."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.schema.root import application
from api.settings import Settings

QUERY = """query($p: ID!) {
  matches(profile: $p, asOf: "2026-11-25", first: 3) {
    score posting { title } contributions { points heldIn { text } }
  }
  bridges(profile: $p, asOf: "2026-11-25", first: 3) {
    label knownWhy carrying { label coverage held path heldIn { text } }
  }
  profile(id: $p) { skills postcode hidden { kind } }
}"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, str]:
    service = build(Settings(tmp_path_factory.mktemp("api") / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    id = service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"]).kept[0]
    return TestClient(application(service)), id


def ask(client: TestClient, query: str, **variables: object) -> dict[str, object]:
    found: dict[str, object] = client.post("/graphql/", json={"query": query, "variables": variables}).json()
    return found


def test_a_frontend_reads_matches_bridges_and_the_profile_at_once(client: tuple[TestClient, str]) -> None:
    answer = ask(client[0], QUERY, p=client[1])
    data = answer["data"]

    assert "errors" not in answer
    assert isinstance(data, dict)
    assert len(data["matches"]) == 3
    for match in data["matches"]:
        assert sum(line["points"] for line in match["contributions"]) == pytest.approx(match["score"])
    assert data["profile"]["postcode"] == "2650"
    assert {"cpr", "name"} & {one["kind"] for one in data["profile"]["hidden"]}
    for bridge in data["bridges"]:
        assert bridge["carrying"] or bridge["knownWhy"], bridge["label"]
        assert all(one["held"] and one["heldIn"] for one in bridge["carrying"])


def test_the_address_without_a_slash_answers_too(client: tuple[TestClient, str]) -> None:
    answer = client[0].post("/graphql", json={"query": "{ postings(first: 1) { id } }"}, follow_redirects=False)

    assert answer.json()["data"]["postings"] == [{"id": "demo:001"}]


def test_an_unknown_profile_is_told_and_the_rest_is_masked(client: tuple[TestClient, str]) -> None:
    answer = ask(client[0], '{ matches(profile: "nobody") { score } }')

    assert "no profile 'nobody'" in str(answer["errors"])


def test_a_query_that_asks_too_much_is_refused(client: tuple[TestClient, str]) -> None:
    aliases = " ".join(f"a{i}: postings {{ id }}" for i in range(20))

    assert "errors" in ask(client[0], "{" + aliases + "}")


def test_the_service_says_that_it_is_well(client: tuple[TestClient, str]) -> None:
    assert client[0].get("/healthz").text == "ok"


def test_no_page_is_served(client: tuple[TestClient, str]) -> None:
    assert client[0].get("/graphql/", headers={"accept": "text/html"}).status_code == 404


def test_work_to_be_spared_is_in_neither_matches_nor_bridges(client: tuple[TestClient, str]) -> None:
    query = """query ($p: ID!, $avoid: [Strain!]!) {
        matches(profile: $p, asOf: "2026-11-25", first: 50, avoid: $avoid) { posting { title } }
        bridges(profile: $p, asOf: "2026-11-25", avoid: $avoid) { label danish schooling schoolingDays }
    }"""
    every, spared = (str(ask(client[0], query, p=client[1], avoid=avoid)["data"]) for avoid in ([], ["STANDING"]))

    assert "Lagermedarbejder til pluk og pak" in every
    assert "Lagermedarbejder til pluk og pak" not in spared
    assert "opfyldningsmedarbejder" in every
    assert "opfyldningsmedarbejder" not in spared
    assert "kassemedarbejder" in spared


def test_the_texts_are_where_the_demo_looks(tmp_path: Path) -> None:
    assert len(list((TEXTS / "cvs").iterdir())) == 12


def test_an_ad_shows_its_terms_and_what_it_asks_beside_skills(client: tuple[TestClient, str]) -> None:
    fields = (
        "inWords terms { hoursMax shifts } languages { language importance askedIn { text } } experience { yearsMin }"
    )
    answer = ask(client[0], "{ postings(first: 20) { " + fields + " education { level importance } } }")
    data = answer["data"]

    assert "errors" not in answer
    assert isinstance(data, dict)
    assert any(one["terms"]["hoursMax"] for one in data["postings"])
    assert any(one["inWords"] for one in data["postings"])
