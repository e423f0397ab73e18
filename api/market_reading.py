"""Ads and people of the store as a market's columns, kept between runs and as new as the store's last change."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from api.current import Current
from graph.errors import StoreError
from graph.labour_market.gathered import AdReader, Ads
from graph.labour_market.market import Market, Seekers, Vacancies
from graph.labour_market.reading import unique
from graph.labour_market.seeking import Seeker, SeekerReader, seekers_of
from graph.store import market_snapshot
from graph.store.market_snapshot import MarketSnapshot
from graph.store.port import Change, GraphStore
from graph.store.seeker_file import SeekerFile, State
from graph.store.snapshot import holds, mark_of
from ontology.agencies import temp_agency
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId
from ontology.places import load_places
from ontology.vacancies import PostingId

WORTH_KEEPING = 1_000
"""Fewer ads, or people, than this are read as fast as they are had back."""
_MADE_ANEW, _KEPT_ANEW = 10, 50
"""Where one ad in so many has changed, all are read anew; where one in so many has, the columns are kept anew."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where columns are kept between runs: ads in a `folder`, people in a file; `made_by` names code and tables."""

    folder: Path | None
    people: SeekerFile | None
    made_by: str
    worth_keeping: int = WORTH_KEEPING


NOWHERE = Keeping(None, None, "")


