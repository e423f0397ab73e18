"""Years of experience and formal education, as ads ask for them."""

import pytest

from ingestion.demanded import education_in, experience_in

YEARS = [
    ("Du har mindst 2 års erfaring.", (2, None)),
    ("Gerne 3-5 år som udlært.", (3, 5)),
    ("Minimum et års praksis fra køkken.", (1, None)),
    ("To til tre års erfaring med salg.", (2, 3)),
    ("Op til 2 års erfaring.", (None, 2)),
    ("Du er en erfaren svejser.", (None, None)),
    ("Erfaring med truck er en fordel.", (None, None)),
    ("Svendebrev og mindst fem års erfaring fra branchen.", (5, None)),
    ("At least three years of experience.", (3, None)),
]
SCHOOLS = [
    ("Du har en lang videregående uddannelse inden for miljø.", 5, "0521"),
    ("En mellemlang videregående uddannelse som lærer.", 4, "0113"),
    ("Du er faglært anlægsgartner.", 2, "0812"),
    ("Kandidatgrad i kemi.", 5, "0711"),
    ("Du har en relevant uddannelse.", None, ""),
    ("En erhvervsuddannelse som smed.", 2, "0715"),
    ("MSc in biochemistry.", 5, "0512"),
]


@pytest.mark.parametrize(("sentence", "expected"), YEARS)
def test_years_of_experience_are_read_and_unknown_stays_unknown(
    sentence: str, expected: tuple[int | None, int | None]
) -> None:
    found = experience_in(sentence)

    assert found is not None
    assert (found.low, found.high) == expected


@pytest.mark.parametrize(
    ("sentence", "free"),
    [
        ("Du er uddannet i handel eller har mindst tre års erfaring fra dagligvarer.", True),
        ("Mindst tre års erfaring eller en relevant uddannelse.", True),
        ("At least two years of experience from an accounting or administrative office.", True),
        ("Du har to års erhvervserfaring.", True),
        ("To til tre års erfaring med salg.", False),
        ("Mindst fem års erfaring fra branchen.", False),
    ],
)
def test_years_are_open_where_something_else_will_do_or_any_work_counts(sentence: str, free: bool) -> None:
    found = experience_in(sentence)

    assert found is not None
    assert found.open is free


@pytest.mark.parametrize(
    "sentence", ["Vi har 25 års erfaring.", "Børn i alderen 3-6 år.", "Du er fyldt 18 år.", "Et vikariat på to år."]
)
def test_ages_and_the_years_of_the_firm_are_no_experience(sentence: str) -> None:
    assert experience_in(sentence) is None


@pytest.mark.parametrize(("sentence", "level", "field"), SCHOOLS)
def test_an_education_has_a_level_and_a_field(sentence: str, level: int | None, field: str) -> None:
    found = education_in(sentence, ())

    assert [(one.level, one.field) for one in found] == [(level, field)]


@pytest.mark.parametrize(
    "sentence", ["Vi tilbyder efteruddannelse.", "Vi ser frem til at møde kandidater.", "Du skal uddanne dig."]
)
def test_training_on_the_job_is_no_demanded_education(sentence: str) -> None:
    assert education_in(sentence, ()) == ()
