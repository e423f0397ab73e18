"""What ads ask for, what would open them, and which bridges lead to them, as GraphQL rows."""

from typing import Self

import strawberry

from api.market_words import thing
from api.schema.market_figures import FigureNode
from api.schema.market_input import Look
from api.schema.market_pages import Connection, connected
from api.schema.occupations import CredentialNode, OccupationNode
from api.schema.skills import SkillNode
from graph.labour_market.areas import Area
from graph.labour_market.communities import Community
from graph.labour_market.crossing import Crossing
from graph.labour_market.demand import Asked, What
from graph.labour_market.having import Lack
from graph.labour_market.opening import Key, Opened
from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode, EscoUri
from ontology.taxonomy import Taxonomy

_MOST_ASKED, MOST_ROWS = 500, 50
"""As far as a list of what is asked for goes, and one of bridges or of what opens: beyond, little is left to gain."""


@strawberry.type(name="MarketDemand", description="A skill, a personal competence or a gate that ads ask for.")
class DemandNode:
    """Something asked for as GraphQL shows it."""

    code: str = strawberry.field(description="URI of a skill, or code of a gate")
    label: str = strawberry.field(description="Its name, Danish first")
    skill: SkillNode | None = strawberry.field(description="The skill; null = it is a gate")
    credential: CredentialNode | None = strawberry.field(description="The credential; null = it is none of our table")
    share: FigureNode = strawberry.field(description="Share of the area's ads that ask for it")
    lift: FigureNode = strawberry.field(description="How many times as often as in ads for the same work elsewhere")
    expected: float | None = strawberry.field(
        description="The share that would ask if ads here asked as like ads elsewhere; null = too few to say"
    )

    @classmethod
    def of(cls, one: Asked, taxonomy: Taxonomy) -> Self:
        """The node of one thing asked for."""
        return cls(
            code=one.code,
            label=thing(one.code, taxonomy),
            skill=_skill(one.code, taxonomy),
            credential=_credential(one.code),
            share=FigureNode.of(one.share),
            lift=FigureNode.of(one.lift),
            expected=one.expected,
        )


def _skill(code: str, taxonomy: Taxonomy) -> SkillNode | None:
    row = taxonomy.skill_rows.get(EscoUri(code))
    return None if row is None else SkillNode.of(taxonomy.skills[row])


def _credential(code: str) -> CredentialNode | None:
    return CredentialNode.of(code) if CredentialCode(code) in load_credentials() else None


def asks(look: Look, area: Area, what: What, first: int, after: str | None) -> Connection[DemandNode]:
    """What the ads of an area ask for, most over-asked first."""
    found = look.view.asked(area, look.month, look.by, look.code, what, _MOST_ASKED, look.as_of)

    def place(one: Asked) -> tuple[float, float, str]:
        return -(one.lift.low or 0.0), -(one.share.value or 0.0), one.code

    return connected(found, place, lambda one: DemandNode.of(one, look.taxonomy), (first, after), (float, float, str))


@strawberry.type(name="MarketBoilerplate", description="Demands that few like ads make.")
class BoilerplateNode:
    """What is out of line, as GraphQL shows it."""

    share: FigureNode = strawberry.field(description="Share of the area's ads with such a demand")
    demands: list[DemandNode] = strawberry.field(description="The demands, the most frequent first")


def boilerplate(look: Look, area: Area) -> BoilerplateNode:
    """The share of ads with a demand out of line, and the demands."""
    share, found = look.view.boilerplate(area, look.month, look.by, look.code, look.as_of)
    demands = [DemandNode.of(one, look.taxonomy) for one in found[:MOST_ROWS]]
    return BoilerplateNode(share=FigureNode.of(share), demands=demands)


@strawberry.type(name="MarketOpener", description="A skill or credential that alone would open ads for people.")
class OpenerNode:
    """What opens, as GraphQL shows it."""

    key: Key = strawberry.field(description="Skill or credential")
    code: str = strawberry.field(description="URI of a skill, or code of a credential")
    label: str = strawberry.field(description="Its name, Danish first")
    people: FigureNode = strawberry.field(description="For how many it opens an ad of their trade here; rounded to 5")
    openings: FigureNode = strawberry.field(description="Openings in the ads that ask for it")

    @classmethod
    def of(cls, one: Opened, taxonomy: Taxonomy) -> Self:
        """The node of one thing that opens."""
        return cls(
            key=one.key,
            code=one.code,
            label=thing(one.code, taxonomy),
            people=FigureNode.of(one.people),
            openings=FigureNode.of(one.openings),
        )


