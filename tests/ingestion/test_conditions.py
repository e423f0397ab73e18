"""Hours, shifts, work from home and what the work does to the body, as ads state them."""

import pytest

from ingestion.conditions import exertions_in, hours_in, hours_kind, remote_in
from ingestion.working_times import shifts_in
from ontology.vacancies import Hours


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("30-37 timer", 30, 37, Hours.FULL_TIME),
        ("Stillingen er på 32 timer ugentligt.", 32, 32, Hours.PART_TIME),
        ("34 timer pr. uge", 34, 34, Hours.PART_TIME),
        ("Gennemsnitligt 33,6 timer/uge", 33.6, 33.6, Hours.PART_TIME),
        ("mellem 28 og 32 timer om ugen", 28, 32, Hours.PART_TIME),
        ("Fuldtid 37 timer eller deltid 25 timer", 25, 37, Hours.FULL_TIME),
        ("Stillingen er på fuld tid, men 32 timer kan aftales", 32, 37, Hours.FULL_TIME),
        ("ansættes på 37 t. ugentligt", 37, 37, Hours.FULL_TIME),
        ("op til 20 timer om ugen", None, 20, Hours.PART_TIME),
        ("minimum 15 timer ugentligt", 15, None, Hours.PART_TIME),
        ("Arbejdstid: 37 timer", 37, 37, Hours.FULL_TIME),
        ("Fuldtidsstilling", 37, 37, Hours.FULL_TIME),
        ("Deltid", None, None, Hours.PART_TIME),
        ("Vagterne er på 8 eller 12 timer", None, None, Hours.UNKNOWN),
        ("20 timers kursus", None, None, Hours.UNKNOWN),
        ("24 timer i døgnet", None, None, Hours.UNKNOWN),
        ("svar inden for 24 timer", None, None, Hours.UNKNOWN),
        ("Arbejdstid 6.30-15.00", None, None, Hours.UNKNOWN),
        ("Arbejdstid 8-15.30. 30-37 timer.", 30, 37, Hours.FULL_TIME),
        ("Vi møder kl. 8-16", None, None, Hours.UNKNOWN),
    ],
)
def test_hours_are_a_week_and_not_a_shift_or_a_course(
    text: str, low: float | None, high: float | None, kind: Hours
) -> None:
    assert hours_in(text) == (low, high)
    assert hours_kind(text, hours_in(text)) is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der arbejdes hver anden weekend.", ["weekend"]),
        ("Du har dagvagter.", ["day"]),
        ("Arbejdet ligger om natten.", ["night"]),
        ("Turnus: dag, aften og hver femte weekend.", ["day", "evening", "weekend", "rotating"]),
        ("Vi kører treholdsskift.", ["rotating"]),
        ("Skiftende vagter mellem 6 og 22.", ["rotating"]),
        ("Der er rådighedsvagt hver fjerde uge.", ["stand-by"]),
        ("Der indgår tilkald cirka hver tredje uge.", ["stand-by"]),
        ("Vagtordning har vi ikke.", []),
        ("Du arbejder hver tredje lørdag.", ["weekend"]),
        ("Ikke aften, ikke weekend.", []),
        ("Du har ingen aftenvagter.", []),
        ("God weekend til alle.", []),
        ("Åbningstid mandag til lørdag.", []),
    ],
)
def test_shifts_are_read_and_denied_ones_are_not(text: str, expected: list[str]) -> None:
    assert [one.value for one in shifts_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der kan forekomme tunge løft.", ["heavy lifting"]),
        ("Ingen tunge løft.", []),
        ("Arbejdet er stående.", ["standing"]),
        ("Du er ikke bange for højder.", ["heights"]),
        ("Du arbejder i kolde omgivelser.", ["cold"]),
        ("Du arbejder ude i al slags vejr.", ["outdoors"]),
        ("Der er meget kørsel i jobbet.", ["driving"]),
        ("Kørsel i hele Jylland.", ["driving"]),
        ("Du passer de udendørs arealer.", []),
        ("Vi har en varm velkomst.", []),
    ],
)
def test_what_the_work_does_to_the_body_is_read_as_stated(text: str, expected: list[str]) -> None:
    assert [one.value for one in exertions_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mulighed for hjemmearbejde to dage om ugen.", "hybrid"),
        ("Stillingen er 100 % remote.", "full"),
        ("Der er ikke mulighed for hjemmearbejde.", "unknown"),
        ("Hjemmearbejde er ikke muligt.", "unknown"),
        ("Vi reparerer hybridbiler.", "unknown"),
        ("Du er væk hjemmefra en uge ad gangen.", "unknown"),
    ],
)
def test_work_from_home_is_read(text: str, expected: str) -> None:
    assert remote_in(text).value == expected
