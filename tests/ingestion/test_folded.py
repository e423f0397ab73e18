"""A pattern that reads lower case finds what it found when it ignored case."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bench.redaction import halves
from ingestion.folded import lower, ready
from ingestion.redaction_passing import PASSING
from ingestion.redaction_patterns import CONTACT, PLACES
from ingestion.redaction_private import LABELLED, TOLD
from ingestion.redaction_rules import SAID

PATTERNS = [
    *(rule.found for rule in (*SAID, *TOLD, *PASSING)),
    *(pattern for _, pattern in (*CONTACT, *PLACES, *LABELLED)),
]
TEXTS = [item.text for half in halves() for item in half][::7]


def test_every_pattern_finds_the_same_places_in_lower_case() -> None:
    read = [(ready(pattern), pattern) for pattern in PATTERNS]

    assert sum(one.lower for one, _ in read) >= 30
    for text in (*TEXTS, *(text.upper() for text in TEXTS)):
        for one, pattern in read:
            assert [m.span() for m in one.found(text, lower(text))] == [m.span() for m in pattern.finditer(text)]


def test_a_pattern_with_a_part_that_minds_case_is_left_as_it_is() -> None:
    pattern = re.compile(r"medlem af (?-i:HK)", re.IGNORECASE)

    assert not ready(pattern).lower
    assert ready(pattern).pattern is pattern


@given(st.text())
def test_lower_case_is_of_equal_length(text: str) -> None:
    assert len(lower(text)) == len(text)
