"""What a bridge may be: rules that a person can check on a small release."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from graph.bridges import bridges, worth_a_talk
from graph.citizen import citizen_level, works_at
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology, derive
from graph.sentences import why_bridge
from ontology.committed import load_learnt
from ontology.kinds import CredentialCode, EscoUri, IscoCode, KnownMove
from ontology.people import Basis, Claim, Held, Profile, ProfileId
from ontology.taxonomy import Taxonomy

DAY = date(2026, 11, 25)
CHEF = CredentialCode("edu-chef")


@pytest.fixture
def knowledge() -> LabourKnowledge:
    return LabourKnowledge(np.array([0, 1, 0], np.float32), np.array([True, True, True]), {1: (CHEF,)}, {CHEF: 900})


def dishwasher() -> Profile:
    claims = tuple(Claim(EscoUri(f"s/{name}"), 0.9, ()) for name in ("madlavning", "opvask"))
    return Profile(ProfileId("p"), claims, (Held(EscoUri("o/opvasker"), "opvasker", 2020, None, True, 1.0),))


def test_a_known_move_comes_first_and_says_why(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    known = KnownMove(EscoUri("o/butiksassistent"), 1.0, "tempo og orden")
    told = replace(knowledge, known_moves={IscoCode("9412"): {0: known}})
    bridge = bridges(dishwasher(), live, told, DAY)[0]

    assert (bridge.occupation, bridge.known) == (known.occupation, known)
    assert "en oplagt vej, fordi den bygger på tempo og orden" in why_bridge(bridge, live.taxonomy, {})
    hardly = replace(bridge, known=replace(known, strength=0.3))
    assert "en mulig vej, fordi den bygger på tempo og orden" in why_bridge(hardly, live.taxonomy, {})
    assert known.occupation not in [b.occupation for b in bridges(dishwasher(), live, knowledge, DAY)]


def test_a_move_known_from_a_job_held_long_ago_counts_less(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    known = KnownMove(EscoUri("o/butiksassistent"), 1.0, "tempo og orden")
    told = replace(knowledge, known_moves={IscoCode("9412"): {0: known}})
    then = replace(dishwasher(), held=(replace(dishwasher().held[0], current=False, until=1996),))

    (bridge,) = (b for b in bridges(then, live, told, DAY) if b.known)
    assert bridge.known is not None
    assert bridge.known.strength == live.constants.recency_floor


def test_a_move_known_from_two_jobs_counts_more_than_from_the_better_one(
    live: LiveOntology, knowledge: LabourKnowledge
) -> None:
    well, hardly = (KnownMove(EscoUri("o/butiksassistent"), strength, "tempo") for strength in (0.7, 0.4))
    told = replace(knowledge, known_moves={IscoCode("9412"): {0: hardly}, IscoCode("5120"): {0: well}})
    both = replace(dishwasher(), held=(*dishwasher().held, replace(dishwasher().held[0], occupation=EscoUri("o/kok"))))

    (bridge,) = (one for one in bridges(both, live, told, DAY) if one.known)
    assert bridge.known is not None
    assert bridge.known.strength == pytest.approx(0.7 + 0.3 * 0.4)
    assert bridge.known.why_da == "tempo"


@pytest.mark.parametrize(("strength", "shown"), [(1.0, 2), (0.9, 1)])
def test_of_a_unit_group_one_is_shown_and_a_second_that_all_writers_name_first(
    strength: float, shown: int, taxonomy: Taxonomy, knowledge: LabourKnowledge
) -> None:
    units = [IscoCode("5120"), IscoCode("5120"), IscoCode("9412")]
    jobs = tuple(replace(one, isco=isco) for one, isco in zip(taxonomy.occupations, units, strict=True))
    levels = np.array([0, 2, 0], np.float32)
    alike = replace(taxonomy, occupations=jobs)
    live = LiveOntology(alike, derive(alike, levels, load_learnt()), {}, levels)
    moves = {row: KnownMove(jobs[row].uri, strength, "tempo") for row in (0, 1)}
    told = replace(knowledge, known_moves={IscoCode("9412"): moves}, credentials={})

    assert len(bridges(dishwasher(), live, told, DAY)) == shown


def test_a_held_occupation_is_no_bridge(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    assert [b.occupation for b in bridges(dishwasher(), live, knowledge, DAY)] == ["o/kok"]


def test_a_bridge_names_what_carries_what_lacks_and_what_is_demanded(
    live: LiveOntology, knowledge: LabourKnowledge
) -> None:
    bridge = bridges(dishwasher(), live, knowledge, DAY)[0]

    assert [one.skill for one in bridge.carrying] == ["s/madlavning"]
    assert bridge.gap == ("s/hygiejne",)
    assert bridge.fit >= live.constants.fit
    assert bridge.smallest_set == ()
    assert bridge.missing_credentials == (CHEF,)
    assert bridge.level_step == 1


def test_what_demands_two_levels_more_is_never_proposed(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    higher = replace(knowledge, levels=np.array([0, 2, 0], np.float32))

    assert bridges(dishwasher(), live, higher, DAY) == ()
    assert bridges(replace(dishwasher(), level=2), live, higher, DAY)[0].occupation == "o/kok"


def test_a_step_down_is_reckoned_from_what_the_person_does_and_not_from_an_unused_degree() -> None:
    usual = np.array([0.0, 2.0, 4.0])

    assert works_at(5, usual, (0,)) == 0
    assert works_at(5, usual, (0, 2)) == 4
    assert works_at(1, usual, (1,)) == 1
    assert works_at(3, usual, ()) == 3


def test_what_has_no_place_in_denmark_is_never_proposed(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    assert bridges(dishwasher(), live, replace(knowledge, in_denmark=np.array([True, False, True])), DAY) == ()


def test_a_credential_that_a_held_job_demands_is_held(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    driver = replace(knowledge, credentials={1: (CHEF,), 2: (CHEF,)})

    assert bridges(dishwasher(), live, driver, DAY)[0].missing_credentials == ()


def test_an_empty_profile_gets_an_empty_list(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    assert bridges(Profile(ProfileId("p")), live, knowledge, DAY) == ()


def test_the_level_is_the_highest_stated_or_demanded(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    cook = replace(dishwasher(), held=(Held(EscoUri("o/kok"), "kok", 2020, None, True, 1.0),))

    assert citizen_level(cook, live, knowledge) == 1
    assert citizen_level(replace(cook, level=3), live, knowledge) == 3


def test_a_bridge_carried_by_general_skills_only_is_never_proposed(
    live: LiveOntology, knowledge: LabourKnowledge
) -> None:
    general = replace(dishwasher(), claims=(Claim(EscoUri("s/hygiejne"), 0.9, ()),))

    assert bridges(general, live, knowledge, DAY) == ()


def test_another_industry_is_claimed_only_where_the_shares_show_it(
    live: LiveOntology, knowledge: LabourKnowledge
) -> None:
    shares = np.zeros((len(live.taxonomy.occupations), 2), np.float32)
    shares[1], shares[2] = (0.8, 0.2), (0.1, 0.9)
    told = replace(knowledge, industries=shares, sections=("I", "R"))

    assert (bridges(dishwasher(), live, told, DAY)[0].other_industry, told.industry_of(1)) == (True, "I")
    assert bridges(dishwasher(), live, knowledge, DAY)[0].other_industry is None


def test_management_comes_last_for_who_has_never_led(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    both = replace(dishwasher(), claims=(*dishwasher().claims, Claim(EscoUri("s/varer"), 0.9, ())))
    free = replace(knowledge, credentials={})
    before = [one.occupation for one in bridges(both, live, free, DAY)]
    first = live.taxonomy.occupation_rows[before[0]]
    occupations = list(live.taxonomy.occupations)
    occupations[first] = replace(occupations[first], isco=IscoCode("1412"))
    led = replace(live, taxonomy=replace(live.taxonomy, occupations=tuple(occupations)))

    assert len(before) == 2
    assert [one.occupation for one in bridges(both, led, free, DAY)] == before[::-1]


def test_a_foreman_is_proposed_only_where_the_trade_is_near(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    (first,) = bridges(dishwasher(), live, knowledge, DAY)
    occupations = list(live.taxonomy.occupations)
    row = live.taxonomy.occupation_rows[first.occupation]
    occupations[row] = replace(occupations[row], isco=IscoCode("3122"))
    led = replace(live, taxonomy=replace(live.taxonomy, occupations=tuple(occupations)))
    far = replace(dishwasher(), held=())

    assert [one.occupation for one in bridges(dishwasher(), led, knowledge, DAY)] == [first.occupation]
    assert bridges(far, live, knowledge, DAY)
    assert all(one.occupation != first.occupation for one in bridges(far, led, knowledge, DAY))


def test_a_thin_bridge_needs_two_specific_skills() -> None:
    assert not worth_a_talk(fit=0.07, specific=1, move=0.2)
    assert worth_a_talk(fit=0.07, specific=2, move=0.2)
    assert worth_a_talk(fit=0.2, specific=1, move=0.2)
    assert worth_a_talk(fit=0.07, specific=1, move=0.4)
    assert not worth_a_talk(fit=0.2, specific=0, move=0.2)


def test_what_only_a_job_implies_is_told_as_assumed(live: LiveOntology, knowledge: LabourKnowledge) -> None:
    implied = tuple(replace(one, basis=Basis.IMPLIED) for one in dishwasher().claims)
    (stated,) = bridges(dishwasher(), live, knowledge, DAY)
    (assumed,) = bridges(replace(dishwasher(), claims=implied), live, knowledge, DAY)

    assert "Borgeren kender til madlavning," in why_bridge(stated, live.taxonomy, {})
    assert "Borgeren har nok i tidligere job arbejdet med madlavning," in why_bridge(assumed, live.taxonomy, {})
