"""Bridges into other jobs, as GraphQL types."""

import strawberry
from strawberry.types import Info

from api.knowledge import schooling
from api.schema.asked import asked
from api.schema.evidence import EvidenceNode
from api.wording import bridge_why
from graph.asking import Voice
from graph.bridges import Bridge, Carried
from ontology.taxonomy import Taxonomy


@strawberry.type(
    name="CarryingSkill",
    description="A skill that carries a bridge: what is needed, what is held, and the way between them.",
)
class CarriedNode:
    """A carrying skill as GraphQL shows it."""

    skill: str = strawberry.field(description="URI of what the other job needs")
    label: str = strawberry.field(description="Its name, Danish first")
    coverage: float = strawberry.field(description="How well it is covered, in [0, 1]")
    specific: bool = strawberry.field(description="Whether it tells one trade from another")
    assumed: bool = strawberry.field(description="Whether only a held job implies it; ask the citizen")
    held: str | None = strawberry.field(description="Name of the skill that the profile claims")
    path: list[str] = strawberry.field(description="Names of the skills from the one held; empty = the same skill")
    held_in: list[EvidenceNode] = strawberry.field(description="Where the CV shows it")

    @classmethod
    def of(cls, one: Carried, taxonomy: Taxonomy) -> "CarriedNode":
        """The node of one carrying skill."""
        return cls(
            skill=one.skill,
            label=taxonomy.label(one.skill),
            coverage=one.coverage,
            specific=one.specific,
            assumed=one.assumed,
            held=taxonomy.label(one.claim.skill) if one.claim else None,
            path=[taxonomy.label(step.to) for step in one.path],
            held_in=[EvidenceNode.of(proof) for proof in one.claim.evidence] if one.claim else [],
        )


@strawberry.type(
    name="Bridge", description="A job in another function that the profile's skills carry most of the way to."
)
class BridgeNode:
    """A bridge as GraphQL shows it."""

    bridge: strawberry.Private[Bridge]
    occupation: str = strawberry.field(description="ESCO URI")
    label: str = strawberry.field(description="Its name, Danish first")
    fit: float = strawberry.field(description="Share of its essential skills that is covered, in [0, 1]")
    gap: list[str] = strawberry.field(description="Skills that lack, most specific first")
    smallest_set: list[str] = strawberry.field(description="The skills that would turn the gap into a fit")
    missing_credentials: list[str] = strawberry.field(description="Codes of hard demands that are not held")
    via: str | None = strawberry.field(description="URI of a stepping stone; null = one step, or none found")
    openings: int | None = strawberry.field(description="Live openings within reach; null = no ads loaded")
    danish: str | None = strawberry.field(description="CEFR level of Danish that practice asks; null = none is known")
    schooling: str | None = strawberry.field(description="How the education is got, in Danish; null = not known")
    schooling_days: int | None = strawberry.field(description="Days that it takes from nothing; null = not known")
    other_function: bool = strawberry.field(description="Whether it is of another ISCO-08 minor group than the focus")
    industry: str | None = strawberry.field(description="DB25 section that holds most of it; null = not known")
    other_industry: bool | None = strawberry.field(description="Whether the focus is elsewhere; null = not known")
    known_why: str | None = strawberry.field(
        description="What carries, in Danish, where our table (an opinion) names the move; null = it does not"
    )

    @strawberry.field(description="Skills that carry, most specific first")
    def carrying(self, info: Info) -> list[CarriedNode]:
        """What carries, and on which way."""
        taxonomy = asked(info).service.live.taxonomy
        return [CarriedNode.of(one, taxonomy) for one in self.bridge.carrying]

    @strawberry.field(description="Why it is proposed, and what it takes, in one Danish sentence.")
    def why(self, info: Info, voice: Voice = Voice.CONSULTANT) -> str:
        """The sentence, to the consultant or to the citizen."""
        return bridge_why(self.bridge, asked(info).service.live.taxonomy, voice)

    @classmethod
    def of(cls, one: Bridge, taxonomy: Taxonomy) -> "BridgeNode":
        """The node of one bridge."""
        way = schooling(taxonomy, one.occupation)
        return cls(
            bridge=one,
            occupation=one.occupation,
            label=taxonomy.label(one.occupation),
            fit=one.fit,
            gap=[taxonomy.label(uri) for uri in one.gap],
            smallest_set=[taxonomy.label(uri) for uri in one.smallest_set],
            missing_credentials=list(one.missing_credentials),
            via=one.via,
            openings=one.openings,
            danish=(way.danish or None) if way else None,
            schooling=(way.how_da or None) if way else None,
            schooling_days=way.days if way else None,
            other_function=one.other_function,
            industry=one.industry,
            other_industry=one.other_industry,
            known_why=one.known.why_da if one.known else None,
        )
