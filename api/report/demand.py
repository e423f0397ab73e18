"""The plates about what ads ask for: skills, personal competencies, gates, and demands that few like ads make."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from api.report.dots import Dot, dots
from api.report.gathering import AreaAnswers, Gathered
from api.report.plates import Panel, Plate, colour_of, n_by_area, notes_of
from api.report.scales import Scale, around_one, from_nought
from api.report.tables import table
from api.report.wording import alone, percent, ratio, share, share_alone, upper_first
from api.report.work import ENDS, area_names, live_counts
from graph.labour_market.demand import Asked
from graph.labour_market.figures import Figure

Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing asked for, and how its plate is called."""

    id: str
    head: str
    lead: str
    rows: Callable[[AreaAnswers], Sequence[Asked]]


KINDS = (
    Kind(
        "kompetencer",
        "Kompetencer, målt mod andre steder",
        "Hvor mange gange så ofte kompetencen står i opslagene her som i opslag for samme erhverv andre steder; øverst"
        " dem, der tydeligst står oftere her.",
        lambda one: one.skills,
    ),
    Kind(
        "personlige",
        "Personlige kompetencer",
        "De personlige kompetencer, som opslagene her spørger mest efter, mod opslag for samme erhverv andre steder.",
        lambda one: one.personal,
    ),
    Kind(
        "krav",
        "Krav om uddannelse, beviser og erfaring",
        "Det, som opslagene selv stiller som krav, i forhold til opslag for samme erhverv andre steder.",
        lambda one: one.gates,
    ),
)


def asked(found: Gathered, named: Named, kind: Kind) -> Plate:
    """The lift of what is asked for; where none can be given, its share."""
    every = [one for answers in found.answers for one in kind.rows(answers)]
    with_lift = [one for one in every if one.lift.value is not None]
    scale = around_one([end for one in with_lift for end in (one.lift.low, one.lift.high)], *ENDS, reach=50)
    panels = []
    for at, (area, answers) in enumerate(zip(found.wish.areas, found.answers, strict=True)):
        panels.append(_panel(kind, at, area.name, kind.rows(answers), named, scale))
    rows = [
        (area.name, upper_first(named(one.code)), share(one.share), _expected(one), ratio(one.lift))
        for area, answers in zip(found.wish.areas, found.answers, strict=True)
        for one in kind.rows(answers)
    ]
    heads = ("område", "det spørges der efter", "andel af opslag", "ventet andel", "gange andre steder")
    notes = (
        notes_of((with_lift or every)[0].lift, n_by_area(area_names(found), live_counts(found), "opslag"))
        if every
        else ()
    )
    return Plate(kind.id, kind.head, kind.lead, tuple(panels), notes, (table(kind.head, heads, rows, heads=2),))


def _expected(one: Asked) -> str:
    return "ikke oplyst" if one.expected is None else percent(one.expected)


def _panel(kind: Kind, at: int, area: str, rows: Sequence[Asked], named: Named, scale: Scale) -> Panel:
    title = f"{kind.head}: {area}"
    if not rows:
        return Panel(
            area, dots(f"{kind.id}-{at}", title, [], scale, colour_of(at), ""), "For få opslag til at sige noget."
        )
    if all(one.lift.value is None for one in rows):
        shares = from_nought([100 * (one.share.high or 0) for one in rows], *ENDS)
        wide = [Dot(upper_first(named(one.code)), _hundredfold(one.share), share_alone(one.share)) for one in rows]
        drawn = dots(f"{kind.id}-{at}", title, wide, shares, colour_of(at), "% af opslagene", as_bars=True)
        return Panel(f"{area}: andel (for få opslag til at sammenligne)", drawn)
    shown = [Dot(upper_first(named(one.code)), one.lift, alone(one.lift, 2)) for one in rows]
    axis = "gange så ofte som andre steder (logaritmisk)"
    return Panel(area, dots(f"{kind.id}-{at}", title, shown, scale, colour_of(at), axis, [(1.0, "som andre steder")]))


def _hundredfold(one: Figure) -> Figure:
    """A share as per cent, for an axis."""
    value, low, high = (None if part is None else 100 * part for part in (one.value, one.low, one.high))
    return replace(one, value=value, low=low, high=high)


def out_of_line(found: Gathered, named: Named) -> Plate:
    """How many ads make a demand that few like ads make, and what share temp agencies advertise."""
    areas = found.wish.areas
    agency = [found.totals.columns["agency"].figure(at) for at in range(len(areas))]
    odd = [answers.odd for answers in found.answers]
    rows = {"Opslag med et usædvanligt krav": odd, "Opslag fra et vikarbureau": agency}
    scale = from_nought([100 * (one.high or 0) for ones in rows.values() for one in ones], *ENDS)
    panels = []
    for at, area in enumerate(areas):
        shown = [Dot(head, _hundredfold(ones[at]), share_alone(ones[at])) for head, ones in rows.items()]
        title = f"Usædvanlige krav og vikarbureauer i {area.name}"
        panels.append(
            Panel(
                area.name,
                dots(f"skaeve-{at}", title, shown, scale, colour_of(at), "% af opslagene", as_bars=True),
            )
        )
    cells = [(area.name, head, share(ones[at])) for at, area in enumerate(areas) for head, ones in rows.items()]
    demands = [
        (area.name, upper_first(named(one.code)), share(one.share))
        for area, answers in zip(areas, found.answers, strict=True)
        for one in answers.odd_gates
    ]
    return Plate(
        "skaeve",
        "Usædvanlige krav og vikarbureauer",
        "Et krav er usædvanligt, når under en femtedel af mindst tyve lignende opslag i landet har stillet det"
        " det sidste år.",
        tuple(panels),
        notes_of(odd[0], n_by_area(area_names(found), live_counts(found), "opslag")),
        (
            table("Andel af opslagene", ("område", "hvad", "andel af opslag"), cells, heads=2),
            table("De usædvanlige krav, hyppigst først", ("område", "krav", "andel af opslag"), demands, heads=2),
        ),
    )
