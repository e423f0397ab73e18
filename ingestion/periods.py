"""The times in which something was done, to the month, as Danes and English speakers write them in a CV."""

import re
from collections import deque
from dataclasses import dataclass, replace
from datetime import date

from ingestion.moments import Moment, moments
from ontology.people import Period

_I = re.IGNORECASE
_DASH = r"(?:[-–—→>]|[-=]>)"
_TO = re.compile(
    rf"[\s)\]]*(?:{_DASH}|til og med|t\.?o\.?m\.?|(?:og )?frem til|(?:og )?indtil|(?:og )?til|te|until|till|through|to)"
    r"\s*(?:d\. ?|den |ca\. ?|vist )?",
    _I,
)
_COLUMNS = re.compile(r" {2,}|[ ]*\t[ \t]*")
"""Between the columns of a table for from and until."""
_MIDST, _BETWEEN = re.compile(r"\s*(?:og|and|\+|&)\s*", _I), re.compile(r"\b(?:mellem|between)\s+$", _I)
_NOW = re.compile(
    rf"\s*(?:to date\b|(?:{_DASH}|til|to|until|frem til)\s*(?:nu(?:værende)?|i ?dag|d\.? ?d\.?|dags dato|dato|now|"
    rf"present|today|current(?:ly)?|ongoing|p\.?t\.?|fortsat|stadig|løbende|\.\.\.|…)(?!\w)|"
    rf",? og (?:stadig|frem(?:efter)?)\b(?! til)|\s*ff\.|"
    r"[ \t]{2,}(?:nu|nuværende|now|present|d\.d\.)(?!\w)|"
    rf"(?<=\w){_DASH}\s*(?=$|[^\w\s]|(?-i:[A-ZÆØÅ]))|\s+{_DASH}\s*(?=$|[^\w\s]))",
    re.MULTILINE | _I,
)
"""That it still runs; a dash with a space on both sides before a word only parts a year from what follows."""
_SINCE = re.compile(r"\b(?:siden|since|fra og med|fra|from|starting)\s+(?:d\. ?|den |i )?$", _I)
_EXAM = re.compile(r"\b(?:udlært|uddannet|færdig\w*|\w*uddannelse|\w*bevis|\w*brev|eksamen|certifikat)\b[^,.;]*$", _I)
"""An exam "fra 2012" was then and runs no more."""
_UNTIL = re.compile(rf"(?:\b(?:indtil|til|until|frem til)\s+(?:d\. ?|den )?|^\W*{_DASH}\s*)$", _I)
_INTO = re.compile(r"(?:\b(?:i perioden|perioden|i|in)\s+|[(\[]\s*)+$", _I)
_CLOSING, _OPENING = re.compile(r"\s*[)\]]"), re.compile(r"[(\[]")
_FAR = 120
"""Letters before a time that may belong to it; without a bound a line of times takes their square to read."""
_BEFORE_TIMES, _BEHIND_TIMES = " \t-–:,•·»*|", " \t-–:,.|"
"""What may stand beside a time that opens or closes a line."""
_NUMBERS = {
    word: number
    for words in (
        "nul et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten",
        "zero one two three four five six seven eight nine ten eleven twelve",
    )
    for number, word in enumerate(words.split())
} | {"ét": 1, "tyve": 20, "twenty": 20}
_COUNT = r"(?P<{0}>\d{{1,2}}(?:[.,]5| ?½)?|halvandet|et halvt|" + "|".join(_NUMBERS) + ")"
_LONG = re.compile(
    rf"(?<![\w.,/-]){_COUNT.format('years')}\+? ?(?:års?|years?['’]?|yrs?)(?!\w)"
    r"(?! ?(?:gammel|gamle|siden|ago|old\b|og opefter))"
    rf"(?: (?:og|and) {_COUNT.format('more')} ?(?:mdr|måneder?|months?)(?!\w))?"
    rf"|(?<![\w.,/-]){_COUNT.format('months')} ?(?:mdr\.?|måneders?|months?['’]?)(?!\w)(?! siden| ago)"
    rf"|(?<![\w.,/-]){_COUNT.format('weeks')} ?(?:uger|weeks)(?!\w)(?! siden| ago| om )"
    rf"|(?<![\w.,/-]){_COUNT.format('seasons')} ?(?:somre|sommere|vintre|efterår|forår|sæsoner|kampagner|summers|"
    r"seasons)(?!\w)(?! siden| ago)",
    _I,
)
_A_SEASON, _WEEKS = 0.25, 52
"""Of a year; and in it."""
_OF_AGE = re.compile(
    r"\b(?:alder\w*|børn\w*|årige?|gjort|fylder|over|under|hver\w*|om|næste|sidste) (?:på |fra |ca\. )?$", _I
)
_MID_START, _MID_END = 6, 5
"""July and June, counted from 0: a year alone as the start and as the end of a time."""
_LONE = (3, 8)
"""April to September stand for a year alone: half of it."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time that a text names at [start, end); `period` None = only its end is said. Years are calendar years.

    `alone` = one year, month or season without more: what was done then, or the date of an exam. `onward` = it runs on
    because of "siden" or "fra" alone.
    """

    start: int
    end: int
    period: Period | None
    since: int | None
    until: int | None
    alone: bool = False
    onward: bool = False

    @property
    def current(self) -> bool:
        """Whether it still runs."""
        return self.period is not None and self.period.last is None


def time_spans(text: str) -> tuple[TimeSpan, ...]:
    """The times that a text names, in order, none within another."""
    found: list[TimeSpan] = []
    points = deque(moments(text))
    while points:
        point = points.popleft()
        span = _joined(text, point, points[0]) if points else None
        if span is not None:
            points.popleft()
        span = span or _open(text, point) or _single(text, point)
        if span is not None:
            found.append(span)
    return _ended(found)


