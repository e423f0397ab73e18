"""The plates about people and work together: scarce and in surplus, and what would open most."""

from collections.abc import Callable, Iterator, Sequence

from api.report.dots import Dot, dots
from api.report.gathering import Gathered
from api.report.plates import Panel, Plate, colour_of, n_by_area, notes_of
from api.report.scales import around_one, from_nought
from api.report.tables import Table, table
from api.report.wording import alone, counted, lower_first, number, ratio, upper_first
from api.report.work import ENDS, area_names, coded, label_of
from graph.labour_market.comparison import SCARCE, SURPLUS
from graph.labour_market.figures import TOO_FEW

Named = Callable[[str], str]
_ROWS = 10
_WORDS = {SCARCE: "mangel", SURPLUS: "overskud"}
_NO_PEOPLE = "Der er ingen tal om borgere for denne måned: de kendes kun, som de er nu."


def told_usual(found: Gathered) -> float | None:
    """The usual openings a seeker to two digits: enough to be set against, too coarse to be reckoned back from."""
    return None if found.usual is None else float(f"{found.usual:.2g}")


def balance(found: Gathered) -> Plate:
    """Openings a seeker of the groups that lie off the usual, and all groups in the table."""
    usual, chosen = told_usual(found), [_off(found, at) for at in range(len(found.wish.areas))]
    notes = notes_of(
        found.table.columns["tightness"],
        n_by_area(area_names(found), _seekers(found), "søgende, afrundet"),
        (hiding(), "Om et fag mangler folk, siges kun, hvor antallet af søgende kan vises."),
    )
    said = f"Det sædvanlige i landet er omkring {number(usual, 2)} stilling pr. søgende i systemet. " if usual else ""
    return Plate(
        "balance",
        "Mangel og overskud",
        said + "Mangel: hele intervallet ligger over det sædvanlige. Overskud: hele intervallet ligger under."
        " Kun borgere i dette system tælles, ikke alle ledige.",
        tuple(_balance_panels(found, chosen, usual)),
        notes,
        (
            people_table(found, chosen, "Stillinger og søgende i de viste faggrupper, med interval på 95 %"),
            _mismatch_table(found),
        ),
    )


def _balance_panels(found: Gathered, chosen: Sequence[Sequence[int]], usual: float | None) -> Iterator[Panel]:
    column = found.table.columns["tightness"]
    rows = [[column.figure(found.table.row(at, group)) for group in groups] for at, groups in enumerate(chosen)]
    ends = [end for ones in rows for one in ones for end in (one.value, one.low, one.high)]
    scale = around_one([*ends, usual], *ENDS, reach=1_000)
    lines = [(usual, "det sædvanlige i landet")] if usual else []
    none = _NO_PEOPLE if usual is None else "Ingen faggruppe ligger tydeligt fra det sædvanlige."
    for at, (area, groups) in enumerate(zip(found.wish.areas, chosen, strict=True)):
        shown, title = [_tight(found, at, group) for group in groups], f"Stillinger pr. søgende i {area.name}"
        axis = "stillinger pr. søgende (logaritmisk)"
        yield Panel(
            area.name, dots(f"balance-{at}", title, shown, scale, colour_of(at), axis, lines), "" if shown else none
        )


def hiding() -> str:
    """How people are counted, and what is not told of them."""
    return (
        f"Antal borgere er afrundet til 5 med tilfældig afrunding; »{TOO_FEW}« står, hvor færre end fem kan være talt."
    )


def _seekers(found: Gathered) -> list[float | None]:
    return [found.totals.columns["seekers"].figure(at).value for at in range(len(found.wish.areas))]


