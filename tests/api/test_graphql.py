"""The GraphQL API over a real store, as a frontend asks it."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.demo import TEXTS
from api.schema.root import SCHEMA
from tests.api.asking import ask, data_of

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


def test_a_frontend_reads_matches_bridges_and_the_profile_at_once(demo_client: tuple[TestClient, str]) -> None:
    profile = data_of(ask(demo_client[0], QUERY, p=demo_client[1]))["profile"]
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


WHY = """query($p: ID!) { profile(id: $p) {
  matches(asOf: "2026-11-25", first: 20) { edges { node {
    consultant: why citizen: why(voice: CITIZEN)
    gates { credential { code label } state hard inWords askedIn { text } }
    circumstances { topic state asked how inWords askedIn { text } heldIn { text } }
  } } }
  bridges(asOf: "2026-11-25", first: 3) { label consultant: why citizen: why(voice: CITIZEN) }
} }"""


def test_a_frontend_reads_why_in_both_voices_and_what_stands_beside_the_score(
    demo_client: tuple[TestClient, str],
) -> None:
    profile = data_of(ask(demo_client[0], WHY, p=demo_client[1]))["profile"]
    matches = [edge["node"] for edge in profile["matches"]["edges"]]
    gates = [gate for match in matches for gate in match["gates"]]

    assert all(one["consultant"].endswith(".") and one["consultant"] != one["citizen"] for one in matches)
    assert all(one["label"].lower() in one["citizen"].lower() for one in profile["bridges"])
    assert all({"KIND"} <= {line["topic"] for line in one["circumstances"]} for one in matches)
    assert gates
    assert all(gate["inWords"].startswith(gate["credential"]["label"]) for gate in gates)
    assert any(gate["askedIn"] for gate in gates)


def test_an_unknown_profile_is_null(demo_client: tuple[TestClient, str]) -> None:
    assert data_of(ask(demo_client[0], '{ profile(id: "nobody") { pseudonym } }')) == {"profile": None}


def test_what_a_person_can_mend_is_told(demo_client: tuple[TestClient, str]) -> None:
    query = 'query($p: ID!) { profile(id: $p) { matches(first: 3, filter: {within: "Atlantis"}) { totalCount } } }'

    assert "no municipality 'Atlantis'" in str(ask(demo_client[0], query, p=demo_client[1])["errors"])


def test_work_to_be_spared_is_in_neither_matches_nor_bridges(demo_client: tuple[TestClient, str]) -> None:
    query = """query ($p: ID!, $avoid: [Strain!]!) { profile(id: $p) {
        matches(asOf: "2026-11-25", first: 50, filter: {avoid: $avoid}) { spared edges { node { posting { title } } } }
        bridges(asOf: "2026-11-25", filter: {avoid: $avoid}) { label danish schooling schoolingDays }
    } }"""
    every, spared = (
        str(ask(demo_client[0], query, p=demo_client[1], avoid=avoid)["data"]) for avoid in ([], ["STANDING"])
    )

    assert "Lagermedarbejder til pluk og pak" in every
    assert "Lagermedarbejder til pluk og pak" not in spared
    assert "opfyldningsmedarbejder" in every
    assert "opfyldningsmedarbejder" not in spared
    assert "kassemedarbejder" in spared


def test_the_texts_are_where_the_demo_looks(tmp_path: Path) -> None:
    assert len(list((TEXTS / "cvs").iterdir())) == 12


def test_an_ad_shows_its_terms_and_what_it_asks_beside_skills(demo_client: tuple[TestClient, str]) -> None:
    fields = (
        "inWords terms { hoursMax shifts } languages { language importance askedIn { text } } experience { yearsMin }"
        " education { level importance } asks { importance skill { label } } occupations { isco } text"
    )
    data = data_of(ask(demo_client[0], "{ postings(first: 20) { edges { node { " + fields + " } } } }"))
    found = [edge["node"] for edge in data["postings"]["edges"]]

    assert any(one["terms"]["hoursMax"] for one in found)
    assert any(one["inWords"] for one in found)
    assert all(one["text"] for one in found)
    assert any(ask["importance"] == "MUST" for one in found for ask in one["asks"])


def test_every_node_is_found_under_its_id(demo_client: tuple[TestClient, str]) -> None:
    query = """query($p: ID!) { profile(id: $p) { id skills { skill { id } } occupations { occupation { id } } }
      postings(first: 1) { edges { node { id } } } municipalities { id } industries { id }
      search(text: "2650", kinds: [POSTCODE]) { node { id } } }"""
    data = data_of(ask(demo_client[0], query, p=demo_client[1]))
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
    nodes = [data_of(ask(demo_client[0], fetch, id=id))["node"] for id in ids]

    assert [one["id"] for one in nodes] == ids
    assert len({one["__typename"] for one in nodes}) == len(ids)


@pytest.mark.parametrize("id", ["", "x", "UHJvZmlsZTpub2JvZHk=", "UXVlcnk6eA==", "U2tpbGw6dXJuOng="])
def test_an_id_that_leads_nowhere_is_null(demo_client: tuple[TestClient, str], id: str) -> None:
    assert data_of(ask(demo_client[0], "query($id: ID!) { node(id: $id) { id } }", id=id)) == {"node": None}


def test_search_finds_concepts_and_places_as_they_are_typed(demo_client: tuple[TestClient, str]) -> None:
    query = """{ job: search(text: "lagermedabejder") { kind node { ... on Occupation { label isco moves(first: 3)
      { feasibility to { label } } essentialSkills(first: 5) { label near(first: 2) { proximity via } } } } }
      town: search(text: "hvido", kinds: [MUNICIPALITY]) { name node { ... on Municipality { code region } } } }"""
    data = data_of(ask(demo_client[0], query))

    assert data["job"][0]["node"]["label"] == "lagermedarbejder"
    assert len(data["job"][0]["node"]["moves"]) == 3
    assert data["town"] == [{"name": "Hvidovre", "node": {"code": "0167", "region": "Region Hovedstaden"}}]


FILTERED = """query($p: ID!, $f: MatchFilter) { profile(id: $p) {
  matches(asOf: "2026-11-25", first: 100, filter: $f) { totalCount folded outOfReach
    edges { node { minutes posting { hours kind } gates { state hard } } } } } }"""


def filtered(demo_client: tuple[TestClient, str], **filter: object) -> dict[str, Any]:
    found: dict[str, Any] = data_of(ask(demo_client[0], FILTERED, p=demo_client[1], f=filter))["profile"]["matches"]
    return found


def test_filters_hold_for_the_request(demo_client: tuple[TestClient, str]) -> None:
    plain = filtered(demo_client)
    part_time = filtered(demo_client, hours="PART_TIME")
    near, far = filtered(demo_client, minutes=20, means="CAR"), filtered(demo_client, minutes=600, means="CAR")
    folded = filtered(demo_client, folded=True)
    trade = filtered(demo_client, industries=["G"])

    assert {edge["node"]["posting"]["hours"] for edge in part_time["edges"]} <= {"PART_TIME", "UNKNOWN"}
    assert all((edge["node"]["minutes"] or 0) <= 20 for edge in near["edges"])
    assert near["totalCount"] < far["totalCount"]
    assert far["outOfReach"] == 0
    assert folded["totalCount"] == plain["totalCount"] + plain["folded"]
    assert 0 < trade["totalCount"] < plain["totalCount"]


def test_a_code_that_nobody_knows_is_told(demo_client: tuple[TestClient, str]) -> None:
    answer = ask(demo_client[0], FILTERED, p=demo_client[1], f={"industries": ["?"]})

    assert "industries har koden '?'" in str(answer["errors"])


def test_one_match_is_opened_in_full(demo_client: tuple[TestClient, str]) -> None:
    query = """query($p: ID!) { profile(id: $p) { match(posting: "demo:001", asOf: "2026-11-25") {
      score inWords points(part: PROFESSIONAL) reasons(first: 2) contributions { points askedIn { text } }
      posting { title text } gates { credential { label how } state } }
      none: match(posting: "demo:none") { score } } }"""
    profile = data_of(ask(demo_client[0], query, p=demo_client[1]))["profile"]

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
