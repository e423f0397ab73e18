"""The chain of the decision log: what a link's hash is over, and where a chain is broken. Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.store.log import START, LogEntry, LogHead
from ontology.people import ProfileId

_FORM = b"kompetencebro decision log 1"


class Fault(StrEnum):
    """How a chain is broken."""

    CHANGED = "changed"
    MISSING = "missing"
    MOVED = "moved"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Broken:
    """The first link that does not hold, and how."""

    seq: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last link that holds, and what comes after it that does not; broken None = the chain holds whole."""

    head: LogHead
    broken: Broken | None


def linked(head: LogHead, at: str, kind: str, profile: ProfileId, body: bytes) -> LogEntry:
    """The link that follows `head`."""
    seq = head.seq + 1
    return LogEntry(seq, at, kind, profile, body, head.hash, _hash(head.hash, seq, at, kind, profile, body))


def canonical(previous: str, seq: int, at: str, kind: str, profile: str, body: bytes) -> bytes:
    """The bytes that a link's hash is over: the name of the form, then each field behind its length in eight bytes."""
    fields = (_FORM, previous.encode(), str(seq).encode(), at.encode(), kind.encode(), profile.encode(), body)
    return b"".join(len(field).to_bytes(8, "big") + field for field in fields)


def verify(entries: Iterable[LogEntry], kept: Iterable[LogHead] = ()) -> Verdict:
    """Whether the links follow each other from the first, and pass through the heads that were kept elsewhere."""
    head, outside = START, {one.seq: one.hash for one in kept}
    for entry in entries:
        fault = _fault(head, entry, outside)
        if fault is not None:
            return Verdict(head, Broken(head.seq + 1 if fault is Fault.MISSING else entry.seq, fault))
        head = entry.head
    beyond = [seq for seq in outside if seq > head.seq]
    return Verdict(head, Broken(head.seq + 1, Fault.TRUNCATED) if beyond else None)


def _fault(head: LogHead, entry: LogEntry, outside: dict[int, str]) -> Fault | None:
    if entry.seq != head.seq + 1:
        return Fault.MISSING if entry.seq > head.seq else Fault.MOVED
    made = _hash(entry.previous, entry.seq, entry.at, entry.kind, entry.profile, entry.body)
    if entry.previous != head.hash:
        return Fault.MOVED
    if made != entry.hash:
        return Fault.CHANGED
    return Fault.REWRITTEN if outside.get(entry.seq, entry.hash) != entry.hash else None


def _hash(previous: str, seq: int, at: str, kind: str, profile: str, body: bytes) -> str:
    return hashlib.sha256(canonical(previous, seq, at, kind, profile, body)).hexdigest()


def written(head: LogHead) -> str:
    """A head in the form in which it is kept elsewhere: number, colon, hash."""
    return f"{head.seq}:{head.hash}"


def as_head(text: str) -> LogHead | None:
    """The head that `written` gave `text` for; None where it is none."""
    seq, _, hash = text.strip().partition(":")
    is_hash = len(hash) == len(START.hash) and not set(hash) - set("0123456789abcdef")
    return LogHead(int(seq), hash) if seq.isascii() and seq.isdecimal() and is_hash else None
