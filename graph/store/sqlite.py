"""The embedded default: the graph in one SQLite file, no server."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from graph.derived import Derived
from graph.store.codec import decoded, encoded
from graph.store.connection import Connections, write
from graph.store.port import Change, Progress, silent
from graph.store.taxonomy_codec import release_mark, release_of, release_parts, titles_mark
from ontology.people import Document, DocumentId, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting, PostingId

_SCHEMA = """
CREATE TABLE IF NOT EXISTS ontology (part TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS profile (id TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS posting (id TEXT PRIMARY KEY, data BLOB NOT NULL, document TEXT NOT NULL) STRICT,
  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (id TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS read_from (profile TEXT NOT NULL, document TEXT NOT NULL,
  PRIMARY KEY (profile, document)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS change (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL,
  gone INTEGER NOT NULL) STRICT;
"""
_PAGE = 2_000
"""Changes read at a time."""
_SAVE = MappingProxyType(
    {
        "document": "INSERT OR REPLACE INTO document (id, data) VALUES (?, ?)",
        "profile": "INSERT OR REPLACE INTO profile (id, data) VALUES (?, ?)",
    }
)


class SqliteStore:
    """A GraphStore in one SQLite file (WAL)."""

    def __init__(self, path: Path) -> None:
        """Open or make the file.

        Raises:
            StoreError: The file cannot be opened or is no store.
        """
        self._connections = Connections(path, _SCHEMA)

    @property
    def _db(self) -> sqlite3.Connection:
        return self._connections.here

    def save_ontology(self, taxonomy: Taxonomy, derived: Derived, progress: Progress = silent) -> bool:
        """See GraphStore.save_ontology."""
        parts = release_parts(taxonomy, derived)
        mark = (release_mark(parts) + titles_mark(parts)).encode()
        kept = self._db.execute("SELECT data FROM ontology WHERE part = 'digest'").fetchone()
        if kept and kept[0] == mark:
            return False
        with write(self._db):
            self._db.execute("DELETE FROM ontology")
            self._db.executemany("INSERT INTO ontology VALUES (?, ?)", [*parts.items(), ("digest", mark)])
            self._change("ontology", taxonomy.release, gone=False)
        return True

    def ontology(self) -> tuple[Taxonomy, Derived] | None:
        """See GraphStore.ontology."""
        parts = dict(self._db.execute("SELECT part, data FROM ontology"))
        if not parts:
            return None
        return release_of(parts)

    def save_profile(self, profile: Profile, documents: Iterable[Document]) -> None:
        """See GraphStore.save_profile."""
        with write(self._db):
            self._forget_documents(profile.id)
            for document in documents:
                self._db.execute(_SAVE["document"], (document.id, encoded(document)))
                self._db.execute("INSERT OR IGNORE INTO read_from VALUES (?, ?)", (profile.id, document.id))
            self._db.execute(_SAVE["profile"], (profile.id, encoded(profile)))
            self._change("profile", profile.id, gone=False)

    def profile(self, id: ProfileId) -> Profile | None:
        """See GraphStore.profile."""
        row = self._db.execute("SELECT data FROM profile WHERE id = ?", (id,)).fetchone()
        return decoded(row[0], Profile) if row else None

    def profiles_read_from(self, document: DocumentId) -> tuple[ProfileId, ...]:
        """See GraphStore.profiles_read_from."""
        found = self._db.execute("SELECT profile FROM read_from WHERE document = ? ORDER BY profile", (document,))
        return tuple(ProfileId(id) for (id,) in found.fetchall())

    def profiles(self) -> Iterator[ProfileId]:
        """See GraphStore.profiles."""
        return (ProfileId(id) for (id,) in self._db.execute("SELECT id FROM profile ORDER BY id").fetchall())

    def erase_profile(self, id: ProfileId) -> bool:
        """See GraphStore.erase_profile."""
        with write(self._db):
            gone = self._db.execute("DELETE FROM profile WHERE id = ?", (id,)).rowcount > 0
            if gone:
                self._forget_documents(id)
                self._change("profile", id, gone=True)
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def save_postings(self, postings: Iterable[tuple[Posting, Document]]) -> int:
        """See GraphStore.save_postings."""
        changed = 0
        with write(self._db):
            for posting, document in postings:
                data = encoded(posting)
                kept = self._db.execute("SELECT data FROM posting WHERE id = ?", (posting.id,)).fetchone()
                if kept and kept[0] == data:
                    continue
                self._db.execute(_SAVE["document"], (document.id, encoded(document)))
                row = (posting.id, data, posting.document)
                self._db.execute("INSERT OR REPLACE INTO posting (id, data, document) VALUES (?, ?, ?)", row)
                self._change("posting", posting.id, gone=False)
                changed += 1
        return changed

    def readings(self, ids: Sequence[PostingId]) -> Mapping[PostingId, str]:
        """See GraphStore.readings."""
        asked = (
            "SELECT id, CAST(data AS TEXT) ->> '$.read_as' FROM posting WHERE id IN (SELECT value FROM json_each(?))"
        )
        return {PostingId(id): mark or "" for id, mark in self._db.execute(asked, (encoded(ids).decode(),))}

    def posting(self, id: PostingId) -> Posting | None:
        """See GraphStore.posting."""
        row = self._db.execute("SELECT data FROM posting WHERE id = ?", (id,)).fetchone()
        return decoded(row[0], Posting) if row else None

    def postings(self) -> Iterator[Posting]:
        """See GraphStore.postings."""
        for (data,) in self._db.execute("SELECT data FROM posting ORDER BY id"):
            yield decoded(data, Posting)

    def remove_posting(self, id: PostingId) -> bool:
        """See GraphStore.remove_posting."""
        with write(self._db):
            row = self._db.execute("DELETE FROM posting WHERE id = ? RETURNING document", (id,)).fetchone()
            if row:
                unused = "DELETE FROM document WHERE id = ? AND id NOT IN (SELECT document FROM posting)"
                self._db.execute(unused, (row[0],))
                self._change("posting", id, gone=True)
        return row is not None

    def document(self, id: DocumentId) -> Document | None:
        """See GraphStore.document."""
        row = self._db.execute("SELECT data FROM document WHERE id = ?", (id,)).fetchone()
        return decoded(row[0], Document) if row else None

    def changes(self, after: int) -> Iterator[Change]:
        """See GraphStore.changes."""
        some = "SELECT seq, kind, id, gone FROM change WHERE seq > ? ORDER BY seq LIMIT ?"
        while page := self._db.execute(some, (after, _PAGE)).fetchall():
            yield from (Change(seq, kind, id, bool(gone)) for seq, kind, id, gone in page)
            after = page[-1][0]

    def last_change(self) -> Change | None:
        """See GraphStore.last_change."""
        row = self._db.execute("SELECT seq, kind, id, gone FROM change ORDER BY seq DESC LIMIT 1").fetchone()
        return Change(row[0], row[1], row[2], bool(row[3])) if row else None

    def close(self) -> None:
        """See GraphStore.close."""
        self._connections.close()

    def _change(self, kind: str, id: str, *, gone: bool) -> None:
        self._db.execute("INSERT INTO change (kind, id, gone) VALUES (?, ?, ?)", (kind, id, int(gone)))

    def _forget_documents(self, id: ProfileId) -> None:
        self._db.execute(
            "DELETE FROM document WHERE id IN (SELECT document FROM read_from WHERE profile = ?)"
            " AND id NOT IN (SELECT document FROM read_from WHERE profile <> ?)",
            (id, id),
        )
        self._db.execute("DELETE FROM read_from WHERE profile = ?", (id,))
