"""What a frontend can wait for, over a websocket."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from functools import partial
from typing import TypeVar

import strawberry
from strawberry.types import Info

from api.jobs.board import JobState
from api.matching import Listed
from api.schema.asked import Asked, asked
from api.schema.filters import MatchFilter
from api.schema.identity import plain
from api.schema.jobs import JobNode
from api.schema.matches import MatchNode
from api.turns import BusyError

Seen = TypeVar("Seen")

EVERY_S = 0.5
_BEST = 20
_ENDED = (JobState.DONE, JobState.FAILED)


@strawberry.type(description="What a frontend can wait for.")
class Subscription:
    """The root."""

    @strawberry.subscription(description="How far a job is, until it ends.")
    async def job(self, info: Info, id: strawberry.ID) -> AsyncGenerator[JobNode]:
        """A job of the caller's own, each time it got further."""
        request, told = asked(info), None
        look = partial(request.jobs.job, id, request.owner)
        found = await request.desk.work(look, request.owner)
        while found is not None:
            if found != told:
                told = found
                yield JobNode.of(found)
            if JobState(found.state) in _ENDED:
                return
            await asyncio.sleep(EVERY_S)
            found = await _again(request, look, found)

    @strawberry.subscription(
        description="Ads that come among a profile's best twenty; the first message, an empty list, says from when on."
    )
    async def new_matches(
        self, info: Info, profile: strawberry.ID, filter: MatchFilter | None = None
    ) -> AsyncGenerator[list[MatchNode]]:
        """Looked for each time the store has changed."""
        request, best = asked(info), partial(_best, asked(info), plain(profile), filter or MatchFilter())
        version = await request.desk.work(lambda: request.service.seen, request.owner)
        told = {one.match.posting.id for one in await request.desk.work(best, request.owner)}
        yield []
        while True:
            await asyncio.sleep(EVERY_S)
            now = await _again(request, lambda: request.service.seen, version)
            if now != version and (found := await _again(request, best, None)) is not None:
                version = now
                new = [one for one in found if one.match.posting.id not in told]
                told |= {one.match.posting.id for one in new}
                if new:
                    yield [MatchNode.of(one) for one in new]


async def _again(request: Asked, look: Callable[[], Seen], before: Seen) -> Seen:
    """What a further look finds; what was known `before` where the desk is too busy: who listens can wait."""
    try:
        return await request.desk.work(look, request.owner)
    except BusyError:
        return before


def _best(request: Asked, profile: str, wanted: MatchFilter) -> Sequence[Listed]:
    reach = wanted.reach(request.service.profile(profile))
    return request.service.match(profile, reach, request.today, _BEST, wanted.wishes()).shown
