"""The ports: what the rest of the house may ask of any store; one contract test holds every adapter."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from graph.derived import Derived
from graph.store.log import AdArchive, LogStore
from ontology.kinds import MunicipalityCode
from ontology.people import Document, DocumentId, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting, PostingId

Progress = Callable[[float], None]
"""Told the share in [0, 1] that is done."""


def silent(share: float) -> None:
    """A progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Change:
    """One write: `seq` rises by one a change in commit order; `kind` is ontology, profile, posting or document."""

    seq: int
    kind: str
    id: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A document that could not be read, and why; never its content."""

    name: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Job:
    """One batch: what it does, how far it is, and whose it is; `total` 0 = not known.

    `kept` are the first ids that it kept, `problems` the first reasons for which it put something aside. `process` is
    the sign of the process that works on it, `upload` the id of the file that waits to be read; '' = none is known.
    """

    id: str
    kind: str
    done: int
    failed: int
    total: int
    state: str
    owner: str = ""
    kept: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    process: str = ""
    upload: str = ""


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """That someone asked for a profile, written before the answer was given.

    `subject` is the vault's pseudonym of the person who asked; `role` and `act` are words of `api.access`;
    `municipality` is the one in whose name, None = the person's own or none was named; `sealed_reason` opens with the
    profile's key, empty = none was needed.
    """

    profile: ProfileId
    subject: str
    role: str
    act: str
    at: datetime
    municipality: MunicipalityCode | None = None
    sealed_reason: bytes = b""


class GraphStore(Protocol):
    """Keeps the live ontology, profiles, postings and the redacted documents they were read from."""

    def save_ontology(self, taxonomy: Taxonomy, derived: Derived, progress: Progress = silent) -> bool:
        """Make a release with its job titles the live one; False where it already was, unchanged."""
        ...

    def ontology(self) -> tuple[Taxonomy, Derived] | None:
        """The live release without descriptions; None where none was imported."""
        ...

    def save_profile(self, profile: Profile, documents: Iterable[Document]) -> None:
        """Keep a profile and its documents, replacing what was kept under its id."""
        ...

    def profile(self, id: ProfileId) -> Profile | None:
        """The profile kept under `id`; None where there is none."""
        ...

    def profiles_read_from(self, document: DocumentId) -> tuple[ProfileId, ...]:
        """The profiles that were read from a document, ascending; two municipalities may hold the same one."""
        ...

    def profiles(self) -> Iterator[ProfileId]:
        """The ids of all profiles, ascending."""
        ...

    def erase_profile(self, id: ProfileId) -> bool:
        """Remove a profile and the documents that only it was read from; False where there was none."""
        ...

    def save_postings(self, postings: Iterable[tuple[Posting, Document]]) -> int:
        """Keep ads, replacing those of the same id; how many were new or changed."""
        ...

    def readings(self, ids: Sequence[PostingId]) -> Mapping[PostingId, str]:
        """What each of these ads was read as (`Posting.read_as`); those that are not kept are left out."""
        ...

    def posting(self, id: PostingId) -> Posting | None:
        """The ad kept under `id`; None where there is none."""
        ...

    def postings(self) -> Iterator[Posting]:
        """All ads, by id."""
        ...

    def remove_posting(self, id: PostingId) -> bool:
        """Remove an ad and its document; False where there was none."""
        ...

    def document(self, id: DocumentId) -> Document | None:
        """The redacted text of a document; None where there is none."""
        ...

    def changes(self, after: int) -> Iterator[Change]:
        """What was written after sequence number `after`, in commit order; read bit by bit, as it is asked for."""
        ...

    def last_change(self) -> Change | None:
        """What was written last; None where nothing was."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class RecordStore(LogStore, AdArchive, Protocol):
    """Keeps what the service did: quarantine, jobs, access, decisions; append-only but for a job's progress."""

    def quarantine(self, entry: Quarantined) -> None:
        """Note a document that could not be read."""
        ...

    def quarantined(self) -> Iterator[Quarantined]:
        """What was put aside, oldest first."""
        ...

    def save_job(self, job: Job) -> None:
        """Keep a job's progress, replacing what was kept under its id."""
        ...

    def job(self, id: str) -> Job | None:
        """The job kept under `id`; None where there is none."""
        ...

    def jobs(self, states: Collection[str]) -> Iterator[Job]:
        """The jobs in one of these states, in no order."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """What this thread writes within is one write at the end: all of it or nothing."""
        ...

    def note_access(self, entry: AccessEntry) -> None:
        """Note that someone asked for a profile; on the disk when this returns."""
        ...

    def accesses(self, profile: ProfileId) -> Iterator[AccessEntry]:
        """Who asked for a profile, oldest first."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class KeyVault(Protocol):
    """Keeps one key a profile and which case is whose, apart from the graph."""

    def key(self, id: ProfileId) -> bytes:
        """The 32 bytes of a profile's key, made when first asked for."""
        ...

    def destroy(self, id: ProfileId) -> bool:
        """Destroy a profile's key and its case references for good; False where there was no key."""
        ...

    def pseudonym(self, text: str) -> str:
        """A keyed hash of `text`, 32 hex digits: the same for the same text, told by no one without this vault."""
        ...

    def refer(self, case: str, profile: ProfileId) -> None:
        """Let a case lead to a profile, in place of what it led to; only its keyed hash is kept."""
        ...

    def referred(self, case: str) -> ProfileId | None:
        """The profile that a case leads to; None where it leads to none."""
        ...

    def held_key(self, id: ProfileId) -> bytes | None:
        """A profile's key; None where it was destroyed, or never made. None is made now."""
        ...

    def holders(self) -> Iterator[ProfileId]:
        """The profiles that have a key, ascending."""
        ...

    def close(self) -> None:
        """Let go of the vault."""
        ...
