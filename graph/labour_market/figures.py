"""What a statistic is told with: its size, interval, period, source and how it was counted."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

TOO_FEW = "for få til at vise"
NOT_KNOWN = "ikke oplyst"


def in_danish(value: float, digits: int = 0) -> str:
    """With a full stop for thousands and a comma for decimals."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `value` None = hidden where `suppressed`, else not known; `counted` then says what is lacking.

    `n` is the number of ads or people it rests on, None where that may not be shown or is not known. [low, high] is a
    95 % interval, None = none can be given. `period` is a month, `source` where it was counted, `counted` how.
    """

    value: float | None
    n: float | None
    low: float | None
    high: float | None
    period: str
    source: str
    counted: str
    suppressed: bool = False

    def told(self, digits: int = 0) -> str:
        """The value as a Danish reader writes it, or why there is none."""
        if self.value is None:
            return TOO_FEW if self.suppressed else NOT_KNOWN
        return in_danish(self.value, digits)


@dataclass(frozen=True)
class Column:
    """The same measure for many rows: value, n, low, high are (rows,), NaN = None; suppressed is (rows,)."""

    value: Floats
    n: Floats
    low: Floats
    high: Floats
    suppressed: Flags
    period: str
    source: str
    counted: str

    def figure(self, row: int) -> Figure:
        """The figure of one row."""
        value, n, low, high = (_or_none(part[row]) for part in (self.value, self.n, self.low, self.high))
        return Figure(value, n, low, high, self.period, self.source, self.counted, bool(self.suppressed[row]))

    def at(self, rows: npt.NDArray[np.intp]) -> "Column":
        """The same measure for some of the rows."""
        parts = {name: getattr(self, name)[rows] for name in ("value", "n", "low", "high", "suppressed")}
        return replace(self, **parts)


def column(
    value: Floats,
    n: Floats,
    interval: tuple[Floats, Floats],
    told: tuple[str, str, str],
    suppressed: Flags | None = None,
) -> Column:
    """A column of whatever shape, laid flat; `told` is period, source and how it was counted.

    Where `suppressed`, no number is kept at all.
    """
    hidden = np.zeros(value.shape, np.bool_) if suppressed is None else suppressed
    blank = [np.where(hidden, np.nan, part).ravel() for part in (value, n, *interval)]
    return Column(blank[0], blank[1], blank[2], blank[3], hidden.ravel(), *told)


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
