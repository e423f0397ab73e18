"""The release, the reader and the index as the store has them now; what was last known while it does not answer."""

from collections.abc import Callable, Hashable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock, local
from time import monotonic
from typing import Any, TypeVar

from api.cache import reader
from api.knowledge import labour_knowledge, levels
from api.reading_mark import reader_mark
from api.searching import Search
from graph.coverage import Coverage, coverage
from graph.errors import StoreError, StoreUnreachableError
from graph.index import MatchIndex
from graph.indexing import build_index, changed
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.store.port import GraphStore
from graph.store.snapshot import Snapshot, holds, mapped, mark_of, newest, save
from ingestion.reader import Reader
from ontology.encoding import SentenceEncoder
from ontology.people import Profile, ProfileId
from ontology.terms import load_generic_demands
from ontology.vacancies import PostingId

Thing = TypeVar("Thing")

_RECENT, _COVERED = 1_000, 8
"""Profiles that are kept, and of how many what they cover: half a megabyte each, so the few that are on a table."""
WORTH_KEEPING = 1_000
"""Fewer ads than this are indexed as fast as they are read back."""
_MADE_ANEW, _ALWAYS_TAKEN_IN = 10, 1_000
"""Where more than one ad in ten has changed, and more than a hundred, reading all anew is sooner."""
_OF_A_RELEASE = ("live", "reader", "reader_mark", "knowledge", "search", "_snapshot")


