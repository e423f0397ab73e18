"""The sentence on why: what it says first, what it asks, in both voices."""

from dataclasses import replace

import pytest

from graph.asking import Voice
from graph.gates import Gate, GateState
from graph.ontology import LiveOntology
from graph.scoring import score
from graph.sentences import why_match
from graph.standing import Circumstance, Standing, Topic
from ontology.kinds import CredentialCode, Importance
from ontology.people import Basis
from tests.graph.ads import DAY
from tests.graph.test_scoring import ad, person

NURSE, LICENCE = CredentialCode("auth-nurse"), CredentialCode("licence-c")
NAMES = {NURSE: "Autoriseret sygeplejerske", LICENCE: "Kørekort C"}
ASKED = {"kasse": Importance.MUST, "kunder": Importance.MUST}


def told(
    live: LiveOntology,
    *gates: Gate,
    beside: tuple[Circumstance, ...] = (),
    voice: Voice = Voice.CONSULTANT,
    basis: Basis = Basis.STATED,
    sure: float = 1.0,
) -> str:
    knows = person({"kasse": 0.9}, "butiksassistent")
    knows = replace(
        knows,
        claims=tuple(replace(one, basis=basis) for one in knows.claims),
        held=tuple(replace(one, confidence=sure) for one in knows.held),
    )
    match = score(knows, ad(ASKED, "butiksassistent"), live, DAY)
    return why_match(match, gates, beside, live.taxonomy, NAMES, voice)


def test_it_says_the_job_and_the_skills_that_are_asked_for(live: LiveOntology) -> None:
    assert told(live).startswith("Borgeren har arbejdet som butiksassistent og kender til både kasse og kunder")
    assert told(live, voice=Voice.CITIZEN).startswith("Du har arbejdet som butiksassistent og kender til både kasse og")


def test_a_job_that_a_workplace_lets_guess_is_told_as_a_guess(live: LiveOntology) -> None:
    assert told(live, sure=0.6).startswith("Borgeren har nok arbejdet som butiksassistent og kender til")
    assert told(live, sure=0.61).startswith("Borgeren har arbejdet som butiksassistent og kender til")


def test_what_only_a_job_implies_is_a_presumption(live: LiveOntology) -> None:
    assert "har nok i tidligere job arbejdet med kasse" in told(live, basis=Basis.IMPLIED)


@pytest.mark.parametrize(
    ("gate", "end"),
    [
        (Gate(NURSE, True, GateState.UNMET), ", men man skal være autoriseret sygeplejerske, og det viser CV'et ikke."),
        (Gate(LICENCE, True, GateState.UNMET), ", men der kræves kørekort C, og det viser CV'et ikke."),
        (Gate(NURSE, True, GateState.UNKNOWN), "; spørg, om borgeren er autoriseret sygeplejerske, for det kræves."),
        (Gate(LICENCE, True, GateState.OBTAINABLE), "; kørekort C kræves, men kan nås på få dage."),
    ],
)
def test_it_ends_with_what_the_job_cannot_be_had_without(gate: Gate, end: str, live: LiveOntology) -> None:
    assert told(live, gate).endswith(end)
    assert not told(live, replace(gate, hard=False)).endswith(end)


def test_of_what_one_will_do_all_are_named(live: LiveOntology) -> None:
    either = [Gate(code, True, GateState.UNMET, either=True) for code in (NURSE, LICENCE)]

    assert ", men man skal være autoriseret sygeplejerske eller kørekort C, og det" in told(live, *either)


def test_what_is_unmet_goes_before_what_is_to_be_asked(live: LiveOntology) -> None:
    asked, unmet = Gate(NURSE, True, GateState.UNKNOWN), Gate(LICENCE, True, GateState.UNMET)

    assert "der kræves kørekort C" in told(live, asked, unmet)
    assert "sygeplejerske" not in told(live, asked, unmet)


@pytest.mark.parametrize(
    ("state", "asked", "end"),
    [
        (Standing.UNMET, "dansk C1", ", men der kræves dansk på niveau C1, og det viser dit CV ikke."),
        (Standing.ASK, "dansk C1", "; sig til, hvis du taler dansk på niveau C1, for det kræves."),
        (Standing.UNKNOWN, "tysk", "; sig til, hvis du taler tysk, for det kræves."),
    ],
)
def test_a_language_is_asked_about_in_words(state: Standing, asked: str, end: str, live: LiveOntology) -> None:
    line = Circumstance(Topic.LANGUAGE, state, asked, "kræves", hard=True)

    assert told(live, beside=(line,), voice=Voice.CITIZEN).endswith(end)


@pytest.mark.parametrize(
    ("state", "end"),
    [(Standing.UNMET, ", men der kræves mindst 3 års erfaring i faget, og det viser CV'et ikke."), (Standing.ASK, "")],
)
def test_years_that_lack_are_named_and_those_to_be_asked_about_are_no_barrier(
    state: Standing, end: str, live: LiveOntology
) -> None:
    line = Circumstance(Topic.EXPERIENCE, state, "mindst 3 år", "kræves", hard=True)
    said = told(live, beside=(line,))

    assert said.endswith(end)
    assert ("erfaring" in said) is bool(end)


def test_nobody_is_asked_whether_they_speak_danish_because_they_did_not_say_so(live: LiveOntology) -> None:
    line = Circumstance(Topic.LANGUAGE, Standing.UNKNOWN, "dansk C1", "kræves", hard=True)

    assert "dansk" not in told(live, beside=(line,))


def test_a_cv_that_shows_nothing_of_it_is_told_so_without_a_judgement(live: LiveOntology) -> None:
    match = score(person({}), ad(ASKED), live, DAY)

    assert why_match(match, (), (), live.taxonomy, NAMES).startswith(
        "CV'et siger kun lidt om det, som opslaget beder om"
    )
