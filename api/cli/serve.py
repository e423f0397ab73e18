"""`kompetencebro serve`: the GraphQL API on this machine."""

import click
import uvicorn

from api.cli.options import CONSOLE, service, store_option
from api.schema.root import application


@click.command(epilog="Eksempel: kompetencebro serve --port 8000")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@store_option
def serve(host: str, port: int, store: str | None) -> None:
    """Answer GraphQL at /graphql; /healthz says ok."""
    ready = service(store)
    CONSOLE.print(f"{ready.live.taxonomy.release}: http://{host}:{port}/graphql", markup=False)
    uvicorn.run(application(ready), host=host, port=port, log_level="warning")
