"""`kompetencebro market report`: the analysis of some municipalities as one HTML file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from api.cli.market_asking import areas_of, day_of
from api.cli.options import CONSOLE, as_of_option, json_option, print_json, service, store_option
from api.report.borders import read_borders
from api.report.gathering import LEVELS, MOST_MONTHS, Wish
from api.report.making import make
from graph.labour_market.areas import Area
from graph.labour_market.axes import By
from graph.labour_market.months import Month, month_of, read_month
from ontology.denominators import read_denominators

_YEAR = 11
_LONG = 80


@click.command(epilog="Eksempel: kompetencebro market report 0101 0147 0157 --month 2026-11 --out rapporter/")
@click.argument("areas", nargs=-1, required=True, metavar="AREA...")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path(),
    help="an .html file, or the folder to put it in (default: here)",
)
@click.option("--month", callback=lambda _c, _o, given: read_month(given) if given else None, help="as 2026-11")
@click.option(
    "--since",
    callback=lambda _c, _o, given: read_month(given) if given else None,
    help=f"the first month of the curves (default: a year; at most {MOST_MONTHS} months)",
)
@click.option("--by", type=click.Choice([one.value for one in LEVELS]), default=LEVELS[0].value, show_default=True)
@click.option("--within", type=click.IntRange(1, 600), default=45, show_default=True, help="minutes by car around them")
@click.option(
    "--borders", type=click.Path(path_type=Path), help="GeoJSON of municipalities (default: a map of squares)"
)
@click.option("--numbers", type=click.Path(path_type=Path), help="CSV of registered unemployed: docs/labour_market.md")
@as_of_option
@store_option
@json_option
def report(
    areas: tuple[str, ...],
    out: Path,
    month: Month | None,
    since: Month | None,
    by: str,
    within: int,
    borders: Path | None,
    numbers: Path | None,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """One HTML file with maps, pictures and tables of AREA..., in plain Danish, to read, print or send on."""
    ready, day = service(store), day_of(as_of)
    if numbers:
        ready.market.use(dict(read_denominators(numbers)))
    named, last = tuple(areas_of(areas, None, car=True)), month or month_of(day)
    wish = Wish(named, last, since or last.plus(-_YEAR), day, By(by), float(within))
    path = _path(out, named, last)
    size = make(ready, wish, read_borders(borders) if borders else None, path)
    if as_json:
        print_json({"out": str(path), "bytes": size, "areas": [one.code for one in named], "month": str(last)})
        return
    CONSOLE.print(f"Rapporten er i {path} ({size // 1000} kB); åbn den i en browser.", markup=False)


def _path(out: Path, areas: Sequence[Area], month: Month) -> Path:
    """The file itself, or one named by areas and month in the folder that is given."""
    if out.suffix.lower() in (".html", ".htm") and not out.is_dir():
        return out
    codes = "-".join(one.code.replace(" ", "_") for one in areas)
    return out / f"arbejdsmarked-{codes if len(codes) <= _LONG else f'{len(areas)}-områder'}-{month}.html"
