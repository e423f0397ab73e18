"""Each measure against numbers that a person can count on their fingers."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import AnalysisError
from graph.labour_market.areas import Area, AreaKind, footprint, together
from graph.labour_market.axes import Axis, By, industry_axis, isco_axis, occupation_axis, whole
from graph.labour_market.denominated import Denominators
from graph.labour_market.figures import TOO_FEW, Figure
from graph.labour_market.flows import flow
from graph.labour_market.intervals import of_median
from graph.labour_market.measures import Scene, measure
from graph.labour_market.months import Month, months_between, read_month
from graph.ontology import LiveOntology
from ontology.kinds import Postcode, PostingKind
from tests.graph.labour_market.markets import AREAS, DENMARK, ad, crowd, market, scene

NOVEMBER = Month(2026, 11)
ROSKILDE = AREAS[2]


def figure(made: Scene, area: Area, axis: Axis, code: str, name: str, month: Month = NOVEMBER) -> Figure:
    table = measure(made, [area], axis, month)
    return table.columns[name].figure(table.row(0, axis.row(code)))


@pytest.fixture
def isco(live: LiveOntology) -> Axis:
    return isco_axis(live.taxonomy, 4)


def test_near_same_ads_count_once_and_keep_all_their_days_and_most_openings(live: LiveOntology, isco: Axis) -> None:
    same = [
        ad("a", fingerprint="00000000000000ff", employer="Vikar A/S", published=date(2026, 10, 20), openings=2),
        ad("b", fingerprint="00000000000000fe", published=date(2026, 11, 5), days=30),
        ad("c", fingerprint="ffffffffffffff00"),
    ]
    made = market(live, same).vacancies

    assert made.ids == ("test:b", "test:c")
    assert (made.copies.tolist(), made.openings.tolist(), made.agency.tolist()) == ([2, 1], [2, 1], [False, False])
    assert date.fromordinal(int(made.first[0])) == date(2026, 10, 20)
    assert date.fromordinal(int(made.last[0])) == date(2026, 12, 4)


@pytest.mark.parametrize(
    "other",
    [
        ad("b", towns=["0147"], fingerprint="ff"),
        ad("b", job="opvasker", fingerprint="ff"),
        ad("b", published=date(2027, 2, 1), fingerprint="ff"),
        ad("b", fingerprint=""),
    ],
    ids=["another town", "other work", "months later", "no fingerprint"],
)
def test_ads_alike_elsewhere_for_other_work_or_much_later_are_ads_of_their_own(
    live: LiveOntology, other: object
) -> None:
    made = market(live, [ad("a", fingerprint="ff"), other])  # type: ignore[list-item]  # parametrised ads

    assert len(made.vacancies) == 2


def test_an_ad_of_two_towns_counts_in_each_and_its_openings_by_their_share(live: LiveOntology, isco: Axis) -> None:
    made = scene(live, [ad("a", towns=("0101", "0147"), openings=4), ad("b", openings=3)])

    assert figure(made, AREAS[0], isco, "5120", "live").value == 2
    assert figure(made, AREAS[0], isco, "5120", "openings").value == 5
    assert figure(made, AREAS[1], isco, "5120", "openings").value == 2
    assert figure(made, together(AREAS[:2]), isco, "5120", "live").value == 2
    assert figure(made, together(AREAS[:2]), isco, "5120", "openings").value == 7


def test_only_paid_work_that_anybody_may_take_is_counted(live: LiveOntology, isco: Axis) -> None:
    made = scene(live, [ad("a", kind=PostingKind.FLEXJOB), ad("b", kind=PostingKind.TEMPORARY)])

    assert figure(made, AREAS[0], isco, "5120", "live").value == 1


def test_an_ad_without_a_place_is_counted_in_the_whole_country_alone(live: LiveOntology, isco: Axis) -> None:
    made = scene(live, [ad("a", towns=()), ad("b")])

    assert figure(made, DENMARK, isco, "5120", "live").value == 2
    assert figure(made, together(AREAS), isco, "5120", "live").value == 1


def test_days_listed_are_the_median_of_the_ads_that_closed_in_the_month(live: LiveOntology, isco: Axis) -> None:
    lengths = (10, 14, 3, 21, 8, 12, 9)
    made = scene(
        live, [ad(str(days), days=days, published=date(2026, 11, 1)) for days in lengths] + [ad("later", days=60)]
    )

    found = figure(made, AREAS[0], isco, "5120", "days")

    assert (found.value, found.n, found.low, found.high) == (10, 7, 3, 21)


def test_five_ads_have_a_median_and_no_interval() -> None:
    low, high = of_median(np.array([5.0, 6.0]))

    assert np.isnan([low[0], high[0]]).all()
    assert (low[1], high[1]) == (0, 5)


def test_an_agencys_ads_are_counted_where_the_work_is_and_their_share_is_told(live: LiveOntology, isco: Axis) -> None:
    made = scene(live, [ad("a", employer="Byens Vikarbureau", towns=["0265"]), ad("b", towns=["0265"])])

    assert figure(made, ROSKILDE, isco, "5120", "live").value == 2
    assert figure(made, ROSKILDE, isco, "5120", "agency").value == 0.5


def test_the_share_of_ads_with_a_demand_out_of_line_is_told_by_group(live: LiveOntology, isco: Axis) -> None:
    odd = [ad(f"d{n}", gates=["truck"]) for n in range(2)] + [ad(f"p{n}") for n in range(6)]
    made = scene(live, odd + [ad(f"x{n}", towns=["0147"]) for n in range(20)])

    assert figure(made, AREAS[0], isco, "5120", "boilerplate").value == 0.25
    assert figure(made, AREAS[1], isco, "5120", "boilerplate").value == 0


def test_the_location_quotient_is_the_share_here_by_the_share_in_denmark(live: LiveOntology, isco: Axis) -> None:
    here = [ad(f"k{n}") for n in range(6)] + [ad(f"b{n}", "butiksassistent") for n in range(6)]
    there = [ad(f"x{n}", "butiksassistent", ["0147"]) for n in range(12)]

    found = figure(scene(live, here + there), AREAS[0], isco, "5120", "quotient")

    assert found.value == pytest.approx((6 / 12) / (6 / 24))
    assert found.low is not None
    assert found.high is not None
    assert 1 < found.low < 2 < found.high


def test_a_group_that_nobody_advertises_has_no_quotient(live: LiveOntology, isco: Axis) -> None:
    found = figure(scene(live, [ad("a")]), AREAS[0], isco, "5223", "quotient")

    assert (found.value, found.low, found.suppressed) == (None, None, False)


def test_tightness_is_openings_by_seekers_and_hidden_with_them(live: LiveOntology, isco: Axis) -> None:
    people = crowd({("0101", "kok"): 22, ("0101", "opvasker"): 4, ("0147", "kok"): 9})
    made = scene(live, [ad("a", openings=10), ad("b", "opvasker")], people)
    cooks, washers = (figure(made, AREAS[0], isco, code, "tightness") for code in ("5120", "9412"))

    assert cooks.value == pytest.approx(10 / 20)
    assert cooks.low is not None
    assert cooks.high is not None
    assert cooks.low < 10 / 22 < cooks.high
    assert (washers.value, washers.suppressed, washers.told()) == (None, True, TOO_FEW)


def test_people_of_another_month_are_not_known_and_the_figure_says_so(live: LiveOntology, isco: Axis) -> None:
    made = scene(live, [ad("a")], crowd({("0101", "kok"): 30}))

    found = figure(made, AREAS[0], isco, "5120", "seekers", Month(2026, 10))

    assert (found.value, found.suppressed) == (None, False)
    assert "kendes kun, som de er nu" in found.counted


def test_people_are_not_told_by_occupation(live: LiveOntology) -> None:
    axis = occupation_axis(live.taxonomy)
    made = scene(live, [ad("a")], crowd({("0101", "kok"): 30}))

    found = figure(made, AREAS[0], axis, "o/kok", "seekers")

    assert (found.value, found.suppressed) == (None, True)
    assert figure(made, AREAS[0], axis, "o/kok", "live").value == 1


def test_a_reach_counts_ads_by_postcode_and_people_by_whole_municipalities(live: LiveOntology, isco: Axis) -> None:
    reach = Area(
        AreaKind.REACH, "2000~20", "20 min", (AREAS[1].municipalities), frozenset({Postcode("2000"), Postcode("1550")})
    )
    made = scene(live, [ad("a"), ad("b", towns=["0147"]), ad("c", towns=["0265"])], crowd({("0147", "kok"): 12}))

    assert figure(made, reach, isco, "5120", "live").value == 2
    assert figure(made, reach, isco, "5120", "seekers").value == 10
    assert "hele kommuner" in figure(made, reach, isco, "5120", "seekers").counted


def test_industries_share_an_ad_as_its_occupation_is_spread(live: LiveOntology) -> None:
    shares = np.array([[1.0, 0.0], [0.25, 0.75], [0.0, 1.0]])
    axis = industry_axis(live.taxonomy, shares, ("G", "I"), {"G": "handel", "I": "hoteller og restauranter"})

    assert figure(scene(live, [ad("a"), ad("b")]), AREAS[0], axis, "I", "live").value == 1.5


def test_without_a_statistic_the_figure_says_what_it_lacks(live: LiveOntology, isco: Axis) -> None:
    found = figure(scene(live, [ad("a")]), AREAS[0], isco, "5120", "registered")

    assert found.value is None
    assert "ingen statistik" in found.counted


def test_a_statistic_of_every_municipality_serves_a_set_of_them(live: LiveOntology, isco: Axis) -> None:
    values = {("0101", "5120", "2026-11"): 40.0, ("0147", "5120", "2026"): 10.0}
    given = Denominators(values, dict.fromkeys(values, "Jobindsats"))
    made = scene(live, [ad("a", openings=5), ad("b", towns=["0147"], openings=5)], denominators=given)

    both = figure(made, together(AREAS[:2]), isco, "5120", "registered")

    assert (both.value, both.n, both.source) == (0.2, 50, "Jobindsats")
    assert figure(made, together(AREAS), isco, "5120", "registered").value is None


def test_every_figure_carries_its_period_source_and_count(live: LiveOntology, isco: Axis) -> None:
    made = scene(live, [ad("a")], crowd({("0101", "kok"): 12}))
    table = measure(made, AREAS, isco, NOVEMBER)

    for column in table.columns.values():
        for row in range(len(AREAS) * len(isco.codes)):
            one = column.figure(row)
            assert one.period == "2026-11"
            assert one.source
            assert one.counted
            assert one.value is None or one.n is not None
            assert one.low is None or (one.value is not None and one.high is not None and one.low <= one.high)


ads = st.lists(
    st.tuples(st.integers(0, 150), st.integers(1, 90), st.sampled_from(("0101", "0147", "0265")), st.integers(1, 3)),
    max_size=12,
)


@given(ads)
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # `live` is frozen
def test_what_is_live_is_what_was_live_less_the_closed_and_with_the_new(
    live: LiveOntology, listed: list[tuple[int, int, str, int]]
) -> None:
    postings = [
        ad(str(n), published=date(2026, 7, 1) + timedelta(start), days=days, towns=[town], openings=openings)
        for n, (start, days, town, openings) in enumerate(listed)
    ]
    made, axis = scene(live, postings), whole(live.taxonomy)
    found = flow(made, together(AREAS), axis, months_between(Month(2026, 6), Month(2027, 3)))
    live_ads, new, closed = (found.columns[name].value for name in ("live", "new", "closed"))

    assert (live_ads[1:] == live_ads[:-1] - closed[:-1] + new[1:]).all()
    assert new.sum() == len(postings)


@given(ads)
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # `live` is frozen
def test_openings_of_the_parts_sum_to_those_of_the_whole(
    live: LiveOntology, listed: list[tuple[int, int, str, int]]
) -> None:
    postings = [
        ad(str(n), towns=dict.fromkeys((town, "0101")), openings=openings)
        for n, (_, _, town, openings) in enumerate(listed)
    ]
    made, axis = scene(live, postings), whole(live.taxonomy)
    parts = measure(made, AREAS, axis, NOVEMBER).columns["openings"].value

    assert parts.sum() == pytest.approx(measure(made, [DENMARK], axis, NOVEMBER).columns["openings"].value[0])


@pytest.mark.parametrize("text", ["2026-13", "november", "2026-1", "26-11"])
def test_what_is_no_month_is_refused_with_how_one_is_written(text: str) -> None:
    with pytest.raises(AnalysisError, match="write it as 2026-11"):
        read_month(text)


def test_an_unknown_group_names_some_that_there_are(isco: Axis) -> None:
    with pytest.raises(AnalysisError, match="no group '7115' by isco4; it has 5120, 5223"):
        isco.row("7115")


def test_a_reach_is_not_put_together_with_a_municipality() -> None:
    reach = Area(AreaKind.REACH, "r", "r", (), frozenset())

    with pytest.raises(AnalysisError, match="only municipalities and regions"):
        together([reach, AREAS[0]])


def test_the_axes_nest(live: LiveOntology) -> None:
    fine = isco_axis(live.taxonomy, 4)
    for digits in (3, 2, 1):
        coarse = isco_axis(live.taxonomy, digits)
        assert coarse.by is By(f"isco{digits}")
        assert {code[:digits] for code in fine.codes} == set(coarse.codes)
    assert footprint(market(live).vacancies, AREAS[0]).rows.size == 0


def test_the_source_counts_its_ads_with_the_danish_mark_of_thousands(live: LiveOntology) -> None:
    made = scene(live, [ad("a")])
    large = replace(made, market=replace(made.market, ads=400_000))

    assert large.source().startswith("400.000 opslag fra ")
