"""Borders of municipalities from a GeoJSON file of the operator's, made as coarse as the map they are drawn on.

Every vertex is moved to the nearest point of a grid half a unit wide, and what then coincides is one (vertex
clustering, Rossignac and Borrel 1993). Two neighbours that share a border share its vertices, so they share it
afterwards too: no gap and no overlap can come of it, however fine the file is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from api.report.ground import Ground, Shape
from api.report.svg import WIDTH
from ontology.errors import ServiceError
from ontology.kinds import MunicipalityCode

MOST_BYTES = 200_000_000
STEP = 0.5
"""Of the grid, in units of the picture."""
MOST_HEIGHT = 400.0
CODE_NAMES = ("code", "kode", "kommunekode", "komkode", "KOMKODE", "lau_1", "LAU_1")
"""Under which a municipality's code is looked for in a feature: ours, DAWA's and Dataforsyningen's among them."""

_LEAST_AREA = 1.0
_MARGIN = 6.0
_LARGER = 0.02
_LON, _LAT = (7.0, 16.0), (54.0, 58.5)
Points = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


class BordersError(ServiceError):
    """A file of borders cannot be drawn."""


class _Polygon(msgspec.Struct, tag="Polygon", tag_field="type"):
    coordinates: list[list[list[float]]]


class _MultiPolygon(msgspec.Struct, tag="MultiPolygon", tag_field="type"):
    coordinates: list[list[list[list[float]]]]


class _Feature(msgspec.Struct):
    geometry: _Polygon | _MultiPolygon | None = None
    properties: dict[str, object] | None = None


class _Collection(msgspec.Struct):
    features: list[_Feature]


@dataclass(frozen=True)
class Borders:
    """The rings of each municipality, (points, 2) degrees east and north of WGS 84; `name` is the file's."""

    rings: Mapping[MunicipalityCode, tuple[Points, ...]]
    name: str


