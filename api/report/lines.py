"""Values month by month, one line an area, each named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from api.report.scales import Scale
from api.report.svg import FAINT, QUIET, RULE, SMALL, fitted, joined, line, picture, tag, words
from api.report.wording import month_short, short
from graph.labour_market.months import Month

HEIGHT, TOP, BOTTOM = 190.0, 12.0, 158.0
LEFT, RIGHT, NAMES = 40.0, 236.0, 242.0
_NAME_ROOM, _APART = 98.0, 14.0
_SHAPES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its name, a value a month, its colour and its dashes."""

    name: str
    values: tuple[float, ...]
    colour: str
    dash: str | None


def lines(
    id: str, title: str, told: str, months: Sequence[Month], drawn: Sequence[Line], most: float, *, part: bool
) -> Markup:
    """A picture of lines from nought to `most`; `part`: the last month is not over, and its points are hollow."""
    up = Scale(0.0, most, BOTTOM, TOP)
    across = Scale(0.0, max(len(months) - 1.0, 1.0), LEFT, RIGHT)
    names = _apart([up.at(one.values[-1]) + 4 for one in drawn])
    marks = [
        joined([_path(one, place, up, across, part=part), _name(one, y, up)])
        for place, (one, y) in enumerate(zip(drawn, names, strict=True))
    ]
    return picture(id, title, told, HEIGHT, _grid(up), _months(months, across), *marks)


def _grid(up: Scale) -> Markup:
    drawn = []
    for value in (one for one in up.ticks(4) if one == int(one)):
        y = up.at(value)
        drawn += [line(LEFT, y, RIGHT, y, RULE if value else FAINT)]
        drawn += [words(LEFT - 5, y + 4, short(value), fill=QUIET, size=11.0, anchor="end")]
    return joined(drawn)


def _months(months: Sequence[Month], across: Scale) -> Markup:
    places = sorted({0, (len(months) - 1) // 2, len(months) - 1})
    return joined(
        [
            words(across.at(float(at)), BOTTOM + 18, month_short(months[at]), fill=QUIET, size=11.0, anchor="middle")
            for at in places
        ]
    )


def _path(one: Line, place: int, up: Scale, across: Scale, *, part: bool) -> Markup:
    points = [(across.at(float(at)), up.at(value)) for at, value in enumerate(one.values)]
    told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    stroke = {"fill": "none", "stroke": one.colour, "stroke_width": 2.0, "stroke_dasharray": one.dash}
    marks = [
        _shape(place % _SHAPES, x, y, one.colour, hollow=part and at == len(points) - 1)
        for at, (x, y) in enumerate(points)
    ]
    return joined([tag("polyline", points=told, stroke_linejoin="round", **stroke), *marks])


def _shape(kind: int, x: float, y: float, colour: str, *, hollow: bool) -> Markup:
    look = {"fill": "#fff" if hollow else colour, "stroke": colour, "stroke_width": 1.5}
    if kind == 0:
        return tag("circle", cx=x, cy=y, r=3.0, **look)
    if kind == 1:
        return tag("rect", x=x - 2.8, y=y - 2.8, width=5.6, height=5.6, **look)
    tall = 3.8 if kind == 2 else -3.8  # one stands, the other hangs
    return tag(
        "polygon",
        points=f"{x:.1f},{y - tall:.1f} {x + 3.6:.1f},{y + tall / 1.5:.1f} {x - 3.6:.1f},{y + tall / 1.5:.1f}",
        **look,
    )


def _name(one: Line, y: float, up: Scale) -> Markup:
    end = up.at(one.values[-1])
    led = line(RIGHT + 4, end, NAMES - 1, y - 4, FAINT, 0.8) if abs(end + 4 - y) > 3 else Markup("")
    return joined(
        [led, words(NAMES, y, fitted(one.name, _NAME_ROOM, SMALL), fill=one.colour, size=SMALL, weight="600")]
    )


def _apart(places: Sequence[float]) -> list[float]:
    """The same places moved just so far that names do not lie on each other, within the picture."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    found = list(places)
    for before, at in pairwise(order):
        found[at] = max(found[at], found[before] + _APART)
    over = max((found[at] for at in order), default=0.0) - (BOTTOM + 4)
    if over > 0:
        floor = BOTTOM + 4
        for at in reversed(order):
            found[at] = min(found[at], floor)
            floor = found[at] - _APART
    return found
