"""The access log as its citizen reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from api.access.policy import Act
from api.access.reasons import opened
from api.access.roles import Role
from api.moments import in_danish_time
from api.reach import municipality_name
from graph.store.port import AccessEntry, KeyVault
from ontology.kinds import MunicipalityCode

_WHO: Mapping[Role, str] = MappingProxyType(
    {
        Role.CITIZEN: "du selv",
        Role.CONSULTANT: "en jobkonsulent",
        Role.OPERATOR: "en driftsansvarlig",
        Role.ANALYST: "en analytiker",
    }
)
DID: Mapping[Act, str] = MappingProxyType(
    {
        Act.READ_PROFILE: "læste profilen",
        Act.FIND_BY_CASE: "fandt profilen ud fra sagen",
        Act.MATCH: "så job, der passer til profilen",
        Act.CORRECT: "rettede i profilen",
        Act.CHOOSE: "noterede et valg",
        Act.REFER: "knyttede profilen til en sag",
        Act.RELEASE: "ændrede, om profilen må findes ud fra et opslag",
        Act.RESTRICT: "ændrede, om profilen må bruges",
        Act.EXPORT: "hentede alt om profilen",
        Act.ERASE: "slettede profilen",
        Act.READ_LOG: "læste denne liste",
        Act.READ_DECISIONS: "læste, hvad der er vist og valgt",
        Act.BREAK_GLASS: "læste profilen med en særlig begrundelse",
        Act.INGEST_CV: "lagde et CV ind",
        Act.FIND_CANDIDATES: "fandt profilen ud fra et opslag",
    }
)


@dataclass(frozen=True, slots=True)
class Access:
    """One line of the log: who is a pseudonym that the municipality can lead back to a member of its staff."""

    at: datetime
    subject: str
    role: Role
    act: Act
    municipality: MunicipalityCode | None
    reason: str


def access_of(one: AccessEntry, vault: KeyVault) -> Access:
    """A noted access as it is read; its reason is empty where the key it was sealed with is gone."""
    reason = opened(one.sealed_reason, one.profile, vault)
    return Access(one.at, one.subject, Role(one.role), Act(one.act), one.municipality, reason)


def in_danish(one: Access) -> str:
    """One line in plain Danish, in Danish time."""
    where = f" i {municipality_name(one.municipality)}" if one.municipality else ""
    why = f": {one.reason}" if one.reason else ""
    return f"{in_danish_time(one.at)}: {_WHO[one.role]}{where} {DID[one.act]}{why}"
