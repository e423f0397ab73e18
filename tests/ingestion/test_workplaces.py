"""Where the work of an ad is done, as Danes write it."""

import pytest

from ingestion.workplaces import nationwide, workplaces
from ontology.places import load_places

FIELDS = [
    ("Nørregade 4, 5000 Odense C", ["0461"]),
    ("Vollsmose", ["0461"]),
    ("Ishøj", ["0183"]),
    ("Aarhus og Horsens", ["0751", "0615"]),
    ("Kolding/Vejle", ["0621", "0630"]),
    ("Århus", ["0751"]),
    ("Hele landet", []),
    ("Odense SV", ["0461"]),
    ("Kastrup", ["0185"]),
]
BODIES = [
    ("Vi søger en kok til vores restaurant på Nørrebro.", ["0101"]),
    ("Bageriet på Vesterbro i Aalborg søger en bager.", ["0851"]),
    ("Bageriet på Vesterbro søger en bager.", ["0101"]),
    ("Arbejdsstedet er Industrivej 4, 8700 Horsens. Send din ansøgning til Søndergade 1, 7100 Vejle.", ["0615"]),
    ("Hovedkontor: Havnegade 2, 5000 Odense C\nDu bliver en del af vores afdeling i Kolding.", ["0621"]),
    ("Vi søger sælgere til vores butikker i Aarhus, Horsens og Vejle.", ["0751", "0615", "0630"]),
    ("Vi leverer til kunder i hele landet. Lageret ligger i Brande.", ["0756"]),
    ("Du kører i hele Jylland med base i Vejen.", ["0575"]),
    ("Du bor i Aalborg eller omegn. Jobbet er på vores lager i Hobro.", ["0846"]),
    ("Kæden har 40 butikker fra Skagen til Rødby. Til butikken i Esbjerg søger vi en elev.", ["0561"]),
    ("Jernvej 3\n8000 Aarhus C\n\nVi søger en svejser til værkstedet i Skanderborg.", ["0746"]),
    ("Samtaler holdes i Odense. Stillingen er placeret i Svendborg.", ["0479"]),
    ("Postadressen er vores kontor i Brøndby.", []),
    ("Du er uddannet i Aarhus.", []),
    ("Du møder ind på plejehjemmet i Ringsted hver morgen.", ["0329"]),
    ("Løsning på alle problemer findes ikke.", []),
]


@pytest.mark.parametrize(("field", "expected"), FIELDS)
def test_a_workplace_field_names_one_or_several_places(field: str, expected: list[str]) -> None:
    found = workplaces({"workplace": field}, "", "", load_places())

    assert [one.municipality for one in found] == expected


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_head_office_letterhead_and_home_are_no_workplace(body: str, expected: list[str]) -> None:
    assert [one.municipality for one in workplaces({}, "", body, load_places())] == expected


def test_an_explicit_workplace_outweighs_the_address_of_the_record() -> None:
    found = workplaces({"postal_code": "8000"}, "", "Arbejdssted: Silkeborg", load_places())

    assert [one.municipality for one in found] == ["0740"]


def test_the_record_goes_first_and_the_other_towns_of_its_field_follow() -> None:
    record = {"postal_code": "6705", "workplace": "Esbjerg Ø og Varde"}

    assert [one.municipality for one in workplaces(record, "", "", load_places())] == ["0561", "0573"]


def test_a_street_and_a_postcode_keep_the_postcode() -> None:
    assert workplaces({"workplace": "Åvej 2, 5240 Odense NØ"}, "", "", load_places())[0].postcode == "5240"


@pytest.mark.parametrize(
    ("workplace", "body", "expected"),
    [
        ("Hele landet", "", True),
        ("", "Du arbejder i hele landet.", True),
        ("", "Stillingen indebærer kørsel i hele Danmark.", True),
        ("", "Vi har butikker i hele landet.", False),
        ("", "Vi leverer til kunder i hele Danmark.", False),
        ("", "Kørsel i hele Jylland.", False),
    ],
)
def test_the_whole_country_is_where_one_works_not_where_customers_are(
    workplace: str, body: str, expected: bool
) -> None:
    assert nationwide({"workplace": workplace}, "", body) is expected
