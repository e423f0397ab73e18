"""ZIP archives and the formats packed as one, checked before anything in them is unpacked."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from ingestion.errors import UnreadableError
from ingestion.formats.limits import (
    LARGEST_BYTES,
    LARGEST_UNPACKED_BYTES,
    MEGABYTE,
    MOST_MEMBERS,
    MOST_PARTS,
    MOST_TIMES_PACKED,
    SMALL_BYTES,
)

_LOCKED = 0x1
_NO_DOCUMENTS = ("__MACOSX/", "Thumbs.db", "desktop.ini")
_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"})


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a ZIP: its content, or why it was not unpacked."""

    name: str
    data: bytes
    refused: str | None = None


def opened(name: str, data: bytes, most_parts: int = MOST_PARTS) -> zipfile.ZipFile:
    """The archive, none of whose parts is a bomb by what it says of itself.

    Raises:
        UnreadableError: It is damaged, locked, has too many parts or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(f"'{name}' is a damaged {_kind(name)} ({type(error).__name__}); save it again") from error
    parts = archive.infolist()
    if len(parts) > most_parts:
        raise UnreadableError(f"'{name}' holds {len(parts)} files, at most {most_parts} are read; split it")
    total = sum(part.file_size for part in parts)
    if total > LARGEST_UNPACKED_BYTES:
        raise UnreadableError(
            f"'{name}' unpacks to {total // MEGABYTE} MB, at most {LARGEST_UNPACKED_BYTES // MEGABYTE} MB are read; "
            "split it or save it smaller"
        )
    for part in parts:
        if part.file_size > max(SMALL_BYTES, MOST_TIMES_PACKED * part.compress_size):
            raise UnreadableError(
                f"'{name}' holds a part packed more than {MOST_TIMES_PACKED} times, as bombs are; save it again"
            )
        if part.flag_bits & _LOCKED:
            raise UnreadableError(f"'{name}' is locked with a password; save it without one")
    return archive


def part(name: str, archive: zipfile.ZipFile, path: str) -> bytes | None:
    """A part's content, None where there is none; zipfile holds it to the size that was checked.

    Raises:
        UnreadableError: It cannot be unpacked.
    """
    if path not in archive.namelist():
        return None
    try:
        return archive.read(path)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError) as error:
        raise UnreadableError(f"'{name}' is a damaged {_kind(name)} ({type(error).__name__}); save it again") from error


def members(name: str, data: bytes) -> Iterator[Member]:
    """The documents of a ZIP under `ZIP/member`, in its order; one that is refused says why, the others go on.

    Raises:
        UnreadableError: The archive as a whole is damaged, locked or too large.
    """
    archive = opened(name, data, MOST_MEMBERS)
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or entry.filename.startswith(_NO_DOCUMENTS) or path.name.startswith("."):
            continue
        label = f"{name}/{path.name}"
        try:
            if path.is_absolute() or PureWindowsPath(entry.filename).drive or ".." in path.parts:
                raise UnreadableError(f"'{label}' names a place outside of its archive; pack it again")
            if path.suffix.lower() in _ARCHIVES:
                raise UnreadableError(f"'{label}' is an archive in an archive; unpack it and send its files")
            if entry.file_size > LARGEST_BYTES:
                raise UnreadableError(f"'{label}' is larger than {LARGEST_BYTES // MEGABYTE} MB; save it smaller")
            yield Member(label, part(label, archive, entry.filename) or b"")
        except UnreadableError as error:
            yield Member(label, b"", str(error))


def _kind(name: str) -> str:
    return PurePosixPath(name).suffix.removeprefix(".").upper()
