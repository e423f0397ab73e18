"""The plates about ads: which work is advertised, where it stands out, and how it moves month by month."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from api.report.dots import EDGE, Dot, dots
from api.report.gathering import Gathered
from api.report.lines import Line, lines
from api.report.plates import Panel, Plate, colour_of, n_by_area, notes_of
from api.report.scales import AREA_DASHES, around_one, from_nought
from api.report.summary import LEAST_ADS, is_part
from api.report.svg import WIDTH
from api.report.tables import Table, table
from api.report.wording import alone, counted, day_name, month_name, month_short, number, ratio, upper_first
from graph.labour_market.measures import Table as Measures

ENDS = (EDGE, WIDTH - EDGE)
_ROWS, _SMALL_MULTIPLES = 12, 9
_INTERVAL = "Tal i parentes og streger i billedet er et interval på 95 %"


def total_of(found: Measures, name: str, group: int) -> float:
    """A measure of a group over all areas of a table; what is hidden or not known counts as nothing."""
    column = found.columns[name].value.reshape(len(found.areas), -1)
    return float(np.nansum(column[:, group]))


def largest(found: Gathered, name: str, rows: int) -> list[int]:
    """The groups with most of something over all areas, at most so many, none without any."""
    count = [(total_of(found.table, name, group), group) for group in range(len(found.table.axis.codes))]
    return [group for value, group in sorted(count, key=lambda one: (-one[0], one[1]))[:rows] if value > 0]


def label_of(found: Gathered, group: int) -> str:
    """A group as it heads a row."""
    return upper_first(found.table.axis.labels[group])


def area_names(found: Gathered) -> list[str]:
    """The names of the areas, in order."""
    return [one.name for one in found.wish.areas]


def live_counts(found: Gathered) -> list[float | None]:
    """The live ads of each area."""
    return [found.totals.columns["live"].figure(row).value for row in range(len(found.wish.areas))]


def openings(found: Gathered) -> Plate:
    """The groups with most openings, as bars."""
    column, groups = found.table.columns["openings"], largest(found, "openings", _ROWS)
    rows = [[column.figure(found.table.row(at, group)) for group in groups] for at in range(len(found.wish.areas))]
    scale = from_nought([one.high for row in rows for one in row], *ENDS)
    panels = []
    for at, area in enumerate(found.wish.areas):
        shown = [Dot(label_of(found, group), one, alone(one)) for group, one in zip(groups, rows[at], strict=True)]
        title = f"Stillinger efter faggruppe i {area.name}"
        drawn = dots(f"stillinger-{at}", title, shown, scale, colour_of(at), "stillinger", as_bars=True)
        panels.append(Panel(area.name, drawn))
    return Plate(
        "stillinger",
        "Det meste af det, der slås op",
        f"De {len(groups)} faggrupper med flest stillinger i områderne tilsammen, samme rækkefølge og målestok i hver.",
        tuple(panels),
        notes_of(column, n_by_area(area_names(found), live_counts(found), "opslag"), (f"{_INTERVAL}.",)),
        (ads_table(found, groups, "Opslag og stillinger i de viste faggrupper, med interval på 95 %"),),
    )


def ads_table(found: Gathered, groups: Sequence[int], caption: str) -> Table:
    """What is measured of the ads of some groups, in their order; what holds nothing is left out."""
    names = ("live", "openings", "new", "closed", "days")
    rows = []
    for at, area in enumerate(found.wish.areas):
        for group in groups:
            row = found.table.row(at, group)
            if any((found.table.columns[name].figure(row).value or 0) > 0 for name in ("live", "closed")):
                cells = [counted(found.table.columns[name].figure(row)) for name in names]
                rows.append((area.name, coded(found, group), *cells))
    heads = ("område", "faggruppe", "opslag", "stillinger", "nye", "lukkede", "dage slået op")
    return table(caption, heads, rows, heads=2)


def coded(found: Gathered, group: int) -> str:
    """A group with its code, for a table."""
    return f"{found.table.axis.codes[group]} {label_of(found, group)}"


def standing_out(found: Gathered) -> Plate:
    """Where a group fills more or less than in the country."""
    column, panels = found.table.columns["quotient"], []
    chosen = [_far_from_one(found, at) for at in range(len(found.wish.areas))]
    figures = [column.figure(found.table.row(at, group)) for at, groups in enumerate(chosen) for group in groups]
    scale = around_one([end for one in figures for end in (one.low, one.high)], *ENDS)
    for at, (area, groups) in enumerate(zip(found.wish.areas, chosen, strict=True)):
        ones = [(group, column.figure(found.table.row(at, group))) for group in groups]
        shown = [Dot(label_of(found, group), one, alone(one, 2)) for group, one in ones]
        title = f"Faggrupper, der fylder mere eller mindre i {area.name} end i landet"
        axis = "gange landets andel (logaritmisk)"
        drawn = dots(f"kvotient-{at}", title, shown, scale, colour_of(at), axis, [(1.0, "som landet")])
        empty = "" if shown else f"Ingen faggruppe med mindst {LEAST_ADS} opslag ligger tydeligt fra landet."
        panels.append(Panel(area.name, drawn, empty))
    rows = [
        (area.name, coded(found, group), ratio(one), number(one.n or 0))
        for at, (area, groups) in enumerate(zip(found.wish.areas, chosen, strict=True))
        for group in groups
        if (one := column.figure(found.table.row(at, group)))
    ]
    heads = ("område", "faggruppe", "gange landet", "opslag")
    return Plate(
        "kvotient",
        "Det, der fylder mere eller mindre end i landet",
        f"Faggrupper med mindst {LEAST_ADS} opslag, hvis interval ikke rummer 1. Ud af mange grupper falder nogle få"
        " udenfor ved et tilfælde.",
        tuple(panels),
        notes_of(column, n_by_area(area_names(found), live_counts(found), "opslag"), (f"{_INTERVAL}.",)),
        (table("Andel af områdets opslag mod andel af landets", heads, rows, heads=2),),
    )


def _far_from_one(found: Gathered, at: int) -> list[int]:
    """The groups whose interval does not hold 1, most over the country first, then those under it."""
    column, rows = found.table.columns["quotient"], []
    for group in range(len(found.table.axis.codes)):
        one = column.figure(found.table.row(at, group))
        if one.value and one.low and one.high and (one.n or 0) >= LEAST_ADS and not one.low <= 1 <= one.high:
            rows.append((-max(one.low, 1 / one.high), -one.value, group))
    kept = sorted(rows)[:_ROWS]
    return [group for _, value, group in sorted(kept, key=lambda row: (row[1], row[2]))]


def month_by_month(found: Gathered) -> Plate:
    """Openings over the months, one picture a group."""
    groups, part = largest(found, "openings", _SMALL_MULTIPLES), is_part(found)
    values = {
        (at, group): _monthly(found, "openings", at, group) for at in range(len(found.wish.areas)) for group in groups
    }
    panels = []
    for group in groups:
        most = from_nought([one for at in range(len(found.wish.areas)) for one in values[at, group]], 0.0, 1.0).high
        drawn = [_line(found, at, values[at, group]) for at in range(len(found.wish.areas))]
        title = f"Stillinger måned for måned: {label_of(found, group)}"
        told = "En linje for hvert område. Tallene står i tabellen under billedet."
        picture = lines(f"maaned-{group}", title, told, found.months, drawn, most, part=part)
        panels.append(Panel(label_of(found, group), picture))
    rows = [
        (
            coded(found, group),
            area.name,
            *(number(one) for one in values[at, group]),
        )
        for group in groups
        for at, area in enumerate(found.wish.areas)
    ]
    head = ("faggruppe", "område", *(month_short(one) for one in found.months))
    return Plate(
        "maaneder",
        "Stillinger måned for måned",
        f"De {len(groups)} faggrupper med flest stillinger. Hvert billede har sin egen målestok fra 0.",
        _if_it_moves(found, panels),
        _monthly_notes(found, "openings"),
        (table("Stillinger måned for måned", head, rows, heads=2),),
    )


def flows(found: Gathered) -> Plate:
    """Ads that are live, new and closed, one picture a measure."""
    names = {"live": "Opslag i måneden", "new": "Nye opslag", "closed": "Opslag, der lukkede"}
    panels, rows = [], []
    for name, head in names.items():
        values = [_monthly(found, name, at, None) for at in range(len(found.wish.areas))]
        most = from_nought([one for row in values for one in row], 0.0, 1.0).high
        drawn = [_line(found, at, row) for at, row in enumerate(values)]
        told = "En linje for hvert område. Tallene står i tabellen under billedet."
        picture = lines(f"flow-{name}", head, told, found.months, drawn, most, part=is_part(found))
        panels.append(Panel(head, picture))
        rows += [(head, area.name, *(number(one) for one in values[at])) for at, area in enumerate(found.wish.areas)]
    head_row = ("mål", "område", *(month_short(one) for one in found.months))
    return Plate(
        "flow",
        "Opslag ind og ud",
        "Opslag i en måned = måneden før, minus dem der lukkede i den, plus nye. Alle fag tilsammen.",
        _if_it_moves(found, panels),
        _monthly_notes(found, "live"),
        (table("Opslag måned for måned, alle fag", head_row, rows, heads=2),),
    )


def _if_it_moves(found: Gathered, panels: Sequence[Panel]) -> tuple[Panel, ...]:
    """The curves; in place of them, where only one month is known, the words that say so."""
    none = Panel("Kun én måned", Markup(""), "Der er kun opslag fra én måned, så der er ingen udvikling at vise.")
    return tuple(panels) if len(found.months) > 1 else (none,)


def _line(found: Gathered, at: int, values: Sequence[float]) -> Line:
    return Line(found.wish.areas[at].name, tuple(values), colour_of(at), AREA_DASHES[at % len(AREA_DASHES)])


def _monthly(found: Gathered, name: str, at: int, group: int | None) -> list[float]:
    """A count of an area month by month; of all groups where none is named."""
    width = len(found.table.axis.codes)
    kept = slice(at * width, (at + 1) * width) if group is None else slice(at * width + group, at * width + group + 1)
    return [float(np.nansum(one.columns[name].value[kept])) for one in found.history]


def _monthly_notes(found: Gathered, name: str) -> tuple[str, ...]:
    column = found.table.columns[name]
    counts = [sum(_monthly(found, "new", at, None)) for at in range(len(found.wish.areas))]
    whole = f"{month_name(found.months[0])} til {month_name(found.months[-1])}"
    more = (f"{month_name(found.wish.month).capitalize()} er talt til og med {day_name(found.wish.day)}: hult mærke.",)
    return (
        f"n = {n_by_area(area_names(found), counts, 'nye opslag i hele perioden')}.",
        f"Periode: {whole}. Kilde: {column.source}.",
        f"Sådan er der talt: {column.counted}.",
        *(more if is_part(found) else ()),
    )
