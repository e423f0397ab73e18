"""Every link of a profile and of an ad is accounted for when a release gives way to another."""

from pathlib import Path

import pytest

from ontology.corrections import corrected
from ontology.esco import read_esco
from ontology.kinds import EscoUri, Importance
from ontology.migration import Fate, LinkRole, Relabelled, compare, moved_posting, moved_profile, summary
from ontology.people import Basis, Claim, Corrections
from ontology.vacancies import OccupationGuess, Requirement
from tests.ontology.moving import CHANGE, OWN, claim, job, posting, profile, proof, release, requirement, skill


def test_what_came_went_and_was_reworded_is_told_with_its_labels() -> None:
    skills, occupations = CHANGE.skills, CHANGE.occupations

    assert list(skills.added) == ["s/acting", "s/floors", "s/plan-1", "s/plan-2", "s/unlabelled"]
    assert [*skills.added.values()] == ["safety", "clean floors", "plan shifts", "plan routes", ""]
    assert set(skills.gone) == {"s/renumbered", "s/merged", "s/dropped", "s/twofold", "s/knowing"}
    assert skills.gone[EscoUri("s/dropped")] == "twist tobacco"
    assert skills.relabelled == (Relabelled(EscoUri("s/reworded"), "use till", "operate cash register"),)
    assert (occupations.added, occupations.relabelled) == ({"o/new": "web shop assistant"}, ())


def test_a_gone_concept_moves_to_the_one_concept_of_its_kind_that_has_its_label() -> None:
    assert CHANGE.moved == {"s/renumbered": "s/floors", "s/merged": "s/floors", "o/merged": "o/stays"}
    assert set(CHANGE.undecided) == {"s/dropped", "s/twofold", "s/knowing", "o/dropped"}


def test_a_preferred_label_outweighs_the_alternative_labels_of_others() -> None:
    new = release("new", skill("s/b", "plan work"), skill("s/c", "plan", "plan work"))

    assert compare(release("old", skill("s/a", "plan work")), new).moved == {"s/a": "s/b"}


def test_a_preferred_label_of_two_concepts_moves_nothing() -> None:
    new = release("new", skill("s/b", "plan"), skill("s/c", "plan"), skill("s/d", "arrange", "plan"))

    assert compare(release("old", skill("s/a", "plan")), new).moved == {}


def test_a_concept_without_an_english_label_moves_nowhere() -> None:
    assert compare(release("old", skill("s/a", "")), release("new", skill("s/b", ""))).moved == {}


def test_claims_that_become_one_keep_the_stronger_and_all_evidence() -> None:
    before = profile((claim("s/renumbered", 0.4, 1), claim("s/stays"), claim("s/merged", 0.9, 2, Basis.CONFIRMED)))
    after, fates = moved_profile(before, CHANGE)

    assert after.claims == (Claim(EscoUri("s/floors"), 0.9, (proof(1), proof(2)), Basis.CONFIRMED), claim("s/stays"))
    assert [(one.role, one.after, one.fate) for one in fates] == [
        (LinkRole.CLAIMS, "s/floors", Fate.MOVED),
        (LinkRole.CLAIMS, "s/stays", Fate.KEPT),
        (LinkRole.CLAIMS, "s/floors", Fate.MOVED),
    ]


def test_two_jobs_stay_two_when_their_occupations_become_one() -> None:
    after, _ = moved_profile(
        profile(held=(job("o/merged", 1), job("o/stays", 2)), seeks=("o/stays", "o/merged")), CHANGE
    )

    assert after.held == (job("o/stays", 1), job("o/stays", 2))
    assert after.seeks == ("o/stays",)


def test_an_undecided_link_stays_under_its_old_uri_and_is_listed_by_its_label() -> None:
    before = profile((claim("s/dropped"), claim("s/older")), denied=("s/twofold",))
    after, fates = moved_profile(before, CHANGE)

    assert after == before
    assert [(one.fate, one.after, one.label) for one in fates] == [
        (Fate.UNDECIDED, "s/dropped", "twist tobacco"),
        (Fate.UNDECIDED, "s/older", ""),
        (Fate.UNDECIDED, "s/twofold", "plan work"),
    ]


def test_our_own_concepts_are_kept_though_no_release_has_them() -> None:
    _, fates = moved_profile(profile((claim(OWN),)), CHANGE)

    assert summary(fates) == {Fate.KEPT: 1, Fate.MOVED: 0, Fate.UNDECIDED: 0}
    assert OWN not in CHANGE.skills.gone


def test_a_claim_never_moves_onto_a_denied_skill() -> None:
    before = profile((claim("s/merged"), claim("s/stays")), denied=("s/renumbered",))
    after, fates = moved_profile(before, CHANGE)

    assert after == before
    assert [one.fate for one in fates] == [Fate.UNDECIDED, Fate.KEPT, Fate.UNDECIDED]


def test_an_ad_asks_each_skill_once_with_its_strongest_importance() -> None:
    before = posting(
        (requirement("s/merged", Importance.NICE, 0.9, 1), requirement("s/renumbered", Importance.MUST, 0.6, 2)),
        ("s/dropped", "s/stays"),
        (OccupationGuess(EscoUri("o/merged"), 0.8), OccupationGuess(EscoUri("o/stays"), 0.3)),
    )
    after, fates = moved_posting(before, CHANGE)

    assert after.asks == (Requirement(EscoUri("s/floors"), Importance.MUST, 0.9, (proof(1), proof(2))),)
    assert after.excluded_skills == ("s/dropped", "s/stays")
    assert after.occupations == (OccupationGuess(EscoUri("o/stays"), 0.8),)
    assert summary(fates) == {Fate.KEPT: 2, Fate.MOVED: 3, Fate.UNDECIDED: 1}


@pytest.mark.real_data
def test_every_concept_that_left_esco_is_accounted_for(reference_data: Path) -> None:
    old, new = (read_esco([reference_data / "esco" / folder])[0] for folder in ("en", "en-v1.2.0"))
    change = compare(old, new)
    everything = profile(
        tuple(Claim(one.uri, 0.5, ()) for one in old.skills), seeks=tuple(one.uri for one in old.occupations)
    )
    after, fates = moved_profile(everything, change)

    assert (change.old, change.new) == ("ESCO 1.1.1", "ESCO 1.2.0")
    assert (len(change.skills.added), len(change.skills.gone), len(change.skills.moved)) == (237, 194, 5)
    assert (len(change.occupations.added), len(change.occupations.gone), len(change.occupations.moved)) == (35, 3, 1)
    assert {*change.moved} | {*change.undecided} == {*change.skills.gone, *change.occupations.gone}
    assert summary(fates) == {Fate.KEPT: 13_702 + 3_004, Fate.MOVED: 6, Fate.UNDECIDED: 189 + 2}
    assert len(after.claims) + len(after.seeks) == len(fates) - 6 + len({*change.moved.values()} - {*old.concepts})


def test_what_was_corrected_moves_with_the_links_that_it_made() -> None:
    said = Corrections((EscoUri("s/renumbered"),), (EscoUri("s/stays"),), seeks=(EscoUri("o/merged"),))
    read = profile((claim("s/renumbered"), claim("s/stays")))
    after, _ = moved_profile(corrected(read, said), CHANGE)

    assert after.corrections.seeks == after.seeks == ("o/stays",)
    assert (after.corrections.confirmed, after.corrections.struck) == (("s/floors",), ("s/stays",))
    assert corrected(after, after.corrections) == after
