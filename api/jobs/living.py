"""Which processes live: each holds a lock on a file of its own, which the system lets go however a process ends."""

import fcntl
import os
import re
import secrets
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{32}\.process")


class Living:
    """The locks of a folder. Numbers of processes would not do: in a container each is the first."""

    def __init__(self, folder: Path) -> None:
        """In `folder`, which is made when the first process says that it lives, readable by its owner only."""
        self._folder, self._held = folder, dict[str, int]()

    def sign(self) -> str:
        """A name under which this process counts as living from now on, until it ends or `close` is called."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in self._folder.glob("*.process"):
            self.is_living(left.name)
        while True:
            name = f"{secrets.token_hex(16)}.process"
            file = os.open(self._folder / name, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
            fcntl.flock(file, fcntl.LOCK_EX)
            if os.fstat(file).st_nlink:  # else another process took it for a dead one's before it was locked
                self._held[name] = file
                return name
            os.close(file)

    def is_living(self, name: str) -> bool:
        """Whether the process that signed with this name still lives; the file of one that does not is removed."""
        if not _NAME.fullmatch(name):
            return False
        try:
            file = os.open(self._folder / name, os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            (self._folder / name).unlink(missing_ok=True)
        except BlockingIOError:
            return True
        finally:
            os.close(file)
        return False

    def close(self) -> None:
        """This process's signs are no more."""
        for name, file in self._held.items():
            (self._folder / name).unlink(missing_ok=True)
            os.close(file)
        self._held.clear()
