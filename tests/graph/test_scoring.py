"""The laws of DESIGN.md section 3, and scores that a person can check by hand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.coverage import coverage
from graph.indexing import build_index
from graph.ontology import LiveOntology
from graph.scoring import Note, Part, part_weights, score
from ontology.kinds import EscoUri, Importance, PostingKind
from ontology.people import Claim, Denial, DocumentId, Held, Profile, ProfileId
from ontology.vacancies import Hours, OccupationGuess, Posting, PostingId, Requirement

DAY = date(2026, 11, 25)
SKILLS = ("kasse", "kunder", "varer", "madlavning", "hygiejne", "opvask", "mødestabil")
OCCUPATIONS = ("butiksassistent", "kok", "opvasker")
SLOW_IS_FINE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ad(asks: dict[str, Importance], occupation: str | None = None) -> Posting:
    requirements = tuple(Requirement(EscoUri(f"s/{name}"), how, 1.0, ()) for name, how in asks.items())
    guesses = (OccupationGuess(EscoUri(f"o/{occupation}"), 1.0),) if occupation else ()
    return Posting(
        PostingId("x:1"),
        "t",
        "e",
        DAY,
        None,
        PostingKind.ORDINARY,
        Hours.UNKNOWN,
        1,
        guesses,
        requirements,
        (),
        (),
        (),
        "h",
        DocumentId("d"),
    )


def person(skills: dict[str, float], held: str | None = None) -> Profile:
    claims = tuple(Claim(EscoUri(f"s/{name}"), strength, ()) for name, strength in skills.items())
    jobs = (Held(EscoUri(f"o/{held}"), held, 2020, None, True, 1.0),) if held else ()
    return Profile(ProfileId("p"), claims, jobs)


people = st.builds(
    person,
    st.dictionaries(st.sampled_from(SKILLS), st.floats(0.05, 1.0), max_size=7),
    st.one_of(st.none(), st.sampled_from(OCCUPATIONS)),
)
ads = st.builds(
    ad,
    st.dictionaries(st.sampled_from(SKILLS), st.sampled_from(list(Importance)), max_size=7),
    st.one_of(st.none(), st.sampled_from(OCCUPATIONS)),
)


@SLOW_IS_FINE
@given(profile=people, posting=ads)
def test_contributions_sum_to_a_score_between_zero_and_one(
    profile: Profile, posting: Posting, live: LiveOntology
) -> None:
    match = score(profile, posting, live, DAY)

    assert match.score == pytest.approx(sum(line.points for line in match.contributions), abs=1e-9)
    assert -1e-9 <= match.score <= 1 + 1e-9


@SLOW_IS_FINE
@given(profile=people, posting=ads, name=st.sampled_from(SKILLS), strength=st.floats(0.05, 1.0))
def test_adding_a_skill_never_lowers_a_score(
    profile: Profile, posting: Posting, live: LiveOntology, name: str, strength: float
) -> None:
    more = replace(profile, claims=(*profile.claims, Claim(EscoUri(f"s/{name}"), strength, ())))

    assert score(more, posting, live, DAY).score >= score(profile, posting, live, DAY).score - 1e-12


@SLOW_IS_FINE
@given(profile=people, posting=ads)
def test_the_order_of_claims_and_requirements_does_not_matter(
    profile: Profile, posting: Posting, live: LiveOntology
) -> None:
    turned = replace(profile, claims=profile.claims[::-1])
    reversed_ad = replace(posting, asks=posting.asks[::-1])

    straight, other = score(profile, posting, live, DAY), score(turned, reversed_ad, live, DAY)
    assert other.score == pytest.approx(straight.score, abs=1e-9)


@SLOW_IS_FINE
@given(profile=people, postings=st.lists(ads, max_size=5))
def test_the_index_gives_the_scores_that_the_contributions_sum_to(
    profile: Profile, postings: list[Posting], live: LiveOntology
) -> None:
    named = [replace(posting, id=PostingId(f"x:{number}")) for number, posting in enumerate(postings)]
    covered = coverage(profile, live.taxonomy, live.derived.near)
    index = build_index(named, live)

    fast = index.scores(profile, covered, live, DAY)
    slow = [score(profile, posting, live, DAY).score for posting in index.postings]
    assert list(fast) == pytest.approx(slow, abs=1e-9)


def test_a_struck_skill_contributes_nothing(live: LiveOntology) -> None:
    struck = replace(person({"kasse": 1.0}), denied=(Denial(EscoUri("s/kasse")),))
    match = score(struck, ad({"kasse": Importance.MUST}), live, DAY)

    assert all(line.claim is None for line in match.contributions if line.subject == "s/kasse")
    assert match.score == 0.0


def test_a_professional_part_is_shrunk_by_w0(live: LiveOntology) -> None:
    posting = ad({"kasse": Importance.MUST, "kunder": Importance.MUST, "varer": Importance.NICE})
    weights = [float(live.specificity[row]) for row in (0, 1, 2)]
    total = weights[0] + weights[1] + 0.4 * weights[2] + live.shrinkage
    expected = (weights[0] * 1.0 + weights[1] * 0.8) / total
    match = score(person({"kasse": 1.0}), posting, live, DAY)

    assert match.score == pytest.approx(expected)
    assert [line.note for line in match.contributions][-1] is Note.SILENT_POSTING


def test_a_personal_demand_the_profile_is_silent_on_is_neutral(live: LiveOntology) -> None:
    match = score(person({"kasse": 1.0}), ad({"mødestabil": Importance.MUST}), live, DAY)

    assert [(line.note, line.coverage) for line in match.contributions] == [(Note.SILENT_PROFILE, 0.5)]
    assert match.score == pytest.approx(0.5)


def test_an_ad_that_says_little_is_filled_up_from_its_occupation(live: LiveOntology) -> None:
    match = score(person({}), ad({}, "butiksassistent"), live, DAY)

    assert [line.note for line in match.contributions].count(Note.STAND_IN) == 3


@pytest.mark.parametrize(
    ("professional", "personal", "occupation", "expected"),
    [
        (True, True, True, {Part.PROFESSIONAL: 0.65, Part.PERSONAL: 0.10, Part.OCCUPATION: 0.25}),
        (True, False, True, {Part.PROFESSIONAL: 0.65 / 0.9, Part.OCCUPATION: 0.25 / 0.9}),
        (False, False, False, {}),
    ],
)
def test_weight_moves_only_from_what_the_ad_does_not_ask(
    professional: bool, personal: bool, occupation: bool, expected: dict[Part, float], live: LiveOntology
) -> None:
    assert part_weights(professional, personal, occupation, live.constants) == pytest.approx(expected)
