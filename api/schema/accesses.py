"""Who has had a profile open, as its citizen may see it."""

from datetime import datetime
from typing import Self

import strawberry
from strawberry.relay import PageInfo
from strawberry.types import Info

from api.access.policy import Act
from api.access.roles import Role
from api.access.words import Access, in_danish
from api.schema.asked import asked
from api.schema.identity import plain
from api.schema.paging import Place, cursor_of, page
from api.schema.places import MunicipalityNode
from ontology.places import load_places


@strawberry.type(
    name="Access", description="That somebody asked for a profile; it was noted before they were answered."
)
class AccessNode:
    """A line of the access log as GraphQL shows it."""

    access: strawberry.Private[Access]
    at: datetime = strawberry.field(description="When, in UTC")
    subject: str = strawberry.field(
        description="Pseudonym of who asked; the municipality can lead it back to its staff"
    )
    role: Role = strawberry.field(description="The role under which it was allowed")
    act: Act = strawberry.field(description="What was done")
    reason: str = strawberry.field(description="Why the glass was broken, names hidden; empty = it was not")

    @strawberry.field(description="The municipality in whose name; null = the citizen's own, or none was named.")
    def municipality(self) -> MunicipalityNode | None:
        """The municipality."""
        known = load_places().municipalities.get(self.access.municipality) if self.access.municipality else None
        return MunicipalityNode.of(known) if known else None

    @strawberry.field(description="The whole line in plain Danish, in Danish time, as the citizen is told it.")
    def in_words(self) -> str:
        """The words."""
        return in_danish(self.access)

    @classmethod
    def of(cls, one: Access) -> Self:
        """The node of a line."""
        return cls(access=one, at=one.at, subject=one.subject, role=one.role, act=one.act, reason=one.reason)


@strawberry.type(name="AccessEdge", description="A line of the access log and its place.")
class AccessEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Its place; lines that come later move none")
    node: AccessNode = strawberry.field(description="The line")


@strawberry.type(name="AccessConnection", description="A page of a profile's access log, newest first.")
class AccessConnection:
    """A page."""

    edges: list[AccessEdge] = strawberry.field(description="The lines of this page")
    page_info: PageInfo = strawberry.field(description="Whether there is more")
    total_count: int = strawberry.field(description="How many there are in all, this request included")


def accesses_of(info: Info, id: str, first: int, after: str | None) -> AccessConnection:
    """A page of a profile's access log; the log is only added to, so that the number of a line stays."""
    every = list(enumerate(asked(info).service.accesses(id), 1))

    def place(one: tuple[int, Access]) -> Place:
        return (-one[0],)

    shown, page_info = page(reversed(every), place, first, after, (int,))
    edges = [AccessEdge(cursor=cursor_of(place(one)), node=AccessNode.of(one[1])) for one in shown]
    return AccessConnection(edges=edges, page_info=page_info, total_count=len(every))


def accesses(info: Info, profile: strawberry.ID, first: int = 20, after: str | None = None) -> AccessConnection:
    """The same for who may read the log and not the profile."""
    return accesses_of(info, plain(profile), first, after)
