"""Municipalities and postcodes as GraphQL nodes."""

from typing import Self

import strawberry
from strawberry.types import Info

from api.schema.identity import Node, global_id
from ontology.kinds import MunicipalityCode, Postcode
from ontology.places import Municipality, PostalArea, load_places


@strawberry.type(name="Municipality", description="One of the 98 municipalities.")
class MunicipalityNode(Node):
    """A municipality as GraphQL shows it."""

    code: str = strawberry.field(description="Four digits; 0101 = København")
    name: str = strawberry.field(description="Its name")
    region: str = strawberry.field(description="The region that it lies in")
    seat: str = strawberry.field(description="The postcode of its town hall")

    @classmethod
    def of(cls, one: Municipality) -> Self:
        """The node of a municipality."""
        return cls(
            id=global_id("Municipality", one.code), code=one.code, name=one.name, region=one.region, seat=one.seat
        )

    @classmethod
    def found(cls, info: Info, key: str) -> Self | None:
        """The municipality under a code; None where there is none."""
        one = load_places().municipalities.get(MunicipalityCode(key))
        return cls.of(one) if one else None


@strawberry.type(name="PostalArea", description="A postcode.")
class PostalAreaNode(Node):
    """A postcode as GraphQL shows it."""

    area: strawberry.Private[PostalArea]
    postcode: str = strawberry.field(description="Four digits")
    town: str = strawberry.field(description="Its town")

    @strawberry.field(description="The municipalities that it lies in, the main one first.")
    def municipalities(self) -> list[MunicipalityNode]:
        """Where it lies."""
        known = load_places().municipalities
        return [MunicipalityNode.of(known[code]) for code in self.area.municipalities if code in known]

    @classmethod
    def of(cls, one: PostalArea) -> Self:
        """The node of a postcode."""
        return cls(id=global_id("PostalArea", one.postcode), area=one, postcode=one.postcode, town=one.city)

    @classmethod
    def found(cls, info: Info, key: str) -> Self | None:
        """The postcode; None where there is none."""
        one = load_places().areas.get(Postcode(key))
        return cls.of(one) if one else None
