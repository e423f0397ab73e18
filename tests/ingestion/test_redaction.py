"""What is hidden of the person, and what is kept of the trade, over CVs as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.redaction import BLOCK, redact
from tests.ingestion.redaction_cases import GOES, STAYS

SNIPPETS = st.lists(
    st.one_of(
        st.sampled_from([text for text, _ in GOES]),
        st.sampled_from(STAYS),
        st.text("aA bør.,;:-–'()@/+0123456789\t\r\n\u2028•", max_size=30),
    ),
    max_size=6,
)
TEXTS = st.builds(lambda joint, parts: joint.join(parts), st.sampled_from(["\n", " ", ". ", ", ", ""]), SNIPPETS)


@pytest.mark.parametrize(("text", "gone"), GOES, ids=[text for text, _ in GOES])
def test_what_a_cv_says_of_the_person_goes(text: str, gone: str) -> None:
    hidden = redact(text)

    assert gone in text
    assert gone not in hidden.text
    assert hidden.hidden


@pytest.mark.parametrize("text", STAYS, ids=STAYS)
def test_what_a_cv_says_of_the_trade_stays_word_for_word(text: str) -> None:
    hidden = redact(text)

    assert hidden.text == text
    assert hidden.hidden == ()


@given(TEXTS)
def test_redaction_keeps_the_length_and_the_lines(text: str) -> None:
    hidden = redact(text).text

    assert len(hidden) == len(text)
    assert [place for place, c in enumerate(hidden) if c == "\n"] == [
        place for place, c in enumerate(text) if c == "\n"
    ]


@given(TEXTS)
def test_what_is_redacted_once_is_redacted_for_good(text: str) -> None:
    once = redact(text)

    again = redact(once.text)

    assert again.text == once.text
    assert again.hidden == ()


@given(TEXTS)
def test_hidden_spans_are_exactly_the_characters_that_changed(text: str) -> None:
    hidden = redact(text)
    covered = [place for span in hidden.hidden for place in range(span.start, span.end)]

    assert covered == [place for place, c in enumerate(hidden.text) if c == BLOCK]
    assert all(text[place] != hidden.text[place] for place in covered)
