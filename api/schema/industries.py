"""Industries of Denmark (DB25 = NACE rev. 2.1) as GraphQL nodes."""

from typing import Self

import strawberry
from strawberry.types import Info

from api.schema.identity import Node, global_id
from ontology.industries import Industry, IndustryCode, load_industries


@strawberry.type(name="Industry", description="A section (one letter) or division (two digits) of DB25, NACE rev. 2.1.")
class IndustryNode(Node):
    """An industry as GraphQL shows it."""

    industry: strawberry.Private[Industry]
    code: str = strawberry.field(description="DB25 code")
    section: str = strawberry.field(description="The section that it is or lies in")

    @strawberry.field(description="Its title in Danish (da) or English (en).")
    def title(self, language: str = "da") -> str:
        """The title."""
        return self.industry.title_en if language.casefold().startswith("en") else self.industry.title_da

    @classmethod
    def of(cls, one: Industry) -> Self:
        """The node of an industry."""
        return cls(id=global_id("Industry", one.code), industry=one, code=one.code, section=one.parent or one.code)

    @classmethod
    def found(cls, info: Info, key: str) -> Self | None:
        """The industry under a code; None where there is none."""
        one = load_industries().get(IndustryCode(key))
        return cls.of(one) if one else None


@strawberry.type(name="IndustryShare", description="How much of an occupation is found in an industry.")
class IndustryShareNode:
    """A share as GraphQL shows it."""

    industry: IndustryNode = strawberry.field(description="A section of DB25")
    share: float = strawberry.field(description="In (0, 1], by judgement for the ISCO-08 group")
