"""From an ad to the people whom it suits: those who are released, and of the others a count that tells of nobody."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import dropwhile, islice
from threading import RLock

import numpy as np

from api.current import Current
from api.market import STATISTICS_KEY
from api.matching import Listed, Place, opened
from api.reach import own_reach
from graph.candidates import Rows, Weighed, barred, told_of, weighed
from graph.crowd import Assembly, Crowd, CrowdReader, Flags, Home
from graph.labour_market.suppression import Lattice, Told, lattice
from graph.names import NONE
from graph.ontology import LiveOntology
from graph.order import best_first
from graph.store.port import GraphStore, KeyVault
from ontology.kinds import MunicipalityCode, Postcode
from ontology.people import Means, Profile, ProfileId, Releaser
from ontology.places import load_places
from ontology.travel import by_means, load_travel
from ontology.vacancies import Posting

PARTIES = {Releaser.CITIZEN: "borgeren", Releaser.CONSULTANT: "jobkonsulenten"}
_TOO_FEW = "for få til at nævne et antal"
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A released profile, and the match as its own list shows it; `listed.place` is where it stands in this list."""

    profile: Profile
    listed: Listed
    place: Place


@dataclass(frozen=True, slots=True)
class Candidates:
    """The released profiles that an ad suits, the best first.

    total: how many there are in all. more: whether there are some past those shown. others: about how many more it fits
    who are not released, in steps of five; None = it is not sure that they are five. live: whether the ad is listed
    that day, else nobody is looked for.
    """

    posting: Posting
    shown: tuple[Candidate, ...] = ()
    total: int = 0
    more: bool = False
    others: int | None = None
    live: bool = True

    @property
    def others_in_words(self) -> str:
        """The count of those who are not released, or that it is not told."""
        return _TOO_FEW if self.others is None else f"omkring {self.others}"


@dataclass(frozen=True, slots=True)
class _Sifted:
    """Whom of a crowd the ad suits, by row, and how well; both (rows,)."""

    crowd: Crowd
    rows: Rows
    found: Weighed

    @property
    def released(self) -> Rows:
        """The places in `rows` of those released."""
        return np.flatnonzero(self.crowd.released[self.rows])

    def ranked(self) -> Iterator[Place]:
        """The places in the list of those released, the best first, ties by id."""
        scores, ids = self.found.scores, self.crowd.ids
        return ((-float(scores[one]), str(ids[self.rows[one]])) for one in best_first(self.released, scores))

    def others(self, fit: float) -> Rows:
        """The rows of those who are not released and cover a fit."""
        return self.rows[~self.crowd.released[self.rows] & (self.found.fits >= fit - _TINY)]


