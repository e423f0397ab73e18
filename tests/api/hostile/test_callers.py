"""Callers without a token, with one of others, and with one that asks too much."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from api.access.door import Door
from api.limits.persisted import sha256_of
from api.limits.settings import PRODUCTION, Limits
from api.service import Service
from api.web import application
from tests.api.access.issuing import Issuer

QUERY = {"query": "{ versions { code } }"}
WS = "ws://testserver/graphql"


def production(service: Service, issuer: Issuer, folder: Path, **other: Any) -> TestClient:
    limits = replace(PRODUCTION, **other)
    return TestClient(application(service, folder, Door(issuer.oidc, service.vault), limits=limits))


def bearer(issuer: Issuer, **claims: object) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {issuer.token(claims=claims)}"}


def test_a_caller_who_asks_too_much_is_told_when_to_come_back_and_nobody_else_is(
    service: Service, issuer: Issuer, folder: Path
) -> None:
    client = production(service, issuer, folder, rate=60, burst=1_000, cost=1_000)
    query = {"query": "{ postings(first: 100) { edges { cursor } } }"}
    first, second = (client.post("/graphql", json=query, headers=bearer(issuer)) for _ in range(2))
    other = client.post("/graphql", json=query, headers=bearer(issuer, sub="medarbejder-18"))

    assert first.json()["extensions"]["cost"] == {"value": 602, "limit": 1_000, "left": 398}
    assert second.status_code == 429
    assert 200 <= int(second.headers["retry-after"]) <= 204
    assert second.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert second.json().get("data") is None
    assert other.status_code == 200


def test_refused_documents_use_up_what_a_caller_has_too(service: Service, issuer: Issuer, folder: Path) -> None:
    client = production(service, issuer, folder, rate=60, burst=50, cost=50)
    codes = [
        client.post("/graphql", json={"query": "{ nothing }"}, headers=bearer(issuer)).status_code for _ in range(7)
    ]

    assert codes == [200] * 5 + [429] * 2


def test_files_use_up_what_a_caller_has(service: Service, issuer: Issuer, folder: Path) -> None:
    client = production(service, issuer, folder, rate=60, burst=3_000, cost=3_000)
    headers = {**bearer(issuer), "content-type": "application/octet-stream"}
    codes = [client.post("/uploads", params={"name": "a.txt"}, content=b"a", headers=headers) for _ in range(2)]

    assert [one.status_code for one in codes] == [201, 429]
    assert int(codes[1].headers["retry-after"]) > 0


def test_the_development_mode_is_one_caller_where_a_rate_is_set(service: Service, folder: Path) -> None:
    limits = replace(Limits(), rate=60, burst=100, cost=100)
    client = TestClient(application(service, folder, limits=limits), "http://localhost")
    codes = [client.post("/graphql", json={"query": "{ municipalities { code } }"}).status_code for _ in range(2)]

    assert codes == [200, 429]


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer x.y.z"}, {"Authorization": "Basic eDp5"}])
def test_an_address_that_nobody_lets_in_is_refused_before_its_tokens_are_read(
    service: Service, issuer: Issuer, folder: Path, header: Mapping[str, str]
) -> None:
    client = production(service, issuer, folder, refusals=3)
    codes = [client.post("/graphql", json=QUERY, headers=header).status_code for _ in range(5)]
    late = client.post("/graphql", json=QUERY, headers=bearer(issuer))

    assert codes == [401, 401, 401, 429, 429]
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) > 0


def test_an_address_that_is_let_in_is_never_counted(service: Service, issuer: Issuer, folder: Path) -> None:
    client = production(service, issuer, folder, refusals=1)
    codes = {client.post("/graphql", json=QUERY, headers=bearer(issuer)).status_code for _ in range(5)}

    assert codes == {200}


def test_a_token_that_has_expired_asks_nothing(service: Service, issuer: Issuer, folder: Path) -> None:
    client = production(service, issuer, folder)

    assert client.post("/graphql", json=QUERY, headers=bearer(issuer, exp=1)).status_code == 401


@pytest.mark.parametrize(
    "field", ["postcode", 'match(posting: "demo:001") { score }', "unlocks { ads }", "hidden { kind }"]
)
def test_a_profile_of_another_municipality_is_not_there_in_any_field(
    service: Service, issuer: Issuer, folder: Path, citizen: str, field: str
) -> None:
    client = production(service, issuer, folder)
    query = {"query": f'{{ profile(id: "{citizen}") {{ {field} }} }}'}
    answer = client.post("/graphql", json=query, headers=bearer(issuer)).json()

    assert answer["data"] == {"profile": None}


def connected(client: TestClient, payload: Mapping[str, str], *messages: Any) -> list[Any]:
    """What is answered to messages after `connection_init`, until the websocket is closed or all were answered."""
    told: list[Any] = []
    with client.websocket_connect(WS, subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init", "payload": payload})
        try:
            told.append(socket.receive_json()["type"])
            for one in messages:
                socket.send_json(one)
                told.append(socket.receive_json())
        except WebSocketDisconnect as closed:
            told.append(closed.code)
    return told


def subscribe(id: object = "1", **payload: object) -> Mapping[str, object]:
    return {"type": "subscribe", "id": id, "payload": payload}


@pytest.mark.parametrize("claims", [None, {"exp": 1}, {"roles": "nobody"}])
def test_a_websocket_needs_a_token_that_holds(
    service: Service, issuer: Issuer, folder: Path, claims: Mapping[str, object] | None
) -> None:
    payload = {} if claims is None else bearer(issuer, **claims)

    assert connected(production(service, issuer, folder), payload) == [4403]


def test_nothing_is_subscribed_before_the_token(service: Service, issuer: Issuer, folder: Path) -> None:
    with production(service, issuer, folder).websocket_connect(WS, subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json(subscribe(query='subscription { job(id: "1") { state } }'))
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()

    assert closed.value.code == 4401


@pytest.mark.parametrize(
    "message",
    [
        [],
        "x",
        1,
        {},
        {"type": []},
        {"type": "start"},
        {"type": "subscribe"},
        subscribe([], query="{ a }"),
        subscribe("x" * 201, query="{ a }"),
        {"type": "subscribe", "id": "1", "payload": "x"},
        {"type": "complete", "id": {}},
        {"type": "ping", "payload": "x"},
        {"type": "connection_init", "payload": {}},
    ],
)
def test_a_message_that_is_none_of_the_protocol_closes_the_websocket(
    service: Service, issuer: Issuer, folder: Path, message: object
) -> None:
    told = connected(production(service, issuer, folder), bearer(issuer), message)

    assert told[0] == "connection_ack"
    assert told[1] in (4400, 4429)


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ({"query": "{ versions { code } }"}, "queries are not allowed"),
        ({"query": 'mutation { erase(profile: "x") { __typename } }'}, "mutations are not allowed"),
        ({"query": 7}, "'query' must be a text"),
        ({"query": "subscription { a }", "variables": []}, "'variables' must be an object"),
        ({"documentId": "sha256:" + "0" * 64}, "PersistedQueryNotFound"),
        ({"query": "subscription { __schema { types { name } } }"}, "Cannot query field '__schema'"),
        ({"query": f'subscription {{ job(id: "1") {{ {"state " * 151} }} }}'}, "fields in one selection"),
        (
            {"query": 'subscription { newMatches(profile: "x") { posting { text asks { askedIn { text } } } } }'},
            "may cost 8000",
        ),
    ],
)
def test_a_websocket_answers_subscriptions_under_the_same_limits(
    service: Service, issuer: Issuer, folder: Path, payload: Mapping[str, object], said: str
) -> None:
    client = production(service, issuer, folder, cost=8_000)
    _ack, told = connected(client, bearer(issuer), subscribe(**payload))

    assert said in str(told)


def test_a_subscription_uses_up_what_its_caller_has(service: Service, issuer: Issuer, folder: Path) -> None:
    client = production(service, issuer, folder, rate=60, burst=600, cost=600)
    query = 'subscription { job(id: "1") { state } }'
    with client.websocket_connect(WS, subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init", "payload": bearer(issuer)})
        assert socket.receive_json()["type"] == "connection_ack"
        told = []
        for id in ("1", "2"):
            socket.send_json(subscribe(id, query=query))
            while (message := socket.receive_json())["type"] != "complete":
                told.append(message)

    assert ["RATE_LIMITED" in str(one) for one in told][-1:] == [True]


def test_a_websocket_has_so_many_subscriptions(service: Service, issuer: Issuer, folder: Path, citizen: str) -> None:
    query = f'subscription {{ newMatches(profile: "{citizen}") {{ score }} }}'
    client = TestClient(application(service, folder, limits=replace(Limits(), subscriptions=2)), "http://localhost")
    told: dict[str, Any] = {}
    with client.websocket_connect("ws://localhost/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        socket.receive_json()
        for id in ("1", "2", "3"):
            socket.send_json(subscribe(id, query=query))
        while "3" not in told:
            message = socket.receive_json()
            told[message["id"]] = message["type"]

    assert told["3"] == "error"
    assert "error" not in (told.get("1"), told.get("2"))


def test_a_caller_opens_so_many_websockets(service: Service, issuer: Issuer, folder: Path) -> None:
    with production(service, issuer, folder, sockets_each=2) as client, ExitStack() as sockets:
        for _ in range(2):
            socket = sockets.enter_context(client.websocket_connect(WS, subprotocols=["graphql-transport-ws"]))
            socket.send_json({"type": "connection_init", "payload": bearer(issuer)})
            assert socket.receive_json()["type"] == "connection_ack"

        assert connected(client, bearer(issuer)) == [4429]
        assert connected(client, bearer(issuer, sub="medarbejder-18")) == ["connection_ack"]


def test_a_websocket_of_another_sites_page_is_not_opened(service: Service, issuer: Issuer, folder: Path) -> None:
    client = production(service, issuer, folder, origins=frozenset(("https://jobs.example.dk",)))
    for origin, opened in (("https://jobs.example.dk", True), ("https://evil.example", False), ("null", False)):
        with_origin = {"origin": origin}
        if opened:
            with client.websocket_connect(WS, subprotocols=["graphql-transport-ws"], headers=with_origin):
                continue
        with (
            pytest.raises(WebSocketDisconnect),
            client.websocket_connect(WS, subprotocols=["graphql-transport-ws"], headers=with_origin),
        ):
            pass


def test_only_documents_of_the_manifest_run(service: Service, issuer: Issuer, folder: Path, tmp_path: Path) -> None:
    text = QUERY["query"]
    (tmp_path / "m.json").write_text(f'{{"{sha256_of(text)}": "{text}"}}', encoding="utf-8")
    client = production(service, issuer, folder, persisted=tmp_path / "m.json", persisted_only=True)
    ask = [
        {"documentId": f"sha256:{sha256_of(text)}"},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": sha256_of(text)}}},
        QUERY,
        {"query": "{ versions { ontology } }"},
        {"documentId": f"sha256:{'0' * 64}"},
    ]
    told = [client.post("/graphql", json=one, headers=bearer(issuer)) for one in ask]

    assert [one.status_code for one in told] == [200, 200, 200, 403, 404]
    assert all(one.json()["data"]["versions"]["code"] for one in told[:3])
    assert told[4].json()["errors"][0]["message"] == "PersistedQueryNotFound"
