"""Borders from a file of the operator's: read with care, made coarse without gaps; a schematic where there are none."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.report.borders import STEP, Borders, BordersError, bordered, read_borders
from api.report.svg import WIDTH
from api.report.tiles import abbreviations, tiled
from ontology.kinds import MunicipalityCode
from ontology.places import load_places

Point = tuple[float, float]
WEST, EAST = MunicipalityCode("0101"), MunicipalityCode("0147")
CODES = sorted(code for code, one in load_places().municipalities.items() if one.seat)


def geojson(path: Path, rings: Mapping[str, Sequence[Point]], name: str = "code", kind: str = "Polygon") -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {name: code},
            "geometry": {"type": kind, "coordinates": [ring] if kind == "Polygon" else [[ring]]},
        }
        for code, ring in rings.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def square(lon: float, lat: float, side: float = 0.2) -> list[Point]:
    return [(lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side), (lon, lat)]


def vertices(path: str) -> set[tuple[int, int]]:
    """The points of a path of ours, in steps of the grid."""
    found = set()
    for ring in path.split("z")[:-1]:
        numbers = [float(one) for one in re.findall(r"-?[\d.]+", ring)]
        points = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0) / STEP
        found |= {(round(x), round(y)) for x, y in points.tolist()}
    return found


@given(st.lists(st.floats(-0.02, 0.02), min_size=3, max_size=60))
def test_two_neighbours_still_share_their_border_however_jagged_it_is(jags: list[float]) -> None:
    lats = np.linspace(55.0, 55.4, len(jags))
    line = [(12.3 + jag, float(lat)) for jag, lat in zip(jags, lats, strict=True)]
    west = np.array([(12.0, 55.0), *line, (12.0, 55.4), (12.0, 55.0)])
    east = np.array([*line, (12.6, 55.4), (12.6, 55.0), line[0]])
    ground = bordered(Borders({WEST: (west,), EAST: (east,)}, "prøve"), [WEST, EAST])
    left, right = vertices(ground.shapes[WEST].path), vertices(ground.shapes[EAST].path)
    middle = {one for one in left | right if one[0] * STEP > WIDTH * 0.35 and one[0] * STEP < WIDTH * 0.65}
    ends = {min(middle, key=lambda one: one[1])[1], max(middle, key=lambda one: one[1])[1]}

    assert {one for one in middle if one[1] not in ends} <= left & right


def test_a_fine_border_becomes_a_short_path(tmp_path: Path) -> None:
    turn = np.linspace(0, 2 * np.pi, 50_000)
    ring = [(12.3 + 0.2 * float(np.cos(one)), 55.6 + 0.1 * float(np.sin(one))) for one in turn]
    borders = read_borders(geojson(tmp_path / "fin.geojson", {"0101": [*ring, ring[0]]}))
    path = bordered(borders, [WEST]).shapes[WEST].path

    assert len(path) < 10_000


def test_a_rock_far_out_does_not_make_the_map_small() -> None:
    near, rock = np.array(square(12.0, 55.0)), np.array(square(15.0, 55.0, 0.01))
    alone = bordered(Borders({WEST: (near,)}, "prøve"), [WEST])
    both = bordered(Borders({WEST: (near, rock)}, "prøve"), [WEST])

    assert both.height == alone.height
    assert vertices(alone.shapes[WEST].path) <= vertices(both.shapes[WEST].path)


def test_what_lies_around_is_drawn_and_what_lies_far_off_is_not() -> None:
    around, far = MunicipalityCode("0151"), MunicipalityCode("0751")
    rings = {WEST: square(12.0, 55.0), around: square(12.15, 55.0), far: square(9.0, 56.0)}
    ground = bordered(Borders({code: (np.array(ring),) for code, ring in rings.items()}, "prøve"), [WEST])

    assert set(ground.shapes) == {WEST}
    assert set(ground.others) == {around}


@pytest.mark.parametrize(("name", "code"), [("code", "0101"), ("kode", "101"), ("KOMKODE", "0101")])
@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon"])
def test_a_code_is_found_under_the_usual_names(tmp_path: Path, name: str, code: str, kind: str) -> None:
    borders = read_borders(geojson(tmp_path / "k.geojson", {code: square(12.0, 55.0)}, name, kind))

    assert set(borders.rings) == {WEST}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is no GeoJSON of polygons"),
        ('{"type": "FeatureCollection"}', "is no GeoJSON of polygons"),
        ('{"features": []}', "no municipality in 'k.geojson'; give each feature its code as 'code'"),
        (
            '{"features": [{"properties": {"code": "0101"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}',
            "is no GeoJSON of polygons",
        ),
        (
            '{"features": [{"properties": {"code": "0101"}, "geometry": {"type": "Polygon", "coordinates":'
            " [[[720000, 6170000], [720001, 6170000], [720001, 6170001]]]}}]}",
            "outside Denmark; save it in degrees",
        ),
        (
            '{"features": [{"properties": {"code": "0101"}, "geometry": {"type": "Polygon", "coordinates": [[[1]]]}}]}',
            "has no two coordinates",
        ),
    ],
)
def test_a_file_that_cannot_be_drawn_is_refused_with_the_next_step(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "k.geojson"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BordersError, match=said):
        read_borders(path)


def test_a_file_that_is_not_there_or_holds_others_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BordersError, match="name a GeoJSON file"):
        read_borders(tmp_path / "intet.geojson")
    borders = read_borders(geojson(tmp_path / "k.geojson", {"0751": square(10.0, 56.0)}))
    with pytest.raises(BordersError, match="give the borders of 0101"):
        bordered(borders, [WEST])


@given(st.sets(st.sampled_from(CODES), min_size=1))
def test_each_municipality_has_a_square_of_its_own_and_letters_of_its_own(codes: set[MunicipalityCode]) -> None:
    ground = tiled(sorted(codes))
    places = [(shape.x, shape.y) for shape in ground.shapes.values()]

    assert set(ground.shapes) == codes
    assert len(set(places)) == len(places)
    assert len(set(ground.letters.values())) == len(codes)
    assert all(0 < x < WIDTH and 0 < y < ground.height for x, y in places)


def test_squares_lie_as_the_municipalities_do() -> None:
    shapes = tiled(CODES).shapes
    skagen, bornholm, esbjerg, gedser = (shapes[MunicipalityCode(code)] for code in ("0813", "0400", "0561", "0376"))

    assert esbjerg.x < bornholm.x
    assert skagen.y < gedser.y
    assert skagen.x < bornholm.x


def test_names_that_begin_alike_are_told_apart_where_they_differ() -> None:
    names = {code: load_places().municipalities[code].name for code in CODES}
    short = abbreviations(names)
    told = {names[code]: short[code] for code in CODES}

    assert told["Frederiksberg"] == "F.ber"
    assert told["Frederikssund"] == "F.sun"
    assert told["Køge"] == "Køge"
