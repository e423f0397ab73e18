"""The labour market as columns: unique ads and people out of work, ready to be counted."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.labour_market.figures import Flags, Floats
from graph.labour_market.months import Month, month_of
from ontology.kinds import CredentialCode, MunicipalityCode, Postcode

Rows = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]

ANY_DEGREE = CredentialCode("any-degree")
"""Higher education, asked for as a must."""
LONG_EXPERIENCE = CredentialCode("experience-3-years")
"""Three years of experience or more, asked for as a must."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where work is done: its municipality, and its postcode (the town hall's where none is said)."""

    municipality: MunicipalityCode
    postcode: Postcode | None


@dataclass(frozen=True)
class Vacancies:
    """Unique ads, near-same copies as one; (ads,) unless said.

    first, last: the first and last day listed, as ordinals. openings. occupation: row of the best guess, -1 = none.
    agency: whether a temp agency advertises it. copies: how many ads it stands for. place_ad, place: (pairs,) which ad
    works at which of `sites`. ask_ad, skill, must, weight: (asks,) what ads ask for, whether as a must, and importance
    x specificity. gate_ad, gate: (demands,) what ads demand of `gates`. ids: of the ads that stand for their copies.
    """

    first: Rows
    last: Rows
    openings: Rows
    occupation: Rows
    agency: Flags
    copies: Rows
    place_ad: Rows
    place: Rows
    sites: tuple[Site, ...]
    ask_ad: Rows
    skill: Rows
    must: Flags
    weight: npt.NDArray[np.float32]
    gate_ad: Rows
    gate: Rows
    gates: tuple[CredentialCode, ...]
    ids: tuple[str, ...]

    def __len__(self) -> int:
        """How many unique ads there are."""
        return len(self.first)

    def live_in(self, month: Month) -> Flags:
        """Which are listed on at least one day of a month; (ads,)."""
        found: Flags = (self.first <= month.last) & (self.last >= month.first)
        return found

    def new_in(self, month: Month) -> Flags:
        """Which are first listed in a month; (ads,)."""
        found: Flags = (self.first >= month.first) & (self.first <= month.last)
        return found

    def closed_in(self, month: Month) -> Flags:
        """Which are last listed in a month; (ads,)."""
        found: Flags = (self.last >= month.first) & (self.last <= month.last)
        return found

    @cached_property
    def place_share(self) -> Floats:
        """(pairs,) the share of an ad's workplaces that a pair is; an ad's sum to 1."""
        return 1.0 / np.bincount(self.place_ad, minlength=len(self))[self.place_ad]

    @cached_property
    def placed(self) -> Flags:
        """Which have a known workplace; (ads,)."""
        found = np.zeros(len(self), np.bool_)
        found[self.place_ad] = True
        return found


@dataclass(frozen=True)
class Seekers:
    """People out of work, each in one cell; (seekers,) unless said.

    municipality: place in Market.municipalities, occupation: row of the main focus; -1 = not known. claim_seeker,
    skill, strength: (claims,), by seeker. holding_seeker, holding: (holdings,) what they hold of `credentials`, and
    what that implies.
    """

    municipality: Rows
    occupation: Rows
    claim_seeker: Rows
    skill: Rows
    strength: npt.NDArray[np.float32]
    holding_seeker: Rows
    holding: Rows
    credentials: tuple[CredentialCode, ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.municipality)

    def claims_of(self, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        """The places of the claims of some people, which lie together by person."""
        low, high = (np.searchsorted(self.claim_seeker, rows, side) for side in ("left", "right"))
        fan = high - low
        found: npt.NDArray[np.intp] = np.arange(int(fan.sum())) + np.repeat(low - np.cumsum(fan) + fan, fan)
        return found


@dataclass(frozen=True)
class Market:
    """What is counted: unique ads, people as they are on `as_of`, and the municipalities that they are counted by.

    ads: how many ads the unique ones stand for. sources: of the ads, by the name in their ids.
    """

    vacancies: Vacancies
    seekers: Seekers
    municipalities: tuple[MunicipalityCode, ...]
    as_of: date
    ads: int
    sources: tuple[str, ...]

    @cached_property
    def rows(self) -> dict[MunicipalityCode, int]:
        """Municipality -> its place."""
        return {code: row for row, code in enumerate(self.municipalities)}

    @property
    def month(self) -> Month:
        """The month that the people are counted in: they are known as they are, not as they were."""
        return month_of(self.as_of)
