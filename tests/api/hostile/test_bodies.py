"""Bodies and headers that are none of a frontend's."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.limits.settings import Limits
from api.service import Service
from api.web import application

QUERY = {"query": "{ versions { code } }"}
JSON = {"content-type": "application/json"}
CHANGE = 'mutation { erase(profile: "x") { __typename } }'


@pytest.mark.parametrize("path", ["/graphql", "/graphql/"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_a_post_asks(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path, params={"query": CHANGE}, headers={"accept": "*/*"})

    assert answer.status_code == 405


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/plain",
        "text/plain; application/json",
        "text/plain;charset=application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json",
        "application/graphql",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
        "application/json-patch+json",
        "application/jsonx",
    ],
)
def test_what_a_form_of_another_site_can_send_and_what_is_not_utf_8_is_refused(client: TestClient, kind: str) -> None:
    answer = client.post("/graphql", content=json.dumps(QUERY), headers={"content-type": kind})

    assert answer.status_code == 415
    assert "application/json in UTF-8" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", 'APPLICATION/JSON;charset="UTF-8"']
)
def test_json_in_utf_8_is_answered_however_it_is_written(client: TestClient, kind: str) -> None:
    assert client.post("/graphql", content=json.dumps(QUERY), headers={"content-type": kind}).status_code == 200


UNREADABLE: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "a batch": json.dumps([QUERY, QUERY]).encode(),
    "an empty batch": b"[]",
    "a text": b'"x"',
    "a number": b"1",
    "null": b"null",
    "NaN": b'{"query": "{ versions { code } }", "variables": {"n": NaN}}',
    "infinity": b'{"query": "{ versions { code } }", "variables": {"n": -Infinity}}',
    "deep": b'{"query": "{ versions { code } }", "variables": {"n": ' + b"[" * 400_000 + b"]" * 400_000 + b"}}",
    "UTF-16": json.dumps(QUERY).encode("utf-16"),
    "a broken character": b'{"query": "{ versions { code } } # \xff"}',
    "half a surrogate": b'{"query": "{ versions { code } } # \\ud800"}',
    "a query that is a list": b'{"query": ["{ versions { code } }"]}',
    "variables that are a list": b'{"query": "{ versions { code } }", "variables": []}',
    "extensions that are a text": b'{"query": "{ versions { code } }", "extensions": "x"}',
    "a name that is an object": b'{"query": "{ versions { code } }", "operationName": {}}',
    "no query": b"{}",
    "another operation": b'{"query": "query A { versions { code } }", "operationName": "B"}',
    "a subscription": b'{"query": "subscription { job(id: 1) { state } }"}',
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_body_that_is_no_operation_is_refused_in_a_sentence(client: TestClient, body: bytes) -> None:
    answer = client.post("/graphql", content=body, headers=JSON)

    assert answer.status_code == 400
    assert 20 < len(answer.text) < 300
    assert "Traceback" not in answer.text


NUMBERS = ["1e400", "9" * 400, "-" + "9" * 5000, "1.5", "2147483648", "true", '"5"', "[5]", "{}"]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_variable_that_is_no_page_is_refused(client: TestClient, number: str) -> None:
    query = "query ($n: Int!) { postings(first: $n) { totalCount } }"
    body = f'{{"query": "{query}", "variables": {{"n": {number}}}}}'
    answer = client.post("/graphql", content=body, headers=JSON)

    assert answer.status_code in (200, 400)
    assert not (answer.status_code == 200 and answer.json().get("data"))


def test_many_variables_and_long_ones_are_only_read(client: TestClient) -> None:
    many: dict[str, Any] = {f"v{n}": "x" * 100 for n in range(5_000)}
    answer = client.post("/graphql", json={**QUERY, "variables": many})

    assert answer.json()["data"]["versions"]["code"]


def test_a_body_is_no_larger_than_it_may_be_whatever_its_header_says(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(20):
            yield b" " * 100_000

    said = client.post("/graphql", content=b" " * 1_000_001, headers=JSON)
    unsaid = client.post("/graphql", content=chunks(), headers=JSON)

    assert {said.status_code, unsaid.status_code} == {413}
    assert unsaid.json()["errors"][0]["extensions"]["code"] == "TOO_LARGE"


@pytest.mark.parametrize("length", ["-1", "1e3", "٣", "9" * 5000, "x"])
def test_a_length_that_is_none_is_refused(client: TestClient, length: str) -> None:
    headers = [("content-length", length.encode("utf-8")), *JSON.items()]

    assert client.post("/graphql", content=json.dumps(QUERY), headers=headers).status_code == 413  # type: ignore[arg-type]


def test_an_answer_is_no_larger_than_it_may_be(service: Service) -> None:
    narrow = TestClient(application(service, limits=replace(Limits(), answer_bytes=500)), "http://localhost")
    small, large = (
        narrow.post("/graphql", json={"query": one}) for one in (QUERY["query"], "{ municipalities { name } }")
    )

    assert small.json()["data"]["versions"]
    assert large.json()["errors"][0]["extensions"]["code"] == "ANSWER_LIMIT"
    assert len(large.content) < 500


def test_no_answer_is_kept_on_its_way(client: TestClient) -> None:
    answer = client.post("/graphql", json=QUERY)

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_of_other_sites_may_not_ask_unless_they_are_named(service: Service, client: TestClient) -> None:
    ours, others = "http://localhost:5173", "http://127.0.0.1:9999"
    named = TestClient(application(service, limits=replace(Limits(), origins=frozenset((ours,)))), "http://localhost")
    asks = {"access-control-request-method": "POST", "access-control-request-headers": "content-type,authorization"}

    assert client.options("/graphql", headers={"origin": ours, **asks}).status_code == 405
    assert "access-control-allow-origin" not in client.post("/graphql", json=QUERY, headers={"origin": ours}).headers
    allowed = named.options("/graphql", headers={"origin": ours, **asks})
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, ours)
    assert named.post("/graphql", json=QUERY, headers={"origin": ours}).headers["access-control-allow-origin"] == ours
    assert named.options("/graphql", headers={"origin": others, **asks}).status_code == 400
    assert "access-control-allow-origin" not in named.post("/graphql", json=QUERY, headers={"origin": others}).headers
    assert "access-control-allow-credentials" not in allowed.headers


@pytest.mark.parametrize(
    ("method", "body", "status", "code"),
    [
        ("GET", None, 405, "METHOD_NOT_ALLOWED"),
        ("PUT", {"query": "{ __typename }"}, 405, "METHOD_NOT_ALLOWED"),
        ("POST", {"query": ""}, 400, "BAD_REQUEST"),
        ("POST", {"query": "{ __typename }", "operationName": "Other"}, 400, "BAD_REQUEST"),
        ("POST", {"query": "subscription { job(id: 1) { state } }"}, 400, "BAD_REQUEST"),
        ("POST", {"query": "#" * 1_000_001}, 413, "TOO_LARGE"),
    ],
)
def test_a_refusal_has_the_form_of_graphql_and_a_code(
    client: TestClient, method: str, body: object, status: int, code: str
) -> None:
    told = client.request(method, "/graphql", json=body)

    assert told.status_code == status
    assert told.headers["content-type"] == "application/json"
    assert told.headers.get("allow") == ("POST" if status == 405 else None)
    assert [one["extensions"]["code"] for one in told.json()["errors"]] == [code]
