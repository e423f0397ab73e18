"""A copy of an SQLite file as it stands at one moment, also while others write to it."""

import os
import sqlite3
from pathlib import Path

from graph.errors import StoreError


def copy_of(file: Path, to: Path) -> int:
    """Copy a store's file whole, checked and on the disk; its size in bytes. Writers are not kept waiting.

    Raises:
        StoreError: There is no such file, something lies at `to` already, or it cannot be copied whole.
    """
    if not file.is_file():
        raise StoreError(f"there is no store '{file}' to copy; check KOMPETENCEBRO_STORE and KOMPETENCEBRO_RECORDS")
    if to.exists():
        raise StoreError(f"'{to}' is there already; name a new folder for each backup")
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    try:
        _copied(file, part)
        part.replace(to)
        _on_disk(to)
        _on_disk(to.parent)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"'{file}' cannot be copied to '{to}': {error}; check that the disk has room") from error
    return to.stat().st_size


def _copied(file: Path, part: Path) -> None:
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    here = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=10.0)
    there = sqlite3.connect(part)
    try:
        here.backup(there)
        there.execute("PRAGMA journal_mode = DELETE")  # one file: none of it waits in another beside it
        (found,) = there.execute("PRAGMA integrity_check").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(str(found))
    finally:
        there.close()
        here.close()


def _on_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