def read_borders(path: Path) -> Borders:
    """The borders of a GeoJSON file.

    Raises:
        BordersError: It is missing, too large, no GeoJSON of polygons, in another projection, or names no municipality.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BordersError(
                f"'{path.name}' is over {MOST_BYTES // 1_000_000} MB; use a coarser edition of the borders"
            )
        made = msgspec.json.decode(path.read_bytes(), type=_Collection)
    except OSError as error:
        raise BordersError(f"cannot read '{path}': {error.strerror}; name a GeoJSON file") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BordersError(f"'{path.name}' is no GeoJSON of polygons: {error}") from error
    rings: dict[MunicipalityCode, list[Points]] = {}
    for feature in made.features:
        code = _code(feature.properties or {})
        if code and feature.geometry:
            rings.setdefault(code, []).extend(_rings(feature.geometry, path))
    if not rings:
        raise BordersError(f"no municipality in '{path.name}'; give each feature its code as '{CODE_NAMES[0]}'")
    return Borders({code: tuple(found) for code, found in rings.items()}, path.name)


def _code(properties: Mapping[str, object]) -> MunicipalityCode | None:
    found = next((properties[name] for name in CODE_NAMES if name in properties), None)
    said = str(found).strip().zfill(4)
    return MunicipalityCode(said) if found is not None and said.isdecimal() and len(said) == 4 else None


def _rings(geometry: _Polygon | _MultiPolygon, path: Path) -> Iterable[Points]:
    polygons = [geometry.coordinates] if isinstance(geometry, _Polygon) else geometry.coordinates
    for ring in (ring for polygon in polygons for ring in polygon):
        if any(len(point) < 2 for point in ring):
            raise BordersError(f"a point of '{path.name}' has no two coordinates; check the file")
        points = np.array([point[:2] for point in ring], np.float64).reshape(-1, 2)
        inside = (points >= (_LON[0], _LAT[0])) & (points <= (_LON[1], _LAT[1]))
        if not inside.all():
            raise BordersError(f"'{path.name}' has points outside Denmark; save it in degrees (WGS 84, EPSG:4326)")
        yield points


def bordered(borders: Borders, codes: Sequence[MunicipalityCode]) -> Ground:
    """The map of some municipalities and of those around them, as large as the picture allows.

    Raises:
        BordersError: None of them is in the file.
    """
    known = [code for code in sorted(codes) if code in borders.rings]
    if not known:
        raise BordersError(f"none of the municipalities is in '{borders.name}'; give the borders of {', '.join(codes)}")
    flat = {code: [_flat(ring) for ring in rings] for code, rings in borders.rings.items()}
    inside = np.concatenate([ring for code in known for ring in _main(flat[code])])
    low, high = inside.min(axis=0), inside.max(axis=0)
    scale = float(min((WIDTH - 2 * _MARGIN) / (high[0] - low[0]), (MOST_HEIGHT - 2 * _MARGIN) / (high[1] - low[1])))
    height = float(high[1] - low[1]) * scale + 2 * _MARGIN
    corner = low - np.array([(WIDTH / scale - (high[0] - low[0])) / 2, _MARGIN / scale])
    shapes, others = {}, {}
    for code, rings in flat.items():
        snapped = [_snapped((ring - corner) * scale) for ring in rings]
        if code in known:
            shapes[code] = _shape(snapped)
        elif near := [ring for ring in snapped if _seen(ring, height)]:
            others[code] = _shape(near)
    return Ground(shapes, others, height)


def _main(rings: Sequence[Points]) -> list[Points]:
    """The larger land masses of a municipality: a rock far out does not make its map small."""
    size = [float(np.prod(ring.max(axis=0) - ring.min(axis=0))) for ring in rings]
    return [ring for ring, one in zip(rings, size, strict=True) if one >= _LARGER * max(size)]


def _flat(ring: Points) -> Points:
    """Degrees onto a plane that keeps proportions in the middle of Denmark; east and south."""
    return np.column_stack([ring[:, 0] * cos(radians(56.0)), -ring[:, 1]])


def _snapped(ring: Points) -> Whole:
    """Places on the grid, without what coincides with the one before or lies straight between two others."""
    found: Whole = np.round(ring / STEP).astype(np.int64)
    found = found[np.any(found != np.roll(found, 1, axis=0), axis=1)]
    if len(found) < 3:
        return found
    before, after = found - np.roll(found, 1, axis=0), np.roll(found, -1, axis=0) - found
    turns = before[:, 0] * after[:, 1] != before[:, 1] * after[:, 0]
    kept: Whole = found[turns]
    return kept


def _seen(ring: Whole, height: float) -> bool:
    if len(ring) < 3:
        return False
    low, high = ring.min(axis=0) * STEP, ring.max(axis=0) * STEP
    return bool(high[0] > 0 and high[1] > 0 and low[0] < WIDTH and low[1] < height)


def _shape(rings: Sequence[Whole]) -> Shape:
    """The path of the rings that can be seen; the largest is always kept, be it a point."""
    sized = sorted(rings, key=lambda ring: -abs(_area(ring)))
    kept = [ring for place, ring in enumerate(sized) if place == 0 or abs(_area(ring)) * STEP * STEP >= _LEAST_AREA]
    x, y = _middle(kept[0])
    return Shape("".join(_path(ring) for ring in kept if len(ring)), x, y)


def _path(ring: Whole) -> str:
    steps = np.diff(ring, axis=0)
    moves = "".join(f"l{_half(dx)} {_half(dy)}" for dx, dy in steps.tolist())
    return f"M{_half(int(ring[0][0]))} {_half(int(ring[0][1]))}{moves}z"


def _half(value: int) -> str:
    return f"{value * STEP:g}"


def _area(ring: Whole) -> float:
    """Twice-signed by direction, in squares of the grid."""
    if len(ring) < 3:
        return 0.0
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2


def _middle(ring: Whole) -> tuple[float, float]:
    """The centre of gravity, in units of the picture."""
    area = _area(ring)
    if not area:
        return tuple((ring.mean(axis=0) * STEP).tolist()) if len(ring) else (0.0, 0.0)
    x, y = ring[:, 0].astype(np.float64), ring[:, 1].astype(np.float64)
    part = x * np.roll(y, -1) - np.roll(x, -1) * y
    found = [float(np.sum((one + np.roll(one, -1)) * part)) / (6 * area) * STEP for one in (x, y)]
    return found[0], found[1]
