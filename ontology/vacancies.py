"""What one job ad says, as frozen values."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from ontology.kinds import CredentialCode, EscoUri, Importance, Language, MunicipalityCode, Postcode, PostingKind, Shift
from ontology.languages import Cefr
from ontology.people import Denial, DocumentId, Evidence

PostingId = NewType("PostingId", str)
"""`source:id`, as the source numbers its ads."""

LISTED_WITHOUT_DEADLINE_DAYS = 60


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
    """A credential the ad itself asks for; `hard` = the job cannot be had without it.

    `either` = another such one of the same ad will do instead ("uddannet kok eller bager").
    """

    credential: CredentialCode
    hard: bool
    evidence: tuple[Evidence, ...]
    either: bool = False


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


class Remote(StrEnum):
    """Whether the work can be done from home: never said, some days, or all of it."""

    UNKNOWN = "unknown"
    HYBRID = "hybrid"
    FULL = "full"


class Exertion(StrEnum):
    """What an ad itself says that the work does to the body; `ontology.work_context` judges by unit group instead."""

    HEAVY_LIFTING = "heavy lifting"
    STANDING = "standing"
    OUTDOORS = "outdoors"
    DRIVING = "driving"
    COLD = "cold"
    HEIGHTS = "heights"


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of work that an ad states; empty, None and UNKNOWN = it does not say.

    `hours_min` and `hours_max` are hours a week; `start` is the day work begins, `start_soon` = "as soon as possible";
    `rolling` = applicants are called in before the deadline; `nationwide` = the work is done all over the country.
    """

    hours_min: float | None = None
    hours_max: float | None = None
    shifts: tuple[Shift, ...] = ()
    remote: Remote = Remote.UNKNOWN
    start: date | None = None
    start_soon: bool = False
    rolling: bool = False
    nationwide: bool = False
    exertions: tuple[Exertion, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageDemand:
    """A language that an ad speaks of; importance None = it says that it is not needed, level None = not said.

    `either` = another language of the same sentence will do instead ("dansk eller engelsk").
    """

    language: Language
    level: Cefr | None
    importance: Importance | None
    evidence: tuple[Evidence, ...]
    either: bool = False


@dataclass(frozen=True, slots=True)
class Experience:
    """Experience that an ad speaks of, in years; None = no number is said. Importance None = none is needed.

    `open` = something else will do instead ("eller en relevant uddannelse"), or any work counts ("erhvervserfaring").
    """

    years_min: int | None
    years_max: int | None
    importance: Importance | None
    evidence: tuple[Evidence, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class EducationDemand:
    """Formal education that an ad speaks of: `level` 0 to 5, `field` an ISCED-F code, '' = not said.

    Importance None = it says that none is needed.
    """

    level: int | None
    field: str
    importance: Importance | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """One job ad. `asks` holds each skill once; `excludes` is what the ad says is not needed.

    `fingerprint` is 16 hex digits that near-same ads share but for a few bits; '' = not taken. `read_as` is the mark of
    the ad as it came and of the reader, '' = not known: while it is the same, it need not be read again.
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
    terms: Terms = Terms()
    languages: tuple[LanguageDemand, ...] = ()
    experience: tuple[Experience, ...] = ()
    education: tuple[EducationDemand, ...] = ()
    read_as: str = ""

    @property
    def excluded_skills(self) -> tuple[EscoUri, ...]:
        """The skills that the ad says are not needed."""
        return tuple(one.skill for one in self.excludes)

    def live_on(self, day: date) -> bool:
        """Whether the ad is listed on `day`: published, not past its deadline, and not stale where it names none."""
        return self.published <= day <= self.last_day

    @property
    def last_day(self) -> date:
        """The last day that the ad is listed."""
        return self.deadline or self.published + timedelta(days=LISTED_WITHOUT_DEADLINE_DAYS)
