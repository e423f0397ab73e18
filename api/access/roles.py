"""Who asks."""

from dataclasses import dataclass
from enum import StrEnum

from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId


class Role(StrEnum):
    """What someone is to the service; the values are what a token's role claim must hold."""

    CONSULTANT = "consultant"
    ANALYST = "analyst"
    CITIZEN = "citizen"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as a verified token says.

    `subject` is the vault's pseudonym of the person; `profile` is a citizen's own, None = no case led to one;
    `expires` is when the token no longer holds, in seconds since 1970, None = never; `everywhere` is the development
    mode, where every case is the caller's.
    """

    subject: str
    roles: frozenset[Role]
    municipalities: frozenset[MunicipalityCode] = frozenset()
    profile: ProfileId | None = None
    expires: float | None = None
    everywhere: bool = False


NOBODY = Caller("", frozenset())
"""Whoever has not said yet who it is."""
DEVELOPER = Caller("udvikling", frozenset({Role.CONSULTANT, Role.ANALYST, Role.OPERATOR}), everywhere=True)
"""Whoever sits at the machine where no issuer is set."""
