"""Until when an ad takes applications, when work starts, and whether applicants are called in before."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingestion.dates import NamedDate, named_dates
from ingestion.folded import folded, lower

_I = re.IGNORECASE
_DEADLINE = re.compile(
    r"ansøgningsfrist|\bfrist(?:en)?\b|senest|ansøg(?:ning\w*)?\b[^.\n]{0,60}?\b(?:inden|før|til og med|t\.o\.m\.)|"
    r"\b(?:skriv|søg|send\w*|vil have|glæder os|høre fra dig|modtag\w*|os i hænde|"
    r"fremme)\b[^.\n]{0,60}?\b(?:inden|før|senest|til og med|fremme)\b|"
    r"(?:lukker|lukkes|udløber)\b|sidste (?:frist|dag|ansøg)|læser ansøgninger|deadline|apply (?:no later than|"
    r"by|before)|"
    r"no later than|last (?:day to apply|application date)|closing date|application[s]? (?:due|must be)|"
    r"applications? (?:by|before)",
    _I,
)
_CLOSED_AFTER = re.compile(
    r"\s*(?:kl\.? ?[\d.:]+\s*)?,?\s*(?:lukker|udløber|er (?:sidste )?(?:frist|ansøgningsfrist))", _I
)
_OTHER = re.compile(
    r"samtale\w*|interview\w*|tiltræd\w*|start\w*|begynd\w*|opstart|ansættelse\w* (?:pr|fra|den|d\b)|\bpr\.|"
    r"\bfra\b|rundvisning|informationsmøde|møde|test\b|svar\b|perioden?\b|løber (?:til|foreløbig)|"
    r"udgangen af perioden",
    _I,
)
_START = re.compile(
    r"ledigt? (?:fra|pr)\b|(?:perioden|sæss?on\w*|vikariat\w*|måneder|plads|ansat)\b(?: \w+){0,3} fra\b|i perioden\b|"
    r"\bstarts\b|første (?:arbejdsdag|vagt|dag)\b|\bi gang\b|like you to (?:start|begin)|begins\b|"
    r"tiltræd\w*|\bopstart\w*|\bstart(?:er|dato|e)?\b|begynd(?:e|er|else)\b|ansættelse\w*\b[^.\n]{0,25}?\b(?:pr|"
    r"fra)\b|"
    r"til besættelse|\bbesættes|\bbesat\b|\bsøger pr\.|\bpr\.|\bsvend fra|mangler[^.\n]{0,40}\bfra|available|"
    r"appointment",
    _I,
)
_FROM = re.compile(r"\b(?:fra|pr\.?|from)(?: og med)? (?:(?:man|tirs|ons|tors|fre)dag )?(?:den |d\. ?|the )?$", _I)
_OF_THE_JOB = re.compile(
    r"\b(?:søge[rs]|stilling\w*|job\w*|ansæt\w*|vikariat\w*|plads|sæss?on\w*|brug for|mangler|tiltræd\w*|ledigt?|"
    r"svend\w*)\b",
    _I,
)
"""What makes "fra den 1. maj" the day that work starts."""
_SOON = folded(
    r"(?:start\w*|tiltræd\w*|begynd\w*|opstart|besættes|besættelse|ansættelse)[^.\n]{0,40}?"
    r"(?:hurtigst|snarest|straks|omgående|med det samme|nu og her|så hurtigt? som|snart\b)|"
    r"\b(?:i gang|begynde|starte) (?:så )?(?:hurtigst|snarest|straks|hurtigt? som)|\bjo før,? jo bedre|"
    r"as soon as possible|immediate start|"
    r"\bsnarest muligt eller\b|\bhurtigt? nok\b|"
    r"\b(?:begynde|starte) i morgen\b|\bi gang (?:i morgen|om få dage|allerede)"
)
_ROLLING = folded(
    r"løbende(?! (?:samtaler med|kontakt))|efterhånden som|kalder ind før|kan (?:blive )?luk\w* (?:før|tidligere)|"
    r"når den rigtige|assessed continuously|as they arrive|on a rolling|ongoing basis|as they come|as they apply|"
    r"i takt med|når de (?:kommer|tikker)|først til mølle|"
    r"undervejs,? så|\bind (?:undervejs|løbende)|"
    r"ringer til (?:\w+ )?(?:kandidater|ansøgere)|læser ansøgninger (?:hver|som)"
)
_STARTS_BEFORE = re.compile(r"\b(?:start\w*|begynde|tiltræde\w*|møde ind|samtale\w*)\W*(?:\w+ ){0,2}$", _I)
"""What turns "senest" into the latest start: "du skal kunne starte senest 1. februar"."""
_STARTS_ALONE = re.compile(r"^\W*(?:opstart|start\w*|tiltræd\w*|samtale\w*|jobstart)\b", _I)
_SENTENCE = re.compile(r"[.!?;\n](?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:d|kl|nr|pr|ca|t|dog|t\.o\.m|m|inkl|f\.eks|tlf|maks|dvs)|\b\d{1,2}|\b(?:jan|feb|mar|apr|jun|jul|aug|sep|"
    r"sept|okt|nov|dec))$",
    _I,
)
_LONGEST_ABBREVIATION = 8
"""How far back it is looked for: longer than any, with what stands before it."""
_LONGEST_YEARS = 2


def deadline(text: str | None, published: date) -> date | None:
    """The last day that a deadline field names; a day without a year is the next one after `published`.

    None = it names none: "hurtigst muligt", "løbende", or only a day of start or interview.
    """
    if not text:
        return None
    found = named_dates(text, published)
    kept = [one for one in found if _says(_clause(text, one), one.start - _from(text, one)) is not False]
    if not kept or (len(kept) == 1 and _STARTS_ALONE.search(text) and not _DEADLINE.search(text)):
        return None
    named = [one for one in kept if _says(_clause(text, one), one.start - _from(text, one))]
    return (named[-1] if named else kept[0]).day


def deadline_in(body: str, published: date) -> date | None:
    """The last day for applications that the text of an ad names; None = it names none."""
    found = (
        _plausible(one.day, published)
        for start, end in sentences(body)
        for one in named_dates(body[start:end], published)
        if _says(body[start:end], one.start, one.end)
    )
    return next((day for day in found if day), None)


def start_in(body: str, published: date) -> date | None:
    """The day that work starts by the text of an ad; None = it names none."""
    for start, end in sentences(body):
        sentence = body[start:end]
        for one in named_dates(sentence, published):
            before = sentence[max(0, one.start - 70) : one.start]
            near = _FROM.search(before) if _OF_THE_JOB.search(sentence) else None
            cues = [*_START.finditer(before), *([near] if near else ())]
            others = [*re.finditer(_DEADLINE.pattern + r"|samtale\w*|kursus", before, _I)]
            late = bool(others) and bool(_STARTS_BEFORE.search(before[: others[-1].start()]))
            if cues and (not others or late or others[-1].start() < cues[-1].start()):
                return _plausible(one.day, published)
    return None


def starts_soon(body: str) -> bool:
    """Whether work starts as soon as somebody is found."""
    return bool(_SOON.search(lower(body)))


def rolling(field: str | None, body: str) -> bool:
    """Whether applicants are called in as they come."""
    low = lower(body)
    told = [low[start:end] for start, end in sentences(body)] if _ROLLING.search(low) else []
    return bool(field and _ROLLING.search(lower(field))) or any(
        _ROLLING.search(one)
        and re.search(
            r"ansøg|(?:hold|kald)\w*\b.*samtale|samtaler? (?:\w+ ){0,3}(?:løbende|holdes|afholdes)|løbende samtaler|"
            r"kandidat|ansætter løbende|applic|apply|interview|kalder ind",
            one,
            _I,
        )
        for one in told
    )


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences; the full stop of "d. 3." or "kl. 12" ends none."""
    start = 0
    for stop in _SENTENCE.finditer(text):
        at = stop.start()
        if text[at] != "." or not _ABBREVIATED.search(text, max(start, at - _LONGEST_ABBREVIATION), at):
            yield start, stop.start()
            start = stop.end()
    yield start, len(text)


def _clause(text: str, one: NamedDate) -> str:
    start = _from(text, one)
    return text[start : text.find(";", one.end) if ";" in text[one.end :] else len(text)]


def _from(text: str, one: NamedDate) -> int:
    return max(text.rfind(";", 0, one.start), text.rfind("\n", 0, one.start)) + 1


def _says(clause: str, at: int, end: int | None = None) -> bool | None:
    """Whether the date at `at` is the last day (True), another day (False), or nothing says which (None)."""
    if end is not None and _CLOSED_AFTER.match(clause[end:]):
        return True
    last = max((m.start() for m in _DEADLINE.finditer(clause[:at])), default=-1)
    other = max((m.start() for m in _OTHER.finditer(clause[:at])), default=-1)
    if last == other:
        return None
    return last > other and not _STARTS_BEFORE.search(clause[:last])


def _plausible(day: date, published: date) -> date | None:
    """The day, unless it lies before the ad or years ahead: then it is no deadline of this ad."""
    return day if published <= day <= published + timedelta(days=366 * _LONGEST_YEARS) else None
