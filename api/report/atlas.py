"""The plate of maps: openings, openings a seeker, where groups stand out, in the areas and around them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from markupsafe import Markup

from api.report.gathering import Gathered, codes_of
from api.report.ground import Ground
from api.report.maps import Chosen, Place, Sheet, circled, shaded
from api.report.plates import Panel, Plate, colour_of, notes_of
from api.report.scales import DIVERGING, QUOTIENT_BREAKS, QUOTIENT_CLASSES, USUAL_CLASSES
from api.report.summary import LEAST_ADS
from api.report.tables import Table, table
from api.report.wording import counted, lower_first, number, ratio, upper_first
from graph.labour_market.figures import Column, Figure
from ontology.kinds import MunicipalityCode
from ontology.places import load_places

_GROUPS = 3
Places = dict[MunicipalityCode, Place]


def atlas(found: Gathered, ground: Ground) -> Plate:
    """The maps and their table."""
    notable = groups_on_maps(found)
    panels = (_openings(found, ground), _tightness(found, ground), *(_quotient(found, ground, one) for one in notable))
    return Plate(
        "kort",
        "På kortet",
        _lead(found, ground),
        panels,
        _notes(found),
        (_table(found, notable),),
    )


def groups_on_maps(found: Gathered) -> list[int]:
    """The groups that stand out most in one of the areas, by the lower end of the quotient."""
    column, width = found.table.columns["quotient"], len(found.table.axis.codes)
    enough = np.nan_to_num(column.n) >= LEAST_ADS
    low = np.where(enough, np.nan_to_num(column.low), 0.0).reshape(-1, width).max(axis=0)
    live = np.nansum(found.table.columns["live"].value.reshape(-1, width), axis=0)
    order = np.lexsort((np.arange(width), -live, -low))
    return [int(one) for one in order[:_GROUPS] if low[one] > 1]


def _lead(found: Gathered, ground: Ground) -> str:
    around = len(found.units) - len(found.wish.areas)
    near = f" og {around} kommuner inden for {found.wish.within:.0f} minutter i bil (skøn)" if around else ""
    drawn = "Hver kommune er et felt, omtrent hvor den ligger." if ground.side else "Grænserne er forenklede."
    lacking = len(set(codes_of(found.units)) - ground.shapes.keys())
    also = f" {lacking} kommuner er ikke i filen med grænser og kun i tabellen." if lacking else ""
    return f"Områderne i rapporten (med kraftig kant){near}. {drawn}{also}"


def _names(found: Gathered) -> dict[MunicipalityCode, str]:
    return {code: load_places().municipalities[code].name for code in codes_of(found.units)}


def _chosen(found: Gathered) -> list[Chosen]:
    return [Chosen(area.name, colour_of(at), area.municipalities) for at, area in enumerate(found.wish.areas)]


def _places(found: Gathered, figures: Sequence[Figure], said: Callable[[Figure], str]) -> Places:
    """The value of each area on all of its municipalities: a set is told of as one."""
    return {
        code: Place(one.value, said(one), one.suppressed)
        for area, one in zip(found.units, figures, strict=True)
        for code in area.municipalities
    }


def _of_units(column: Column, found: Gathered, groups: int = 1, group: int = 0) -> list[Figure]:
    return [column.figure(at * groups + group) for at in range(len(found.units))]


def _openings(found: Gathered, ground: Ground) -> Panel:
    figures = _of_units(found.unit_totals.columns["openings"], found)
    values = _places(found, figures, counted)
    for area, one in zip(found.units, figures, strict=True):
        if len(area.municipalities) > 1:  # one circle for a set
            values |= {code: Place(None, counted(one)) for code in area.municipalities[1:]}
    told = "Kort med en cirkel i hver kommune; arealet svarer til antallet. Tallene står i tabellen under billedet."
    title = "Kort: stillinger i måneden"
    sheet = Sheet("kort-stillinger", title, told, ground, values, _names(found), _chosen(found))
    return Panel("Stillinger", circled(sheet))


def _tightness(found: Gathered, ground: Ground) -> Panel:
    figures = _of_units(found.unit_totals.columns["tightness"], found)
    told = (
        "Kort: lilla er tydeligt flere og orange tydeligt færre stillinger for hver søgende end sædvanligt i landet."
        " Tallene står i tabellen under billedet."
    )
    drawn = _against(found, ground, "kort-balance", ("Kort: stillinger pr. søgende", told), figures, found.usual or 1.0)
    empty = "" if any(one.value is not None for one in figures) else "Ingen tal om søgende, der kan vises."
    return Panel("Stillinger pr. søgende mod det sædvanlige", drawn, empty)


def _quotient(found: Gathered, ground: Ground, group: int) -> Panel:
    figures = _of_units(found.unit_table.columns["quotient"], found, len(found.unit_table.axis.codes), group)
    label = found.table.axis.labels[group]
    told = (
        "Kort: lilla er tydeligt mere og orange tydeligt mindre end i landet. Tallene står i tabellen under billedet."
    )
    title = f"Kort: {lower_first(label)}, gange landets andel af opslagene"
    drawn = _against(found, ground, f"kort-kvotient-{group}", (title, told), figures, 1.0)
    return Panel(f"{upper_first(label)}: gange landets andel", drawn)


def _against(
    found: Gathered, ground: Ground, id: str, said: tuple[str, str], figures: Sequence[Figure], usual: float
) -> Markup:
    """A map of ratios by how far they lie from `usual`; where the interval holds that, none is said to."""
    values = _places(found, [_unless_unclear(one, usual) for one in figures], ratio)
    told = _places(found, figures, ratio)
    values = {code: replace(one, said=told[code].said, shown=told[code].value) for code, one in values.items()}
    classes = QUOTIENT_CLASSES if usual == 1.0 else USUAL_CLASSES
    sheet = Sheet(id, *said, ground, values, _names(found), _chosen(found))
    return shaded(sheet, QUOTIENT_BREAKS, DIVERGING, classes)


def _unless_unclear(one: Figure, usual: float) -> Figure:
    """A ratio by the usual one; 1 where the interval holds that."""
    if one.value is None or one.low is None or one.high is None:
        return one
    return replace(one, value=1.0 if one.low <= usual <= one.high else one.value / usual)


def _notes(found: Gathered) -> tuple[str, ...]:
    openings, tightness = (found.unit_totals.columns[name] for name in ("openings", "tightness"))
    quotient = found.unit_table.columns["quotient"]
    ads = float(np.nansum(found.unit_totals.columns["live"].value))
    return (
        *notes_of(openings, f"{number(ads)} opslag på hele kortet"),
        f"Stillinger pr. søgende: {tightness.counted}. Gange landets andel: {quotient.counted}.",
    )


def _table(found: Gathered, groups: Sequence[int]) -> Table:
    width = len(found.unit_table.axis.codes)
    rows = []
    for at, area in enumerate(found.units):
        openings, seekers, tightness = (
            found.unit_totals.columns[name].figure(at) for name in ("openings", "seekers", "tightness")
        )
        quotients = [found.unit_table.columns["quotient"].figure(at * width + group) for group in groups]
        rows.append(
            (area.name, counted(openings), counted(seekers), ratio(tightness), *(ratio(one) for one in quotients))
        )
    labels = [f"{lower_first(found.table.axis.labels[group])}, gange landet" for group in groups]
    return table(
        "Tallene på kortene, med interval på 95 %",
        ("område", "stillinger", "søgende", "stillinger pr. søgende", *labels),
        rows,
    )
