"""The best ads of every profile, on all cores: what `match` lists, without the reasons."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice

from api.access.policy import Act
from api.access.roles import Role
from api.matching import Outlook, placed
from api.reach import own_reach
from api.service import Service
from graph.coverage import coverage
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.store.port import AccessEntry
from ontology.people import Profile, ProfileId
from ontology.vacancies import PostingId

_WORTH_PROCESSES, _CHUNK, _BLOCK = 200, 25, 1_000
"""Below this many profiles processes cost more than they give; how many one takes at a time, and a block read ahead."""
_SCENES: list["Scene"] = []
"""What the processes inherit; a copy sent to each would cost more than the answers."""


@dataclass(frozen=True)
class Scene:
    """What every profile is matched against: one index, one day, so many ads each."""

    index: MatchIndex
    live: LiveOntology
    knowledge: LabourKnowledge
    as_of: date
    top: int

    def best(self, profile: Profile) -> "Best":
        """The ads of one profile within its own reach, best first, in the order that `match` lists them."""
        covered = coverage(profile, self.live.taxonomy, self.live.derived.near)
        reach = own_reach(profile)
        found = Outlook(profile, covered, self.index, self.live, self.knowledge, reach, self.as_of).sifted()
        rows = [row for _, row in islice(placed(found, self.index), self.top)]
        ads = tuple((self.index.ids[row], float(found.scores[row])) for row in rows)
        return Best(profile.id, ads, len(found.rows))


@dataclass(frozen=True, slots=True)
class Best:
    """The best ads of one profile with their scores, and how many could be listed in all."""

    profile: ProfileId
    ads: tuple[tuple[PostingId, float], ...]
    total: int


def scene(service: Service, as_of: date, top: int) -> Scene:
    """The ads as they are now; what changes while profiles are matched is for the next time."""
    return Scene(service.index, service.live, service.knowledge, as_of, top)


def everyone(service: Service, ids: Sequence[ProfileId], against: Scene, by: str, workers: int = 1) -> Iterator[Best]:
    """The best ads of each of the profiles in order, on `workers` processes where it pays.

    That `by` asked for a profile is in its access log before it is matched. A profile that was erased meanwhile, or
    that must not be used, is left out. Where processes cannot share memory (Windows, macOS) one matches.
    """
    restricted = service.log.restricted_profiles()
    usable = (id for id in ids if id not in restricted)
    people = _noted((found for found in map(service.store.profile, usable) if found is not None), service, by)
    if workers < 2 or len(ids) < _WORTH_PROCESSES or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(against.best, people)
        return
    _SCENES[:] = [against]
    try:
        # The person at the keyboard stops the parent, which stops these.
        with multiprocessing.get_context("fork").Pool(workers, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
            ahead: deque[Iterable[Best]] = deque()
            while block := list(islice(people, _BLOCK)):
                ahead.append(pool.imap(_best, block, _CHUNK))
                if len(ahead) > 1:
                    yield from ahead.popleft()
            for found in ahead:
                yield from found
    finally:
        _SCENES.clear()


def _noted(people: Iterator[Profile], service: Service, by: str) -> Iterator[Profile]:
    """The same profiles, each block noted in one write; one that is noted and not matched is noted again next time."""
    while block := list(islice(people, _BLOCK)):
        now = datetime.now(UTC)
        with service.records.together():
            for one in block:
                service.records.note_access(AccessEntry(one.id, by, Role.OPERATOR, Act.MATCH, now, one.handled_by))
        yield from block


def _best(profile: Profile) -> Best:
    return _SCENES[0].best(profile)
