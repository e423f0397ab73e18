"""The use cases; the place where reading meets the graph."""

from collections.abc import Callable
from datetime import date
from functools import partial

from api.asking import Answer, answered, proposed_questions
from api.bridging import proposed_bridges
from api.candidates import Candidacy, Candidates
from api.current import Current
from api.intake import Intake
from api.market import MarketView
from api.market_reading import NOWHERE, Keeping
from api.matching import Listed, Listing, Outlook, Place, opened
from api.reach import Reach, own_reach
from api.records.ads import KeptAds
from api.records.entries import Versions
from api.records.erasure import Erasing, Unlisted
from api.records.log import DecisionLog
from api.records.notes import Notes
from api.records.versions import MadeBy
from api.records.witness import Witness
from api.releases import Releases
from api.searching import Search
from api.unlocking import proposed_unlocks
from api.wishes import ANY, Wishes
from graph.bridges import Bridge
from graph.errors import UnknownRecordError
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.questions import MOST, Question
from graph.scoring import Match, score
from graph.store.log import ErasureList
from graph.store.port import GraphStore, KeyVault, RecordStore
from graph.unlocks import Unlock
from ingestion.reader import Reader
from ontology.corrections import corrected
from ontology.kinds import MunicipalityCode
from ontology.people import Corrections, Document, DocumentId, Profile, ProfileId, Releaser
from ontology.vacancies import Posting, PostingId
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
        erasures: ErasureList | None = None,
        keeping: Keeping = NOWHERE,
    ) -> None:
        """Over the three stores; `current` follows the first of them, without snapshots where not given.

        `furnish` puts what we know beside a release that is made live; without `erasures` none is listed for backups.
        `keeping`: where the market's columns are kept between runs.
        """
        self.store, self.records, self.vault = store, records, vault
        self._current = current or Current(store, None)
        self.log, self.kept_ads, self._made_by = DecisionLog(records, vault), KeptAds(records, store), MadeBy()
        self.intake = Intake(store, records, vault, self._current, self.log.check_usable)
        self.releases = Releases(store, self._current, furnish)
        self.market = MarketView(store, vault, self._current, self.log.restricted_profiles, keeping)
        self.erasing = Erasing(store, vault, self.log, erasures or Unlisted(), self.market)
        self.candidacy = Candidacy(store, vault, self._current, self.log.restricted_profiles)

    @property
    def degraded(self) -> bool:
        """Whether the store did not answer when it was last asked; answers are then of what was last known."""
        return self._current.degraded

    @property
    def seen(self) -> int:
        """The sequence number of the store's last change: what was answered holds until it rises."""
        return self._current.seen

    @property
    def current(self) -> Current:
        """How the service stands to its store, for who runs it."""
        return self._current

    def close(self) -> None:
        """Let go of the three stores; what was written is in their files."""
        for one in (self.store, self.records, self.vault):
            one.close()

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

    def usable(self, id: str) -> Profile:
        """As `profile`; raises RestrictedError where it is kept and must not be used."""
        found = self.profile(id)
        self._current.once(("usable", found.id), partial(self.log.check_usable, found.id))
        return found

    def seen_by(self, by: str, notes: Notes | None = None) -> Witness:
        """The answers that a person is shown, each noted in the decision log; `by` is their pseudonym.

        `notes` is where the entries wait to be written together; None = each is written at once.
        """
        return Witness(self, by, notes or Notes(self.records))

    @property
    def made_by(self) -> Versions:
        """What answers are made by now."""
        return self._made_by.of(self.live)

    def ads_mark(self) -> int:
        """The mark under which the ads that answers are made of can be had back later."""
        seen = self.seen  # before the index: one that is newer is mended by the next mark, one that is older is not
        return self.kept_ads.mark(self.index, seen)

    def prepare(self) -> None:
        """Have the release and the index at hand before the first request; a snapshot of them is kept for others.

        The ads are kept for the decision log, and the market's columns for the analyst, so that neither the first match
        nor the first overview waits for them.
        """
        _ = self.made_by, self.ads_mark()
        self.market.prepare()

    def match(
        self,
        id: str,
        reach: Reach | None,
        as_of: date,
        top: int = 20,
        wishes: Wishes = ANY,
        seen: Place | None = None,
    ) -> Listing:
        """The best `top` ads for a profile past the place `seen`; `reach` None = the profile's own.

        `wishes` are of this answer.
        """
        return self._outlook(id, reach, as_of).listing(top, wishes, seen)

    def _outlook(self, id: str, reach: Reach | None, as_of: date) -> Outlook:
        """What the ads are to a profile, `reach` None = within its own; the same to all answers of one request."""
        profile, index, live, knowledge = self.usable(id), self.index, self.live, self.knowledge
        covered, where = self._current.coverage(profile, live), reach or own_reach(profile)
        made = partial(Outlook, profile, covered, index, live, knowledge, where, as_of)
        return self._current.once((covered, index, where, as_of), made)

    def unlocks(self, id: str, reach: Reach | None, as_of: date, count: int = 10) -> tuple[Unlock, ...]:
        """The things that would each bring most live ads within fit; `reach` None = the profile's own."""
        return proposed_unlocks(self._outlook(id, reach, as_of), count)

    def questions(self, id: str, reach: Reach | None, as_of: date, count: int = MOST) -> tuple[Question, ...]:
        """The few questions whose answers would change the list most; `reach` None = the profile's own."""
        return proposed_questions(self._outlook(id, reach, as_of), count)

    def answer(self, id: str, what: str, answer: Answer) -> Profile:
        """The profile with an answer kept: about a skill (URI), a credential (code), or 'car'.

        Raises:
            UnknownRecordError: There is no such profile.
            UnknownConceptError: `what` is none of these.
        """
        return self.correct(id, answered(what, answer, self.live.taxonomy))

    def correct(self, id: str, change: Callable[[Corrections], Corrections]) -> Profile:
        """The profile with its corrections changed; they stand when its documents are read again."""
        profile = self.profile(id)
        return self._kept(profile, corrected(profile, change(profile.corrections)))

    def release(self, id: str, by: Releaser) -> Profile:
        """The profile as one of the two released it; ads find it once both have, and while nothing restricts it.

        Raises:
            UnknownRecordError: There is no such profile.
            RestrictedError: It is kept and must not be used.
        """
        profile = self.usable(id)
        return self._kept(profile, profile.with_release(by, given=True))

    def withdraw(self, id: str, by: Releaser) -> Profile:
        """The profile as one of the two withdrew it: no ad finds it from now on.

        Raises:
            UnknownRecordError: There is no such profile.
        """
        profile = self.profile(id)
        return self._kept(profile, profile.with_release(by, given=False))

    def candidates(
        self,
        posting: str,
        scope: frozenset[MunicipalityCode] | None,
        as_of: date,
        top: int = 20,
        seen: Place | None = None,
    ) -> Candidates:
        """The best `top` released profiles that an ad suits, past the place `seen`; of the others a count.

        `scope`: the municipalities whose cases are looked at, None = everybody's.

        Raises:
            UnknownRecordError: There is no such ad.
        """
        return self.candidacy.of(self.posting(PostingId(posting)), scope, as_of, top, seen)

    def _kept(self, before: Profile, made: Profile) -> Profile:
        """The profile as it is made, saved where that is another than before."""
        if made != before:
            documents = [one for one in map(self.store.document, before.documents) if one is not None]
            self.store.save_profile(made, documents)
        return made

    def explain(self, id: str, posting: str, as_of: date) -> Match:
        """One match in full.

        Raises:
            UnknownRecordError: There is no such profile or ad.
        """
        found = self.posting(PostingId(posting))
        return score(self.usable(id), found, self.live, as_of)

    def posting(self, id: PostingId) -> Posting:
        """The ad under `id`.

        Raises:
            UnknownRecordError: There is none.
        """
        self._current.follow()
        found = self.store.posting(id)
        if found is None:
            raise UnknownRecordError(f"no ad '{id}' in this store; 'kompetencebro match' prints the ids")
        return found

    def document(self, id: DocumentId) -> Document | None:
        """The redacted text of a document; None where it is not kept."""
        return self.store.document(id)

    @property
    def search(self) -> Search:
        """Finds concepts and places by what a person types."""
        return self._current.search

    def opened(self, id: str, posting: str, as_of: date) -> Listed:
        """One match in full with its gates and journey, also of an ad that is folded.

        Raises:
            UnknownRecordError: There is no such profile or ad.
        """
        profile, ad, live = self.usable(id), self.posting(PostingId(posting)), self.live
        return opened(profile, ad, live, self.knowledge, as_of, self._current.coverage(profile, live))

    def bridges(
        self, id: str, as_of: date, count: int = 20, avoid: frozenset[Strain] = frozenset()
    ) -> tuple[Bridge, ...]:
        """The bridges of a profile, openings counted over the live ads within its own reach; `avoid` as in `match`."""
        return proposed_bridges(self._outlook(id, None, as_of), count, avoid)

    def erase(self, id: str, by: str = "") -> None:
        """Destroy a profile's key, and remove it and its documents; `by` is the pseudonym of who asks for it.

        Raises:
            UnknownRecordError: There is none.
        """
        self._current.forget(ProfileId(id))
        self.candidacy.forget(ProfileId(id))
        self.erasing.erase(ProfileId(id), by)
