"""What a map is drawn on: one shape a municipality, kept once in the file and used by every map."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from api.report.svg import joined, tag
from ontology.kinds import MunicipalityCode

HATCH = "url(#skraa)"


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of a municipality as the data of an SVG path, and a place inside it."""

    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Ground:
    """The shapes of the municipalities that are told of, those around them, and the height of the map.

    `letters`: what is written on each shape; empty where shapes are too small for it. `side`: of a square, 0 = borders.
    """

    shapes: Mapping[MunicipalityCode, Shape]
    others: Mapping[MunicipalityCode, Shape]
    height: float
    letters: Mapping[MunicipalityCode, str] = field(default_factory=dict)
    side: float = 0.0


def store(ground: Ground) -> Markup:
    """The shapes under ids, and the hatching of what is hidden; drawn nowhere by itself."""
    everything = sorted({**ground.others, **ground.shapes}.items())
    paths = [tag("path", id=f"k{code}", d=shape.path) for code, shape in everything]
    hatch = tag(
        "pattern",
        tag("rect", width=6, height=6, fill="#fff"),
        tag("path", d="M-1 1l2-2M0 6l6-6M5 7l2-2", stroke="#6b7480", stroke_width=1.2),
        id="skraa",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
    )
    return tag("svg", tag("defs", hatch, joined(paths)), class_="store", aria_hidden="true", width=0, height=0)
