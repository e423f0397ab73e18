"""Files, folders and ZIPs -> the files with ads in them, each opened as often as is asked."""

import codecs
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

from ingestion.errors import UnreadableError

ENDINGS = frozenset((".json", ".jsonl", ".ndjson", ".jsonld", ".csv", ".tsv", ".txt", ".xml", ".rss", ".html", ".htm"))
MOST_MEMBERS = 100_000
MOST_UNPACKED_BYTES = 50_000_000_000
_HIGHEST_RATIO, _SMALL_BYTES = 200, 1_000_000
HEAD_BYTES = 65_536
LARGEST_AD_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class AdFile:
    """A file that may hold ads; `saved` is the day it was last written, `named` whether its name is its giver's own."""

    name: str
    open: Callable[[], IO[bytes]]
    saved: date
    named: bool = True

    def head(self) -> bytes:
        """Its first bytes."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)


class Metered:
    """A stream as UTF-8 that refuses to give more than one ad may hold until `one_more` is called.

    A parser that builds one value from a whole file would otherwise fill the memory.
    """

    def __init__(self, stream: IO[bytes], encoding: str, name: str) -> None:
        """Over `stream`, which is in `encoding`."""
        self._text = None if encoding == "utf-8" else io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self._stream, self._name, self._given = stream, name, 0

    def one_more(self) -> None:
        """An ad came out; count anew."""
        self._given = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            UnreadableError: One ad is larger than any ad.
        """
        if size == 0:  # ijson asks so whether the stream gives bytes
            return b""
        size = size if size > 0 else HEAD_BYTES
        data = self._stream.read(size) if self._text is None else self._text.read(size).encode()
        self._given += len(data)
        if self._given > LARGEST_AD_BYTES:
            raise UnreadableError(
                f"'{self._name}' has one ad of more than {LARGEST_AD_BYTES // 1_000_000} MB; give one record an ad"
            )
        return data


def files(path: Path, named: bool = True) -> Iterator[AdFile]:
    """The files at `path`, in order of their names; of a folder or a ZIP those with an ending that ads have.

    `named` False = the name of `path` itself says nothing; what lies in a ZIP has names of its own.

    Raises:
        UnreadableError: Nothing is there, or a ZIP is broken, locked or a bomb.
    """
    if path.is_dir():
        inner = sorted(one for one in path.rglob("*") if one.is_file() and not one.name.startswith("."))
        for one in inner:
            if one.suffix.lower() in ENDINGS:
                yield _file(one)
            elif one.suffix.lower() == ".zip":
                yield from _members(one)
        return
    if not path.is_file():
        raise UnreadableError(f"no file '{path}'; check the name")
    if zipfile.is_zipfile(path):
        yield from _members(path)
        return
    yield replace(_file(path), named=named)


def _file(path: Path) -> AdFile:
    return AdFile(path.name, lambda: path.open("rb"), datetime.fromtimestamp(path.stat().st_mtime, UTC).date())


def _members(path: Path) -> Iterator[AdFile]:
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise UnreadableError(f"'{path.name}' is a damaged ZIP; pack it again") from error
    with archive:
        found = [one for one in archive.infolist() if Path(one.filename).suffix.lower() in ENDINGS]
        _check(path.name, archive.infolist())
        for one in sorted(found, key=lambda member: member.filename):
            yield AdFile(f"{path.name}/{one.filename}", _opener(archive, one), date(*one.date_time[:3]))


def _opener(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(member)


def _check(name: str, members: Sequence[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED_BYTES:
        raise UnreadableError(f"'{name}' holds more than {MOST_MEMBERS} files or 50 GB; split it")
    for one in members:
        if one.flag_bits & 1:
            raise UnreadableError(f"'{name}/{one.filename}' is locked with a password; pack it without one")
        if one.file_size > _SMALL_BYTES and one.file_size > _HIGHEST_RATIO * max(1, one.compress_size):
            raise UnreadableError(f"'{name}/{one.filename}' unpacks to far more than ads do; it is not read")


def encoding_of(file: AdFile) -> str:
    """The encoding of a text file: by its mark, else UTF-8 where the whole of it is, else cp1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open() as stream:
        data = stream.read(HEAD_BYTES)
        if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
        marked = data.startswith(codecs.BOM_UTF8)
        try:
            while data:
                decoder.decode(data)
                data = stream.read(HEAD_BYTES * 16)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig" if marked else "utf-8"
