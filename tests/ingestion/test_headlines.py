"""A headline gives the titles in it: without what leads up to them, stands round them or says on what terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.headlines import headline


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Kok", ("Kok",)),
        ("Vil du være vores nye receptionist?", ("receptionist",)),
        ("Er du vores nye kok?", ("kok",)),
        ("Barista søges til hyggelig café", ("Barista",)),
        ("2 x elektriker", ("elektriker",)),
        ("Rent & Fint søger 10 rengøringsassistenter", ("rengøringsassistenter",)),
        ("We are looking for forklift drivers for the summer", ("forklift drivers",)),
        ("Erfaren og selvstændig tømrer til renovering", ("tømrer",)),
        ("Rørsvejser / klejnsmed til værksted", ("Rørsvejser", "klejnsmed")),
        ("Kirkegårdsgartner/graver", ("Kirkegårdsgartner", "graver")),
        ("Gymnasielærer i kemi – barselsvikariat", ("Gymnasielærer",)),
        ("Sygeplejerske, nat", ("Sygeplejerske",)),
        ("Pædagog 32 timer", ("Pædagog",)),
        ("Maler (m/k)", ("Maler",)),
        ("Job-ID 12345: Kemiker", ("Kemiker",)),
        ("Smede og svejsere", ("Smede og svejsere", "Smede", "svejsere")),
        ("Kredit- og inkassomedarbejder", ("Kredit- og inkassomedarbejder",)),
    ],
)
def test_the_titles_of_a_headline_are_cut_out_in_order(text: str, titles: tuple[str, ...]) -> None:
    assert headline(text).titles == titles


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("15 medarbejdere til fiskefabrik i Skagen", ("fiskefabrikmedarbejder",)),
        ("Virksomhedspraktik i vaskeri", ("vaskerimedarbejder",)),
        ("Studentermedhjælper til HR", ("HR-medarbejder",)),
        ("Motivated employees for warehouse work", ("warehouse worker",)),
        ("Tekniker i Odense", ()),
        ("Tømrer til fabrik", ()),
    ],
)
def test_a_head_that_says_little_is_joined_with_what_follows_it(text: str, joined: tuple[str, ...]) -> None:
    assert headline(text).joined == joined


@given(st.text(max_size=200))
def test_every_headline_has_a_title(text: str) -> None:
    assert headline(text).titles
