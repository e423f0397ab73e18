"""`kompetencebro market`: what is asked for and who seeks it, for analysts."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from api.cli.market_asking import areas_of, around, asking, day_of, ready
from api.cli.market_communities import write
from api.cli.market_print import print_contrasts, print_crossings, print_demand, print_flow, print_opened, print_surplus
from api.cli.market_print import print_table as show_table
from api.cli.market_report import report
from api.cli.options import CONSOLE, json_option, print_json, store_option
from api.market_export import columns_of, save
from graph.labour_market.axes import By
from graph.labour_market.demand import What
from graph.labour_market.figures import in_danish
from graph.labour_market.measures import Table
from graph.labour_market.months import Month, months_between, read_month
from ontology.people import Means

F = TypeVar("F", bound=Callable[..., Any])
_EXAMPLE = "Eksempel: kompetencebro market "


@click.group(epilog=_EXAMPLE + "overview 0101 --month 2026-11")
def market() -> None:
    """The labour market across municipalities: ads, openings, seekers, what is scarce and what would help.

    AREA is a code or a name: 0101, Roskilde, 'Region Sjælland', danmark, alle, or several together: 0101+0147.
    """


def _table_json(table: Table) -> list[dict[str, object]]:
    columns = {name: values.tolist() for name, values in columns_of(table).items()}
    told = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return [{name: None if cell != cell else cell for name, cell in row.items()} for row in told]


@market.command(epilog=_EXAMPLE + "overview 0101 0147 --month 2026-11 --by isco3 --out tal.csv")
@click.argument("areas", nargs=-1, required=True, metavar="AREA...")
@around
@click.option(
    "--numbers",
    type=click.Path(path_type=Path),
    help="CSV of registered unemployed, in place of KOMPETENCEBRO_NUMBERS: docs/labour_market.md",
)
@click.option("--out", type=click.Path(path_type=Path), help="write a .csv or .parquet file and its dictionary")
@click.option("--since", callback=lambda _c, _o, given: read_month(given) if given else None, help="with --out: months")
@asking
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
    view, _ = ready(store, numbers)
    wanted = areas_of(areas, minutes, car)
    if out:
        months = months_between(since or month, month)
        rows = save((view.overview(wanted, one, by, day_of(as_of)) for one in months), out)
        CONSOLE.print(
            f"{in_danish(rows)} rækker i {out}; kolonnerne er forklaret i {out.with_suffix('.dictionary.csv')}"
        )
        return
    table = view.overview(wanted, month, by, day_of(as_of))
    if as_json:
        print_json(_table_json(table))
        return
    show_table(table)


@market.command(epilog=_EXAMPLE + "compare 0101+0147 'Region Sjælland' --month 2026-11")
@click.argument("first")
@click.argument("second")
@around
@asking
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
    view, _ = ready(store)
    one, other = areas_of([first, second], minutes, car)
    table, found = view.compare(one, other, month, by, day_of(as_of))
    if as_json:
        print_json([asdict(contrast) for contrast in found])
        return
    print_contrasts(table, found)


@market.command(epilog=_EXAMPLE + "skills 0101 --by isco4 --group 5120")
@click.argument("area")
@around
@click.option("--group", help="the code of one group (default: all)")
@click.option("--what", type=click.Choice([one.value for one in What]), default=What.SKILLS.value, show_default=True)
@click.option("--top", type=click.IntRange(1, 500), default=20, show_default=True)
@asking
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
    view, taxonomy = ready(store)
    (where,) = areas_of([area], minutes, car)
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
@asking
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
    view, taxonomy = ready(store)
    wanted, day = areas_of(areas, None, car), day_of(as_of)
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
@around
@click.option("--since", required=True, callback=lambda _c, _o, given: read_month(given), help="the first month")
@click.option("--group", help="the code of one group (default: all)")
@asking
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
    view, _ = ready(store)
    (where,) = areas_of([area], minutes, car)
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
@asking
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
    view, taxonomy = ready(store)
    named = areas_of(areas, None, car=True)
    rows = write(view.communities(named, month), taxonomy, named, month, day_of(as_of), out)
    if as_json:
        print_json({"out": str(out), "communities": rows})
        return
    CONSOLE.print(f"{rows} fagfamilier i {out}")


@market.command(epilog=_EXAMPLE + "mark --store bolt://localhost:7687")
@store_option
@json_option
def mark(store: str | None, as_json: bool) -> None:
    """Mark the unique ads of a store in Neo4j, so that cypher/market.cypher counts as these commands do."""
    view, _ = ready(store)
    marked = view.mark()
    if as_json:
        print_json({"marked": marked})
        return
    CONSOLE.print(f"{in_danish(marked)} opslag er mærket som dem, der tæller")


market.add_command(report)
COMMANDS = (market,)
