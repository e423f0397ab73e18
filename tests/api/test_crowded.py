"""A process that is busy lets go of connections, so that another takes the next question."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from api.app import build
from api.cli.demo import STARTER
from api.desk import Desk
from api.settings import Settings
from api.web import application

QUERY = {"query": "{ versions { ontology } }"}


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    service = build(Settings(tmp_path / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    return application(service, tmp_path / "uploads")


def answered(app: Starlette, others: int) -> httpx.Response:
    """What one caller gets while so many others' long operations are at the desk."""
    routes: list[Any] = app.routes
    desk: Desk = next(one.endpoint.desk for one in routes if one.path == "/graphql" and hasattr(one.endpoint, "desk"))
    over = threading.Event()

    async def asked() -> httpx.Response:
        waiting = [asyncio.create_task(desk.work(over.wait, f"caller {one}", at_length=True)) for one in range(others)]
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
            found = await client.post("/graphql", json=QUERY)
        over.set()
        await asyncio.gather(*waiting)
        return found

    return asyncio.run(asked())


def test_where_others_wait_a_connection_is_not_kept_and_the_answer_is_whole(app: Starlette) -> None:
    found = answered(app, 3)

    assert found.headers["connection"] == "close"
    assert found.json()["data"]["versions"]["ontology"]


def test_where_few_wait_a_connection_is_kept(app: Starlette) -> None:
    found = answered(app, 1)

    assert "connection" not in found.headers
    assert found.json()["data"]["versions"]["ontology"]
