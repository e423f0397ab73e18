"""Options and output that several commands share."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click
from rich.console import Console

from api.app import build
from api.service import Service
from api.settings import read_settings
from ontology.work_context import Strain

F = TypeVar("F", bound=Callable[..., Any])

BY = "kommandolinje"
"""Who acts, in the decision log, where somebody sits at the command line."""
_PIPED_WIDTH = 140
CONSOLE = Console(width=shutil.get_terminal_size((_PIPED_WIDTH, 50)).columns)


def store_option(command: F) -> F:
    """`--store`: the file that holds everything."""
    return click.option("--store", help="SQLite file (default: KOMPETENCEBRO_STORE, else kompetencebro.sqlite)")(
        command
    )


def json_option(command: F) -> F:
    """`--json`: machine-readable output."""
    return click.option("--json", "as_json", is_flag=True, help="print JSON")(command)


def as_of_option(command: F) -> F:
    """`--as-of`: the day that ads are listed for."""
    return click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="day of the listing (default: today)")(
        command
    )


def avoid_option(command: F) -> F:
    """`--avoid`: needs of the person, for this answer only."""
    return click.option(
        "--avoid",
        multiple=True,
        type=click.Choice([one.value for one in Strain]),
        callback=lambda _context, _option, given: frozenset(Strain(one) for one in given),
        help="leave out work that usually has it; repeat it",
    )(command)


def service(store: str | None) -> Service:
    """The service that the settings name."""
    return build(read_settings(store))


def day(as_of: datetime | None) -> date:
    """The day asked for, else today."""
    return as_of.date() if as_of else datetime.now(UTC).date()


def print_json(value: object) -> None:
    """One JSON document to standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
