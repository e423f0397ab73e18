"""Questions: what they are about, and that an answer does what was expected of it."""

from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.asking import Voice, because_text, question_text
from graph.coverage import coverage
from graph.index import MatchIndex
from graph.indexing import build_index
from graph.ontology import LiveOntology
from graph.questions import Question, Situation, Subject, questions
from graph.scoring import score
from ontology.corrections import confirming, corrected, striking
from ontology.kinds import CredentialCode, EscoUri, Importance, PostingKind
from ontology.people import Basis, Claim, Corrections, DocumentId, Held, Means, Profile, ProfileId
from ontology.vacancies import Hours, Posting, PostingId, Requirement

DAY = date(2026, 11, 25)
ASKED = (("kasse", "kunder"), ("kasse", "varer"), ("opvask",), ("hygiejne", "madlavning"), ("varer",))


def ad(number: int, skills: tuple[str, ...]) -> Posting:
    asks = tuple(Requirement(EscoUri(f"s/{skill}"), Importance.MUST, 1.0, ()) for skill in skills)
    fixed = ("", "", DAY, None, PostingKind.ORDINARY, Hours.UNKNOWN, 1, (), asks, (), (), (), "", DocumentId("d"))
    return Posting(PostingId(f"p{number}"), *fixed)


@pytest.fixture
def index(live: LiveOntology) -> MatchIndex:
    return build_index([ad(number, skills) for number, skills in enumerate(ASKED)], live)


def claimed(names: frozenset[str], basis: Basis = Basis.STATED) -> tuple[Claim, ...]:
    return tuple(Claim(EscoUri(f"s/{name}"), 0.5, (), basis) for name in sorted(names))


def asked_of(profile: Profile, index: MatchIndex, live: LiveOntology, **more: object) -> tuple[Question, ...]:
    covered = coverage(profile, live.taxonomy, live.derived.near)
    scores = index.scores(profile, covered, live, DAY)
    none, every = np.zeros(0, np.int64), np.arange(len(index.postings))
    plain = {"scores": scores, "listed": every, "locked": {}, "by_car": none, "resting": {}}
    return questions(profile, Situation(**{**plain, **more}), index, covered, live)  # type: ignore[arg-type]  # a table


def shop_assistant(*corrections: Corrections) -> Profile:
    held = Held(EscoUri("o/butiksassistent"), "Butiksassistent", 2020, None, True, 1.0)
    made = Profile(ProfileId("p"), claimed(frozenset(("kasse",)), Basis.IMPLIED), (held,), means=Means.CAR)
    for one in corrections:
        made = corrected(made, one)
    return made


def test_what_a_held_job_implies_is_asked_about(index: MatchIndex, live: LiveOntology) -> None:
    found = asked_of(shop_assistant(), index, live)

    assert EscoUri("s/kasse") in [one.what for one in found]
    assert all(one.because for one in found)
    assert [one.gain for one in found] == sorted((one.gain for one in found), reverse=True)


def test_what_was_answered_is_not_asked_again(index: MatchIndex, live: LiveOntology) -> None:
    for answer in (confirming, striking):
        profile = shop_assistant(answer(Corrections(), EscoUri("s/kasse")))

        assert EscoUri("s/kasse") not in [one.what for one in asked_of(profile, index, live)]


def test_at_most_five_and_none_about_a_personal_competence(index: MatchIndex, live: LiveOntology) -> None:
    found = asked_of(shop_assistant(), index, live)
    rows = [live.taxonomy.skill_row(EscoUri(one.what)) for one in found if one.subject is Subject.SKILL]

    assert len(found) <= 5
    assert not live.taxonomy.personal[rows].any()


def test_a_credential_that_keeps_good_ads_away_is_asked_about_once(index: MatchIndex, live: LiveOntology) -> None:
    truck = CredentialCode("truck-b")
    locked = {truck: np.array([0, 1])}
    said = Corrections(lacks=(truck,))

    assert truck in [one.what for one in asked_of(shop_assistant(), index, live, locked=locked, listed=np.array([2]))]
    assert truck not in [one.what for one in asked_of(shop_assistant(said), index, live, locked=locked)]


def test_the_car_is_asked_about_only_where_nothing_is_said(index: MatchIndex, live: LiveOntology) -> None:
    far = np.array([0, 1])
    unsaid = Profile(ProfileId("p"), claimed(frozenset(("kasse",))))

    assert Subject.CAR in [one.subject for one in asked_of(unsaid, index, live, by_car=far, listed=np.array([2]))]
    assert Subject.CAR not in [one.subject for one in asked_of(shop_assistant(), index, live, by_car=far)]


ONCE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the fixtures are values
NAMES = st.frozensets(st.sampled_from(("kasse", "kunder", "varer", "opvask", "hygiejne", "madlavning")), max_size=5)


@ONCE
@given(NAMES, st.sampled_from(("kasse", "kunder", "varer", "opvask", "hygiejne", "madlavning")))
def test_striking_removes_the_points_of_a_skill_everywhere(
    live: LiveOntology, index: MatchIndex, names: frozenset[str], struck: str
) -> None:
    uri = EscoUri(f"s/{struck}")
    profile = corrected(Profile(ProfileId("p"), claimed(names)), striking(Corrections(), uri))

    for posting in index.postings:
        for line in score(profile, posting, live, DAY).contributions:
            assert line.claim is None or line.claim.skill != uri
            assert line.subject != uri or line.claim is None


@ONCE
@given(NAMES, st.sampled_from(("kasse", "kunder", "varer", "opvask", "hygiejne", "madlavning")))
def test_confirming_never_lowers_a_score(
    live: LiveOntology, index: MatchIndex, names: frozenset[str], confirmed: str
) -> None:
    before = Profile(ProfileId("p"), claimed(names))
    after = corrected(before, confirming(Corrections(), EscoUri(f"s/{confirmed}")))

    for posting in index.postings:
        assert score(after, posting, live, DAY).score >= score(before, posting, live, DAY).score - 1e-12


@pytest.mark.parametrize(
    ("question", "citizen", "consultant"),
    [
        (
            Question(Subject.SKILL, "s/kasse", 0.1, EscoUri("o/butiksassistent")),
            "Har du som butiksassistent arbejdet med kasse?",
            "Spørg, om borgeren som butiksassistent har arbejdet med kasse.",
        ),
        (
            Question(Subject.CREDENTIAL, "truck-b", 0.1),
            "Har du truckcertifikat B?",
            "Spørg, om borgeren har truckcertifikat B.",
        ),
        (
            Question(Subject.CAR, "", 0.1),
            "Har du bil og kørekort til at komme på arbejde?",
            "Spørg, om borgeren har bil og kørekort til at komme på arbejde.",
        ),
    ],
)
def test_a_question_is_plain_danish_in_both_voices(
    live: LiveOntology, question: Question, citizen: str, consultant: str
) -> None:
    said = [question_text(question, live.taxonomy, "Truckcertifikat B", voice) for voice in Voice]

    assert said == [citizen, consultant]


def test_why_it_is_asked_is_said(live: LiveOntology) -> None:
    job = Question(Subject.SKILL, "s/kasse", 0.1, EscoUri("o/butiksassistent"))
    skill = Question(Subject.SKILL, "s/kasse", 0.1, EscoUri("s/kunder"))

    assert because_text(job, live.taxonomy) == "mange, der har været butiksassistent, kan det"
    assert because_text(skill, live.taxonomy) == "det ligger tæt på 'kunder', som står i CV'et"
