"""What only a real server on a real port can show: bytes that come slowly, in pieces, not at all, or many at once."""

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from socket import SHUT_RDWR

import httpx2 as httpx
import pytest
import uvicorn
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from api.limits.settings import Limits
from api.service import Service
from api.web import application

LIMITS = replace(Limits(), body_s=1, idle_s=2, messages=30, message_bytes=4_000, sockets=4, sockets_each=3)
PROTOCOL = Subprotocol("graphql-transport-ws")
WAIT_S, MOST_TRIED = 30.0, 1_000
HEAD = b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def port(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server as `serve` runs it, under narrow limits."""
    listening = socket.create_server(("127.0.0.1", 0))
    app = application(service, tmp_path_factory.mktemp("real"), limits=LIMITS)
    how = uvicorn.Config(app, ws="websockets-sansio", ws_max_size=LIMITS.message_bytes, log_level="critical")
    server = uvicorn.Server(how)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield listening.getsockname()[1]
    server.should_exit = True
    thread.join(WAIT_S)


def answered(port: int, *pieces: bytes) -> bytes:
    """The first line of what a server answers to bytes as they are."""
    with closing(socket.create_connection(("127.0.0.1", port), WAIT_S)) as connection:
        for one in pieces:
            connection.sendall(one)
        with connection.makefile("rb") as lines:
            return lines.readline()


def opened(port: int, origin: str | None = None) -> ClientConnection:
    return connect(
        f"ws://127.0.0.1:{port}/graphql",
        subprotocols=[PROTOCOL],
        open_timeout=WAIT_S,
        origin=None if origin is None else Origin(origin),
    )


def closing_code(socket: ClientConnection) -> int | None:
    """What the server closes a websocket with, whatever it says before."""
    with suppress(ConnectionClosedError):
        for _ in socket:
            pass
    return socket.close_code


def test_a_body_that_does_not_come_is_not_waited_for(port: int) -> None:
    assert b" 408 " in answered(port, HEAD + b"Content-Length: 100\r\n\r\n", b'{"query":')


def test_a_body_in_pieces_is_no_larger_than_it_may_be(port: int) -> None:
    piece = b"%x\r\n%s\r\n" % (60_000, b" " * 60_000)

    assert b" 413 " in answered(port, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[piece] * 17)


@pytest.mark.parametrize(
    "head",
    [
        HEAD + b"Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
        HEAD + b"Content-Length: +2\r\n\r\n{}",
        b"POST /graphql HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
        b"POST /graphql HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}",
        HEAD + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    ],
)
def test_a_head_that_is_none_is_refused(port: int, head: bytes) -> None:
    assert b" 4" in answered(port, head)[:13]


def test_many_at_once_are_answered_or_told_to_come_back_and_the_service_stays_well(port: int) -> None:
    address = f"http://127.0.0.1:{port}"
    with httpx.Client(timeout=WAIT_S, limits=httpx.Limits(max_connections=120)) as client:

        def ask(_n: int) -> int:
            body = {"query": "{ postings(first: 100) { edges { node { title employer } } } }"}
            return int(client.post(f"{address}/graphql", json=body).status_code)

        with ThreadPoolExecutor(120) as pool:
            codes = set(pool.map(ask, range(240)))

        assert codes <= {200, 503}
        assert 200 in codes
        assert client.get(f"{address}/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize("size", [4_100, 200_000])
def test_a_message_that_is_too_large_closes_the_websocket(port: int, size: int) -> None:
    with opened(port) as socket:
        socket.send(json.dumps({"type": "connection_init", "payload": {"x": "y" * size}}))

        assert closing_code(socket) == 1009


def test_a_flood_of_messages_closes_the_websocket(port: int) -> None:
    with opened(port) as socket:
        socket.send(json.dumps({"type": "connection_init"}))
        for _ in range(35):
            socket.send(json.dumps({"type": "ping"}))

        assert closing_code(socket) == 4429


def test_a_silent_websocket_is_closed(port: int) -> None:
    with opened(port) as socket:
        socket.send(json.dumps({"type": "connection_init"}))

        assert closing_code(socket) == 4408


def test_a_message_that_is_no_text_or_no_json_closes_the_websocket(port: int) -> None:
    for message in (b"\x00\x01", "{", '{"type": NaN}', "[" * 2_000):
        with opened(port) as socket:
            socket.send(message)

            assert closing_code(socket) == 4400


def test_a_page_of_another_site_opens_no_websocket(port: int) -> None:
    with pytest.raises(InvalidStatus) as refused:
        opened(port, "https://evil.example")

    assert refused.value.response.status_code == 403


def is_let_in(port: int) -> bool:
    try:
        with opened(port):
            return True
    except InvalidStatus:
        return False


def test_no_more_websockets_are_open_than_may_be_and_who_leaves_makes_room(port: int) -> None:
    with ExitStack() as sockets:
        for _ in range(3):
            sockets.enter_context(opened(port))

        assert not is_let_in(port)
    assert any(is_let_in(port) for _ in range(MOST_TRIED))


def test_a_websocket_that_vanishes_leaves_nothing_behind(port: int) -> None:
    for _ in range(10):
        with opened(port) as socket:
            socket.send(json.dumps({"type": "connection_init"}))
            socket.recv(WAIT_S)
            query = 'subscription { job(id: "1") { state } }'
            socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": {"query": query}}))
            socket.socket.shutdown(SHUT_RDWR)

    assert any(is_let_in(port) for _ in range(MOST_TRIED))
