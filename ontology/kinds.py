"""The concepts of the graph as frozen values: skills, occupations, their groups, and the ids that name things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

EscoUri = NewType("EscoUri", str)
"""URI of an ESCO concept, or `urn:kompetencebro:...` where ESCO has no equal."""
IscoCode = NewType("IscoCode", str)
"""ISCO-08 code of one to four digits; the number of digits is the level."""
MunicipalityCode = NewType("MunicipalityCode", str)
"""Four digits, `0101` = København."""
Postcode = NewType("Postcode", str)
"""Four digits."""
CredentialCode = NewType("CredentialCode", str)
"""Our own code of a licence, certificate, authorisation, formal education or clearance."""
Language = NewType("Language", str)
"""ISO 639-1 code in lower case."""

DANISH = Language("da")
ENGLISH = Language("en")
READING_ORDER = (DANISH, ENGLISH)
URN_PREFIX = "urn:kompetencebro:"


class SkillKind(StrEnum):
    """What kind of thing a skill concept is; `TRANSVERSAL` is the personal side of a profile."""

    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    LANGUAGE = "language"
    TRANSVERSAL = "transversal"


class ReuseLevel(StrEnum):
    """How widely ESCO says that a skill is used, from every job to one occupation."""

    TRANSVERSAL = "transversal"
    CROSS_SECTOR = "cross-sector"
    SECTOR = "sector-specific"
    OCCUPATION = "occupation-specific"


class Importance(StrEnum):
    """How strongly an ad asks for a skill."""

    MUST = "must"
    NICE = "nice"
    MENTIONED = "mentioned"


class TitleRelation(StrEnum):
    """What a title is to a concept, as STAR's mapping says it: `BROAD` = the title is the broader of the two."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class Labels:
    """What a concept is called: one preferred label a language, any number of others."""

    preferred: Mapping[Language, str]
    alternative: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    hidden: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)

    def best(self, order: tuple[Language, ...] = READING_ORDER) -> str:
        """The preferred label in the first language of `order` that has one, else in any language, else ''."""
        for language in order:
            if language in self.preferred:
                return self.preferred[language]
        return next(iter(self.preferred.values()), "")

    def all(self, language: Language) -> tuple[str, ...]:
        """Preferred, alternative and hidden labels in `language`, the preferred first, none twice."""
        first = (self.preferred[language],) if language in self.preferred else ()
        rest = self.alternative.get(language, ()) + self.hidden.get(language, ())
        return tuple(dict.fromkeys(first + rest))


@dataclass(frozen=True, slots=True)
class Skill:
    """An ESCO skill, competence or knowledge concept; `reuse` is None where ESCO left it empty."""

    uri: EscoUri
    kind: SkillKind
    reuse: ReuseLevel | None
    labels: Labels


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """A group of the skill hierarchy; `code` is ESCO's (`S6.1.3`, `T1`, an ISCED-F code) or ''."""

    uri: EscoUri
    code: str
    labels: Labels


@dataclass(frozen=True, slots=True)
class Occupation:
    """An ESCO occupation; `isco` is its unit group (4 digits), `code` its place below it (`5223.4`)."""

    uri: EscoUri
    isco: IscoCode
    code: str
    labels: Labels


@dataclass(frozen=True, slots=True)
class OccupationGroup:
    """An ISCO-08 group of one to four digits."""

    uri: EscoUri
    isco: IscoCode
    labels: Labels


@dataclass(frozen=True, slots=True)
class KnownMove:
    """A job that people go to: how readily it is named, in (0, 1], and what carries, in a few Danish words."""

    occupation: EscoUri
    strength: float
    why_da: str


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
    SELF_EMPLOYED = "self-employed"


class Shift(StrEnum):
    """A part of the day or week that work lies in."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
    WEEKEND = "weekend"
    ROTATING = "rotating"
    STAND_BY = "stand-by"
