"""School years and degrees that a CV tells without the name of an examination: "9. kl", "bachelor fra Kyiv"."""

import re
from collections.abc import Iterator, Sequence

from ingestion.dialect import NOT
from ingestion.licences import Named
from ingestion.lines import lines_at
from ingestion.sections import Section, SectionKind, kind_at
from ingestion.under_way import unfinished
from ontology.kinds import CredentialCode

_I = re.IGNORECASE
_YEARS = re.compile(
    r"(?:^|[,;.|•+(:–]|- |\b(?:folkeskole\w{0,3}|kun|har|skole|skolegang|udd\w{0,8}|afsluttet|ud af|færdig med|efter))"
    r"\s{0,3}(?P<first>9|10)\.?(?: ?(?:\+|og|&|/) ?(?P<second>10)\.?)? ?(?:klasses?|kl)\b(?P<after>[^;|\n]{0,40})",
    _I,
)
_OF_OTHERS = re.compile(r"\b(?:undervis\w*|\w*lærer\w*|pædagog\w*|elever\w*|børn\w*|praktik\w*|vikar\w*|klub\w*)\b", _I)
_NO_END = re.compile(rf"\b(?:{NOT}|aldrig|mangler|halv\w*|stoppe\w*|droppe\w*|afbrudt|afbrød|nu|går i)\b", _I)
_SURELY = re.compile(r"\W{0,3}(?:ja|eksamen|bestået|færdig|afsluttet|afgangs)\b", _I)
_BY_YEAR = {"9": "edu-basic", "10": "edu-10"}
_SCHOOL_LINE = re.compile(r"^\W*(?:skole\w*|uddannelse\w*|education|school)\s*[:|–-]", _I)
_GYMNASIUM = re.compile(
    r"\b(?:gymnasium|gymnasiet|liceo|lyceum|high ?school)\b(?=[^.;\n]{0,30}(?:færdig|bestået|afsluttet|eksamen|student|"
    r"diploma|finished|\b(?:19|20)\d\d\b|$))",
    _I,
)
_DEGREE = re.compile(
    r"(?<!\w)(?P<degree>bachelor|kandidat|master)(?= (?:fra|from)\b)|"
    r"(?:^|[,;.:|] ?)(?P<alone>bachelor)(?=\s*(?:[.,;)|\n]|$))",
    _I | re.MULTILINE,
)
_WRITES = re.compile(r"\b(?:skriver|læser|mangler|min|afbrudt|påbegyndt|til)\s(?:en |sin |på )?$", _I)
_BY_DEGREE = {"bachelor": "edu-bachelor", "kandidat": "edu-master", "master": "edu-master"}
_LONGEST_LINE = 2_000


def general_schooling(text: str, layout: Sequence[Section]) -> Iterator[Named]:
    """The school years and degrees that a CV says were finished, each with where it stands."""
    for offset, line in lines_at(text):
        if len(line) <= _LONGEST_LINE:
            school = bool(_SCHOOL_LINE.match(line)) or kind_at(layout, offset) is SectionKind.EDUCATION
            for code, start, end in (*_years(line), *_degrees(line), *(_upper(line) if school else ())):
                yield code, offset + start, offset + end


def _years(line: str) -> Iterator[Named]:
    if _OF_OTHERS.search(line):
        return
    for found in _YEARS.finditer(line):
        if _SURELY.match(found["after"]) or not _NO_END.search(found["after"]):
            for group in ("first", "second"):
                if found[group]:
                    yield CredentialCode(_BY_YEAR[found[group]]), found.start(group), found.end(group)


def _degrees(line: str) -> Iterator[Named]:
    for found in _DEGREE.finditer(line):
        group = "degree" if found["degree"] else "alone"
        if not _WRITES.search(line[: found.start(group)]) and not unfinished(line, *found.span(group)):
            yield CredentialCode(_BY_DEGREE[found[group].lower()]), found.start(group), found.end(group)


def _upper(line: str) -> Iterator[Named]:
    for found in _GYMNASIUM.finditer(line):
        if not unfinished(line, *found.span()):
            yield CredentialCode("edu-gymnasium"), *found.span()
            return
