"""When the work of an ad lies: in words, or by the clock ("Du møder 7.00 og går 13.30", "kl. 23-07")."""

import re
from collections.abc import Iterator

from ingestion.deadlines import sentences
from ingestion.folded import folded, lower
from ontology.kinds import Shift

_I = re.IGNORECASE
_CLOCK = r"(?P<{0}>[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?: ?(?P<{0}m>am|pm|a\.m\.|p\.m\.))?"
_SPAN = folded(
    r"(?<![\d.,:/-])(?:(?P<kl>kl\.? ?)?"
    + _CLOCK.format("a")
    + r" ?(?:-|–|—|til|and|og|to|og går(?: hjem)?(?: kl\.?)?|til kl\.?|og kl\.?) ?(?:kl\.? ?)?"
    + _CLOCK.format("b")
    + r")(?![\d/%]|[.,:-]\d|\.? ?(?:kr|timer|t\b|år|kg|km|min|dage|uger|pct|procent|hours|years|weeks|days|stk|marts|"
    r"april|maj|juni|juli|august|jan|feb|sep|okt|nov|dec))"
)
_WORK = folded(
    r"\b(?:møder?|vagt\w*|arbejdstid\w*|arbejder|arbejdet|tjeneste|hold|daghold|skift|timer|dækker|mandag|man-|"
    r"hverdage|hours|"
    r"shifts?|monday|rooms|job\w*|tidsrummet|ligger)\b"
)
_NOT_WORK = folded(
    r"\b(?:åbent?|åbningstid\w*|åbner|lukke\w*|ring\w*|telefon\w*|tlf|træffes|samtale\w*|kontakt\w*|spørgsmål|"
    r"interview\w*|møde (?:om|for)|informationsmøde|åbent hus|fremvis\w*|viser|call|open|"
    r"opening|uge|uger|klasse|alderen|årige|side)\b"
)
SHIFTS = (
    (
        Shift.DAY,
        (
            "dagvagt",
            "daghold",
            "dagarbejde",
            "dagtimer",
            "hverdage",
            "dayshift",
            "day shift",
            "dag-",
            "aften",
            "nat",
            "om dagen",
            "dagtid",
            "formiddag",
            "morning",
            "dag og",
            "days",
        ),
        folded(
            r"\bdagvagt\w*|\bdaghold\w*|\bdagarbejde|\bdagtimer\w*|\bi dagtimerne|\bhverdage\b|\bday ?shifts?|"
            r"\bi dagtid(?:en)?\b|\bformiddage?n?\b|\bmorning(?: shifts?|,| and)|"
            r"\bdag og (?=hver|weekend)|\bdays and nights|"
            r"\bdag,? ?(?:-|og|eller|/|,) ?(?:aften|nat)|\bdag-(?:,| og)|\bom dagen\b"
        ),
    ),
    (
        Shift.EVENING,
        ("aften", "evening"),
        folded(r"\baften(?:vagt\w*|hold\w*|arbejde|timer\w*|er\b|en\b|tjeneste)?\b|\bevening"),
    ),
    (
        Shift.NIGHT,
        ("nat", "nætter", "night"),
        folded(
            r"\bnat(?:vagt\w*|hold\w*|arbejde|tjeneste|tillæg)?\b|\bnattevagt\w*|\bom natten\b|\bnight ?shifts?|"
            r"\bnætter(?:ne)?\b|\bnights?\b"
        ),
    ),
    (
        Shift.WEEKEND,
        ("weekend", "lørdag", "søndag", "helligdag", "saturday", "sunday"),
        folded(r"\bweekend\w*|\blørdag\w*|\bsøndag\w*|\bhelligdag\w*|\bsaturdays?|\bsundays?"),
    ),
    (
        Shift.ROTATING,
        ("skift", "drift", "vekslende", "turnus", "rotating", "rotates", "shift work"),
        folded(
            r"\bskiftehold\w*|\b(?:to|tre|fem|2|3|4|5)-?\s?(?:holds?-?\s?(?:skift|drift)|skift(?:et)?\b)|\b(?:2|3|"
            r"5)-holdskift|\bskiftende (?:vagter|arbejdstider|hold|tider)|\bvekslende vagter|\bholddrift|\bturnus|"
            r"\bskifteholds\w*|\bskiftevis \d|\brotating|\b(?:roster|rota) rotates|"
            r"\bhold,? (?:der|som) skifter|\bshift work|\b(?:to|tre|fem)holdsskift"
        ),
    ),
    (
        Shift.STAND_BY,
        ("rådighedsvagt", "bagvagt", "tilkald", "døgnvagt", "vagtordning", "on call", "on-call", "stand"),
        folded(
            r"\brådighedsvagt\w*|\bbagvagt\w*|\btilkaldevagt\w*|\bdøgnvagt\w*|\bvagtordning\w*|"
            r"\b(?:indgår|indgå i|forekommer|deltage[r]? i) (?:\w+ ){0,2}tilkald\b|\btilkald (?:cirka |"
            r"ca\.? )?hver\b|"
            r"\bon[- ]call (?:duty|"
            r"rota)|\bstand-?by"
        ),
    ),
)
"""One of the words in the middle stands in all that a pattern finds."""
_TIME_WORDS = folded(
    r"arbejd|vagt|hold|skift|\bforekomme|\btid|\bmøde|\bskift|\btimer|\btjeneste|\bshift|\bhours|\bhver\b|"
    r"\bturnus|\bkl\b|^\W*(?:dag|aften|nat|weekend)"
)
_NOT_SHIFT = re.compile(
    r"\b(?:hjemme|sover|overnatter|home)\b[^.,;\n]{0,25}$|(?:produktionen|fabrikken|maskinerne) kører i $|"
    r"\b(?:ikke|ingen|aldrig|slipper?|uden|fri(?: om)?|hverken)\s+(?:\w+ ){0,3}$|\b(?:åbningstid\w*|"
    r"åbent)\b[^.\n]*$|\b(?:ikke|ingen)\b[^.\n]{0,25}$",
    _I,
)
_NOT_OURS = re.compile(
    r"\w*\s*(?:har vi (?:ikke|ingen)|er der (?:ikke|ingen)|findes ikke|forekommer ikke|indgår ikke|kører vi ikke|"
    r"(?:slipper|undgår) du)\b",
    _I,
)
"""Behind a shift: there is no such thing ("vagtordning har vi ikke")."""
_HALF = 12


