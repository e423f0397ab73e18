"""What is kept of a reason that somebody writes of a person, and of third ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.records.reasons import MOST_CHARACTERS, ReasonError, in_own_words
from ingestion.redaction import BLOCK

TOLD = [
    ("Peter ringede og sagde nej.", "Peter"),
    ("Hendes mand Peter er syg, så hun kan kun arbejde om dagen.", "Peter"),
    ("Hans søn Mikkel skal hentes kl. 15.", "Mikkel"),
    ("Chefen i Føtex, Lone Madsen, kender ham.", "Madsen"),
    ("Kollegaen Ahmed Yilmaz har arbejdet der og fraråder det.", "Yilmaz"),
    ("Karens kollega kan ikke lide stedet.", "Karen"),
    ("Borgeren er muslim og vil ikke håndtere svinekød.", "muslim"),
    ("Hun er enlig mor til tre og skal være hjemme kl. 16.", "enlig mor"),
    ("Hans ryg kan ikke holde til løft.", "ryg"),
    ("Ring på 20 30 40 50 før mødet.", "20 30"),
    ("Meldt med CPR 010190-1234 i sagen.", "010190"),
]


@pytest.mark.parametrize(("reason", "private"), TOLD)
def test_a_third_person_and_what_is_private_is_hidden_in_a_reason(reason: str, private: str) -> None:
    kept = in_own_words(reason)

    assert private not in kept
    assert BLOCK in kept


@pytest.mark.parametrize(
    "reason",
    [
        "Han har truckkort og bor tæt på.",
        "Hun kender butikken fra sit job i Netto, og hun vil gerne tilbage til kassen.",
        "Han vil ikke arbejde om natten, og hans kørekort er udløbet.",
        "Hans kørekort er udløbet.",
        "Jobbet ligger i Hvidovre og kræver kørekort B.",
        "Per måned tjener han mere her. Bo i Hvidovre er for langt væk.",
        "Borgeren har søgt jobbet tre gange og fået afslag.",
        "Borgeren bestrider CV'et.",
    ],
)
def test_what_is_said_about_the_job_stays(reason: str) -> None:
    assert in_own_words(reason) == reason


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=3, max_size=80))
def test_what_is_hidden_is_hidden_at_equal_length_and_for_good(reason: str) -> None:
    kept = in_own_words(reason)

    assert len(kept) == len(reason)
    assert in_own_words(kept) == kept


@pytest.mark.parametrize("reason", ["", "  j ", "x" * (MOST_CHARACTERS + 1)])
def test_a_reason_has_a_length(reason: str) -> None:
    with pytest.raises(ReasonError, match="skriv i en sætning"):
        in_own_words(reason)
