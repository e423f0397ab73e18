"""What a frontend can ask for: the root of every query."""

import strawberry
from strawberry.types import Info

from api.schema.accesses import AccessConnection, accesses
from api.schema.asked import asked
from api.schema.identity import Node, named, plain
from api.schema.industries import IndustryNode
from api.schema.jobs import JobNode, job
from api.schema.labour_market import LabourMarketResult, labour_market
from api.schema.occupations import OccupationNode
from api.schema.places import MunicipalityNode, PostalAreaNode
from api.schema.postings import PostingConnection, PostingNode, postings
from api.schema.profiles import ProfileNode
from api.schema.search import SearchHit, search
from api.schema.skills import SkillNode
from api.schema.versions import Versions, versions
from api.schema.viewer import ViewerNode, viewer
from graph.errors import UnknownRecordError
from ontology.industries import load_industries
from ontology.kinds import MunicipalityCode
from ontology.places import load_places

_KINDS = {
    "Profile": ProfileNode.found,
    "Posting": PostingNode.found,
    "Occupation": OccupationNode.found,
    "Skill": SkillNode.found,
    "Industry": IndustryNode.found,
    "Municipality": MunicipalityNode.found,
    "PostalArea": PostalAreaNode.found,
}


def _node(info: Info, id: strawberry.ID) -> Node | None:
    what = named(id)
    find = _KINDS.get(what[0]) if what else None
    return find(info, what[1]) if what and find else None


def _profile_by_case(info: Info, case: str, municipality: str | None = None) -> ProfileNode | None:
    try:
        return ProfileNode.of(asked(info).service.find(case, MunicipalityCode(municipality) if municipality else None))
    except UnknownRecordError:
        return None


def _profile(info: Info, id: strawberry.ID) -> ProfileNode | None:
    return ProfileNode.found(info, plain(id))


def _posting(info: Info, id: strawberry.ID) -> PostingNode | None:
    return PostingNode.found(info, plain(id))


def _occupation(info: Info, uri: str) -> OccupationNode | None:
    return OccupationNode.found(info, uri)


def _skill(info: Info, uri: str) -> SkillNode | None:
    return SkillNode.found(info, uri)


def _municipalities() -> list[MunicipalityNode]:
    return [MunicipalityNode.of(one) for _code, one in sorted(load_places().municipalities.items())]


def _industries() -> list[IndustryNode]:
    return [IndustryNode.of(one) for one in load_industries().values()]


@strawberry.type(description="What a frontend can ask for.")
class Query:
    """The root."""

    node: Node | None = strawberry.field(
        resolver=_node, description="The thing under a global id; null where there is none."
    )
    profile: ProfileNode | None = strawberry.field(
        resolver=_profile, description="A profile by pseudonym or global id; null = none, or none that you may see."
    )
    profile_by_case: ProfileNode | None = strawberry.field(
        resolver=_profile_by_case,
        description="The profile that a case of your municipality leads to (refer); null = none that you may see."
        " municipality, by its code, where several of yours have a case of that number; null = the one that has.",
    )
    posting: PostingNode | None = strawberry.field(
        resolver=_posting, description="An ad by source:id or global id; null where there is none."
    )
    postings: PostingConnection = strawberry.field(
        resolver=postings, description="Ads by id; of a municipality, and listed on a day, where these are given."
    )
    occupation: OccupationNode | None = strawberry.field(resolver=_occupation, description="An occupation by ESCO URI.")
    skill: SkillNode | None = strawberry.field(resolver=_skill, description="A skill by URI.")
    municipalities: list[MunicipalityNode] = strawberry.field(
        resolver=_municipalities, description="The 98 municipalities, by code."
    )
    industries: list[IndustryNode] = strawberry.field(
        resolver=_industries, description="The industries of DB25, sections first."
    )
    search: list[SearchHit] = strawberry.field(
        resolver=search, description="Concepts and places by what is typed so far; forgives a slip of the fingers."
    )
    accesses: AccessConnection = strawberry.field(
        resolver=accesses,
        description="Who has had a profile open, newest first, for who may read the log without the profile.",
    )
    me: ViewerNode = strawberry.field(resolver=viewer, description="Who asks, and what they may do.")
    versions: Versions = strawberry.field(resolver=versions, description="What answers are made by.")
    job: JobNode | None = strawberry.field(resolver=job, description="A job that you started; null = none of yours.")
    labour_market: LabourMarketResult = strawberry.field(
        resolver=labour_market,
        description="The labour market across municipalities, for analysts: areas null = each municipality by itself;"
        " group = a code of the grouping, null = all; month and since as 2026-11, null = the month of asOf; asOf: the"
        " day on which people are counted, null = today.",
    )
