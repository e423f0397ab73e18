"""Who asks, and what they may do, so that a frontend shows only what will be answered."""

from datetime import UTC, datetime

import strawberry
from strawberry.types import Info

from api.access.policy import POLICY, Act, Scope
from api.access.roles import Caller, Role
from api.schema.asked import asked
from api.schema.places import MunicipalityNode
from ontology.places import load_places

_WIDEST_FIRST = (Scope.ANY, Scope.OWN_MUNICIPALITY, Scope.OWN_PROFILE)


@strawberry.type(name="Right", description="Something that the viewer may do; docs/access.md prints the whole table.")
class RightNode:
    """A right as GraphQL shows it."""

    act: Act = strawberry.field(description="What")
    scope: Scope = strawberry.field(description="How far: anything, profiles of the own municipalities, or the own one")


@strawberry.type(name="Viewer", description="Who asks, as the token says.")
class ViewerNode:
    """A caller as GraphQL shows it."""

    subject: str = strawberry.field(description="The pseudonym under which the logs name the viewer")
    roles: list[Role] = strawberry.field(description="The roles of the token that are known here")
    municipalities: list[MunicipalityNode] = strawberry.field(
        description="The municipalities of the token; empty in the development mode, where every case is the viewer's"
    )
    development: bool = strawberry.field(description="Whether nobody is asked who they are: this machine only")
    pseudonym: str | None = strawberry.field(
        description="A citizen's own profile, for Query.profile; null = none, or no case leads to one yet"
    )
    expires: datetime | None = strawberry.field(description="When the token no longer holds; null = never")
    may: list[RightNode] = strawberry.field(description="What the viewer may do, each with its widest scope")


def viewer(info: Info) -> ViewerNode:
    """Who asks."""
    caller, known = asked(info).service.caller, load_places().municipalities
    return ViewerNode(
        subject=caller.subject,
        roles=sorted(caller.roles),
        municipalities=[MunicipalityNode.of(known[code]) for code in sorted(caller.municipalities) if code in known],
        development=caller.everywhere,
        pseudonym=caller.profile,
        expires=None if caller.expires is None else datetime.fromtimestamp(caller.expires, UTC),
        may=_rights(caller),
    )


def _rights(caller: Caller) -> list[RightNode]:
    found = []
    for act, by_role in POLICY.items():
        had = {scope for role, scope in by_role.items() if role in caller.roles}
        widest = next((scope for scope in _WIDEST_FIRST if scope in had), None)
        if widest is not None:
            found.append(RightNode(act=act, scope=Scope.ANY if caller.everywhere else widest))
    return found
