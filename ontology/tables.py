"""How our own CSV tables are read: header, row and value checked, an error names all three."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import OntologyError

OURS = Path(__file__).parent / "data"
_ON_TOP: list[Path] = []
_LARGEST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of one of our tables, with where it stands."""

    table: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column."""
        return self.cells[column]

    def wrong(self, column: str, expected: str) -> OntologyError:
        """The error that says what is wrong with a cell."""
        return OntologyError(f"{self.table} line {self.line}: {column} is '{self[column]}'; expected {expected}")

    def whole(self, column: str, low: int, high: int) -> int:
        """The cell as a whole number in [low, high].

        Raises:
            OntologyError: It is none.
        """
        text = self[column]
        if not text.isdigit() or not low <= int(text) <= high:
            raise self.wrong(column, f"a whole number from {low} to {high}")
        return int(text)

    def share(self, column: str) -> float:
        """The cell as a number in [0, 1].

        Raises:
            OntologyError: It is none.
        """
        try:
            value = float(self[column])
        except ValueError:
            value = -1.0
        if not 0.0 <= value <= 1.0:
            raise self.wrong(column, "a number from 0 to 1")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """The cell split at `|`, empty parts left out."""
        return tuple(part.strip() for part in self[column].split("|") if part.strip())


def lay_on_top(folder: Path | None) -> None:
    """Read the tables of `folder`, a municipality's own, on top of ours from now on; None = ours alone.

    A row there replaces ours with the same key; one whose other cells are empty strikes ours. To be called before
    the first table is read, since what is read is kept.

    Raises:
        OntologyError: There is no such folder, or it holds a table that we do not have.
    """
    if folder is not None:
        if not folder.is_dir():
            raise OntologyError(f"no folder '{folder}'; KOMPETENCEBRO_TABLES names a folder of CSV tables")
        known = {path.name for path in OURS.glob("*.csv")}
        for path in sorted(folder.glob("*.csv")):
            if path.name not in known:
                raise OntologyError(f"{path.name} in '{folder}' is none of our tables; name it as in docs/data.md")
    _ON_TOP[:] = [folder] if folder else []


def layers() -> tuple[Path, ...]:
    """The folders that lie on top of ours."""
    return tuple(_ON_TOP)


def read_table(name: str, columns: Sequence[str], unique: Sequence[str]) -> Iterator[TableRow]:
    """The rows of ontology/data/<name>, a municipality's own on top; no two have the same values in `unique`.

    Raises:
        OntologyError: The file or a column is missing, a row is short, or a row is there twice.
    """
    found = _rows(OURS / name, columns, unique)
    for folder in _ON_TOP:
        if (folder / name).is_file():
            found.update(_rows(folder / name, columns, unique))
    for key, row in found.items():
        if any(cell for column, cell in row.cells.items() if column not in unique) or len(key) == len(columns):
            yield row


def read_own_file(path: Path, columns: Sequence[str], unique: Sequence[str]) -> Iterator[TableRow]:
    """The rows of a CSV file of a municipality's own that is none of our tables; checked as ours are.

    Raises:
        OntologyError: There is no such file, it is too large, or as `read_table`.
    """
    if not path.is_file():
        raise OntologyError(f"no file '{path}'; name a CSV file with the columns {', '.join(columns)}")
    if path.stat().st_size > _LARGEST_BYTES:
        raise OntologyError(f"'{path}' is larger than {_LARGEST_BYTES // 1_000_000} MB; keep the rows that are needed")
    yield from _rows(path, columns, unique).values()


def _rows(path: Path, columns: Sequence[str], unique: Sequence[str]) -> dict[tuple[str, ...], TableRow]:
    """The rows of one file by key; an error names a municipality's own file with its folder."""
    name = path.name if path.parent == OURS else str(path)
    if not path.is_file():
        raise OntologyError(f"our table {name} is missing from ontology/data; install the package again")
    found: dict[tuple[str, ...], TableRow] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        try:
            if list(reader.fieldnames or ()) != list(columns):
                raise OntologyError(f"{name}: columns are {reader.fieldnames}; expected {list(columns)}")
            for cells in reader:
                row = TableRow(name, reader.line_num, cells)
                if None in cells or None in cells.values():
                    raise OntologyError(f"{name} line {row.line}: wrong number of cells; expected {len(columns)}")
                key = tuple(cells[column] for column in unique)
                if key in found:
                    raise OntologyError(f"{name} line {row.line}: {key} is there twice; remove one")
                found[key] = row
        except UnicodeDecodeError as error:
            raise OntologyError(f"{name} after line {reader.line_num}: not UTF-8; save it as CSV UTF-8") from error
    return found
