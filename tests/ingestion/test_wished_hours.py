"""How many hours a week a CV wishes: said short, alone in a line or in dialect; those of a job or a course are none."""

import pytest

from ingestion.requirements import units
from ingestion.sections import sections
from ingestion.wished_hours import wished_hours
from ingestion.wishes import wishes


def hours(text: str) -> tuple[float | None, float | None]:
    parts, layout = tuple(units(text)), sections(text)
    return wished_hours(text, parts, layout, wishes(text, parts, layout))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ole, 40 år\n10-20 timer om ugen er fint", (10, 20)),
        ("mellem 30 å 37 timer", (30, 37)),
        ("Timer | 30 om ugen, deltid", (30, 30)),
        ("ka 20-25 timer om ugen", (20, 25)),
        ("kan alle vagter, 30-37 timer", (30, 37)),
        ("søger job som pedel, fuld tid. ik kontor", (37, 37)),
        ("vil gerne ha et job 10-15 t", (10, 15)),
        ("I WANT | sommelier, max 37 h, no nights", (None, 37)),
        ("37 t. ik nat mere", (37, 37)),
        ("20 timer, ikke lørdag", (20, 20)),
    ],
)
def test_hours_that_are_wished_are_read(text: str, told: tuple[float | None, float | None]) -> None:
    assert hours(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "nu supermarked i bageren, boller kl 4 morgen, 25 timer",
        "2012-2015 Netto\n25 timer om ugen",
        "ERFARING\nFakta, kassen\n25 timer om ugen",
        "kursus 12 timer",
        "kan stå op 8 timer om dagen",
        "Kørsel 2 timer om dagen",
    ],
)
def test_hours_of_a_job_a_course_or_a_day_are_not_wished(text: str) -> None:
    assert hours(text) == (None, None)
