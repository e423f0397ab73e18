"""The times that CVs name, in the forms that Danes and English speakers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingestion.periods import time_spans, without_periods, years_said
from ontology.people import Period, months_in

AS_OF = date(2026, 11, 26)

TIMES = [
    ("2015-", "2015-07/"),
    ("2015 -", "2015-07/"),
    ("2015- Kok", "2015-07/"),
    ("2015 - nu", "2015-07/"),
    ("2015–d.d.", "2015-07/"),
    ("2015 → nu", "2015-07/"),
    ("2012 til dags dato", "2012-07/"),
    ("2015 og frem", "2015-07/"),
    ("siden 2018", "2018-07/"),
    ("Chauffør siden marts 2008", "2008-03/"),
    ("fra 2018", "2018-07/"),
    ("marts 2019 til nu", "2019-03/"),
    ("Jan 2019 – present", "2019-01/"),
    ("2019-03 - nu", "2019-03/"),
    ("2016-2026 Svejser", "2016-07/2026-06"),
    ("2018 til 2026 rengøring", "2018-07/2026-06"),
    ("mellem 2015 og 2019", "2015-07/2019-06"),
    ("2005/2008", "2005-07/2008-06"),
    ("somrene 2012 og 2013", "2012-07/2013-06"),
    ("fra 94 og til 2004", "1994-07/2004-06"),
    ("99-2006 ekspedient", "1999-07/2006-06"),
    ("vagt fra 87 til 91, natvagt", "1987-07/1991-06"),
    ("fra 2006 te 2023", "2006-07/2023-06"),
    ("2016-02 > 2019-06 pakkeri", "2016-02/2019-06"),
    ("2015-19 Kok", "2015-07/2019-06"),
    ("1998-99", "1998-07/1999-06"),
    ("2009-12 Kok", "2009-07/2012-06"),
    ("2018-2018 vikar", "2018-04/2018-09"),
    ("03/2019-06/2021", "2019-03/2021-06"),
    ("03.2019 – 06.2021", "2019-03/2021-06"),
    ("2019-03 – 2021-06", "2019-03/2021-06"),
    ("05/19-01/21", "2019-05/2021-01"),
    ("01.03.2019-30.06.2021", "2019-03/2021-06"),
    ("1/8 2015 - 31/7 2019", "2015-08/2019-07"),
    ("1. marts 2019 - 30. juni 2021", "2019-03/2021-06"),
    ("august 2014-oktober 2016", "2014-08/2016-10"),
    ("Aug. 2014 - Oct. 2016", "2014-08/2016-10"),
    ("fra maj 19 til jan 21", "2019-05/2021-01"),
    ("maj '19 - jan '21", "2019-05/2021-01"),
    ("marts - juni 2019", "2019-03/2019-06"),
    ("nov - feb 2020", "2019-11/2020-02"),
    ("sommeren 2018 - foråret 2020", "2018-06/2020-05"),
    ("ultimo 2019 - primo 2021", "2019-12/2021-01"),
    ("fra sommeren 2016 og frem til foråret 2023", "2016-06/2023-05"),
    ("September 2021 to date", "2021-09/"),
    ("Kok   08.2016   03.2019", "2016-08/2019-03"),
    ("Kok   04.2019   nu", "2019-04/"),
    ("sommeren 2020", "2020-06/2020-08 alone"),
    ("vinteren 2019", "2019-12/2020-02 alone"),
    ("marts 2020", "2020-03/2020-03 alone"),
    ("2018 - Kok", "2018-04/2018-09 alone"),
    ("Svendebrev 2003", "2003-04/2003-09 alone"),
    ("udlært kok fra 2012", "2012-04/2012-09 alone"),
    ("2011 til 2014 og igen fra 2018", "2011-07/2014-06, 2018-07/"),
    ("siden 2008, senest (2015-2026)", "2008-07/2026-06, 2015-07/2026-06"),
    ("2011-2014 og igen fra 2018", "2011-07/2014-06, 2018-07/"),
    ("98-02 flyttemand", "1998-07/2002-06"),
    ("- 06/12 svinebrug", "2006-07/2012-06"),
    ("22-nu lager", "2022-07/"),
    ("07-15 hver dag", ""),
    ("25-30 t", ""),
    ("7100 Vejle", ""),
    ("20-30 timer", ""),
    ("EN 1090-2 og ISO 9606-1", ""),
    ("kl. 12.15", ""),
    ("maj 19", ""),
    ("2026 jan til juni: callcenter", "2026-01/2026-06"),
    ("2024 november - februar", "2024-11/2025-02"),
    ("2025 foråret: kasse", "2025-03/2025-05 alone"),
    ("fra 2021 til julen 2026", "2021-07/2026-12"),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_a_time_is_read_to_the_month(text: str, expected: str) -> None:
    found = []
    for one in time_spans(text):
        assert one.period is not None
        last = f"{one.period.last:%Y-%m}" if one.period.last else ""
        found.append(f"{one.period.first:%Y-%m}/{last}{' alone' if one.alone else ''}")

    assert ", ".join(found) == expected


def test_an_end_alone_is_no_period() -> None:
    (found,) = time_spans("Kok indtil 2019")

    assert (found.period, found.since, found.until) == (None, None, 2019)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 år som kok", 5.0),
        ("halvandet år", 1.5),
        ("6 mdr.", 0.5),
        ("4 somre på havnen", 1.0),
        ("to kampagner", 0.5),
        ("13 uger i køkkenet", 0.25),
        ("6 efterår i træk", 1.5),
        ("for 2 uger siden", None),
        ("2 år og 6 måneder", 2.5),
        ("3,5 år", 3.5),
        ("ti års erfaring", 10.0),
        ("10+ years of experience", 10.0),
        ("børn på 3 år", None),
        ("20 år gammel", None),
        ("for 5 år siden", None),
        ("2015", None),
    ],
)
def test_how_long_is_read_and_ages_are_not(text: str, expected: float | None) -> None:
    assert years_said(text) == expected


def test_blanking_the_times_moves_nothing() -> None:
    line = "Kok (2015-2019), Hotel"

    assert without_periods(line) == "Kok            , Hotel"


def month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


employments = st.lists(
    st.tuples(st.integers(12 * 1980, 12 * 2026), st.integers(0, 200)).map(
        lambda one: Period(month(one[0]), month(min(one[0] + one[1], 12 * 2026)))
    ),
    max_size=6,
)


@given(employments)
def test_months_that_overlap_count_once(held: list[Period]) -> None:
    worked = {
        number
        for one in held
        if one.last
        for number in range(12 * one.first.year + one.first.month, 12 * one.last.year + one.last.month + 1)
    }

    assert months_in(held, AS_OF) == len(worked)


def test_a_job_that_still_runs_counts_until_the_day_asked_for() -> None:
    running = [Period(date(2025, 1, 1), None)]

    assert months_in(running, date(2025, 12, 31)) == 12
    assert months_in(running, date(2024, 12, 31)) == 0


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2020, 1, 2), None), (date(2020, 2, 1), date(2020, 1, 1)), (date(2020, 1, 1), date(2020, 3, 9))],
)
def test_what_is_no_months_in_order_cannot_be_built(first: date, last: date | None) -> None:
    with pytest.raises(ValueError, match="no months in order"):
        Period(first, last)
