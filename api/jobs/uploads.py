"""Files that are handed in, for as long as it takes to read them."""

import re
import secrets
import time
from collections.abc import AsyncIterable
from pathlib import Path

from ingestion.formats.limits import LARGEST_BYTES, MEGABYTE
from ontology.errors import ServiceError

_ID = re.compile(r"[0-9a-f]{32}\.[a-z]{2,5}")
_ENDINGS = frozenset(
    (".pdf", ".docx", ".odt", ".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".xml", ".csv", ".zip")
)
_MOST_WAITING = 50
_KEPT_S = 3600.0


class UploadError(ServiceError):
    """A file that is handed in cannot be taken."""


class Uploads:
    """A folder of files under random names; a name that a person gave says only what kind of file it is."""

    def __init__(self, folder: Path) -> None:
        """In `folder`, which is made when the first file comes, readable by its owner only."""
        self._folder = folder

    async def take(self, name: str, chunks: AsyncIterable[bytes]) -> str:
        """The id under which the file is kept for an hour at most, or until it is read.

        Raises:
            UploadError: It is of a kind that is not read, too large, empty, or too many wait.
        """
        ending = Path(name).suffix.lower()
        if ending not in _ENDINGS:
            raise UploadError(f"filer af typen '{ending[:10]}' læses ikke; gem som en af {', '.join(sorted(_ENDINGS))}")
        self._make_room()
        id, size = secrets.token_hex(16) + ending, 0
        path = self._folder / id
        try:
            with path.open("xb") as file:
                path.chmod(0o600)
                async for chunk in chunks:
                    size += len(chunk)
                    if size > LARGEST_BYTES:
                        raise UploadError(f"filen er større end {LARGEST_BYTES // MEGABYTE} MB; del den")
                    file.write(chunk)
            if size == 0:
                raise UploadError("filen er tom; vælg en anden")
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return id

    def path(self, id: str) -> Path | None:
        """Where the file is; None where there is none, or not any more."""
        path = self._folder / id
        return path if _ID.fullmatch(id) and path.is_file() else None

    def discard(self, id: str) -> None:
        """Remove a file."""
        if _ID.fullmatch(id):
            (self._folder / id).unlink(missing_ok=True)

    def _make_room(self) -> None:
        """Have the folder, and room in it."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.remove_old() >= _MOST_WAITING:
            raise UploadError("der venter for mange filer på at blive læst; prøv igen om lidt")

    def remove_old(self) -> int:
        """Remove what nobody came for; how many files still wait."""
        if not self._folder.is_dir():
            return 0
        oldest, waiting = time.time() - _KEPT_S, 0
        for path in self._folder.iterdir():
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
            else:
                waiting += 1
        return waiting
