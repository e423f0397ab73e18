"""Maps: municipalities shaded by a value, or with a circle as large as a count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from api.report.ground import HATCH, Ground, Shape
from api.report.scales import class_of
from api.report.svg import FAINT, INK, QUIET, SMALL, WIDTH, joined, line, picture, tag, words
from api.report.wording import number
from ontology.kinds import MunicipalityCode

LAND = "#f1f3f5"
_CHOSEN = 1.8
_KEY = 20.0
_LARGEST = 21.0
_LABELS_APART = 15.0
_SWATCH, _PER_ROW = 18.0, 2
_LONG = 26
"""Longer names of classes stand under each other."""
DARK = frozenset(("#b35806", "#542788"))
"""Shades on which text is white."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality on a map: its value (None = none to show), how it is written, and whether it is hidden.

    `shown`: what is written on a square, where that is not the value.
    """

    value: float | None
    said: str
    hidden: bool = False
    shown: float | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An area that the report is about: its name, its colour and its municipalities."""

    name: str
    colour: str
    codes: tuple[MunicipalityCode, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What any map is drawn from: the picture's id, title and words, the ground, and what each municipality holds.

    names: what each municipality is called. chosen: the areas that the report is about.
    """

    id: str
    title: str
    told: str
    ground: Ground
    values: Mapping[MunicipalityCode, Place]
    names: Mapping[MunicipalityCode, str]
    chosen: Sequence[Chosen]


def shaded(sheet: Sheet, limits: Sequence[float], colours: Sequence[str], classes: Sequence[str]) -> Markup:
    """A map whose shades are the classes that `limits` part the values into."""
    ground, values = sheet.ground, sheet.values
    fills = {code: _fill(one, limits, colours) for code, one in values.items()}
    drawn = [*_ground(sheet, fills), _letters(ground, values, fills), _names(ground, sheet.chosen)]
    keys = list(zip(colours, classes, strict=True))
    if any(one.hidden for one in values.values()):
        keys.append((HATCH, "for få til at vise"))
    if any(one.value is None and not one.hidden for one in values.values()):
        keys.append((LAND, "intet tal"))
    legend = _legend(keys, ground.height + 8)
    return picture(sheet.id, sheet.title, sheet.told, _height(ground, keys), _cut(ground, drawn), legend)


def circled(sheet: Sheet) -> Markup:
    """A map with a circle in each municipality whose area is as large as its count; a set has one in its middle."""
    ground, values, chosen = sheet.ground, sheet.values, sheet.chosen
    most = max((one.value or 0.0 for one in values.values()), default=0.0) or 1.0
    spots = {one.codes[0]: spot for one in chosen if (spot := _spot(ground, one)) is not None}
    largest = min(_LARGEST, ground.side / 2 - 1) if ground.side else _LARGEST
    own = {code: one.colour for one in chosen for code in one.codes}
    drawn = _ground(sheet, dict.fromkeys(ground.shapes, "#fff"))
    for code in sorted(ground.shapes, key=lambda one: -(values[one].value or 0.0)):
        value = values[code].value or 0.0
        shape = spots.get(code, ground.shapes[code])
        look = {
            "fill": own.get(code, "#7c8894"),
            "fill_opacity": "0.4" if ground.side else "0.75",
            "stroke": "#fff",
            "stroke_width": 0.8,
        }
        if value:
            drawn.append(tag("circle", cx=shape.x, cy=shape.y, r=max(largest * sqrt(value / most), 1.2), **look))
    if ground.side:
        drawn.append(_letters(ground, values, {}))
    drawn.append(_names(ground, chosen))
    sizes = _sizes(most, largest, ground.height + 8)
    height = ground.height + 2 * largest + 22
    return picture(sheet.id, sheet.title, sheet.told, height, _cut(ground, drawn), sizes)


def _cut(ground: Ground, drawn: Sequence[Markup]) -> Markup:
    """The map without what reaches over its edges."""
    return tag("svg", *drawn, width=WIDTH, height=ground.height, overflow="hidden")


def _fill(one: Place, limits: Sequence[float], ramp: Sequence[str]) -> str:
    if one.hidden:
        return HATCH
    return LAND if one.value is None else ramp[class_of(one.value, limits)]


def _land(ground: Ground) -> Markup:
    return joined(
        [tag("use", href=f"#k{code}", fill=LAND, stroke="#c3c9d0", stroke_width=0.6) for code in ground.others]
    )


def _ground(sheet: Sheet, fills: Mapping[MunicipalityCode, str]) -> list[Markup]:
    """The land, and the chosen areas on top, each in one outline: what lies between its municipalities is covered."""
    ground = sheet.ground
    own = [code for one in sheet.chosen for code in one.codes if code in ground.shapes]
    rest = [code for code in ground.shapes if code not in frozenset(own)]

    def used(codes: Sequence[MunicipalityCode]) -> list[Markup]:
        return [_used(code, fills[code], sheet.names[code], sheet.values[code].said) for code in codes]

    outline = [tag("use", href=f"#k{code}", fill="none", stroke=INK, stroke_width=2 * _CHOSEN) for code in own]
    return [_land(ground), *used(rest), *outline, *used(own)]


def _used(code: MunicipalityCode, fill: str, name: str, said: str) -> Markup:
    told = tag("title", f"{name}: {said}")
    return tag("use", told, href=f"#k{code}", fill=fill, stroke="#7c8894", stroke_width=0.7)


def _letters(ground: Ground, values: Mapping[MunicipalityCode, Place], fills: Mapping[MunicipalityCode, str]) -> Markup:
    """What is written on squares: the name in few letters, and the value."""
    drawn = []
    for code, said in ground.letters.items():
        shape, white = ground.shapes[code], fills.get(code) in DARK
        look = {"fill": "#fff" if white else INK, "anchor": "middle", "halo": fills.get(code) == HATCH}
        drawn.append(words(shape.x, shape.y - 2, said, size=11.0, weight="600", **look))  # type: ignore[arg-type]  # as words takes them
        value = values[code].shown if values[code].shown is not None else values[code].value
        if value is not None:
            drawn.append(words(shape.x, shape.y + 11, _brief(value), size=10.5, **look))  # type: ignore[arg-type]
    return joined(drawn)


def _brief(value: float) -> str:
    return number(value) if value >= 10 else number(value, 0 if value == int(value) else 2 if value < 1 else 1)


def _names(ground: Ground, chosen: Sequence[Chosen]) -> Markup:
    """The chosen areas by name at the nearer edge, each led to its place, none on top of another."""
    if ground.letters:
        return Markup("")
    spots = [(one, spot) for one in chosen if (spot := _spot(ground, one)) is not None]
    drawn = []
    for right in (False, True):
        side = sorted((one for one in spots if (one[1].x > WIDTH / 2) is right), key=lambda one: one[1].y)
        y = 0.0
        for one, spot in side:
            y = min(max(spot.y - 6, y + _LABELS_APART, 14.0), ground.height - 4)
            end = WIDTH - 3 if right else 3.0
            length = len(one.name) * SMALL * 0.58
            near = end - length - 3 if right else end + length + 3
            drawn.append(line(near, y - 4, spot.x, spot.y, INK, 0.9))
            drawn.append(tag("circle", cx=spot.x, cy=spot.y, r=1.8, fill=INK))
            drawn.append(words(end, y, one.name, size=SMALL, weight="700", anchor="end" if right else None, halo=True))
    return joined(drawn)


def _spot(ground: Ground, one: Chosen) -> Shape | None:
    """Where an area lies, in the middle of its municipalities; None where none of them is on the map."""
    own = [ground.shapes[code] for code in one.codes if code in ground.shapes]
    if not own:
        return None
    return Shape("", sum(shape.x for shape in own) / len(own), sum(shape.y for shape in own) / len(own))


def _height(ground: Ground, keys: Sequence[tuple[str, str]]) -> float:
    return ground.height + 12 + _KEY * -(-len(keys) // _columns(keys))


def _columns(keys: Sequence[tuple[str, str]]) -> int:
    return 1 if any(len(said) > _LONG for _, said in keys) else _PER_ROW


def _legend(keys: Sequence[tuple[str, str]], top: float) -> Markup:
    drawn, columns = [], _columns(keys)
    for place, (fill, said) in enumerate(keys):
        column, row = divmod(place, -(-len(keys) // columns))
        x, y = 6.0 + column * WIDTH / columns, top + row * _KEY
        drawn.append(tag("rect", x=x, y=y, width=_SWATCH, height=13.0, fill=fill, stroke="#7c8894", stroke_width=0.7))
        drawn.append(words(x + _SWATCH + 6, y + 11, said, fill=INK, size=SMALL))
    return joined(drawn)


def _sizes(most: float, largest: float, top: float) -> Markup:
    """Circles of round counts, with what they stand for."""
    x, drawn = 6.0, []
    for share in (1.0, 0.25, 0.05):
        value = float(f"{most * share:.1g}")
        radius = largest * sqrt(value / most)
        drawn.append(
            tag("circle", cx=x + radius, cy=top + largest, r=radius, fill="none", stroke=FAINT, stroke_width=1.2)
        )
        said = number(value, 0 if value >= 1 else 1)
        drawn.append(words(x + 2 * radius + 5, top + largest + 4, said, fill=QUIET, size=SMALL))
        x += 2 * radius + 18 + 8.0 * len(said)
    return joined([*drawn, words(x + 4, top + largest + 4, "stillinger", fill=QUIET, size=SMALL)])
