"""The summary names what is clear, with what it rests on, and is silent where numbers are small."""

from dataclasses import replace
from datetime import date

import pytest

from api.report.gathering import Gathered
from api.report.summary import CLEAR, clear_of, is_part, sentences
from api.service import Service
from graph.labour_market.figures import Figure
from graph.labour_market.months import Month
from tests.api.report.made import gathered


@pytest.fixture(scope="module")
def found(market_service: Service) -> Gathered:
    return gathered(market_service)


def told(found: Gathered) -> tuple[str, ...]:
    return sentences(found, lambda code: code)


def ratio(value: float, low: float, high: float, n: float = 100) -> Figure:
    return Figure(value, n, low, high, "2026-11", "prøve", "talt")


@pytest.mark.parametrize(
    ("one", "off"),
    [
        (ratio(2.0, 1.0, 4.0), 1.96),
        (ratio(4.0, 2.0, 8.0), 3.92),
        (ratio(0.5, 0.25, 1.0), -1.96),
        (ratio(2.0, 0.0, 4.0), 0.0),
        (Figure(None, None, None, None, "2026-11", "prøve", "talt", suppressed=True), 0.0),
    ],
)
def test_how_far_off_a_ratio_lies_is_told_by_its_interval(one: Figure, off: float) -> None:
    assert clear_of(one, 1.0) == pytest.approx(off, abs=0.001)


def with_quotient(found: Gathered, one: Figure) -> Gathered:
    """The same, but for the quotient of the first group of the first area; no other group stands out."""
    column = found.table.columns["quotient"]
    parts = {name: getattr(column, name).copy() for name in ("value", "n", "low", "high")}
    for name, part in parts.items():
        part[:] = float("nan")
        part[0] = getattr(one, name)
    quotient = replace(column, value=parts["value"], n=parts["n"], low=parts["low"], high=parts["high"])
    return replace(found, table=replace(found.table, columns={**found.table.columns, "quotient": quotient}))


@pytest.mark.parametrize(
    ("one", "named"),
    [
        (ratio(3.0, 2.0, 4.5), True),
        (ratio(3.0, 1.1, 8.2), False),  # outside 95 %, as some of many groups are by chance
        (ratio(3.0, 2.0, 4.5, n=9), False),
        (ratio(0.3, 0.2, 0.45), False),
    ],
)
def test_only_what_lies_clearly_above_the_country_is_named(found: Gathered, one: Figure, named: bool) -> None:
    said = [line for line in told(with_quotient(found, one)) if "som i hele landet" in line]

    assert bool(said) == named
    assert all("3,0 gange" in line and "(mellem 2,0 og 4,5; 100 opslag)" in line for line in said)


def test_the_summary_says_how_large_each_market_is_and_until_when(found: Gathered) -> None:
    said = told(found)

    for area in found.wish.areas:
        assert any(line.startswith(f"{area.name} havde ") for line in said)
    assert "Måneden var ikke slut, da der blev talt, så den kan ikke sættes mod måneden før." in said
    assert said == told(found)


def test_a_month_that_is_over_is_set_against_the_one_before(found: Gathered) -> None:
    over = replace(found, wish=replace(found.wish, day=date(2026, 11, 30)))

    assert is_part(found)
    assert not is_part(over)
    assert any("måneden før (" in line for line in told(over))
    assert not any("måneden før (" in line for line in told(found))


def test_where_people_are_not_known_it_says_so_and_names_no_shortage(found: Gathered) -> None:
    said = told(replace(found, usual=None, mismatches=()))

    assert said[-1].startswith("Borgere kendes kun, som de er nu")
    assert not any("mangel på folk" in line for line in said)


def test_where_nothing_is_clear_it_says_that(found: Gathered) -> None:
    bare = tuple(replace(one, opens=(), skills=(), gates=()) for one in found.answers)
    quiet = with_quotient(replace(found, answers=bare, mismatches=(), usual=None), ratio(1.0, 0.5, 2.0))

    assert any(line.startswith("Intet fag og ingen kompetence skiller sig") for line in told(quiet))
    assert CLEAR > 3
    assert Month(2026, 11) == quiet.wish.month


@pytest.mark.parametrize(
    ("lift", "share", "named"),
    [
        (ratio(8.7, 5.3, 14.4), 0.11, True),
        (ratio(4.1, 2.1, 8.0), 0.11, False),  # among thousands of skills some lie so far off by chance
        (ratio(8.7, 5.3, 14.4), 0.01, False),
        (ratio(0.1, 0.05, 0.2), 0.11, False),
    ],
)
def test_of_thousands_of_skills_only_what_is_far_off_and_not_rare_is_named(
    found: Gathered, lift: Figure, share: float, named: bool
) -> None:
    one = replace(found.answers[0].skills[0], lift=lift, share=replace(lift, value=share, n=343))
    answers = (replace(found.answers[0], skills=(one,), gates=()), *found.answers[1:])

    said = [line for line in told(replace(found, answers=answers)) if one.code in line and "samme erhverv" in line]

    assert bool(said) == named
    assert all("8,7 gange så ofte" in line and "11 % af 343 opslag" in line for line in said)
