"""People out of work as a statistic counts them (Statistics Denmark, Jobindsats), where a municipality has the numbers.

The file is a CSV of the municipality's own: area (municipality code, or 'danmark'), group (ISCO-08 code of one to four
digits, a section of DB25, or nothing = everybody), period (2026 or 2026-11), value (people, 0 or more), source (words).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from ontology.kinds import MunicipalityCode
from ontology.places import load_places
from ontology.tables import TableRow, read_own_file

COLUMNS = ("area", "group", "period", "value", "source")
WHOLE_COUNTRY = "danmark"
_GROUP = re.compile(r"^(\d{1,4}|[A-V])?$")
_PERIOD = re.compile(r"^[12]\d{3}(-(0[1-9]|1[0-2]))?$")


@dataclass(frozen=True, slots=True)
class Denominator:
    """How many people out of work there were, and who counted them."""

    value: float
    source: str


def read_denominators(path: Path) -> Mapping[tuple[str, str, str], Denominator]:
    """The numbers of a file by (area, group, period).

    Raises:
        OntologyError: The file is missing or malformed; the message names the line, the cell and what it should be.
    """
    rows = read_own_file(path, COLUMNS, ("area", "group", "period"))
    return {(row["area"], row["group"], row["period"]): _checked(row) for row in rows}


def _checked(row: TableRow) -> Denominator:
    if row["area"] != WHOLE_COUNTRY and MunicipalityCode(row["area"]) not in load_places().municipalities:
        raise row.wrong("area", f"the code of a municipality, or {WHOLE_COUNTRY}")
    if not _GROUP.match(row["group"]):
        raise row.wrong("group", "an ISCO-08 code, the letter of a section, or nothing")
    if not _PERIOD.match(row["period"]):
        raise row.wrong("period", "a year such as 2026 or a month such as 2026-11")
    if not row["source"].strip():
        raise row.wrong("source", "who counted, and when it was fetched")
    return Denominator(_people(row), row["source"].strip())


def _people(row: TableRow) -> float:
    try:
        value = float(row["value"])
    except ValueError:
        value = -1.0
    if not isfinite(value) or value < 0:
        raise row.wrong("value", "a number of people, 0 or more, with a full stop for the decimals")
    return value
