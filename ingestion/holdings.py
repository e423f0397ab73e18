"""The licences, certificates and educations that a CV says a person has, and those it says are lacking."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ingestion.apprenticeships import apprenticeships
from ingestion.denials import denied
from ingestion.experience import evidence
from ingestion.general_schooling import general_schooling
from ingestion.kin import RELATIVE_OF_MINE
from ingestion.licences import Named, licences_in
from ingestion.papers import by_line, papers
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.schooling import schooling
from ingestion.sections import Section, SectionKind, kind_at
from ingestion.seeking import is_sought
from ingestion.under_way import unfinished
from ontology.credentials import CredentialKind, load_credentials
from ontology.kinds import CredentialCode
from ontology.people import Document, Evidence, Holding

_I = re.IGNORECASE
_HAS = re.compile(r"\b(?:har|haves|med|bestået|taget|gyldigt?|have|has|hold)\b", _I)
_ADDRESS = re.compile(r"adr\.?\s*:", _I)
"""An address, and no certificate for dangerous goods."""
_OF_ANOTHER = re.compile(
    rf"(?:^|[.;,\n]\s{{0,2}}|\b(?:og|men|for|hvor)\s){RELATIVE_OF_MINE}\b(?: (?!jeg\b)[\w-]{{1,20}}){{0,5}}\s*$",
    re.IGNORECASE,
)
"""Before what somebody else of the family has, in the same clause."""
_HAD = re.compile(
    r"\b(?:har (?:engang |tidligere |før )?haft|havde (?:engang|tidligere|før|dengang))(?: et| en)?\s*$", _I
)
_LACKING = re.compile(r"\bmangler (?:kun|bare|nu|stadig|lige|så)(?: et| en| at tage)?\s*$", _I)
_LAPSED_LATER = re.compile(
    r"[\s,(–-]{1,4}(?:\d{4}\W{0,3})?(?:(?:men|dog|som|det|den|nu|er|blev|desværre|vist) ){1,4}"
    r"(?:udløbet|udløb|forældet|inddraget|frakendt|gået ud|løbet ud|ikke fornyet)\b",
    _I,
)
"""Behind a clause that ends with "men", where the same is told to have lapsed."""
_BESIDE = 60
_TITLES = (CredentialKind.EDUCATION, CredentialKind.AUTHORISATION)
"""What is named as a job too: wished for, it is none that one has."""


def holdings(
    document: Document, parts: Sequence[Unit], layout: Sequence[Section], reader: Reader
) -> tuple[tuple[Holding, ...], tuple[CredentialCode, ...]]:
    """What a CV says to hold, and what it says not to."""
    found: dict[CredentialCode, list[Evidence]] = {}
    lacks: set[CredentialCode] = set()
    for part, code, start, end in _named(document.text, parts, reader):
        if _of_another(document.text, part, start):
            continue
        if denied(document.text, part, start, end) or _lapsed(document.text, part, start, end):
            lacks.add(code)
        elif _held(document.text, part, code, start, end, layout):
            found.setdefault(code, []).append(evidence(document, start, end))
    learnt = (
        *schooling(document.text, parts, layout, reader),
        *apprenticeships(document.text, parts, reader),
        *general_schooling(document.text, layout),
    )
    for code, start, end in learnt:
        if _OF_ANOTHER.search(document.text, max(0, start - _BESIDE), start):
            continue
        found.setdefault(code, [evidence(document, start, end)])
    held = tuple(Holding(code, tuple(places)) for code, places in sorted(found.items()))
    return held, tuple(sorted(lacks - found.keys()))


def _of_another(text: str, part: Unit, start: int) -> bool:
    """Whether a sentence says that another has what it names."""
    return _OF_ANOTHER.search(text, max(part.start, start - _BESIDE), start) is not None


def _lapsed(text: str, part: Unit, start: int, end: int) -> bool:
    """Whether a CV says of a credential that it was had, lacks yet, or ran out."""
    before = text[max(part.start, start - _BESIDE) : start]
    return bool(_HAD.search(before) or _LACKING.search(before) or _LAPSED_LATER.match(text, end))


def _named(text: str, parts: Sequence[Unit], reader: Reader) -> Iterator[tuple[Unit, CredentialCode, int, int]]:
    """What a CV names of credentials, each with its sentence, and where it stands in the text."""
    hits: list[Named] = []
    for part in parts:
        sentence = text[part.start : part.end]
        hits += [(code, part.start + low, part.start + high) for code, low, high in reader.credentials_in(sentence)]
    hits += _by_letter(text, hits)
    hits += papers(text, hits)
    starts = [part.start for part in parts]
    for code, start, end in sorted(hits, key=lambda hit: hit[1]):
        at = bisect_right(starts, start) - 1
        if at >= 0:
            yield parts[at], code, start, end


def _by_letter(text: str, hits: Sequence[Named]) -> list[Named]:
    """The licences that a line lists over several sentences ("Kørekort B. C nåede jeg aldrig"), but those in `hits`."""
    found: list[Named] = []
    for offset, line, within in by_line(text, hits):
        named = {code for code, _, _ in within}
        found += [(code, offset + low, offset + high) for code, low, high in licences_in(line) if code not in named]
    return found


def _held(text: str, part: Unit, code: CredentialCode, start: int, end: int, layout: Sequence[Section]) -> bool:
    """Whether what a sentence names is had: not wished for, not being learnt, and no address."""
    sentence, at = text[part.start : part.end], start - part.start
    told_to_have = _HAS.search(sentence[:at])
    if is_sought(sentence, at) and not told_to_have:
        return False
    if load_credentials()[code].kind in _TITLES and kind_at(layout, start) is SectionKind.WISHES and not told_to_have:
        return False
    return not unfinished(text, start, end) and not _ADDRESS.match(sentence, at)
