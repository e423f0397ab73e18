"""What a person corrects holds over what was read."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ontology.corrections import confirming, corrected, holding, striking
from ontology.kinds import CredentialCode, EscoUri
from ontology.people import Basis, Claim, Corrections, Denial, DocumentId, Evidence, Holding, Means, Profile, ProfileId

SKILLS = [EscoUri(f"s/{number}") for number in range(6)]
PLACE = Evidence(DocumentId("d"), 0, 2, "ja")
READ = Profile(
    ProfileId("p"),
    claims=(Claim(SKILLS[0], 0.9, (PLACE,)), Claim(SKILLS[1], 0.5, (PLACE,), Basis.IMPLIED)),
    denied=(Denial(SKILLS[2]),),
    holds=(Holding(CredentialCode("truck-b"), (PLACE,)),),
    means=Means.TRANSIT,
    minutes=30,
)
ANSWERS = st.lists(st.tuples(st.sampled_from(SKILLS), st.booleans()), max_size=12)


def after(answers: list[tuple[EscoUri, bool]]) -> Corrections:
    kept = Corrections()
    for skill, yes in answers:
        kept = confirming(kept, skill) if yes else striking(kept, skill)
    return kept


@given(ANSWERS)
def test_the_last_answer_of_each_skill_holds(answers: list[tuple[EscoUri, bool]]) -> None:
    found = corrected(READ, after(answers))
    claimed = {claim.skill: claim for claim in found.claims}

    for skill, yes in dict(answers).items():
        assert (skill in claimed) is yes
        assert (skill in found.denied_skills) is not yes
        if yes:
            assert (claimed[skill].strength, claimed[skill].basis) == (1.0, Basis.CONFIRMED)


@given(ANSWERS)
def test_what_was_not_asked_stays_as_it_was_read(answers: list[tuple[EscoUri, bool]]) -> None:
    found = corrected(READ, after(answers))
    asked = {skill for skill, _yes in answers}

    assert [one for one in found.claims if one.skill not in asked] == [
        one for one in READ.claims if one.skill not in asked
    ]
    assert (found.means, found.minutes, found.holds) == (READ.means, READ.minutes, READ.holds)


@given(ANSWERS)
def test_corrections_hold_over_another_reading_of_the_same_documents(answers: list[tuple[EscoUri, bool]]) -> None:
    once = corrected(READ, after(answers))
    again = corrected(replace(READ, id=once.id), once.corrections)

    assert again == once


def test_a_confirmed_skill_keeps_the_evidence_that_was_read() -> None:
    found = corrected(READ, confirming(Corrections(), SKILLS[1]))

    assert found.claims[1] == Claim(SKILLS[1], 1.0, (PLACE,), Basis.CONFIRMED)


def test_a_credential_is_held_or_lacked_by_the_last_answer() -> None:
    code, other = CredentialCode("truck-b"), CredentialCode("licence-c")
    kept = holding(holding(Corrections(), code, held=False), other, held=True)
    back = holding(kept, code, held=True)

    assert [one.credential for one in corrected(READ, kept).holds] == [other]
    assert {one.credential for one in corrected(READ, back).holds} == {code, other}


def test_reach_and_wishes_hold_where_they_were_said() -> None:
    found = corrected(READ, Corrections(means=Means.CAR, seeks=()))

    assert (found.means, found.minutes, found.seeks) == (Means.CAR, 30, ())
