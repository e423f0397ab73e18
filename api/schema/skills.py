"""Skills as GraphQL nodes; what they say is read from arrays, never one by one."""

from typing import TYPE_CHECKING, Annotated, Self

import numpy as np
import strawberry
from strawberry.types import Info

from api.schema.asked import asked
from api.schema.concepts import Concept
from api.schema.identity import global_id
from api.schema.paging import bounded
from ontology.kinds import EscoUri, ReuseLevel, Skill, SkillKind

if TYPE_CHECKING:
    from api.schema.occupations import OccupationNode


@strawberry.type(name="Skill", description="A skill, a piece of knowledge, a language or a personal competence.")
class SkillNode(Concept):
    """A skill as GraphQL shows it."""

    concept: strawberry.Private[Skill]
    kind: SkillKind = strawberry.field(description="skill, knowledge, language or transversal (personal)")
    reuse: ReuseLevel | None = strawberry.field(description="How widely it is used; null = ESCO does not say")

    @strawberry.field(description="Skills near it, the nearest first; having this covers some of them.")
    def near(self, info: Info, first: int = 10) -> list["NearSkillNode"]:
        """Its row of the pruned closure."""
        live, size = asked(info).service.live, bounded(first)
        taxonomy, closure = live.taxonomy, live.derived.near
        reach = closure.row(taxonomy.skill_rows[self.concept.uri])
        found = []
        for pair in range(reach.start, min(reach.stop, reach.start + size)):
            skill = taxonomy.skills[int(closure.targets[pair])]
            stops = [taxonomy.label(taxonomy.skills[int(stop)].uri) for stop in closure.stops[pair] if stop >= 0]
            found.append(NearSkillNode(skill=SkillNode.of(skill), proximity=float(closure.proximity[pair]), via=stops))
        return found

    @strawberry.field(description="Occupations that need it, by ESCO code; those where it is essential first.")
    def occupations(
        self, info: Info, first: int = 20
    ) -> list[Annotated["OccupationNode", strawberry.lazy("api.schema.occupations")]]:
        """Who needs it."""
        from api.schema.occupations import OccupationNode  # each shows the other

        taxonomy = asked(info).service.live.taxonomy
        row = taxonomy.skill_rows[self.concept.uri]
        rows = [
            one.sources[np.flatnonzero(one.targets == row)].tolist() for one in (taxonomy.essential, taxonomy.optional)
        ]
        found = list(dict.fromkeys([*rows[0], *rows[1]]))[: bounded(first)]
        return [OccupationNode.of(taxonomy.occupations[one]) for one in found]

    @classmethod
    def of(cls, one: Skill) -> Self:
        """The node of a skill."""
        return cls(id=global_id("Skill", one.uri), concept=one, esco_uri=one.uri, kind=one.kind, reuse=one.reuse)

    @classmethod
    def found(cls, info: Info, key: str) -> Self | None:
        """The skill under a URI; None where there is none."""
        taxonomy = asked(info).service.live.taxonomy
        row = taxonomy.skill_rows.get(EscoUri(key))
        return None if row is None else cls.of(taxonomy.skills[row])


@strawberry.type(name="NearSkill", description="A skill near another.")
class NearSkillNode:
    """A pair of the closure as GraphQL shows it."""

    skill: SkillNode = strawberry.field(description="The other skill")
    proximity: float = strawberry.field(description="In (0, 1]: how much of it is covered by having the first")
    via: list[str] = strawberry.field(description="Names of the skills on the way, Danish first; empty = one step")