class MarketReading:
    """Follows one store; `seen` is the change that its columns are as new as."""

    def __init__(
        self,
        store: GraphStore,
        current: Current,
        restricted: Callable[[], frozenset[ProfileId]],
        keeping: Keeping = NOWHERE,
    ) -> None:
        """`restricted` tells whose profiles are kept and not used: they are not counted and not in the columns."""
        self._store, self._current, self._restricted, self._keeping = store, current, restricted, keeping
        self._left_out = frozenset[ProfileId]()
        self.seen = 0
        self._started = False
        self._ads: tuple[Ads, Vacancies] | None = None
        self._caught_up = True
        self._ads_changed: set[PostingId] = set()
        self._people: dict[ProfileId, Seeker] = {}
        self._people_kept = False
        self._people_changed: set[ProfileId] = set()
        self._seekers: Seekers | None = None
        self._sources: tuple[str, ...] = ()

    def follow(self) -> frozenset[str]:
        """Take note of what has changed in the store; the kinds of change since this was last asked."""
        if not self._started:
            self._start()
        kinds = set()
        for change in self._store.changes(self.seen):
            self.seen = change.seq
            kinds.add(change.kind)
            if change.kind == "profile":
                self._people_changed.add(ProfileId(change.id))
            if change.kind == "posting" and self._ads is not None:
                self._ads_changed.add(PostingId(change.id))
        if "ontology" in kinds:
            self._ads, self._people_kept = None, False
            self._ads_changed.clear()
            self._people_changed |= self._people.keys()
        left_out = self._restricted()
        if left_out != self._left_out:
            self._people_changed |= left_out ^ self._left_out
            self._left_out = left_out
            kinds.add("profile")
        if self._people_changed:
            self._seekers = None
        return frozenset(kinds)

    def market(self, as_of: date) -> Market:
        """The ads, and the people as they are; `follow` first."""
        towns = tuple(sorted(load_places().municipalities))
        ads, vacancies = self._read_ads()
        return Market(vacancies, self._read_people(towns), towns, as_of, len(ads), self._sources)

    def forget(self, id: ProfileId) -> None:
        """Keep nothing of a person, here and in the file."""
        self._people.pop(id, None)
        self._people_changed.add(id)
        self._seekers = None
        if self._keeping.people is not None:
            self._keeping.people.forget(id)

    def held(self) -> frozenset[ProfileId]:
        """Whom the file holds."""
        return self._keeping.people.ids() if self._keeping.people is not None else frozenset()

    def _start(self) -> None:
        """Take up what was kept, if it is of this store, this release and this code."""
        self._started, now = True, self._current.seen
        folder, people = self._keeping.folder, self._keeping.people
        kept = market_snapshot.newest(folder, self._keeping.made_by) if folder else None
        if kept is not None and holds(self._store, kept.seq, kept.mark):
            self._ads, self._caught_up, now = (kept.ads, kept.vacancies), False, min(now, kept.seq)
        state = self._state(people)
        if people is not None and state is not None:
            self._people, self._people_kept, now = people.seekers(), True, min(now, state.seq)
        else:
            self._people_changed = set(self._store.profiles())
        self.seen = now

    def _state(self, people: SeekerFile | None) -> State | None:
        """As of when the people are kept; None where that is of no use here."""
        try:
            state = people.state() if people is not None else None
        except StoreError:
            return None
        if state is None or state.made_by != self._keeping.made_by or not holds(self._store, state.seq, state.mark):
            return None
        return state

    def _last(self) -> Change | None:
        """The change that the columns are as new as."""
        last = next(self._store.changes(self.seen - 1), None)
        return last if last is not None and last.seq == self.seen else None

    def _read_ads(self) -> tuple[Ads, Vacancies]:
        seats = {code: one.seat for code, one in load_places().municipalities.items()}
        reader, live = AdReader(self._current.live.taxonomy, temp_agency(), seats), self._current.live
        if self._ads is not None and not self._ads_changed:
            self._sources = self._sources or _sources(self._ads[0])
            return self._ads
        changed, before = len(self._ads_changed), self._ads
        if before is None or changed * _MADE_ANEW > len(before[0]) + WORTH_KEEPING:
            ads = reader.read(self._store.postings())
        else:
            found = (self._store.posting(id) for id in self._ads_changed)
            ads = before[0].changed(self._ads_changed, reader.read(one for one in found if one is not None))
        self._ads_changed.clear()
        self._ads, self._sources = (ads, unique(ads, live)), _sources(ads)
        if before is None or not self._caught_up or changed * _KEPT_ANEW > len(ads):
            self._keep_ads(*self._ads)
        return self._ads

    def _keep_ads(self, ads: Ads, vacancies: Vacancies) -> None:
        """Keep the columns, and map them from there; a folder that cannot be written costs only time."""
        last, folder = self._last(), self._keeping.folder
        self._caught_up = True
        if folder is None or last is None or len(ads) < self._keeping.worth_keeping:
            return
        try:
            market_snapshot.save(folder, self._keeping.made_by, MarketSnapshot(last.seq, mark_of(last), ads, vacancies))
        except StoreError:
            return
        kept = market_snapshot.newest(folder, self._keeping.made_by)
        if kept is not None and kept.seq == last.seq:
            self._ads = kept.ads, kept.vacancies

    def _read_people(self, towns: Sequence[MunicipalityCode]) -> Seekers:
        """Everybody in the order of their ids; only those whose profile changed are read anew."""
        if self._people_changed:
            changed = self._read_changed(self._people_changed, towns)
            self._people_changed.clear()
            for id, one in changed.items():
                if one is None:
                    self._people.pop(id, None)
                else:
                    self._people[id] = one
            self._keep_people(changed)
        if self._seekers is None:
            self._seekers = seekers_of(self._people[id] for id in sorted(self._people))
        return self._seekers

    def _read_changed(
        self, ids: Iterable[ProfileId], towns: Sequence[MunicipalityCode]
    ) -> dict[ProfileId, Seeker | None]:
        homes = {code: one.municipalities[0] for code, one in load_places().areas.items()}
        rows = {code: row for row, code in enumerate(towns)}
        reader = SeekerReader(self._current.live, rows, homes, self._current.knowledge.with_implied)

        def counted(id: ProfileId) -> Seeker | None:
            profile = None if id in self._left_out else self._store.profile(id)
            return None if profile is None else reader.read(profile)

        return {id: counted(id) for id in sorted(ids)}

    def _keep_people(self, changed: dict[ProfileId, Seeker | None]) -> None:
        last, people = self._last(), self._keeping.people
        if people is None or last is None or len(self._people) < self._keeping.worth_keeping:
            return

        def since() -> frozenset[ProfileId]:
            later = (ProfileId(one.id) for one in self._store.changes(last.seq) if one.kind == "profile")
            return self._restricted().union(later)

        anew = not self._people_kept
        rows = dict(self._people) if anew else changed
        try:
            people.take_in(rows, State(last.seq, mark_of(last), self._keeping.made_by), since, anew=anew)
        except StoreError:
            return
        self._people_kept = True


def _sources(ads: Ads) -> tuple[str, ...]:
    """Where ads are from, by the name in their ids."""
    return tuple(sorted({id.partition(":")[0] for id in ads.ids}))
