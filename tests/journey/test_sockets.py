"""A real server and a real client over a websocket."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.settings import Settings
from tests.neo4j_server.server import free_port

PROTOCOL = Subprotocol("graphql-transport-ws")
WAIT_S = 60.0
START = """mutation($u: ID!) { ingestUpload(upload: $u, kind: POSTINGS) { ... on Job { id } } }"""


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a service that answers."""
    service = build(Settings(tmp_path / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.store.close()
    port, command = free_port(), Path(sys.executable).with_name("kompetencebro")
    running = subprocess.Popen(
        [str(command), "serve", "--port", str(port), "--store", str(tmp_path / "k.sqlite")], start_new_session=True
    )
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        try:
            httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5)
            break
        except httpx.TransportError:
            continue
    yield port
    os.killpg(running.pid, 15)
    assert running.wait(60) in (0, -15)


def test_a_job_is_followed_over_a_real_websocket(port: int) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        sent = client.post(
            "/uploads",
            params={"name": "demo.jsonl"},
            content=(TEXTS / "demo.jsonl").read_bytes(),
            headers={"content-type": "application/octet-stream"},
        ).json()
        job = client.post("/graphql", json={"query": START, "variables": {"u": sent["upload"]}}).json()
    with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL], open_timeout=30) as socket:
        socket.send(json.dumps({"type": "connection_init"}))
        assert json.loads(socket.recv(30))["type"] == "connection_ack"
        query = f'subscription {{ job(id: "{job["data"]["ingestUpload"]["id"]}") {{ state done }} }}'
        socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": {"query": query}}))
        told = [json.loads(socket.recv(30))]
        while told[-1]["type"] == "next":
            told.append(json.loads(socket.recv(30)))

    assert told[-1]["type"] == "complete"
    assert told[-2]["payload"]["data"]["job"] == {"state": "DONE", "done": 60}


def test_a_message_that_is_too_large_closes_the_websocket(port: int) -> None:
    with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL], open_timeout=30) as socket:
        socket.send(json.dumps({"type": "connection_init", "payload": {"x": "y" * 70_000}}))

        with pytest.raises(ConnectionClosed):
            socket.recv(30)
