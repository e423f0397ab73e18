"""What a person types finds what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.finding import Finder, Named

NAMES = (
    "pædagog",
    "pædagogmedhjælper",
    "social- og sundhedshjælper",
    "social- og sundhedsassistent",
    "lagermedarbejder",
    "truckfører",
    "Aarhus",
    "Åbenrå",
    "køre gaffeltruck",
)
FINDER = Finder(Named(name, name) for name in NAMES)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pædagog", ["pædagog", "pædagogmedhjælper"]),
        ("pæd", ["pædagog", "pædagogmedhjælper"]),
        ("sund", ["social- og sundhedshjælper", "social- og sundhedsassistent"]),
        ("social sundhedsh", ["social- og sundhedshjælper"]),
        ("gaffel", ["køre gaffeltruck"]),
        ("århus", ["Aarhus"]),
        ("aabenraa", ["Åbenrå"]),
        ("LAGER", ["lagermedarbejder"]),
    ],
)
def test_words_are_found_by_their_beginnings(typed: str, expected: list[str]) -> None:
    assert [one.name for one in FINDER.find(typed)][: len(expected)] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pædaogg", "pædagog"),
        ("lagermedabejder", "lagermedarbejder"),
        ("truckførre", "truckfører"),
        ("trukfør", "truckfører"),
        ("sosial sundhedsass", "social- og sundhedsassistent"),
    ],
)
def test_a_slip_of_the_fingers_is_forgiven(typed: str, expected: str) -> None:
    assert FINDER.find(typed)[0].name == expected


def test_a_number_must_be_right() -> None:
    assert Finder([Named("2650 Hvidovre", 1)]).find("2670") == ()


def test_short_words_must_be_right() -> None:
    assert FINDER.find("prd") == ()


def test_the_heavier_of_equally_near_names_goes_first_and_a_thing_comes_once() -> None:
    finder = Finder([Named("kok", 1), Named("kokkeelev", 2, 0.5), Named("kokkemedhjælper", 3, 0.9), Named("kokken", 1)])

    assert [one.thing for one in finder.find("kok")] == [1, 3, 2]


@given(st.text(max_size=200), st.integers(1, 5))
def test_anything_may_be_typed(typed: str, count: int) -> None:
    found = FINDER.find(typed, count)

    assert len({one.thing for one in found}) == len(found) <= count


@given(st.sampled_from(NAMES), st.integers(2, 40))
def test_every_beginning_of_a_name_finds_it(name: str, length: int) -> None:
    typed = name[:length]

    assert name in {one.name for one in FINDER.find(typed, len(NAMES))}
