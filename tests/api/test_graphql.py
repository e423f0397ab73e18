"""The GraphQL API over a real store, as a frontend asks it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.schema.root import SCHEMA
from api.service import Service
from api.settings import Settings
from api.web import application
from ontology.vacancies import PostingId

QUERY = """query($p: ID!) { profile(id: $p) {
  matches(asOf: "2026-11-25", first: 3) {
    edges { node { score posting { title } contributions { points heldIn { text } } } }
  }
  bridges(asOf: "2026-11-25", first: 3) {
    label knownWhy carrying { label coverage held path heldIn { text } }
  }
  skills { skill { label } strength basis evidence { text } }
  postcode hidden { kind }
} }"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, str]:
    service, id = filled(tmp_path_factory.mktemp("api"))
    return TestClient(application(service), "http://localhost"), id


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


def test_a_frontend_reads_matches_bridges_and_the_profile_at_once(client: tuple[TestClient, str]) -> None:
    profile = data_of(ask(client[0], QUERY, p=client[1]))["profile"]
    matches = [edge["node"] for edge in profile["matches"]["edges"]]

    assert len(matches) == 3
    for match in matches:
        assert sum(line["points"] for line in match["contributions"]) == pytest.approx(match["score"])
    assert profile["postcode"] == "2650"
    assert {"cpr", "name"} & {one["kind"] for one in profile["hidden"]}
    assert any(one["evidence"] for one in profile["skills"])
    for bridge in profile["bridges"]:
        assert bridge["carrying"] or bridge["knownWhy"], bridge["label"]
        assert all(one["held"] and one["heldIn"] for one in bridge["carrying"])


def test_the_address_without_a_slash_answers_too(client: tuple[TestClient, str]) -> None:
    query = {"query": "{ postings(first: 1) { edges { node { sourceId } } } }"}
    answer = client[0].post("/graphql", json=query, follow_redirects=False)

    assert answer.json()["data"]["postings"]["edges"] == [{"node": {"sourceId": "demo:001"}}]


def test_an_unknown_profile_is_null(client: tuple[TestClient, str]) -> None:
    assert data_of(ask(client[0], '{ profile(id: "nobody") { pseudonym } }')) == {"profile": None}


def test_what_a_person_can_mend_is_told(client: tuple[TestClient, str]) -> None:
    query = 'query($p: ID!) { profile(id: $p) { matches(first: 3, filter: {within: "Atlantis"}) { totalCount } } }'

    assert "no municipality 'Atlantis'" in str(ask(client[0], query, p=client[1])["errors"])


