"""Search over concepts and places as a person types."""

import strawberry
from strawberry.types import Info

from api.schema.asked import asked
from api.schema.identity import Node
from api.schema.industries import IndustryNode
from api.schema.occupations import OccupationNode
from api.schema.paging import bounded
from api.schema.places import MunicipalityNode, PostalAreaNode
from api.schema.skills import SkillNode
from api.searching import Found, Sought
from ontology.industries import Industry
from ontology.kinds import Occupation, Skill
from ontology.places import Municipality, PostalArea


@strawberry.type(description="Something that what was typed may mean.")
class SearchHit:
    """A hit as GraphQL shows it."""

    name: str = strawberry.field(description="The name that was found, as it is written")
    kind: Sought = strawberry.field(description="What it is")
    node: Node = strawberry.field(description="The thing itself")


def search(
    info: Info, text: str, kinds: list[Sought] | None = None, language: str = "da", first: int = 10
) -> list[SearchHit]:
    """The best hits for what is typed so far."""
    found = asked(info).service.search.find(text, kinds or tuple(Sought), language, bounded(first))
    return [SearchHit(name=one.name, kind=one.kind, node=_node(one)) for one in found]


def _node(one: Found) -> Node:
    match one.thing:
        case Skill() as skill:
            return SkillNode.of(skill)
        case Occupation() as occupation:
            return OccupationNode.of(occupation)
        case Industry() as industry:
            return IndustryNode.of(industry)
        case Municipality() as municipality:
            return MunicipalityNode.of(municipality)
        case PostalArea() as area:
            return PostalAreaNode.of(area)
