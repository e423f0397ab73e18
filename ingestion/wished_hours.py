"""How many hours a week a CV wishes: in a wish, beside what fits, or alone in a sentence of their own."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingestion.conditions import hours_in
from ingestion.requirements import Unit
from ingestion.sections import Section, SectionKind, kind_at
from ingestion.wishes import Wish, wanted

_I = re.IGNORECASE
_FITS = re.compile(
    r"\b(?:passer (?:mig|os|bedst)|jeg kan (?:\w+ ){0,2}(?:arbejde|klare|magte)|kan (?:højst|maks\w*|max) arbejde|"
    r"i can work|suits me)\b",
    _I,
)
"""What says of hours, in a sentence of its own, that they are wished."""
_SHORT_HOURS = re.compile(r"(\d)\s?(?:t|h|tim|hrs?)\b\.?(?!\w)", _I)
_DIALECT_AND = re.compile(r"(\d) (?:å|o) (\d)", _I)
_HOURS_FIRST = re.compile(
    r"^\W*(?:ugentlige )?timer(?: (?:om ugen|pr\.? uge))?\W{1,3}(?:ca\.? )?(\d\d?(?:\s?[-–]\s?\d\d)?)\b(?! ?timer)", _I
)
_ALONE = re.compile(
    r"\W*(?:(?:jeg|a|kan?|vil|gerne?|helst|max\.?|maks\.?|højst|mindst|op til|mellem|ca\.?|cirka|omkring|arbejde|tage|"
    r"klare|have|søger|fuld ?tid|deltid|up to|about|can work) ){0,5}"
    r"(?:\d\d?(?:[.,]5)?(?:\s?(?:-|–|til|og|eller|to)\s?\d\d)?\s?(?:timer|hours)|fuld ?tid)"
    r"(?: (?:om ugen|ugentligt?|pr\.? uge|i ugen|a week|per week|"
    r"er (?:fint|ok|okay|nok|passende)|max|maks|helst)){0,3}\W*",
    _I,
)
"""Hours that stand in a clause of their own."""
_OFFERS = re.compile(r"\W*(?:jeg |a )?(?:kan?|vil|gerne?|helst|tager)\b", _I)
_OF_A_JOB = re.compile(r"(?:19|20)\d\d|\bsiden\b|\b\d\d?-\d\d\b[^t]*$|\bnu\b", _I)
"""What the hours beside it, or on the line below, may be those of."""
_OF_OTHERS = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.INTERESTS,
        SectionKind.REFERENCES,
        SectionKind.LANGUAGES,
    }
)
_FAR = 300
"""Letters before a sentence that may tell of the job that its hours are of."""
_COMMA = re.compile(r"[,;|]|\.(?=\s|$)")


def wished_hours(
    text: str, parts: Sequence[Unit], layout: Sequence[Section], told: Iterable[Wish]
) -> tuple[float | None, float | None]:
    """Least and most hours a week that the person wants; None = not said."""
    timed = [_in_full(clause) for wish in told for clause in wanted(wish.told)]
    timed += [_in_full(text[part.start : part.end]) for part in parts if _FITS.search(text[part.start : part.end])]
    low, high = hours_in("\n".join(timed))
    return (low, high) if low or high else hours_in("\n".join(_alone(text, parts, layout)))


def _in_full(text: str) -> str:
    """A piece of text with its hours a week written out: "30-37 t", "mellem 30 å 37 timer", "Timer: 30 om ugen"."""
    plain = _SHORT_HOURS.sub(r"\1 timer", _DIALECT_AND.sub(r"\1 og \2", text))
    return _HOURS_FIRST.sub(r"\1 timer", plain)


def _alone(text: str, parts: Iterable[Unit], layout: Sequence[Section]) -> Iterator[str]:
    """The hours that stand alone: in a sentence that opens with them, or with "kan"; not under a job held."""
    for part in parts:
        line = text.rfind("\n", 0, part.start) + 1
        above = text[max(text.rfind("\n", 0, max(0, line - 1)) + 1, part.start - _FAR) : part.start]
        if kind_at(layout, part.start) in _OF_OTHERS or _OF_A_JOB.search(above):
            continue
        clauses = [one.strip() for one in _COMMA.split(_in_full(text[part.start : part.end]))]
        told = clauses if _OFFERS.match(clauses[0]) else clauses[:1]
        yield from (one for one in told if _ALONE.fullmatch(one))
