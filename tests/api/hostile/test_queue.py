"""Callers who fill the queue of the desk, and what everybody else is told meanwhile."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.access.door import Door
from api.desk import Desk
from api.limits.settings import PRODUCTION, Limits
from api.service import Service
from api.turns import BusyError, FullError
from api.web import application
from graph.store.port import Job
from tests.api.access.issuing import Issuer

QUERY = {"query": "{ versions { code } }"}
WAIT_S = 30.0


def production(service: Service, issuer: Issuer, folder: Path, **other: Any) -> TestClient:
    limits = replace(PRODUCTION, **other)
    return TestClient(application(service, folder, Door(issuer.oidc, service.vault), limits=limits))


def bearer(issuer: Issuer, **claims: object) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {issuer.token(claims=claims)}"}


class Watched(Desk):
    """A desk that says when it has refused somebody."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.refused = Event()

    async def work(self, operation: Callable[[], Any], whose: str = "", at_length: bool = False) -> Any:
        try:
            return await super().work(operation, whose, at_length)
        except BusyError:
            self.refused.set()
            raise

    async def held(self, over: Event) -> None:
        """Work on another's operation until it is `over`."""
        while True:
            try:
                await super().work(over.wait, "somebody whose answer takes long")
            except FullError:
                await asyncio.sleep(0)
            else:
                return


@pytest.fixture
def desks(monkeypatch: pytest.MonkeyPatch) -> list[Watched]:
    """The desk of each application that the test makes."""
    found: list[Watched] = []

    class Kept(Watched):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            found.append(self)

    monkeypatch.setattr("api.web.Desk", Kept)
    return found


@contextmanager
def held(client: TestClient, desk: Watched) -> Iterator[None]:
    """Within it, the desk works on another's operation."""
    over = Event()
    assert client.portal is not None
    client.portal.start_task_soon(desk.held, over)
    try:
        yield
    finally:
        over.set()


def test_a_caller_who_fills_the_queue_is_refused_alone(
    service: Service, issuer: Issuer, folder: Path, desks: list[Watched]
) -> None:
    client = production(service, issuer, folder, waiting_each=2)
    with client, ThreadPoolExecutor(4) as pool:
        with held(client, desks[0]):
            flood = [pool.submit(client.post, "/graphql", json=QUERY, headers=bearer(issuer)) for _ in range(3)]
            refused = next(as_completed(flood)).result()
            other = pool.submit(client.post, "/graphql", json=QUERY, headers=bearer(issuer, sub="medarbejder-18"))
        answered = sorted(one.result().status_code for one in flood)

        assert other.result().status_code == 200
    assert answered == [200, 200, 429]
    assert refused.headers["retry-after"] == "1"
    assert refused.json()["errors"][0]["extensions"] == {"code": "SHARE_LIMIT", "retryAfter": 1}


def test_a_full_desk_answers_in_the_form_of_graphql_and_says_when_to_come_back(
    service: Service, issuer: Issuer, folder: Path, desks: list[Watched]
) -> None:
    client = production(service, issuer, folder, waiting=1)
    with client, held(client, desks[0]):
        told = client.post("/graphql", json=QUERY, headers=bearer(issuer))

    assert (told.status_code, told.headers["retry-after"]) == (503, "1")
    assert told.headers["content-type"] == "application/json"
    assert told.json() == {
        "errors": [
            {"message": "tjenesten har travlt; prøv igen om lidt", "extensions": {"code": "BUSY", "retryAfter": 1}}
        ]
    }


def test_an_answer_that_takes_too_long_says_so_in_the_same_form(
    service: Service, issuer: Issuer, folder: Path, desks: list[Watched]
) -> None:
    client = production(service, issuer, folder, answer_s=1)
    with client, held(client, desks[0]):
        told = client.post("/graphql", json=QUERY, headers=bearer(issuer))

    assert told.status_code == 503
    assert told.json()["errors"][0]["extensions"]["code"] == "TIME_LIMIT"


def test_a_subscription_that_finds_the_desk_busy_looks_again_later(
    service: Service, folder: Path, desks: list[Watched]
) -> None:
    running = Job("a" * 32, "cv", 0, 0, 0, "running", "udvikling")
    query = f'subscription {{ job(id: "{running.id}") {{ state }} }}'
    client = TestClient(application(service, folder, limits=replace(Limits(), waiting=1)), "http://localhost")
    service.records.save_job(running)
    with client, client.websocket_connect("ws://localhost/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        socket.send_json({"type": "subscribe", "id": "1", "payload": {"query": query}})
        begun = [socket.receive_json()["type"] for _ in range(2)]
        with held(client, desks[0]):
            assert desks[0].refused.wait(WAIT_S)
            service.records.save_job(replace(running, state="done"))
        told = [socket.receive_json() for _ in range(2)]

    assert begun == ["connection_ack", "next"]
    assert told[0]["payload"]["data"] == {"job": {"state": "DONE"}}
    assert told[1]["type"] == "complete"
