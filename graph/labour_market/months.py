"""Calendar months, the periods of the analyst's figures."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from graph.errors import AnalysisError

_WRITTEN = re.compile(r"^(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])$")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month; `month` is 1 to 12."""

    year: int
    month: int

    def __str__(self) -> str:
        """As `2026-11`."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def first(self) -> int:
        """The ordinal of its first day."""
        return date(self.year, self.month, 1).toordinal()

    @property
    def last(self) -> int:
        """The ordinal of its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1]).toordinal()

    def plus(self, months: int) -> "Month":
        """The month so many later."""
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, month + 1)


def month_of(day: date) -> Month:
    """The month that a day lies in."""
    return Month(day.year, day.month)


def read_month(text: str) -> Month:
    """The month written as `2026-11`.

    Raises:
        AnalysisError: It is none.
    """
    found = _WRITTEN.match(text.strip())
    if found is None:
        raise AnalysisError(f"no month '{text}'; write it as 2026-11")
    return Month(int(found["year"]), int(found["month"]))


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """Every month from `first` to `last`, both counted in; none where `last` is earlier."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(first.plus(step) for step in range(count))
