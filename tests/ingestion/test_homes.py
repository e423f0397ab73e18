"""Where a person lives: postcodes and towns as people write them, and the places that are no home."""

import pytest

from ingestion.homes import home
from ingestion.redaction import BLOCK
from ontology.places import load_places


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("8700 Horsens", ("8700", "0615")),
        ("bor 8700 horsens", ("8700", "0615")),
        ("Horsens 8700, 33 år", ("8700", "0615")),
        ("jeg bor i Struer (7600)", ("7600", "0671")),
        ("Ib, 22, 2400 nv", ("2400", "0101")),
        (f"{BLOCK}, 7600", ("7600", "0671")),
        ("I live in Struer (7600) since May", ("7600", "0671")),
        ("Postnr: 7600", ("7600", "0671")),
    ],
)
def test_a_postcode_stands_before_its_town_behind_it_or_alone(text: str, told: tuple[str, str]) -> None:
    assert home(text, load_places()) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ib, 44, Vejle", ("7100", "0630")),
        (f"{BLOCK} 44 år vejle", ("7100", "0630")),
        ("bor hos min søster i Ry", ("8680", "0746")),
        ("jeg bor lige uden for Holstebro på en gård", ("7500", "0661")),
        ("bor til daglig i odense", (None, "0461")),
        ("bor på Mors", (None, "0773")),
        ("44 år, Nykøbing Falster", ("4800", "0376")),
        ("Jeg bor i Viby", (None, None)),
        ("Jeg bor i Viby Jylland", ("8260", "0751")),
    ],
)
def test_a_town_alone_has_a_postcode_if_it_has_but_one(text: str, told: tuple[str | None, str | None]) -> None:
    assert home(text, load_places()) == told


@pytest.mark.parametrize(
    "text",
    [
        "2010-2015 lager, 7100 Vejle",
        "Kok hos en kro, 4600 Køge",
        "Søger job i Herning eller Ikast",
        "HF i Thisted",
        "Jeg boede i Odense som barn",
        "flyttede fra Odense sidste år",
        "Erfaring\n2019 Pædagogmedhjælper, Viborg",
        "Jeg har arbejdet ca 3000 timer",
        "ansøgning til stilling",
    ],
)
def test_a_workplace_a_school_a_wish_and_the_past_are_no_home(text: str) -> None:
    assert home(text, load_places()) == (None, None)


def test_where_one_is_said_to_live_goes_before_what_stands_higher() -> None:
    text = "Kasserer, 4600 Køge\n\nJeg boede i Odense, nu bor jeg i Assens"

    assert home(text, load_places()) == ("5610", "0420")
