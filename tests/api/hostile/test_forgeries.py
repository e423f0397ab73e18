"""Cursors, ids and paths that nobody gave out, and errors that might tell too much."""

import base64
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.asking import ask

MATCHES = """query ($p: ID!, $after: String) {
  profile(id: $p) { matches(first: 2, after: $after, asOf: "2026-11-25") { edges { cursor } } } }"""
POSTINGS = "query ($after: String) { postings(first: 2, after: $after) { edges { cursor } } }"


def written(place: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()


CURSORS = {
    "no base64": "%%%",
    "no JSON": base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    "another list": written(["a", "b", "c", "d", "e"]),
    "an object": written({"a": 1}),
    "a number": written(1),
    "deep": written(json.loads("[" * 60 + "]" * 60)),
    "NaN": base64.urlsafe_b64encode(b'[NaN, "x"]').decode(),
    "infinity": base64.urlsafe_b64encode(b'[1e999, "x"]').decode(),
    "long": "A" * 100_000,
    "nulls": written([None, None]),
    "a null character": "\x00",
    "statements": written(["' OR 1=1 --"]),
}


@pytest.mark.parametrize("cursor", CURSORS.values(), ids=CURSORS.keys())
def test_a_forged_cursor_is_refused_or_a_place_like_any_other(client: TestClient, citizen: str, cursor: str) -> None:
    for answer in (ask(client, POSTINGS, after=cursor), ask(client, MATCHES, p=citizen, after=cursor)):
        told: Any = answer.get("errors", [])
        assert all("markør" in one["message"] for one in told), told
        assert told or answer["data"]


IDS = {
    "no base64": "%%%",
    "no kind": base64.b64encode(b"x").decode(),
    "another kind": base64.b64encode(b"Settings:1").decode(),
    "a kind of Python": base64.b64encode(b"__class__:1").decode(),
    "no key": base64.b64encode(b"Profile:").decode(),
    "a path": base64.b64encode(b"Profile:../../etc/passwd").decode(),
    "statements": base64.b64encode(b"Posting:' OR 1=1 --").decode(),
    "bytes": base64.b64encode(b"Profile:\xff\xfe").decode(),
    "a null character": base64.b64encode(b"Posting:\x00").decode(),
    "long": base64.b64encode(b"Profile:" + b"a" * 200_000).decode(),
    "a number too large": base64.b64encode(b"Municipality:" + b"9" * 5_000).decode(),
}


@pytest.mark.parametrize("id", IDS.values(), ids=IDS.keys())
@pytest.mark.parametrize("field", ["node(id: $id) { id }", "profile(id: $id) { id }", "posting(id: $id) { id }"])
def test_a_forged_id_leads_nowhere(client: TestClient, id: str, field: str) -> None:
    answer = ask(client, f"query ($id: ID!) {{ {field} }}", id=id)

    assert answer.get("errors") is None
    assert answer["data"] == {field.split("(")[0]: None}


@pytest.mark.parametrize(
    "id", [*IDS.values(), "../../etc/passwd", "0" * 32 + ".pdf", "0" * 32 + ".pdf/../x", "x" * 9_000]
)
def test_a_forged_upload_is_not_there(client: TestClient, id: str) -> None:
    query = "mutation ($u: ID!) { ingestUpload(upload: $u, kind: CV) { __typename } }"

    assert ask(client, query, u=id)["data"] == {"ingestUpload": {"__typename": "NotFound"}}


SECRET = "Jens Olsen, 010190-1234, /srv/data/keys.sqlite"


def test_an_error_of_ours_tells_nothing_of_its_values(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("api.schema.query.load_industries", broken)
    answer = json.dumps(ask(client, "{ industries { code } }"))

    assert "Der skete en fejl" in answer
    for part in ("Olsen", "010190", "/srv", "RuntimeError", "Traceback", ".py"):
        assert part not in answer
    assert SECRET not in caplog.text


@pytest.mark.parametrize("path", ["/.env", "/uploads/", "/static/x", "/metrics", "/graphiql", "//graphql"])
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(path, headers={"accept": "text/html"}).status_code in (404, 405)
