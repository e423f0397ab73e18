"""What a page is made of: sections of plates, each with its pictures, its notes and its tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from api.report.scales import AREA_COLOURS
from api.report.tables import Table
from api.report.wording import month_name, number
from graph.labour_market.figures import TOO_FEW, Column, Figure
from graph.labour_market.months import Month


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture under its own head, or, where there is nothing to draw, the words that say so."""

    head: str
    picture: Markup
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """Pictures that are read together, what is to be said of them, and the same in tables."""

    id: str
    head: str
    lead: str
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter."""

    id: str
    head: str
    lead: str
    plates: tuple[Plate, ...]


def colour_of(area: int) -> str:
    """The colour of an area by its place in the report."""
    return AREA_COLOURS[area % len(AREA_COLOURS)]


def notes_of(one: Column | Figure, n: str, more: Sequence[str] = ()) -> tuple[str, ...]:
    """What each picture is told with: how many, when, from where, and how it was counted."""
    year, month = one.period.split("-") if one.period.count("-") == 1 else ("", "")
    period = month_name(Month(int(year), int(month))) if year else one.period
    return (f"n = {n}.", f"Periode: {period}. Kilde: {one.source}.", f"Sådan er der talt: {one.counted}.", *more)


def n_by_area(names: Sequence[str], counts: Sequence[float | None], of: str) -> str:
    """As '412 i København, 96 i Gentofte (opslag)'; what is None is too few to tell."""
    told = [TOO_FEW if count is None else number(count) for count in counts]
    said = [f"{count} i {name}" for name, count in zip(names, told, strict=True)]
    return f"{', '.join(said)} ({of})"
