"""Several processes answer from the same memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.settings import Settings
from tests.neo4j_server.server import free_port

WAIT_S, CONNECTIONS = 60, 8


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """The port and the process id of a service with two workers, over a store with a snapshot."""
    service = build(Settings(tmp_path / "k.sqlite", "none"), worth_keeping=1)
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    assert len(service.index.postings) == 60
    port, command = free_port(), Path(sys.executable).with_name("kompetencebro")
    words = ["serve", "--port", str(port), "--workers", "2", "--store", str(tmp_path / "k.sqlite")]
    running = subprocess.Popen([str(command), *words], start_new_session=True)
    yield port, running.pid
    os.killpg(running.pid, 15)
    running.wait(30)


def mapping(parent: int, name: str) -> int:
    """How many descendants of a process have a file of this name mapped; Linux tells it."""
    found = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            own = os.getpgid(int(entry.name)) == parent and int(entry.name) != parent
            found += own and name in (entry / "maps").read_text()
        except OSError:
            continue
    return found


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux tells what is mapped")
def test_two_workers_answer_and_map_the_same_arrays(workers: tuple[int, int]) -> None:
    port, parent = workers
    until = time.monotonic() + WAIT_S
    query = {"query": "{ postings(first: 1) { edges { node { sourceId } } } }"}
    with httpx.Client(transport=httpx.HTTPTransport(retries=CONNECTIONS), timeout=30) as client:
        answers = [client.post(f"http://127.0.0.1:{port}/graphql", json=query).json()]
        while time.monotonic() < until and mapping(parent, "index.part_share.npy") < 2:
            answers.append(client.post(f"http://127.0.0.1:{port}/graphql", json=query).json())

    assert all(one["data"]["postings"]["edges"] == [{"node": {"sourceId": "demo:001"}}] for one in answers)
    assert mapping(parent, "index.part_share.npy") == 2
