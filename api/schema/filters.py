"""What a request asks of the ads it is shown, as GraphQL input."""

import strawberry

from api.reach import Reach, own_reach, reach_within
from api.schema.problems import BadRequestError
from api.wishes import Wishes
from ontology.credentials import load_credentials
from ontology.industries import IndustryCode, load_industries
from ontology.kinds import CredentialCode, PostingKind
from ontology.people import Means, Profile
from ontology.vacancies import Hours
from ontology.work_context import Strain

_LONGEST_MINUTES = 600
_MOST = 50


@strawberry.input(description="Filters of one request; they are kept nowhere. An ad that does not say is not left out.")
class MatchFilter:
    """Filters as GraphQL takes them."""

    within: str | None = strawberry.field(
        default=None, description="Municipality (code or name) or postcode to reach from; null = the profile's own home"
    )
    minutes: int | None = strawberry.field(default=None, description="Longest journey; null = the profile's own limit")
    means: Means | None = strawberry.field(default=None, description="null = as the profile says")
    kinds: list[PostingKind] | None = strawberry.field(
        default=None, description="null = ordinary and temporary work, and what the person seeks"
    )
    hours: Hours | None = strawberry.field(default=None, description="Full time or part time; null = either")
    industries: list[str] = strawberry.field(default_factory=list, description="Sections of DB25; empty = any")
    credentials: list[str] = strawberry.field(
        default_factory=list, description="Only ads that themselves demand one of these, by code; empty = any"
    )
    avoid: list[Strain] = strawberry.field(default_factory=list, description="Work to be spared, this once")
    folded: bool = strawberry.field(default=False, description="Also ads with a hard demand that is not met")

    def reach(self, profile: Profile) -> Reach:
        """From where, how and how far.

        Raises:
            BadRequestError: The minutes are out of range.
            UnknownConceptError: There is no such place.
        """
        if self.minutes is not None and not 0 <= self.minutes <= _LONGEST_MINUTES:
            raise BadRequestError(f"minutes er {self.minutes}; skriv et tal fra 0 til {_LONGEST_MINUTES}")
        own = own_reach(profile)
        means = self.means or own.means
        minutes = float(self.minutes) if self.minutes is not None else own.minutes
        return reach_within(self.within, minutes, means) if self.within else Reach(own.home, means, minutes)

    def wishes(self) -> Wishes:
        """What the ads must be like.

        Raises:
            BadRequestError: A code is unknown, or there are too many.
        """
        if max(len(self.industries), len(self.credentials)) > _MOST:
            raise BadRequestError(f"et filter har flere end {_MOST} koder; skriv færre")
        known = (
            ("industries", self.industries, load_industries()),
            ("credentials", self.credentials, load_credentials()),
        )
        for name, codes, table in known:
            for code in codes:
                if code not in table:
                    raise BadRequestError(f"{name} har koden '{code[:40]}', som vi ikke kender; søg med search")
        return Wishes(
            None if self.kinds is None else frozenset(self.kinds),
            self.hours,
            frozenset(IndustryCode(code) for code in self.industries),
            frozenset(CredentialCode(code) for code in self.credentials),
            frozenset(self.avoid),
            self.folded,
        )
