"""Areas against each other: what is scarce, what is in surplus, and what leads from one to the other."""

import numpy as np
import pytest

from graph.knowledge import LabourKnowledge
from graph.labour_market.areas import together
from graph.labour_market.axes import isco_axis
from graph.labour_market.communities import advertised, communities
from graph.labour_market.comparison import mismatches, reference, side_by_side
from graph.labour_market.crossing import crossings
from graph.labour_market.having import carried_by
from graph.labour_market.measures import Scene, measure
from graph.labour_market.months import Month
from graph.labour_market.opening import Key, opened
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri, IscoCode, KnownMove
from tests.graph.labour_market.markets import AREAS, TOWNS, ad, crowd, market, person, scene

NOVEMBER = Month(2026, 11)
APART = np.array([[0.0, 25, 40], [25, 0, 60], [40, 60, 0]])


@pytest.fixture
def kitchens(live: LiveOntology) -> Scene:
    """Cooks are scarce in the first town and in surplus in the second; shop assistants are in surplus in the first."""
    people = crowd({("0101", "kok"): 6, ("0147", "kok"): 60, ("0101", "butiksassistent"): 60})
    ads = [ad(f"k{n}", openings=2) for n in range(20)] + [ad(f"b{n}", "butiksassistent") for n in range(3)]
    return scene(live, [*ads, ad("x", towns=["0147"])], people)


def knowing(live: LiveOntology) -> LabourKnowledge:
    cook = live.taxonomy.occupation_rows[EscoUri("o/kok")]
    known = {IscoCode("5223"): {cook: KnownMove(EscoUri("o/kok"), 0.7, "kunder og tempo")}}
    count = len(live.taxonomy.occupations)
    nothing = np.full(count, np.nan, np.float32)
    return LabourKnowledge(nothing, np.ones(count, np.bool_), {}, {}, known_moves=known)


def test_the_usual_tightness_is_of_the_municipalities_whose_people_are_known(
    kitchens: Scene, live: LiveOntology
) -> None:
    usual = reference(kitchens, NOVEMBER, isco_axis(live.taxonomy, 4))

    assert usual == pytest.approx(44 / (5 + 60 + 60))
    assert reference(kitchens, Month(2026, 10), isco_axis(live.taxonomy, 4)) is None


def test_what_is_scarce_here_and_in_surplus_near_by_is_found(kitchens: Scene, live: LiveOntology) -> None:
    table = measure(kitchens, AREAS, isco_axis(live.taxonomy, 4), NOVEMBER)

    (one,) = mismatches(kitchens, table, APART, 30)

    assert (one.group, one.scarce, one.surplus, one.minutes) == ("5120", AREAS[0], AREAS[1], 25)
    assert (one.openings.value, one.surplus_seekers.value) == (40, 60)
    assert one.scarce_seekers.suppressed
    assert mismatches(kitchens, table, APART, 20) == []


def test_where_nobody_is_known_nothing_is_scarce(live: LiveOntology) -> None:
    made = scene(live, [ad(f"k{n}", towns=["0265"]) for n in range(30)], crowd({("0147", "kok"): 60}))
    table = measure(made, AREAS, isco_axis(live.taxonomy, 4), NOVEMBER)

    assert mismatches(made, table, APART, 90) == []


def test_two_areas_stand_side_by_side_by_the_share_of_their_ads(kitchens: Scene, live: LiveOntology) -> None:
    table, found = side_by_side(kitchens, AREAS[0], AREAS[1], isco_axis(live.taxonomy, 4), NOVEMBER)

    assert [one.group for one in found] == ["5120", "5223"]
    assert found[0].ratio.value == pytest.approx((20 / 23) / (1 / 1))
    assert found[1].ratio.value is None
    assert table.columns["live"].figure(found[0].first).value == 20


def test_a_crossing_leads_from_surplus_to_what_is_scarce_and_says_what_most_lack(
    kitchens: Scene, live: LiveOntology
) -> None:
    (one,) = crossings(kitchens, live, knowing(live), AREAS[0], AREAS[0], NOVEMBER)

    assert (one.origin, one.target, one.why) == ("5223", "o/kok", "kunder og tempo")
    assert one.move == pytest.approx(0.7)
    assert (one.seekers.value, one.openings.value) == (60, 40)
    assert {live.taxonomy.skills[lack.skill].uri for lack in one.lacks} == {"s/madlavning", "s/hygiejne"}
    assert all(lack.people.value == 60 for lack in one.lacks)


