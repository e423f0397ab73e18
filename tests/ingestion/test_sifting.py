"""Words that are looked for before a pattern is, so that it need not be, stand in all that the pattern finds."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.conditions import EXERTIONS, REMOTE
from ingestion.dates import named_dates
from ingestion.deadlines import sentences
from ingestion.demanded import experience_in
from ingestion.employment import KINDS
from ingestion.folded import lower
from ingestion.redaction import SIGNS
from ingestion.redaction_patterns import CONTACT
from ingestion.spoken_levels import danish_tests
from ingestion.working_times import SHIFTS
from ontology.kinds import PostingKind


@pytest.mark.parametrize("kind", [kind for kind, _, _ in KINDS])
@settings(max_examples=25)
@given(data=st.data())
def test_a_word_of_each_kind_stands_in_all_that_its_pattern_finds(kind: PostingKind, data: st.DataObject) -> None:
    needed, pattern = next((words, pattern) for one, words, pattern in KINDS if one is kind)
    found = data.draw(st.from_regex(pattern))

    assert any(word in lower(found) for word in needed)


@pytest.mark.parametrize(("needed", "pattern"), [one[1:] for one in (*SHIFTS, *EXERTIONS, *REMOTE)])
@settings(max_examples=25)
@given(data=st.data())
def test_a_word_of_each_condition_stands_in_all_that_its_pattern_finds(
    needed: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(pattern))

    assert any(word in lower(found) for word in needed)


@pytest.mark.parametrize(("label", "pattern"), [one for one in CONTACT if one[0] in SIGNS])
@settings(max_examples=25)
@given(data=st.data())
def test_a_sign_of_an_address_stands_in_each(label: str, pattern: re.Pattern[str], data: st.DataObject) -> None:
    found = pattern.search(data.draw(st.from_regex(pattern)))

    assert found
    assert any(sign in lower(found[0]) for sign in SIGNS[label])


@pytest.mark.parametrize("text", ["Prøve i Dansk 2", "PD3", "STUDIEPRØVEN", "danskuddannelse 1"])
def test_a_danish_test_is_found_by_its_figure_or_its_name(text: str) -> None:
    assert [*danish_tests(text)]


@pytest.mark.parametrize(
    "text", ["mindst 3 års erfaring", "TO YEARS OF EXPERIENCE", "Rutineret kok", "du er ERFAREN", "brancheerfaring"]
)
def test_experience_is_found_in_any_of_its_words(text: str) -> None:
    assert experience_in(text) is not None


@pytest.mark.parametrize("text", ["ultimo november", "Ved udgangen af måneden", "MÅNEDENS UDGANG"])
def test_a_date_without_a_figure_is_found(text: str) -> None:
    assert [one.day for one in named_dates(text, date(2026, 11, 3))] == [date(2026, 11, 30)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mød kl. 8. Så er vi her", 1),
        ("Start pr. 1. maj", 1),
        ("Det er i aug. Kom", 1),
        ("Det koster nrt. Kom", 2),
        ("Kaldekl. Kom", 2),
    ],
)
def test_an_abbreviation_ends_no_sentence_and_a_word_that_ends_as_one_does(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count
