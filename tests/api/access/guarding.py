"""What the tests of the guarded way share: callers, their way, and what was noted of a profile."""

from datetime import UTC, date, datetime

from api.access.guarded import Guarded
from api.access.roles import Caller, Role
from api.cli.demo import TEXTS
from api.service import Service
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId

HERE, THERE = MunicipalityCode("0101"), MunicipalityCode("0147")
DAY, NOON = date(2026, 11, 25), datetime(2026, 11, 25, 11, tzinfo=UTC)
CV = TEXTS / "cvs" / "citizen-6.txt"
REASON = "Visningen fejler, og det haster at finde ud af hvorfor."


def caller(role: Role, at: MunicipalityCode = HERE, profile: str | None = None) -> Caller:
    return Caller(f"{role} in {at}", frozenset({role}), frozenset({at}), ProfileId(profile) if profile else None)


def way(service: Service, who: Caller) -> Guarded:
    return Guarded(service, who, lambda: NOON)


def noted(service: Service, id: str) -> list[tuple[str, str]]:
    return [(one.role, one.act) for one in service.records.accesses(ProfileId(id))]
