"""GraphQL with real tokens of a real issuer."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from api.settings import Settings
from ontology.people import ProfileId
from tests.api.access.issuing import Issuer
from tests.api.access.recording import ask

CV = (TEXTS / "cvs" / "citizen-6.txt").read_text(encoding="utf-8")
INGEST = "mutation ($text: String!) { ingestCv(text: $text) { ... on Profile { pseudonym } } }"
REFUSED = "mutation ($text: String!) { ingestCv(text: $text) { __typename ... on Problem { message } } }"
START = """mutation ($u: ID!, $h: String) { ingestUpload(upload: $u, kind: CV, handledBy: $h) {
  __typename ... on Problem { message } } }"""
BYTES = {"content-type": "application/octet-stream"}
PROFILE = "query ($p: ID!) { profile(id: $p) { pseudonym postcode } }"
WS = "ws://testserver/graphql"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    made = build(Settings(tmp_path_factory.mktemp("tokens") / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    return made


@pytest.fixture
def profile(client: TestClient, issuer: Issuer) -> str:
    """A profile of a consultant of Copenhagen."""
    made: str = ask(client, issuer.token(), INGEST, text=CV)["data"]["ingestCv"]["pseudonym"]
    return made


OTHERS: Mapping[str, Mapping[str, object]] = {
    "another municipality": {"municipality": "0147"},
    "no municipality": {"municipality": None},
    "a citizen": {"roles": "citizen"},
    "an operator": {"roles": "operator"},
}


def test_a_consultant_reads_an_own_case_and_the_log_says_who(
    client: TestClient, issuer: Issuer, service: Service, profile: str
) -> None:
    told = ask(client, issuer.token(), PROFILE, p=profile)

    assert told["data"]["profile"]["pseudonym"] == profile
    (*_, last) = service.records.accesses(ProfileId(profile))
    assert (last.act, last.subject) == ("read_profile", service.vault.pseudonym(f"{issuer.address} medarbejder-17"))


@pytest.mark.parametrize("claims", OTHERS.values(), ids=OTHERS.keys())
def test_a_profile_of_others_and_one_that_there_is_not_get_the_same_answer(
    client: TestClient, issuer: Issuer, profile: str, claims: Mapping[str, object]
) -> None:
    token = issuer.token(claims=claims)
    of_others, of_none = (ask(client, token, PROFILE, p=id) for id in (profile, "0" * 16))

    assert of_others == of_none
    assert profile not in str(of_others)


def test_a_citizen_reads_the_profile_that_the_case_leads_to(
    client: TestClient, issuer: Issuer, service: Service, profile: str
) -> None:
    service.vault.refer("0101 sag 7", ProfileId(profile))
    token = issuer.token(claims={"roles": "citizen", "case": "Sag 7"})

    assert ask(client, token, PROFILE, p=profile)["data"]["profile"]["pseudonym"] == profile


def test_an_analyst_reads_no_profile_and_brings_no_cv(client: TestClient, issuer: Issuer, profile: str) -> None:
    token = issuer.token(claims={"roles": "analyst"})
    read, brought = ask(client, token, PROFILE, p=profile), ask(client, token, REFUSED, text=CV)

    assert "analyst may not" in read["errors"][0]["message"]
    assert brought["data"]["ingestCv"]["__typename"] == "Forbidden"
    assert "analyst may not" in brought["data"]["ingestCv"]["message"]
    assert profile not in str((read, brought))


@pytest.mark.parametrize(
    ("roles", "code"), [("analyst", 403), ("citizen", 403), ("consultant", 201), ("operator", 201)]
)
def test_only_who_brings_something_hands_in_a_file(client: TestClient, issuer: Issuer, roles: str, code: int) -> None:
    headers = {"Authorization": f"Bearer {issuer.token(claims={'roles': roles})}", **BYTES}
    sent = client.post("/uploads", params={"name": "cv.txt"}, content=CV.encode(), headers=headers)

    assert sent.status_code == code


def test_a_job_that_would_be_refused_is_not_started(client: TestClient, issuer: Issuer) -> None:
    several = issuer.token(claims={"municipality": ["0101", "0147"]})
    headers = {"Authorization": f"Bearer {several}", **BYTES}
    sent = client.post("/uploads", params={"name": "cv.txt"}, content=f"{CV} ".encode(), headers=headers).json()
    unnamed, foreign, own = (ask(client, several, START, u=sent["upload"], h=one) for one in (None, "0265", "0147"))

    for refused in (unnamed, foreign):
        assert refused["data"]["ingestUpload"]["__typename"] == "Forbidden"
        assert "0101, 0147" in refused["data"]["ingestUpload"]["message"]
    assert own["data"]["ingestUpload"]["__typename"] == "Job"


def test_a_restricted_profile_says_so_where_it_is_read_anew(
    client: TestClient, issuer: Issuer, service: Service, profile: str
) -> None:
    kept = service.profile(profile)
    documents = [one for one in map(service.document, kept.documents) if one]
    service.store.save_profile(replace(kept, read_as="an older reader"), documents)
    service.log.restricted(kept.id, "konsulent-7", "Borgeren bestrider CV'et")
    told = ask(client, issuer.token(), REFUSED, text=CV)["data"]["ingestCv"]
    service.log.restricted(kept.id, "konsulent-7", "Afklaret", lifted=True)

    assert told["__typename"] == "Restricted"


@pytest.mark.parametrize("path", ["/graphql", "/uploads"])
def test_nothing_is_asked_without_a_token(client: TestClient, path: str) -> None:
    assert client.post(path, json={"query": "{ __typename }"}).status_code == 401


def test_a_subscription_needs_a_token_and_reaches_own_cases_only(
    client: TestClient, issuer: Issuer, profile: str
) -> None:
    query = f'subscription {{ newMatches(profile: "{profile}") {{ score }} }}'
    for claims, answered in (({}, "next"), ({"municipality": "0147"}, "next"), (None, "closed")):
        with client.websocket_connect(WS, subprotocols=["graphql-transport-ws"]) as socket:
            payload = {} if claims is None else {"Authorization": f"Bearer {issuer.token(claims=claims)}"}
            socket.send_json({"type": "connection_init", "payload": payload})
            if answered == "closed":
                with pytest.raises(WebSocketDisconnect) as closed:
                    socket.receive_json()
                assert closed.value.code == 4403
                continue
            assert socket.receive_json()["type"] == "connection_ack"
            socket.send_json({"type": "subscribe", "id": "1", "payload": {"query": query}})
            told = socket.receive_json()
            allowed = told["type"] == "next" and not told["payload"].get("errors")
            assert allowed == (claims == {}), told
