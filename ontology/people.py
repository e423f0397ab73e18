"""What one person's documents say, as frozen values. No field for what must not be used (DESIGN.md section 6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from ontology.kinds import CredentialCode, EscoUri, Language, MunicipalityCode, Postcode, PostingKind, Shift
from ontology.languages import Cefr

ProfileId = NewType("ProfileId", str)
"""Random pseudonym; says nothing about the person."""
DocumentId = NewType("DocumentId", str)
"""SHA-256 of the document as it came, in hex."""

GUESSED = 0.6
"""How sure an occupation is at most that a workplace lets guess; what a title tells is surer."""


class Means(StrEnum):
    """How a person travels; `CAR` only where the document says so."""

    CAR = "car"
    TRANSIT = "transit"


class Releaser(StrEnum):
    """Who lets a profile be found from an ad; it takes both."""

    CITIZEN = "citizen"
    CONSULTANT = "consultant"


class Basis(StrEnum):
    """Why a claim is believed: the text says it, a held occupation implies it, or a consultant confirmed it."""

    STATED = "stated"
    IMPLIED = "implied"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where something was read: characters [start, end) of the redacted text of `document`, and those characters."""

    document: DocumentId
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse an empty or reversed place."""
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"evidence [{self.start}, {self.end}) does not hold {len(self.text)} characters")


@dataclass(frozen=True, slots=True)
class Denial:
    """A skill that a person says not to have, or that an ad says is not needed, and where it says so."""

    skill: EscoUri
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """`profile HAS_SKILL skill`, believed with `strength` in (0, 1] because of `evidence`."""

    skill: EscoUri
    strength: float
    evidence: tuple[Evidence, ...]
    basis: Basis = Basis.STATED

    def __post_init__(self) -> None:
        """Refuse a strength outside (0, 1]."""
        if not 0.0 < self.strength <= 1.0:
            raise ValueError(f"strength {self.strength} of {self.skill} is outside (0, 1]")


@dataclass(frozen=True, slots=True)
class Period:
    """The months of one employment, each by its first day and both worked; `last` None = still held.

    Where only a year is said its middle is meant: "2015-2019" is July 2015 to June 2019, four years.
    """

    first: date
    last: date | None

    def __post_init__(self) -> None:
        """Refuse a day that opens no month, and an end before the start."""
        if self.first.day != 1 or (self.last is not None and (self.last.day != 1 or self.last < self.first)):
            raise ValueError(f"{self.first} to {self.last} are no months in order")


def months_in(periods: Iterable[Period], as_of: date) -> int:
    """The months that lie in any of the periods up to `as_of`; what overlaps counts once."""
    counted, reached = 0, -1
    today = _month_number(as_of)
    for one in sorted(periods, key=lambda it: it.first):
        start = max(_month_number(one.first), reached + 1)
        end = min(_month_number(one.last or as_of), today)
        counted += max(0, end - start + 1)
        reached = max(reached, end)
    return counted


def _month_number(day: date) -> int:
    return 12 * day.year + day.month


@dataclass(frozen=True, slots=True)
class Held:
    """An occupation the person has held, in one employment or several.

    `since` and `until` are the calendar years in which the first began and the last ended, None = not said; `current` =
    held now. `periods` are the employments whose start is said; `stated_years` is what the text itself says of how long
    ("5 år som kok"), None = nothing.
    """

    occupation: EscoUri
    title: str
    since: int | None
    until: int | None
    current: bool
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    periods: tuple[Period, ...] = ()
    stated_years: float | None = None

    @property
    def guessed(self) -> bool:
        """Whether a workplace lets guess it, and no title tells it."""
        return self.confidence <= GUESSED

    def years(self, as_of: date) -> float | None:
        """How long in all up to `as_of`, in years, by the periods or as stated, whichever is more; None = not said."""
        counted = [months_in(self.periods, as_of) / 12] if self.periods else []
        return max([*counted, *([self.stated_years] if self.stated_years else [])], default=None)


@dataclass(frozen=True, slots=True)
class Holding:
    """A credential the person says they hold."""

    credential: CredentialCode
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language the person says they speak; level None = not said how well.

    `in_words`: the level was read from plain words ("rimeligt engelsk"), so that it may be a step off.
    """

    language: Language
    level: Cefr | None
    evidence: tuple[Evidence, ...]
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the person and the consultant said after the reading; it stands when the documents are read again.

    `lacks` are credentials that the person says not to hold. None = as it was read.
    """

    confirmed: tuple[EscoUri, ...] = ()
    struck: tuple[EscoUri, ...] = ()
    holds: tuple[CredentialCode, ...] = ()
    lacks: tuple[CredentialCode, ...] = ()
    seeks: tuple[EscoUri, ...] | None = None
    kinds: tuple[PostingKind, ...] | None = None
    no_shifts: tuple[Shift, ...] | None = None
    postcode: Postcode | None = None
    means: Means | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What one person's documents say, and what was corrected since.

    `denied` are skills the person says not to have; `level` is the highest formal education stated, 0 to 5, None = not
    said; `minutes` is the longest journey the person accepts, `hours_min` and `hours_max` are the hours a week that the
    person wants, None = not said; `kinds` are those of post that are sought beside the ordinary; `no_shifts` are
    the parts of the day or week that the person does not want to work in; `lacks` are credentials that the person says
    not to hold. `read_as` is the mark
    of the reader, '' = not known: while it is the same, the same document need not be read again. `handled_by` is the
    municipality that handles the case, None = none was named.
    `released_by_...`: whether the citizen, and the consultant, let the profile be found from an ad.
    """

    id: ProfileId
    claims: tuple[Claim, ...] = ()
    held: tuple[Held, ...] = ()
    seeks: tuple[EscoUri, ...] = ()
    holds: tuple[Holding, ...] = ()
    denied: tuple[Denial, ...] = ()
    level: int | None = None
    postcode: Postcode | None = None
    municipality: MunicipalityCode | None = None
    means: Means | None = None
    minutes: int | None = None
    documents: tuple[DocumentId, ...] = ()
    speaks: tuple[Spoken, ...] = ()
    hours_min: float | None = None
    hours_max: float | None = None
    kinds: tuple[PostingKind, ...] = ()
    no_shifts: tuple[Shift, ...] = ()
    lacks: tuple[CredentialCode, ...] = ()
    read_as: str = ""
    corrections: Corrections = Corrections()
    handled_by: MunicipalityCode | None = None
    released_by_citizen: bool = False
    released_by_consultant: bool = False

    @property
    def released(self) -> bool:
        """Whether both let the profile be found from an ad."""
        return self.released_by_citizen and self.released_by_consultant

    def with_release(self, by: Releaser, *, given: bool) -> "Profile":
        """The profile as released by one of the two, or as withdrawn by them."""
        if by is Releaser.CITIZEN:
            return replace(self, released_by_citizen=given)
        return replace(self, released_by_consultant=given)

    def released_as(self, before: "Profile") -> "Profile":
        """The profile with the releases of `before`."""
        citizen, consultant = before.released_by_citizen, before.released_by_consultant
        return replace(self, released_by_citizen=citizen, released_by_consultant=consultant)

    @property
    def denied_skills(self) -> tuple[EscoUri, ...]:
        """The skills that the person says not to have."""
        return tuple(one.skill for one in self.denied)


@dataclass(frozen=True, slots=True)
class Hidden:
    """That something was hidden at [start, end) of a document, and what kind of thing; never the thing."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """The redacted text of a document; hidden spans are replaced at equal length."""

    id: DocumentId
    text: str
    hidden: tuple[Hidden, ...] = ()
