"""Tables of the labour market as files: CSV or Parquet, each with a data dictionary beside it."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from api.settings import SettingsError
from graph.errors import AnalysisError
from graph.labour_market.measures import COUNTED, Table

KEYS = ("area", "area_name", "group", "group_name", "month")
PARTS = ("value", "n", "low", "high", "hidden")
_KEY_WORDS = {
    "area": "områdets kode: kommunekode, region, 'danmark', flere med +, eller postnummer~minutter~transportmiddel",
    "area_name": "områdets navn",
    "group": "gruppens kode: ISCO-08, ESCO's URI eller branchens bogstav (DB25)",
    "group_name": "gruppens navn",
    "month": "måneden",
}
_PART_WORDS = {
    "value": "værdien; tom = skjult eller ikke kendt",
    "n": "antal opslag eller borgere, som tallet hviler på",
    "low": "nedre ende af et interval på 95 %",
    "high": "øvre ende af et interval på 95 %",
    "hidden": "1 = for få til at vise",
}
Columns = Mapping[str, npt.NDArray[Any]]


def header() -> tuple[str, ...]:
    """The columns of an export, in order."""
    return KEYS + tuple(f"{name}_{part}" for name in COUNTED for part in PARTS)


def dictionary(tables: Sequence[Table]) -> list[tuple[str, str, str, str]]:
    """Column, what it is, how it is counted, and its source, of every column of an export."""
    rows = [(key, _KEY_WORDS[key], "", "") for key in KEYS]
    for name, counted in COUNTED.items():
        source = tables[-1].columns[name].source if tables else ""
        rows += [(f"{name}_{part}", _PART_WORDS[part], counted, source) for part in PARTS]
    return rows


def columns_of(table: Table) -> Columns:
    """The arrays of one table under the names of `header`; rows that hold nothing are left out."""
    groups, areas = len(table.axis.codes), len(table.areas)
    kept = np.flatnonzero(table.there)
    area, group = kept // groups if groups else kept, kept % groups if groups else kept
    found: dict[str, npt.NDArray[Any]] = {
        "area": np.array([one.code for one in table.areas], object)[area] if areas else kept,
        "area_name": np.array([one.name for one in table.areas], object)[area] if areas else kept,
        "group": np.array(table.axis.codes, object)[group],
        "group_name": np.array(table.axis.labels, object)[group],
        "month": np.full(len(kept), str(table.month), object),
    }
    for name, column in table.columns.items():
        part = column.at(kept)
        found |= {f"{name}_{one}": getattr(part, one) for one in PARTS[:-1]}
        found[f"{name}_hidden"] = part.suppressed.astype(np.int8)
    return found


def save(tables: Iterable[Table], path: Path) -> int:
    """Write tables to a `.csv` or `.parquet` file and its dictionary to `NAME.dictionary.csv`; how many rows there are.

    Raises:
        AnalysisError: The name ends otherwise.
        SettingsError: It is Parquet, and pyarrow is not installed.
    """
    made, seen = {".csv": _save_csv, ".parquet": _save_parquet}.get(path.suffix), list[Table]()
    if made is None:
        raise AnalysisError(f"no way to write '{path.name}'; end its name in .csv or .parquet")

    def told() -> Iterator[Columns]:
        for table in tables:
            seen[:] = [table]
            yield columns_of(table)

    rows = made(told(), path)
    with path.with_suffix(".dictionary.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("column", "what", "counted", "source"), *dictionary(seen)])
    return rows


def _save_csv(parts: Iterable[Columns], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header())
        for part in parts:
            columns = [_written(part[name]) for name in header()]
            writer.writerows(zip(*columns, strict=True))
            count += len(columns[0])
    return count


def _written(values: npt.NDArray[Any]) -> list[object]:
    """The cells of one column: numbers to six digits, empty where there is none."""
    if values.dtype.kind == "f":
        return ["" if one != one else float(f"{one:.6g}") for one in values.tolist()]
    return list(values.tolist())


def _save_parquet(parts: Iterable[Columns], path: Path) -> int:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise SettingsError(
            "pyarrow is not installed; run pip install 'kompetencebro[parquet]', or write CSV"
        ) from error
    texts = pa.dictionary(pa.int32(), pa.string())
    kinds = {"hidden": pa.int8()}
    fields = [
        (name, texts) if name in KEYS else (name, kinds.get(name.split("_")[1], pa.float64())) for name in header()
    ]
    schema, count = pa.schema(fields), 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for part in parts:
            arrays = [
                pa.array(part[name].tolist() if name in KEYS else part[name], field.type, from_pandas=True)
                for name, field in zip(header(), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(part["area"])
    return count
