"""The files of an ESCO download, folder or ZIP, read row by row; knows names and encodings, not meanings."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ontology.errors import OntologyError
from ontology.kinds import Language

Row = Mapping[str, str]

_MEMBER = re.compile(r"^(?P<table>[A-Za-z]+)(?:_(?P<language>[a-z]{2}))?\.csv$")
_LARGEST_FILE_BYTES = 400_000_000
_LARGEST_CELL = 2_000_000
_RELEASE = re.compile(r"v?(1\.\d(?:\.\d+)?)")


class EscoFiles:
    """The tables of one downloaded folder or ZIP, by table name and language."""

    def __init__(self, path: Path) -> None:
        """Look the tables up.

        Raises:
            OntologyError: Nothing is there, or nothing of it is ESCO.
        """
        self.path = path
        self._found = dict(_tables(path))
        if not self._found:
            raise OntologyError(
                f"no ESCO tables in '{path}'; expected files such as skills_en.csv: unpack the CSV download there"
            )

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables that are there, in any language."""
        return frozenset(table for table, _ in self._found)

    @property
    def named_release(self) -> str | None:
        """The release that the folder's or the file's name tells; None where it tells none."""
        match = _RELEASE.search(self.path.name)
        return match[1] if match else None

    def languages(self, table: str) -> tuple[Language | None, ...]:
        """The languages in which `table` is there; None = the file has no language suffix."""
        return tuple(language for name, language in self._found if name == table)

    def rows(self, table: str, language: Language | None, needed: Iterable[str] = ()) -> Iterator[Row]:
        """The rows of a table by column name, cells stripped; a missing cell is ''.

        Raises:
            OntologyError: The file lacks a column of `needed`, is no UTF-8, or is no CSV.
        """
        name = self._found[table, language]
        with self._open(name) as lines:
            reader = csv.reader(lines)
            try:
                header = [cell.strip() for cell in next(reader, [])]
                missing = [column for column in needed if column not in header]
                if missing:
                    raise OntologyError(
                        f"{name} in '{self.path}' lacks the column {missing[0]}; it has {', '.join(header) or 'none'}: "
                        "download the CSV package from the ESCO portal again"
                    )
                for cells in reader:
                    if cells:
                        yield dict(
                            zip(header, (c.strip() for c in cells + [""] * (len(header) - len(cells))), strict=False)
                        )
            except UnicodeDecodeError as error:
                raise OntologyError(
                    f"{name} in '{self.path}' is not UTF-8 (byte {error.start}); download it again"
                ) from error
            except csv.Error as error:
                raise OntologyError(f"{name} in '{self.path}' is no CSV: {error}; download it again") from error

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[str]]:
        csv.field_size_limit(_LARGEST_CELL)
        if self.path.is_dir():
            with (self.path / name).open(encoding="utf-8-sig", newline="") as lines:
                yield lines
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(name) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")


def _tables(path: Path) -> Iterator[tuple[tuple[str, Language | None], str]]:
    for name in _names(path):
        match = _MEMBER.match(name.rsplit("/", 1)[-1])
        if match:
            language = match["language"]
            yield (match["table"], Language(language) if language else None), name


def _names(path: Path) -> list[str]:
    if path.is_dir():
        return sorted(entry.name for entry in path.iterdir() if entry.suffix == ".csv")
    if not path.is_file():
        raise OntologyError(f"no folder or ZIP file at '{path}'; give the path of an ESCO download")
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise OntologyError(f"'{path}' is neither a folder nor a ZIP file; download it again") from error
    for member in members:
        if member.file_size > _LARGEST_FILE_BYTES:
            raise OntologyError(
                f"{member.filename} in '{path}' unpacks to {member.file_size} bytes; ESCO has no such file"
            )
    return sorted(member.filename for member in members)
