"""What holds of every move from one release to another, whatever is written of a person or an ad."""

from hypothesis import given
from hypothesis import strategies as st

from ontology.kinds import EscoUri, Importance
from ontology.migration import Fate, compare, moved_posting, moved_profile
from ontology.people import Basis, Claim, Denial, Evidence, Held, Profile
from ontology.vacancies import OccupationGuess, Posting, Requirement
from tests.ontology.moving import CHANGE, OCCUPATIONS, OLD, SKILLS, claim, job, posting, profile, requirement

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


def _proofs(links: tuple[Claim | Held | Requirement | Denial, ...]) -> set[Evidence]:
    return {proof for one in links for proof in one.evidence}


def _both(person: Profile) -> set[EscoUri]:
    return {one.skill for one in person.claims} & {*person.denied_skills}
