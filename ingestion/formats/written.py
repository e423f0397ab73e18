"""A structured CV -> the text that a person would have written in Danish, so that evidence is a place in a text.

A format's reader puts in only what it names here; name, birth, nationality, address and picture have no field.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingestion.formats.html import html_lines

EXPERIENCE, EDUCATION, COURSES, CERTIFICATES = "Erhvervserfaring", "Uddannelse", "Kurser", "Certifikater"
PROFILE, SKILLS, IT_SKILLS, LANGUAGES, LICENCE = "Profil", "Kompetencer", "It-kompetencer", "Sprog", "Kørekort"
WISHES, PROJECTS, VOLUNTARY, SPARE_TIME, OTHER = (
    "Søger",
    "Øvrige projekter",
    "Frivilligt arbejde",
    "Fritidsinteresser",
    "Øvrigt",
)
SECTIONS = (
    WISHES,
    PROFILE,
    EXPERIENCE,
    EDUCATION,
    COURSES,
    CERTIFICATES,
    SKILLS,
    IT_SKILLS,
    LANGUAGES,
    LICENCE,
    PROJECTS,
    VOLUNTARY,
    SPARE_TIME,
    OTHER,
)
MOTHER_TONGUE = "modersmål"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_YEAR_MONTH = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])\b")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
_LANGUAGE_CODES = """
da dan dansk, en eng engelsk, de deu ger tysk, sv swe svensk, no nor nb nob norsk, fr fra fre
fransk, es spa spansk, it ita italiensk, nl nld dut hollandsk, pl pol polsk, ro ron rum rumænsk, bg
bul bulgarsk, lt lit litauisk, lv lav lettisk, et est estisk, uk ukr ukrainsk, ru rus russisk, ar
ara arabisk, tr tur tyrkisk, fa fas per persisk, ku kur kurdisk, so som somali, ur urd urdu, hi hin
hindi, pt por portugisisk, fi fin finsk, is isl ice islandsk, fo fao færøsk, kl kal grønlandsk, el
ell gre græsk, hu hun ungarsk, cs ces cze tjekkisk, sk slk slo slovakisk, sl slv slovensk, hr hrv
kroatisk, sr srp serbisk, bs bos bosnisk, sq sqi alb albansk, mk mkd mac makedonsk, vi vie
vietnamesisk, th tha thai, zh zho chi kinesisk, ja jpn japansk, ta tam tamil, ti tir tigrinya, am
amh amharisk, sw swa swahili, ps pus pashto, tl tgl filippinsk
"""
_LANGUAGES = {code: name for one in _LANGUAGE_CODES.split(",") for *codes, name in [one.split()] for code in codes}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with its period, and the lines below it: a job, an education, a project."""

    what: Sequence[str]
    since: str = ""
    until: str = ""
    runs: bool = False
    told: Sequence[str] = ()

    def lines(self) -> list[str]:
        """The entry as written: "2015-2019  Lagermedarbejder, X A/S", then what was told."""
        first = ", ".join(part for part in self.what if part)
        period = _period(self.since, self.until, self.runs)
        return [line for line in ("  ".join(part for part in (period, first) if part), *self.told) if line]


@dataclass(slots=True)
class WrittenCv:
    """A CV in the making: where the person lives, and lines under headings."""

    home: str = ""
    _sections: dict[str, list[str]] = field(default_factory=dict)

    def add(self, section: str, lines: Iterable[str]) -> None:
        """Lines under one of `SECTIONS`; empty ones are left out."""
        self._sections.setdefault(section, []).extend(line for line in lines if line)

    def text(self) -> str:
        """The CV with its sections in the order of `SECTIONS`; a section without lines has no heading."""
        written = ["\n".join([one, *self._sections[one]]) for one in SECTIONS if self._sections.get(one)]
        return "\n\n".join([self.home, *written] if self.home else written)


def prose(name: str, words: str, bullet: str = "") -> list[str]:
    """The lines of a description, which may be HTML.

    Raises:
        UnreadableError: Its HTML is nested too deep.
    """
    lines = html_lines(name, words) if _MARKUP.search(words) else [line.strip() for line in words.splitlines()]
    return [bullet + line for line in lines if line]


def language(code_or_name: str) -> str:
    """The Danish name of a language where the code is known, else what was given."""
    return _LANGUAGES.get(code_or_name.casefold(), code_or_name).capitalize()


def language_line(name: str, level: str = "", parts: Mapping[str, str] | None = None) -> str:
    """A language with its level; of levels by part ("lytte": "B2") the middle one stands first."""
    levels = {part: one.upper() for part, one in (parts or {}).items() if one.upper() in _CEFR}
    if levels and not level:
        ordered = sorted(levels.values())
        level = f"{ordered[(len(ordered) - 1) // 2]} ({', '.join(f'{part} {one}' for part, one in levels.items())})"
    return f"{language(name)}: {level}" if level else language(name)


def home(postcode: str, town: str) -> str:
    """Postcode and town of Denmark, "7100 Vejle"; of other postcodes the town alone."""
    digits = postcode.upper().removeprefix("DK").strip(" -")
    return f"{digits} {town}".strip() if re.fullmatch(r"\d{4}", digits) else town.strip()


def _period(since: str, until: str, runs: bool) -> str:
    """A period as Danes write it: "2015-2019", and "03.2015-06.2019" where the months are given."""
    first, last = _month(since), _month(until)
    return f"{first}-{'nu' if runs else last}" if first else last


def _month(day: str) -> str:
    """The month of an ISO date as Danes write it, its year where no more is given, '' where that is missing."""
    year, month = _YEAR.search(day), _YEAR_MONTH.search(day)
    return f"{month[2]}.{month[1]}" if month else year[0] if year else ""