def _off(found: Gathered, at: int) -> list[int]:
    """The groups that are scarce, then those in surplus, most openings and most seekers first; figures shown only."""
    groups = range(len(found.table.axis.codes))

    def most(sign: int, name: str) -> list[int]:
        column = found.table.columns[name]
        rows = [group for group in groups if found.signs[at, group] == sign]
        return sorted(rows, key=lambda one: (-(column.figure(found.table.row(at, one)).value or 0), one))[: _ROWS // 2]

    return [*most(SCARCE, "openings"), *most(SURPLUS, "seekers")]


def _tight(found: Gathered, at: int, group: int) -> Dot:
    one = found.table.columns["tightness"].figure(found.table.row(at, group))
    word = _WORDS[int(found.signs[at, group])]
    return Dot(f"{upper_first(word)}: {lower_first(label_of(found, group))}", one, alone(one, 2))


def people_table(found: Gathered, groups: Sequence[Sequence[int]], caption: str) -> Table:
    """Openings and seekers of some groups of each area, in their order; what holds nothing that is told is left out."""
    rows = []
    for at, area in enumerate(found.wish.areas):
        for group in groups[at]:
            row = found.table.row(at, group)
            openings, seekers, tightness, registered = (
                found.table.columns[name].figure(row) for name in ("openings", "seekers", "tightness", "registered")
            )
            if openings.value or seekers.value:
                cells = (
                    counted(openings),
                    counted(seekers),
                    ratio(tightness),
                    _judged(found, at, group),
                    ratio(registered),
                )
                rows.append((area.name, coded(found, group), *cells))
    heads = (
        "område",
        "faggruppe",
        "stillinger",
        "søgende",
        "stillinger pr. søgende",
        "vurdering",
        "pr. registreret ledig",
    )
    return table(caption, heads, rows, heads=2, words=(5,))


def _judged(found: Gathered, at: int, group: int) -> str:
    """Scarce, in surplus, or why neither is said."""
    tightness = found.table.columns["tightness"].figure(found.table.row(at, group))
    if tightness.value is None:
        return "for få søgende" if tightness.suppressed else "ikke oplyst"
    return _WORDS.get(int(found.signs[at, group]), "uklart")


def _mismatch_table(found: Gathered) -> Table:
    rows = [
        (
            f"{one.group} {upper_first(one.label)}",
            one.scarce.name,
            counted(one.openings),
            counted(one.scarce_seekers),
            one.surplus.name,
            counted(one.surplus_seekers),
            f"{one.minutes:.0f}",
        )
        for one in found.mismatches
    ]
    heads = (
        "faggruppe",
        "mangler i",
        "stillinger dér",
        "søgende dér",
        "overskud i",
        "søgende dér",
        "minutter i bil (skøn)",
    )
    caption = f"Mangel ét sted og overskud et andet, højst {found.wish.within:.0f} minutter derfra"
    return table(caption, heads, rows, words=(1, 4))


def opening(found: Gathered, named: Named) -> Plate:
    """What one skill or credential alone would open."""
    figures = [one.people for answers in found.answers for one in answers.opens]
    scale = from_nought([one.high for one in figures], *ENDS)
    panels, rows = [], []
    for at, (area, answers) in enumerate(zip(found.wish.areas, found.answers, strict=True)):
        shown = [Dot(upper_first(named(one.code)), one.people, alone(one.people)) for one in answers.opens]
        title = f"Hvad der alene ville åbne opslag for flest borgere i {area.name}"
        drawn = dots(f"aabner-{at}", title, shown, scale, colour_of(at), "borgere", as_bars=True)
        empty = "" if shown else "Ingen enkelt kompetence åbner opslag for så mange, at det kan vises."
        panels.append(Panel(area.name, drawn, empty))
        rows += [
            (area.name, upper_first(named(one.code)), counted(one.people), counted(one.openings))
            for one in answers.opens
        ]
    heads = ("område", "at kunne eller at have", "borgere, det åbner for", "stillinger, der spørger efter det")
    notes = notes_of(figures[0], f"{len(figures)} kompetencer og beviser", (hiding(),)) if figures else ()
    return Plate(
        "aabner",
        "Det, der ville åbne mest",
        "For hvor mange borgere ét bevis eller én kompetence alene bringer mindst ét opslag i deres fag inden for"
        " rækkevidde.",
        tuple(panels),
        notes,
        (table("Hvad der alene åbner mest", heads, rows, heads=2),),
    )
