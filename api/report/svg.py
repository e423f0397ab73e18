"""Elements of SVG as escaped text: whatever is put in is text, save what was made here."""

from collections.abc import Sequence

from markupsafe import Markup, escape

WIDTH = 340.0
"""Every picture is so wide in its own units, so that on a narrow screen its text can still be read."""
INK, QUIET, FAINT, RULE = "#1b1f24", "#4d5661", "#8a939e", "#d9dde2"
SIZE, SMALL = 13.0, 11.5
_LETTER = 0.55
"""The usual width of a letter, in heights."""


def tag(name: str, *inside: str, **attributes: object) -> Markup:
    """One element. `_` in a name stands for `-`, at its end for nothing; None leaves the attribute out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(written(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not inside:
        return Markup(f"<{name}{told}/>")  # names are ours, values escaped
    return Markup(f"<{name}{told}>{joined(inside)}</{name}>")  # escaped where it is no Markup


def joined(parts: Sequence[str]) -> Markup:
    """Several elements after each other; plain text is escaped."""
    return Markup("").join(parts)


def written(value: object) -> str:
    """A number to one decimal without a needless nought, anything else as it is."""
    if not isinstance(value, float):
        return str(value)
    said = f"{value:.1f}".removesuffix(".0")
    return "0" if said == "-0" else said


def line(
    x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1.0, dash: str | None = None
) -> Markup:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, stroke_dasharray=dash)


def words(
    x: float,
    y: float,
    said: str,
    *,
    fill: str = INK,
    size: float = SIZE,
    anchor: str | None = None,
    weight: str | None = None,
    halo: bool = False,
) -> Markup:
    """A line of text on its baseline; with `halo` it can be read on top of a map."""
    around = (
        {"stroke": "#fff", "stroke_width": 3.5, "stroke_linejoin": "round", "paint_order": "stroke"} if halo else {}
    )
    return tag("text", said, x=x, y=y, fill=fill, font_size=size, text_anchor=anchor, font_weight=weight, **around)


def fitted(said: str, width: float, size: float = SIZE) -> str:
    """A text cut to about `width`, with a mark where something is left out."""
    room = int(width / (size * _LETTER))
    return said if len(said) <= room else f"{said[: max(room - 1, 1)].rstrip(' ,-')}…"


def wrapped(said: str, width: float, size: float = SIZE) -> tuple[str, ...]:
    """A text on one line, or on two of about `width`, the second cut where it must be."""
    if fitted(said, width, size) == said:
        return (said,)
    room = int(width / (size * _LETTER))
    at = said.rfind(" ", 0, room + 1)
    if at <= 0:
        return (fitted(said, width, size),)
    return said[:at], fitted(said[at + 1 :], width, size)


def picture(id: str, title: str, told: str, height: float, *inside: str, width: float = WIDTH) -> Markup:
    """A whole picture with its name and what it shows in words, for those who do not see it."""
    return tag(
        "svg",
        tag("title", title, id=f"{id}-t"),
        tag("desc", told, id=f"{id}-d"),
        *inside,
        viewBox=f"0 0 {written(width)} {written(height)}",
        role="img",
        aria_labelledby=f"{id}-t",
        aria_describedby=f"{id}-d",
        focusable="false",
    )
