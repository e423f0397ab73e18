"""Candidates and releases over GraphQL and at the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from api.cli.main import cli
from api.service import Service
from api.web import application
from tests.api.asking import ask, data_of
from tests.api.finding import THERE, crowd, filled, ids, release, suiting

FIND = """query ($ad: ID!, $first: Int! = 20, $after: String, $at: [String!]) { posting(id: $ad) {
  candidates(first: $first, after: $after, asOf: "2026-11-25", handledBy: $at) {
    totalCount others othersInWords live pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { pseudonym match {
      score minutes reasons inWords posting { sourceId } gates { state }
      contributions { part subject label points possible note held path askedIn { text } heldIn { text } } }
    } } } } }"""
OWN = """query ($p: ID!, $ad: ID!) { profile(id: $p) { match(posting: $ad, asOf: "2026-11-25") {
      score minutes reasons inWords posting { sourceId } gates { state }
      contributions { part subject label points possible note held path askedIn { text } heldIn { text } } } } }"""
RELEASE = """mutation ($p: ID!, $by: Releaser!) { release(profile: $p, by: $by) {
  __typename ... on Profile { releasedByCitizen releasedByConsultant } ... on Problem { message } } }"""
WITHDRAW = RELEASE.replace("release(", "withdrawRelease(")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    made = filled(tmp_path_factory.mktemp("ways"))
    people = crowd(made, 30, THERE)
    release(made, *ids(made)[:3], *people[:2])
    suiting(made, people[0])
    return made


@pytest.fixture
def client(service: Service) -> TestClient:
    return TestClient(application(service), "http://localhost")


def found(client: TestClient, **variables: object) -> dict[str, Any]:
    told: dict[str, Any] = data_of(ask(client, FIND, ad="test:1", **variables))["posting"]["candidates"]
    return told


def test_a_candidate_s_match_is_the_one_that_the_profile_s_own_list_shows(client: TestClient) -> None:
    edges = found(client)["edges"]
    for edge in edges:
        own = data_of(ask(client, OWN, p=edge["node"]["pseudonym"], ad="test:1"))["profile"]["match"]

        assert edge["node"]["match"] == own
        assert sum(line["points"] for line in own["contributions"]) == pytest.approx(own["score"], abs=1e-9)
    assert len(edges) >= 3


def test_the_others_are_a_count_in_steps_of_five_and_pages_go_on(client: TestClient) -> None:
    whole = found(client, at=["Odense", THERE])
    first = found(client, at=[THERE], first=1)
    second = found(client, at=[THERE], first=1, after=first["pageInfo"]["endCursor"])

    assert whole["others"] % 5 == 0
    assert abs(whole["others"] - 28) <= 4
    assert whole["othersInWords"] == f"omkring {whole['others']}"
    assert (whole["totalCount"], whole["live"]) == (2, True)
    assert [*first["edges"], *second["edges"]] == whole["edges"]
    assert [one["pageInfo"]["hasNextPage"] for one in (first, second)] == [True, False]
    assert second["pageInfo"]["hasPreviousPage"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"after": "nonsense"}, "markør"),
        ({"first": 0}, "first er 0"),
        ({"at": ["Atlantis"]}, "no municipality 'Atlantis'"),
    ],
)
def test_what_cannot_be_answered_is_told(client: TestClient, given: dict[str, object], said: str) -> None:
    told = ask(client, FIND, ad="test:1", **given)

    assert said in str(told["errors"])


def test_a_list_of_ads_is_no_way_to_everybody(client: TestClient) -> None:
    told = ask(client, "{ postings(first: 20) { edges { node { candidates { totalCount } } } } }")

    assert told["data"] is None
    assert "candidates costs most" in str(told["errors"])


def test_a_frontend_releases_and_withdraws(service: Service, client: TestClient) -> None:
    id = ids(service)[5]
    half, whole = (data_of(ask(client, RELEASE, p=id, by=by))["release"] for by in ("CITIZEN", "CONSULTANT"))
    gone = data_of(ask(client, WITHDRAW, p=id, by="CITIZEN"))["withdrawRelease"]

    assert half == {"__typename": "Profile", "releasedByCitizen": True, "releasedByConsultant": False}
    assert whole == {"__typename": "Profile", "releasedByCitizen": True, "releasedByConsultant": True}
    assert gone == {"__typename": "Profile", "releasedByCitizen": False, "releasedByConsultant": True}


def test_why_a_profile_is_not_released_is_a_problem(service: Service, client: TestClient) -> None:
    id = ids(service)[6]
    service.log.restricted(id, "konsulent-7", "Borgeren bestrider CV'et")

    assert data_of(ask(client, RELEASE, p=id, by="CITIZEN"))["release"]["__typename"] == "Restricted"
    assert data_of(ask(client, RELEASE, p="nobody", by="CITIZEN"))["release"]["__typename"] == "NotFound"
    assert data_of(ask(client, WITHDRAW, p=id, by="CITIZEN"))["withdrawRelease"]["__typename"] == "Profile"


def test_the_command_line_releases_finds_and_withdraws(tmp_path: Path) -> None:
    service = filled(tmp_path)
    id = ids(service)[0]
    ad = service.match(id, None, service.posting(suiting(service, id).id).published).shown[0].match.posting.id

    def said(*words: str) -> str:
        done = CliRunner().invoke(cli, [*words, "--store", str(tmp_path / "k.sqlite")], env={"COLUMNS": "140"})
        assert done.exit_code == 0, done.output
        return done.output

    assert "jobkonsulenten mangler" in said("release", id, "--by", "citizen")
    assert "frigivet af både borgeren og jobkonsulenten" in said("release", id, "--by", "consultant")
    shown = said("candidates", ad, "--as-of", "2026-11-25")
    told = json.loads(said("candidates", ad, "--as-of", "2026-11-25", "--json"))
    elsewhere = json.loads(said("candidates", ad, "--handled-by", "0751", "--as-of", "2026-11-25", "--json"))
    log = said("log", "show", id)

    assert id in shown
    assert "1 af 1 frigivne profiler er vist" in shown
    assert "for få til at nævne et antal" in shown
    assert [one["profile"] for one in told["candidates"]] == [id]
    assert sum(line["points"] for line in told["candidates"][0]["contributions"]) == pytest.approx(
        told["candidates"][0]["score"]
    )
    assert (told["total"], told["others"], told["live"], elsewhere["total"]) == (1, None, True, 0)
    assert "kommandolinje: borgeren" in log
    assert "så 1 (candidates) pr. 2026-11-25" in log
    assert json.loads(said("release", id, "--by", "citizen", "--withdraw", "--json")) == {
        "profile": id,
        "citizen": False,
        "consultant": True,
        "released": False,
    }
    assert id not in said("candidates", ad, "--as-of", "2026-11-25")
    assert "ikke aktuelt" in said("candidates", ad, "--as-of", "2030-01-01")
    assert "borgeren mangler" in said("release", id, "--by", "consultant")
    assert "kan ikke findes ud fra" in said("release", id, "--by", "consultant", "--withdraw")
