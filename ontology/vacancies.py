"""What one job ad says, as frozen values."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from ontology.kinds import CredentialCode, EscoUri, Importance, MunicipalityCode, Postcode
from ontology.people import Denial, DocumentId, Evidence

PostingId = NewType("PostingId", str)
"""`source:id`, as the source numbers its ads."""

LISTED_WITHOUT_DEADLINE_DAYS = 60


class PostingKind(StrEnum):
    """The kind of employment an ad offers."""

    ORDINARY = "ordinary"
    TEMPORARY = "temporary"
    ON_CALL = "on call"
    APPRENTICE = "apprentice"
    STUDENT = "student"
    FLEXJOB = "flexjob"
    WAGE_SUBSIDY = "wage subsidy"
    UNPAID = "unpaid"
    COMMISSION = "commission"


LISTED_BY_DEFAULT = frozenset({PostingKind.ORDINARY, PostingKind.TEMPORARY})


class Hours(StrEnum):
    """Working time an ad offers."""

    FULL_TIME = "full time"
    PART_TIME = "part time"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Requirement:
    """`posting ASKS skill`, with the strongest importance it was read with; confidence in (0, 1]."""

    skill: EscoUri
    importance: Importance
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """A credential the ad itself asks for; `hard` = the job cannot be had without it."""

    credential: CredentialCode
    hard: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class OccupationGuess:
    """`posting FOR occupation`; confidence in (0, 1], the best guess of an ad first."""

    occupation: EscoUri
    confidence: float


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the work is done; postcode None = only the municipality is known."""

    municipality: MunicipalityCode
    postcode: Postcode | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """One job ad. `asks` holds each skill once; `excludes` is what the ad says is not needed.

    `fingerprint` is 16 hex digits that near-same ads share but for a few bits; '' = not taken.
    """

    id: PostingId
    title: str
    employer: str
    published: date
    deadline: date | None
    kind: PostingKind
    hours: Hours
    openings: int
    occupations: tuple[OccupationGuess, ...]
    asks: tuple[Requirement, ...]
    excludes: tuple[Denial, ...]
    demands: tuple[Demand, ...]
    workplaces: tuple[Workplace, ...]
    content_hash: str
    document: DocumentId
    fingerprint: str = ""

    @property
    def excluded_skills(self) -> tuple[EscoUri, ...]:
        """The skills that the ad says are not needed."""
        return tuple(one.skill for one in self.excludes)

    def live_on(self, day: date) -> bool:
        """Whether the ad is listed on `day`: published, not past its deadline, and not stale where it names none."""
        if day < self.published:
            return False
        last = self.deadline or self.published + timedelta(days=LISTED_WITHOUT_DEADLINE_DAYS)
        return day <= last
