"""A schematic map of our own: each municipality one square, as near to where it lies as the others let it."""

from collections.abc import Mapping, Sequence
from math import ceil, cos, radians, sqrt

import numpy as np
from scipy.optimize import linear_sum_assignment

from api.report.ground import Ground, Shape
from api.report.svg import WIDTH
from ontology.kinds import MunicipalityCode
from ontology.places import load_places

_ROOMY = 1.35
"""How many squares there are for each municipality: some stay empty, so that coasts can be told."""
_GAP = 2.0
_LETTERS = 4


def tiled(codes: Sequence[MunicipalityCode]) -> Ground:
    """The squares of some municipalities; they lie in a grid, so that none is too small to be seen or read."""
    ordered = sorted(codes)
    places = np.array([position(code) for code in ordered]).reshape(-1, 2)
    columns, rows = _grid(places)
    cells = np.array([(column + 0.5, row + 0.5) for row in range(rows) for column in range(columns)])
    spread = np.maximum(places.max(axis=0) - places.min(axis=0), 1e-9)
    wanted = (places - places.min(axis=0)) / spread * (np.array([columns, rows]) - 1) + 0.5
    apart = ((wanted[:, None, :] - cells[None, :, :]) ** 2).sum(axis=2)
    chosen = linear_sum_assignment(apart)[1]
    side = min(WIDTH / columns, 64.0)
    left = (WIDTH - side * columns) / 2
    shapes = {
        code: _square(float(cells[cell][0]) * side + left, float(cells[cell][1]) * side, side)
        for code, cell in zip(ordered, chosen.tolist(), strict=True)
    }
    return Ground(shapes, {}, side * rows, abbreviations({code: _name(code) for code in ordered}), side)


def position(code: MunicipalityCode) -> tuple[float, float]:
    """Where a municipality lies, east and south, in degrees of latitude: the mean of its postcodes."""
    areas = [one for one in load_places().areas.values() if one.municipalities and one.municipalities[0] == code]
    if not areas:
        areas = [one for one in load_places().areas.values() if code in one.municipalities]
    lat, lon = (float(np.mean([getattr(one, part) for one in areas])) for part in ("lat", "lon"))
    return lon * cos(radians(56.0)), -lat


def _name(code: MunicipalityCode) -> str:
    return load_places().municipalities[code].name


def _grid(places: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> tuple[int, int]:
    """Columns and rows in about the proportion of the land, with room for all."""
    wide, tall = np.maximum(places.max(axis=0) - places.min(axis=0), 1e-3).tolist()
    ratio = min(max(wide / tall, 0.5), 2.0)
    room = ceil(len(places) * _ROOMY)
    columns = max(round(sqrt(room * ratio)), 1)
    return columns, ceil(room / columns)


def _square(x: float, y: float, side: float) -> Shape:
    half = side / 2 - _GAP / 2
    return Shape(f"M{x - half:.1f} {y - half:.1f}h{2 * half:.1f}v{2 * half:.1f}h{-2 * half:.1f}z", x, y)


def abbreviations(names: Mapping[MunicipalityCode, str]) -> dict[MunicipalityCode, str]:
    """Each name in few letters, none alike: 'Køb', but 'F.ber' and 'F.sun' for Frederiksberg and Frederikssund."""
    found = {}
    for code, name in names.items():
        shared = max((_alike(name, other) for key, other in names.items() if key != code), default=0)
        found[code] = name[:_LETTERS] if shared < _LETTERS else f"{name[0]}.{name[shared : shared + 3]}"
    return found


def _alike(name: str, other: str) -> int:
    """How many letters two names begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), min(len(name), len(other)))
