"""Where a value lies on a picture, the ticks beside it, and the classes and colours of a map."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log, log10

AREA_COLOURS = ("#0072b2", "#c04f00", "#00795a", "#8e3f72", "#555d66", "#7d6100", "#2f4b8f", "#a3262a")
"""Of the areas, in order: by Okabe and Ito (2008), darkened until each stands 4.5 : 1 on white."""
AREA_DASHES = (None, "7 3", "2 3", "9 3 2 3", "4 2", "12 4", "1 2", "6 2 1 2")
DIVERGING = ("#b35806", "#f1a340", "#f7f7f7", "#998ec3", "#542788")
"""ColorBrewer's PuOr, safe for the colour-blind."""
QUOTIENT_BREAKS = (0.5, 0.8, 1.25, 2.0)
USUAL_CLASSES = (
    "under 0,5 gange",
    "0,5 til under 0,8 gange",
    "som det sædvanlige eller uklart",
    "1,25 til under 2 gange",
    "2 gange og over",
)
QUOTIENT_CLASSES = ("under 0,5", "0,5 til under 0,8", "som landet eller uklart", "1,25 til under 2", "2 og over")
_TICKS_LOG = tuple(base * 10.0**power for power in range(-4, 8) for base in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places on a picture, straight or by the logarithm; what lies outside is put on the edge."""

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """The place of a value."""
        inside = min(max(value, self.low), self.high)
        share = (self._bent(inside) - self._bent(self.low)) / (self._bent(self.high) - self._bent(self.low))
        return self.start + share * (self.end - self.start)

    def holds(self, value: float) -> bool:
        """Whether it lies on the picture."""
        return self.low <= value <= self.high

    def ticks(self, most: int = 5) -> tuple[float, ...]:
        """Round values along the scale, at most so many."""
        if self.logarithmic:
            found = [one for one in _TICKS_LOG if self.low <= one <= self.high]
            return tuple(found[:: ceil(len(found) / most)]) if found else (self.low,)
        step = nice_step(self.high - self.low, most)
        first = ceil(self.low / step - 1e-9)
        return tuple(step * place for place in range(first, floor(self.high / step + 1e-9) + 1))

    def _bent(self, value: float) -> float:
        return log(value) if self.logarithmic else value


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5, 10, ... that parts a span into fewer than `most` steps."""
    raw = max(span, 1e-9) / max(most - 1, 1)
    ten: float = 10.0 ** floor(log10(raw))
    return next(ten * base for base in (1, 2, 5, 10) if ten * base >= raw * (1 - 1e-9))


def from_nought(values: Iterable[float | None], start: float, end: float) -> Scale:
    """A straight scale from 0 to a round value at or above the largest."""
    most = max((one for one in values if one is not None and isfinite(one)), default=1.0) or 1.0
    step = nice_step(most, 5)
    high = step * max(ceil(most / step - 1e-9), 1)
    return Scale(0.0, max(high, most), start, end)  # the product may be rounded to a hair below


def around_one(values: Iterable[float | None], start: float, end: float, reach: float = 20.0) -> Scale:
    """A logarithmic scale that holds 1 and the values, at most from 1/reach to reach times 1."""
    known = [one for one in values if one is not None and one > 0 and isfinite(one)]
    low, high = min([0.5, *known]), max([2.0, *known])
    return Scale(max(low * 0.9, 1 / reach), min(high * 1.1, reach), start, end, logarithmic=True)


def class_of(value: float, limits: Sequence[float]) -> int:
    """Which class a value lies in; a limit belongs to the class above it."""
    return bisect_right(limits, value)
