"""The years, months and seasons that a text names: what periods are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

_I = re.IGNORECASE
_YEAR = r"(?:19[4-9]\d|20[0-3]\d)"
_MONTH = (
    r"(?:jan(?:uary?|uar)?|feb(?:ruary?|ruar)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli|"
    r"aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\w)\.?"
)
_MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            ("jan", "feb", "mar", "apr", "maj may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"), 1
        )
        for name in names.split()
    }
)
_SEASONS = MappingProxyType(
    {
        "forår": (3, 5),
        "spring": (3, 5),
        "sommer": (6, 8),
        "summer": (6, 8),
        "efterår": (9, 11),
        "autumn": (9, 11),
        "fall": (9, 11),
        "vinter": (12, 14),
        "winter": (12, 14),
        "julen": (12, 12),
        "primo": (1, 1),
        "medio": (6, 6),
        "ultimo": (12, 12),
        "starten af": (1, 2),
        "slutningen af": (11, 12),
    }
)
"""The first and the last month; a winter ends in the year after the one that it is named by."""
_FORMS = {
    "pair": (
        r"\A[\s•*·–-]*(?P<pair_year>\d\d) ?[-–/] ?(?:(?P<pair_until>\d\d)"
        r"(?=[\s,:.]+(?!t\b|timer|min|år|mand|kr|hver|dag|stk)[^\W\d])|"
        r"(?=(?:nu|d\. ?d|i dag)\b))"
    ),
    "within": (
        r"\bfra ['’]?(?P<within_year>[6-9]\d) ?(?:-|(?:og )?(?:ind)?til) ?['’]?(?P<within_until>\d\d)"
        r"(?=\s*(?:[,;:)]|$))"
    ),
    "lead": rf"(?<![\d.,/-])['’]?(?P<lead_year>\d\d)(?=[ ]?(?:[-–—]|(?:og )?(?:ind)?til)[ ]?{_YEAR})",
    "iso": rf"(?<![\d-])(?P<iso_year>{_YEAR})[-./](?P<iso_month>0[1-9]|1[0-2])(?:[-./](?:[012]\d|3[01]))?(?![\d/])",
    "short": rf"(?<![\d-])(?P<short_year>{_YEAR}) ?[-–—/] ?(?P<short_until>\d\d)(?![\d/]|[.-]\d)",
    "number": (
        r"(?<![\d/.])(?:(?:0?[1-9]|[12]\d|3[01])(?:\. ?|[/-]))?(?P<number_month>0?[1-9]|1[0-2])(?:[./ ]|-(?=\d{4}))"
        rf"(?P<number_year>{_YEAR})\b"
    ),
    "tight": r"(?<![\d/.])(?P<tight_month>0?[1-9]|1[0-2])[/.](?P<tight_year>\d\d)(?![\d/]|[.,]\d)",
    "word": rf"(?:(?<!\d)\d{{1,2}}\. ?)?\b(?P<word_month>{_MONTH}),? ?(?:i |of )?(?P<word_year>{_YEAR})\b",
    "brief": rf"\b(?P<brief_month>{_MONTH}) ?['’]?(?P<brief_year>\d\d)(?!\d|[:.]\d|\. [a-zæøå])",
    "season": (rf"\b(?P<season_name>{'|'.join(_SEASONS)})(?:en|et)?,? (?:i |of )?(?P<season_year>{_YEAR})\b"),
    "led": (
        rf"(?<![\d.])(?P<led_year>{_YEAR}),? (?P<led_name>(?!may\b|march\b){_MONTH}|"
        rf"(?:{'|'.join(_SEASONS)})(?:en|et)?\b)"
        rf"(?!,? ?(?:i |of )?{_YEAR}|\w)"
    ),
    "bare": rf"\b(?P<bare_month>{_MONTH})",
    "year": rf"(?<![\d.])(?P<year_year>{_YEAR})(?!\d|[.,]\d)",
}
_MOMENT = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()), _I)
_CENTURY = 40
"""A year of two digits below it is of this century."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A month, a season or a year at [start, end) of a text.

    `first` and `last` are months counted from year 0, `month` 1 to 12, None = a year alone; `year` None = a month
    alone. `weak` ("maj 19", "05/19", "maj") counts only beside another; `spans` is the second year of "2015-19".
    """

    start: int
    end: int
    year: int | None
    month: int | None
    last: int = 0
    weak: bool = False
    spans: int | None = None

    @property
    def first(self) -> int:
        """The first month."""
        return 12 * (self.year or 0) + (self.month or 1) - 1

    def before(self, other: "Moment") -> "Moment | None":
        """This moment as the start of a time that ends at `other`: a month alone is of its year or the year before.

        None where it cannot be.
        """
        if self.spans or other.spans or other.year is None:
            return None
        if self.year is not None:
            return self
        if self.month is None or other.month is None:
            return None
        return replace(self, year=other.year if self.month <= other.month else other.year - 1)

    def after(self, other: "Moment") -> "Moment":
        """This moment as the end of a time that starts at `other`: a month alone is of its year or the year after."""
        if self.year is not None or self.month is None or other.year is None or other.month is None:
            return self
        year = other.year + (self.month < other.month)
        return replace(self, year=year, last=12 * year + self.month - 1)


def moments(text: str) -> Iterator[Moment]:
    """The moments that a text names, in order."""
    for match in _MOMENT.finditer(text):
        made = _made(match)
        if made is not None:
            yield made


def _made(match: re.Match[str]) -> Moment | None:
    form, (start, end) = next(name for name in _FORMS if match[name]), match.span()
    year = _year(match[f"{form}_year"]) if form != "bare" else None
    if form == "year":
        return Moment(start, end, year, None)
    if form in ("season", "led") and year:
        low, high = _months(match[f"{form}_name"].casefold())
        return Moment(start, end, year, low, 12 * year + high - 1)
    if form in ("pair", "within") and year:
        return _pair(match, year, form)
    if form == "lead":
        return Moment(start, end, year, None, weak=True)
    if form == "short" and year:
        until = year // 100 * 100 + int(match["short_until"])
        until += 100 if until < year else 0
        return Moment(start, end, year, None, spans=until) if until - year < _CENTURY else None
    month = _month(match[f"{form}_month"])
    if form == "iso" and year and _is_year(match[0], year, month):
        return Moment(start, end, year, None, spans=year // 100 * 100 + month)
    return Moment(start, end, year, month, 12 * (year or 0) + month - 1, weak=form in ("tight", "brief", "bare"))


def _pair(match: re.Match[str], year: int, form: str) -> Moment | None:
    """Two years of two digits that open a line ("98-02 flyttemand") or stand behind "fra"; hours are none."""
    opens = match.start(f"{form}_year")
    if not match[f"{form}_until"]:
        return Moment(opens, match.end("pair_year"), year, None)
    until = _year(match[f"{form}_until"])
    return Moment(opens, match.end(), year, None, spans=until) if 0 < until - year < _CENTURY else None


def _is_year(text: str, year: int, second: int) -> bool:
    """Whether "2009-12" goes on to 2012: the year is earlier than that, and it stands alone with a dash."""
    return text[4] == "-" and len(text) == len("2009-12") and second > year % 100


def _year(digits: str) -> int:
    value = int(digits)
    return value if value > 99 else value + (2000 if value < _CENTURY else 1900)


def _months(name: str) -> tuple[int, int]:
    """The first and the last month of a season, with or without its ending, or of a month."""
    season = next((months for word, months in _SEASONS.items() if name in (word, f"{word}en", f"{word}et")), None)
    return season or (_month(name), _month(name))


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS[word.casefold()[:3]]
