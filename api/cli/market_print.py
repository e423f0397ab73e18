"""The analyst's answers as tables in a terminal, in plain Danish."""

from collections.abc import Sequence

import numpy as np
from rich.table import Table as Grid

from api.cli.options import CONSOLE
from api.market_words import thing, titled
from graph.labour_market.comparison import Contrast, Mismatch
from graph.labour_market.crossing import Crossing
from graph.labour_market.demand import Asked
from graph.labour_market.figures import Column, Figure, in_danish
from graph.labour_market.flows import Flow
from graph.labour_market.measures import Table
from graph.labour_market.opening import Opened
from ontology.taxonomy import Taxonomy

_SHOWN_ROWS = 40


def print_table(table: Table) -> None:
    """The groups with most ads of each area, with intervals where they matter."""
    groups = len(table.axis.codes)
    for area, one in enumerate(table.areas):
        grid = Grid(
            "gruppe", "opslag", "stillinger", "nye", "lukkede", "dage", "mod landet", "søger", "stillinger/søgende"
        )
        live = np.nan_to_num(table.columns["live"].value[area * groups : (area + 1) * groups])
        for group in [int(row) for row in np.argsort(-live, kind="stable")[:_SHOWN_ROWS] if live[row]]:
            row = table.row(area, group)
            cells = [told(table.columns[name].figure(row)) for name in ("live", "openings", "new", "closed", "days")]
            quotient, seekers, tightness = (
                table.columns[name].figure(row) for name in ("quotient", "seekers", "tightness")
            )
            name = titled(table.axis.codes[group], table.axis.labels[group])
            grid.add_row(name, *cells, between(quotient), told(seekers), between(tightness))
        CONSOLE.print(f"\n{one.name}, {table.month}", markup=False)
        CONSOLE.print(grid)
    _sources(table)


def _sources(table: Table) -> None:
    live, seekers = table.columns["live"], table.columns["seekers"]
    CONSOLE.print(f"Opslag: {live.counted}. Kilde: {live.source}.", markup=False)
    CONSOLE.print(f"Søger: {seekers.counted}. [..; ..] er et interval på 95 %.", markup=False)


def print_contrasts(table: Table, found: Sequence[Contrast]) -> None:
    """Two areas side by side."""
    first, second = table.areas
    heads = [f"{what} {area.name}" for what in ("opslag", "søger") for area in (first, second)]
    grid = Grid("gruppe", *heads[:2], "andel mod andel", *heads[2:])
    for one in found[:_SHOWN_ROWS]:
        live, seekers = table.columns["live"], table.columns["seekers"]
        cells = [told(column.figure(row)) for column in (live, seekers) for row in (one.first, one.second)]
        grid.add_row(titled(one.group, one.label), cells[0], cells[1], between(one.ratio), cells[2], cells[3])
    CONSOLE.print(grid)
    _sources(table)


def print_demand(found: Sequence[Asked], odd: tuple[Figure, tuple[Asked, ...]], taxonomy: Taxonomy) -> None:
    """What is asked for, and what few like ads ask."""
    grid = Grid("det spørges der efter", "andel af opslag", "ventet", "gange så ofte som andre steder")
    for one in found:
        expected = "" if one.expected is None else percent(one.expected)
        grid.add_row(thing(one.code, taxonomy), share(one.share), expected, between(one.lift))
    CONSOLE.print(grid)
    CONSOLE.print(f"Opslag med et krav, som få lignende opslag har: {share(odd[0])}", markup=False)
    for one in odd[1][:5]:
        CONSOLE.print(f"  {thing(one.code, taxonomy)}: {share(one.share)}", markup=False)
    _counted(odd[0])


def print_surplus(found: Sequence[Mismatch]) -> None:
    """What is scarce here and in surplus there."""
    if not found:
        CONSOLE.print("Intet fag mangler tydeligt ét sted og er i overskud et andet inden for den rejsetid.")
        return
    grid = Grid("fag", "mangler i", "stillinger", "søger der", "overskud i", "søger", "min. (skøn)")
    for one in found:
        cells = (one.scarce.name, told(one.openings), told(one.scarce_seekers), one.surplus.name)
        grid.add_row(titled(one.group, one.label), *cells, told(one.surplus_seekers), f"{one.minutes:.0f}")
    CONSOLE.print(grid)
    _counted(found[0].openings)
    _counted(found[0].surplus_seekers)


def print_crossings(found: Sequence[Crossing], taxonomy: Taxonomy) -> None:
    """Bridges for many."""
    grid = Grid("fra", "til", "søger", "stillinger", "de fleste mangler", "hvad der bærer")
    for one in found:
        group = taxonomy.isco_groups.get(one.origin)
        lacks = ", ".join(f"{taxonomy.skills[lack.skill].labels.best()} ({told(lack.people)})" for lack in one.lacks)
        origin = group.labels.best() if group else one.origin
        grid.add_row(origin, taxonomy.label(one.target), told(one.seekers), told(one.openings), lacks, one.why)
    CONSOLE.print(grid if found else "Ingen bro fra et fag i overskud til et, der mangler folk.")
    if found:
        _counted(found[0].seekers)


def print_opened(found: Sequence[Opened], taxonomy: Taxonomy) -> None:
    """What would open most."""
    grid = Grid("at kunne eller få", "åbner for borgere", "stillinger, der spørger efter det")
    for one in found:
        grid.add_row(thing(one.code, taxonomy), told(one.people), told(one.openings))
    CONSOLE.print(grid if found else "Ingen enkelt kompetence åbner opslag for så mange, at det kan vises.")
    if found:
        _counted(found[0].people)


def print_flow(found: Flow, groups: Sequence[int]) -> None:
    """Month by month."""
    grid, width = Grid("måned", "gruppe", "opslag", "nye", "lukkede", "stillinger", "dage"), len(found.axis.codes)
    names = ("live", "new", "closed", "openings", "days")
    for place, month in enumerate(found.months):
        for row in groups:
            cells = [found.columns[name].figure(place * width + row) for name in names]
            if any(one.value for one in cells):
                name = titled(found.axis.codes[row], found.axis.labels[row])
                grid.add_row(str(month), name, *(told(one) for one in cells))
    CONSOLE.print(grid)
    _counted(found.columns["live"])


def _counted(one: Figure | Column) -> None:
    """When, from what and how a kind of figure was counted."""
    CONSOLE.print(f"Periode: {one.period}. Kilde: {one.source}. Talt: {one.counted}.", markup=False)


def told(one: Figure) -> str:
    """A figure as a whole number, or why there is none."""
    return one.told()


def between(one: Figure) -> str:
    """A figure with two decimals and its interval."""
    if one.value is None or one.low is None or one.high is None:
        return one.told(2)
    return f"{one.told(2)} [{in_danish(one.low, 2)}; {in_danish(one.high, 2)}]"


def percent(value: float) -> str:
    """A share in per cent."""
    return f"{100 * value:.0f} %"


def share(one: Figure) -> str:
    """A share with its interval and how many ads it is of."""
    if one.value is None or one.low is None or one.high is None:
        return one.told()
    return f"{percent(one.value)} [{100 * one.low:.0f}; {100 * one.high:.0f}] af {in_danish(one.n or 0)}"
