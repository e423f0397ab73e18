"""Tables of the labour market as GraphQL rows: overviews, comparisons, shortages and flows."""

from collections.abc import Callable
from enum import StrEnum
from typing import Self

import numpy as np
import strawberry

from api.schema.market_figures import AreaNode, FigureNode, GroupNode
from api.schema.market_input import Look
from api.schema.market_pages import Connection, connected
from graph.labour_market.areas import Area
from graph.labour_market.comparison import Contrast, Mismatch, gain
from graph.labour_market.flows import Flow
from graph.labour_market.measures import Table
from ontology.people import Means


@strawberry.enum(name="MarketOrder", description="In what order the groups of an area come.")
class Order(StrEnum):
    """How rows are ordered within an area."""

    CODE = "code"
    LIVE = "live"


def _measure(name: str) -> Callable[["RowNode"], FigureNode]:
    def resolver(self: "RowNode") -> FigureNode:
        return FigureNode.of(self.table.columns[name].figure(self.row))

    return resolver


@strawberry.type(name="MarketRow", description="Every measure of one group in one area and month.")
class RowNode:
    """A row of an overview as GraphQL shows it."""

    table: strawberry.Private[Table]
    row: strawberry.Private[int]
    area: AreaNode = strawberry.field(description="The area")
    group: GroupNode = strawberry.field(description="The group")
    month: str = strawberry.field(description="As 2026-11")
    live: FigureNode = strawberry.field(resolver=_measure("live"), description="Unique ads listed in the month")
    openings: FigureNode = strawberry.field(resolver=_measure("openings"), description="Openings in them")
    new: FigureNode = strawberry.field(resolver=_measure("new"), description="Ads first listed in the month")
    closed: FigureNode = strawberry.field(resolver=_measure("closed"), description="Ads last listed in the month")
    days: FigureNode = strawberry.field(
        resolver=_measure("days"), description="Median days that closed ads were listed"
    )
    quotient: FigureNode = strawberry.field(
        resolver=_measure("quotient"), description="The group's share of the ads here by its share in Denmark"
    )
    agency: FigureNode = strawberry.field(resolver=_measure("agency"), description="Share of ads by temp agencies")
    boilerplate: FigureNode = strawberry.field(
        resolver=_measure("boilerplate"), description="Share of ads with a demand that few like ads make"
    )
    seekers: FigureNode = strawberry.field(
        resolver=_measure("seekers"), description="People by current focus, rounded to 5; hidden where few"
    )
    tightness: FigureNode = strawberry.field(resolver=_measure("tightness"), description="Openings by seekers")
    registered: FigureNode = strawberry.field(
        resolver=_measure("registered"), description="Openings by those whom a statistic counts as out of work"
    )

    @classmethod
    def of(cls, table: Table, row: int) -> Self:
        """The node of a row of a table."""
        place, group = divmod(row, len(table.axis.codes))
        area = AreaNode.of(table.areas[place])
        return cls(table=table, row=row, area=area, group=GroupNode.of(table.axis, group), month=str(table.month))


def overview(look: Look, first: int, after: str | None, order: Order) -> Connection[RowNode]:
    """The rows that hold anything, area by area as they were given."""
    table = look.view.overview(look.areas, look.month, look.by, look.as_of)
    groups, live = len(table.axis.codes), table.columns["live"].value
    rows = [row for row in np.flatnonzero(table.there).tolist() if look.wanted(row % groups)]

    def place(row: int) -> tuple[int, float, str]:
        most = -float(live[row]) if order is Order.LIVE else 0.0
        return row // groups, most, table.axis.codes[row % groups]

    return connected(rows, place, lambda row: RowNode.of(table, row), (first, after), (int, float, str))


@strawberry.type(name="MarketContrast", description="One group in two areas.")
class ContrastNode:
    """A contrast as GraphQL shows it."""

    group: GroupNode = strawberry.field(description="The group")
    here: RowNode = strawberry.field(description="Its measures in the first area")
    there: RowNode = strawberry.field(description="Its measures in the area that it is compared with")
    ratio: FigureNode = strawberry.field(description="The group's share of the ads here by its share there")