def period(line: str) -> TimeSpan | None:
    """The first time that a line names with a start or an end; None where it names at most a year or month alone."""
    return next((one for one in time_spans(line) if not one.alone), None)


def without_periods(line: str) -> str:
    """The line with every time that it names blanked at equal length, those alone too where they open or close it."""
    pieces, at = list[str](), 0
    opens, closes = len(line) - len(line.lstrip(_BEFORE_TIMES)), len(line.rstrip(_BEHIND_TIMES))
    for one in time_spans(line):
        if one.alone and one.start > opens and one.end < closes:
            continue
        pieces += line[at : one.start], " " * (one.end - one.start)
        at = one.end
        if one.start <= opens:
            opens = at + len(line[at : at + _FAR]) - len(line[at : at + _FAR].lstrip(_BEFORE_TIMES))
    return "".join([*pieces, line[at:]])


def without_years(line: str) -> str:
    """The line with what it says of how long blanked at equal length."""
    return _LONG.sub(lambda match: " " * len(match[0]), line)


def years_said(text: str) -> float | None:
    """How long something was done, in years, where a text says so ("halvandet år", "6 mdr."); None = not said."""
    for match in _LONG.finditer(text):
        if _before(_OF_AGE, text, match.start()):
            continue
        if match["months"]:
            return _number(match["months"]) / 12
        if match["weeks"]:
            return _number(match["weeks"]) / _WEEKS
        if match["seasons"]:
            return _number(match["seasons"]) * _A_SEASON
        return _number(match["years"]) + (_number(match["more"]) / 12 if match["more"] else 0)
    return None


def _ended(spans: list[TimeSpan]) -> tuple[TimeSpan, ...]:
    """The times of one line; what runs on "siden 2008" ends with another that is said to end ("senest 2015-2026")."""
    ends = [one.period.last for one in spans if not one.alone and one.period and one.period.last]
    last = max(ends, default=None)
    return tuple(
        replace(one, period=replace(one.period, last=last), until=last.year)
        if last and one.onward and one.period and one.period.first <= last
        else one
        for one in spans
    )


def _joined(text: str, one: Moment, other: Moment) -> TimeSpan | None:
    """From one moment to another, where only "til" or a dash stands between them."""
    between = text[one.end : other.start]
    years = one.month is None and other.month is None and between == "/"
    told = (
        years
        or _COLUMNS.fullmatch(between)
        or _TO.fullmatch(between)
        or (_MIDST.fullmatch(between) and (_before(_BETWEEN, text, one.start) or _both(one, other)))
    )
    other = other.after(one) if told else other
    start = one.before(other) if told else None
    if start is None or other.year is None:
        return None
    first, last = _first(start), other.last if other.month else 12 * other.year + _MID_END
    if one.year == other.year and not (start.month and other.month):
        first, last = 12 * other.year + _LONE[0], 12 * other.year + _LONE[1]
    if first > last:
        return None
    return TimeSpan(*_around(text, one.start, other.end), _period(first, last), first // 12, last // 12)


def _both(one: Moment, other: Moment) -> bool:
    """Whether two moments are years of which one follows the other: "somrene 2012 og 2013"."""
    return one.month is None and other.month is None and other.year == (one.year or 0) + 1


def _open(text: str, one: Moment) -> TimeSpan | None:
    """From a moment until now, where that is said behind it, or "siden" before it."""
    now = _NOW.match(text, one.end)
    since = _before(_SINCE, text, one.start)
    if one.year is None or one.spans or not (now or (since and not _before(_EXAM, text, since.start()))):
        return None
    end = now.end() if now else one.end
    return TimeSpan(*_around(text, one.start, end), _period(_first(one), None), one.year, None, onward=not now)


def _single(text: str, one: Moment) -> TimeSpan | None:
    """A time that one moment tells: a year to a year, an end alone, else itself."""
    if one.year is None or one.weak:
        return None
    start, end = _around(text, one.start, one.end)
    if one.spans:
        first, last = 12 * one.year + _MID_START, 12 * one.spans + _MID_END
        return TimeSpan(start, end, _period(first, last), one.year, one.spans)
    if _before(_UNTIL, text, one.start):
        return TimeSpan(start, end, None, None, one.year)
    first, last = (one.first, one.last) if one.month else (12 * one.year + _LONE[0], 12 * one.year + _LONE[1])
    return TimeSpan(start, end, _period(first, last), one.year, last // 12, alone=True)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """A time with the small words before it and the brackets around it."""
    for pattern in (_SINCE, _UNTIL, _INTO):
        before = _before(pattern, text, start)
        start = before.start() if before else start
    closing = _CLOSING.match(text, end)
    return start, closing.end() if closing and _OPENING.search(text, start, end) else end


def _before(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """What a pattern that ends where it is asked finds just before `at`; it looks no farther back than a clause."""
    return pattern.search(text, max(0, at - _FAR), at)


def _first(one: Moment) -> int:
    return one.first if one.month else 12 * (one.year or 0) + _MID_START


def _period(first: int, last: int | None) -> Period:
    return Period(_day(first), None if last is None else _day(last))


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _number(word: str) -> float:
    if word.casefold() in ("halvandet", "et halvt"):
        return 1.5 if word.casefold() == "halvandet" else 0.5
    plain = word.replace(",", ".").replace(" ", "").replace("½", ".5")
    return float(_NUMBERS.get(word.casefold(), 0) or plain)
