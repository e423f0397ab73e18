import pytest

from ontology.agencies import temp_agency


@pytest.mark.parametrize("name", ["Vikarbureau 12", "Adecco A/S", "MANPOWER", "Nordsjællands Vikarservice ApS"])
def test_a_temp_agency_is_known_by_its_name(name: str) -> None:
    assert temp_agency()(name)


@pytest.mark.parametrize("name", ["Temple Bar", "Kommunens skoler", "Attempt ApS", "", "Momentum Kunst"])
def test_a_name_that_only_holds_the_letters_is_none(name: str) -> None:
    assert not temp_agency()(name)
