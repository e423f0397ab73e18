"""Taking in CVs and ads: files in, profiles and postings out; what cannot be read is put aside, the batch goes on."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from api.batches import Already, Marked, ToRead, read_all
from api.current import Current
from api.reading_mark import ad_mark
from api.records.errors import RestrictedError
from graph.store.port import GraphStore, KeyVault, Quarantined, RecordStore
from ingestion.ad_shapes.reading import Ad, AdShape, Unread, read_ads
from ingestion.cv import read_cv
from ingestion.errors import IngestionError
from ingestion.formats.archive import Member
from ingestion.formats.sandbox import Sandbox
from ingestion.readers import RawText, contents, document_id, read_bytes, read_member
from ontology.corrections import corrected
from ontology.errors import ServiceError
from ontology.kinds import MunicipalityCode
from ontology.people import Document, DocumentId, Profile, ProfileId
from ontology.vacancies import Posting, PostingId

_BATCH = 100
"""Ads of one transaction: what a batch that is killed has to read again at most."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a batch did: ids kept, how many were new or changed, and what was put aside with the reason.

    `hidden` counts what was redacted, by kind of thing; `already` how many of those kept were there, read by the same
    reader from the same content, and so not read again.
    """

    kept: tuple[str, ...]
    changed: int
    aside: tuple[Quarantined, ...]
    hidden: Mapping[str, int]
    already: int = 0


class BrokenOffError(ServiceError):
    """A batch is told from outside to end early; what it has read is kept."""

    def __init__(self) -> None:
        super().__init__(
            "tjenesten blev standset; det, der er læst, er gemt: send filen igen, så fortsætter den, hvor den slap"
        )


class Intake:
    """Reads into the stores what comes from outside."""

    def __init__(
        self,
        store: GraphStore,
        records: RecordStore,
        vault: KeyVault,
        current: Current,
        check_usable: Callable[[ProfileId], None] = lambda _id: None,
    ) -> None:
        """Over the three stores; `current` gives the reader; `check_usable` raises where a profile must not be used."""
        self._store, self._records, self._vault, self._current = store, records, vault, current
        self._check_usable = check_usable

    def cvs(
        self,
        paths: Sequence[Path],
        step: Callable[[], None] = lambda: None,
        handled_by: MunicipalityCode | None = None,
    ) -> Ingested:
        """A profile for each CV under a random pseudonym; what cannot be read is put aside, the others go on.

        The CVs in a ZIP are read one by one. The same file again is the same profile, read again only where the reader
        has changed since. Each is kept before the next is read: a batch that was broken off may just be run again.
        What another municipality has is neither shown nor touched: each has a profile of its own.
        """
        self._current.follow()
        kept, aside, changed, already, hidden = [], [], 0, 0, Counter[str]()
        for file, sandbox in _files(paths, step):
            there = self._as_read_now(document_id(file.data), handled_by)
            if there is not None:
                kept.append(str(there.id))
                already += 1
                continue
            try:
                profile, document, written = self._take(read_member(file, sandbox), handled_by)
            except (IngestionError, RestrictedError) as error:
                aside.append(self._aside(file.name, error))
            else:
                kept.append(str(profile.id))
                hidden.update(one.kind for one in document.hidden)
                changed += written
        return Ingested(tuple(kept), changed, tuple(aside), hidden, already)

    def cv_text(self, text: str, handled_by: MunicipalityCode | None = None) -> Profile:
        """The profile of a CV that was typed or pasted; `handled_by` as in `cvs`.

        Raises:
            UnreadableError: It holds no text, or too much.
            RestrictedError: Its profile is kept and must not be used, so that it is not read anew.
        """
        self._current.follow()
        data = text.encode()
        return self._as_read_now(document_id(data), handled_by) or self._take(read_bytes("cv.txt", data), handled_by)[0]

    def _as_read_now(self, id: DocumentId, handled_by: MunicipalityCode | None) -> Profile | None:
        """The profile that this reader has read from a document; None where it has to be read."""
        known = self._known(id, handled_by)
        there = self._store.profile(known) if known is not None else None
        return there if there is not None and there.read_as == self._current.reader_mark else None

    def _take(self, raw: RawText, handled_by: MunicipalityCode | None) -> tuple[Profile, Document, bool]:
        """The profile of a CV, its document, and whether it says anything else than what was kept."""
        known = self._known(raw.id, handled_by)
        before = self._store.profile(known) if known is not None else None
        if before is not None:
            self._check_usable(before.id)
        found, document = read_cv(raw, known or ProfileId(secrets.token_hex(8)), self._current.reader)
        profile = replace(found, read_as=self._current.reader_mark, handled_by=handled_by)
        if before is not None:
            profile = corrected(profile, before.corrections).released_as(before)
        self._vault.key(profile.id)
        self._store.save_profile(profile, [document])
        return profile, document, before is None or replace(before, read_as=profile.read_as) != profile

    def postings(
        self,
        paths: Sequence[Path],
        step: Callable[[], None] = lambda: None,
        shape: AdShape | None = None,
        workers: int = 1,
        named: bool = True,
    ) -> Ingested:
        """The ads of files, folders and ZIPs; what cannot be read is put aside, the others go on.

        `shape` None = it is recognised by content; `workers` processes read where there are many; `named` False = the
        names of `paths` are ours, and no source of ads. What was kept stays when the batch is broken off; run again it
        reads only what is not there yet as this reader reads it.
        """
        self._current.follow()
        kept: list[str] = []
        aside: list[Quarantined] = []
        changed, already, hidden = 0, 0, Counter[str]()
        batch: list[tuple[Posting, Document]] = []
        found = self._marked(one for path in paths for one in read_ads(path, shape, named))
        try:
            for one in read_all(found, self._current.reader, workers):
                if isinstance(one, Unread):
                    aside.append(self._aside(one.name, one.error))
                elif isinstance(one, Already):
                    kept.append(one.id)
                    already += 1
                else:
                    batch.append(one)
                    kept.append(one[0].id)
                    hidden.update(what.kind for what in one[1].hidden)
                if len(batch) >= _BATCH:
                    full, batch = batch, []
                    changed += self._store.save_postings(full)
                step()
        except (KeyboardInterrupt, BrokenOffError):
            self._store.save_postings(batch)
            raise
        return Ingested(tuple(kept), changed + self._store.save_postings(batch), tuple(aside), hidden, already)

    def _marked(self, found: Iterable[Ad | Unread]) -> Iterator[ToRead]:
        """The ads with their marks, those that the store has under the same mark as there already."""
        reader, coming = self._current.reader_mark, iter(found)
        while some := list(islice(coming, _BATCH)):
            ids = {place: _id_of(one) for place, one in enumerate(some) if isinstance(one, Ad)}
            there = self._store.readings([id for id in ids.values() if id])
            for place, one in enumerate(some):
                if isinstance(one, Unread):
                    yield one
                    continue
                mark, id = ad_mark(reader, one), ids[place]
                yield Already(id) if id and there.get(id) == mark else Marked(one, mark)

    def _known(self, document: DocumentId, handled_by: MunicipalityCode | None) -> ProfileId | None:
        """The profile that was read from a document for the same municipality; None where there is none."""
        for id in self._store.profiles_read_from(document):
            found = self._store.profile(id)
            if found is not None and found.handled_by == handled_by:
                return id
        return None

    def _aside(self, name: str, error: Exception) -> Quarantined:
        entry = Quarantined(name, str(error), datetime.now(UTC))
        self._records.quarantine(entry)
        return entry


def _id_of(ad: Ad) -> PostingId | None:
    """The id that an ad's posting would have; None where its record names none."""
    number = ad.record.get("id")
    return PostingId(f"{ad.source}:{number}") if isinstance(number, str) else None


def _files(paths: Sequence[Path], step: Callable[[], None]) -> Iterator[tuple[Member, Sandbox]]:
    """Each file, those of a ZIP one by one, with the sandbox that reads it; `step` after each."""
    with Sandbox() as sandbox:
        for path in paths:
            for file in contents(path, sandbox):
                yield file, sandbox
                step()
