"""Labels become Danish that can be read aloud."""

import pytest

from graph.phrasing import is_person, joined, learnt, listed, plain, said_of, small, tried
from ontology.kinds import SkillKind

SKILL, KNOWLEDGE, LANGUAGE, PERSONAL = (
    SkillKind.SKILL,
    SkillKind.KNOWLEDGE,
    SkillKind.LANGUAGE,
    SkillKind.TRANSVERSAL,
)


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_a_list_ends_with_og(words: list[str], expected: str) -> None:
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("kind", "label", "expected"),
    [
        (SKILL, "betjene kunder", "kan betjene kunder"),
        (SKILL, "svejse", "kan svejse"),
        (SKILL, "have computerfærdigheder", "har computerfærdigheder"),
        (KNOWLEDGE, "Python", "kender til Python"),
        (LANGUAGE, "Tysk", "taler tysk"),
        (LANGUAGE, "forstå skrevet tysk", "kan forstå skrevet tysk"),
        (PERSONAL, "være tålmodig", "er tålmodig"),
        (PERSONAL, "mødestabil", "er mødestabil"),
        (PERSONAL, "tænke analytisk", "kan tænke analytisk"),
        (PERSONAL, "overblik", "kender til overblik"),
    ],
)
def test_a_skill_is_said_of_a_person_with_the_verb_that_fits_its_name(
    kind: SkillKind, label: str, expected: str
) -> None:
    assert said_of([(kind, label)]) == [expected]


def test_skills_with_one_verb_stand_together() -> None:
    skills = [(SKILL, "betjene kunder"), (KNOWLEDGE, "hygiejne"), (SKILL, "lukke kasse")]

    assert said_of(skills) == ["kan betjene kunder og lukke kasse", "kender til hygiejne"]
    assert tried(skills) == "prøvet at betjene kunder og lukke kasse og arbejdet med hygiejne"
    assert learnt(skills) == "at betjene kunder og lukke kasse og noget om hygiejne"


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (["kan a og b"], "kan a og b"),
        (["har arbejdet som kok", "kan a og b"], "har arbejdet som kok og kan både a og b"),
        (["har arbejdet som kok", "kender til a og b"], "har arbejdet som kok og kender til både a og b"),
        (["har arbejdet som kok", "har nok prøvet at a og b"], "har arbejdet som kok og har nok prøvet at a og b"),
        (["har arbejdet som kok", "kan a", "taler tysk"], "har arbejdet som kok, kan a og taler tysk"),
    ],
)
def test_og_within_og_is_told_apart(phrases: list[str], expected: str) -> None:
    assert joined(phrases) == expected


def test_a_name_is_small_in_a_sentence_unless_it_is_an_abbreviation() -> None:
    assert [small(name) for name in ("Kørekort B", "HD", "EU-bevis gods")] == ["kørekort B", "HD", "EU-bevis gods"]
    assert plain("Python (computerprogrammering)") == "Python"


@pytest.mark.parametrize(
    ("name", "person"),
    [("Autoriseret sygeplejerske", True), ("Murersvend", True), ("Kørekort C", False), ("HD", False)],
)
def test_who_holds_a_credential_is_told_from_the_paper(name: str, person: bool) -> None:
    assert is_person(name) is person
