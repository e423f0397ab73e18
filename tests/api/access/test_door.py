"""The door over HTTP and websocket, before a small application, with a real issuer."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from api.access.door import Door
from api.access.errors import AccessError, ForeignPageError
from api.access.keys import KeyRing
from api.access.middleware import UNAUTHORIZED, AccessMiddleware, check_from_here
from graph.store.sqlite_records import SqliteVault
from tests.api.access.issuing import Issuer

INIT = {"type": "connection_init"}


async def who(request: Request) -> JSONResponse:
    return JSONResponse({"roles": sorted(request.state.caller.roles)})


async def healthz(request: Request) -> PlainTextResponse:
    return PlainTextResponse("nobody" if not hasattr(request.state, "caller") else "somebody")


async def talk(socket: WebSocket) -> None:
    """As graphql-transport-ws begins: the payload of connection_init says who it is; then what is sent comes back."""
    await socket.accept()
    try:
        caller = await socket.state.admission.admit((await socket.receive_json()).get("payload"))
    except AccessError:
        await socket.close(4403)
        return
    await socket.send_json({"type": "connection_ack", "roles": sorted(caller.roles)})
    async for text in socket.iter_text():
        await socket.send_text(text)


def client(door: Door, address: str = "http://testserver") -> TestClient:
    routes = [Route("/who", who), Route("/healthz", healthz), WebSocketRoute("/talk", talk)]
    return TestClient(AccessMiddleware(Starlette(routes=routes), door), base_url=address)


@pytest.fixture
def door(issuer: Issuer, tmp_path: Path) -> Door:
    return Door(issuer.oidc, SqliteVault(tmp_path / "keys.sqlite"))


@pytest.fixture
def development(tmp_path: Path) -> Door:
    return Door(None, SqliteVault(tmp_path / "keys.sqlite"))


def bearing(token: str) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_token_that_holds_gives_the_request_its_caller(issuer: Issuer, door: Door) -> None:
    answer = client(door).get("/who", headers=bearing(issuer.token()))

    assert answer.json() == {"roles": ["consultant"]}
    assert door.answering


def test_no_token_is_401_and_says_how(door: Door) -> None:
    answer = client(door).get("/who")

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="kompetencebro"'
    assert answer.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}


def test_a_token_that_does_not_hold_is_401_and_says_no_more(issuer: Issuer, door: Door) -> None:
    answers = [
        client(door).get("/who", headers=bearing(token))
        for token in (issuer.token(claims={"exp": 1}), issuer.token(claims={"aud": "another"}), "a.b.c")
    ]

    assert {one.status_code for one in answers} == {401}
    assert {one.headers["www-authenticate"] for one in answers} == {
        'Bearer realm="kompetencebro", error="invalid_token"'
    }
    assert len({one.text for one in answers}) == 1


def test_two_tokens_are_none(issuer: Issuer, door: Door) -> None:
    twice = [("Authorization", f"Bearer {issuer.token()}")] * 2

    assert client(door).get("/who", headers=twice).status_code == 401


def test_a_token_without_a_role_of_ours_is_403(issuer: Issuer, door: Door) -> None:
    assert client(door).get("/who", headers=bearing(issuer.token(claims={"roles": ["admin"]}))).status_code == 403


def test_an_issuer_that_does_not_answer_is_503_with_a_time_to_try_again(issuer: Issuer, tmp_path: Path) -> None:
    issuer.answer = PlainTextResponse("busy", 500)
    silent = Door(issuer.oidc, SqliteVault(tmp_path / "keys.sqlite"), KeyRing(issuer.oidc))
    answer = client(silent).get("/who", headers=bearing(issuer.token()))

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert not silent.answering


def test_health_is_told_to_anybody_and_has_no_caller(door: Door) -> None:
    assert client(door).get("/healthz").text == "nobody"


def test_a_websocket_opens_with_a_token_in_its_first_message(issuer: Issuer, door: Door) -> None:
    with client(door).websocket_connect("/talk") as socket:
        socket.send_json(INIT | {"payload": {"Authorization": f"Bearer {issuer.token()}"}})

        assert socket.receive_json() == {"type": "connection_ack", "roles": ["consultant"]}
        socket.send_text("hej")
        assert socket.receive_text() == "hej"


@pytest.mark.parametrize(
    "payload",
    [
        None,
        {},
        {"authorization": None},
        {"authorization": "Bearer a.b.c"},
        {"authorization": "x", "Authorization": "x"},
    ],
    ids=str,
)
def test_a_websocket_without_a_token_that_holds_is_closed(door: Door, payload: dict[str, str] | None) -> None:
    with client(door).websocket_connect("/talk") as socket:
        socket.send_json(INIT | {"payload": payload})

        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
        assert closed.value.code == 4403


def test_a_websocket_ends_when_its_token_does(issuer: Issuer, door: Door) -> None:
    ends = time.time() - issuer.oidc.skew_s + 0.3
    with client(door).websocket_connect("/talk") as socket:
        socket.send_json(INIT | {"payload": {"authorization": f"Bearer {issuer.token(claims={'exp': ends})}"}})
        assert socket.receive_json()["type"] == "connection_ack"

        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
        assert closed.value.code == UNAUTHORIZED


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000"])
def test_the_development_mode_answers_this_machine_without_a_token(development: Door, address: str) -> None:
    answer = client(development, address).get("/who")

    assert answer.json() == {"roles": ["analyst", "consultant", "operator"]}
    assert development.development
    assert development.answering


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("http://attacker.example", {}),
        ("http://127.0.0.1.attacker.example", {}),
        ("http://127.0.0.1:8000", {"Origin": "https://attacker.example"}),
        ("http://127.0.0.1:8000", {"Origin": "null"}),
        ("http://127.0.0.1:8000", {"Host": ""}),
        ("http://127.0.0.1:8000", {"Host": "[127.0.0.1"}),
    ],
    ids=["another name", "a name like ours", "another site's page", "a page of nowhere", "no name", "no address"],
)
def test_the_development_mode_answers_no_other_sites_page(
    development: Door, address: str, headers: dict[str, str]
) -> None:
    answer = client(development, address).get("/who", headers=headers)

    assert answer.status_code == 403
    assert "kun denne maskine" in answer.json()["errors"][0]["message"]
    with (
        pytest.raises(WebSocketDisconnect),
        client(development).websocket_connect(f"ws{address[4:]}/talk", headers=headers) as socket,
    ):
        socket.receive_json()


def test_the_development_mode_answers_no_request_without_a_host() -> None:
    with pytest.raises(ForeignPageError):
        check_from_here(Headers({}))
