"""How our own CSV tables are read: header, row and value checked, an error names all three."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import OntologyError


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


def read_table(name: str, columns: Sequence[str], unique: Sequence[str]) -> Iterator[TableRow]:
    """The rows of ontology/data/<name>; no two have the same values in `unique`.

    Raises:
        OntologyError: The file or a column is missing, a row is short, or a row is there twice.
    """
    path = Path(__file__).parent / "data" / name
    if not path.is_file():
        raise OntologyError(f"our table {name} is missing from ontology/data; install the package again")
    seen: set[tuple[str, ...]] = set()
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if list(reader.fieldnames or ()) != list(columns):
            raise OntologyError(f"{name}: columns are {reader.fieldnames}; expected {list(columns)}")
        for cells in reader:
            if None in cells or None in cells.values():
                raise OntologyError(f"{name} line {reader.line_num}: wrong number of cells; expected {len(columns)}")
            row = TableRow(name, reader.line_num, cells)
            key = tuple(cells[column] for column in unique)
            if key in seen:
                raise OntologyError(f"{name} line {reader.line_num}: {key} is there twice; remove one")
            seen.add(key)
            yield row
