"""The use cases; the place where reading meets the graph."""

from collections.abc import Callable
from datetime import date

from api.current import Current
from api.intake import Intake
from api.market import MarketView
from api.matching import Listing, Reach, listing, own_reach, proposed_bridges
from api.releases import Releases
from api.unlocking import proposed_unlocks
from graph.bridges import Bridge
from graph.errors import UnknownRecordError
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.scoring import Match, score
from graph.store.port import GraphStore, KeyVault, RecordStore
from graph.unlocks import Unlock
from ingestion.reader import Reader
from ontology.people import Profile, ProfileId
from ontology.vacancies import PostingId
from ontology.work_context import Strain


class Service:
    """What a consultant, an operator or a frontend can ask for."""

    def __init__(
        self,
        store: GraphStore,
        records: RecordStore,
        vault: KeyVault,
        current: Current | None = None,
        furnish: Callable[[LiveOntology], object] | None = None,
    ) -> None:
        """Over the three stores; `current` follows the first of them, without snapshots where not given.

        `furnish` puts what we know beside a release that is made live.
        """
        self.store, self.records, self.vault = store, records, vault
        self._current = current or Current(store, None)
        self.intake = Intake(store, records, vault, self._current)
        self.releases = Releases(store, self._current, furnish)
        self.market = MarketView(store, vault, self._current)

    @property
    def degraded(self) -> bool:
        """Whether the store did not answer when it was last asked; answers are then of what was last known."""
        return self._current.degraded

    @property
    def live(self) -> LiveOntology:
        """The live release.

        Raises:
            StoreError: None was imported.
        """
        return self._current.live

    @property
    def reader(self) -> Reader:
        """The reader over the live release."""
        return self._current.reader

    @property
    def knowledge(self) -> LabourKnowledge:
        """What Denmark asks of each occupation of the live release."""
        return self._current.knowledge

    @property
    def index(self) -> MatchIndex:
        """The ads of the store as arrays, as new as its last change."""
        return self._current.index

    def profile(self, id: str) -> Profile:
        """The profile under `id`.

        Raises:
            UnknownRecordError: There is none.
        """
        found = self._current.profile(ProfileId(id))
        if found is None:
            raise UnknownRecordError(f"no profile '{id}' in this store; 'kompetencebro ingest cv' prints the ids")
        return found

    def prepare(self) -> None:
        """Have the release and the index at hand before the first request; a snapshot of them is kept for others."""
        _ = self.live, self.index

    def match(
        self, id: str, reach: Reach | None, as_of: date, top: int = 20, avoid: frozenset[Strain] = frozenset()
    ) -> Listing:
        """The best `top` ads for a profile; `reach` None = the reach that the profile itself gives.

        `avoid` are needs of the person for this answer; they are kept nowhere.
        """
        profile = self.profile(id)
        where = reach or own_reach(profile)
        return listing(profile, self.index, self.live, self.knowledge, where, as_of, top, avoid=avoid)

    def unlocks(self, id: str, reach: Reach | None, as_of: date, count: int = 10) -> tuple[Unlock, ...]:
        """The things that would each bring most live ads within fit; `reach` None = the profile's own."""
        profile = self.profile(id)
        where = reach or own_reach(profile)
        return proposed_unlocks(profile, self.index, self.live, self.knowledge, where, as_of, count)

    def explain(self, id: str, posting: str, as_of: date) -> Match:
        """One match in full.

        Raises:
            UnknownRecordError: There is no such profile or ad.
        """
        found = self.store.posting(PostingId(posting))
        if found is None:
            raise UnknownRecordError(f"no ad '{posting}' in this store; 'kompetencebro match' prints the ids")
        self._current.follow()
        return score(self.profile(id), found, self.live, as_of)

    def bridges(
        self, id: str, as_of: date, count: int = 20, avoid: frozenset[Strain] = frozenset()
    ) -> tuple[Bridge, ...]:
        """The bridges of a profile, openings counted over the live ads within its own reach; `avoid` as in `match`."""
        profile = self.profile(id)
        return proposed_bridges(profile, self.index, self.live, self.knowledge, own_reach(profile), as_of, count, avoid)

    def erase(self, id: str) -> None:
        """Remove a profile, its documents and its key.

        Raises:
            UnknownRecordError: There is none.
        """
        self._current.forget(ProfileId(id))
        self.vault.destroy(ProfileId(id))
        if not self.store.erase_profile(ProfileId(id)):
            raise UnknownRecordError(f"no profile '{id}' in this store; it may be erased already")
