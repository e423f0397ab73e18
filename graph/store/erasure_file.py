"""Whose data was erased: a text file of its own, one line an erasure, that no backup brings back to before."""

import os
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import StoreError

_MARK = 64


class ErasureFile:
    """An ErasureList in a text file: a mark in hex, a space, the time. Lists of two machines may be joined with cat."""

    def __init__(self, path: Path) -> None:
        """The file is made with the first erasure; what its name ends in does not matter."""
        self._path = path

    def note_erasure(self, mark: str) -> None:
        """See ErasureList.note_erasure.

        Raises:
            StoreError: The file cannot be written.
        """
        if mark in self.erasures():
            return
        # A line that was torn by a power cut has no mark's length; the new one begins on a line of its own.
        line = f"\n{mark} {datetime.now(UTC).isoformat(timespec='seconds')}\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(file, line.encode())
                os.fsync(file)
            finally:
                os.close(file)
            _on_disk(self._path.parent)
        except OSError as error:
            raise StoreError(
                f"the list of erasures '{self._path}' cannot be written: {error}; nothing was erased, try again"
            ) from error

    def erasures(self) -> frozenset[str]:
        """See ErasureList.erasures.

        Raises:
            StoreError: The file is there and cannot be read.
        """
        try:
            lines = self._path.read_text("ascii", errors="replace").splitlines()
        except FileNotFoundError:
            return frozenset()
        except OSError as error:
            raise StoreError(f"the list of erasures '{self._path}' cannot be read: {error}; give it back") from error
        return frozenset(mark for line in lines if len(mark := line.partition(" ")[0]) == _MARK)


def _on_disk(folder: Path) -> None:
    """Have a file's name on disk, as its folder is; where no folder can be opened (Windows) the system sees to it."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
