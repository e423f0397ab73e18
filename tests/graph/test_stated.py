"""What an ad states, in plain Danish."""

from datetime import date

from graph.stated import EXERTION_WORDS, KIND_WORDS, SHIFT_WORDS, asked_in_words, terms_in_words
from ontology.kinds import ENGLISH, Importance, PostingKind, Shift
from ontology.languages import Cefr
from ontology.people import DocumentId
from ontology.vacancies import (
    EducationDemand,
    Exertion,
    Experience,
    Hours,
    LanguageDemand,
    Posting,
    PostingId,
    Terms,
)


def posting(terms: Terms, kind: PostingKind = PostingKind.ORDINARY) -> Posting:
    day = date(2026, 11, 1)
    asked = (
        (LanguageDemand(ENGLISH, Cefr.B2, Importance.NICE, ()),),
        (Experience(2, None, Importance.MUST, ()), Experience(None, None, None, ())),
        (EducationDemand(5, "", Importance.MUST, ()),),
    )
    return Posting(
        PostingId("x:1"), "Kok", "A", day, None, kind, Hours.UNKNOWN, 2, (), (), (), (), (), "h", DocumentId("d"), "",
        terms, *asked,
    )  # fmt: skip


def test_terms_are_told_in_plain_danish_and_silence_is_silent() -> None:
    terms = Terms(30.0, 33.6, (Shift.NIGHT,), start=date(2027, 1, 4), exertions=(Exertion.COLD,))

    assert terms_in_words(posting(terms, PostingKind.FLEXJOB)) == (
        "fleksjob", "30-33,6 timer", "nat", "2 stillinger", "start 04.01.2027", "kulde",
    )  # fmt: skip
    assert terms_in_words(posting(Terms())) == ("2 stillinger",)


def test_demands_are_told_with_how_strongly_they_are_asked() -> None:
    assert asked_in_words(posting(Terms())) == (
        "engelsk B2: en fordel",
        "2 års erfaring: kræves",
        "erfaring: kræves ikke",
        "lang videregående: kræves",
    )


def test_every_kind_shift_and_exertion_has_a_danish_word() -> None:
    assert (set(KIND_WORDS), set(SHIFT_WORDS), set(EXERTION_WORDS)) == (set(PostingKind), set(Shift), set(Exertion))
