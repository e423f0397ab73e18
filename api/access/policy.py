"""The one table of who may do what (docs/access.md prints it)."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from api.access.errors import ForbiddenError, UnseenProfileError
from api.access.roles import Caller, Role
from ontology.kinds import MunicipalityCode
from ontology.people import Profile


class Act(StrEnum):
    """Something that can be asked of the service."""

    READ_PROFILE = "read_profile"
    FIND_BY_CASE = "find_by_case"
    MATCH = "match"
    CORRECT = "correct"
    CHOOSE = "choose"
    REFER = "refer"
    RELEASE = "release"
    RESTRICT = "restrict"
    EXPORT = "export"
    ERASE = "erase"
    READ_LOG = "read_log"
    READ_DECISIONS = "read_decisions"
    BREAK_GLASS = "break_glass"
    INGEST_CV = "ingest_cv"
    FIND_CANDIDATES = "find_candidates"
    READ_POSTING = "read_posting"
    READ_ONTOLOGY = "read_ontology"
    INGEST_POSTINGS = "ingest_postings"
    READ_AGGREGATES = "read_aggregates"
    OPERATE = "operate"


class Scope(StrEnum):
    """How far a right goes."""

    OWN_PROFILE = "own profile"
    OWN_MUNICIPALITY = "own municipality"
    ANY = "any"


ABOUT_A_PROFILE = frozenset(
    {
        Act.READ_PROFILE,
        Act.FIND_BY_CASE,
        Act.MATCH,
        Act.CORRECT,
        Act.CHOOSE,
        Act.REFER,
        Act.RELEASE,
        Act.RESTRICT,
        Act.EXPORT,
        Act.ERASE,
        Act.READ_LOG,
        Act.READ_DECISIONS,
        Act.BREAK_GLASS,
    }
)
"""What is asked of one profile; each is in that profile's access log."""

_OWN = {Role.CITIZEN: Scope.OWN_PROFILE}
_CASE = {Role.CONSULTANT: Scope.OWN_MUNICIPALITY}
_MUNICIPALITY_S_OPERATOR = {Role.OPERATOR: Scope.OWN_MUNICIPALITY}
_EVERYBODY = dict.fromkeys(Role, Scope.ANY)

POLICY: Mapping[Act, Mapping[Role, Scope]] = MappingProxyType(
    {
        Act.READ_PROFILE: _OWN | _CASE,
        Act.FIND_BY_CASE: _CASE,
        Act.MATCH: _OWN | _CASE,
        Act.CORRECT: _OWN | _CASE,
        Act.CHOOSE: _CASE,
        Act.REFER: _CASE,
        Act.RELEASE: _OWN | _CASE,
        Act.RESTRICT: _OWN | _CASE,
        Act.EXPORT: _OWN | _CASE,
        Act.ERASE: _CASE | _MUNICIPALITY_S_OPERATOR,
        Act.READ_LOG: _OWN | _CASE | _MUNICIPALITY_S_OPERATOR,
        Act.READ_DECISIONS: _OWN | _CASE,
        Act.BREAK_GLASS: _MUNICIPALITY_S_OPERATOR,
        Act.INGEST_CV: _CASE,
        Act.FIND_CANDIDATES: _CASE,
        Act.READ_POSTING: _EVERYBODY,
        Act.READ_ONTOLOGY: _EVERYBODY,
        Act.INGEST_POSTINGS: {Role.CONSULTANT: Scope.ANY, Role.OPERATOR: Scope.ANY},
        Act.READ_AGGREGATES: {Role.ANALYST: Scope.ANY, Role.OPERATOR: Scope.ANY},
        Act.OPERATE: {Role.OPERATOR: Scope.ANY},
    }
)


def allow(caller: Caller, act: Act, profile: Profile | None = None) -> Role:
    """The role under which a caller may do this, of `profile` where the act is about one; None = there is none.

    Raises:
        ForbiddenError: The caller may not. A profile that there is not and one of others read the same.
    """
    rights = POLICY[act]
    for role in Role:
        if role in caller.roles and role in rights and _reaches(rights[role], caller, act, profile):
            return role
    raise refusal(caller, act)


def acting_as(caller: Caller, role: Role) -> Caller:
    """The caller in one role, for what each must do for themselves; the development mode is everybody.

    Raises:
        ForbiddenError: The caller does not have it.
    """
    if caller.everywhere:
        return caller
    if role not in caller.roles:
        roles = " and ".join(sorted(caller.roles))
        raise ForbiddenError(f"{roles} may not answer for the {role}; each releases and withdraws for themselves")
    return replace(caller, roles=frozenset({role}))


def own_cases(caller: Caller, wanted: frozenset[MunicipalityCode] | None) -> frozenset[MunicipalityCode] | None:
    """The municipalities whose cases a caller may look among: those `wanted`, None = all of theirs; None = any.

    Raises:
        ForbiddenError: One that is wanted is none of the caller's.
    """
    if caller.everywhere:
        return wanted
    others = (wanted or frozenset()) - caller.municipalities
    if others:
        raise ForbiddenError(f"{', '.join(sorted(others))} is none of your municipalities")
    return caller.municipalities if wanted is None else wanted


def refusal(caller: Caller, act: Act) -> ForbiddenError:
    """What a caller is told who may not; it depends on the caller and the act, never on what there is."""
    if not caller.roles & POLICY[act].keys():
        roles, what = " and ".join(sorted(caller.roles)), act.value.replace("_", " ")
        return ForbiddenError(f"{roles} may not {what}; docs/access.md says who may")
    if act in ABOUT_A_PROFILE:
        return UnseenProfileError(
            "there is no such profile among those that you may see; check its id and who handles it"
        )
    return ForbiddenError("the token names no municipality that there is; ask whoever gives out the roles")


def _reaches(scope: Scope, caller: Caller, act: Act, profile: Profile | None) -> bool:
    """Whether a right goes as far as this profile; where the act is about none, as far as a municipality at all."""
    about = act in ABOUT_A_PROFILE
    if about and profile is None:
        return False
    if scope is Scope.ANY or caller.everywhere:
        return True
    if profile is None or not about:
        return bool(caller.municipalities)
    if scope is Scope.OWN_PROFILE:
        return profile.id == caller.profile
    return profile.handled_by is not None and profile.handled_by in caller.municipalities
