"""From where, how and how far a person travels, and how long it takes to each ad."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from graph.columns import AdColumns
from ontology.kinds import MunicipalityCode, Postcode
from ontology.people import Means, Profile
from ontology.places import load_places
from ontology.travel import by_means, load_travel

DEFAULT_MINUTES_CAR, DEFAULT_MINUTES_WITHOUT = 60, 35
_UNSURE = 1.1
"""Minutes are an estimate, and a limit in a CV is a round number: an ad that lies up to a tenth beyond is shown too."""
_SEATS: WeakKeyDictionary[AdColumns, npt.NDArray[np.int64]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Reach:
    """From where, how, and how far in minutes door to door; `home` None = anywhere."""

    home: Postcode | None
    means: Means
    minutes: float


def own_reach(profile: Profile) -> Reach:
    """The reach that the profile itself gives, with what the estimate may be off.

    Where no limit is named, 60 minutes by car, without one what takes 35 estimated drive minutes.
    """
    home = profile.postcode or (load_places().seat(profile.municipality) if profile.municipality else None)
    means = Means.CAR if profile.means is Means.CAR else Means.TRANSIT
    usual = DEFAULT_MINUTES_CAR if means is Means.CAR else by_means(DEFAULT_MINUTES_WITHOUT, means)
    return Reach(home, means, _UNSURE * (profile.minutes or usual))


def reach_within(place: str, minutes: float, means: Means) -> Reach:
    """The reach around a named municipality or postcode.

    Raises:
        UnknownConceptError: There is no such place.
    """
    places = load_places()
    area = places.area(place)
    return Reach(area.postcode if area else places.municipality(place).seat, means, minutes)


def minutes_to(columns: AdColumns, reach: Reach) -> npt.NDArray[np.float64]:
    """Estimated minutes to each ad's nearest workplace; NaN where the home or every workplace is unknown; (ads,)."""
    by_car = load_travel().minutes_from(reach.home) if reach.home is not None else None
    if by_car is not None:
        taken = by_means(np.append(by_car, np.inf)[_seats(columns)], reach.means)
        best = columns.place.reduced(np.minimum, taken, np.inf)
        return np.where(np.isfinite(best), best, np.nan)
    return np.full(len(columns.published), np.nan)


def _seats(columns: AdColumns) -> npt.NDArray[np.int64]:
    """The row of each workplace among the postcodes of the travel times; -1 = unknown."""
    found = _SEATS.get(columns)
    if found is None:
        rows, seat = load_travel().rows, load_places().seat
        known = [rows.get(one.postcode or seat(one.municipality) or Postcode(""), -1) for one in columns.places]
        found = _SEATS[columns] = np.array(known, np.int64)
    return found


def municipality_name(code: MunicipalityCode) -> str:
    """What a municipality is called; its code where it is unknown."""
    one = load_places().municipalities.get(code)
    return one.name if one else code
