"""Gates: what is met, what is asked about, what folds an ad away."""

from dataclasses import replace

import numpy as np
import pytest

from graph.gates import Gate, GateState, closed, folded, gate_in_words, gates, opening
from graph.gathering import columns_of
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode
from ontology.people import Profile
from ontology.vacancies import Demand
from tests.graph.test_circumstances import NOTHING
from tests.graph.test_scoring import ad, person

CODES = {
    "smith": ("0715", 2),
    "welder": ("0715", 2),
    "engineer": ("0715", 4),
    "chief": ("0714", 5),
    "nurse": ("0913", 4),
    "midwife": ("0913", 4),
    "therapist": ("0915", 4),
    "teacher": ("0113", 4),
    "pedagogue": ("0112", 4),
    "any": ("", 5),
}


@pytest.mark.parametrize(
    ("asked", "held", "akin"),
    [
        ("smith", ["welder"], False),
        ("smith", ["engineer"], False),
        ("engineer", ["chief"], True),
        ("engineer", ["smith"], False),
        ("nurse", ["engineer"], False),
        ("nurse", ["therapist"], False),
        ("pedagogue", ["teacher"], False),
        ("nurse", ["midwife"], True),
        ("smith", [], False),
        ("any", ["any"], False),
        ("unheard", ["smith"], False),
    ],
)
def test_a_higher_education_is_akin_to_one_of_its_field_that_is_no_lower(
    asked: str, held: list[str], akin: bool
) -> None:
    nothing = np.zeros(0, np.float32)
    educations = {CredentialCode(code): told for code, told in CODES.items()}
    knowledge = LabourKnowledge(nothing, np.zeros(0, np.bool_), {}, {}, educations=educations)

    assert knowledge.akin(CredentialCode(asked), [CredentialCode(code) for code in held]) is akin


def test_what_a_job_held_usually_asks_for_is_asked_about_and_folds_nothing(live: LiveOntology) -> None:
    hygiene = CredentialCode("hygiejne")
    knowledge = replace(NOTHING, usual_credentials={1: frozenset({hygiene})})
    posting = replace(ad({}), demands=(Demand(hygiene, True, ()),))
    cook, clerk = person({}, "kok"), person({}, "butiksassistent")

    def stands(one: Profile) -> tuple[GateState, bool]:
        found = gates(one, posting, live.taxonomy, knowledge, frozenset(), 10)
        sifted = closed(one, columns_of([posting], live.taxonomy), live.taxonomy, knowledge, frozenset(), 10)
        assert folded(found) is bool(sifted[0])
        return found[0].state, folded(found)

    assert stands(cook) == (GateState.UNKNOWN, False)
    assert stands(clerk) == (GateState.UNMET, True)


NURSE, TEACHER, BUS = (CredentialCode(name) for name in ("nurse", "teacher", "bus"))


@pytest.mark.parametrize(
    ("held", "by_law", "states", "shut"),
    [
        ((), (), "unmet unmet", True),
        ((NURSE,), (), "met met", False),
        ((TEACHER,), (), "met met", False),
        ((TEACHER,), (NURSE,), "met met", False),
        ((), (NURSE,), "unmet unmet", True),
        ((TEACHER,), (NURSE, BUS), "unmet met met", True),
        ((NURSE,), (NURSE,), "met met", False),
    ],
)
def test_of_demands_of_which_one_will_do_each_stands_as_the_best_and_no_law_asks_for_one_alone(
    held: tuple[CredentialCode, ...], by_law: tuple[CredentialCode, ...], states: str, shut: bool, live: LiveOntology
) -> None:
    knowledge = replace(NOTHING, credentials={1: by_law})
    posting = replace(
        ad({}, "kok"), demands=(Demand(NURSE, True, (), either=True), Demand(TEACHER, True, (), either=True))
    )
    known, columns = frozenset(held), columns_of([posting], live.taxonomy)
    found = gates(person({}), posting, live.taxonomy, knowledge, known, 10)

    assert " ".join(one.state for one in found) == states
    assert [one.credential for one in found if one.either] == [NURSE, TEACHER]
    assert folded(found) is shut
    assert closed(person({}), columns, live.taxonomy, knowledge, known, 10).tolist() == [shut]


def test_what_opens_an_ad_is_one_gate_or_any_of_a_choice(live: LiveOntology) -> None:
    choice = tuple(Gate(code, True, GateState.UNMET, either=True) for code in (NURSE, TEACHER))
    alone, met = Gate(BUS, True, GateState.UNMET), Gate(BUS, True, GateState.MET)

    assert opening((met,)) == ()
    assert opening((alone, met)) == (alone,)
    assert opening((*choice, met)) == choice
    assert opening((*choice, alone)) is None
    assert gate_in_words(choice[0], "Lærer") == "Lærer (kræves normalt, eller en af de andre nævnte): mangler"
