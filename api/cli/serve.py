"""`kompetencebro serve`: the GraphQL API on this machine."""

import os

import click

from api.cli.options import CONSOLE, service, store_option

_FACTORY = "api.cli.serve:worker"


@click.command(epilog="Eksempel: kompetencebro serve --port 8000")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="processes that answer")
@store_option
def serve(host: str, port: int, workers: int, store: str | None) -> None:
    """Answer GraphQL at /graphql; /healthz says ok.

    From a thousand ads on, workers share the memory of the arrays.
    """
    import uvicorn  # the web server and the schema are heavy: the other commands do without

    from api.web import application

    ready = service(store)
    CONSOLE.print(f"{ready.live.taxonomy.release}: http://{host}:{port}/graphql", markup=False)
    ready.prepare()
    if workers == 1:
        uvicorn.run(application(ready), host=host, port=port, log_level="warning")
        return
    ready.store.close()
    if store:
        os.environ["KOMPETENCEBRO_STORE"] = store
    uvicorn.run(_FACTORY, factory=True, host=host, port=port, workers=workers, log_level="warning")


def worker() -> object:
    """The application of one worker process, over the store that the environment names."""
    from api.web import application

    ready = service(None)
    ready.prepare()
    return application(ready)
