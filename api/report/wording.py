"""Numbers, months and lists as a Danish reader writes them."""

from collections.abc import Sequence
from datetime import date

from graph.labour_market.figures import Figure, in_danish
from graph.labour_market.months import Month

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


def number(value: float, digits: int | None = None) -> str:
    """With a full stop for thousands and a comma for decimals; without `digits` one where it is small and no whole."""
    if value == 0:
        return "0"
    if digits is None:
        digits = 0 if value == int(value) or value >= 10 else 1
    return in_danish(value, digits)


def counted(one: Figure) -> str:
    """A count with its interval, or why there is none."""
    return _with_interval(one, None)


def ratio(one: Figure) -> str:
    """A ratio to two decimals with its interval, or why there is none."""
    return _with_interval(one, 2)


def share(one: Figure) -> str:
    """A share in per cent with its interval, or why there is none."""
    if one.value is None:
        return one.told()
    if one.low is None or one.high is None:
        return percent(one.value)
    return f"{percent(one.value)} ({100 * one.low:.0f}–{100 * one.high:.0f})"


def alone(one: Figure, digits: int | None = None) -> str:
    """A figure without its interval, or why there is none."""
    return one.told() if one.value is None else number(one.value, digits)


def share_alone(one: Figure) -> str:
    """A share without its interval, or why there is none."""
    return one.told() if one.value is None else percent(one.value)


def percent(value: float) -> str:
    """In whole per cent; what is some and less than one is said to be."""
    return "under 1 %" if 0 < value < 0.005 else f"{100 * value:.0f} %"


def between(one: Figure, digits: int | None = None) -> str:
    """The interval as prose: 'mellem 2 og 5'; '' where there is none."""
    if one.low is None or one.high is None:
        return ""
    return f"mellem {number(one.low, digits)} og {number(one.high, digits)}"


def short(value: float) -> str:
    """A tick: as few digits as tell it."""
    return f"{value:,.6g}".translate(str.maketrans(",.", ".,"))


def month_name(one: Month) -> str:
    """As 'november 2026'."""
    return f"{MONTHS[one.month - 1]} {one.year}"


def month_short(one: Month) -> str:
    """As 'nov. 26', for an axis."""
    name = MONTHS[one.month - 1]
    return f"{name if len(name) <= 3 else f'{name[:3]}.'} {one.year % 100:02}"


def day_name(one: date) -> str:
    """As '25. november 2026'."""
    return f"{one.day}. {MONTHS[one.month - 1]} {one.year}"


def listed(parts: Sequence[str]) -> str:
    """As 'a, b og c'."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} og {parts[-1]}" if parts else ""


def lower_first(text: str) -> str:
    """A label inside a sentence; what is written in capitals stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def upper_first(text: str) -> str:
    """A label at the head of a line."""
    return text[:1].upper() + text[1:]


def _with_interval(one: Figure, digits: int | None) -> str:
    if one.value is None:
        return one.told()
    if one.low is None or one.high is None:
        return number(one.value, digits)
    return f"{number(one.value, digits)} ({number(one.low, digits)}–{number(one.high, digits)})"
