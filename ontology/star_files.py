"""STAR's files as they come, alone, in a folder or a ZIP: knows encodings and separators, not meanings."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from ontology.errors import OntologyError

Row = Mapping[str, str]

_MARKS = (",", ";", "\t", "|")
_LARGEST_BYTES = 50_000_000
_NAMED = "star_*.csv"
_ODD = {code: text for code in range(0x80, 0xA0) if (text := bytes([code]).decode("cp1252", errors="ignore"))}
"""What cp1252 has where Unicode has control characters: a file that was once read as Latin-1 holds those."""


@dataclass(frozen=True, slots=True)
class StarFile:
    """One table: its file's name, and its rows by column, cells stripped, column names in lower case."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def star_files(path: Path) -> list[StarFile]:
    """The tables at `path`: a file as it is, of a folder or a ZIP what is named `star_*.csv`.

    Raises:
        OntologyError: Nothing is there, a folder or ZIP has no such file, or a file is no table.
    """
    found = [_table(name, data) for name, data in _contents(path)]
    if not found:
        raise OntologyError(f"no file {_NAMED} in '{path}'; name STAR's files one by one, or call them so")
    return found


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(one for one in path.iterdir() if _is_stars(one.name)):
            yield file.name, _read(file)
    elif not path.is_file():
        raise OntologyError(f"no file or folder at '{path}'; give the path of STAR's titles and their mapping")
    elif zipfile.is_zipfile(path):
        yield from _members(path)
    else:
        yield path.name, _read(path)


def _is_stars(name: str) -> bool:
    return fnmatch(name.lower(), _NAMED)


def _read(path: Path) -> bytes:
    _refuse_large(path.name, path.stat().st_size)
    return path.read_bytes()


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                name = Path(member.filename).name
                if _is_stars(name):
                    _refuse_large(name, member.file_size)
                    yield name, archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise OntologyError(f"'{path}' cannot be unpacked: {error}; unpack it and name the files") from error


def _refuse_large(name: str, size: int) -> None:
    if size > _LARGEST_BYTES:
        raise OntologyError(f"{name} has {size} bytes; STAR has no such file, at most {_LARGEST_BYTES} are read")


def _table(name: str, data: bytes) -> StarFile:
    text = _text(name, data)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_mark(text)))
    except csv.Error as error:
        raise OntologyError(f"{name} is no CSV: {error}; save it as CSV UTF-8") from error
    header, *body = lines or [[]]
    columns = tuple(cell.strip().lower() for cell in header)
    rows = tuple(
        dict(zip(columns, (" ".join(cell.split()) for cell in [*cells, *[""] * len(columns)]), strict=False))
        for cells in body
        if any(cell.strip() for cell in cells)
    )
    return StarFile(name, columns, rows)


def _mark(text: str) -> str:
    """What parts the columns: the mark that the header has most of."""
    header = text.split("\n", 1)[0]
    return max(_MARKS, key=header.count)


def _text(name: str, data: bytes) -> str:
    """The text, as UTF-16 or UTF-8 where it is, else as cp1252, Excel's for Danish."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding).translate(_ODD)
        except UnicodeDecodeError:
            continue
    raise OntologyError(f"{name} is neither UTF-8, UTF-16 nor cp1252; save it as CSV UTF-8")
