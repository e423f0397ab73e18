"""Records and keys in SQLite files of their own, apart from the graph; also used beside Neo4j."""

import hmac
import secrets
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from graph.store.codec import decoded, encoded
from graph.store.connection import Connections, private, write
from graph.store.port import AccessEntry, Job, Quarantined
from graph.store.sqlite_log import LOG_SCHEMA, SqliteLog
from ontology.people import ProfileId

_RECORDS = """
CREATE TABLE IF NOT EXISTS quarantine (name TEXT NOT NULL, data BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS job (id TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS access (seq INTEGER PRIMARY KEY AUTOINCREMENT, profile TEXT NOT NULL, data BLOB NOT NULL)
  STRICT;
CREATE INDEX IF NOT EXISTS access_to ON access (profile);
"""
_KEYS = """
CREATE TABLE IF NOT EXISTS key (profile TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS own (name TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reference (case_hash TEXT PRIMARY KEY, profile TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS referred_to ON reference (profile);
"""
_KEY_BYTES = 32
_PSEUDONYM_DIGITS = 32


class SqliteRecords(SqliteLog):
    """A RecordStore in one SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; raises StoreError as SqliteStore does."""
        self._connections = Connections(path, _RECORDS + LOG_SCHEMA)

    @property
    def _db(self) -> sqlite3.Connection:
        return self._connections.here

    def together(self) -> AbstractContextManager[None]:
        """See RecordStore.together."""
        return write(self._db)

    def quarantine(self, entry: Quarantined) -> None:
        """See RecordStore.quarantine."""
        with write(self._db):
            self._db.execute("INSERT INTO quarantine VALUES (?, ?)", (entry.name, encoded(entry)))

    def quarantined(self) -> Iterator[Quarantined]:
        """See RecordStore.quarantined."""
        for (data,) in self._db.execute("SELECT data FROM quarantine ORDER BY rowid").fetchall():
            yield decoded(data, Quarantined)

    def save_job(self, job: Job) -> None:
        """See RecordStore.save_job."""
        with write(self._db):
            self._db.execute("INSERT OR REPLACE INTO job VALUES (?, ?)", (job.id, encoded(job)))

    def job(self, id: str) -> Job | None:
        """See RecordStore.job."""
        row = self._db.execute("SELECT data FROM job WHERE id = ?", (id,)).fetchone()
        return decoded(row[0], Job) if row else None

    def jobs(self, states: Collection[str]) -> Iterator[Job]:
        """See RecordStore.jobs."""
        found = (decoded(data, Job) for (data,) in self._db.execute("SELECT data FROM job").fetchall())
        return (one for one in found if one.state in states)

    def note_access(self, entry: AccessEntry) -> None:
        """See RecordStore.note_access."""
        with write(self._db):
            self._db.execute("INSERT INTO access (profile, data) VALUES (?, ?)", (entry.profile, encoded(entry)))

    def accesses(self, profile: ProfileId) -> Iterator[AccessEntry]:
        """See RecordStore.accesses."""
        found = self._db.execute("SELECT data FROM access WHERE profile = ? ORDER BY seq", (profile,)).fetchall()
        return (decoded(data, AccessEntry) for (data,) in found)

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()


class SqliteVault:
    """A KeyVault in one SQLite file of its own."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, readable by its owner only; raises StoreError as SqliteStore does."""
        self._connections = Connections(private(path), _KEYS)
        with write(self._db):
            self._db.execute("INSERT OR IGNORE INTO own VALUES ('hash', ?)", (secrets.token_bytes(_KEY_BYTES),))
        self._hash_key: bytes = self._db.execute("SELECT data FROM own WHERE name = 'hash'").fetchone()[0]

    @property
    def _db(self) -> sqlite3.Connection:
        return self._connections.here

    def key(self, id: ProfileId) -> bytes:
        """See KeyVault.key."""
        with write(self._db):
            self._db.execute("INSERT OR IGNORE INTO key VALUES (?, ?)", (id, secrets.token_bytes(_KEY_BYTES)))
        data: bytes = self._db.execute("SELECT data FROM key WHERE profile = ?", (id,)).fetchone()[0]
        return data

    def destroy(self, id: ProfileId) -> bool:
        """See KeyVault.destroy."""
        with write(self._db):
            gone = self._db.execute("DELETE FROM key WHERE profile = ?", (id,)).rowcount > 0
            self._db.execute("DELETE FROM reference WHERE profile = ?", (id,))
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def held_key(self, id: ProfileId) -> bytes | None:
        """See KeyVault.held_key."""
        row = self._db.execute("SELECT data FROM key WHERE profile = ?", (id,)).fetchone()
        return row[0] if row else None

    def holders(self) -> Iterator[ProfileId]:
        """See KeyVault.holders."""
        return (ProfileId(id) for (id,) in self._db.execute("SELECT profile FROM key ORDER BY profile").fetchall())

    def pseudonym(self, text: str) -> str:
        """See KeyVault.pseudonym."""
        return hmac.digest(self._hash_key, text.encode(), "sha256").hex()[:_PSEUDONYM_DIGITS]

    def refer(self, case: str, profile: ProfileId) -> None:
        """See KeyVault.refer."""
        with write(self._db):
            self._db.execute("INSERT OR REPLACE INTO reference VALUES (?, ?)", (self.pseudonym(case), profile))

    def referred(self, case: str) -> ProfileId | None:
        """See KeyVault.referred."""
        row = self._db.execute("SELECT profile FROM reference WHERE case_hash = ?", (self.pseudonym(case),)).fetchone()
        return ProfileId(row[0]) if row else None

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()
