"""What is notable, in words: made from the figures alone, the same words for the same figures.

Of hundreds of groups some lie outside an interval of 95 % by chance. So a sentence names only a group that lies more
than four standard deviations off (by chance one in thirty thousand), and a skill, of which thousands are compared, more
than five; each says how many ads or people it rests on.
"""

from collections.abc import Callable, Iterator
from datetime import date
from math import log

from api.report.gathering import Gathered
from api.report.wording import between, listed, lower_first, month_name, number, percent
from graph.labour_market.comparison import SCARCE, SURPLUS
from graph.labour_market.demand import Asked
from graph.labour_market.figures import Figure
from graph.labour_market.intervals import Z
from graph.labour_market.opening import Key

CLEAR, CLEAR_OF_THOUSANDS = 4.0, 5.0
"""So many standard deviations of the logarithm from what it is set against, a group or a skill is named."""
LEAST_ADS = 10
LEAST_SHARE = 0.02
"""What fewer of an area's ads ask for is too rare to be news."""
_NAMED = 2
Named = Callable[[str], str]


def clear_of(one: Figure, against: float) -> float:
    """How many standard deviations a ratio lies above `against`, by its interval on the log scale; 0 = not known."""
    if not one.value or not one.low or not one.high or one.high <= one.low:
        return 0.0
    spread = log(one.high / one.low) / (2 * Z)
    return log(one.value / against) / spread


def is_part(found: Gathered) -> bool:
    """Whether the month was not over on the day of the count."""
    return found.wish.day < date.fromordinal(found.wish.month.last)


def sentences(found: Gathered, named: Named) -> tuple[str, ...]:
    """The summary, a sentence a finding; it always says how large the market is and what could not be said."""
    notable = [*_quotients(found), *_balance(found), *_mismatches(found), *_opens(found, named), *_asked(found, named)]
    if not notable:
        notable = [
            "Intet fag og ingen kompetence skiller sig så klart ud, at det kan siges med sikkerhed: tallene er små."
        ]
    return (*_sizes(found), *notable, *_hidden(found))


def _sizes(found: Gathered) -> Iterator[str]:
    for at, area in enumerate(found.wish.areas):
        row = found.totals.row(at, 0)
        live, openings, seekers = (found.totals.columns[name].figure(row) for name in ("live", "openings", "seekers"))
        people = ""
        if seekers.value is not None:
            people = (
                f" Omkring {number(seekers.value)} borgere i systemet bor dér og søger arbejde ({between(seekers)})."
            )
        yield f"{area.name} havde {_ads(live, openings)} i {month_name(found.wish.month)}.{people}{_change(found, at)}"


def _ads(live: Figure, openings: Figure) -> str:
    """How many ads, and how many openings in them."""
    if not live.value:
        return "ingen opslag"
    count = number(openings.value or 0)
    return f"{number(live.value)} opslag med {count} {'stilling' if count == '1' else 'stillinger'}"


def _change(found: Gathered, at: int) -> str:
    """Whether there are more ads than the month before; nothing while the month is not over."""
    if len(found.history) < 2 or is_part(found):
        return ""
    groups = len(found.table.axis.codes)
    before, now = (
        float(one.columns["live"].value[at * groups : (at + 1) * groups].sum()) for one in found.history[-2:]
    )
    if min(before, now) < LEAST_ADS:
        return ""
    off = log(now / before) / (1 / now + 1 / before) ** 0.5
    word = "omtrent så mange som" if abs(off) < CLEAR else "flere end" if off > 0 else "færre end"
    return f" Det er {word} måneden før ({number(before)})."


def _quotients(found: Gathered) -> Iterator[str]:
    column = found.table.columns["quotient"]
    for at, area in enumerate(found.wish.areas):
        rows = [
            (clear_of(one, 1.0), group, one)
            for group in range(len(found.table.axis.codes))
            if (one := column.figure(found.table.row(at, group))).value and (one.n or 0) >= LEAST_ADS
        ]
        over = sorted((row for row in rows if row[0] >= CLEAR), key=lambda row: (-(row[2].low or 0), row[1]))
        for _, group, one in over[:_NAMED]:
            label = lower_first(found.table.axis.labels[group])
            yield (
                f"{label} fylder {number(one.value or 0, 1)} gange så meget i opslagene i {area.name} som i hele landet"
                f" ({between(one, 1)}; {number(one.n or 0)} opslag)."
            )


