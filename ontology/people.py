"""What one person's documents say, as frozen values. No field for what must not be used (DESIGN.md section 6)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from ontology.kinds import CredentialCode, EscoUri, Language, MunicipalityCode, Postcode
from ontology.languages import Cefr

ProfileId = NewType("ProfileId", str)
"""Random pseudonym; says nothing about the person."""
DocumentId = NewType("DocumentId", str)
"""SHA-256 of the document as it came, in hex."""


class Means(StrEnum):
    """How a person travels; `CAR` only where the document says so."""

    CAR = "car"
    TRANSIT = "transit"


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
class Held:
    """An occupation the person has held. Years are calendar years, None = not said; `current` = held now."""

    occupation: EscoUri
    title: str
    since: int | None
    until: int | None
    current: bool
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A credential the person says they hold."""

    credential: CredentialCode
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language the person says they speak; level None = not said how well."""

    language: Language
    level: Cefr | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What one person's documents say.

    `denied` are skills the person says not to have; `level` is the highest formal education stated, 0 to 5, None = not
    said; `minutes` is the longest journey the person accepts, None = not said; `handled_by` is the municipality that
    handles the case, None = none was named.
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
    handled_by: MunicipalityCode | None = None

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
