"""What is looked at in the labour market, as GraphQL takes it, checked before anything is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import strawberry

from api.areas import denmark, every_municipality, read_area
from api.market import MarketView
from api.schema.problems import BadRequestError
from graph.labour_market.areas import Area, together
from graph.labour_market.axes import By
from graph.labour_market.months import Month, month_of, months_between, read_month
from ontology.people import Means
from ontology.taxonomy import Taxonomy

MOST_AREAS, MOST_MONTHS, LONGEST_MINUTES = 100, 36, 600
_LONGEST_NAME = 100


@strawberry.input(
    description="One area: municipalities and regions taken together, or what can be reached from a place. With"
    " neither, all of Denmark. In a reach, ads count by their postcode and people by whole municipalities."
)
class MarketAreaInput:
    """An area as GraphQL takes it."""

    names: list[str] = strawberry.field(
        default_factory=list, description="Municipalities and regions by code or name: 0101, Roskilde, Region Sjælland"
    )
    around: str | None = strawberry.field(default=None, description="A postcode or municipality to reach from")
    minutes: int | None = strawberry.field(default=None, description="Longest journey from there, 1 to 600 minutes")
    means: Means = strawberry.field(default=Means.CAR, description="How one travels; an estimate")

    def area(self) -> Area:
        """The area that is named.

        Raises:
            BadRequestError: The parts do not go together, or are too many or too long.
            AnalysisError: They cannot be counted together.
            UnknownConceptError: There is no such place.
        """
        named = [*self.names, *([self.around] if self.around is not None else [])]
        if len(named) > MOST_AREAS or any(len(one) > _LONGEST_NAME for one in named):
            raise BadRequestError(f"et område har flere end {MOST_AREAS} navne eller et alt for langt; skriv færre")
        if (self.around is None) != (self.minutes is None) or (self.around is not None and self.names):
            raise BadRequestError("skriv enten names, eller around og minutes sammen")
        if self.around is None:
            return together([read_area(one) for one in self.names]) if self.names else denmark()
        if not 1 <= (self.minutes or 0) <= LONGEST_MINUTES:
            raise BadRequestError(f"minutes er {self.minutes}; skriv et tal fra 1 til {LONGEST_MINUTES}")
        return read_area(self.around, self.minutes, self.means)


@dataclass(frozen=True)
class Look:
    """What one request looks at, checked: `group` None = all groups of `by`; `other` None = nothing to compare with."""

    view: MarketView
    taxonomy: Taxonomy
    areas: tuple[Area, ...]
    other: Area | None
    by: By
    group: int | None
    month: Month
    since: Month
    as_of: date

    @cached_property
    def code(self) -> str | None:
        """The code of the group."""
        return None if self.group is None else self.view.axis(self.by).codes[self.group]

    def wanted(self, group: int) -> bool:
        """Whether a group is looked at."""
        return self.group in (None, group)


def areas_of(given: Sequence[MarketAreaInput] | None) -> tuple[Area, ...]:
    """The areas that are given; every municipality where none are.

    Raises:
        BadRequestError: They are too many, or two are the same, or as `MarketAreaInput.area`.
        UnknownConceptError: There is no such place.
    """
    if given is None:
        return every_municipality()
    if not 1 <= len(given) <= MOST_AREAS:
        raise BadRequestError(f"areas har {len(given)} områder; skriv 1 til {MOST_AREAS}, eller udelad dem")
    found = tuple(one.area() for one in given)
    if len({one.code for one in found}) < len(found):
        raise BadRequestError("areas har det samme område to gange; skriv det én gang")
    return found


def months_of(month: str | None, since: str | None, as_of: date) -> tuple[Month, Month]:
    """The first and the last month; without `since` they are the same, without `month` it is that of `as_of`.

    Raises:
        BadRequestError: They are too far apart, or the wrong way round.
        AnalysisError: One is no month.
    """
    last = read_month(month) if month is not None else month_of(as_of)
    first = read_month(since) if since is not None else last
    if not 1 <= len(months_between(first, last)) <= MOST_MONTHS:
        raise BadRequestError(f"fra {first} til {last} er ikke 1 til {MOST_MONTHS} måneder; skriv since før month")
    return first, last
