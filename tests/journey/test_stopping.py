"""A real process is told to stop by a real signal, with work of each kind in its hands."""

import errno
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.settings import Settings
from api.web import application
from tests.neo4j_server.server import free_port

ROOT = Path(__file__).parents[2]
PROTOCOL = Subprotocol("graphql-transport-ws")
WAIT_S = 60.0
COUNT, HELD_AFTER = 250, 150
INDUSTRIES = "{ industries { code } }"
START = "mutation($u: ID!) { ingestUpload(upload: $u, kind: POSTINGS) { ... on Job { id } } }"
SERVER = """
import sys
from pathlib import Path
import api.intake, api.schema.query
from api.cli.main import main

folder, held_after = Path(sys.argv[1]), int(sys.argv[2])

def held(name):
    (folder / name).open().read()  # until the test has opened and closed the other end

industries, read_all = api.schema.query.load_industries, api.intake.read_all

def slow_industries():
    held("answer")
    return industries()

def slow_reading(*given):
    for number, one in enumerate(read_all(*given)):
        if number == held_after:
            held("job")
        yield one

api.schema.query.load_industries, api.intake.read_all = slow_industries, slow_reading
sys.argv[1:] = ["serve", *sys.argv[3:]]
main()
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A running service whose answer about industries and whose job wait for the test."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reached(self, name: str) -> int:
        """Return once the service waits there; what is returned lets it go on when it is closed."""
        until = time.monotonic() + WAIT_S
        while True:
            try:
                return os.open(self.folder / name, os.O_WRONLY | os.O_NONBLOCK)
            except OSError as error:
                if error.errno != errno.ENXIO or time.monotonic() > until:  # else nobody reads at the other end yet
                    raise
                os.sched_yield()

    @contextmanager
    def socket(self) -> Iterator[ClientConnection]:
        address = f"ws://127.0.0.1:{self.port}/graphql"
        with connect(address, subprotocols=[PROTOCOL], open_timeout=WAIT_S) as made:
            made.send(json.dumps({"type": "connection_init"}))
            assert json.loads(made.recv(WAIT_S))["type"] == "connection_ack"
            yield made


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    service = build(Settings(tmp_path / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"])
    service.close()
    for name in ("answer", "job"):
        os.mkfifo(tmp_path / name)
    port, log = free_port(), tmp_path / "log"
    words = ["-c", SERVER, str(tmp_path), str(HELD_AFTER), "--port", str(port), "--store", str(tmp_path / "k.sqlite")]
    told = {**os.environ, "KOMPETENCEBRO_METRICS": "none", "PYTHONPATH": str(ROOT)}
    with log.open("wb") as errors:
        process = subprocess.Popen([sys.executable, *words], env=told, stderr=errors, start_new_session=True)
    made = Held(process, port, tmp_path, log)
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        try:
            httpx.get(f"{made.address}/healthz", timeout=5)
            break
        except httpx.TransportError:
            assert process.poll() is None, log.read_text()
    yield made
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(WAIT_S)


def closed_with(socket: ClientConnection) -> int | None:
    """The code that the server closes a websocket with."""
    with pytest.raises(ConnectionClosed) as closed:
        socket.recv(WAIT_S)
    return closed.value.rcvd.code if closed.value.rcvd else None


def log_of(held: Held) -> list[dict[str, Any]]:
    return [json.loads(line) for line in held.log.read_text().splitlines()]


def test_an_answer_that_was_begun_is_finished_and_websockets_hear_that_the_service_goes_away(held: Held) -> None:
    answers: list[httpx.Response] = []

    def ask() -> None:
        answers.append(httpx.post(f"{held.address}/graphql", json={"query": INDUSTRIES}, timeout=WAIT_S))

    asking = threading.Thread(target=ask)
    asking.start()
    go_on = held.reached("answer")
    with held.socket() as socket:
        held.process.send_signal(signal.SIGTERM)
        code = closed_with(socket)
    os.close(go_on)
    asking.join(WAIT_S)
    ended = held.process.wait(WAIT_S)

    assert code == 1001
    assert answers[0].status_code == 200
    assert answers[0].json()["data"]["industries"]
    assert ended in (0, -signal.SIGTERM)
    assert [one["result"] for one in log_of(held) if one["logger"] == "kompetencebro.requests"].count("ok") == 2


def begun(held: Held) -> tuple[bytes, list[str]]:
    """A ZIP of ads that was sent twice, and the ids of the two jobs: one is at work, one waits."""
    demo = [json.loads(line) for line in (TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [{**demo[number % len(demo)], "id": f"{number:03}"} for number in range(COUNT)]
    ads = zipped("jobportal.jsonl", "\n".join(json.dumps(row) for row in rows))  # in a ZIP a file keeps its name
    with httpx.Client(base_url=held.address, timeout=WAIT_S) as client:
        kind = {"content-type": "application/octet-stream"}
        sent = client.post("/uploads", params={"name": "ads.zip"}, content=ads, headers=kind).json()["upload"]
        waiting = client.post("/uploads", params={"name": "more.zip"}, content=ads, headers=kind).json()["upload"]
        one, two = (
            client.post("/graphql", json={"query": START, "variables": {"u": upload}}).json()["data"]["ingestUpload"]
            for upload in (sent, waiting)
        )
    return ads, [one["id"], two["id"]]


def test_a_job_is_broken_off_keeps_what_it_read_and_says_how_to_go_on(held: Held) -> None:
    ads, started = begun(held)
    go_on = held.reached("job")
    with held.socket() as socket:
        held.process.send_signal(signal.SIGTERM)
        assert closed_with(socket) == 1001
    os.close(go_on)
    ended = held.process.wait(WAIT_S)
    after = build(Settings(held.folder / "k.sqlite", "none"))
    jobs = [after.records.job(id) for id in started]
    again = after.intake.postings([write(held.folder / "ads.zip", ads)])

    assert ended in (0, -signal.SIGTERM)
    assert [job and job.state for job in jobs] == ["failed", "failed"]
    assert all(job and "send filen igen" in job.problems[0] for job in jobs)
    assert (again.already, again.changed) == (HELD_AFTER + 1, COUNT - HELD_AFTER - 1)
    assert list((held.folder / "k-uploads").iterdir()) == []


def test_a_job_whose_process_was_killed_has_failed_when_the_next_begins_and_not_before(held: Held) -> None:
    ads, started = begun(held)
    go_on = held.reached("job")
    beside = build(Settings(held.folder / "k.sqlite", "none"))
    application(beside, held.folder / "k-uploads", records=held.folder)
    living = [beside.records.job(id) for id in started]
    os.killpg(held.process.pid, signal.SIGKILL)
    os.close(go_on)
    held.process.wait(WAIT_S)
    after = build(Settings(held.folder / "k.sqlite", "none"))
    app = application(after, held.folder / "k-uploads", records=held.folder)
    jobs = [after.records.job(id) for id in started]
    left = list((held.folder / "k-uploads").iterdir())
    told = TestClient(app, "http://localhost").post(
        "/graphql", json={"query": f'{{ job(id: "{started[0]}") {{ state problems }} }}'}
    )
    again = after.intake.postings([write(held.folder / "ads.zip", ads)])

    assert [job and job.state for job in living] == ["running", "waiting"]
    assert [job and job.state for job in jobs] == ["failed", "failed"]
    assert jobs[0] is not None
    assert 0 <= jobs[0].done <= HELD_AFTER
    assert told.json()["data"]["job"]["problems"] == [
        "tjenesten faldt ud, mens filen blev læst; det, der nåede at blive gemt, er gemt: send filen igen"
    ]
    assert left == []
    assert 0 < again.already <= HELD_AFTER
    assert again.already + again.changed == COUNT


def test_what_was_noted_is_in_the_files_when_the_process_has_ended(held: Held) -> None:
    before = build(Settings(held.folder / "k.sqlite", "none"))
    profile = next(before.store.profiles())
    before.close()
    query = "query($id: ID!) { profile(id: $id) { matches(first: 1) { totalCount } } }"
    answer = httpx.post(f"{held.address}/graphql", json={"query": query, "variables": {"id": profile}}, timeout=WAIT_S)
    held.process.send_signal(signal.SIGTERM)
    held.process.wait(WAIT_S)
    left = [one.name for one in held.folder.iterdir() if one.name.endswith(("-records.sqlite-wal", "-keys.sqlite-wal"))]
    after = build(Settings(held.folder / "k.sqlite", "none"))

    assert "errors" not in answer.json()
    assert left == []
    assert after.log.verify().broken is None
    assert after.log.head().seq > 0


def zipped(name: str, text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, text)
    return made.getvalue()


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
