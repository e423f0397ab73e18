"""Rows of a value with its interval on a common scale: the name and the figure above, the mark below."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from api.report.scales import Scale
from api.report.svg import FAINT, INK, QUIET, RULE, SMALL, WIDTH, joined, line, picture, tag, words, wrapped
from api.report.wording import short
from graph.labour_market.figures import Figure

EDGE = 10.0
ROW, AXIS = 38.0, 36.0
_TEXT, _BELOW, _LINE = 14.0, 11.0, 14.0
"""How far below the top of its row the text stands, the mark below that, and a second line of text below the first."""
_NAME, _VALUE_ROOM, _TOLD = 12.0, 8.0, 3


@dataclass(frozen=True, slots=True)
class Dot:
    """One row: what it is called, the figure, how that is written, and a second value to set beside it."""

    label: str
    figure: Figure
    said: str
    beside: float | None = None


def dots(
    id: str,
    title: str,
    rows: Sequence[Dot],
    scale: Scale,
    colour: str,
    axis: str,
    lines: Sequence[tuple[float, str]] = (),
    *,
    as_bars: bool = False,
) -> Markup:
    """A picture of rows. `lines`: values drawn through all rows, with their names. `as_bars`: from nought, filled."""
    names = [wrapped(row.label, _room(row), _NAME) for row in rows]
    height = ROW + _LINE * (max((len(one) for one in names), default=1) - 1)
    bottom = len(rows) * height + 8
    drawn = [_through(value, name, scale, bottom) for value, name in lines]
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        drawn.append(_row(row, name, place * height, height, scale, colour, as_bars=as_bars))
    head = AXIS / 2 if any(name for _, name in lines) else 0.0
    moved = tag("g", *drawn, axis_of(scale, bottom, axis), transform=f"translate(0 {head:g})")
    return picture(id, title, _told(rows), bottom + AXIS + head, moved)


def _told(rows: Sequence[Dot]) -> str:
    """What the picture shows, for those who do not see it: how many rows, the first of them, and where the rest is."""
    first = "; ".join(f"{row.label}: {row.said}" for row in rows[:_TOLD])
    return (
        f"{len(rows)} rækker med værdi og interval på 95 %. Øverst: {first}. Alle tal står i tabellen under billedet."
    )


def _room(row: Dot) -> float:
    """How wide a name may be beside the value."""
    return WIDTH - 2 * EDGE - len(row.said) * SMALL * 0.56 - _VALUE_ROOM


def _row(
    row: Dot, name: Sequence[str], top: float, height: float, scale: Scale, colour: str, *, as_bars: bool
) -> Markup:
    """One row; its name stands right above its mark, be it on one line or on two."""
    y = top + height - (ROW - _TEXT - _BELOW)
    first = y - _BELOW - _LINE * (len(name) - 1)
    told = [words(EDGE, first + _LINE * at, part, size=_NAME) for at, part in enumerate(name)]
    value = row.figure.value is not None
    said = words(
        WIDTH - EDGE,
        first,
        row.said,
        fill=INK if value else QUIET,
        size=SMALL,
        anchor="end",
        weight="600" if value else None,
    )
    track = line(scale.start, y, scale.end, y, RULE)
    return joined([track, *_mark(row, y, scale, colour, as_bars=as_bars), *told, said])


def _mark(row: Dot, y: float, scale: Scale, colour: str, *, as_bars: bool) -> list[Markup]:
    one = row.figure
    if one.value is None:
        return []
    drawn = []
    if as_bars:
        length = scale.at(one.value) - scale.start
        drawn.append(tag("rect", x=scale.start, y=y - 5, width=max(length, 0.5), height=10.0, fill=colour))
    if one.low is not None and one.high is not None:
        drawn.append(interval(one.low, one.high, y, scale, INK if as_bars else colour, thick=not as_bars))
    if row.beside is not None:
        drawn.append(diamond(scale.at(row.beside), y))
    if not as_bars and scale.holds(one.value):
        drawn.append(tag("circle", cx=scale.at(one.value), cy=y, r=4.5, fill=colour, stroke="#fff", stroke_width=1.0))
    return drawn


def interval(low: float, high: float, y: float, scale: Scale, colour: str, *, thick: bool = True) -> Markup:
    """The line from low to high, with an arrow where it goes on beyond the picture."""
    start, end = scale.at(low), scale.at(high)
    drawn = [line(start, y, end, y, colour, 3.0 if thick else 1.5)]
    for place, value, turn in ((start, low, -1.0), (end, high, 1.0)):
        if not scale.holds(value):
            points = f"{place + 5 * turn:.1f},{y:.1f} {place:.1f},{y - 4:.1f} {place:.1f},{y + 4:.1f}"
            drawn.append(tag("polygon", points=points, fill=colour))
        elif not thick:
            drawn.append(line(place, y - 3, place, y + 3, colour, 1.5))
    return joined(drawn)


def diamond(x: float, y: float) -> Markup:
    """The mark of what a value is set beside."""
    points = f"{x:.1f},{y - 5:.1f} {x + 5:.1f},{y:.1f} {x:.1f},{y + 5:.1f} {x - 5:.1f},{y:.1f}"
    return tag("polygon", points=points, fill="#fff", stroke=INK, stroke_width=1.5)


def _through(value: float, name: str, scale: Scale, bottom: float) -> Markup:
    x = scale.at(value)
    anchor = "start" if x < WIDTH / 3 else "end" if x > 2 * WIDTH / 3 else "middle"
    said = words(x, -5.0, name, fill=QUIET, size=SMALL, anchor=anchor) if name else Markup("")
    return joined([line(x, 0.0, x, bottom, FAINT, 1.0, "4 3"), said])


def axis_of(scale: Scale, y: float, name: str) -> Markup:
    """Ticks with their values, and what is measured, below a picture."""
    drawn = [line(scale.start, y, scale.end, y, FAINT)]
    for value in scale.ticks():
        x = scale.at(value)
        drawn += [line(x, y, x, y + 4, FAINT), words(x, y + 15, short(value), fill=QUIET, size=11.0, anchor="middle")]
    return joined([*drawn, words((scale.start + scale.end) / 2, y + 29, name, fill=QUIET, size=11.0, anchor="middle")])
