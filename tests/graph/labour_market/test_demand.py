"""What is asked for here against elsewhere, on ads that can be counted by hand."""

from dataclasses import replace

import pytest

from graph.labour_market.areas import footprint
from graph.labour_market.axes import isco_axis, units_of
from graph.labour_market.demand import Asked, Corner, What, asked, boilerplate, out_of_line
from graph.labour_market.market import ANY_DEGREE, Vacancies
from graph.labour_market.months import Month
from graph.ontology import LiveOntology
from ontology.kinds import Importance
from ontology.vacancies import EducationDemand, Posting
from tests.graph.labour_market.markets import AREAS, ad, market

NOVEMBER = Month(2026, 11)


def kitchen(live: LiveOntology, here: int, elsewhere: int, asking_here: int, asking_there: int) -> Vacancies:
    """Ads for cooks here and elsewhere, some of which ask for `opvask` and a truck licence."""
    ads = [
        ad(
            f"{town}-{n}",
            towns=[town],
            asks=["madlavning", "mødestabil", *(["opvask"] if n < asking else [])],
            gates=["truck"] if n < asking else [],
        )
        for town, count, asking in (("0101", here, asking_here), ("0147", elsewhere, asking_there))
        for n in range(count)
    ]
    return market(live, ads).vacancies


def found(vacancies: Vacancies, live: LiveOntology, what: What = What.SKILLS) -> dict[str, Asked]:
    axis = isco_axis(live.taxonomy, 4)
    corner = Corner(footprint(vacancies, AREAS[0]), axis, axis.row("5120"), NOVEMBER)
    return {one.code: one for one in asked(vacancies, units_of(live.taxonomy), live.taxonomy, corner, what, "prøve")}


def test_lift_is_what_is_asked_by_what_is_expected_drawn_to_one(live: LiveOntology) -> None:
    one = found(kitchen(live, 20, 100, 10, 10), live)["s/opvask"]

    assert one.share.value == 0.5
    assert one.expected == pytest.approx(0.1)
    assert one.lift.value == pytest.approx((10 + 2) / (20 * 0.1 + 2))
    assert one.lift.low is not None
    assert one.lift.low > 1


def test_what_everybody_asks_has_no_lift(live: LiveOntology) -> None:
    one = found(kitchen(live, 20, 100, 10, 10), live)["s/madlavning"]

    assert one.lift.value == pytest.approx(1.0)
    assert list(found(kitchen(live, 20, 100, 10, 10), live)) == ["s/opvask", "s/madlavning"]


@pytest.mark.parametrize(("here", "elsewhere"), [(9, 100), (20, 49)])
def test_with_few_ads_here_or_elsewhere_the_share_is_told_and_no_lift(
    live: LiveOntology, here: int, elsewhere: int
) -> None:
    one = found(kitchen(live, here, elsewhere, 5, 5), live)["s/opvask"]

    assert one.share.value == 5 / here
    assert one.lift.value is None
    assert "for få opslag" in one.lift.counted


def test_other_work_elsewhere_is_not_what_is_compared_with(live: LiveOntology) -> None:
    ads = [ad(f"h{n}", asks=["opvask"]) for n in range(20)]
    ads += [ad(f"w{n}", "opvasker", ["0147"], asks=[]) for n in range(100)]
    ads += [ad(f"k{n}", towns=["0147"], asks=["opvask"]) for n in range(50)]
    vacancies, axis = market(live, ads).vacancies, isco_axis(live.taxonomy, 4)
    corner = Corner(footprint(vacancies, AREAS[0]), axis, None, NOVEMBER)

    (one,) = asked(vacancies, units_of(live.taxonomy), live.taxonomy, corner, What.SKILLS, "prøve")

    assert one.lift.value == pytest.approx(1.0)


def test_the_fewer_the_ads_elsewhere_the_wider_the_interval_of_the_lift(
    live: LiveOntology,
) -> None:
    few, many = (
        found(kitchen(live, 20, count, 10, asking), live)["s/opvask"].lift for count, asking in ((60, 6), (600, 60))
    )

    assert few.value == pytest.approx(many.value)
    assert few.low is not None
    assert many.low is not None
    assert few.low < many.low


def test_personal_competencies_and_gates_are_looked_at_alike(live: LiveOntology) -> None:
    vacancies = kitchen(live, 20, 100, 10, 10)

    assert list(found(vacancies, live, What.PERSONAL)) == ["s/mødestabil"]
    assert found(vacancies, live, What.GATES)["truck"].lift.value == pytest.approx(3.0)


def degree(one: Posting) -> Posting:
    return replace(one, education=(EducationDemand(4, "", Importance.MUST, ()),))


def test_a_degree_that_few_like_ads_ask_is_out_of_line(live: LiveOntology) -> None:
    ads = [degree(ad(f"d{n}")) for n in range(3)] + [ad(f"p{n}") for n in range(9)]
    ads += [ad(f"x{n}", towns=["0147"]) for n in range(10)]
    vacancies, axis = market(live, ads).vacancies, isco_axis(live.taxonomy, 4)
    corner = Corner(footprint(vacancies, AREAS[0]), axis, axis.row("5120"), NOVEMBER)

    share, rows = boilerplate(vacancies, units_of(live.taxonomy), corner, "prøve")

    assert (share.value, share.n) == (0.25, 12)
    assert [(one.code, one.share.value) for one in rows] == [(ANY_DEGREE, 0.25)]


@pytest.mark.parametrize(("asking", "others", "odd"), [(4, 17, True), (5, 16, False), (3, 17, False)])
def test_out_of_line_is_under_a_fifth_of_at_least_twenty_others(
    live: LiveOntology, asking: int, others: int, odd: bool
) -> None:
    ads = [ad(f"d{n}", gates=["truck"]) for n in range(asking)] + [ad(f"p{n}") for n in range(others)]
    vacancies = market(live, ads).vacancies

    assert out_of_line(vacancies, units_of(live.taxonomy), NOVEMBER).tolist() == [odd] * asking
