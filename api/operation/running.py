"""One process's health, metrics and end, put together: what the application hangs its routes and its life on."""

import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from api.access.door import Door
from api.desk import Desk
from api.jobs.board import Board
from api.operation.checks import checks
from api.operation.health import Found, Health, State, worst
from api.operation.metrics import Metrics
from api.operation.readings import Readings
from api.operation.serving import serve_metrics
from api.operation.settings import Operation
from api.operation.stopping import Stopping
from api.operation.traces import TRACES
from api.service import Service
from api.settings import SettingsError

_LOG = logging.getLogger("kompetencebro.running")
_NO_STORE = {"Cache-Control": "no-store"}
_WORDS = {State.OK: "ready", State.DEGRADED: "degraded", State.FAILING: "not ready"}


class Running:
    """What a process needs to be run; nothing of it knows what an operation means."""

    def __init__(
        self,
        service: Service,
        door: Door,
        desk: Desk,
        jobs: Board,
        folders: Mapping[str, Path],
        operation: Operation,
    ) -> None:
        """`folders` are those whose disk is watched, by what they hold."""
        self.operation, self.metrics, self.stopping = operation, Metrics(), Stopping()
        self._service, self._desk, self._jobs = service, desk, jobs
        self._health = Health(checks(service, door, jobs, folders))
        self.metrics.registry.register(Readings(service, self._health, desk, jobs, self.stopping, folders))

    @property
    def routes(self) -> list[BaseRoute]:
        """`/healthz`: the process answers. `/readyz`: it can serve, and what is less than it should be."""
        return [Route("/healthz", self._healthz), Route("/readyz", self._readyz)]

    async def _healthz(self, _request: Request) -> JSONResponse:
        return JSONResponse({"status": "degraded" if self._service.degraded else "ok"}, headers=_NO_STORE)

    async def _readyz(self, _request: Request) -> JSONResponse:
        found = dict(await self._health.found())
        if self.stopping.begun:
            found["stopping"] = Found(State.FAILING, "the service was told to stop")
        state = worst(tuple(found.values()))
        told = [{"check": name, "state": one.state.value, "said": one.said} for name, one in found.items()]
        body = {"status": _WORDS[state], "checks": told}
        return JSONResponse(body, 503 if state is State.FAILING else 200, _NO_STORE)

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """From the first request to the last; what was begun is finished, and what is written is in the files."""
        self.stopping.watch(self._jobs.stop)
        close = self._serve_metrics()
        try:
            yield
        finally:
            self._jobs.stop()
            self._desk.close()
            self._jobs.close()
            close()
            self._health.close()
            self._service.close()
            TRACES.close()

    def _serve_metrics(self) -> Callable[[], None]:
        address = self.operation.metrics
        if address is None:
            return lambda: None
        try:
            return serve_metrics(address, self.metrics.registry)[1]
        except SettingsError as error:
            _LOG.critical("%s", error)  # the web server tells of it too, and shows a trace
            raise