def openers(look: Look, area: Area, first: int, after: str | None) -> Connection[OpenerNode]:
    """The skills and credentials that would open most, for most people first."""
    found = look.view.opens(area, look.month, MOST_ROWS, look.as_of)

    def place(one: Opened) -> tuple[float, float, str]:
        return -(one.people.value or 0.0), -(one.openings.value or 0.0), one.code

    return connected(found, place, lambda one: OpenerNode.of(one, look.taxonomy), (first, after), (float, float, str))


@strawberry.type(name="MarketLack", description="A skill that people lack for a job, and how many of them.")
class LackNode:
    """What is lacked in common, as GraphQL shows it."""

    skill: SkillNode = strawberry.field(description="The skill")
    people: FigureNode = strawberry.field(description="How many lack it; rounded to 5")

    @classmethod
    def of(cls, one: Lack, taxonomy: Taxonomy) -> Self:
        """The node of one lack."""
        return cls(skill=SkillNode.of(taxonomy.skills[one.skill]), people=FigureNode.of(one.people))


@strawberry.type(
    name="MarketBridge", description="A move from a unit group in surplus to an occupation of one that is scarce."
)
class MarketBridgeNode:
    """A crossing as GraphQL shows it."""

    origin: str = strawberry.field(description="ISCO-08 unit group in surplus")
    target: OccupationNode = strawberry.field(description="The occupation that it leads to")
    move: float = strawberry.field(description="How feasible the step is, in [0, 1]")
    why: str | None = strawberry.field(
        description="What carries, where our table (an opinion) names the move; null = it does not"
    )
    seekers: FigureNode = strawberry.field(description="Whom it would serve; rounded to 5")
    openings: FigureNode = strawberry.field(description="Openings of the target's unit group where it is scarce")
    lacks: list[LackNode] = strawberry.field(description="What most of them lack in common, at most five")

    @classmethod
    def of(cls, one: Crossing, taxonomy: Taxonomy) -> Self:
        """The node of one crossing."""
        target = taxonomy.occupations[taxonomy.occupation_rows[one.target]]
        return cls(
            origin=one.origin,
            target=OccupationNode.of(target),
            move=one.move,
            why=one.why or None,
            seekers=FigureNode.of(one.seekers),
            openings=FigureNode.of(one.openings),
            lacks=[LackNode.of(lack, taxonomy) for lack in one.lacks],
        )


def bridges(look: Look, home: Area, work: Area, first: int, after: str | None) -> Connection[MarketBridgeNode]:
    """The bridges from what is in surplus in `home` to what is scarce in `work`, most served first."""
    found = look.view.crossings(home, work, look.month, MOST_ROWS, look.as_of)

    def place(one: Crossing) -> tuple[float, float, str, str]:
        return -min(one.seekers.value or 0.0, one.openings.value or 0.0), -one.move, one.origin, one.target

    return connected(
        found, place, lambda one: MarketBridgeNode.of(one, look.taxonomy), (first, after), (float, float, str, str)
    )


@strawberry.type(name="MarketCommunityAds", description="Live ads of a community in one area.")
class CommunityAdsNode:
    """Ads by area."""

    area: str = strawberry.field(description="The area's code")
    live: int = strawberry.field(description="Unique ads listed in the month")


@strawberry.type(name="MarketCommunity", description="Occupations that hang together in the graph of moves.")
class CommunityNode:
    """A community as GraphQL shows it."""

    community: strawberry.Private[Community]
    look: strawberry.Private[Look]
    size: int = strawberry.field(description="How many occupations it has")

    @strawberry.field(description="Its occupations, those that join it most first.")
    def occupations(self, first: int = 10) -> list[OccupationNode]:
        """What it holds."""
        taxonomy, count = self.look.taxonomy, max(0, min(first, MOST_ROWS))
        rows = [taxonomy.occupation_rows[uri] for uri in self.community.occupations[:count]]
        return [OccupationNode.of(taxonomy.occupations[row]) for row in rows]

    @strawberry.field(description="The skills that tell it from the rest, at most ten.")
    def skills(self) -> list[SkillNode]:
        """What it is known by."""
        taxonomy = self.look.taxonomy
        return [SkillNode.of(taxonomy.skills[taxonomy.skill_rows[uri]]) for uri in self.community.skills]

    @strawberry.field(description="Its live ads in each area that is looked at.")
    def ads(self) -> list[CommunityAdsNode]:
        """By area."""
        pairs = zip(self.look.areas, self.community.ads, strict=True)
        return [CommunityAdsNode(area=area.code, live=ads) for area, ads in pairs]


def families(look: Look, first: int, after: str | None) -> Connection[CommunityNode]:
    """The communities of the move graph, largest first."""
    found = look.view.communities(look.areas, look.month, look.as_of)

    def place(one: Community) -> tuple[int, str]:
        return -len(one.occupations), one.occupations[0]

    def node(one: Community) -> CommunityNode:
        return CommunityNode(community=one, look=look, size=len(one.occupations))

    return connected(found, place, node, (first, after), (int, str))