def _balance(found: Gathered) -> Iterator[str]:
    if found.usual is None:
        return
    for at, area in enumerate(found.wish.areas):
        for sign, word in ((SCARCE, "Mest mangel på folk"), (SURPLUS, "Flest søgende om stillingerne")):
            rows = _clear_rows(found, at, sign)[:_NAMED]
            if rows:
                said = listed([_tight(found, at, group) for group in rows])
                yield f"{word} i {area.name}, målt mod det sædvanlige i landet: {said}."


def _clear_rows(found: Gathered, at: int, sign: int) -> list[int]:
    """The groups of a sign that lie clear of the usual, most openings or seekers first."""
    tightness, weight = found.table.columns["tightness"], "openings" if sign == SCARCE else "seekers"
    usual = found.usual or 1.0
    rows = []
    for group in range(len(found.table.axis.codes)):
        row = found.table.row(at, group)
        off = clear_of(tightness.figure(row), usual)
        if found.signs[at, group] == sign and off * sign >= CLEAR:
            rows.append((-(found.table.columns[weight].figure(row).value or 0), group))
    return [group for _, group in sorted(rows)]


def _tight(found: Gathered, at: int, group: int) -> str:
    row = found.table.row(at, group)
    openings, seekers = (found.table.columns[name].figure(row) for name in ("openings", "seekers"))
    label = lower_first(found.table.axis.labels[group])
    return f"{label} ({number(openings.value or 0)} stillinger, omkring {number(seekers.value or 0)} søgende)"


def _mismatches(found: Gathered) -> Iterator[str]:
    for one in found.mismatches[:_NAMED]:
        here, there = (_about(people, "søgende") for people in (one.scarce_seekers, one.surplus_seekers))
        yield (
            f"{one.label} mangler i {one.scarce.name} ({number(one.openings.value or 0)} stillinger; {here}) og er i"
            f" overskud i {one.surplus.name} ({there}), omkring {one.minutes:.0f} minutter derfra i bil."
        )


def _about(one: Figure, of: str) -> str:
    if one.value is None:
        return f"{of}: {one.told()}"
    return f"omkring {number(one.value or 0)} {of}"


def _opens(found: Gathered, named: Named) -> Iterator[str]:
    for area, answers in zip(found.wish.areas, found.answers, strict=True):
        for one in answers.opens[:1]:
            what = "kompetencen" if one.key is Key.SKILL else "beviset"
            yield (
                f"I {area.name} ville {what} »{named(one.code)}« alene åbne mindst ét opslag for"
                f" {_about(one.people, 'borgere')} ({between(one.people)})."
            )


def _asked(found: Gathered, named: Named) -> Iterator[str]:
    for area, answers in zip(found.wish.areas, found.answers, strict=True):
        over = [one for one in (*answers.skills, *answers.gates) if _much(one)]
        for one in sorted(over, key=lambda one: (-(one.lift.low or 0), one.code))[:_NAMED]:
            yield (
                f"Opslag i {area.name} spørger {number(one.lift.value or 0, 1)} gange så ofte efter"
                f" »{named(one.code)}« som opslag for samme erhverv andre steder"
                f" ({between(one.lift, 1)}; {percent(one.share.value or 0)} af {number(one.share.n or 0)} opslag)."
            )


def _much(one: Asked) -> bool:
    return clear_of(one.lift, 1.0) >= CLEAR_OF_THOUSANDS and (one.share.value or 0) >= LEAST_SHARE


def _hidden(found: Gathered) -> Iterator[str]:
    """What a reader should know before quoting."""
    if is_part(found):
        yield "Måneden var ikke slut, da der blev talt, så den kan ikke sættes mod måneden før."
    if found.usual is None:
        yield "Borgere kendes kun, som de er nu: for denne måned er der ingen tal om søgende, mangel eller overskud."
        return
    hidden = found.table.columns["seekers"].suppressed.reshape(len(found.wish.areas), -1)
    shown, groups = (~hidden).sum(axis=1).tolist(), hidden.shape[1]
    if not any(shown):
        yield "Der er for få søgende i områderne til at vise nogen faggruppe for sig."
        return
    said = [f"{count} i {area.name}" for area, count in zip(found.wish.areas, shown, strict=True)]
    yield f"Af {groups} faggrupper kan antallet af søgende vises for {listed(said)}; i resten er der for få."
