"""The decision log's chain and the ads it speaks of, in the SQLite file of the records."""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator

from graph.store.connection import Connections, read, write
from graph.store.log import START, LogEntry, LogHead
from ontology.people import ProfileId

LOG_SCHEMA = """
CREATE TABLE IF NOT EXISTS log (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, profile TEXT NOT NULL,
  body BLOB NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS log_of ON log (profile, kind, seq);
CREATE TRIGGER IF NOT EXISTS log_unchanged BEFORE UPDATE ON log
  BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS log_kept BEFORE DELETE ON log
  BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS log_at_its_end BEFORE INSERT ON log
  WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM log)
  BEGIN SELECT RAISE(ABORT, 'the decision log is append-only'); END;
CREATE TABLE IF NOT EXISTS ad (digest TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS ad_version (id TEXT NOT NULL, mark INTEGER NOT NULL, digest TEXT, PRIMARY KEY (id, mark))
  STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ad_mark (mark INTEGER PRIMARY KEY) STRICT;
"""
_COLUMNS = "seq, at, kind, profile, body, previous, hash"
_FAST = 1
_AT = """
SELECT ad.data FROM ad_version JOIN ad ON ad.digest = ad_version.digest
WHERE ad_version.mark = (SELECT MAX(mark) FROM ad_version AS other WHERE other.id = ad_version.id AND other.mark <= ?)
ORDER BY ad_version.id
"""


class SqliteLog:
    """The part of SqliteRecords that is a LogStore and an AdArchive."""

    _connections: Connections

    @property
    def _db(self) -> sqlite3.Connection:
        return self._connections.here

    def append(self, make: Callable[[LogHead], LogEntry]) -> LogEntry:
        """See LogStore.append; BEGIN IMMEDIATE keeps every other process waiting."""
        with write(self._db):
            made = make(self.head())
            row = (made.seq, made.at, made.kind, made.profile, made.body, made.previous, made.hash)
            self._db.execute(f"INSERT INTO log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608  # our own
        return made

    def entries(self, after: int = 0, profile: ProfileId | None = None) -> Iterator[LogEntry]:
        """See LogStore.entries."""
        one = "" if profile is None else "AND profile = ?"
        query = f"SELECT {_COLUMNS} FROM log WHERE seq > ? {one} ORDER BY seq"  # noqa: S608  # no value is in it
        with read():
            for row in self._db.execute(query, (after,) if profile is None else (after, profile)):
                yield _entry(row)

    def head(self) -> LogHead:
        """See LogStore.head."""
        with read():
            row = self._db.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
        return LogHead(*row) if row else START

    def latest(self, kinds: tuple[str, ...], profile: ProfileId | None = None) -> Iterator[LogEntry]:
        """See LogStore.latest."""
        marks = ", ".join("?" * len(kinds))
        one = "" if profile is None else "AND profile = ?"
        query = f"SELECT {_COLUMNS} FROM log WHERE seq IN (SELECT MAX(seq) FROM log WHERE kind IN ({marks}) {one} GROUP BY profile) ORDER BY seq"  # noqa: S608, E501  # no value is in it
        with read():
            rows = self._db.execute(query, kinds if profile is None else (*kinds, profile)).fetchall()
        return iter([_entry(row) for row in rows])

    def keep_ads(self, seq: int, ads: Iterable[tuple[str, bytes | None]]) -> None:
        """See AdArchive.keep_ads."""
        with write(self._db):
            for id, data in ads:
                digest = None if data is None else hashlib.sha256(data).hexdigest()
                if data is not None and not self._db.execute("SELECT 1 FROM ad WHERE digest = ?", (digest,)).fetchone():
                    self._db.execute("INSERT INTO ad VALUES (?, ?)", (digest, zlib.compress(data, _FAST)))
                self._db.execute("INSERT OR IGNORE INTO ad_version VALUES (?, ?, ?)", (id, seq, digest))
            self._db.execute("INSERT OR IGNORE INTO ad_mark VALUES (?)", (seq,))

    def ads_mark(self, seq: int) -> int:
        """See AdArchive.ads_mark."""
        with read():
            row = self._db.execute("SELECT MAX(mark) FROM ad_mark WHERE mark <= ?", (seq,)).fetchone()
        return int(row[0] or 0)

    def ads_at(self, mark: int) -> Iterator[bytes]:
        """See AdArchive.ads_at."""
        with read():
            for (data,) in self._db.execute(_AT, (mark,)):
                yield zlib.decompress(data)


def _entry(row: tuple[int, str, str, str, bytes, str, str]) -> LogEntry:
    seq, at, kind, profile, body, previous, hash = row
    return LogEntry(seq, at, kind, ProfileId(profile), body, previous, hash)
