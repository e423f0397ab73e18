"""Industries of Denmark (DB25, which is NACE rev. 2.1), and in which of them an occupation is found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import fsum, isclose
from typing import NewType

from ontology.errors import OntologyError
from ontology.tables import TableRow, read_table

IndustryCode = NewType("IndustryCode", str)
"""DB25 code: one letter `A` to `V` for a section, two digits for a division."""

IndustryShares = tuple[tuple[IndustryCode, float], ...]
"""Sections with their shares in (0, 1], the largest first."""


class IndustryLevel(StrEnum):
    """How fine an industry is."""

    SECTION = "section"
    DIVISION = "division"


@dataclass(frozen=True, slots=True)
class Industry:
    """A section or division; `parent` is the section of a division, None for a section. The titles are ours."""

    code: IndustryCode
    level: IndustryLevel
    parent: IndustryCode | None
    title_da: str
    title_en: str


@cache
def load_industries() -> Mapping[IndustryCode, Industry]:
    """The table `industries` by code, sections before divisions.

    Raises:
        OntologyError: The table is malformed.
    """
    return parse_industries(
        read_table("industries.csv", ("code", "level", "parent", "title_da", "title_en"), ("code",))
    )


@cache
def load_occupation_industries() -> Mapping[str, IndustryShares]:
    """The table `occupation_industries` by ISCO-08 code: P(section | group) in Denmark, by judgement.

    Every minor group (three digits) has a row; a unit group (four digits) only where it clearly differs.

    Raises:
        OntologyError: A table is malformed, names an unknown section, or has shares that do not sum to 1.
    """
    rows = read_table("occupation_industries.csv", ("isco", "section", "share"), ("isco", "section"))
    return parse_shares(rows, load_industries())


def industries_of(isco: str, prior: Mapping[str, IndustryShares]) -> IndustryShares:
    """The shares of an ISCO-08 unit group: its own, else those of its minor group, else ()."""
    return prior.get(isco[:4]) or prior.get(isco[:3], ())


def overlap(a: IndustryShares, b: IndustryShares) -> float:
    """How far two distributions over sections share their mass, in [0, 1]; the same both ways, 0 where one is empty."""
    other = dict(b)
    return min(1.0, fsum(min(share, other[section]) for section, share in a if section in other))


def parse_industries(rows: Iterable[TableRow]) -> Mapping[IndustryCode, Industry]:
    """Industries by code, in the order of the rows.

    Raises:
        OntologyError: A level is none of ours, or a parent is not a section of a row above.
    """
    found: dict[IndustryCode, Industry] = {}
    for row in rows:
        if row["level"] not in set(IndustryLevel):
            raise row.wrong("level", "one of " + ", ".join(IndustryLevel))
        level, parent = IndustryLevel(row["level"]), IndustryCode(row["parent"])
        if level is IndustryLevel.SECTION and parent:
            raise row.wrong("parent", "nothing, since a section has no parent")
        if level is IndustryLevel.DIVISION and not _is_section(parent, found):
            raise row.wrong("parent", "the code of a section in a row above")
        code = IndustryCode(row["code"])
        found[code] = Industry(code, level, parent or None, row["title_da"], row["title_en"])
    return found


def parse_shares(rows: Iterable[TableRow], industries: Mapping[IndustryCode, Industry]) -> Mapping[str, IndustryShares]:
    """Shares by ISCO-08 code.

    Raises:
        OntologyError: A code is no minor or unit group, a section is unknown, or the shares of a code do not sum to 1.
    """
    found: dict[str, list[tuple[IndustryCode, float]]] = {}
    last: dict[str, TableRow] = {}
    for row in rows:
        isco, section = row["isco"], IndustryCode(row["section"])
        if not isco.isdigit() or len(isco) not in (3, 4):
            raise row.wrong("isco", "an ISCO-08 code of three or four digits")
        if not _is_section(section, industries):
            raise row.wrong("section", "the code of a section of industries.csv")
        share = row.share("share")
        if share == 0.0:
            raise row.wrong("share", "a number above 0; remove the row instead")
        found.setdefault(isco, []).append((section, share))
        last[isco] = row
    for isco, shares in found.items():
        _check_sum(last[isco], shares)
    return {isco: tuple(sorted(shares, key=lambda one: (-one[1], one[0]))) for isco, shares in found.items()}


def _is_section(code: IndustryCode, industries: Mapping[IndustryCode, Industry]) -> bool:
    """Whether a code is a section that we have."""
    return code in industries and industries[code].level is IndustryLevel.SECTION


def _check_sum(row: TableRow, shares: Iterable[tuple[IndustryCode, float]]) -> None:
    """Raises OntologyError where the shares of the code in `row`, the last of that code, do not sum to 1."""
    total = fsum(share for _, share in shares)
    if not isclose(total, 1.0, abs_tol=1e-6):
        where = f"{row.table} line {row.line}"
        raise OntologyError(f"{where}: the shares of isco '{row['isco']}' sum to {total:.2f}; change them to sum to 1")
