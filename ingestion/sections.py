"""The sections of a CV, by the headings that Danes write."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingestion.lines import lines_at

_LONGEST_HEADING = 45
_MOST_WORDS = 6


class SectionKind(StrEnum):
    """What a section of a CV is about; `OPENING` stands above the first heading."""

    OPENING = "opening"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    LANGUAGES = "languages"
    PERSONAL = "personal"
    WISHES = "wishes"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


_UNWANTED = (
    r"(?:det |hvad )?(?:siger jeg|jeg siger) nej (?:tak )?til|hvad jeg ikke (?:vil|ønsker)|(?:helst|gerne) ikke|"
    r"(?:jeg |hvad jeg |det )?(?:vil|ønsker) (?:jeg )?(?:helst )?ikke|"
    r"i do(?:n't| not) want|what i (?:don't|do not) want"
)
"""A heading of what is not wanted, as a whole line."""
_WISHED = (
    r"(?:det |hvad )?(?:siger jeg|jeg siger) (?:gerne )?ja (?:tak )?til|hvad nu|(?:min )?fremtid(?:en)?|"
    r"(?:det |hvad )?(?:vil jeg|jeg vil)(?: gerne| helst)?(?: lave| nu)?|(?:jeg )?(?:vil )?gerne|"
    r"(?:mit |mine )?(?:næste (?:skridt|job)|mål|drøm(?:me|men)?)|jobbet jeg (?:søger|vil have)|"
    r"what i want|i want|my goals?|next (?:step|job)"
)
"""A heading of wishes, as a whole line."""
_HEADINGS = (
    (
        SectionKind.EXPERIENCE,
        r"erfaring|ansættelse|^arbejde|hvor har jeg (?:lært|arbejdet|været)|where i (?:learn|work)|"
        r"beskæftigelse|erhverv|karriere|experience|employment|work history|jobs?$",
    ),
    (SectionKind.EDUCATION, r"uddannelse|kurser|kursus|skole(?:gang)?$|education|training|courses|eksamen|certifika"),
    (SectionKind.LANGUAGES, r"^sprog|languages?$"),
    (SectionKind.INTERESTS, r"fritid|interesse|hobby|hobbies|frivillig|interests|spare ?time|privat$"),
    (SectionKind.REFERENCES, r"reference|anbefaling|references"),
    (
        SectionKind.WISHES,
        r"^(?:det |hvad )?(?:jeg )?søger(?: jeg)?(?: nu)?(?: (?:job|arbejde|stilling))?$|"
        r"ønsker|jobmål|drømmejob|looking for|objective",
    ),
    (
        SectionKind.SKILLS,
        r"kompetence|kvalifikation|kan$|færdighed|\bit\b|\bedb|skills|værktøj|systemer|jeg kan|tekniske",
    ),
    (SectionKind.PERSONAL, r"profil|om mig|personlig|hvem er jeg|resum|about me|summary|som person"),
    (SectionKind.OTHER, r"øvrig|andet|diverse|status|other|kontakt|kørekort|baggrund"),
)
_WHOLE = (
    (SectionKind.OTHER, re.compile(_UNWANTED, re.IGNORECASE)),
    (SectionKind.WISHES, re.compile(_WISHED, re.IGNORECASE)),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _HEADINGS)
_PLAIN = re.compile(r"^(?!\W*\d\d)[\W\d_]*(?P<words>[^.;!?\d]+?)\s*[:?]?\s*$")
"""What may be a heading; a line that a year opens is none: "2007: læreruddannelsen færdig"."""


@dataclass(frozen=True, slots=True)
class Section:
    """The text [start, end) under a heading, the heading included."""

    kind: SectionKind
    start: int
    end: int


def sections(text: str) -> tuple[Section, ...]:
    """The sections of a CV in order; together they are the whole text."""
    found: list[tuple[SectionKind, int]] = [(SectionKind.OPENING, 0)]
    for start, line in lines_at(text):
        kind = heading(line)
        if kind is not None:
            found.append((kind, start))
    ends = [begin for _, begin in found[1:]] + [len(text)]
    return tuple(Section(kind, begin, end) for (kind, begin), end in zip(found, ends, strict=True) if end > begin)


def heading(line: str) -> SectionKind | None:
    """What a line opens, if it is a heading; None where it is none."""
    plain = line.strip()
    if not plain or len(plain) > _LONGEST_HEADING or len(plain.split()) > _MOST_WORDS or "," in plain:
        return None
    match = _PLAIN.match(plain)
    if match is None:
        return None
    words = match["words"].strip()
    whole = next((kind for kind, pattern in _WHOLE if pattern.fullmatch(words)), None)
    if whole:
        return whole
    alone = plain.endswith((":", "?")) or words.isupper() or len(words.split()) <= 2
    return next((kind for kind, pattern in _PATTERNS if alone and pattern.search(words)), None)


def kind_at(parts: Sequence[Section], place: int) -> SectionKind:
    """The kind of the section that holds a place of the text."""
    return next((part.kind for part in parts if part.start <= place < part.end), SectionKind.OTHER)
