"""Words that are said of a person."""

import pytest

from ingestion.traits import find_traits, traits
from ingestion.words import words
from ontology.kinds import EscoUri

CALM, STRONG, KEEN = EscoUri("s/calm"), EscoUri("s/strong"), EscoUri("s/keen")
HUMOUR, OVERVIEW, SERVICE = EscoUri("s/humour"), EscoUri("s/overview"), EscoUri("s/service")
KNOWN = traits(
    [("rolig", CALM), ("calm", CALM), ("stærk", STRONG), ("motiveret", KEEN)],
    [("humor", HUMOUR), ("overblik", OVERVIEW), ("service", SERVICE)],
)


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
        ("Du er motiveret", [KEEN]),
        ("At motivere andre", []),
        ("You are very calm, and you listen", [CALM]),
        ("We are calm", []),
    ],
)
def test_an_adjective_counts_where_it_is_said_of_a_person(text: str, named: list[EscoUri]) -> None:
    assert [uri for _, uri in find_traits(list(words(text)), KNOWN)] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Du har humor og overblik.", [HUMOUR, OVERVIEW]),
        ("Jeg har et stort overblik, når det går stærkt", [OVERVIEW]),
        ("Vi lægger vægt på overblik", [OVERVIEW]),
        ("Vi søger en kollega med humor og god service", [HUMOUR, SERVICE]),
        ("Overblik, humor", [OVERVIEW, HUMOUR]),
        ("Stærke sider: rolig, humor", [CALM, HUMOUR]),
        ("Service og salg", []),
        ("Humor", []),
        ("Vi har humor", []),
        ("Du har overblik over lageret", []),
        ("Du har erfaring med service", []),
    ],
)
def test_a_noun_counts_where_a_person_has_it(text: str, named: list[EscoUri]) -> None:
    assert [uri for _, uri in find_traits(list(words(text)), KNOWN)] == named
