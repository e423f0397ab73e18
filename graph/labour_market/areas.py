"""Areas that are counted over: whole municipalities, or what lies within reach of a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from graph.errors import AnalysisError
from graph.labour_market.figures import Floats
from graph.labour_market.market import Market, Vacancies
from ontology.kinds import MunicipalityCode, Postcode


class AreaKind(StrEnum):
    """What kind of area it is."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    DENMARK = "denmark"
    SET = "set"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class Area:
    """An area by code and Danish name. `municipalities` are those whose people are counted, always whole.

    `postcodes`: where an ad's work must lie; None = anywhere in the municipalities. All of Denmark takes in the
    ads that name no place.
    """

    kind: AreaKind
    code: str
    name: str
    municipalities: tuple[MunicipalityCode, ...]
    postcodes: frozenset[Postcode] | None = None


def together(areas: Iterable[Area]) -> Area:
    """Several areas as one set, each ad and each person counted once.

    Raises:
        AnalysisError: There is none, or one is a reach or all of Denmark, which are areas of their own.
    """
    parts = tuple(areas)
    if len(parts) == 1:
        return parts[0]
    if not parts:
        raise AnalysisError("no area given; name a municipality, a region or 'danmark'")
    if any(one.postcodes is not None or one.kind is AreaKind.DENMARK for one in parts):
        raise AnalysisError("only municipalities and regions can be put together with '+'")
    codes = tuple(dict.fromkeys(code for one in parts for code in one.municipalities))
    return Area(AreaKind.SET, "+".join(one.code for one in parts), " og ".join(one.name for one in parts), codes)


@dataclass(frozen=True)
class Footprint:
    """The ads of an area: their rows, ascending, and the share of each one's workplaces that lies there, in (0, 1]."""

    rows: npt.NDArray[np.intp]
    share: Floats


def footprint(vacancies: Vacancies, area: Area) -> Footprint:
    """The ads of an area."""
    inside = vacancies.place_share * _inside(vacancies, area)
    share = np.bincount(vacancies.place_ad, inside, len(vacancies)).astype(np.float64)
    if area.kind is AreaKind.DENMARK:
        share = np.ones(len(vacancies))
    rows = np.flatnonzero(share > 0)
    return Footprint(rows, share[rows])


def _inside(vacancies: Vacancies, area: Area) -> Floats:
    codes = frozenset(area.municipalities)
    if area.postcodes is None:
        inside = [one.municipality in codes for one in vacancies.sites]
    else:
        inside = [one.postcode in area.postcodes for one in vacancies.sites]
    return np.array(inside, np.float64)[vacancies.place] if inside else np.zeros(0)


def people_rows(market: Market, area: Area) -> npt.NDArray[np.intp]:
    """The rows of the municipalities whose people an area counts."""
    return np.array([market.rows[code] for code in area.municipalities if code in market.rows], np.intp)
