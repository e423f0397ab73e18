"""`kompetencebro serve`: the GraphQL API on this machine."""

import os
from pathlib import Path
from typing import Any

import click
from starlette.types import ASGIApp

from api.access.addresses import is_loopback
from api.cli.options import CONSOLE, service, store_option
from api.service import Service
from api.settings import Settings, SettingsError, read_settings

_FACTORY = "api.cli.serve:worker"
_DEVELOPMENT = "udviklingstilstand uden adgangskontrol: kun denne maskine"

_HOW: dict[str, Any] = {
    "log_level": "warning",
    "ws": "websockets-sansio",
    "limit_concurrency": 2_000,
    "timeout_graceful_shutdown": 30,
}
"""What was begun is finished when the service is stopped; beyond so many connections at once a new one is told 503."""


@click.command(epilog="Eksempel: kompetencebro serve --port 8000")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="other than this machine: with an OIDC issuer only"
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="processes that answer")
@click.option("--published-on-loopback", is_flag=True, help="in a container whose port is published on 127.0.0.1 only")
@store_option
def serve(host: str, port: int, workers: int, published_on_loopback: bool, store: str | None) -> None:
    """Answer GraphQL at /graphql; /healthz says ok.

    Without KOMPETENCEBRO_OIDC_ISSUER there is no access control, and it listens on this machine only. From a thousand
    ads on, workers share the memory of the arrays.
    """
    import uvicorn  # the web server and the schema are heavy: the other commands do without

    settings = read_settings(store)
    check_host(host, settings, published_on_loopback)
    ready = service(store)
    if settings.oidc is None:
        CONSOLE.print(_DEVELOPMENT, style="yellow", markup=False)
    CONSOLE.print(f"{ready.live.taxonomy.release}: http://{host}:{port}/graphql", markup=False)
    ready.prepare()
    how = {**_HOW, "ws_max_size": settings.limits.message_bytes}
    if workers == 1:
        uvicorn.run(behind_its_door(ready, settings), host=host, port=port, **how)
        return
    ready.store.close()
    if store:
        os.environ["KOMPETENCEBRO_STORE"] = store
    uvicorn.run(_FACTORY, factory=True, host=host, port=port, workers=workers, **how)


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


def behind_its_door(ready: Service, settings: Settings) -> ASGIApp:
    """The application behind its door."""
    from api.access.door import Door
    from api.web import application

    return application(ready, uploads_of(settings), Door(settings.oidc, ready.vault), settings.limits)


def uploads_of(settings: Settings) -> Path:
    """Where files wait to be read: beside the records, where nobody else on the machine can have made it before."""
    store = settings.store
    beside = settings.records or (store.parent if isinstance(store, Path) else Path())
    return beside / f"{store.stem if isinstance(store, Path) else 'kompetencebro'}-uploads"


def worker() -> ASGIApp:
    """The application of one worker process, over the store that the environment names."""
    ready = service(None)
    ready.prepare()
    return behind_its_door(ready, read_settings())
