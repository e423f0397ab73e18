"""How the analyst's commands are asked: the options that they share, and what stands behind them."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from api.areas import EVERY, every_municipality, read_area
from api.cli.options import as_of_option, json_option, service, store_option
from api.market import MarketView
from graph.labour_market.areas import Area
from graph.labour_market.axes import By
from graph.labour_market.months import month_of, read_month
from ontology.denominators import read_denominators
from ontology.people import Means
from ontology.taxonomy import Taxonomy

F = TypeVar("F", bound=Callable[..., Any])


def asking(command: F) -> F:
    """The options that every question takes."""
    month = click.option(
        "--month",
        callback=lambda _context, _option, given: read_month(given) if given else month_of(datetime.now(UTC).date()),
        help="as 2026-11 (default: this month)",
    )
    by = click.option(
        "--by",
        type=click.Choice([one.value for one in By]),
        default=By.ISCO3.value,
        show_default=True,
        callback=lambda _context, _option, given: By(given),
        help="how finely",
    )
    return month(by(as_of_option(store_option(json_option(command)))))


def around(command: F) -> F:
    """`--minutes` and `--car/--transit`: what lies so far from a place."""
    minutes = click.option("--minutes", type=click.IntRange(1, 600), help="the area within so many minutes (estimated)")
    return minutes(click.option("--car/--transit", default=True)(command))


def ready(store: str | None, numbers: Path | None = None) -> tuple[MarketView, Taxonomy]:
    """The analyst's view of a store and its release, with a municipality's own numbers where they are given."""
    opened = service(store)
    if numbers:
        opened.market.use(read_denominators(numbers))
    return opened.market, opened.live.taxonomy


def areas_of(named: Sequence[str], minutes: int | None, car: bool) -> list[Area]:
    """The areas of an analyst's words; `alle` is every municipality."""
    means = Means.CAR if car else Means.TRANSIT
    return [
        one for text in named for one in (every_municipality() if text == EVERY else [read_area(text, minutes, means)])
    ]


def day_of(as_of: datetime | None) -> date:
    """The day that people are counted on; with none given, today."""
    return as_of.date() if as_of else datetime.now(UTC).date()
