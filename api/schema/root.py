"""The queries of the first GraphQL API, and the ASGI application that serves them."""

from datetime import UTC, date, datetime
from itertools import islice

import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from strawberry.asgi import GraphQL
from strawberry.extensions import MaskErrors, MaxAliasesLimiter, MaxTokensLimiter, QueryDepthLimiter
from strawberry.types import Info

from api.matching import reach_within
from api.schema.matches import BridgeNode, HiddenNode, MatchNode, PostingNode
from api.schema.unlocking import UnlockNode
from api.service import Service
from graph.errors import UnknownRecordError
from ontology.errors import ServiceError
from ontology.people import Means
from ontology.work_context import Strain

_MOST = 100
_DEPTH, _TOKENS, _ALIASES = 8, 2000, 15


strawberry.enum(Strain, description="A side of the work that a person may need to be spared.")


@strawberry.type(description="A citizen's skills under a pseudonym.")
class ProfileNode:
    """A profile as GraphQL shows it."""

    id: strawberry.ID = strawberry.field(description="The pseudonym")
    skills: list[str] = strawberry.field(description="Names of the skills, Danish first")
    held: list[str] = strawberry.field(description="Names of the occupations held")
    postcode: str | None = strawberry.field(description="Four digits; null = not said")
    hidden: list[HiddenNode] = strawberry.field(description="What was hidden before anything was stored, by place")


def _profile(info: Info, id: strawberry.ID) -> ProfileNode | None:
    service: Service = info.context["service"]
    try:
        found = service.profile(id)
    except UnknownRecordError:
        return None
    label = service.live.taxonomy.label
    skills = [label(claim.skill) for claim in found.claims]
    held = [label(one.occupation) for one in found.held]
    documents = [service.store.document(one) for one in found.documents]
    hidden = [HiddenNode.of(document.id, one) for document in documents if document for one in document.hidden]
    return ProfileNode(id=id, skills=skills, held=held, postcode=found.postcode, hidden=hidden)


def _postings(info: Info, first: int = 20) -> list[PostingNode]:
    service: Service = info.context["service"]
    return [PostingNode.of(posting) for posting in islice(service.store.postings(), _bounded(first))]


def _matches(
    info: Info,
    profile: strawberry.ID,
    within: str | None = None,
    minutes: int = 45,
    as_of: date | None = None,
    first: int = 20,
    avoid: list[Strain] = [],  # noqa: B006  Strawberry takes a default only so, and nobody changes it
) -> list[MatchNode]:
    service: Service = info.context["service"]
    reach = reach_within(within, minutes, Means.CAR) if within else None
    found = service.match(profile, reach, as_of or _today(), _bounded(first), frozenset(avoid))
    return [MatchNode.of(one, service.live.taxonomy) for one in found.shown]


def _bridges(
    info: Info,
    profile: strawberry.ID,
    as_of: date | None = None,
    first: int = 20,
    avoid: list[Strain] = [],  # noqa: B006  as above
) -> list[BridgeNode]:
    service: Service = info.context["service"]
    found = service.bridges(profile, as_of or _today(), _bounded(first), frozenset(avoid))
    return [BridgeNode.of(one, service.live.taxonomy) for one in found]


def _unlocks(
    info: Info,
    profile: strawberry.ID,
    within: str | None = None,
    minutes: int = 45,
    as_of: date | None = None,
    first: int = 10,
) -> list[UnlockNode]:
    service: Service = info.context["service"]
    reach = reach_within(within, minutes, Means.CAR) if within else None
    found = service.unlocks(profile, reach, as_of or _today(), _bounded(first))
    return [UnlockNode.of(one, service.live.taxonomy) for one in found]


@strawberry.type(description="What a frontend can ask for.")
class Query:
    """The root."""

    profile: ProfileNode | None = strawberry.field(
        resolver=_profile, description="A profile; null where there is none."
    )
    postings: list[PostingNode] = strawberry.field(resolver=_postings, description="Ads, by id.")
    matches: list[MatchNode] = strawberry.field(
        resolver=_matches, description="The ads that fit a profile best, within its own reach or the one given."
    )
    bridges: list[BridgeNode] = strawberry.field(
        resolver=_bridges, description="Other jobs that a profile's skills already carry most of the way to."
    )
    unlocks: list[UnlockNode] = strawberry.field(
        resolver=_unlocks, description="What would each bring most live ads within fit, each alone."
    )


def _today() -> date:
    return datetime.now(UTC).date()


def _bounded(first: int) -> int:
    return max(1, min(first, _MOST))


def _is_masked(error: Exception) -> bool:
    return not isinstance(getattr(error, "original_error", None), ServiceError | None)


SCHEMA = strawberry.Schema(
    Query,
    extensions=[
        lambda: MaskErrors(should_mask_error=_is_masked, error_message="Der skete en fejl. Prøv igen."),
        lambda: QueryDepthLimiter(max_depth=_DEPTH),
        lambda: MaxTokensLimiter(max_token_count=_TOKENS),
        lambda: MaxAliasesLimiter(max_alias_count=_ALIASES),
    ],
)


class _Endpoint(GraphQL[dict[str, object], None]):
    """GraphQL over one service; no page, since GraphiQL would ask third parties."""

    def __init__(self, service: Service) -> None:
        super().__init__(SCHEMA, graphql_ide=None)
        self._service = service

    async def get_context(self, request: object, response: object) -> dict[str, object]:
        """What the resolvers share."""
        return {"service": self._service}


def application(service: Service) -> Starlette:
    """The ASGI application: `/graphql` and `/healthz`."""

    async def healthz(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("degraded: the store does not answer" if service.degraded else "ok")

    endpoint = _Endpoint(service)
    return Starlette(routes=[Route("/healthz", healthz), Route("/graphql", endpoint), Mount("/graphql", endpoint)])
