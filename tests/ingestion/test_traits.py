"""Adjectives that are said of a person."""

import pytest

from ingestion.traits import find_traits, traits
from ingestion.words import words
from ontology.kinds import EscoUri

CALM, STRONG = EscoUri("s/calm"), EscoUri("s/strong")
KNOWN = traits([("rolig", CALM), ("stærk", STRONG)])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Du er rolig og stærk.", [CALM, STRONG]),
        ("Som person er jeg altid meget rolig", [CALM]),
        ("Jeg er venlig, rolig og snaksalig", [CALM]),
        ("Rolig, når andre ikke er", [CALM]),
        ("Du er en rolig person", [CALM]),
        ("Stærk\nSjælland", [STRONG]),
        ("Arbejdet er roligt", []),
        ("Vi er en rolig arbejdsplads", []),
        ("Rolig og stærk drift af servere", []),
        ("Du kører stærk strøm", []),
        ("Vi har stærkstrøm", []),
        ("Du passer en rolig hest", []),
    ],
)
def test_an_adjective_counts_where_it_is_said_of_a_person(text: str, named: list[EscoUri]) -> None:
    assert [uri for _, uri in find_traits(list(words(text)), KNOWN)] == named
