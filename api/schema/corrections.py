"""What citizen and consultant correct in a profile, as GraphQL mutations."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.asking import Answer
from api.schema.asked import asked
from api.schema.identity import plain
from api.schema.problems import BadInput, Refusal, or_why_not
from api.schema.profiles import ProfileNode
from ontology.kinds import EscoUri, Postcode, PostingKind, Shift
from ontology.people import Corrections, Means, Profile
from ontology.places import load_places

_LONGEST_MINUTES = 240
_MOST_WISHES = 10

ProfileResult = Annotated[
    ProfileNode | Refusal, strawberry.union("ProfileResult", description="The profile as it is now, or why not.")
]


def _told(argument: str, change: Callable[[], Profile]) -> ProfileResult:
    return or_why_not(argument, lambda: ProfileNode.of(change()))


def answer(info: Info, profile: strawberry.ID, what: str, answer: Answer) -> ProfileResult:
    """An answer to a question, or a skill that is confirmed, struck or added unasked."""
    service = asked(info).service
    return _told("what", lambda: service.answer(plain(profile), what, answer))


def set_reach(
    info: Info,
    profile: strawberry.ID,
    postcode: str | None = None,
    means: Means | None = None,
    minutes: int | None = None,
) -> ProfileResult:
    """From where, how and how far; null = as it was."""
    if postcode is not None and load_places().area(postcode) is None:
        return BadInput(message=f"postnummer '{postcode[:10]}' findes ikke; skriv fire cifre", argument="postcode")
    if minutes is not None and not 1 <= minutes <= _LONGEST_MINUTES:
        return BadInput(message=f"minutes er {minutes}; skriv et tal fra 1 til {_LONGEST_MINUTES}", argument="minutes")

    def change(kept: Corrections) -> Corrections:
        return replace(
            kept,
            postcode=Postcode(postcode) if postcode else kept.postcode,
            means=means or kept.means,
            minutes=minutes or kept.minutes,
        )

    service = asked(info).service
    return _told("profile", lambda: service.correct(plain(profile), change))


def set_wishes(
    info: Info,
    profile: strawberry.ID,
    seeks: list[str],
    kinds: list[PostingKind] | None = None,
    no_shifts: list[Shift] | None = None,
) -> ProfileResult:
    """The occupations and kinds of post that are sought, the shifts that are not; empty = none, null = as it was."""
    service = asked(info).service
    rows = service.live.taxonomy.occupation_rows
    unknown = next((uri for uri in seeks if EscoUri(uri) not in rows), None)
    if unknown is not None:
        return BadInput(message=f"'{unknown[:80]}' er ikke et erhverv i ESCO; søg med search", argument="seeks")
    if len(seeks) > _MOST_WISHES:
        return BadInput(message=f"der er {len(seeks)} ønsker; vælg højst {_MOST_WISHES}", argument="seeks")
    wished = tuple(dict.fromkeys(EscoUri(uri) for uri in seeks))

    def change(kept: Corrections) -> Corrections:
        return replace(
            kept,
            seeks=wished,
            kinds=kept.kinds if kinds is None else tuple(dict.fromkeys(kinds)),
            no_shifts=kept.no_shifts if no_shifts is None else tuple(dict.fromkeys(no_shifts)),
        )

    return _told("profile", lambda: service.correct(plain(profile), change))
