"""A word of the table is hidden by how it is said, and kept where somebody works with it."""

import pytest

from ingestion.redaction import BLOCK, redact

SAID_AND_WORKED_WITH = [
    ("Jeg har leddegigt", "Behandlede borgere med leddegigt"),
    ("Er hørehæmmet", "Underviser hørehæmmede elever"),
    ("Jeg tager ritalin", "Har pakket ritalin på apotek"),
    ("Bevilget fleksjob", "Sagsbehandling af fleksjob i kommunen"),
    ("Min plejedatter bor hos mig", "Tilsyn med plejefamilier og plejedøtre"),
    ("Jeg gik ned med flaget", "Jeg gik ned på lageret med flag og duge"),
    ("Jeg kom hertil fra Damaskus", "Varerne kommer fra Damaskus"),
    ("Født i en somalisk familie", "Somalisk køkken, kok"),
    ("Jeg er koptisk kristen", "Restaurering af koptiske tekstiler"),
    ("Jeg blev kørt helt ned", "Jeg har kørt helt ned til Italien med blomster"),
]


@pytest.mark.parametrize(("said", "worked"), SAID_AND_WORKED_WITH)
def test_what_is_said_of_oneself_goes_and_the_same_word_at_work_stays(said: str, worked: str) -> None:
    assert BLOCK in redact(said).text
    assert redact(worked).text == worked


@pytest.mark.parametrize("word", ["gigtlidelser", "rygproblemerne", "knæsmerters", "hjertesygdommen"])
def test_a_word_is_known_in_its_other_forms_and_at_the_end_of_a_compound(word: str) -> None:
    assert BLOCK in redact(f"Jeg har {word}").text


def test_a_skill_before_a_near_person_stays() -> None:
    text = "Jeg har lavet bogholderi sammen med min svigersøn"

    assert redact(text).text == "Jeg har lavet bogholderi " + BLOCK * len("sammen med min svigersøn")


def test_hidden_neighbours_are_joined() -> None:
    assert redact("Gift og har to voksne børn").text == BLOCK * len("Gift og har to voksne børn")


def test_what_somebody_else_has_is_not_the_writers() -> None:
    text = "Så ingen får en dårlig ryg"

    assert redact(text).text == text
