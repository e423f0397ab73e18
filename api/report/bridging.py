"""The plates of bridges for many: within an area, and from the people of one area to the work of another."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from api.report.dots import Dot, dots
from api.report.gathering import Across, Gathered
from api.report.people import Named, hiding
from api.report.plates import Panel, Plate, colour_of, notes_of
from api.report.scales import from_nought
from api.report.tables import table
from api.report.wording import alone, counted, lower_first, upper_first
from api.report.work import ENDS
from graph.labour_market.crossing import Crossing
from ontology.kinds import IscoCode

Unit = Callable[[IscoCode], str]
Skill = Callable[[int], str]
_CARRIED = ("hvad de fleste mangler", "hvad der bærer")
_SCARCE = (
    "Et fag, hvis søgende er for få til at vise, mangler folk, hvor stillingerne er mange også mod det højeste antal,"
    " som de søgende kan være."
)
_NO_WAY_OUT = "Ingen bro herfra til et fag, der mangler folk i et af de andre områder."


def bridges(found: Gathered, named: Named, unit: Unit, skill: Skill) -> Plate:
    """The bridges for many, by whom they would serve."""
    panels, rows = [], []
    figures = [one.seekers for answers in found.answers for one in answers.crossings]
    scale = from_nought([one.high for one in figures], *ENDS)
    for at, (area, answers) in enumerate(zip(found.wish.areas, found.answers, strict=True)):
        shown = [_bridge(one, named, unit) for one in answers.crossings]
        drawn = dots(f"broer-{at}", f"Broer i {area.name}", shown, scale, colour_of(at), "søgende", as_bars=True)
        empty = "" if shown else "Ingen bro fra et fag i overskud til et, der mangler folk."
        panels.append(Panel(area.name, drawn, empty))
        rows += [(area.name, *_bridge_cells(one, named, unit, skill)) for one in answers.crossings]
    heads = (
        "område",
        "fra (overskud)",
        "til (mangel)",
        "søgende",
        "stillinger",
        *_CARRIED,
    )
    lead = (
        "Fra et fag med overskud til et, der mangler folk, i samme område: hvem det kunne hjælpe, og hvad de mangler."
    )
    notes = [notes_of(figures[0], f"{len(figures)} broer", (hiding(), _SCARCE))] if figures else [()]
    words = (1, 2, 5, 6)
    return Plate("broer", "Broer for mange", lead, tuple(panels), notes[0], (table("Broer", heads, rows, words=words),))


def across(found: Gathered, named: Named, unit: Unit, skill: Skill) -> Plate:
    """The bridges from the people of one area to the work of another near by."""
    scale = from_nought([one.bridge.seekers.high for one in found.across], *ENDS)
    panels = []
    for at, area in enumerate(found.wish.areas):
        shown = [_to_other_area(one, named, unit) for one in found.across if one.home == area]
        title = f"Broer fra {area.name} til de andre områder"
        drawn = dots(f"tvaers-{at}", title, shown, scale, colour_of(at), "søgende", as_bars=True)
        panels.append(Panel(f"Fra {area.name}", drawn, "" if shown else _NO_WAY_OUT))
    rows = [_across_cells(one, named, unit, skill) for one in found.across]
    heads = ("fra (overskud)", "til (mangel)", "minutter i bil (skøn)", "søgende", "stillinger dér", *_CARRIED)
    notes = notes_of(found.across[0].bridge.seekers, f"{len(rows)} broer", (hiding(), _SCARCE)) if rows else ()
    return Plate(
        "tvaers",
        "Broer på tværs af områderne",
        f"Fra et fag med overskud i ét område til et andet fag, der mangler folk i et område højst"
        f" {found.wish.within:.0f} minutter derfra: hvem det kunne hjælpe, og hvad de mangler.",
        tuple(panels),
        notes,
        (table("Broer på tværs", heads, rows, words=(1, 5, 6)),),
    )


def _to_other_area(one: Across, named: Named, unit: Unit) -> Dot:
    dot = _bridge(one.bridge, named, unit)
    return replace(dot, label=f"{dot.label} i {one.work.name}")


def _across_cells(one: Across, named: Named, unit: Unit, skill: Skill) -> Sequence[str]:
    origin, target, *rest = _bridge_cells(one.bridge, named, unit, skill)
    return (
        f"{one.home.name}: {lower_first(origin)}",
        f"{one.work.name}: {lower_first(target)}",
        f"{one.minutes:.0f}",
        *rest,
    )


def _bridge(one: Crossing, named: Named, unit: Unit) -> Dot:
    return Dot(f"{upper_first(unit(one.origin))} → {lower_first(named(one.target))}", one.seekers, alone(one.seekers))


def _bridge_cells(one: Crossing, named: Named, unit: Unit, skill: Skill) -> Sequence[str]:
    return (
        upper_first(unit(one.origin)),
        upper_first(named(one.target)),
        counted(one.seekers),
        counted(one.openings),
        ", ".join(f"{skill(lack.skill)} ({lack.people.told()})" for lack in one.lacks),
        one.why,
    )
