"""How our SQLite files are opened and written; the one place where the driver's errors become ours."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError

_BUSY_S = 10.0


def opened(path: Path, schema: str) -> sqlite3.Connection:
    """A connection to the file in WAL mode, its tables made where they are missing.

    Raises:
        StoreError: The file cannot be opened or is no SQLite file.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
        db.executescript(schema)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"cannot open the store '{path}': {error}; name another file with --store") from error
    return db


def private(path: Path) -> Path:
    """The same path, its file made where it is missing, which its owner alone can read.

    Before it is opened: SQLite gives the files beside it (WAL) the rights that it has then.

    Raises:
        StoreError: The file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.chmod(0o600)
    except OSError as error:
        raise StoreError(f"cannot open the store '{path}': {error}; name another file with --store") from error
    return path


class Connections:
    """One connection a thread to one file, made when the thread first asks; a transaction is its thread's alone."""

    def __init__(self, path: Path, schema: str) -> None:
        """Open the file in this thread; raises StoreError as `opened` does."""
        self._path, self._schema = path, schema
        self._local, self._all, self._lock = threading.local(), list[sqlite3.Connection](), threading.Lock()
        _ = self.here

    @property
    def here(self) -> sqlite3.Connection:
        """This thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = opened(self._path, self._schema)
            with self._lock:
                self._all.append(found)
        return found

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for one in self._all:
                one.close()
            self._all.clear()
        self._local = threading.local()


@contextmanager
def write(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of it or nothing; within another of the same connection it is a part of that one.

    Raises:
        StoreError: SQLite refused it.
    """
    try:
        if db.in_transaction:
            yield
            return
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    except sqlite3.Error as error:
        raise StoreError(f"the store refused a write: {error}; check that the disk has room and try again") from error


@contextmanager
def read() -> Iterator[None]:
    """What is read of a file that may be broken.

    Raises:
        StoreError: SQLite cannot read it.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"the store cannot be read: {error}; restore it from a backup") from error
