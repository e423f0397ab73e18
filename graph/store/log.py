"""What the decision log asks of a store: links that are only ever added, ads as they once were, and who is erased."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from ontology.people import ProfileId


@dataclass(frozen=True, slots=True)
class LogHead:
    """The last link of a chain: its number, and its hash in hex. Number 0 = nothing was written yet."""

    seq: int
    hash: str


START = LogHead(0, "0" * 64)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One link as it is kept; `api.records.chain` says what `hash` is over.

    at: UTC in ISO 8601 with microseconds, the very text that is hashed. profile: '' = about nobody. body: sealed with
    that profile's key, but for an erasure. previous: the hash of the link before.
    """

    seq: int
    at: str
    kind: str
    profile: ProfileId
    body: bytes
    previous: str
    hash: str

    @property
    def head(self) -> LogHead:
        """What the chain's head is where this is its last link."""
        return LogHead(self.seq, self.hash)


class LogStore(Protocol):
    """Keeps one chain, to which any number of processes add; nothing is changed or taken away."""

    def append(self, make: Callable[[LogHead], LogEntry]) -> LogEntry:
        """Add what `make` makes of the head, which no other process moves meanwhile; where it raises, nothing is."""
        ...

    def entries(self, after: int = 0, profile: ProfileId | None = None) -> Iterator[LogEntry]:
        """The links with a number above `after`, ascending; of one profile where it is given."""
        ...

    def head(self) -> LogHead:
        """The last link."""
        ...

    def latest(self, kinds: tuple[str, ...], profile: ProfileId | None = None) -> Iterator[LogEntry]:
        """The last link of these kinds for each profile, or for the one given; none where there is none."""
        ...


class AdArchive(Protocol):
    """Keeps ads as they stood at certain changes of the graph store, each version once."""

    def keep_ads(self, seq: int, ads: Iterable[tuple[str, bytes | None]]) -> None:
        """Note that at change `seq` these are the ads that differ from the mark before it; None = gone."""
        ...

    def ads_mark(self, seq: int) -> int:
        """The last change up to `seq` that the ads are kept for; 0 = none."""
        ...

    def ads_at(self, mark: int) -> Iterator[bytes]:
        """The ads as they stood at a mark, by id."""
        ...


class ErasureList(Protocol):
    """Keeps whose data was erased, apart from all that is backed up together, so that a backup can be erased anew."""

    def note_erasure(self, mark: str) -> None:
        """Add a mark; it is on disk when this returns."""
        ...

    def erasures(self) -> frozenset[str]:
        """All marks."""
        ...