@dataclass(slots=True)
class _Look:
    """What one request holds: whether the store was asked, and what several of its answers stand on."""

    asked: bool = False
    kept: dict[Hashable, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _News:
    """What has changed up to change `last`: whether the release, and whom and which ads of those held."""

    last: int
    release: bool = False
    people: set[ProfileId] = field(default_factory=set)
    ads: set[PostingId] = field(default_factory=set)


class Current:
    """Follows one store by its change feed. `degraded`: the store did not answer when it was last asked.

    `answered` is when it last did, in seconds of a clock that never goes back, None = never; `reconnects` is how often
    it did after it had not; `at` is the last of its changes that is known here; `encoder` is what the reader asks of
    meaning.
    """

    def __init__(
        self,
        store: GraphStore,
        snapshots: Path | None,
        worth_keeping: int = WORTH_KEEPING,
        encoder: SentenceEncoder | None = None,
        cache: Path | None = None,
    ) -> None:
        """`snapshots` is a folder of this store's own, None = none is kept; `worth_keeping` ads make one.

        `encoder` is what the reader asks of meaning, None = nothing; `cache` is where its tables are kept.
        """
        self.encoder, self._cache = encoder, cache
        self._store, self._snapshots, self._worth_keeping = store, snapshots, worth_keeping
        self.degraded, self.reconnects = False, 0
        self.answered: float | None = None
        self._recent: dict[ProfileId, Profile] = {}
        self._covered: dict[ProfileId, tuple[Profile, LiveOntology, Coverage]] = {}
        self._followed = False
        self._index: MatchIndex | None = None
        self.at = 0
        self._lock, self._here = RLock(), local()

    @contextmanager
    def one_look(self) -> Iterator[None]:
        """Within, on this thread, the store is asked only once what has changed: an answer is of one moment.

        For what changes nothing itself; what others change is seen by the next request, as if it had come after this.
        """
        self._here.look = _Look()
        try:
            yield
        finally:
            self._here.look = None

    def once(self, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """What `make` gives: within a look what it gave before under `key`."""
        look: _Look | None = getattr(self._here, "look", None)
        if look is None:
            return make()
        if key not in look.kept:
            look.kept[key] = make()
        found: Thing = look.kept[key]
        return found

    @cached_property
    def live(self) -> LiveOntology:
        """The live release.

        Raises:
            StoreError: None was imported.
        """
        self.follow()
        kept = self._snapshot and (self._snapshot.taxonomy, self._snapshot.derived)
        kept = kept or self._store.ontology()
        if kept is None:
            raise StoreError("no ontology in this store; run 'kompetencebro ontology import PATH' first")
        return LiveOntology(kept[0], kept[1], load_generic_demands(), levels(kept[0]))

    @cached_property
    def reader(self) -> Reader:
        """The reader over the live release."""
        return reader(self.live.taxonomy, self._cache, self.encoder)

    @cached_property
    def reader_mark(self) -> str:
        """What changes with anything that the reader's answers depend on."""
        return reader_mark(self.live.taxonomy, self.encoder)

    @cached_property
    def knowledge(self) -> LabourKnowledge:
        """What Denmark asks of each occupation of the live release."""
        return labour_knowledge(self.live.taxonomy)

    @cached_property
    def search(self) -> Search:
        """What finds concepts of the live release, and places."""
        return Search(self.live.taxonomy)

    @property
    def index(self) -> MatchIndex:
        """The ads of the store as arrays, as new as its last change."""
        with self._lock:
            self.follow()
            if self._index is None:
                _ = self.live
                self._index = self._from_snapshot() or self._built()
            return self._index

    @property
    def at_hand(self) -> MatchIndex | None:
        """The index as it is, without a look at the store; None = it was not made yet."""
        return self._index

    @property
    def seen(self) -> int:
        """The sequence number of the last change of the store."""
        self.follow()
        return self.at

    def profile(self, id: ProfileId) -> Profile | None:
        """What the store has under `id`, read once until it changes; while it does not answer, what was last read."""
        try:
            self._catch_up()
            known, seen = self._recent.get(id), self.at
            return known or self._kept(self._store.profile(id), seen)
        except StoreUnreachableError:
            self.degraded = True
            if id not in self._recent:
                raise
            return self._recent[id]

    def _kept(self, found: Profile | None, seen: int) -> Profile | None:
        """The profile, kept unless the store has changed since it was as it was at `seen`."""
        with self._lock:
            if found is not None and seen == self.at:
                self._recent[found.id] = found
                if len(self._recent) > _RECENT:
                    del self._recent[next(iter(self._recent))]
        return found

    def coverage(self, profile: Profile, live: LiveOntology) -> Coverage:
        """What a profile covers in a release; kept for the few asked for last, while it is the one that is kept here.

        A profile is never changed: one that was struck or added to is another, and finds nothing here.
        """
        kept = self._covered.get(profile.id)
        if kept is not None and kept[0] is profile and kept[1] is live:
            return kept[2]
        found = coverage(profile, live.taxonomy, live.derived.near)
        with self._lock:
            if self._recent.get(profile.id) is profile:
                self._covered.pop(profile.id, None)
                self._covered[profile.id] = profile, live, found
                if len(self._covered) > _COVERED:
                    del self._covered[next(iter(self._covered))]
        return found

    @property
    def covered_profiles(self) -> frozenset[ProfileId]:
        """The profiles of which what they cover is kept here."""
        return frozenset(self._covered)

    def forget(self, id: ProfileId) -> None:
        """Keep nothing of a profile here."""
        self._recent.pop(id, None)
        self._covered.pop(id, None)

    def follow(self) -> None:
        """Let go of what the store has changed since; while it does not answer, keep what was last known.

        Raises:
            StoreUnreachableError: It does not answer, and nothing is known yet.
        """
        try:
            self._catch_up()
        except StoreUnreachableError:
            self.degraded = True
            if self._index is None:
                raise

    def _catch_up(self) -> None:
        look: _Look | None = getattr(self._here, "look", None)
        if look is not None and look.asked:
            return
        with self._lock:
            news = self._news() if self._followed else _News(self._last_seq())
            self.reconnects += self.degraded
            self.degraded, self.answered, self._followed = False, monotonic(), True
            self._take_in(news)
            self.at = news.last
        if look is not None:
            look.asked = True

    def _news(self) -> _News:
        """What changed since it was last asked, as far as something of it is held here."""
        news = _News(self.at)
        for one in self._store.changes(self.at):
            news.last, news.release = one.seq, news.release or one.kind == "ontology"
            if one.kind == "profile" and one.id in self._recent:
                news.people.add(ProfileId(one.id))
            if one.kind == "posting" and self._index is not None:
                news.ads.add(PostingId(one.id))
        return news

    def _last_seq(self) -> int:
        last = self._store.last_change()
        return last.seq if last else 0

    def _take_in(self, news: _News) -> None:
        """Let go of what a change has made old; the index takes in the ads that were written or removed."""
        for id in news.people:
            self.forget(id)
        if news.release:
            for name in _OF_A_RELEASE:
                self.__dict__.pop(name, None)
            self._index = None
        elif self._index is not None:
            self._index = self._following(self._index, news.ads)

    def _following(self, index: MatchIndex, ids: Set[PostingId]) -> MatchIndex | None:
        """The index with what the store now has of the ads that changed; None = so many that a new one is sooner."""
        if len(ids) * _MADE_ANEW > len(index) + _ALWAYS_TAKEN_IN:
            return None
        found = {id: self._store.posting(id) for id in ids}
        come = [one for one in found.values() if one is not None]
        return changed(index, ids, come, self.live) if ids else index

    @cached_property
    def _snapshot(self) -> Snapshot | None:
        """The newest snapshot, if it is this store's and of the live release."""
        found = newest(self._snapshots) if self._snapshots else None
        if found is None:
            return None
        return found if holds(self._store, found.seq, found.mark) else None

    def _from_snapshot(self) -> MatchIndex | None:
        """The snapshot's index with the ads that changed since; None where there is none, or where they are many."""
        kept = self._snapshot
        if kept is None:
            return None
        changes = self._store.changes(kept.seq)
        return self._following(kept.index, {PostingId(one.id) for one in changes if one.kind == "posting"})

    def _built(self) -> MatchIndex:
        """The index of what the store holds; kept as a snapshot, and mapped from it, where it is worth it."""
        built = build_index(self._store.postings(), self.live)
        last = next(self._store.changes(self.at - 1), None)
        if not self._snapshots or not last or last.seq != self.at or len(built) < self._worth_keeping:
            return built
        save(self._snapshots, Snapshot(last.seq, mark_of(last), self.live.taxonomy, self.live.derived, built))
        return mapped(self._snapshots, last.seq) or built
