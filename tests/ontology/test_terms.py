"""Our own words: what a script can check of them."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from ingestion.words import stem
from ontology.demands import load_demands
from ontology.esco import read_esco
from ontology.kinds import URN_PREFIX, EscoUri, Labels, Skill, SkillKind, TitleRelation
from ontology.tables import read_table
from ontology.taxonomy import Taxonomy
from ontology.terms import (
    load_generic_demands,
    load_jobs_in_words,
    load_personal_concepts,
    load_terms,
    load_trait_nouns,
    load_traits,
    with_own_concepts,
)
from ontology.titles import load_titles
from ontology.usual_jobs import load_own_businesses, load_usual_jobs

PERSONAL = ("uri", "label_da", "label_en", "description_da", "near")


def test_no_term_stands_twice() -> None:
    assert [term for term, count in Counter(term for term, _ in load_terms()).items() if count > 1] == []


def test_the_meanings_of_a_title_stand_together_in_order() -> None:
    titles = load_titles()
    starts = [title.term for title in titles if title.place == 0]

    assert len(starts) == len(set(starts)) >= 3_000
    for before, after in pairwise(titles):
        assert after.place == 0 or (after.term, after.place) == (before.term, before.place + 1)


def test_a_title_is_the_same_as_at_most_two_concepts() -> None:
    """One of them a group: two occupations that a title is equally exact of would be a hidden choice."""
    exact = Counter(title.term for title in load_titles() if title.relation is TitleRelation.EXACT)

    assert [term for term, count in exact.items() if count > 2] == []


def test_an_adjective_of_a_person_hides_no_noun() -> None:
    """Both are looked up by their stems."""
    adjectives, nouns = ({stem(term) for term, _ in table} for table in (load_traits(), load_trait_nouns()))

    assert adjectives & nouns == set()


def test_every_term_is_lower_case_without_loose_spaces() -> None:
    terms = [*(term for term, _ in load_terms()), *(title.term for title in load_titles())]
    wrong = [term for term in terms if term != " ".join(term.casefold().split())]

    assert wrong == []


def test_what_nearly_every_ad_asks_has_a_share_of_ads() -> None:
    assert load_generic_demands()
    assert all(0.0 < share <= 1.0 for share in load_generic_demands().values())


def test_our_own_concepts_are_added_once() -> None:
    known = Skill(EscoUri("s/kasse"), SkillKind.SKILL, None, Labels({}))
    once = with_own_concepts(Taxonomy("test", (known,), (), (), ()))

    assert with_own_concepts(once).skills == once.skills
    assert len(once.skills) > 1


def test_a_concept_of_ours_is_related_to_the_one_of_esco_that_comes_nearest() -> None:
    nearest = EscoUri("http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0")
    esco = Taxonomy("test", (Skill(nearest, SkillKind.TRANSVERSAL, None, Labels({})),), (), (), ())
    grown = with_own_concepts(esco)
    ours = grown.skill_rows[EscoUri(f"{URN_PREFIX}skill/hjælpsom")]

    assert list(grown.related_essential.targets_of(ours)) == [grown.skill_rows[nearest]]
    assert with_own_concepts(grown).related_essential.sources.tolist() == grown.related_essential.sources.tolist()


@pytest.mark.real_data
def test_every_term_title_and_generic_demand_is_a_concept_of_esco(reference_data: Path) -> None:
    taxonomy = with_own_concepts(read_esco([reference_data / "esco" / "en"])[0])

    assert {uri for _, uri in load_terms()} - taxonomy.skill_rows.keys() == set()
    near = {row["near"] for row in read_table("personal_concepts.csv", PERSONAL, ("uri",))} - {""}
    assert near - taxonomy.skill_rows.keys() == set()
    groups = {group.uri for group in taxonomy.occupation_groups}
    assert {title.uri for title in load_titles()} - taxonomy.occupation_rows.keys() - groups == set()
    assert load_generic_demands().keys() - taxonomy.skill_rows.keys() == set()
    assert {uri for _, uri in (*load_traits(), *load_trait_nouns())} - taxonomy.skill_rows.keys() == set()
    assert {uri for _, uri in load_jobs_in_words()} - taxonomy.occupation_rows.keys() == set()
    assert {job.uri for job in load_usual_jobs()} - taxonomy.occupation_rows.keys() == set()
    businesses = {uri for one in load_own_businesses() for uri in (one.owner, one.trade)}
    assert businesses - taxonomy.occupation_rows.keys() == set()


@pytest.mark.real_data
def test_no_workplace_lets_guess_a_job_that_asks_for_an_education(reference_data: Path) -> None:
    taxonomy = read_esco([reference_data / "esco" / "en"])[0]
    codes = {one.uri: one.isco for one in taxonomy.occupations}

    schooling = {job.uri: load_demands().of(job.uri, codes[job.uri]).schooling for job in load_usual_jobs()}
    assert {
        uri for uri, one in schooling.items() if not one or one.level > 2 or (one.level == 2 and one.asked)
    } == set()


def test_every_personal_concept_of_ours_is_named_by_a_term() -> None:
    named = {uri for _, uri in load_terms() if uri.startswith(URN_PREFIX)}

    assert named == load_personal_concepts().keys()
