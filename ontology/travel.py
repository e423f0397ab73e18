"""Travel times between postcodes, ESTIMATED by us from coordinates, with the detours that water makes ("skøn")."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import floyd_warshall

from ontology.kinds import Postcode
from ontology.people import Means
from ontology.places import Places, load_places
from ontology.tables import read_table

Minutes = npt.NDArray[np.float64]

ROAD_FACTOR = 1.18
"""Road kilometres a straight kilometre; Danish roads on one land mass."""
_START_MIN = 3.0
_ACROSS_TOWN_MIN = 15.0
"""At most so long between the districts of one town ("Randers NV", "Randers NØ"), whose postcodes reach far out."""
_TOWN_KM, _TOWN_KMH = 8.0, 42.0
_ROAD_KM, _ROAD_KMH = 30.0, 75.0
_MOTORWAY_KMH = 106.0
TRANSIT_FACTOR, TRANSIT_START_MIN = 1.6, 10.0
_KM_A_DEGREE = 111.2


@dataclass(frozen=True)
class Travel:
    """Estimates between all postcodes.

    lat, lon: (postcodes,) degrees. town: (postcodes,) the name without its district.
    exits: (exits, 2) the ends of bridges and ferries. crossing: (exits, exits) minutes.
    barriers: (barriers, 6) end, end, way round.
    """

    rows: Mapping[Postcode, int]
    lat: Minutes
    lon: Minutes
    land: npt.NDArray[np.str_]
    town: npt.NDArray[np.str_]
    exits: Minutes
    exit_land: npt.NDArray[np.str_]
    crossing: Minutes
    barriers: Minutes

    @cached_property
    def hops(self) -> Minutes:
        """Fastest minutes between the ends of all bridges and ferries; shape (exits, exits)."""
        drive = np.array([self._drive(lat, lon, self.exits[:, 0], self.exits[:, 1]) for lat, lon in self.exits])
        same = self.exit_land[:, None] == self.exit_land[None, :]
        best: Minutes = floyd_warshall(np.minimum(np.where(same, drive, np.inf), self.crossing))
        return best

    def minutes_from(self, home: Postcode) -> Minutes | None:
        """Estimated minutes by car from `home` to every postcode, in row order; None where `home` is unknown."""
        row = self.rows.get(home)
        return None if row is None else _minutes_from(self, row)

    def minutes(self, home: Postcode, work: Postcode, means: Means = Means.CAR) -> float | None:
        """Estimated minutes door to door; None where a postcode is unknown or cannot be reached."""
        reach, row = self.minutes_from(home), self.rows.get(work)
        if reach is None or row is None or not np.isfinite(reach[row]):
            return None
        return by_means(float(reach[row]), means)

    def compute(self, row: int) -> Minutes:
        """`minutes_from` without the memory."""
        lat, lon = float(self.lat[row]), float(self.lon[row])
        direct = np.where(self.land == self.land[row], self._drive(lat, lon, self.lat, self.lon), np.inf)
        out = np.flatnonzero(self.exit_land == self.land[row])
        if not len(out):
            return direct
        to_exit = self._drive(lat, lon, self.exits[out, 0], self.exits[out, 1])
        at_exit = np.min(to_exit[:, None] + self.hops[out], axis=0)
        for index, (exit_lat, exit_lon) in enumerate(self.exits):
            there = self.land == self.exit_land[index]
            onward = at_exit[index] - _START_MIN + self._drive(exit_lat, exit_lon, self.lat[there], self.lon[there])
            direct[there] = np.minimum(direct[there], onward)
        town = self.town == self.town[row]
        direct[town] = np.minimum(direct[town], _ACROSS_TOWN_MIN)
        return direct

    def _drive(self, lat: float, lon: float, lats: Minutes, lons: Minutes) -> Minutes:
        km = _km(lat, lon, lats, lons)
        for a_lat, a_lon, b_lat, b_lon, via_lat, via_lon in self.barriers:
            blocked = _crosses(lat, lon, lats, lons, (a_lat, a_lon), (b_lat, b_lon))
            detour = float(_km(lat, lon, np.array(via_lat), np.array(via_lon))) + _km(via_lat, via_lon, lats, lons)
            km = np.where(blocked, np.maximum(km, detour), km)
        road = km * ROAD_FACTOR
        town = np.minimum(road, _TOWN_KM)
        country = np.clip(road, _TOWN_KM, _ROAD_KM) - _TOWN_KM
        motorway = np.maximum(road - _ROAD_KM, 0)
        minutes: Minutes = _START_MIN + 60 * (town / _TOWN_KMH + country / _ROAD_KMH + motorway / _MOTORWAY_KMH)
        return minutes


Time = TypeVar("Time", float, Minutes)


def by_means(car_minutes: Time, means: Means) -> Time:
    """Minutes by `means`; public transport is a rough estimate from the car time until a timetable is plugged in."""
    return car_minutes if means is Means.CAR else TRANSIT_START_MIN + TRANSIT_FACTOR * car_minutes


def _km(lat: float, lon: float, lats: Minutes, lons: Minutes) -> Minutes:
    north = (lats - lat) * _KM_A_DEGREE
    east = (lons - lon) * _KM_A_DEGREE * np.cos(np.radians((lats + lat) / 2))
    distance: Minutes = np.hypot(north, east)
    return distance


def _crosses(
    lat: float, lon: float, lats: Minutes, lons: Minutes, a: tuple[float, float], b: tuple[float, float]
) -> npt.NDArray[np.bool_]:
    """Whether the straight lines from one point to many cross the segment a-b."""

    def side(p_lat: float, p_lon: float, q_lat: Minutes, q_lon: Minutes, r_lat: float, r_lon: float) -> Minutes:
        turned: Minutes = (q_lat - p_lat) * (r_lon - p_lon) - (q_lon - p_lon) * (r_lat - p_lat)
        return turned

    ends = side(lat, lon, lats, lons, *a) * side(lat, lon, lats, lons, *b) < 0
    start = side(*a, np.array(b[0]), np.array(b[1]), lat, lon)
    across = (b[0] - a[0]) * (lons - a[1]) - (b[1] - a[1]) * (lats - a[0])
    crossed: npt.NDArray[np.bool_] = ends & (start * across < 0)
    return crossed


_DISTRICT = re.compile(r" (?:C|K|V|N|S|Ø|NV|NØ|SV|SØ|M)$")
_REMEMBERED: dict[int, Minutes] = {}


def _minutes_from(travel: Travel, row: int) -> Minutes:
    if row not in _REMEMBERED:
        found = travel.compute(row)
        found.setflags(write=False)
        _REMEMBERED[row] = found
    return _REMEMBERED[row]


@cache
def load_travel() -> Travel:
    """The estimates over our tables of postcodes, crossings and barriers.

    Raises:
        OntologyError: A table is malformed.
    """
    places: Places = load_places()
    areas = list(places.areas.values())
    columns = ("name", "land_a", "lat_a", "lon_a", "land_b", "lat_b", "lon_b", "minutes")
    exits, lands, times = [], [], []
    for row in read_table("crossings.csv", columns, ("name",)):
        for end in ("a", "b"):
            exits.append((float(row[f"lat_{end}"]), float(row[f"lon_{end}"])))
            lands.append(row[f"land_{end}"])
        times.append(float(row["minutes"]))
    crossing = np.full((len(exits), len(exits)), np.inf)
    for index, minutes in enumerate(times):
        crossing[2 * index, 2 * index + 1] = crossing[2 * index + 1, 2 * index] = minutes
    names = ("name", "lat_a", "lon_a", "lat_b", "lon_b", "via_lat", "via_lon")
    barriers = [[float(row[column]) for column in names[1:]] for row in read_table("barriers.csv", names, ("name",))]
    return Travel(
        {area.postcode: index for index, area in enumerate(areas)},
        np.array([area.lat for area in areas]),
        np.array([area.lon for area in areas]),
        np.array([area.land for area in areas]),
        np.array([_DISTRICT.sub("", area.city) for area in areas]),
        np.array(exits),
        np.array(lands),
        crossing,
        np.array(barriers),
    )
