"""The educations of a CV that are told by the name of their trade: "Uddannelse: lægesekretær 2012"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingestion.licences import Named
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.sections import Section, SectionKind, kind_at
from ingestion.under_way import unfinished
from ontology.credentials import CredentialKind, load_credentials

_I = re.IGNORECASE
_TOLD = re.compile(
    r"^\W*(?:(?:(?:grund|erhvervs|fag)?uddannelser?|uddannet|udlært)\s*(?:som\b|[:|–-])|udd\.?\s*(?:som\b|[:|–-])?)\s*|"
    r"^\W*(?:fag|erhvervs|handels|landbrugs|teknisk )skolen?\b[^,;:\n]{0,30}[,:;]"
    r"(?=.{0,60}\b(?:færdig|bestået|eksamen)\b)",
    _I,
)
_ITEM = re.compile(r"[^,;.•|/\n]+")
_AROUND = re.compile(r"[\d\s():–-]+")
_BETWEEN = re.compile(r"[\d\s():–]+|(?<!\w)-|-(?!\w|\s+og\b)")
_NOT_YET = re.compile(
    r"afbrudt|afbrød|påbegyndt|delvis|ikke|mangler|halv|grundforløb|hovedforløb|\b(?:elev|lærling)\b|"
    r"\b(?:er i gang|læser|nu|til d\.d|expected|started)\b",
    _I,
)
_TRAINED = "uddannet "
_MOST_WORDS = 5


def schooling(text: str, parts: Iterable[Unit], layout: Sequence[Section], reader: Reader) -> Iterator[Named]:
    """The educations in the lines of a CV that tell educations, each with where its trade stands."""
    for part in parts:
        line = text[text.rfind("\n", 0, part.start) + 1 : part.end]
        told = _TOLD.match(line)
        if not told and kind_at(layout, part.start) is not SectionKind.EDUCATION:
            continue
        begins = part.end - len(line) + (told.end() if told else 0)
        for item in _ITEM.finditer(text, max(part.start, begins), part.end):
            if not _NOT_YET.search(item[0]):
                named = named_trade(item[0], item.start(), reader)
                yield from (hit for hit in named if not unfinished(text, hit[1], hit[2]))


def named_trade(item: str, start: int, reader: Reader) -> Iterator[Named]:
    """What one who is trained as the item says holds, if that is an education."""
    before = _AROUND.match(item)
    begin = before.end() if before else 0
    name = _BETWEEN.split(item[begin:])
    words = [word for word in name if word][:_MOST_WORDS]
    trade = " ".join(words)
    for code, first, end in reader.credentials_in(_TRAINED + trade):
        if first == 0 and load_credentials()[code].kind is CredentialKind.EDUCATION:
            length = end - len(_TRAINED)
            if length > 0 and item[begin : begin + length] == trade[:length]:
                yield code, start + begin, start + begin + length