def shifts_in(text: str) -> tuple[Shift, ...]:
    """When the work lies, as far as the ad says so; opening hours and a friendly "god weekend" say nothing."""
    low = lower(text)
    near = [(shift, needed, pattern) for shift, needed, pattern in SHIFTS if _any_in(low, needed)]
    told = [low[start:end] for start, end in sentences(text)]
    clock = {*shifts_by_the_clock(told)}
    found = {
        shift
        for shift, needed, pattern in near
        if any(
            not _NOT_SHIFT.search(sentence[: match.start()]) and not _NOT_OURS.match(sentence, match.end())
            for sentence in told
            if _any_in(sentence, needed) and _TIME_WORDS.search(sentence)
            for match in pattern.finditer(sentence)
        )
    }
    return tuple(shift for shift, *_ in SHIFTS if shift in found | clock)


def _any_in(text: str, needed: tuple[str, ...]) -> bool:
    return any(one in text for one in needed)


def shifts_by_the_clock(told: list[str]) -> Iterator[Shift]:
    """By day, in the evening or at night, as the hours in the sentences of an ad lie; `told` is lower case."""
    for sentence in told:
        if not any(one.isdigit() for one in sentence) or _NOT_WORK.search(sentence) or not _WORK.search(sentence):
            continue
        for span in _SPAN.finditer(sentence):
            begins, ends = _hour(span["a"], span["am"]), _hour(span["b"], span["bm"])
            if span["kl"] or span["am"] or span["bm"] or _exact(span):
                yield from _shift(begins, ends)


def _exact(span: re.Match[str]) -> bool:
    """Whether a span without "kl." is one of hours: minutes, "mellem … og", "fra … til"."""
    before = span.string[max(0, span.start() - 12) : span.start()]
    return bool(re.search(r"(?:mellem|between|from|fra|møder?|kl\.?) (?:kl\.? ?)?$", before)) or bool(
        re.search(r"\d[.:]\d\d", span[0])
    )


def _hour(number: str, half: str | None) -> int:
    hour = int(number)
    return hour + _HALF if half and half.startswith("p") and hour < _HALF else hour


def _shift(begins: int, ends: int) -> Iterator[Shift]:
    if 5 <= begins <= 11 and begins + 2 <= ends <= 18:
        yield Shift.DAY
    elif 12 <= begins <= 18 and 19 <= ends <= 24:
        yield Shift.EVENING
    elif begins >= 20 and (ends <= 9 or ends == 24):
        yield Shift.NIGHT
