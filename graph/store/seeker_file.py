"""What is counted of people, in an SQLite file of its own, so that a start does not read every profile anew.

It holds of a pseudonym what the store holds and no more, under the same rules: readable by its owner only, secure
delete, and whoever is erased or restricted goes from it at once. It may be deleted at any time: it is made anew.
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.labour_market.seeking import Seeker
from graph.store.codec import decoded, encoded
from graph.store.connection import Connections, private, read, write
from ontology.kinds import CredentialCode
from ontology.people import ProfileId

_SCHEMA = """
CREATE TABLE IF NOT EXISTS seeker (id TEXT PRIMARY KEY, town INTEGER NOT NULL, job INTEGER NOT NULL,
  skills BLOB NOT NULL, strengths BLOB NOT NULL, holds BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, mark TEXT NOT NULL,
  made_by TEXT NOT NULL) STRICT;
"""
_KEEP = "INSERT OR REPLACE INTO seeker VALUES (?, ?, ?, ?, ?, ?)"
_FORGET = "DELETE FROM seeker WHERE id = ?"


@dataclass(frozen=True, slots=True)
class State:
    """As of which change of the store the people are kept, the digest of that change, and what they were made by."""

    seq: int
    mark: str
    made_by: str


class SeekerFile:
    """The seekers of one store by pseudonym."""

    def __init__(self, path: Path) -> None:
        """Over a file that is made when something is first kept."""
        self._path = path
        self._connections: Connections | None = None

    def state(self) -> State | None:
        """As of when the people are kept; None where none are.

        Raises:
            StoreError: The file cannot be read.
        """
        if not self._path.exists():
            return None
        with read():
            row = self._db.execute("SELECT seq, mark, made_by FROM state").fetchone()
        return State(*row) if row else None

    def seekers(self) -> dict[ProfileId, Seeker]:
        """Everybody that is kept; raises StoreError where the file cannot be read."""
        if not self._path.exists():
            return {}
        holds: dict[bytes, tuple[CredentialCode, ...]] = {}
        found: dict[ProfileId, Seeker] = {}
        with read():
            for id, town, job, skills, strengths, held in self._db.execute("SELECT * FROM seeker ORDER BY id"):
                if held not in holds:
                    holds[held] = decoded(held, tuple[CredentialCode, ...])
                found[ProfileId(id)] = Seeker(town, job, skills, strengths, holds[held])
        return found

    def take_in(
        self,
        changed: Mapping[ProfileId, Seeker | None],
        state: State,
        gone_since: Callable[[], frozenset[ProfileId]],
        *,
        anew: bool = False,
    ) -> None:
        """Keep who changed, forget whose value is None; `anew` = nobody else is kept.

        `gone_since` names, once no other process can write here, who has changed after `state`: they are left out, so
        that nobody who is being erased is written again. What another process kept as of a later change stays.
        """
        with write(self._db):
            if anew:
                self._db.execute("DELETE FROM seeker")
            left_out = gone_since()
            self._db.executemany(_FORGET, [(id,) for id, one in changed.items() if one is None or id in left_out])
            kept = self._db.execute("SELECT seq FROM state WHERE made_by = ?", (state.made_by,)).fetchone()
            if anew or kept is None or kept[0] <= state.seq:
                rows = ((id, one) for id, one in changed.items() if one is not None and id not in left_out)
                self._db.executemany(_KEEP, (_row(id, one) for id, one in rows))
                values = (state.seq, state.mark, state.made_by)
                self._db.execute("INSERT OR REPLACE INTO state VALUES (1, ?, ?, ?)", values)
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def forget(self, id: ProfileId) -> None:
        """Keep nothing of a person; nothing of them is left in the file or beside it."""
        if not self._path.exists():
            return
        with write(self._db):
            self._db.execute(_FORGET, (id,))
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def ids(self) -> frozenset[ProfileId]:
        """Whom it holds."""
        if not self._path.exists():
            return frozenset()
        with read():
            return frozenset(ProfileId(id) for (id,) in self._db.execute("SELECT id FROM seeker"))

    @property
    def _db(self) -> sqlite3.Connection:
        if self._connections is None:
            try:
                self._connections = Connections(private(self._path), _SCHEMA)
            except StoreError:  # no database any more: what is made anew from the store is no loss
                for end in ("", "-wal", "-shm"):
                    self._path.with_name(self._path.name + end).unlink(missing_ok=True)
                self._connections = Connections(private(self._path), _SCHEMA)
        return self._connections.here


def _row(id: ProfileId, one: Seeker) -> tuple[str, int, int, bytes, bytes, bytes]:
    return id, one.town, one.job, one.skills, one.strengths, encoded(one.holds)
