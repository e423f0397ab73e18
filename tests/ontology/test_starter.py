"""The starter ontology: a small release of our own that stands without a download."""

from collections import Counter
from pathlib import Path

import pytest

import ontology as ontology_room
from ontology.esco import read_esco
from ontology.kinds import DANISH, ENGLISH
from ontology.taxonomy import Concept, Taxonomy

STARTER = Path(ontology_room.__file__ or "").parent / "starter"


@pytest.fixture(scope="module")
def starter() -> Taxonomy:
    return read_esco([STARTER / "en", STARTER / "da"])[0]


def test_nothing_in_it_points_outside_it() -> None:
    assert read_esco([STARTER / "en", STARTER / "da"])[1].dangling == {}


def test_it_holds_about_150_occupations_and_700_skills(starter: Taxonomy) -> None:
    assert 150 <= len(starter.occupations) <= 180
    assert 690 <= len(starter.skills) <= 760


def test_every_concept_has_a_danish_and_an_english_name(starter: Taxonomy) -> None:
    named: list[Concept] = [*starter.skills, *starter.occupations]
    nameless = [one.uri for one in named if not {DANISH, ENGLISH} <= one.labels.preferred.keys()]

    assert nameless == []


def test_every_occupation_says_what_it_is_and_needs_seven_skills_or_more(starter: Taxonomy) -> None:
    for row, one in enumerate(starter.occupations):
        assert starter.descriptions[one.uri].keys() >= {DANISH, ENGLISH}
        assert len(starter.essential.targets_of(row)) >= 7
        assert len(one.labels.all(DANISH)) >= 3


def test_no_danish_name_means_two_skills_or_two_occupations(starter: Taxonomy) -> None:
    for concepts in (starter.skills, starter.occupations):
        names = Counter(label.casefold() for one in concepts for label in set(one.labels.all(DANISH)))

        assert [name for name, count in names.items() if count > 1] == []


def test_every_occupation_shares_a_trade_skill_with_another(starter: Taxonomy) -> None:
    needed = Counter(int(skill) for skill in starter.essential.targets)
    alone = [
        one.uri
        for row, one in enumerate(starter.occupations)
        if not any(needed[int(s)] > 1 and not starter.personal[int(s)] for s in starter.essential.targets_of(row))
    ]

    assert alone == []


@pytest.mark.real_data
def test_its_concepts_are_escos(starter: Taxonomy, reference_data: Path) -> None:
    esco = read_esco([reference_data / "esco" / "en"])[0]

    assert starter.skill_rows.keys() - esco.skill_rows.keys() == set()
    assert starter.occupation_rows.keys() - esco.occupation_rows.keys() == set()
