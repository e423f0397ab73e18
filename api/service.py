"""The use cases; the place where reading meets the graph."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from api.batches import read_all
from api.current import Current
from api.knowledge import levels
from api.matching import Listing, Reach, listing, own_reach, proposed_bridges
from api.unlocking import proposed_unlocks
from graph.bridges import Bridge
from graph.derived import Derived
from graph.errors import StoreError, StoreUnreachableError, UnknownRecordError
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology, derive
from graph.scoring import Match, score
from graph.store.port import GraphStore, KeyVault, Quarantined, RecordStore
from graph.unlocks import Unlock
from ingestion.ad_shapes.reading import AdShape, Unread, read_ads
from ingestion.cv import read_cv
from ingestion.errors import IngestionError
from ingestion.formats.sandbox import Sandbox
from ingestion.reader import Reader
from ingestion.readers import RawText, contents, read_member
from ontology.display import with_danish_labels
from ontology.esco import ImportReport, Progress, read_esco
from ontology.job_titles import JobTitle, astray
from ontology.people import Document, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import with_own_concepts
from ontology.vacancies import Posting, PostingId
from ontology.work_context import Strain

_BATCH = 200
_READ_UNTIL, _SAVED_FROM = 0.35, 0.25


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a batch did: ids kept, how many were new or changed, and what was put aside with the reason.

    `hidden` counts what was redacted, by kind of thing.
    """

    kept: tuple[str, ...]
    changed: int
    aside: tuple[Quarantined, ...]
    hidden: Mapping[str, int]


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
        self._current, self._furnish = current or Current(store, None), furnish

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

    def import_ontology(self, paths: Sequence[Path], progress: Progress) -> tuple[Taxonomy, ImportReport, bool]:
        """Make a release the live one; the last value is False where it already was. STAR's titles are kept.

        Raises:
            OntologyError: The paths hold no whole release.
        """
        taxonomy, report = prepared(paths, lambda what, share: progress(what, _READ_UNTIL * share))
        taxonomy = replace(taxonomy, job_titles=self._job_titles())
        lost = sum(1 for _ in astray(taxonomy.job_titles, taxonomy.mappable))
        if lost:
            report.dangling["STAR's titles: concept not in the release"] = lost
        changed = self.make_live(taxonomy, lambda what, share: progress(what, _READ_UNTIL + (1 - _READ_UNTIL) * share))
        return taxonomy, report, changed

    def make_live(self, taxonomy: Taxonomy, progress: Progress) -> bool:
        """Derive what matching needs from a prepared release and make it the live one; False where it already was."""
        progress("beregner nærhed og skift", 0.0)
        return self.keep(taxonomy, derive(taxonomy, levels(taxonomy)), progress)

    def keep(self, taxonomy: Taxonomy, derived: Derived, progress: Progress) -> bool:
        """Make a release and what was derived from it the live one; False where it already was."""
        changed = self.store.save_ontology(
            taxonomy, derived, lambda share: progress("gemmer", _SAVED_FROM + (1 - _SAVED_FROM) * share)
        )
        self._current.follow()
        if self._furnish:
            self._furnish(self.live)
        progress("færdig", 1.0)
        return changed

    def _job_titles(self) -> tuple[JobTitle, ...]:
        """STAR's titles in the store; without them where what is kept cannot be read and is to be replaced."""
        try:
            kept = self.store.ontology()
        except StoreUnreachableError:
            raise
        except StoreError:
            return ()
        return kept[0].job_titles if kept else ()

    def ingest_cvs(self, paths: Sequence[Path], step: Callable[[], None] = lambda: None) -> Ingested:
        """A profile for each CV under a random pseudonym; what cannot be read is put aside, the others go on.

        The CVs in a ZIP are read one by one. The same file again is the same profile, written only where it is now read
        otherwise.
        """
        self._current.follow()
        kept, aside, changed, hidden = [], [], 0, Counter[str]()
        for name, read_one in _files(paths, step):
            try:
                raw = read_one()
                known = self.store.profile_read_from(raw.id)
                profile, document = read_cv(raw, known or ProfileId(secrets.token_hex(8)), self.reader)
            except IngestionError as error:
                aside.append(self._aside(name, error))
            else:
                kept.append(str(profile.id))
                hidden.update(one.kind for one in document.hidden)
                if known is None or self.store.profile(known) != profile:
                    self.vault.key(profile.id)
                    self.store.save_profile(profile, [document])
                    changed += 1
        return Ingested(tuple(kept), changed, tuple(aside), hidden)

    def ingest_postings(
        self,
        paths: Sequence[Path],
        step: Callable[[], None] = lambda: None,
        shape: AdShape | None = None,
        workers: int = 1,
    ) -> Ingested:
        """The ads of files, folders and ZIPs; what cannot be read is put aside, the others go on.

        `shape` None = it is recognised by content; `workers` processes read where there are many.
        """
        self._current.follow()
        kept: list[str] = []
        aside: list[Quarantined] = []
        changed, hidden = 0, Counter[str]()
        batch: list[tuple[Posting, Document]] = []
        found = (one for path in paths for one in read_ads(path, shape))
        for one in read_all(found, self.reader, workers):
            if isinstance(one, Unread):
                aside.append(self._aside(one.name, one.error))
            else:
                batch.append(one)
                kept.append(one[0].id)
                hidden.update(what.kind for what in one[1].hidden)
            if len(batch) >= _BATCH:
                changed += self.store.save_postings(batch)
                batch = []
            step()
        return Ingested(tuple(kept), changed + self.store.save_postings(batch), tuple(aside), hidden)

    def _aside(self, name: str, error: Exception) -> Quarantined:
        entry = Quarantined(name, str(error), datetime.now(UTC))
        self.records.quarantine(entry)
        return entry

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


def prepared(paths: Sequence[Path], progress: Progress) -> tuple[Taxonomy, ImportReport]:
    """The release of some ESCO folders or ZIPs with our own concepts and Danish names, and what its rows lacked.

    Raises:
        OntologyError: The paths hold no whole release.
    """
    taxonomy, report = read_esco(paths, progress)
    return with_danish_labels(with_own_concepts(taxonomy)), report


def _files(paths: Sequence[Path], step: Callable[[], None]) -> Iterator[tuple[str, Callable[[], RawText]]]:
    """Each file, those of a ZIP one by one, under its name and with what reads it; `step` after each path."""
    with Sandbox() as sandbox:
        for path in paths:
            for file in contents(path, sandbox):
                yield file.name, partial(read_member, file, sandbox)
            step()
