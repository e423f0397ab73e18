"""One area of the labour market as GraphQL shows it, with what its ads ask for and what would help its people."""

import strawberry

from api.schema.market_asks import (
    BoilerplateNode,
    DemandNode,
    MarketBridgeNode,
    OpenerNode,
    asks,
    boilerplate,
    bridges,
    openers,
)
from api.schema.market_figures import AreaNode
from api.schema.market_input import Look
from api.schema.market_pages import Connection, connected
from api.schema.market_rows import ContrastNode, FlowNode, contrasts, flows
from api.schema.problems import BadRequestError
from graph.labour_market.areas import Area
from graph.labour_market.demand import What

MOST_AT_ONCE = 10
"""What is asked of one area takes up to a second at full size."""


@strawberry.type(
    name="MarketAnalysis", description="What is asked of one area: its ads, and what would help its people."
)
class AnalysisNode:
    """One area as GraphQL shows it."""

    look: strawberry.Private[Look]
    home: strawberry.Private[Area]
    area: AreaNode = strawberry.field(description="The area")

    @strawberry.field(description="What its ads of the group ask for, most over-asked first.")
    def asks(self, what: What = What.SKILLS, first: int = 20, after: str | None = None) -> Connection[DemandNode]:
        """Skills, personal competencies or gates."""
        return asks(self.look, self.home, what, first, after)

    @strawberry.field(description="Demands that few like ads make: a degree where most like ads ask for none.")
    def boilerplate(self) -> BoilerplateNode:
        """What is out of line."""
        return boilerplate(self.look, self.home)

    @strawberry.field(description="Month by month from since to month, group by group.")
    def flows(self, first: int = 50, after: str | None = None) -> Connection[FlowNode]:
        """How ads come and go."""
        return flows(self.look, self.home, first, after)

    @strawberry.field(description="Side by side with comparedWith, most ads first; null = comparedWith is not given.")
    def comparison(self, first: int = 20, after: str | None = None) -> Connection[ContrastNode] | None:
        """Two areas, or two sets of them."""
        return None if self.look.other is None else contrasts(self.look, self.home, self.look.other, first, after)

    @strawberry.field(
        description="Bridges from what is in surplus here to what is scarce in comparedWith, or here where that is"
        " not given; by unit group, fifty at most."
    )
    def bridges(self, first: int = 10, after: str | None = None) -> Connection[MarketBridgeNode]:
        """Where people could go."""
        return bridges(self.look, self.home, self.look.other or self.home, first, after)

    @strawberry.field(
        description="The skills and credentials that alone would open most for its people; fifty at most."
    )
    def openers(self, first: int = 10, after: str | None = None) -> Connection[OpenerNode]:
        """What would help most."""
        return openers(self.look, self.home, first, after)


def analyses(look: Look, first: int, after: str | None) -> Connection[AnalysisNode]:
    """The areas in the order given, each to be asked about alone.

    Raises:
        BadRequestError: `first` is none, or too many at once.
    """
    if not 1 <= first <= MOST_AT_ONCE:
        raise BadRequestError(f"first er {first}; skriv et tal fra 1 til {MOST_AT_ONCE}")

    def node(row: int) -> AnalysisNode:
        return AnalysisNode(look=look, home=look.areas[row], area=AreaNode.of(look.areas[row]))

    return connected(range(len(look.areas)), lambda row: (row,), node, (first, after), (int,))