class Candidacy:
    """Follows the profiles of one store, and finds those that an ad suits."""

    def __init__(
        self,
        store: GraphStore,
        vault: KeyVault,
        current: Current,
        restricted: Callable[[], frozenset[ProfileId]] = frozenset,
    ) -> None:
        """`current` follows the same store; the vault keeps the secret of the rounding; see `MarketView`."""
        self._store, self._vault, self._current, self._restricted = store, vault, current, restricted
        self._lock = RLock()
        self._seen = 0
        self._reader: CrowdReader | None = None
        self._everybody: Assembly | None = None
        self._lattice: Lattice | None = None

    def of(
        self,
        posting: Posting,
        scope: frozenset[MunicipalityCode] | None,
        as_of: date,
        top: int = 20,
        seen: Place | None = None,
    ) -> Candidates:
        """See Service.candidates. Suited: within reach, and no hard demand unmet that takes more than days to meet.

        The others are those whom it suits and who cover a fit (`constants.fit`).
        """
        if not posting.live_on(as_of):
            return Candidates(posting, live=False)
        everybody, reader, secret = self._followed()
        restricted, knowledge = self._restricted(), self._current.knowledge

        def sifted(crowd: Crowd, there: Flags) -> _Sifted:
            there = there & _handled(crowd, scope, reader) & ~crowd.rows_of(restricted)
            suited = there & _reached(crowd, posting) & ~barred(posting, crowd, reader.live, knowledge)
            rows = np.flatnonzero(suited)
            return _Sifted(crowd, rows, weighed(posting, crowd, rows, reader.live, as_of))

        parts = [sifted(*part) for part in everybody.parts]
        ranked = merge(*(part.ranked() for part in parts))
        shown = self._opened(posting, ranked if seen is None else dropwhile(lambda one: one <= seen, ranked), as_of)
        few, total = tuple(islice(shown, top + 1)), sum(len(part.released) for part in parts)
        others = told_of(((part.crowd, part.others(reader.live.constants.fit)) for part in parts), secret)
        return Candidates(posting, few[:top], total, len(few) > top, _count(others))

    def forget(self, id: ProfileId) -> None:
        """Keep nothing of a profile here."""
        with self._lock:
            if self._everybody is not None and self._reader is not None:
                self._everybody = self._reader.following(self._everybody, {id}, ())

    def _opened(self, posting: Posting, places: Iterator[Place], as_of: date) -> Iterator[Candidate]:
        """Those that are still there and released, with the match as their own list shows it."""
        live, knowledge = self._current.live, self._current.knowledge
        for place in places:
            profile = self._store.profile(ProfileId(str(place[-1])))
            if profile is not None and profile.released:
                yield Candidate(profile, opened(profile, posting, live, knowledge, as_of), place)

    def _followed(self) -> tuple[Assembly, CrowdReader, Lattice]:
        """Everybody as the store has them now, by the rows of the live release."""
        with self._lock:
            live, (ids, seen) = self._current.live, self._changed()
            if self._reader is None or self._reader.live is not live:
                self._everybody, self._reader = None, self._new_reader(live)
                self._lattice = None
            if self._everybody is None:
                self._everybody = self._reader.assembled(self._profiles(self._store.profiles()))
            elif ids:
                self._everybody = self._reader.following(self._everybody, ids, self._profiles(iter(ids)))
            self._lattice = self._lattice or self._new_lattice(live)
            self._seen = seen
            return self._everybody, self._reader, self._lattice

    def _changed(self) -> tuple[set[ProfileId], int]:
        """Whose profiles changed since `_seen`, and up to which change; nobody's where nobody's were read yet."""
        if self._everybody is None:
            last = self._store.last_change()
            return set(), last.seq if last else 0
        ids, seen = set[ProfileId](), self._seen
        for change in self._store.changes(seen):
            seen = change.seq
            if change.kind == "profile":
                ids.add(ProfileId(change.id))
        return ids, seen

    def _profiles(self, ids: Iterator[ProfileId]) -> Iterator[Profile]:
        return (found for found in map(self._store.profile, ids) if found is not None)

    def _new_reader(self, live: LiveOntology) -> CrowdReader:
        towns = {code: row for row, code in enumerate(sorted(load_places().municipalities))}
        return CrowdReader(live, towns, _home, self._current.knowledge.with_implied)

    def _new_lattice(self, live: LiveOntology) -> Lattice:
        """The offsets that every figure about people is rounded with, and those of what is not known, last."""
        towns = [*sorted(load_places().municipalities), ""]
        return lattice(self._vault.key(STATISTICS_KEY), towns, [*live.taxonomy.unit_groups, ""])


def _home(profile: Profile) -> Home:
    reach = own_reach(profile)
    row = load_travel().rows.get(reach.home, NONE) if reach.home is not None else NONE
    return Home(row, reach.means, reach.minutes)


def _handled(crowd: Crowd, scope: frozenset[MunicipalityCode] | None, reader: CrowdReader) -> Flags:
    if scope is None:
        return np.ones(len(crowd), np.bool_)
    chosen = np.zeros(len(reader.municipalities) + 1, np.bool_)  # the last, NONE, is nobody's
    chosen[[reader.municipalities[one] for one in scope if one in reader.municipalities]] = True
    return chosen[crowd.handled_by]


def _reached(crowd: Crowd, posting: Posting) -> Flags:
    """Who reaches one of the ad's workplaces as far as is known; (people,). A way takes as long there as back."""
    travel, places = load_travel(), load_places()
    seats = [one.postcode or places.seat(one.municipality) for one in posting.workplaces]
    ways = [found for seat in seats if seat and (found := travel.minutes_from(Postcode(seat))) is not None]
    by_car = np.append(np.min(ways, axis=0) if ways else np.full(len(travel.rows), np.inf), np.inf)[crowd.home]
    minutes = np.where(crowd.car, by_car, by_means(by_car, Means.TRANSIT))
    return (minutes <= crowd.minutes) | ~np.isfinite(minutes)


def _count(found: Told) -> int | None:
    return None if found.hidden[0] else int(found.value[0])
