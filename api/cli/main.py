"""The command `kompetencebro`."""

import sys

import click
from rich.console import Console

from api.cli import (
    asking,
    batch,
    bloom,
    candidates,
    demo,
    keeping,
    market,
    matching,
    moves,
    ontology,
    persist,
    predict,
    records,
    serve,
    settings,
    unlocking,
)
from ontology.errors import ServiceError


@click.group(epilog="Eksempel: kompetencebro demo")
def cli() -> None:
    """Kompetencebro: match citizens' skills with job ads, and find bridges into other jobs."""


for command in (
    *ontology.COMMANDS,
    *matching.COMMANDS,
    *unlocking.COMMANDS,
    *asking.COMMANDS,
    *moves.COMMANDS,
    *candidates.COMMANDS,
    batch.batch,
    *records.COMMANDS,
    *market.COMMANDS,
    predict.predict,
    serve.serve,
    persist.persist,
    settings.settings,
    *keeping.COMMANDS,
    demo.demo,
    bloom.bloom,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; exit 0 where it did what was asked, 1 on an error of ours, 2 on wrong use."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except ServiceError as error:
        Console(stderr=True).print(str(error), style="red", markup=False)
        sys.exit(1)