def contrasts(look: Look, area: Area, other: Area, first: int, after: str | None) -> Connection[ContrastNode]:
    """Two areas side by side, most ads first; what neither advertises is left out."""
    table, found = look.view.compare(area, other, look.month, look.by, look.as_of)
    live = table.columns["live"].value
    kept = [one for one in found if look.code in (None, one.group)]

    def node(one: Contrast) -> ContrastNode:
        return ContrastNode(
            group=GroupNode(code=one.group, label=one.label),
            here=RowNode.of(table, one.first),
            there=RowNode.of(table, one.second),
            ratio=FigureNode.of(one.ratio),
        )

    def place(one: Contrast) -> tuple[float, str]:
        return -float(live[one.first] + live[one.second]), one.group

    return connected(kept, place, node, (first, after), (float, str))


@strawberry.type(
    name="MarketShortage", description="A group that is scarce in one area and in surplus in another within reach."
)
class ShortageNode:
    """A mismatch as GraphQL shows it."""

    group: GroupNode = strawberry.field(description="The group")
    scarce: AreaNode = strawberry.field(description="Where people lack")
    surplus: AreaNode = strawberry.field(description="Where people seek")
    minutes: float = strawberry.field(description="Estimated journey from the one to the other")
    openings: FigureNode = strawberry.field(description="Openings where it is scarce")
    scarce_seekers: FigureNode = strawberry.field(description="Seekers there; often too few to show")
    surplus_seekers: FigureNode = strawberry.field(description="Seekers where it is in surplus")
    scarce_tightness: FigureNode = strawberry.field(description="Openings by seekers where it is scarce")
    surplus_tightness: FigureNode = strawberry.field(description="Openings by seekers where it is in surplus")


def shortages(look: Look, within: int, means: Means, first: int, after: str | None) -> Connection[ShortageNode]:
    """What is scarce in one of the areas and in surplus in another, most to gain first."""
    found = look.view.surplus(look.areas, look.month, look.by, within, means, look.as_of)
    kept = [one for one in found if look.code in (None, one.group)]

    def node(one: Mismatch) -> ShortageNode:
        return ShortageNode(
            group=GroupNode(code=one.group, label=one.label),
            scarce=AreaNode.of(one.scarce),
            surplus=AreaNode.of(one.surplus),
            minutes=one.minutes,
            openings=FigureNode.of(one.openings),
            scarce_seekers=FigureNode.of(one.scarce_seekers),
            surplus_seekers=FigureNode.of(one.surplus_seekers),
            scarce_tightness=FigureNode.of(one.scarce_tightness),
            surplus_tightness=FigureNode.of(one.surplus_tightness),
        )

    def place(one: Mismatch) -> tuple[float, float, str, str, str]:
        return -gain(one), one.minutes, one.group, one.scarce.code, one.surplus.code

    return connected(kept, place, node, (first, after), (float, float, str, str, str))


@strawberry.type(name="MarketFlow", description="One group in one month of a run of months.")
class FlowNode:
    """A month of a flow as GraphQL shows it."""

    month: str = strawberry.field(description="As 2026-11")
    group: GroupNode = strawberry.field(description="The group")
    live: FigureNode = strawberry.field(description="Unique ads listed in the month")
    new: FigureNode = strawberry.field(description="Ads first listed in it")
    closed: FigureNode = strawberry.field(description="Ads last listed in it")
    openings: FigureNode = strawberry.field(description="Openings in the live ads")
    days: FigureNode = strawberry.field(description="Median days that closed ads were listed")
    quotient: FigureNode = strawberry.field(description="The group's share of the ads here by its share in Denmark")


def flows(look: Look, area: Area, first: int, after: str | None) -> Connection[FlowNode]:
    """Month by month, group by group, what holds any ad."""
    found = look.view.flows(area, look.since, look.month, look.by, look.as_of)
    groups = len(found.axis.codes)
    there = np.nan_to_num(found.columns["live"].value) + np.nan_to_num(found.columns["closed"].value) > 0
    rows = [row for row in np.flatnonzero(there).tolist() if look.wanted(row % groups)]

    def place(row: int) -> tuple[str, str]:
        return str(found.months[row // groups]), found.axis.codes[row % groups]

    return connected(rows, place, lambda row: _flow(found, row), (first, after), (str, str))


def _flow(found: Flow, row: int) -> FlowNode:
    groups = len(found.axis.codes)
    figures = {name: FigureNode.of(column.figure(row)) for name, column in found.columns.items()}
    return FlowNode(month=str(found.months[row // groups]), group=GroupNode.of(found.axis, row % groups), **figures)
