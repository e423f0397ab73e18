"""Where an ad's work is done and what it says is not needed, as GraphQL types."""

from typing import Self

import strawberry

from api.schema.evidence import EvidenceNode
from api.schema.places import MunicipalityNode
from api.schema.skills import SkillNode
from ontology.kinds import Skill
from ontology.people import Denial
from ontology.places import load_places
from ontology.vacancies import Workplace


@strawberry.type(name="Workplace", description="A place where the work is done.")
class WorkplaceNode:
    """A workplace as GraphQL shows it."""

    workplace: strawberry.Private[Workplace]
    postcode: str | None = strawberry.field(description="Four digits; null = only the municipality is known")

    @strawberry.field(description="The municipality; null = one that we do not know.")
    def municipality(self) -> MunicipalityNode | None:
        """Where it lies."""
        known = load_places().municipalities.get(self.workplace.municipality)
        return MunicipalityNode.of(known) if known else None

    @classmethod
    def of(cls, one: Workplace) -> Self:
        """The node of a workplace."""
        return cls(workplace=one, postcode=one.postcode)


@strawberry.type(name="ExcludedSkill", description="A skill that an ad says is not needed.")
class ExcludedSkillNode:
    """A denial as GraphQL shows it."""

    skill: SkillNode = strawberry.field(description="What is not needed")
    said_in: list[EvidenceNode] = strawberry.field(description="Where the ad says so")

    @classmethod
    def of(cls, one: Denial, skill: Skill) -> Self:
        """The node of a denial."""
        return cls(skill=SkillNode.of(skill), said_in=[EvidenceNode.of(place) for place in one.evidence])
