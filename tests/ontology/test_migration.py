"""Every link of a profile and of an ad is accounted for when a release gives way to another."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.esco import read_esco
from ontology.kinds import ENGLISH, URN_PREFIX, EscoUri, Importance, IscoCode, Labels, Occupation, Skill, SkillKind
from ontology.migration import Fate, LinkRole, Relabelled, compare, moved_posting, moved_profile, summary
from ontology.people import Basis, Claim, Denial, DocumentId, Evidence, Held, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Hours, OccupationGuess, Posting, PostingId, PostingKind, Requirement

OWN = EscoUri(f"{URN_PREFIX}skill/mødestabil")


def skill(uri: str, label: str, *others: str, kind: SkillKind = SkillKind.SKILL) -> Skill:
    return Skill(EscoUri(uri), kind, None, Labels({ENGLISH: label} if label else {}, {ENGLISH: others}))


def occupation(uri: str, label: str, *others: str) -> Occupation:
    return Occupation(EscoUri(uri), IscoCode("5223"), "5223.1", Labels({ENGLISH: label}, {ENGLISH: others}))


def release(name: str, *concepts: Skill | Occupation) -> Taxonomy:
    skills = tuple(one for one in concepts if isinstance(one, Skill))
    return Taxonomy(name, skills, (), tuple(one for one in concepts if isinstance(one, Occupation)), ())


OLD = release(
    "old",
    skill("s/stays", "sell goods"),
    skill("s/reworded", "use till"),
    skill("s/renumbered", "Clean  floors "),
    skill("s/merged", "wash floors"),
    skill("s/dropped", "twist tobacco"),
    skill("s/twofold", "plan work"),
    skill("s/knowing", "safety", kind=SkillKind.KNOWLEDGE),
    skill("s/silent", "hum"),
    skill(OWN, ""),
    occupation("o/stays", "shop assistant"),
    occupation("o/merged", "sales clerk"),
    occupation("o/dropped", "lamplighter"),
)
NEW = release(
    "new",
    skill("s/stays", "sell goods"),
    skill("s/reworded", "operate cash register"),
    skill("s/floors", "clean floors", "wash floors"),
    skill("s/plan-1", "plan shifts", "plan work"),
    skill("s/plan-2", "plan routes", "plan work"),
    skill("s/acting", "safety"),
    skill("s/unlabelled", ""),
    skill("s/silent", ""),
    occupation("o/stays", "Shop assistant", "sales clerk"),
    occupation("o/new", "web shop assistant"),
)
CHANGE = compare(OLD, NEW)
SKILLS = ("s/stays", "s/reworded", "s/renumbered", "s/merged", "s/dropped", "s/twofold", OWN, "s/floors", "s/older")
OCCUPATIONS = ("o/stays", "o/merged", "o/dropped", "o/older")


def proof(start: int) -> Evidence:
    return Evidence(DocumentId("d"), start, start + 1, "x")


def claim(uri: str, strength: float = 0.5, start: int = 0, basis: Basis = Basis.STATED) -> Claim:
    return Claim(EscoUri(uri), strength, (proof(start),), basis)


def requirement(uri: str, importance: Importance, confidence: float = 0.5, start: int = 0) -> Requirement:
    return Requirement(EscoUri(uri), importance, confidence, (proof(start),))


def profile(
    claims: tuple[Claim, ...] = (),
    held: tuple[Held, ...] = (),
    seeks: tuple[str, ...] = (),
    denied: tuple[str, ...] = (),
) -> Profile:
    return Profile(
        ProfileId("p"),
        claims,
        held,
        tuple(map(EscoUri, seeks)),
        denied=tuple(Denial(EscoUri(uri), (proof(7),)) for uri in denied),
    )


def job(uri: str, start: int = 0) -> Held:
    return Held(EscoUri(uri), "ekspedient", 2010 + start, None, True, 0.9, (proof(start),))


def posting(
    asks: tuple[Requirement, ...] = (),
    excludes: tuple[str, ...] = (),
    occupations: tuple[OccupationGuess, ...] = (),
) -> Posting:
    return Posting(
        PostingId("a:1"), "Butiksassistent", "Butik", date(2024, 1, 1), None, PostingKind.ORDINARY, Hours.FULL_TIME, 1,
        occupations, asks, tuple(Denial(EscoUri(uri)) for uri in excludes), (), (), "hash", DocumentId("d"),
    )  # fmt: skip


starts = st.integers(0, 40)
claims = st.builds(claim, st.sampled_from(SKILLS), st.floats(0.05, 1.0), starts, st.sampled_from(Basis))
profiles = st.builds(
    profile,
    st.lists(claims, max_size=6).map(tuple),
    st.lists(st.builds(job, st.sampled_from(OCCUPATIONS), starts), max_size=4).map(tuple),
    st.lists(st.sampled_from(OCCUPATIONS), max_size=4).map(tuple),
    st.lists(st.sampled_from(SKILLS), max_size=4).map(tuple),
)
requirements = st.builds(
    requirement, st.sampled_from(SKILLS), st.sampled_from(Importance), st.floats(0.05, 1.0), starts
)
guesses = st.builds(OccupationGuess, st.sampled_from(OCCUPATIONS).map(EscoUri), st.floats(0.05, 1.0))
postings = st.builds(
    posting,
    st.lists(requirements, max_size=6).map(tuple),
    st.lists(st.sampled_from(SKILLS), max_size=4).map(tuple),
    st.lists(guesses, max_size=3).map(lambda found: tuple(sorted(found, key=lambda one: -one.confidence))),
)


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


@given(profiles)
def test_every_link_of_a_profile_has_one_fate(before: Profile) -> None:
    after, fates = moved_profile(before, CHANGE)
    links = [one.skill for one in before.claims] + [one.occupation for one in before.held]

    assert [one.before for one in fates] == [*links, *before.seeks, *before.denied_skills]
    reached = {one.skill for one in after.claims} | {one.occupation for one in after.held}
    assert reached | {*after.seeks} | {*after.denied_skills} == {one.after for one in fates}
    assert all((one.before != one.after) == (one.fate is Fate.MOVED) for one in fates)


@given(postings)
def test_every_link_of_an_ad_has_one_fate(before: Posting) -> None:
    after, fates = moved_posting(before, CHANGE)
    asked, guessed = [one.skill for one in before.asks], [one.occupation for one in before.occupations]
    links = [*asked, *before.excluded_skills, *guessed]

    assert [one.before for one in fates] == links
    reached = {one.skill for one in after.asks} | {one.occupation for one in after.occupations}
    assert reached | {*after.excluded_skills} == {one.after for one in fates}


@given(profiles, postings)
def test_evidence_and_strength_are_never_lost(person: Profile, ad: Posting) -> None:
    after, ad_after = moved_profile(person, CHANGE)[0], moved_posting(ad, CHANGE)[0]

    assert _proofs(after.claims) == _proofs(person.claims)
    assert _proofs(after.held) == _proofs(person.held)
    assert _proofs(after.denied) == _proofs(person.denied)
    assert _proofs(ad_after.asks) == _proofs(ad.asks)
    assert max((one.strength for one in after.claims), default=0) == max((c.strength for c in person.claims), default=0)


@given(profiles, postings)
def test_a_link_never_moves_into_a_contradiction(person: Profile, ad: Posting) -> None:
    after, ad_after = moved_profile(person, CHANGE)[0], moved_posting(ad, CHANGE)[0]

    assert _both(after) <= _both(person)
    assert {one.skill for one in ad_after.asks} & {*ad_after.excluded_skills} <= {one.skill for one in ad.asks} & {
        *ad.excluded_skills
    }


@given(profiles, postings)
def test_moving_again_changes_nothing(person: Profile, ad: Posting) -> None:
    after, ad_after = moved_profile(person, CHANGE)[0], moved_posting(ad, CHANGE)[0]

    assert moved_profile(after, CHANGE)[0] == after
    assert moved_posting(ad_after, CHANGE)[0] == ad_after


@given(profiles, postings)
def test_the_same_release_changes_nothing(person: Profile, ad: Posting) -> None:
    same = compare(OLD, OLD)

    assert moved_profile(person, same)[0] == person
    assert moved_posting(ad, same)[0] == ad
    assert (same.skills.added, same.skills.gone, same.skills.relabelled, same.moved) == ({}, {}, (), {})


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


def _proofs(links: tuple[Claim | Held | Requirement | Denial, ...]) -> set[Evidence]:
    return {proof for one in links for proof in one.evidence}


def _both(person: Profile) -> set[EscoUri]:
    return {one.skill for one in person.claims} & {*person.denied_skills}
