"""Dates and periods as Danes write them."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": 5, "oct": 10}
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WORDS = re.compile(r"\b(\d{1,2})\.? ?(?:of )?([a-zæøå]{3,9})\.?(?: (\d{4}))?", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2,4}))?\b")
_PERIOD = re.compile(
    r"(?P<since>(?:19|20)\d{2})\s*(?:[-–—]|til|to)\s*(?:[a-zæøå]{3,9}\.? )?"
    r"(?P<until>(?:19|20)\d{2}|nu|i dag|now|present|(?=\W|$))",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:siden|since|fra)\s+(?:[a-zæøå]{3,9}\.? )?(?P<since>(?:19|20)\d{2})\b", re.IGNORECASE)


def deadline(text: str | None, published: date) -> date | None:
    """The date that a deadline names; a day without a year is the next one after `published`; None = names none."""
    if not text:
        return None
    iso = _ISO.search(text)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    for match in _WORDS.finditer(text):
        month = _month(match[2])
        if month:
            return _after(published, int(match[1]), month, match[3])
    numbers = _NUMBERS.search(text)
    return _after(published, int(numbers[1]), int(numbers[2]), numbers[3]) if numbers else None


def period(line: str) -> tuple[int | None, int | None, bool] | None:
    """The years that a line of a CV names: since, until, and whether it still runs; None where it names no period."""
    match = _PERIOD.search(line)
    if match:
        until = match["until"]
        return int(match["since"]), int(until) if until.isdigit() else None, not until.isdigit()
    since = _SINCE.search(line)
    return (int(since["since"]), None, True) if since else None


def without_period(line: str) -> str:
    """The line without its period."""
    return _SINCE.sub(" ", _PERIOD.sub(" ", line))


def _month(word: str) -> int | None:
    start = word.casefold()[:3]
    return _MONTHS.index(start) + 1 if start in _MONTHS else _ENGLISH.get(start)


def _after(published: date, day: int, month: int, year: str | None) -> date | None:
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _date(published.year, month, day)
    return found if found is None or found >= published else _date(published.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
