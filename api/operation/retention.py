"""What has been kept long enough: ads that are long past, profiles that nobody uses, cases that are closed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from api.access.cases import led_to
from api.records.entries import KINDS
from api.service import Service
from graph.errors import UnknownRecordError
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId
from ontology.vacancies import PostingId

LEAST_AD_DAYS = 365
"""What was asked for in the last twelve months tells which occupations have a place on the labour market."""


def past_ads(service: Service, days: int, today: date) -> tuple[PostingId, ...]:
    """The ads that were listed for the last time more than `days` ago, by id."""
    before = today - timedelta(days=days)
    return tuple(one.id for one in service.store.postings() if one.last_day < before)


def remove_ads(service: Service, ids: Iterable[PostingId]) -> int:
    """Remove ads with their documents; how many were there. What the decision log needs of them stays there."""
    return sum(service.store.remove_posting(id) for id in ids)


def unused_profiles(service: Service, days: int, now: datetime) -> tuple[tuple[ProfileId, ...], int]:
    """The profiles that nobody has asked for or been shown for more than `days`, by id; and of how many none can say.

    The last entry of the decision log and of the access log counts. A profile that was read in at the command line and
    never used is in neither: nobody knows how old it is.
    """
    before, found, unknown = now.astimezone(UTC) - timedelta(days=days), list[ProfileId](), 0
    logged = {one.profile: datetime.fromisoformat(one.at) for one in service.records.latest(tuple(KINDS))}
    for id in service.store.profiles():
        asked = [one.at for one in service.records.accesses(id)]
        last = max([*asked, *([logged[id]] if id in logged else [])], default=None)
        if last is None:
            unknown += 1
        elif last < before:
            found.append(id)
    return tuple(found), unknown


def profiles_of_cases(
    service: Service, cases: Iterable[str], municipality: MunicipalityCode
) -> tuple[tuple[ProfileId, ...], int]:
    """The profiles that these cases of a municipality lead to, and how many cases lead to none."""
    found = [led_to(service.vault, case, (municipality,)) for case in cases]
    return tuple(sorted({one for one in found if one is not None})), sum(one is None for one in found)


def erase_profiles(service: Service, ids: Iterable[ProfileId], by: str) -> int:
    """Erase profiles for good; how many were there. Each step is as in `erase`: run again, it finishes."""
    gone = 0
    for id in ids:
        try:
            service.erase(id, by)
        except UnknownRecordError:
            continue
        gone += 1
    return gone
