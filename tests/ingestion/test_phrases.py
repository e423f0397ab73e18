"""Phrases in any order and form."""

import pytest

from ingestion.phrases import find_phrases, phrases
from ingestion.roots import root
from ingestion.words import words
from ontology.kinds import EscoUri

GRASS, SWAP, TWO = EscoUri("s/grass"), EscoUri("s/swap"), EscoUri("s/two")
HEDGE, COOK, TIDY, GUESTS = EscoUri("s/hedge"), EscoUri("s/cook"), EscoUri("s/tidy"), EscoUri("s/guests")
BOLD, ALONE, EASY = EscoUri("s/bold"), EscoUri("s/alone"), EscoUri("s/easy")
KNOWN = phrases(
    [
        ("slå græs", GRASS),
        ("slå hæk", HEDGE),
        ("udskifte store komponenter", SWAP),
        ("store komponenter", TWO),
        ("kasse", TWO),
        ("lave mad", COOK),
        ("rydde op", TIDY),
        ("tage imod gæster", GUESTS),
        ("ikke bange for at tage fat", BOLD),
        ("arbejde alene", ALONE),
        ("nem at have med at gøre", EASY),
    ]
)


@pytest.mark.parametrize(
    ("one", "other"), [("værelser", "være"), ("lageret", "lag"), ("gods", "god"), ("spore", "spor")]
)
def test_words_that_only_look_alike_share_no_root(one: str, other: str) -> None:
    assert root(one) != root(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("slår", "slog"),
        ("udskiftning", "udskiftede"),
        ("klargøring", "klargøre"),
        ("syr", "syet"),
        ("vedligeholdelse", "vedligeholder"),
        ("built", "build"),
        ("planlægning", "planlagt"),
        ("udførelse", "udfører"),
        ("fremstilling", "fremstillede"),
        ("pakning", "pakker"),
        ("modtog", "modtagelse"),
        ("børnene", "barnets"),
    ],
)
def test_forms_of_a_word_share_a_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Jeg slår selv græsset.", [GRASS]),
        ("Græsset blev slået", [GRASS]),
        ("Udskiftning af de store komponenter", [SWAP]),
        ("Slår kunder, biler, haver og græs", []),
        ("Vi slår til. Græsset gror.", []),
        ("Slået", []),
        ("Slår græs og hække", [GRASS, HEDGE]),
        ("Slår græs, hække og bede", [GRASS, HEDGE]),
        ("Slår græs, klipper hæk", [GRASS]),
        ("Vi slår os løs, du passer græs", []),
        ("Slår vi græs, hæk er noget andet", [GRASS]),
        ("Laver god mad", [COOK]),
        ("Har mad i stalden", []),
        ("Rydder pænt op", [TIDY]),
        ("Rydder pænt", []),
        ("Tog altid imod gæsterne", [GUESTS]),
        ("Tog gæster", []),
        ("Er ikke bange for at tage rigtig fat", [BOLD]),
        ("Er bange for at tage fat", []),
        ("Arbejder helst alene", [ALONE]),
        ("Arbejder i butik", []),
        ("Gør maden nem", []),
    ],
)
def test_a_phrase_is_its_words_near_each_other_in_one_clause(text: str, named: list[EscoUri]) -> None:
    assert [one.uri for one in find_phrases(list(words(text)), KNOWN)] == named


def test_a_word_is_no_phrase() -> None:
    assert find_phrases(list(words("kasse")), KNOWN) == []


def test_what_a_negation_turns_stands_with_its_negation() -> None:
    row = list(words("Jeg er ikke bange for at tage fat"))

    assert [row[one.places[0]].text for one in find_phrases(row, KNOWN)] == ["ikke"]
