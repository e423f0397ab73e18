"""`kompetencebro serve`: the GraphQL API on this machine."""

import gc
import logging
import os
import socket
from typing import Any

import click
from starlette.types import ASGIApp

from api.access.addresses import is_loopback
from api.cli.options import CONSOLE, service, store_option
from api.files import files_of
from api.operation.in_force import unknown_names
from api.operation.logs import write_logs
from api.operation.traces import send_traces
from api.service import Service
from api.settings import Settings, SettingsError, read_settings

_LOG = logging.getLogger("kompetencebro.serve")
_FACTORY = "api.cli.serve:worker"
_DEVELOPMENT = "udviklingstilstand uden adgangskontrol: kun denne maskine"

_HOW: dict[str, Any] = {
    "log_config": None,
    "access_log": False,
    "ws": "websockets-sansio",
    "limit_concurrency": 2_000,
}
"""Logs are ours, without addresses and query strings; beyond so many connections at once a new one is told 503."""

_GARBAGE = (20_000, 20, 100)
"""Objects that are added before the garbage collector looks at the young, and how often it looks at older ones."""


@click.command(epilog="Eksempel: kompetencebro serve --port 8000")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="other than this machine: with an OIDC issuer only"
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="processes that answer")
@click.option("--published-on-loopback", is_flag=True, help="in a container whose port is published on 127.0.0.1 only")
@store_option
def serve(host: str, port: int, workers: int, published_on_loopback: bool, store: str | None) -> None:
    """Answer GraphQL at /graphql; /healthz says that it answers, /readyz what it lacks.

    Without KOMPETENCEBRO_OIDC_ISSUER there is no access control, and it listens on this machine only. From a thousand
    ads on, workers share the memory of the arrays.
    """
    import uvicorn  # the web server and the schema are heavy: the other commands do without

    settings = read_settings(store)
    check_host(host, settings, published_on_loopback)
    begin(settings)
    ready = service(store)
    if settings.oidc is None:
        CONSOLE.print(_DEVELOPMENT, style="yellow", markup=False)
    CONSOLE.print(f"{ready.live.taxonomy.release}: http://{host}:{port}/graphql", markup=False)
    how = {
        **_HOW,
        "timeout_graceful_shutdown": settings.operation.stop_s,
        "ws_max_size": settings.limits.message_bytes,
    }
    if workers == 1:
        _prepared(ready)
        uvicorn.run(behind_its_door(ready, settings), host=host, port=port, **how)
        return
    ready.prepare()
    ready.close()
    if store:
        os.environ["KOMPETENCEBRO_STORE"] = store
    _several(host, port, workers, how)


def _prepared(ready: Service) -> None:
    """Have the release and the index at hand.

    The garbage collector, which would walk them anew in the midst of an answer, leaves alone what is there by then, and
    comes by less often: an answer makes thousands of objects that are gone with it, and hardly one in a ring.
    """
    ready.prepare()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)


def _several(host: str, port: int, workers: int, how: dict[str, Any]) -> None:
    """Answer from several processes on one socket.

    Without TCP_NODELAY, which the event loop sets only on sockets that it made itself, each answer waits 40 ms for the
    client's system to confirm the head.
    """
    from uvicorn import Config
    from uvicorn.supervisors import Multiprocess

    config = Config(_FACTORY, factory=True, host=host, port=port, workers=workers, **how)
    listening = config.bind_socket()
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    Multiprocess(config, sockets=[listening]).run()


def check_host(host: str, settings: Settings, published_on_loopback: bool) -> None:
    """Let nobody outside this machine in where nobody asks who they are.

    Raises:
        SettingsError: The host is not this machine's own, and no issuer of tokens is set.
    """
    if settings.oidc is None and not is_loopback(host) and not published_on_loopback:
        raise SettingsError(
            f"serve --host {host} needs access control: set KOMPETENCEBRO_OIDC_ISSUER and KOMPETENCEBRO_OIDC_AUDIENCE "
            "(docs/access.md), or leave --host out"
        )


def begin(settings: Settings) -> None:
    """Have the logs, which name a misspelt setting, and the traces if they are asked for, from here on."""
    write_logs(settings.operation.log_level)
    for name in unknown_names(os.environ):
        _LOG.warning("there is no setting '%s'; docs/settings.md lists them", name)
    if settings.operation.traces:
        send_traces(settings.operation.traces)


def behind_its_door(ready: Service, settings: Settings) -> ASGIApp:
    """The application behind its door."""
    from api.access.door import Door
    from api.web import application

    files, door = files_of(settings), Door(settings.oidc, ready.vault)
    return application(ready, files.uploads, door, settings.operation, files.records.parent, settings.limits)


def worker() -> ASGIApp:
    """The application of one worker process, over the store that the environment names."""
    settings = read_settings()
    begin(settings)
    ready = service(None)
    _prepared(ready)
    return behind_its_door(ready, settings)
