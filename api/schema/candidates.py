"""The people whom an ad suits, as GraphQL types, and the changes that let a profile be found from ads."""

from datetime import date

import strawberry
from strawberry.relay import PageInfo
from strawberry.types import Info

from api.candidates import Candidate
from api.schema.asked import asked
from api.schema.corrections import ProfileResult
from api.schema.identity import plain
from api.schema.matches import MatchNode
from api.schema.paging import bounded, cursor_of, place_of
from api.schema.problems import or_why_not
from api.schema.profiles import ProfileNode
from ontology.people import Releaser
from ontology.places import load_places


@strawberry.type(name="Candidate", description="A released profile that an ad suits.")
class CandidateNode:
    """A candidate as GraphQL shows it."""

    pseudonym: str = strawberry.field(description="Random; says nothing about the person")
    match: MatchNode = strawberry.field(description="The match as the profile's own list shows it, line by line")

    @classmethod
    def of(cls, one: Candidate) -> "CandidateNode":
        """The node of one candidate."""
        return cls(pseudonym=one.profile.id, match=MatchNode.of(one.listed))


@strawberry.type(name="CandidateEdge", description="A candidate and its place in the list.")
class CandidateEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Its place; it stays valid while profiles come and go")
    node: CandidateNode = strawberry.field(description="The candidate")


@strawberry.type(
    name="CandidateConnection",
    description="A page of the profiles that an ad suits and that both citizen and consultant released, best first.",
)
class CandidateConnection:
    """A page."""

    edges: list[CandidateEdge] = strawberry.field(description="The candidates of this page")
    page_info: PageInfo = strawberry.field(description="Whether there is more")
    total_count: int = strawberry.field(description="How many released profiles the ad suits in all")
    others: int | None = strawberry.field(
        description="About how many more it fits who are not released, in steps of five; null = too few to tell"
    )
    others_in_words: str = strawberry.field(description="The same in plain Danish")
    live: bool = strawberry.field(description="Whether the ad is listed that day; else nobody is looked for")


def candidates(
    info: Info,
    posting: str,
    first: int,
    after: str | None,
    as_of: date | None,
    handled_by: list[str] | None,
) -> CandidateConnection:
    """A page of candidates for an ad."""
    request = asked(info)
    size, seen = bounded(first), place_of(after, (float, str)) if after else None
    named = (load_places().municipality(one).code for one in handled_by or ())
    found = request.service.candidates(posting, frozenset(named) or None, as_of or request.today, size, seen)
    edges = [CandidateEdge(cursor=cursor_of(one.place), node=CandidateNode.of(one)) for one in found.shown]
    return CandidateConnection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=found.more,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        total_count=found.total,
        others=found.others,
        others_in_words=found.others_in_words,
        live=found.live,
    )


def release(info: Info, profile: strawberry.ID, by: Releaser) -> ProfileResult:
    """The profile as one of the two released it."""
    service = asked(info).service
    return or_why_not("profile", lambda: ProfileNode.of(service.release(plain(profile), by)))


def withdraw_release(info: Info, profile: strawberry.ID, by: Releaser) -> ProfileResult:
    """The profile as one of the two withdrew it."""
    service = asked(info).service
    return or_why_not("profile", lambda: ProfileNode.of(service.withdraw(plain(profile), by)))
