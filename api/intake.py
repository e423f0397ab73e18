"""Taking in CVs and ads: files in, profiles and postings out; what cannot be read is put aside, the batch goes on."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from api.batches import read_all
from api.current import Current
from graph.store.port import GraphStore, KeyVault, Quarantined, RecordStore
from ingestion.ad_shapes.reading import AdShape, Unread, read_ads
from ingestion.cv import read_cv
from ingestion.errors import IngestionError
from ingestion.formats.sandbox import Sandbox
from ingestion.readers import RawText, contents, read_bytes, read_member
from ontology.kinds import MunicipalityCode
from ontology.people import Document, DocumentId, Profile, ProfileId
from ontology.vacancies import Posting

_BATCH = 200


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a batch did: ids kept, how many were new or changed, and what was put aside with the reason.

    `hidden` counts what was redacted, by kind of thing.
    """

    kept: tuple[str, ...]
    changed: int
    aside: tuple[Quarantined, ...]
    hidden: Mapping[str, int]


class Intake:
    """Reads into the stores what comes from outside."""

    def __init__(self, store: GraphStore, records: RecordStore, vault: KeyVault, current: Current) -> None:
        """Over the three stores; `current` gives the reader."""
        self._store, self._records, self._vault, self._current = store, records, vault, current

    def cvs(
        self,
        paths: Sequence[Path],
        step: Callable[[], None] = lambda: None,
        handled_by: MunicipalityCode | None = None,
    ) -> Ingested:
        """A profile for each CV under a random pseudonym; what cannot be read is put aside, the others go on.

        The CVs in a ZIP are read one by one. The same file again is the same profile, written only where it is now read
        otherwise; but what another municipality has is neither shown nor touched: each has a profile of its own.
        """
        self._current.follow()
        kept, aside, changed, hidden = [], [], 0, Counter[str]()
        for name, read_one in _files(paths, step):
            try:
                profile, document, written = self._take(read_one(), handled_by)
            except IngestionError as error:
                aside.append(self._aside(name, error))
            else:
                kept.append(str(profile.id))
                hidden.update(one.kind for one in document.hidden)
                changed += written
        return Ingested(tuple(kept), changed, tuple(aside), hidden)

    def cv_text(self, text: str, handled_by: MunicipalityCode | None = None) -> Profile:
        """The profile of a CV that was typed or pasted; `handled_by` as in `cvs`.

        Raises:
            UnreadableError: It holds no text, or too much.
        """
        self._current.follow()
        return self._take(read_bytes("cv.txt", text.encode()), handled_by)[0]

    def _take(self, raw: RawText, handled_by: MunicipalityCode | None) -> tuple[Profile, Document, bool]:
        """The profile of a CV, its document, and whether anything was written."""
        known = self._known(raw.id, handled_by)
        read, document = read_cv(raw, known or ProfileId(secrets.token_hex(8)), self._current.reader)
        profile = replace(read, handled_by=handled_by)
        if known is not None and self._store.profile(known) == profile:
            return profile, document, False
        self._vault.key(profile.id)
        self._store.save_profile(profile, [document])
        return profile, document, True

    def postings(
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
        for one in read_all(found, self._current.reader, workers):
            if isinstance(one, Unread):
                aside.append(self._aside(one.name, one.error))
            else:
                batch.append(one)
                kept.append(one[0].id)
                hidden.update(what.kind for what in one[1].hidden)
            if len(batch) >= _BATCH:
                changed += self._store.save_postings(batch)
                batch = []
            step()
        return Ingested(tuple(kept), changed + self._store.save_postings(batch), tuple(aside), hidden)

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


def _files(paths: Sequence[Path], step: Callable[[], None]) -> Iterator[tuple[str, Callable[[], RawText]]]:
    """Each file, those of a ZIP one by one, under its name and with what reads it; `step` after each path."""
    with Sandbox() as sandbox:
        for path in paths:
            for file in contents(path, sandbox):
                yield file.name, partial(read_member, file, sandbox)
            step()
