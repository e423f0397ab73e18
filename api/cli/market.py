"""`kompetencebro market`: what is asked for and who seeks it, for analysts."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from api.areas import EVERY, every_municipality, read_area
from api.cli.market_communities import write
from api.cli.market_print import print_contrasts, print_crossings, print_demand, print_flow, print_opened, print_surplus
from api.cli.market_print import print_table as show_table
from api.cli.options import CONSOLE, as_of_option, json_option, print_json, service, store_option
from api.market import MarketView
from api.market_export import columns_of, save
from graph.labour_market.areas import Area
from graph.labour_market.axes import By
from graph.labour_market.demand import What
from graph.labour_market.measures import Table
from graph.labour_market.months import Month, month_of, months_between, read_month
from ontology.denominators import read_denominators
from ontology.people import Means
from ontology.taxonomy import Taxonomy

F = TypeVar("F", bound=Callable[..., Any])
_EXAMPLE = "Eksempel: kompetencebro market "


@click.group(epilog=_EXAMPLE + "overview 0101 --month 2026-11")
def market() -> None:
    """The labour market across municipalities: ads, openings, seekers, what is scarce and what would help.

    AREA is a code or a name: 0101, Roskilde, 'Region Sjælland', danmark, alle, or several together: 0101+0147.
    """


def _asking(command: F) -> F:
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


def _around(command: F) -> F:
    """`--minutes` and `--car/--transit`: what lies so far from a place."""
    minutes = click.option("--minutes", type=click.IntRange(1, 600), help="the area within so many minutes (estimated)")
    return minutes(click.option("--car/--transit", default=True)(command))


def _ready(store: str | None, numbers: Path | None = None) -> tuple[MarketView, Taxonomy]:
    ready = service(store)
    if numbers:
        ready.market.use(read_denominators(numbers))
    return ready.market, ready.live.taxonomy


def _areas(named: Sequence[str], minutes: int | None, car: bool) -> list[Area]:
    means = Means.CAR if car else Means.TRANSIT
    return [
        one for text in named for one in (every_municipality() if text == EVERY else [read_area(text, minutes, means)])
    ]


def _day(as_of: datetime | None) -> date:
    """The day that people are counted on; with none given, today."""
    return as_of.date() if as_of else datetime.now(UTC).date()


def _table_json(table: Table) -> list[dict[str, object]]:
    columns = {name: values.tolist() for name, values in columns_of(table).items()}
    told = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return [{name: None if cell != cell else cell for name, cell in row.items()} for row in told]


@market.command(epilog=_EXAMPLE + "overview 0101 0147 --month 2026-11 --by isco3 --out tal.csv")
@click.argument("areas", nargs=-1, required=True, metavar="AREA...")
@_around
@click.option(
    "--numbers",
    type=click.Path(path_type=Path),
    help="CSV of registered unemployed, in place of KOMPETENCEBRO_NUMBERS: docs/labour_market.md",
)
@click.option("--out", type=click.Path(path_type=Path), help="write a .csv or .parquet file and its dictionary")
@click.option("--since", callback=lambda _c, _o, given: read_month(given) if given else None, help="with --out: months")
@_asking
def overview(
    areas: tuple[str, ...],
    minutes: int | None,
    car: bool,
    numbers: Path | None,
    out: Path | None,
    since: Month | None,
    month: Month,
    by: By,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """Every measure of each area by group."""
    view, _ = _ready(store, numbers)
    wanted = _areas(areas, minutes, car)
    if out:
        months = months_between(since or month, month)
        rows = save((view.overview(wanted, one, by, _day(as_of)) for one in months), out)
        CONSOLE.print(f"{rows} rækker i {out}; kolonnerne er forklaret i {out.with_suffix('.dictionary.csv')}")
        return
    table = view.overview(wanted, month, by, _day(as_of))
    if as_json:
        print_json(_table_json(table))
        return
    show_table(table)


@market.command(epilog=_EXAMPLE + "compare 0101+0147 'Region Sjælland' --month 2026-11")
@click.argument("first")
@click.argument("second")
@_around
@_asking
def compare(
    first: str,
    second: str,
    minutes: int | None,
    car: bool,
    month: Month,
    by: By,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """Two areas, or two sets of them, side by side."""
    view, _ = _ready(store)
    one, other = _areas([first, second], minutes, car)
    table, found = view.compare(one, other, month, by, _day(as_of))
    if as_json:
        print_json([asdict(contrast) for contrast in found])
        return
    print_contrasts(table, found)


@market.command(epilog=_EXAMPLE + "skills 0101 --by isco4 --group 5120")
@click.argument("area")
@_around
@click.option("--group", help="the code of one group (default: all)")
@click.option("--what", type=click.Choice([one.value for one in What]), default=What.SKILLS.value, show_default=True)
@click.option("--top", type=click.IntRange(1, 500), default=20, show_default=True)
@_asking
def skills(
    area: str,
    minutes: int | None,
    car: bool,
    group: str | None,
    what: str,
    top: int,
    month: Month,
    by: By,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """What ads ask for here against like ads elsewhere, and demands that few like ads make."""
    view, taxonomy = _ready(store)
    (where,) = _areas([area], minutes, car)
    found = view.asked(where, month, by, group, What(what), top)
    odd = view.boilerplate(where, month, by, group)
    if as_json:
        rows = [asdict(one) for one in found]
        print_json({"asked": rows, "out_of_line": asdict(odd[0]), "demands": [asdict(one) for one in odd[1]]})
        return
    print_demand(found, odd, taxonomy)


@market.command(epilog=_EXAMPLE + "surplus alle --within 45 --by isco4")
@click.argument("areas", nargs=-1, required=True, metavar="AREA...")
@click.option("--within", type=click.IntRange(1, 600), default=45, show_default=True, help="minutes between them")
@click.option("--car/--transit", default=True)
@click.option("--top", type=click.IntRange(1, 500), default=20, show_default=True)
@_asking
def surplus(
    areas: tuple[str, ...],
    within: int,
    car: bool,
    top: int,
    month: Month,
    by: By,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """What is scarce in one area and in surplus in another near by; for one area its bridges and what opens most."""
    view, taxonomy = _ready(store)
    wanted, day = _areas(areas, None, car), _day(as_of)
    means = Means.CAR if car else Means.TRANSIT
    found = view.surplus(wanted, month, by, within, means, day)[:top]
    own = wanted[0] if len(wanted) == 1 else None
    crossed = view.crossings(own, own, month, top, day) if own else []
    opens = view.opens(own, month, top, day) if own else []
    if as_json:
        told = {"mismatches": found, "bridges": crossed, "opens": opens}
        print_json({name: [asdict(one) for one in rows] for name, rows in told.items()})  # type: ignore[attr-defined]  # dataclasses all
        return
    if own is None:
        print_surplus(found)
        return
    print_crossings(crossed, taxonomy)
    print_opened(opens, taxonomy)


@market.command(epilog=_EXAMPLE + "flows 0101 --since 2025-12 --month 2026-11 --by isco1")
@click.argument("area")
@_around
@click.option("--since", required=True, callback=lambda _c, _o, given: read_month(given), help="the first month")
@click.option("--group", help="the code of one group (default: all)")
@_asking
def flows(
    area: str,
    minutes: int | None,
    car: bool,
    since: Month,
    group: str | None,
    month: Month,
    by: By,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """Live, new and closed ads month by month."""
    view, _ = _ready(store)
    (where,) = _areas([area], minutes, car)
    found = view.flows(where, since, month, by)
    groups = [found.axis.row(group)] if group else list(range(len(found.axis.codes)))
    if as_json:
        names, width = list(found.columns), len(found.axis.codes)
        print_json(
            [
                {"month": str(one), "group": found.axis.codes[row]}
                | {name: asdict(found.columns[name].figure(place * width + row)) for name in names}
                for place, one in enumerate(found.months)
                for row in groups
            ]
        )
        return
    print_flow(found, groups)


@market.command(epilog=_EXAMPLE + "communities 0101 0147 --month 2026-11 --out fagfamilier.json")
@click.argument("areas", nargs=-1, metavar="AREA...")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="the JSON file to write")
@_asking
def communities(
    areas: tuple[str, ...],
    out: Path,
    month: Month,
    by: By,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """Which trades hang together in the move graph, with their skills and live ads by area; computed once, dated."""
    view, taxonomy = _ready(store)
    named = _areas(areas, None, car=True)
    rows = write(view.communities(named, month), taxonomy, named, month, _day(as_of), out)
    if as_json:
        print_json({"out": str(out), "communities": rows})
        return
    CONSOLE.print(f"{rows} fagfamilier i {out}")


@market.command(epilog=_EXAMPLE + "mark --store bolt://localhost:7687")
@store_option
@json_option
def mark(store: str | None, as_json: bool) -> None:
    """Mark the unique ads of a store in Neo4j, so that cypher/market.cypher counts as these commands do."""
    view, _ = _ready(store)
    marked = view.mark()
    if as_json:
        print_json({"marked": marked})
        return
    CONSOLE.print(f"{marked} opslag er mærket som dem, der tæller")


COMMANDS = (market,)
