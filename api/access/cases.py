"""Which profile a case of a municipality's own system leads to; the vault keeps a keyed hash of it only."""

import re
from collections.abc import Iterable

from api.access.errors import AccessError
from graph.store.port import KeyVault
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId

MOST_CHARACTERS = 100
_LIKE_A_CPR_NUMBER = re.compile(r"(?<!\d)([0-2]\d|3[01])(0\d|1[0-2])\d\d[-\s]?\d{4}(?!\d)")


class CaseReferenceError(AccessError):
    """A case reference is none that we keep; it is not repeated in the message."""


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
    """The profile that a case of one of the municipalities leads to; None where it leads to none."""
    plain = _plain(case)
    if not 0 < len(plain) <= MOST_CHARACTERS:
        return None
    found = (vault.referred(_key(plain, one)) for one in sorted(municipalities, key=str))
    return next((one for one in found if one is not None), None)


def _plain(case: str) -> str:
    return " ".join(case.split()).casefold()


def _key(plain: str, municipality: MunicipalityCode | None) -> str:
    """Two municipalities may give the same number to different cases."""
    return f"{municipality or '----'} {plain}"
