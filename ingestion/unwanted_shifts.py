"""Which parts of the day or week a CV says that the person does not want to work in: "ikke nat", "kun dagarbejde"."""

import re
from collections.abc import Iterator

from ingestion.deadlines import sentences
from ingestion.dialect import NOT
from ingestion.folded import folded, lower
from ingestion.sought_kinds import unwrapped
from ingestion.working_times import SHIFTS
from ontology.kinds import Shift

_NOT = folded(
    rf"\b(?:{NOT}|ingen|aldrig|nej (?:tak )?til|undgå\w*|uden|fri for|slippe for|nødigt|hverken|"
    r"færdig med|træt af|væk fra|ud af|no(?: more)?|not|never|without|avoid|away from)\b"
    r"(?! (?:kun|bare|only|mere end|over|more than|noget imod|bange|fremmed|(?:et |noget )?problem|hindring|a problem))"
)
_REFUSED = folded(
    r"^\W{0,3}nej\b|^(?:(?! og (?:vil|kan|skal|er|har)\b)[^.;:!?\n]){0,45}?\b(?:(?:er|går|duer?|dur|passer|"
    r"fungerer|hænger|egner|vil|kan|magter|orker|skal|ønsker|gider|tager)"
    rf"(?: jeg)?(?: det| mig| helst)? {NOT}\b|er jeg færdig med|har jeg (?:givet|fået) nok|tilhører|"
    rf"{NOT} (?:mere|længere|ind i|til mig)|er udelukket|er slut|siger jeg nej|er et nej|"
    r"(?:do|does|did)(?:n't| not)|not possible)"
)
"""What refuses the shifts before it: "aften og weekend kan jeg ikke"."""
_LIKED_BEHIND = folded(
    r"(?:,? (?:og |eller )?(?:dag|aften|nat|weekend)\w*)?(?: \w+)? (?:er|går)(?: \w+){0,2} "
    r"(?:fint?|ok|okay|godt|i orden|cool|perfekt)\b"
)
"""What likes the shift before it: "nat er helt fint, weekender er det ikke"."""
_LIKED = folded(r"\b(?:men|dog|gerne|helst(?! ikke)|kun|fint|okay|ok|hellere|but|rather|only|fine)\b")
"""Where what is not wanted ends."""
_LIKED_RIGHT_BEFORE = folded(r"\b(?:helst(?! ikke)|gerne|hellere|kun|rather|preferably)(?: \w+){0,2} $")
"""What is refused behind a comma is then another shift: "helst i dagtimer, aften vil jeg ikke"."""
_ONLY_DAYS = folded(
    r"\b(?:kun|udelukkende|skal være|only|looking for|(?:søger|ønsker|vil (?:\w+ ){0,2}have)(?: \w+){0,3}?) "
    r"(?:faste? |et |en |i |på )?(?:dagarbejde|dagvagt(?:er)?|dagjob|daghold|dagtimer(?:ne)?|dagtid|om dagen|hverdage|"
    r"mandag (?:til|-) fredag|man-fre|day ?time|days|weekdays|(?:normal|almindelig) arbejdstid)\b"
)
_WEEKDAYS = folded(r"\bhverdage|\bmandag|\bman-fre|\bweekdays")
_ONLY_THEN = folded(r"\b(?:kun|udelukkende|only) (?:\w+ ){0,2}?(?:aften|nat|weekend|evening|night)")
_PAST = folded(
    r"\b(?:19|20)\d\d\b|\b(?:var|havde|arbejdede|har (?:været|haft|arbejdet)|was|were|had|worked)\b|\børeproppe"
)
_ALSO_CALLED = (
    (Shift.EVENING, (), folded(r"\baft(?:e?n?er|nern?e?|enern)\w*|\baften (?:arbejde|vagt)\w*")),
    (Shift.NIGHT, (), folded(r"\bnatte?(?:hold|skift|job|arbejde)\w*|\bnat arbejde|\bnætter")),
    (Shift.WEEKEND, (), folded(r"\bweeken\w*|\bweek-?end\w*|\b(?:lør|søn)dan?e\w*")),
)
"""What the shifts are called in dialect and by who learns Danish."""
_EVERY_OTHER = folded(r"\bhver (?:anden|2\.?) (?:uge|weekend)|\bu?lige uger\b|\bevery (?:other|second) we")
"""What is meant of some weekends only: "børnene er her i lige uger, så ikke weekend der"."""
_FAR = 60
"""Letters behind a "not" that it may still speak of."""


def no_shifts_in(text: str) -> tuple[Shift, ...]:
    """The shifts that a redacted CV refuses, each once, in the order of Shift; what was is no wish."""
    low = lower(unwrapped(text))
    lines = (line for start, end in sentences(low) for line in low[start:end].split("\n"))
    found = {shift for line in lines for shift in _refused(line)}
    return tuple(shift for shift in Shift if shift in found)


def _refused(sentence: str) -> Iterator[Shift]:
    if _PAST.search(sentence):
        return
    if days := _ONLY_DAYS.search(sentence):
        yield from (Shift.EVENING, Shift.NIGHT, *((Shift.WEEKEND,) if _WEEKDAYS.search(days[0]) else ()))
    if _ONLY_THEN.search(sentence):
        yield Shift.DAY
    named = [(match, shift) for shift, _, pattern in (*SHIFTS, *_ALSO_CALLED) for match in pattern.finditer(sentence)]
    for match, shift in named:
        before, behind = (
            sentence[max(0, match.start() - _FAR) : match.start()],
            sentence[match.end() : match.end() + _FAR],
        )
        if _LIKED_RIGHT_BEFORE.search(before):
            behind = behind.partition(",")[0]
        if shift is Shift.WEEKEND and (behind.startswith(" der") or _EVERY_OTHER.search(sentence)):
            continue
        if _behind_a_no(before) or (_REFUSED.match(behind) and not _LIKED_BEHIND.match(behind)):
            yield shift


def _behind_a_no(text: str) -> bool:
    """Whether the last "not" of a text speaks of what follows it: nothing liked, and no end of a clause, between."""
    told = list(_NOT.finditer(text))
    if not told:
        return False
    between = text[told[-1].end() :]
    return not _LIKED.search(between) and not re.search(r"[;:()]| - | – ", between)
