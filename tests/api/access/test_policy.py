"""Who may do what, as a table that a person can read."""

from itertools import product

import pytest

from api.access.errors import ForbiddenError
from api.access.policy import ABOUT_A_PROFILE, POLICY, Act, Scope, allow
from api.access.roles import DEVELOPER, Caller, Role
from ontology.kinds import MunicipalityCode
from ontology.people import Profile, ProfileId

HERE, THERE = MunicipalityCode("0101"), MunicipalityCode("0147")

TABLE = """
                 consultant    analyst  citizen  operator
read_profile     municipality  -        own      -
find_by_case     municipality  -        -        -
match            municipality  -        own      -
correct          municipality  -        own      -
choose           municipality  -        -        -
refer            municipality  -        -        -
release          municipality  -        own      -
restrict         municipality  -        own      -
export           municipality  -        own      -
erase            municipality  -        -        municipality
read_log         municipality  -        own      municipality
read_decisions   municipality  -        own      -
break_glass      -             -        -        municipality
ingest_cv        municipality  -        -        -
find_candidates  municipality  -        -        -
read_posting     any           any      any      any
read_ontology    any           any      any      any
ingest_postings  any           -        -        any
read_aggregates  -             any      -        any
operate          -             -        -        any
"""
SCOPES = {"own": Scope.OWN_PROFILE, "municipality": Scope.OWN_MUNICIPALITY, "any": Scope.ANY}
WRITTEN = [line.split() for line in TABLE.strip().splitlines()[1:]]
RIGHTS = {
    (Act(act), role): SCOPES.get(word)
    for act, *words in WRITTEN
    for role, word in zip((Role.CONSULTANT, Role.ANALYST, Role.CITIZEN, Role.OPERATOR), words, strict=True)
}

OWN = Profile(ProfileId("own"), handled_by=HERE)
NEIGHBOUR = Profile(ProfileId("neighbour"), handled_by=HERE)
ELSEWHERE = Profile(ProfileId("elsewhere"), handled_by=THERE)
NOBODYS = Profile(ProfileId("nobodys"))
PROFILES = (OWN, NEIGHBOUR, ELSEWHERE, NOBODYS, None)
REACHED = {
    Scope.OWN_PROFILE: {"own"},
    Scope.OWN_MUNICIPALITY: {"own", "neighbour"},
    Scope.ANY: {"own", "neighbour", "elsewhere", "nobodys"},
    None: set[str](),
}


def caller(*roles: Role, at: frozenset[MunicipalityCode] = frozenset({HERE})) -> Caller:
    return Caller("s", frozenset(roles), at, ProfileId("own") if Role.CITIZEN in roles else None)


def may(who: Caller, act: Act, profile: Profile | None = None) -> bool:
    try:
        allow(who, act, profile)
    except ForbiddenError:
        return False
    return True


def test_the_table_of_the_code_is_the_one_above() -> None:
    assert {(act, role): POLICY[act].get(role) for act, role in product(Act, Role)} == RIGHTS


@pytest.mark.parametrize(("act", "role"), list(product(sorted(ABOUT_A_PROFILE), Role)))
def test_a_right_over_profiles_reaches_exactly_as_far_as_the_table_says(act: Act, role: Role) -> None:
    reached = {one.id for one in PROFILES if one and may(caller(role), act, one)}

    assert reached == REACHED[RIGHTS[act, role]]


@pytest.mark.parametrize(("act", "role"), list(product(sorted(set(Act) - ABOUT_A_PROFILE), Role)))
def test_a_right_over_no_profile_is_had_as_the_table_says(act: Act, role: Role) -> None:
    scope = RIGHTS[act, role]

    assert may(caller(role), act) == (scope is not None)
    assert may(caller(role, at=frozenset()), act) == (scope is Scope.ANY)


@pytest.mark.parametrize(("act", "role"), list(product(sorted(ABOUT_A_PROFILE), Role)))
def test_a_profile_of_others_and_one_that_there_is_not_are_answered_with_the_same_words(act: Act, role: Role) -> None:
    said = set()
    for profile in (ELSEWHERE, NOBODYS, None):
        with pytest.raises(ForbiddenError) as refused:
            allow(caller(role), act, profile)
        said.add(str(refused.value))

    assert len(said) == 1


def test_who_has_two_roles_has_the_rights_of_both_and_acts_in_one() -> None:
    both = caller(Role.CITIZEN, Role.OPERATOR)

    assert allow(both, Act.READ_PROFILE, OWN) is Role.CITIZEN
    assert allow(both, Act.ERASE, NEIGHBOUR) is Role.OPERATOR
    assert not may(both, Act.READ_PROFILE, NEIGHBOUR)


def test_a_citizen_without_a_profile_sees_none() -> None:
    nobody = Caller("s", frozenset({Role.CITIZEN}), frozenset({HERE}))

    assert not any(may(nobody, act, profile) for act, profile in product(ABOUT_A_PROFILE, PROFILES))


def test_the_development_caller_reaches_every_profile_that_there_is() -> None:
    assert all(may(DEVELOPER, Act.READ_PROFILE, one) for one in PROFILES if one)
    assert not may(DEVELOPER, Act.READ_PROFILE, None)
    assert all(may(DEVELOPER, act, OWN) for act in Act)
