"""Until when an ad takes applications, as Danes write it."""

from datetime import date

import pytest

from ingestion.deadlines import deadline, deadline_in, rolling, start_in, starts_soon

PUBLISHED = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hurtigst muligt", None),
        ("Snarest", None),
        ("løbende samtaler", None),
        ("Vi ansætter løbende", None),
        ("Når den rette er fundet", None),
        ("", None),
        ("Start hurtigst muligt", None),
        ("Opstart 1. februar", None),
        ("Samtaler i uge 50", None),
        ("d. 3/12 kl. 12", "2026-12-03"),
        ("3.12.", "2026-12-03"),
        ("3/12-26", "2026-12-03"),
        ("03.12.2026", "2026-12-03"),
        ("d. 3/12-2026", "2026-12-03"),
        ("03-12-2026 00:00", "2026-12-03"),
        ("2026-12-03T23:59:00", "2026-12-03"),
        ("senest mandag den 7. december", "2026-12-07"),
        ("Torsdag d. 10. dec. kl. 8.00", "2026-12-10"),
        ("kl. 12 den 3. december", "2026-12-03"),
        ("1. januar 2027 kl. 23.59", "2027-01-01"),
        ("5. januar", "2027-01-05"),
        ("uge 49", "2026-12-06"),
        ("inden udgangen af uge 2", "2027-01-17"),
        ("ved månedens udgang", "2026-11-30"),
        ("udgangen af december", "2026-12-31"),
        ("ultimo februar 2027", "2027-02-28"),
        ("snarest muligt og senest 14. december", "2026-12-14"),
        ("Løbende, dog senest d. 20/12", "2026-12-20"),
        ("Frist 4/12, samtaler 10/12", "2026-12-04"),
        ("December 14, 2026", "2026-12-14"),
        ("14 December 2026", "2026-12-14"),
        ("31/2", None),
    ],
)
def test_a_deadline_field_is_read_in_every_danish_form(text: str, expected: str | None) -> None:
    assert deadline(text, PUBLISHED) == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ansøgningsfrist: 10. december 2026.", "2026-12-10"),
        ("Ansøgningsfristen er den 11. december kl. 12.", "2026-12-11"),
        ("Send din ansøgning og dit CV senest d. 7. december.", "2026-12-07"),
        ("Søg jobbet inden den 1/12.", "2026-12-01"),
        ("Vi skal have din ansøgning senest fredag den 18. december.", "2026-12-18"),
        ("Din ansøgning skal være os i hænde senest 15.12.2026.", "2026-12-15"),
        ("17. december kl. 23:59 lukker vi for ansøgninger.", "2026-12-17"),
        ("Frist: torsdag d. 3. december. Samtaler d. 9. december.", "2026-12-03"),
        ("Tiltrædelse 1. februar 2027. Ansøgningsfrist d. 4/12.", "2026-12-04"),
        ("Samtaler afholdes den 9. december.", None),
        ("Stillingen er til besættelse pr. 1. februar 2027.", None),
        ("Du kan starte senest 1. februar.", None),
        ("Vi har holdt til her siden 1. maj 1987.", None),
        ("Vi mødes hver mandag. Lønnen er 148,50 kr.", None),
        ("Apply no later than December 20, 2026.", "2026-12-20"),
    ],
)
def test_a_deadline_in_the_text_is_no_start_and_no_interview(body: str, expected: str | None) -> None:
    assert deadline_in(body, PUBLISHED) == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tiltrædelse 1. februar 2027. Ansøgningsfrist d. 4/12.", "2027-02-01"),
        ("Stillingen er ledig pr. 1. marts.", "2027-03-01"),
        ("Opstart den 4. januar.", "2027-01-04"),
        ("Du kan starte senest 1. februar.", "2027-02-01"),
        ("Stillingen ønskes besat 1/1-27.", "2027-01-01"),
        ("Ansøgningsfrist 4. december.", None),
        ("Samtaler 9. december.", None),
    ],
)
def test_the_day_of_start_is_read(body: str, expected: str | None) -> None:
    assert start_in(body, PUBLISHED) == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Start hurtigst muligt.", True),
        ("Tiltrædelse snarest muligt.", True),
        ("Stillingen besættes snarest.", True),
        ("Ring hurtigst muligt.", False),
    ],
)
def test_a_start_as_soon_as_possible_is_seen(body: str, expected: bool) -> None:
    assert starts_soon(body) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Vi holder samtaler løbende.", True),
        ("Vi indkalder til samtale, efterhånden som ansøgningerne kommer.", True),
        ("Du har løbende kontakt med kunder.", False),
        ("Du har løbende samtaler med borgerne.", False),
        ("Vi holder samtaler i uge 50.", False),
    ],
)
def test_interviews_as_they_come_are_seen(body: str, expected: bool) -> None:
    assert rolling(None, body) is expected


def test_a_deadline_with_a_year_that_has_passed_stays_so_that_the_ad_is_not_listed() -> None:
    assert deadline("20. november 2026", PUBLISHED) == date(2026, 11, 20)
