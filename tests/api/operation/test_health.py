"""Whether the service says how it is."""

import asyncio
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.access.door import Door
from api.access.errors import IssuerUnreachableError, UnauthenticatedError
from api.access.keys import COOL_DOWN_S, KEPT_S, KeyRing
from api.access.settings import Oidc
from api.jobs.board import Board
from api.operation import checks as looked_at
from api.operation.checks import checks, free_bytes
from api.operation.health import KEPT_S as HOLDS_S
from api.operation.health import OK, Found, Health, State, worst
from api.service import Service
from graph.errors import StoreError, StoreUnreachableError
from graph.store.log import LogEntry


def checked(service: Service, name: str, door: Door | None = None, folder: Path | None = None) -> Found:
    folders = {"uploads": folder} if folder else {}
    return checks(service, door or Door(None, service.vault), Board(service.records), folders)[name]()


def readiness(client: TestClient) -> tuple[int, str, dict[str, str]]:
    answer = client.get("/readyz")
    return answer.status_code, answer.json()["status"], {one["check"]: one["state"] for one in answer.json()["checks"]}


def test_a_service_that_lacks_nothing_is_ready_and_says_each_thing_that_was_looked_at(client: TestClient) -> None:
    names = (
        "store",
        "ontology",
        "index",
        "records",
        "keys",
        "issuer",
        "jobs",
        "encoder",
        "disk_uploads",
        "disk_records",
    )

    assert readiness(client) == (200, "ready", dict.fromkeys(names, "ok"))
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_store_that_is_away_degrades_and_does_not_stop_the_service(
    client: TestClient, demo: tuple[Service, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _ = demo[0].index

    def away(_after: int) -> None:
        raise StoreUnreachableError("bolt://graph.internal does not answer")

    monkeypatch.setattr(demo[0].store, "changes", away)
    code, status, states = readiness(client)

    assert (code, status, states["store"]) == (200, "degraded", "degraded")
    assert client.get("/healthz").json() == {"status": "degraded"}
    assert "internal" not in client.get("/readyz").text


def test_a_decision_log_that_cannot_be_written_makes_the_service_not_ready(
    client: TestClient, demo: tuple[Service, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_make: object) -> LogEntry:
        raise StoreError("the store refused a write: attempt to write a readonly database")

    monkeypatch.setattr(demo[0].records, "append", refused)

    assert readiness(client)[:2] == (503, "not ready")


def test_looking_at_the_log_adds_nothing_to_it(demo: tuple[Service, str]) -> None:
    before = demo[0].log.head()

    assert checked(demo[0], "records") == OK
    assert demo[0].log.head() == before


def test_a_store_without_an_ontology_is_not_ready(tmp_path: Path) -> None:
    from api.app import build
    from api.settings import Settings

    found = checked(build(Settings(tmp_path / "k.sqlite", "none")), "ontology")

    assert found.state is State.FAILING
    assert "ontology import" in found.said


class Issuer:
    """An issuer that answers while it is up, and a clock that is set by hand."""

    def __init__(self) -> None:
        self.up, self.clock = True, 0.0

    def fetch(self, _address: str) -> dict[str, object]:
        if not self.up:
            raise IssuerUnreachableError("gone")
        return {"keys": [], "issuer": "https://id.example", "jwks_uri": "https://id.example/keys"}

    def ticks(self) -> float:
        return self.clock


def test_the_issuers_silence_degrades_until_its_keys_hold_no_longer(demo: tuple[Service, str]) -> None:
    issuer, oidc = Issuer(), Oidc("https://id.example", "kompetencebro")
    ring = KeyRing(oidc, issuer.fetch, issuer.ticks)
    door, states = Door(oidc, demo[0].vault, ring), []

    def ask() -> None:
        with pytest.raises((UnauthenticatedError, IssuerUnreachableError)):
            ring.key("x")
        states.append(checked(demo[0], "issuer", door).state)

    states.append(checked(demo[0], "issuer", door).state)
    ask()
    issuer.up, issuer.clock = False, COOL_DOWN_S + 1
    ask()
    issuer.clock = KEPT_S + 1
    ask()

    assert states == [State.OK, State.OK, State.DEGRADED, State.FAILING]


def test_little_room_for_uploads_is_told(
    demo: tuple[Service, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plenty = free_bytes(tmp_path / "not" / "there" / "yet")
    monkeypatch.setattr(looked_at, "LEAST_FREE_FOR_UPLOADS_MB", 2**40)

    assert plenty is not None
    assert plenty > 0
    assert checked(demo[0], "disk_uploads", folder=tmp_path).state is State.DEGRADED


def test_two_looks_within_a_second_are_one() -> None:
    clock, looks = [0.0], list[float]()

    def look() -> Found:
        looks.append(clock[0])
        return OK

    health = Health({"a": look}, lambda: clock[0])

    asyncio.run(health.found())
    asyncio.run(health.found())
    clock[0] = HOLDS_S
    asyncio.run(health.found())
    health.close()

    assert looks == [0.0, HOLDS_S]


def test_a_check_that_breaks_is_a_finding_without_its_words() -> None:
    def broken() -> Found:
        raise KeyError("Jens Olsen")

    found = Health({"a": broken, "b": lambda: OK}).look()

    assert (found["a"].state, found["b"].state) == (State.FAILING, State.OK)
    assert "Olsen" not in found["a"].said


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((), State.OK),
        ((State.OK, State.DEGRADED), State.DEGRADED),
        ((State.DEGRADED, State.FAILING, State.OK), State.FAILING),
    ],
)
def test_the_whole_is_as_its_worst_part(states: tuple[State, ...], expected: State) -> None:
    assert worst([Found(one) for one in states]) is expected
