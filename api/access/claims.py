"""What a verified token says of who asks."""

from collections.abc import Iterable, Mapping
from typing import Any

from api.access.cases import AmbiguousCaseError, led_to
from api.access.errors import ForbiddenError, UnauthenticatedError
from api.access.roles import Caller, Role
from api.access.settings import Oidc
from graph.store.port import KeyVault
from ontology.errors import UnknownConceptError
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId
from ontology.places import load_places


def caller_of(claims: Mapping[str, Any], oidc: Oidc, vault: KeyVault) -> Caller:
    """Who asks: of the roles those that we know, of the municipalities those that there are.

    Raises:
        ForbiddenError: No role of ours is named.
        UnauthenticatedError: The times of the token are no numbers.
    """
    roles = frozenset(Role(one) for one in _words(claims, oidc.role_claim) if one in set(Role))
    if not roles:
        raise ForbiddenError(
            f"the token names no role of this service in '{oidc.role_claim}'; it knows {', '.join(Role)}"
        )
    municipalities = frozenset(_municipalities(_words(claims, oidc.municipality_claim)))
    cases = _words(claims, oidc.case_claim) if Role.CITIZEN in roles else ()
    profile = next((found for one in cases if (found := _own_profile(vault, one, municipalities))), None)
    try:
        expires = float(claims["exp"]) + oidc.skew_s
    except OverflowError as error:
        raise UnauthenticatedError("the token names no time that there is; sign in again") from error
    return Caller(vault.pseudonym(f"{claims['iss']} {claims['sub']}"), roles, municipalities, profile, expires)


def _own_profile(vault: KeyVault, case: str, municipalities: Iterable[MunicipalityCode]) -> ProfileId | None:
    """The profile of a citizen's case; None where it leads to none, or to another's too."""
    try:
        return led_to(vault, case, municipalities)
    except AmbiguousCaseError:
        return None


def _words(claims: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """The strings of a claim that is one or a list of them; its name may hold dots, or be a path through objects."""
    found: Any = claims.get(path)
    if found is None:
        found = claims
        for name in path.split("."):
            found = found.get(name) if isinstance(found, dict) else None
    given = found if isinstance(found, list) else [found]
    return tuple(one.strip() for one in given if isinstance(one, str) and one.strip())


def _municipalities(named: Iterable[str]) -> Iterable[MunicipalityCode]:
    for one in named:
        try:
            yield load_places().municipality(one).code
        except UnknownConceptError:
            continue
