"""Areas by the words of an analyst: a municipality, a region, all of Denmark, several together, or around a place."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from graph.errors import AnalysisError
from graph.labour_market.areas import Area, AreaKind, together
from ontology.denominators import WHOLE_COUNTRY
from ontology.kinds import MunicipalityCode, Postcode
from ontology.people import Means
from ontology.places import Places, folded, load_places
from ontology.travel import by_means, load_travel

EVERY = "alle"
_MEANS = {Means.CAR: "bil", Means.TRANSIT: "offentlig transport, skøn"}


def read_area(text: str, minutes: float | None = None, means: Means = Means.CAR) -> Area:
    """The area that `text` names: `0101`, `Roskilde`, `Region Sjælland`, `danmark`, or several joined by `+`.

    With `minutes` it is what lies so far from the municipality's town hall, or from the postcode, that is named.

    Raises:
        AnalysisError: The parts do not go together, or a region or all of Denmark is given with minutes.
        UnknownConceptError: There is no such place.
    """
    parts = [part.strip() for part in text.split("+") if part.strip()]
    if minutes is not None:
        if len(parts) != 1:
            raise AnalysisError(f"a reach is drawn around one place, not around '{text}'; name one")
        return _around(parts[0], minutes, means)
    return together([_named(part) for part in parts])


def every_municipality() -> tuple[Area, ...]:
    """All municipalities that have a town hall, by code: Christiansø is no municipality."""
    return tuple(_municipality(code) for code, one in sorted(load_places().municipalities.items()) if one.seat)


def denmark() -> Area:
    """The whole country."""
    return Area(AreaKind.DENMARK, WHOLE_COUNTRY, "hele landet", tuple(sorted(load_places().municipalities)))


def _municipality(code: MunicipalityCode) -> Area:
    return Area(AreaKind.MUNICIPALITY, code, load_places().municipalities[code].name, (code,))


def _named(text: str) -> Area:
    places = load_places()
    if folded(text) == WHOLE_COUNTRY:
        return denmark()
    regions = {folded(one.region): one.region for one in places.municipalities.values()}
    if folded(text) in regions:
        name = regions[folded(text)]
        codes = tuple(sorted(code for code, one in places.municipalities.items() if one.region == name))
        return Area(AreaKind.REGION, name, name, codes)
    return _municipality(places.municipality(text).code)


def _around(text: str, minutes: float, means: Means) -> Area:
    places = load_places()
    area = places.area(text)
    home, name = (area.postcode, f"{area.postcode} {area.city}") if area else _seat(text, places)
    travel = load_travel()
    by_car = travel.minutes_from(home)
    if by_car is None:
        raise AnalysisError(f"no travel time is known from '{text}'; name a postcode near by")
    near = frozenset(code for code, row in travel.rows.items() if by_means(float(by_car[row]), means) <= minutes)
    codes = tuple(sorted(code for code, one in places.municipalities.items() if one.seat in near))
    said = f"{minutes:g} min. med {_MEANS[means]} fra {name}"
    return Area(AreaKind.REACH, f"{home}~{minutes:g}~{means.value}", said, codes, near)


def _seat(text: str, places: Places) -> tuple[Postcode, str]:
    one = places.municipality(text)
    return one.seat, one.name


def minutes_between(
    areas: Sequence[Area], means: Means, others: Sequence[Area] | None = None
) -> npt.NDArray[np.float64]:
    """Estimated minutes from each area to each other, the shortest between any of their town halls; (areas, areas).

    With `others` from each area to each of those; (areas, others).
    """
    places, travel = load_places(), load_travel()
    goals = areas if others is None else others
    known = {code: travel.rows[one.seat] for code, one in places.municipalities.items() if one.seat in travel.rows}
    seats = [[known[code] for code in one.municipalities if code in known] for one in goals]
    found = np.full((len(areas), len(goals)), np.inf)
    for row, area in enumerate(areas):
        for code in area.municipalities:
            by_car = travel.minutes_from(places.municipalities[code].seat)
            if by_car is not None:
                nearest = [by_car[there].min() if there else np.inf for there in seats]
                found[row] = np.minimum(found[row], nearest)
    taken = [[by_means(float(one), means) for one in row] for row in found]
    return np.array(taken, np.float64).reshape(found.shape)
