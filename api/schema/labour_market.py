"""The labour market across municipalities as GraphQL: one root, checked before anything is counted."""

from datetime import date
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.access.policy import Act
from api.schema.asked import asked
from api.schema.market_areas import AnalysisNode, analyses
from api.schema.market_asks import CommunityNode, families
from api.schema.market_input import LONGEST_MINUTES, Look, MarketAreaInput, areas_of, months_of
from api.schema.market_pages import Connection
from api.schema.market_rows import Order, RowNode, ShortageNode, overview, shortages
from api.schema.problems import BadRequestError, Problem, Refusal, or_why_not
from graph.labour_market.axes import By
from ontology.people import Means


@strawberry.type(
    name="LabourMarket",
    description="Ads, openings and seekers by area, group and month (docs/labour_market.md defines each measure)."
    " Figures about people are rounded and hidden where few, the same through every way in.",
)
class LabourMarketNode:
    """What is looked at."""

    look: strawberry.Private[Look]
    month: str = strawberry.field(description="The month that is counted, as 2026-11")
    since: str = strawberry.field(description="The first month of flows")
    grouping: By = strawberry.field(description="What is counted together")
    source: str = strawberry.field(description="Where the ads are from, in Danish")

    @strawberry.field(description="The areas in the order given, each to be asked about alone; ten at a time at most.")
    def areas(self, first: int = 3, after: str | None = None) -> Connection[AnalysisNode]:
        """What can be asked of one area."""
        return analyses(self.look, first, after)

    @strawberry.field(description="Every measure by area and group; what holds nothing is left out.")
    def overview(self, first: int = 20, after: str | None = None, order: Order = Order.CODE) -> Connection[RowNode]:
        """Area by area in the order given."""
        return overview(self.look, first, after, order)

    @strawberry.field(
        description="What is scarce in one area and in surplus in another within so many minutes, most to gain first."
        " By ISCO-08 or industry: people are not counted by occupation."
    )
    def shortages(
        self, within: int = 45, means: Means = Means.CAR, first: int = 20, after: str | None = None
    ) -> Connection[ShortageNode]:
        """Where people could travel to."""
        if not 1 <= within <= LONGEST_MINUTES:
            raise BadRequestError(f"within er {within}; skriv et tal fra 1 til {LONGEST_MINUTES}")
        return shortages(self.look, within, means, first, after)

    @strawberry.field(description="Trades that hang together in the graph of moves, largest first, with ads by area.")
    def communities(self, first: int = 10, after: str | None = None) -> Connection[CommunityNode]:
        """Louvain over moves between occupations in Denmark."""
        return families(self.look, first, after)


LabourMarketResult = Annotated[
    LabourMarketNode | Refusal,
    strawberry.union("LabourMarketResult", description="The labour market as asked for, or what must be mended first."),
]


def labour_market(
    info: Info,
    areas: list[MarketAreaInput] | None = None,
    compared_with: MarketAreaInput | None = None,
    by: By = By.ISCO3,
    group: str | None = None,
    month: str | None = None,
    since: str | None = None,
    as_of: date | None = None,
) -> LabourMarketResult:
    """What is looked at, or which argument must be mended."""
    day = as_of or asked(info).today
    view = or_why_not("areas", lambda: asked(info).service.market)
    if isinstance(view, Problem):
        return view
    where = or_why_not("areas", lambda: areas_of(areas))
    if isinstance(where, Problem):
        return where
    other = or_why_not("comparedWith", lambda: compared_with.area() if compared_with else None)
    if isinstance(other, Problem):
        return other
    when = or_why_not("month", lambda: months_of(month, since, day))
    if isinstance(when, Problem):
        return when
    row = or_why_not("group", lambda: None if group is None else view.axis(by).row(group[:200]))
    if isinstance(row, Problem):
        return row
    look = Look(view, asked(info).service.live.taxonomy, where, other, by, row, when[1], when[0], day)
    source = view.scene(day).source()
    return LabourMarketNode(look=look, month=str(look.month), since=str(look.since), grouping=by, source=source)


@strawberry.type(description="Unique ads are marked in Neo4j, so that queries in Cypher count as the service does.")
class MarkedAds:
    """What marking answers."""

    count: int = strawberry.field(description="How many ads stand for their copies")


MarkResult = Annotated[
    MarkedAds | Refusal, strawberry.union("MarkResult", description="How many were marked, or why none was.")
]


def mark_labour_market(info: Info) -> MarkResult:
    """Mark the ads that stand for their copies."""

    def marked() -> MarkedAds:
        asked(info).service.require(Act.OPERATE)
        return MarkedAds(count=asked(info).service.market.mark())

    return or_why_not("store", marked)
