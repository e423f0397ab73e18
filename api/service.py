"""The use cases; the place where reading meets the graph."""

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from api.knowledge import labour_knowledge, levels
from api.matching import Listing, Reach, listing, own_reach, proposed_bridges
from graph.bridges import Bridge
from graph.errors import StoreError, StoreUnreachableError, UnknownRecordError
from graph.index import MatchIndex, build_index
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology, derive
from graph.scoring import Match, score
from graph.store.port import Change, GraphStore, KeyVault, Quarantined, RecordStore
from graph.store.snapshot import Snapshot, mark_of, newest, save
from ingestion.ads import read_posting
from ingestion.cv import read_cv
from ingestion.errors import IngestionError
from ingestion.reader import Reader, build_reader
from ingestion.readers import read
from ontology.display import with_danish_labels
from ontology.esco import ImportReport, Progress, read_esco
from ontology.people import Document, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import load_generic_demands, with_own_concepts
from ontology.vacancies import Posting, PostingId

_BATCH = 200
_RECENT = 1_000
_WORTH_KEEPING = 1_000
"""Fewer ads than this are indexed as fast as they are read back."""
_READ_UNTIL, _SAVED_FROM = 0.35, 0.25


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a batch did: ids kept, how many were new or changed, and what was put aside with the reason."""

    kept: tuple[str, ...]
    changed: int
    aside: tuple[Quarantined, ...]


class Service:
    """What a consultant, an operator or a frontend can ask for."""

    def __init__(
        self,
        store: GraphStore,
        records: RecordStore,
        vault: KeyVault,
        snapshots: Path | None = None,
        furnish: Callable[[LiveOntology], object] | None = None,
    ) -> None:
        """Over the three stores; `snapshots` is a folder that is this store's own, None = none is kept.

        `furnish` puts what we know beside a release that has become live. `degraded` says that the store did not answer
        when it was last asked.
        """
        self.store, self.records, self.vault, self._snapshots = store, records, vault, snapshots
        self._furnish = furnish
        self.degraded = False
        self._recent: dict[ProfileId, Profile] = {}
        self._index: MatchIndex | None = None
        self._seen = 0

    def import_ontology(self, paths: Sequence[Path], progress: Progress) -> tuple[Taxonomy, ImportReport, bool]:
        """Make a release the live one; the last value is False where it already was.

        Raises:
            OntologyError: The paths hold no whole release.
        """
        taxonomy, report = prepared(paths, lambda what, share: progress(what, _READ_UNTIL * share))
        changed = self.make_live(taxonomy, lambda what, share: progress(what, _READ_UNTIL + (1 - _READ_UNTIL) * share))
        return taxonomy, report, changed

    def make_live(self, taxonomy: Taxonomy, progress: Progress) -> bool:
        """Derive what matching needs from a prepared release and make it the live one; False where it already was."""
        progress("beregner nærhed og skift", 0.0)
        derived = derive(taxonomy, levels(taxonomy))
        changed = self.store.save_ontology(
            taxonomy, derived, lambda share: progress("gemmer", _SAVED_FROM + (1 - _SAVED_FROM) * share)
        )
        for derived_name in ("live", "reader", "knowledge", "_snapshot"):
            self.__dict__.pop(derived_name, None)
        self._index = None if changed else self._index
        if changed and self._furnish:
            self._furnish(self.live)
        progress("færdig", 1.0)
        return changed

    @cached_property
    def live(self) -> LiveOntology:
        """The live release.

        Raises:
            StoreError: None was imported.
        """
        kept = self._snapshot and (self._snapshot.taxonomy, self._snapshot.derived)
        kept = kept or self.store.ontology()
        if kept is None:
            raise StoreError("no ontology in this store; run 'kompetencebro ontology import PATH' first")
        return LiveOntology(kept[0], kept[1], load_generic_demands(), levels(kept[0]))

    @cached_property
    def _snapshot(self) -> Snapshot | None:
        """The newest snapshot, if it is this store's and of the live release."""
        found = newest(self._snapshots) if self._snapshots else None
        if found is None:
            return None
        since = list(self.store.changes(found.seq - 1))
        stale = not since or mark_of(since[0]) != found.mark or any(one.kind == "ontology" for one in since[1:])
        return None if stale else found

    @cached_property
    def reader(self) -> Reader:
        """The reader over the live release."""
        return build_reader(self.live.taxonomy)

    @cached_property
    def knowledge(self) -> LabourKnowledge:
        """What Denmark asks of each occupation of the live release."""
        return labour_knowledge(self.live.taxonomy)

    def ingest_cvs(self, paths: Sequence[Path], step: Callable[[], None] = lambda: None) -> Ingested:
        """A profile for each CV under a random pseudonym; what cannot be read is put aside, the others go on.

        The same file again is the same profile, written only where it is now read otherwise.
        """
        kept, aside, changed = [], [], 0
        for path in paths:
            try:
                raw = read(path)
                known = self.store.profile_read_from(raw.id)
                profile, document = read_cv(raw, known or ProfileId(secrets.token_hex(8)), self.reader)
            except IngestionError as error:
                aside.append(self._aside(path.name, error))
            else:
                kept.append(str(profile.id))
                if known is None or self.store.profile(known) != profile:
                    self.vault.key(profile.id)
                    self.store.save_profile(profile, [document])
                    changed += 1
            step()
        return Ingested(tuple(kept), changed, tuple(aside))

    def ingest_postings(self, paths: Sequence[Path], step: Callable[[], None] = lambda: None) -> Ingested:
        """The ads of JSON Lines files, or of JSON files with one each; what cannot be read is put aside."""
        kept: list[str] = []
        aside: list[Quarantined] = []
        changed = 0
        batch: list[tuple[Posting, Document]] = []
        for name, line in _lines(paths):
            try:
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise IngestionError("an ad is a JSON object; this line is none")
                batch.append(read_posting(record, Path(name).stem, self.reader))
                kept.append(batch[-1][0].id)
            except (IngestionError, json.JSONDecodeError) as error:
                aside.append(self._aside(name, error))
            if len(batch) >= _BATCH:
                changed += self.store.save_postings(batch)
                batch = []
            step()
        return Ingested(tuple(kept), changed + self.store.save_postings(batch), tuple(aside))

    def _aside(self, name: str, error: Exception) -> Quarantined:
        entry = Quarantined(name, str(error), datetime.now(UTC))
        self.records.quarantine(entry)
        return entry

    def profile(self, id: str) -> Profile:
        """The profile under `id`.

        Raises:
            UnknownRecordError: There is none.
        """
        found = self._latest_profile(ProfileId(id))
        if found is None:
            raise UnknownRecordError(f"no profile '{id}' in this store; 'kompetencebro ingest cv' prints the ids")
        return found

    def _latest_profile(self, id: ProfileId) -> Profile | None:
        """What the store says, else, while it does not answer, what it said last."""
        try:
            found = self.store.profile(id)
        except StoreUnreachableError:
            self.degraded = True
            if id not in self._recent:
                raise
            return self._recent[id]
        self.degraded = False
        self._recent.pop(id, None)
        if found is not None:
            self._recent[id] = found
            if len(self._recent) > _RECENT:
                del self._recent[next(iter(self._recent))]
        return found

    @property
    def index(self) -> MatchIndex:
        """The ads of the store as arrays, as new as the store's last change; while it does not answer, as before."""
        try:
            changes = list(self.store.changes(self._seen))
            latest = changes[-1].seq if changes else self._seen
            self.degraded = False
        except StoreUnreachableError:
            if self._index is None:
                raise
            self.degraded = True
            return self._index
        if self._index is None or latest > self._seen:
            self._index, self._seen = self._built(changes), latest
        return self._index

    def _built(self, changes: Sequence[Change]) -> MatchIndex:
        """The index as of the last of `changes`: the one at hand where no ad changed, else built anew."""
        at_hand, seq = self._index, self._seen
        if at_hand is None and self._snapshot:
            at_hand, seq = self._snapshot.index, self._snapshot.seq
        if at_hand is not None and not any(one.kind != "profile" for one in changes if one.seq > seq):
            return at_hand
        built = build_index(self.store.postings(), self.live)
        if self._snapshots and changes and len(built.postings) >= _WORTH_KEEPING:
            last = changes[-1]
            kept = Snapshot(last.seq, mark_of(last), self.live.taxonomy, self.live.derived, built)
            save(self._snapshots, kept)
        return built

    def match(self, id: str, reach: Reach | None, as_of: date, top: int = 20) -> Listing:
        """The best `top` ads for a profile; `reach` None = the reach that the profile itself gives."""
        profile = self.profile(id)
        where = reach or own_reach(profile)
        return listing(profile, self.index, self.live, self.knowledge, where, as_of, top)

    def explain(self, id: str, posting: str, as_of: date) -> Match:
        """One match in full.

        Raises:
            UnknownRecordError: There is no such profile or ad.
        """
        found = self.store.posting(PostingId(posting))
        if found is None:
            raise UnknownRecordError(f"no ad '{posting}' in this store; 'kompetencebro match' prints the ids")
        return score(self.profile(id), found, self.live, as_of)

    def bridges(self, id: str, as_of: date, count: int = 20) -> tuple[Bridge, ...]:
        """The bridges of a profile, openings counted over the live ads within its own reach."""
        profile = self.profile(id)
        return proposed_bridges(
            profile, self.index.postings, self.live, self.knowledge, own_reach(profile), as_of, count
        )

    def erase(self, id: str) -> None:
        """Remove a profile, its documents and its key.

        Raises:
            UnknownRecordError: There is none.
        """
        self._recent.pop(ProfileId(id), None)
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


def _lines(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        if not path.is_file():
            raise IngestionError(f"no file '{path}'; check the name")
        if path.suffix == ".json":
            yield path.name, path.read_text(encoding="utf-8")
            continue
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield path.name, line
