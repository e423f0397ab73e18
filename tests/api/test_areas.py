"""How areas are named, and the minutes between them."""

import pytest

from api.areas import every_municipality, minutes_between, read_area
from graph.errors import AnalysisError
from graph.labour_market.areas import AreaKind
from ontology.errors import UnknownConceptError
from ontology.kinds import MunicipalityCode
from ontology.people import Means


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("0101", AreaKind.MUNICIPALITY, 1),
        ("Roskilde", AreaKind.MUNICIPALITY, 1),
        ("region sjælland", AreaKind.REGION, 17),
        ("danmark", AreaKind.DENMARK, 99),
        ("0101+Frederiksberg", AreaKind.SET, 2),
    ],
)
def test_an_area_is_named_by_code_or_name(text: str, kind: AreaKind, count: int) -> None:
    area = read_area(text)

    assert area.kind is kind
    assert len(area.municipalities) == count


def test_a_reach_is_drawn_around_any_place_and_grows_with_the_minutes() -> None:
    near, far = read_area("4000", 15), read_area("4000", 45)
    slow = read_area("4000", 45, Means.TRANSIT)
    assert near.postcodes is not None
    assert far.postcodes is not None
    assert slow.postcodes is not None

    assert near.postcodes < slow.postcodes < far.postcodes
    assert MunicipalityCode("0265") in near.municipalities


def test_what_is_no_area_is_refused() -> None:
    with pytest.raises(UnknownConceptError, match="no municipality 'Atlantis'"):
        read_area("Atlantis")
    with pytest.raises(AnalysisError, match="around one place"):
        read_area("0101+0147", 30)


def test_minutes_between_areas_are_the_travel_estimates_of_matching() -> None:
    towns = [read_area("0101"), read_area("0147"), read_area("Aalborg")]
    by_car, by_train = minutes_between(towns, Means.CAR), minutes_between(towns, Means.TRANSIT)

    assert by_car[0, 1] < 30 < by_car[0, 2]
    assert (by_train[:2, :2] > by_car[:2, :2]).all()


def test_minutes_to_other_areas_are_those_between_all() -> None:
    towns = [read_area(name) for name in ("0101", "0147+0157", "Aalborg")]

    found = minutes_between(towns[:2], Means.CAR, towns[1:])

    assert found.shape == (2, 2)
    assert (found == minutes_between(towns, Means.CAR)[:2, 1:]).all()


def test_every_municipality_is_an_area_of_its_own() -> None:
    assert len({one.code for one in every_municipality()}) == len(every_municipality()) == 98