def test_what_is_ours_to_mend_is_masked_under_a_number_that_the_log_knows(
    client: tuple[TestClient, str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("Jens Olsen, Storegade 3")

    monkeypatch.setattr("api.schema.query.load_industries", broken)
    answer = str(ask(client[0], "{ industries { code } }")["errors"])
    number = re.search(r"\((\w{8})\)", answer)

    assert number is not None
    assert "Olsen" not in answer + caplog.text
    assert f"masked {number[1]}: KeyError" in caplog.text


def test_a_query_that_asks_too_much_is_refused(client: tuple[TestClient, str]) -> None:
    aliases = " ".join(f"a{i}: versions {{ code }}" for i in range(40))

    assert "errors" in ask(client[0], "{" + aliases + "}")


@pytest.mark.parametrize("first", [0, -1, 101])
def test_a_page_has_a_size(client: tuple[TestClient, str], first: int) -> None:
    answer = ask(client[0], "query($n: Int!) { postings(first: $n) { totalCount } }", n=first)

    assert f"first er {first}" in str(answer["errors"])


def test_the_service_says_that_it_is_well_and_ready(client: tuple[TestClient, str]) -> None:
    assert client[0].get("/healthz").text == "ok"
    assert client[0].get("/readyz").json() == {"ready": True, "lacking": []}


def test_no_page_is_served_and_a_link_can_ask_nothing(client: tuple[TestClient, str]) -> None:
    assert client[0].get("/graphql/", headers={"accept": "text/html"}).status_code == 405
    assert client[0].get("/graphql/", params={"query": "{ versions { code } }"}).status_code == 405


def test_a_form_of_another_site_can_ask_nothing(client: tuple[TestClient, str]) -> None:
    kinds = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")
    codes = {
        client[0]
        .post("/graphql/", content='{"query":"{ versions { code } }"}', headers={"content-type": one})
        .status_code
        for one in kinds
    }

    assert codes == {400}


def test_a_body_that_is_too_large_is_refused(client: tuple[TestClient, str]) -> None:
    assert client[0].post("/graphql/", json={"query": "#" + "x" * 1_000_001}).status_code == 413


def test_work_to_be_spared_is_in_neither_matches_nor_bridges(client: tuple[TestClient, str]) -> None:
    query = """query ($p: ID!, $avoid: [Strain!]!) { profile(id: $p) {
        matches(asOf: "2026-11-25", first: 50, filter: {avoid: $avoid}) { spared edges { node { posting { title } } } }
        bridges(asOf: "2026-11-25", filter: {avoid: $avoid}) { label danish schooling schoolingDays }
    } }"""
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
        " education { level importance } asks { importance skill { label } } occupations { isco } text"
    )
    data = data_of(ask(client[0], "{ postings(first: 20) { edges { node { " + fields + " } } } }"))
    found = [edge["node"] for edge in data["postings"]["edges"]]

    assert any(one["terms"]["hoursMax"] for one in found)
    assert any(one["inWords"] for one in found)
    assert all(one["text"] for one in found)
    assert any(ask["importance"] == "MUST" for one in found for ask in one["asks"])


PAGE = """query($p: ID!, $after: String) { profile(id: $p) {
  matches(asOf: "2026-11-25", first: 4, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { posting { sourceId } } } } } }"""


def pages(client: TestClient, profile: str) -> Iterator[list[str]]:
    after = None
    while True:
        found = data_of(ask(client, PAGE, p=profile, after=after))["profile"]["matches"]
        yield [edge["node"]["posting"]["sourceId"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            return


def test_pages_hold_every_match_once_in_the_order_of_the_whole(client: tuple[TestClient, str]) -> None:
    query = PAGE.replace("first: 4", "first: 100")
    whole = data_of(ask(client[0], query, p=client[1]))["profile"]["matches"]
    ids = [edge["node"]["posting"]["sourceId"] for edge in whole["edges"]]

    assert [id for page in pages(client[0], client[1]) for id in page] == ids
    assert len(ids) <= whole["totalCount"]


def test_a_cursor_stays_valid_while_ads_come_and_go(tmp_path: Path) -> None:
    service, profile = filled(tmp_path)
    client = TestClient(application(service), "http://localhost")
    whole = [id for page in pages(client, profile) for id in page]
    walk = pages(client, profile)
    first = next(walk)

    service.store.remove_posting(PostingId(first[0]))
    service.store.remove_posting(PostingId(first[-1]))
    rest = [id for page in walk for id in page]

    assert rest == whole[len(first) :]


@pytest.mark.parametrize("cursor", ["x", "W10", "bm90IGpzb24=", "WyJhIl0=", "e30=", "9" * 500])
def test_a_cursor_from_elsewhere_is_refused(client: tuple[TestClient, str], cursor: str) -> None:
    assert "after er" in str(ask(client[0], PAGE, p=client[1], after=cursor).get("errors"))


def test_every_node_is_found_under_its_id(client: tuple[TestClient, str]) -> None:
    query = """query($p: ID!) { profile(id: $p) { id skills { skill { id } } occupations { occupation { id } } }
      postings(first: 1) { edges { node { id } } } municipalities { id } industries { id }
      search(text: "2650", kinds: [POSTCODE]) { node { id } } }"""
    data = data_of(ask(client[0], query, p=client[1]))
    ids = [
        data["profile"]["id"],
        data["profile"]["skills"][0]["skill"]["id"],
        data["profile"]["occupations"][0]["occupation"]["id"],
        data["postings"]["edges"][0]["node"]["id"],
        data["municipalities"][0]["id"],
        data["industries"][0]["id"],
        data["search"][0]["node"]["id"],
    ]
    fetch = "query($id: ID!) { node(id: $id) { id __typename } }"
    nodes = [data_of(ask(client[0], fetch, id=id))["node"] for id in ids]

    assert [one["id"] for one in nodes] == ids
    assert len({one["__typename"] for one in nodes}) == len(ids)


@pytest.mark.parametrize("id", ["", "x", "UHJvZmlsZTpub2JvZHk=", "UXVlcnk6eA==", "U2tpbGw6dXJuOng="])
def test_an_id_that_leads_nowhere_is_null(client: tuple[TestClient, str], id: str) -> None:
    assert data_of(ask(client[0], "query($id: ID!) { node(id: $id) { id } }", id=id)) == {"node": None}


def test_search_finds_concepts_and_places_as_they_are_typed(client: tuple[TestClient, str]) -> None:
    query = """{ job: search(text: "lagermedabejder") { kind node { ... on Occupation { label isco moves(first: 3)
      { feasibility to { label } } essentialSkills(first: 5) { label near(first: 2) { proximity via } } } } }
      town: search(text: "hvido", kinds: [MUNICIPALITY]) { name node { ... on Municipality { code region } } } }"""
    data = data_of(ask(client[0], query))

    assert data["job"][0]["node"]["label"] == "lagermedarbejder"
    assert len(data["job"][0]["node"]["moves"]) == 3
    assert data["town"] == [{"name": "Hvidovre", "node": {"code": "0167", "region": "Region Hovedstaden"}}]


FILTERED = """query($p: ID!, $f: MatchFilter) { profile(id: $p) {
  matches(asOf: "2026-11-25", first: 100, filter: $f) { totalCount folded outOfReach
    edges { node { minutes posting { hours kind } gates { state hard } } } } } }"""


def filtered(client: tuple[TestClient, str], **filter: object) -> dict[str, Any]:
    found: dict[str, Any] = data_of(ask(client[0], FILTERED, p=client[1], f=filter))["profile"]["matches"]
    return found


def test_filters_hold_for_the_request(client: tuple[TestClient, str]) -> None:
    plain = filtered(client)
    part_time = filtered(client, hours="PART_TIME")
    near, far = filtered(client, minutes=20, means="CAR"), filtered(client, minutes=600, means="CAR")
    folded = filtered(client, folded=True)
    trade = filtered(client, industries=["G"])

    assert {edge["node"]["posting"]["hours"] for edge in part_time["edges"]} <= {"PART_TIME", "UNKNOWN"}
    assert all((edge["node"]["minutes"] or 0) <= 20 for edge in near["edges"])
    assert near["totalCount"] < far["totalCount"]
    assert far["outOfReach"] == 0
    assert folded["totalCount"] == plain["totalCount"] + plain["folded"]
    assert 0 < trade["totalCount"] < plain["totalCount"]


def test_a_code_that_nobody_knows_is_told(client: tuple[TestClient, str]) -> None:
    answer = ask(client[0], FILTERED, p=client[1], f={"industries": ["?"]})

    assert "industries har koden '?'" in str(answer["errors"])


def test_one_match_is_opened_in_full(client: tuple[TestClient, str]) -> None:
    query = """query($p: ID!) { profile(id: $p) { match(posting: "demo:001", asOf: "2026-11-25") {
      score inWords points(part: PROFESSIONAL) reasons(first: 2) contributions { points askedIn { text } }
      posting { title text } gates { credential { label how } state } }
      none: match(posting: "demo:none") { score } } }"""
    profile = data_of(ask(client[0], query, p=client[1]))["profile"]

    assert profile["none"] is None
    assert sum(line["points"] for line in profile["match"]["contributions"]) == pytest.approx(profile["match"]["score"])
    assert profile["match"]["inWords"]


def test_the_schema_is_the_one_that_frontends_were_given() -> None:
    kept = Path(__file__).parents[2] / "docs" / "api" / "schema.graphql"

    assert SCHEMA.as_str() + "\n" == kept.read_text("utf-8"), "run python -m api.schema.root > docs/api/schema.graphql"


def test_everything_in_the_schema_says_what_it_is() -> None:
    mute = [
        f"{name}.{field}"
        for name, kind in SCHEMA._schema.type_map.items()
        if not name.startswith("__")
        for field, one in {"": kind, **getattr(kind, "fields", {})}.items()
        if not one.description
    ]

    assert mute == []
