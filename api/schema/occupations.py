"""Occupations as GraphQL nodes, with what they need, where they lead and what Denmark demands of them."""

from typing import Self

import strawberry
from strawberry.types import Info

from api.knowledge import schooling
from api.schema.asked import asked, label_in
from api.schema.concepts import Concept
from api.schema.identity import global_id
from api.schema.industries import IndustryNode, IndustryShareNode
from api.schema.paging import bounded
from api.schema.skills import SkillNode
from ontology.credentials import CredentialKind, load_credentials
from ontology.demands import load_demands
from ontology.industries import industries_of, load_industries, load_occupation_industries
from ontology.kinds import EscoUri, IscoCode, Occupation
from ontology.taxonomy import Pairs


@strawberry.type(name="Credential", description="A licence, certificate, authorisation, education or clearance.")
class CredentialNode:
    """A credential as GraphQL shows it."""

    code: str = strawberry.field(description="Our code")
    kind: CredentialKind = strawberry.field(description="What kind of gate it opens")
    label: str = strawberry.field(description="Its Danish name")
    days: int | None = strawberry.field(description="Days that it roughly takes to get; null = not known")
    how: str = strawberry.field(description="How it is got, in Danish")

    @classmethod
    def of(cls, code: str) -> Self:
        """The node of the credential under a code; a code that our table lacks is its own name."""
        one = next((one for known, one in load_credentials().items() if known == code), None)
        if one is None:
            return cls(code=code, kind=CredentialKind.CERTIFICATE, label=code, days=None, how="")
        return cls(code=one.code, kind=one.kind, label=one.label_da, days=one.days, how=one.how_da)


@strawberry.type(name="OccupationDemand", description="What law or practice in Denmark demands of an occupation.")
class OccupationDemandNode:
    """A demand as GraphQL shows it."""

    credential: CredentialNode = strawberry.field(description="What is demanded")
    hard: bool = strawberry.field(description="Whether the work cannot be had without it")
    confidence: float = strawberry.field(description="How sure we are, in (0, 1]; we have not looked each one up")


@strawberry.type(name="Move", description="A move from one occupation to another.")
class MoveNode:
    """A move as GraphQL shows it."""

    to: "OccupationNode" = strawberry.field(description="Where it leads")
    feasibility: float = strawberry.field(description="How feasible it is, in [0, 1]")


@strawberry.type(name="Occupation", description="An ESCO occupation.")
class OccupationNode(Concept):
    """An occupation as GraphQL shows it."""

    concept: strawberry.Private[Occupation]
    isco: str = strawberry.field(description="ISCO-08 unit group, four digits")
    code: str = strawberry.field(description="Its place below the unit group, as 5223.4")

    @strawberry.field(description="The name of its ISCO-08 group of one to four digits.")
    def isco_label(self, info: Info, digits: int = 4, language: str = "da") -> str | None:
        """The label of the group it lies in; None where the release lacks it."""
        groups = asked(info).service.live.taxonomy.isco_groups
        group = groups.get(IscoCode(self.isco[: max(1, min(digits, 4))]))
        return label_in(group.labels, language) if group else None

    @strawberry.field(description="Skills that it always needs, by ESCO's order.")
    def essential_skills(self, info: Info, first: int = 20) -> list[SkillNode]:
        """Essential skills."""
        return _skills(info, self.concept, asked(info).service.live.taxonomy.essential, first)

    @strawberry.field(description="Skills that it needs in some places.")
    def optional_skills(self, info: Info, first: int = 20) -> list[SkillNode]:
        """Optional skills."""
        return _skills(info, self.concept, asked(info).service.live.taxonomy.optional, first)

    @strawberry.field(description="The strongest moves from it, the most feasible first; at most 64 are kept.")
    def moves(self, info: Info, first: int = 10) -> list[MoveNode]:
        """Its row of the moves."""
        live, size = asked(info).service.live, bounded(first)
        reach = live.derived.moves.row(live.taxonomy.occupation_rows[self.concept.uri])
        pairs = range(reach.start, min(reach.stop, reach.start + size))
        targets, feasible = live.derived.moves.targets, live.derived.moves.feasibility
        return [
            MoveNode(
                to=OccupationNode.of(live.taxonomy.occupations[int(targets[pair])]), feasibility=float(feasible[pair])
            )
            for pair in pairs
        ]

    @strawberry.field(description="The industries that it is found in, the largest first.")
    def industries(self) -> list[IndustryShareNode]:
        """Shares by section."""
        known = load_industries()
        shares = industries_of(self.concept.isco, load_occupation_industries())
        return [IndustryShareNode(industry=IndustryNode.of(known[code]), share=share) for code, share in shares]

    @strawberry.field(description="Credentials that law or practice in Denmark demands.")
    def demands(self) -> list[OccupationDemandNode]:
        """The demands of our table."""
        asked_of = load_demands().of(self.concept.uri, self.concept.isco)
        return [
            OccupationDemandNode(credential=CredentialNode.of(one.credential), hard=one.hard, confidence=one.confidence)
            for one in asked_of.demands
        ]

    @strawberry.field(description="How the education it asks for is got, in Danish; null = not known.")
    def schooling(self, info: Info) -> str | None:
        """The way there."""
        way = schooling(asked(info).service.live.taxonomy, self.concept.uri)
        return way.how_da or None if way else None

    @classmethod
    def of(cls, one: Occupation) -> Self:
        """The node of an occupation."""
        return cls(id=global_id("Occupation", one.uri), concept=one, esco_uri=one.uri, isco=one.isco, code=one.code)

    @classmethod
    def found(cls, info: Info, key: str) -> Self | None:
        """The occupation under a URI; None where there is none."""
        taxonomy = asked(info).service.live.taxonomy
        row = taxonomy.occupation_rows.get(EscoUri(key))
        return None if row is None else cls.of(taxonomy.occupations[row])


def _skills(info: Info, occupation: Occupation, pairs: Pairs, first: int) -> list[SkillNode]:
    taxonomy = asked(info).service.live.taxonomy
    rows = pairs.targets_of(taxonomy.occupation_rows[occupation.uri])[: bounded(first)]
    return [SkillNode.of(taxonomy.skills[int(row)]) for row in rows]