def test_a_crossing_leads_from_one_area_to_another_and_to_another_trade(live: LiveOntology) -> None:
    ads = [ad(f"k{n}", towns=["0147"], openings=2) for n in range(20)] + [ad("b0", "butiksassistent")]
    people = crowd({("0101", "butiksassistent"): 60, ("0101", "kok"): 60, ("0147", "kok"): 5})
    made = scene(live, ads, people)

    (one,) = crossings(made, live, knowing(live), AREAS[0], AREAS[1], NOVEMBER)

    assert (one.origin, one.target_unit) == ("5223", "5120")
    assert (one.seekers.value, one.openings.value, one.gain) == (60, 40, 40)
    assert crossings(made, live, knowing(live), AREAS[1], AREAS[0], NOVEMBER) == []


def test_what_few_lack_is_not_told(live: LiveOntology) -> None:
    people = crowd({("0101", "butiksassistent"): 56}, ["madlavning", "hygiejne"])
    people += [person(1000 + n, "butiksassistent", "0101", ["hygiejne"]) for n in range(4)]
    made = scene(live, [ad(f"k{n}", openings=9) for n in range(20)], people)

    (one,) = crossings(made, live, knowing(live), AREAS[0], AREAS[0], NOVEMBER)

    assert one.lacks == ()


def test_a_skill_is_carried_by_one_near_it(live: LiveOntology) -> None:
    made = market(live, [], [person(1, "kok", "0101", ["hygiejne"]), person(2, "kok", "0101", ["kasse"])])
    near, rows = live.derived.near, live.taxonomy.skill_rows
    washing, cleanliness = rows[EscoUri("s/opvask")], rows[EscoUri("s/hygiejne")]
    pairs = near.row(cleanliness)
    reached = dict(zip(near.targets[pairs].tolist(), near.proximity[pairs].tolist(), strict=True))

    assert carried_by(made.seekers, near, cleanliness).tolist() == [True, False]
    assert carried_by(made.seekers, near, washing).tolist() == [reached.get(washing, 0) >= 0.5, False]


def test_the_skill_that_opens_ads_for_many_is_told_with_the_openings_that_ask_it(live: LiveOntology) -> None:
    people = crowd({("0101", "kok"): 30}, ["madlavning"])
    ads = [ad(f"k{n}", asks=["madlavning", "kasse"], openings=2) for n in range(10)]

    found = opened(scene(live, ads, people), live, isco_axis(live.taxonomy, 4), AREAS[0], NOVEMBER)

    assert [(one.key, one.code, one.people.value, one.openings.value) for one in found] == [
        (Key.SKILL, "s/kasse", 30, 20)
    ]


def test_the_credential_that_alone_lacks_opens_and_the_second_of_two_does_not(live: LiveOntology) -> None:
    people = crowd({("0101", "kok"): 30}, ["madlavning"])
    ads = [ad("a", asks=["madlavning"], gates=["truck"]), ad("b", gates=["svejs", "kran"])]

    found = opened(scene(live, ads, people), live, isco_axis(live.taxonomy, 4), AREAS[0], NOVEMBER)

    assert [(one.key, one.code, one.people.value) for one in found] == [(Key.CREDENTIAL, "truck", 30)]


def test_what_opens_ads_for_few_is_not_told(live: LiveOntology) -> None:
    people = crowd({("0101", "kok"): 4}, ["madlavning"]) + crowd({("0147", "kok"): 30}, ["madlavning"])
    ads = [ad("a", asks=["madlavning", "kasse"])]

    assert opened(scene(live, ads, people), live, isco_axis(live.taxonomy, 4), AREAS[0], NOVEMBER) == []
    assert opened(scene(live, ads, people), live, isco_axis(live.taxonomy, 4), together(AREAS), NOVEMBER)


def test_communities_hold_every_joined_occupation_once_and_count_its_ads(live: LiveOntology) -> None:
    found = communities(live, knowing(live))
    counted = advertised(found, live, market(live, [ad("a"), ad("b", towns=["0147"])]).vacancies, AREAS, NOVEMBER)
    members = [uri for one in found for uri in one.occupations]

    assert len(members) == len(set(members)) >= 2
    assert found == communities(live, knowing(live))
    assert sum(sum(one.ads) for one in counted) == (2 if "o/kok" in members else 0)
    assert all(len(one.ads) == len(TOWNS) for one in counted)
