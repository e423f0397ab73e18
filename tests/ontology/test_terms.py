"""Our own words: what a script can check of them."""

from collections import Counter
from pathlib import Path

import pytest

from ontology.esco import read_esco
from ontology.kinds import EscoUri, Labels, Skill, SkillKind
from ontology.taxonomy import Taxonomy
from ontology.terms import load_generic_demands, load_terms, load_titles, with_own_concepts


def test_no_term_and_no_title_stands_twice() -> None:
    for rows in (load_terms(), load_titles()):
        assert [term for term, count in Counter(term for term, _ in rows).items() if count > 1] == []


def test_every_term_is_lower_case_without_loose_spaces() -> None:
    wrong = [term for term, _ in (*load_terms(), *load_titles()) if term != " ".join(term.casefold().split())]

    assert wrong == []


def test_what_nearly_every_ad_asks_has_a_share_of_ads() -> None:
    assert load_generic_demands()
    assert all(0.0 < share <= 1.0 for share in load_generic_demands().values())


def test_our_own_concepts_are_added_once() -> None:
    known = Skill(EscoUri("s/kasse"), SkillKind.SKILL, None, Labels({}))
    once = with_own_concepts(Taxonomy("test", (known,), (), (), ()))

    assert with_own_concepts(once).skills == once.skills
    assert len(once.skills) > 1


@pytest.mark.real_data
def test_every_term_title_and_generic_demand_is_a_concept_of_esco(reference_data: Path) -> None:
    taxonomy = with_own_concepts(read_esco([reference_data / "esco" / "en"])[0])

    assert {uri for _, uri in load_terms()} - taxonomy.skill_rows.keys() == set()
    assert {uri for _, uri in load_titles()} - taxonomy.occupation_rows.keys() == set()
    assert load_generic_demands().keys() - taxonomy.skill_rows.keys() == set()
