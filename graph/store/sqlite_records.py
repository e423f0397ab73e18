"""Records and keys in SQLite files of their own, apart from the graph; also used beside Neo4j."""

import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from graph.store.codec import decoded, encoded
from graph.store.connection import Connections, write
from graph.store.port import Job, Quarantined
from graph.store.sqlite_log import LOG_SCHEMA, SqliteLog
from ontology.people import ProfileId

_RECORDS = """
CREATE TABLE IF NOT EXISTS quarantine (name TEXT NOT NULL, data BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS job (id TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""
_KEYS = "CREATE TABLE IF NOT EXISTS key (profile TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;"
_KEY_BYTES = 32


class SqliteRecords(SqliteLog):
    """A RecordStore in one SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; raises StoreError as SqliteStore does."""
        self._connections = Connections(path, _RECORDS + LOG_SCHEMA)

    @property
    def _db(self) -> sqlite3.Connection:
        return self._connections.here

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

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()


class SqliteVault:
    """A KeyVault in one SQLite file of its own."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, readable by its owner only; raises StoreError as SqliteStore does."""
        self._connections = Connections(path, _KEYS)
        path.chmod(0o600)

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
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def held_key(self, id: ProfileId) -> bytes | None:
        """See KeyVault.held_key."""
        row = self._db.execute("SELECT data FROM key WHERE profile = ?", (id,)).fetchone()
        return row[0] if row else None

    def holders(self) -> Iterator[ProfileId]:
        """See KeyVault.holders."""
        return (ProfileId(id) for (id,) in self._db.execute("SELECT profile FROM key ORDER BY profile").fetchall())

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()
