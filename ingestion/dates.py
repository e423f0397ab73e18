"""Dates as Danes write them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": 5, "oct": 10}
_DIGIT, _END = re.compile(r"\d"), re.compile(r"udgang|ultimo", re.IGNORECASE)
"""One of which stands in every date."""
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MONTH = (
    r"(?P<month>jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli|"
    r"aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:,? (?P<year>20\d{2})\b)?"
_WORDS = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? ?(?:of )?" + _MONTH + _YEAR, re.IGNORECASE)
_ENGLISH_WORDS = re.compile(r"\b" + _MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\.\d|:)" + _YEAR, re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?<![\d.,/–-])(?<!kl )(?<!kl\. )(\d{1,2})(?:\. ?|/|-)(\d{1,2})(?:[./ -]{1,2}(20\d{2}|"
    r"\d{2}(?!\d)))?(?![\d/%]|[.,:]\d| ?(?:kr|t\b|timer|pct|stk|års?\b|år\b|procent))"
)
_WEEK = re.compile(r"\buge (?P<week>\d{1,2})\b(?:,? (?P<year>20\d{2}))?", re.IGNORECASE)
_MONTHS_END = re.compile(
    r"\b(?:udgangen af (?:"
    + _MONTH
    + _YEAR
    + r"|(?:denne )?måneden)|måneds? ?udgang|månedens udgang|ultimo "
    + _MONTH.replace("month", "ultimo")
    + r"(?: (?P<ultimo_year>20\d{2}))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A day that a text names at [start, end)."""

    start: int
    end: int
    day: date


def named_dates(text: str, published: date) -> tuple[NamedDate, ...]:
    """The days that a text names, in order; a day without a year is the next one after `published`.

    A week is its Sunday ("inden udgangen af uge 49"), a month's end its last day.
    """
    found: list[NamedDate] = []
    if not _DIGIT.search(text) and not _END.search(text):
        return ()
    for pattern, day_of in _FORMS:
        for match in pattern.finditer(text):
            taken = any(one.start < match.end() and match.start() < one.end for one in found)
            day = None if taken else day_of(match, published)
            if day:
                found.append(NamedDate(match.start(), match.end(), day))
    return tuple(sorted(found, key=lambda one: one.start))


def _iso(match: re.Match[str], _published: date) -> date | None:
    return _date(int(match[1]), int(match[2]), int(match[3]))


def _words(match: re.Match[str], published: date) -> date | None:
    month = _month(match["month"])
    return _after(published, int(match["day"]), month, match["year"]) if month else None


def _numbers(match: re.Match[str], published: date) -> date | None:
    return _after(published, int(match[1]), int(match[2]), match[3])


def _weekly(match: re.Match[str], published: date) -> date | None:
    try:
        year = int(match["year"]) if match["year"] else published.year
        day = date.fromisocalendar(year, int(match["week"]), 7)
        later = day >= published or match["year"]
        return day if later else date.fromisocalendar(year + 1, int(match["week"]), 7)
    except ValueError:
        return None


def _end_of_month(match: re.Match[str], published: date) -> date | None:
    name, told = match["month"] or match["ultimo"], match["year"] or match["ultimo_year"]
    month = (_month(name) if name else None) or published.month
    year = int(told) if told else published.year + (month < published.month)
    return date(year, month, monthrange(year, month)[1])


_FORMS = (
    (_ISO, _iso),
    (_WEEK, _weekly),
    (_MONTHS_END, _end_of_month),
    (_WORDS, _words),
    (_ENGLISH_WORDS, _words),
    (_NUMBERS, _numbers),
)


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
