"""Which profile a case of a municipality's own system leads to; the vault keeps a keyed hash of it only."""

import re
from collections.abc import Iterable

from api.access.errors import AccessError
from api.access.policy import POLICY, Act, own_cases, refusal
from api.access.roles import Caller
from graph.store.port import KeyVault
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId
from ontology.places import load_places

MOST_CHARACTERS = 100
_LIKE_A_CPR_NUMBER = re.compile(r"(?<!\d)([0-2]\d|3[01])(0\d|1[0-2])\d\d[-\s]?\d{4}(?!\d)")


class CaseReferenceError(AccessError):
    """A case reference is none that we keep; it is not repeated in the message."""


class AmbiguousCaseError(CaseReferenceError):
    """Several of the municipalities that were asked have a case of this number, each of another person."""


def refer(vault: KeyVault, case: str, municipality: MunicipalityCode | None, profile: ProfileId) -> None:
    """Let a case of a municipality lead to a profile, in place of what it led to.

    Raises:
        CaseReferenceError: It is empty, too long, or looks like a CPR number.
    """
    plain = _plain(case)
    if not 0 < len(plain) <= MOST_CHARACTERS:
        raise CaseReferenceError(
            f"et sagsnummer har 1 til {MOST_CHARACTERS} tegn, og dette har {len(plain)}; skriv sagens nummer"
        )
    if _LIKE_A_CPR_NUMBER.search(plain):
        raise CaseReferenceError("sagsnummeret ligner et CPR-nummer; skriv sagens eget nummer i stedet")
    vault.refer(_key(plain, municipality), profile)


def led_to(vault: KeyVault, case: str, municipalities: Iterable[MunicipalityCode | None]) -> ProfileId | None:
    """The profile that a case of one of the municipalities leads to; None where it leads to none.

    Raises:
        AmbiguousCaseError: It leads to one in each of several.
    """
    plain = _plain(case)
    if not 0 < len(plain) <= MOST_CHARACTERS:
        return None
    found = {one: id for one in municipalities if (id := vault.referred(_key(plain, one))) is not None}
    if len(set(found.values())) > 1:
        where = ", ".join(sorted(str(one or "ingen kommune") for one in found))
        raise AmbiguousCaseError(f"flere af dine kommuner har en sag med det nummer ({where}); vælg kommunen")
    return next(iter(found.values()), None)


def own_case(
    vault: KeyVault, case: str, caller: Caller, municipality: MunicipalityCode | None = None
) -> ProfileId | None:
    """The profile that a case leads to of the caller's municipalities, or of the one that is named.

    Raises:
        AmbiguousCaseError: As `led_to`.
        ForbiddenError: The caller finds nobody by a case, or names another's municipality.
    """
    if not caller.roles & POLICY[Act.FIND_BY_CASE].keys():
        raise refusal(caller, Act.FIND_BY_CASE)
    own = own_cases(caller, None if municipality is None else frozenset({municipality}))
    return led_to(vault, case, {None, *load_places().municipalities} if own is None else own)


def _plain(case: str) -> str:
    return " ".join(case.split()).casefold()


def _key(plain: str, municipality: MunicipalityCode | None) -> str:
    """Two municipalities may give the same number to different cases."""
    return f"{municipality or '----'} {plain}"
