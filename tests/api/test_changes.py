"""What a frontend changes and waits for, over HTTP and a websocket."""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from api.settings import Settings
from api.web import application
from ontology.vacancies import PostingId

CV = "Lagermedarbejder hos Nordlager 2015-2024. Jeg har kørt gaffeltruck og plukket ordrer.\nBor i 2650 Hvidovre."
INGEST = """mutation($t: String!) { ingestCv(text: $t) {
  __typename ... on Profile { pseudonym } ... on BadInput { message } } }"""
HOME = "query($p: ID!) { profile(id: $p) { postcode } }"
JOB = "query($i: ID!) { job(id: $i) { state done failed kept problems } }"
BYTES = {"content-type": "application/octet-stream"}
START = """mutation($u: ID!, $k: JobKind!) { ingestUpload(upload: $u, kind: $k) {
  __typename ... on Job { id state } ... on NotFound { message } } }"""
WAIT_S = 30.0


@pytest.fixture
def service(tmp_path: Path) -> Service:
    made = build(Settings(tmp_path / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    return made


@pytest.fixture
def client(service: Service, tmp_path: Path) -> TestClient:
    return TestClient(application(service, tmp_path / "uploads"), "http://localhost")


def ask(client: TestClient, query: str, **variables: object) -> dict[str, Any]:
    answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]
    return found


def upload(client: TestClient, name: str, data: bytes) -> str:
    sent = client.post(
        "/uploads", params={"name": name}, content=data, headers={"content-type": "application/octet-stream"}
    )
    assert sent.status_code == 201, sent.text
    return str(sent.json()["upload"])


def ended(client: TestClient, id: str) -> dict[str, Any]:
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        job: dict[str, Any] = ask(client, JOB, i=id)["job"]
        if job["state"] in ("DONE", "FAILED"):
            return job
    raise AssertionError("the job did not end")


def test_a_pasted_cv_is_a_profile_and_the_same_again_is_the_same(client: TestClient) -> None:
    first, again = (ask(client, INGEST, t=CV)["ingestCv"] for _ in range(2))

    assert first["__typename"] == "Profile"
    assert again == first


def test_a_cv_without_text_says_what_to_do(client: TestClient) -> None:
    found = ask(client, INGEST, t=" \n ")["ingestCv"]

    assert found["__typename"] == "BadInput"
    assert "holds no text" in found["message"]


def test_a_file_is_read_as_a_job_and_not_kept(client: TestClient, tmp_path: Path) -> None:
    id = upload(client, "Jens Olsens CV.pdf", (TEXTS / "cvs" / "citizen-1.pdf").read_bytes())
    job = ended(client, ask(client, START, u=id, k="CV")["ingestUpload"]["id"])

    assert (job["state"], job["done"], job["failed"]) == ("DONE", 1, 0)
    assert ask(client, HOME, p=job["kept"][0])["profile"]["postcode"] == "2650"
    assert list((tmp_path / "uploads").iterdir()) == []


def test_what_cannot_be_read_of_a_file_is_told_under_no_name_of_a_person(client: TestClient) -> None:
    id = upload(client, "Jens Olsen.pdf", b"%PDF-1.4 broken")
    job = ended(client, ask(client, START, u=id, k="CV")["ingestUpload"]["id"])

    assert (job["state"], job["failed"], job["kept"]) == ("DONE", 1, [])
    assert "Olsen" not in str(job)


def test_ads_are_read_as_a_job(client: TestClient) -> None:
    id = upload(client, "demo.jsonl", (TEXTS / "demo.jsonl").read_bytes())
    job = ended(client, ask(client, START, u=id, k="POSTINGS")["ingestUpload"]["id"])

    assert job["done"] == len(job["kept"]) == 60


AD = {
    "id": "17",
    "title": "Truckfører",
    "employer": "Nordlager",
    "postal_code": "2650",
    "body": "Vi søger en truckfører til vores lager i Hvidovre.",
    "published": "2026-11-20",
}


def handed_in(client: TestClient, name: str, *ads: dict[str, str]) -> list[str]:
    """The ids of ads that are handed in as a file."""
    id = upload(client, name, "\n".join(json.dumps(one) for one in ads).encode())
    found: list[str] = ended(client, ask(client, START, u=id, k="POSTINGS")["ingestUpload"]["id"])["kept"]
    return found


def test_the_same_file_of_ads_handed_in_again_is_the_same_ads(client: TestClient, service: Service) -> None:
    first = handed_in(client, "uge 47.jsonl", AD, AD | {"id": "18"})
    count = len(list(service.store.postings()))
    again = handed_in(client, "igen.jsonl", AD | {"body": "Vi søger nu to truckførere."}, AD | {"id": "18"})

    assert first == again
    assert len(set(first)) == 2
    assert len(list(service.store.postings())) == count
    assert (ad := service.store.posting(PostingId(first[0]))) is not None
    assert (text := service.document(ad.document)) is not None
    assert text.text == "Vi søger nu to truckførere."


def test_a_number_that_two_senders_use_is_not_one_ad(client: TestClient) -> None:
    ours = handed_in(client, "ads.jsonl", AD)
    others = handed_in(client, "ads.jsonl", AD | {"employer": "Sydlager"})

    assert ours != others


@pytest.mark.parametrize("id", ["x", "../keys.sqlite", "0" * 32 + ".pdf", "0" * 32])
def test_a_file_that_was_not_sent_cannot_be_read(client: TestClient, id: str) -> None:
    assert ask(client, START, u=id, k="CV")["ingestUpload"]["__typename"] == "NotFound"


@pytest.mark.parametrize(("name", "data", "kind"), [("a.exe", b"x", 400), ("a.pdf", b"", 400), ("", b"x", 400)])
def test_a_file_that_is_not_read_is_refused_at_the_door(client: TestClient, name: str, data: bytes, kind: int) -> None:
    assert client.post("/uploads", params={"name": name}, content=data, headers=BYTES).status_code == kind


def test_a_form_of_another_site_can_send_no_file(client: TestClient, tmp_path: Path) -> None:
    sent = client.post("/uploads", params={"name": "a.pdf"}, files={"file": b"x"})

    assert sent.status_code == 415
    assert not (tmp_path / "uploads").exists()


def test_a_file_that_is_too_large_is_refused_and_not_kept(client: TestClient, tmp_path: Path) -> None:
    pieces = (b"x" * 1_000_000 for _ in range(21))
    sent = client.post("/uploads", params={"name": "a.pdf"}, content=pieces, headers=BYTES)

    assert sent.status_code in (400, 413)
    assert list((tmp_path / "uploads").iterdir()) == []


def test_erasing_takes_a_profile_away_once(client: TestClient) -> None:
    id = ask(client, INGEST, t=CV)["ingestCv"]["pseudonym"]
    erase = "mutation($p: ID!) { erase(profile: $p) { __typename } }"
    answers = [ask(client, erase, p=id)["erase"]["__typename"] for _ in range(2)]

    assert answers == ["Erased", "NotFound"]
    assert ask(client, HOME, p=id)["profile"] is None


def opened(client: TestClient) -> WebSocketTestSession:
    return client.websocket_connect("ws://localhost/graphql", subprotocols=["graphql-transport-ws"])


def subscribe(socket: WebSocketTestSession, query: str, **variables: object) -> None:
    socket.send_json({"type": "connection_init"})
    assert socket.receive_json()["type"] == "connection_ack"
    socket.send_json({"type": "subscribe", "id": "1", "payload": {"query": query, "variables": variables}})


def test_a_job_tells_how_far_it_is_until_it_ends(client: TestClient) -> None:
    id = upload(client, "demo.jsonl", (TEXTS / "demo.jsonl").read_bytes())
    job = ask(client, START, u=id, k="POSTINGS")["ingestUpload"]["id"]
    with opened(client) as socket:
        subscribe(socket, "subscription($i: ID!) { job(id: $i) { state done } }", i=job)
        told = []
        while (message := socket.receive_json())["type"] == "next":
            told.append(message["payload"]["data"]["job"])

    assert message["type"] == "complete"
    assert told[-1] == {"state": "DONE", "done": 60}


def test_a_new_ad_that_fits_comes_by_itself(client: TestClient, service: Service, tmp_path: Path) -> None:
    profile = ask(client, INGEST, t=CV)["ingestCv"]["pseudonym"]
    today = datetime.now(UTC).date()
    ad = {
        "id": "new-1",
        "title": "Truckfører",
        "employer": "Nordlager",
        "postal_code": "2650",
        "workplace": "Hvidovre",
        "body": "Vi søger en truckfører til vores lager i Hvidovre. Du skal kunne køre gaffeltruck og plukke ordrer.",
        "published": today.isoformat(),
        "deadline": (today + timedelta(days=20)).isoformat(),
    }
    (tmp_path / "ad.json").write_text(json.dumps(ad), "utf-8")
    with opened(client) as socket:
        subscribe(socket, "subscription($p: ID!) { newMatches(profile: $p) { posting { title } } }", p=profile)
        begun = socket.receive_json()
        kept = service.intake.postings([tmp_path / "ad.json"]).kept
        message = socket.receive_json()

    assert len(kept) == 1
    assert begun["payload"]["data"]["newMatches"] == []
    assert message["payload"]["data"]["newMatches"] == [{"posting": {"title": "Truckfører"}}]


@pytest.mark.parametrize("query", ["{ versions { code } }", 'mutation { erase(profile: "x") { __typename } }'])
def test_a_websocket_takes_subscriptions_only(client: TestClient, query: str) -> None:
    with opened(client) as socket:
        subscribe(socket, query)
        message = socket.receive_json()

    assert message["type"] == "error"


ANSWER = """mutation($p: ID!, $w: String!, $a: Answer!) { answer(profile: $p, what: $w, answer: $a) { __typename
  ... on Profile { skills { skill { escoUri } basis } deniedSkills { escoUri } means }
  ... on BadInput { message } } }"""
QUESTIONS = """query($p: ID!) { profile(id: $p) { questions(asOf: "2026-11-25", filter: {within: "0101", minutes: 60}) {
  what subject text citizen: text(voice: CITIZEN) consultant: text(voice: CONSULTANT) because gain } } }"""


def test_a_question_is_answered_and_not_asked_again(client: TestClient, service: Service) -> None:
    service.intake.postings([TEXTS / "demo.jsonl"])
    id = ask(client, INGEST, t=CV)["ingestCv"]["pseudonym"]
    asked = ask(client, QUESTIONS, p=id)["profile"]["questions"]
    about = next(one for one in asked if one["subject"] == "SKILL")
    answered = ask(client, ANSWER, p=id, w=about["what"], a="NO")["answer"]
    again = ask(client, QUESTIONS, p=id)["profile"]["questions"]

    assert 1 <= len(asked) <= 5
    assert about["citizen"].startswith("Har du")
    assert about["consultant"].startswith("Spørg")
    assert about["what"] in [one["escoUri"] for one in answered["deniedSkills"]]
    assert about["what"] not in [one["what"] for one in again]


def test_what_was_answered_stands_when_the_same_cv_is_read_again(client: TestClient) -> None:
    id = ask(client, INGEST, t=CV)["ingestCv"]["pseudonym"]
    read = ask(client, "query($p: ID!) { profile(id: $p) { skills { skill { escoUri } } } }", p=id)["profile"]["skills"]
    struck = read[0]["skill"]["escoUri"]
    ask(client, ANSWER, p=id, w=struck, a="NO")
    ask(client, ANSWER, p=id, w="car", a="YES")
    ask(client, INGEST, t=CV)
    kept = ask(client, "query($p: ID!) { profile(id: $p) { means skills { skill { escoUri } } } }", p=id)["profile"]

    assert struck not in [one["skill"]["escoUri"] for one in kept["skills"]]
    assert kept["means"] == "CAR"


@pytest.mark.parametrize(
    "call",
    [
        'setReach(profile: $p, postcode: "0001")',
        "setReach(profile: $p, minutes: 0)",
        'setWishes(profile: $p, seeks: ["x"])',
        'answer(profile: $p, what: "x", answer: YES)',
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_its_argument(client: TestClient, call: str) -> None:
    id = ask(client, INGEST, t=CV)["ingestCv"]["pseudonym"]
    found = ask(
        client, "mutation($p: ID!) { it: " + call + " { __typename ... on BadInput { argument message } } }", p=id
    )

    assert found["it"]["__typename"] == "BadInput"
    assert found["it"]["argument"] in call


def test_an_answer_about_nobody_is_not_found(client: TestClient) -> None:
    assert ask(client, ANSWER, p="nobody", w="car", a="YES")["answer"]["__typename"] == "NotFound"
