"""Languages in ads and CVs, and how well: what is said as a CEFR level, a Danish test, or in plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.kinds import Language
from ontology.languages import LANGUAGE_NAMES, Cefr

_I = re.IGNORECASE
_ALSO = {
    "danish": "da",
    "english": "en",
    "german": "de",
    "swedish": "sv",
    "norwegian": "no",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "polish": "pl",
    "ukrainian": "uk",
    "russian": "ru",
    "romanian": "ro",
    "arabic": "ar",
    "turkish": "tr",
    "dutch": "nl",
    "portuguese": "pt",
    "persisk": "fa",
    "dari": "fa",
    "urdu": "ur",
    "kurmanji": "ku",
    "mandarin": "zh",
    "flamsk": "nl",
    "tegnsprog": "",
}
_CODES = {**{name: code for code, name in LANGUAGE_NAMES.items()}, **_ALSO}
_NAME = re.compile(
    r"\b(" + "|".join(sorted(_CODES, key=len, reverse=True)) + r")(?:kundskaber|sproget|sprogede|talende|"
    r"niveau)?\b",
    _I,
)
_NORDIC = re.compile(r"\b(?:et )?(?:andet )?(?:skandinavisk|nordisk)(?: sprog)?\b", _I)
_DANISH_TEST = re.compile(
    r"\b(?:(?:prøve i dansk|pd|danskprøve|dansk ?prøve) ?([123])|studieprøven|dansk ?uddannelse ([123])|"
    r"du ?([123])(?=\W))",
    _I,
)
_TESTS = {"1": Cefr.A2, "2": Cefr.B1, "3": Cefr.B2}
_CEFR = re.compile(r"\b([ABC][12])\b(?:-niveau)?(?:\s?[/–-]\s?[ABC][12])?")
_LEVELS = (
    (Cefr.C2, r"modersmål\w*|native|mother tongue|\bsom indfødt|tosproget"),
    (
        Cefr.C1,
        r"flydende|\bfluent\w*|forhandling\w*|perfekt|fejlfri\w*|ubesvære\w*|uden (?:problemer|fejl)|"
        r"udtryk\w* dig klart|på højt niveau|højt niveau|"
        r"(?:stærk|fremragende|særdeles god|sikker)\w* (?:skriftlig|formuler|i skrift|kommunik|sprog)\w*|"
        r"sprogligt sikker|proficien\w*|excellent|strong written|full professional",
    ),
    (
        Cefr.B2,
        r"(?:i|på) (?:både )?skrift og (?:i )?tale|(?:i|på) (?:både )?tale og (?:i )?skrift|mundtlig\w* (?:og|"
        r"som|såvel som) (?:i )?(?:skriftlig\w*|rapporter)|skriftlig\w* (?:og|som|såvel som) mundtlig\w*|"
        r"\btaler?,? (?:og )?skriver?|\btale,? (?:læse )?og skrive|\bskriver?,? og (?:tal|forstå|læse)\w*|"
        r"\bspeak, (?:write|read)|"
        r"\btaler?, læser? og skriver?|\bforståelig\w* (?:skriftlig|dansk)|"
        r"written and spoken|oral and written|speak and write|verbal and written|good command|udtryk\w* dig|"
        r"formuler\w*|kommunikere?r? (?:klart|tydeligt|sikkert)|læser? og skriver?|velformuleret|business|"
        r"arbejdssprog|professional",
    ),
    (
        Cefr.B1,
        r"på et? (?:niveau|rimeligt|forståeligt|fornuftigt)|konversation\w*|\bnogenlunde|\brimelig\w*|"
        r"\bsamtale på|\bforståeligt|\bgøre? dig forståelig|\bkommunikere\b|\bbegå dig|\bintermediate|"
        r"conversational|\bmellem",
    ),
    (
        Cefr.A2,
        r"\blidt\b|\bbasal\w*|\bbasis\w*|\bgrundlæggende|\bbegynder\w*|\bnødtørftig\w*|"
        r"\bforstår? (?:en )?(?:\w+ )?(?:besked|instruks)|\bsmule|\bbasic|\bbeginner\w*|\bsome\b|skoleengelsk|"
        r"skoletysk|\bforstår (?!og)",
    ),
)
"""Words in a language's part of the sentence; of several the strongest counts."""
_SUBJECT = re.compile(
    r"\b(?:undervis\w*|linjefag|undervisningsfag|faglærer|fag(?:et|ene)?|lærer i|elever\w* i|"
    r"kompetence i)\b[^.\n]{0,60}$|\b(?:timer i|version below the|below the)\s*$",
    _I,
)
_AFTER_NAME = re.compile(
    r"^\s*(?:containere|virksomhed\w*|overenskomst\w*|myndighed\w*|vognmænd|lovgivning\w*|marked\w*|kunder|"
    r"kolleger|statsborger\w*|design\w*|erhvervsliv|"
    r"regnskab\w*|natur|ejet|producer\w*|forhold|institute|companies|company|market|law|labour|pas\b|cpr|køkken|"
    r"mad\b|retter|landbrug|industri\w*|(?:and |below|above)?\s?version|(?:og|and) \w+ (?:lovgivning|retter)|"
    r"timer?\b|lærer\w*|-?undervisning)",
    _I,
)
_GOOD = re.compile(r"\b(?:godt|gode|god til|good)\s*$", _I)
_CUT = re.compile(
    r"[;.](?!\w)|,(?! (?:skriv|læs|forstå|tal|og skriv|write|read|speak|underst)|\w)|\)|\bmen\b|\bbut\b|\bgerne\b", _I
)
_CUT_OR_AND = re.compile(_CUT.pattern + r"|\b(?:og|and|samt)\b(?! (?:tale|skrift|i |på )| \w*lig)", _I)
_LIST = re.compile(r"\s*(?:(?:,|og|eller|samt|/|and|or|såvel som|gerne|både)\s*)+(?:på |i )?", _I)
_FIRM = re.compile(r"[ ](?!Danish|English)[A-ZÆØÅ][a-zæøå]{2,}")
"""What makes "Dansk" part of a firm's name: "Dansk Metal"."""
_EITHER = re.compile(r"\b(?:eller|or)\b|/", _I)
_NEAR = 70


@dataclass(frozen=True, slots=True)
class SpokenMention:
    """A language at [start, end) of a text; level None = not said; `either` = another of its sentence will do."""

    start: int
    end: int
    language: Language
    level: Cefr | None
    either: bool


def languages_in(sentence: str) -> tuple[SpokenMention, ...]:
    """The languages that a sentence speaks of as something a person knows; a subject taught or a country is none."""
    named = [*_named(sentence)]
    tests = [*_tests(sentence)]
    found = []
    for at, (start, end, language) in enumerate(named):
        here = next((level for a, b, level in tests if language == "da" and abs(a - end) < _NEAR), None)
        level = here or _level(sentence, [(a, b) for a, b, _ in named], at)
        others = [one for one in (at - 1, at + 1) if 0 <= one < len(named)]
        either = any(_EITHER.search(sentence[min(end, named[o][1]) : max(start, named[o][0])]) for o in others)
        found.append(SpokenMention(start, end, language, level, either))
    if not any(one.language == "da" for one in found):
        found += [SpokenMention(a, b, Language("da"), level, False) for a, b, level in tests[:1]]
    return tuple(sorted(found, key=lambda one: one.start))


def _named(sentence: str) -> Iterator[tuple[int, int, Language]]:
    for match in _NAME.finditer(sentence):
        code = _CODES[match[1].casefold()]
        name = _FIRM.match(sentence[match.end() :]) if match[0][0].isupper() else None
        if name and _strongest("", name[0]) is None:
            continue
        if code and not _SUBJECT.search(sentence[: match.start()]) and not _AFTER_NAME.match(sentence[match.end() :]):
            yield match.start(), match.end(), Language(code)


def _tests(sentence: str) -> Iterator[tuple[int, int, Cefr]]:
    for match in _DANISH_TEST.finditer(sentence):
        number = match[1] or match[2] or match[3]
        yield match.start(), match.end(), _TESTS[number] if number else Cefr.C1


def _level(sentence: str, places: list[tuple[int, int]], at: int) -> Cefr | None:
    """The level said of the language at `at`: in its own part of the sentence, else that of those it is listed with."""
    own = [_own_level(sentence, places, one) for one in range(len(places))]
    if own[at]:
        return own[at]
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(places) and _LIST.fullmatch(sentence[slice(*_gap(places, here, here + step))]):
            here += step
            if own[here]:
                return own[here]
    return None


def _gap(places: list[tuple[int, int]], one: int, other: int) -> tuple[int, int]:
    first, second = sorted((one, other))
    return places[first][1], places[second][0]


def _own_level(sentence: str, places: list[tuple[int, int]], at: int) -> Cefr | None:
    before, after = _around(sentence, places, at)
    head = (_CUT_OR_AND if at else _CUT).split(before)[-1]
    return _strongest(head, _own_part(after, listed=at + 1 < len(places)))


def _around(sentence: str, places: list[tuple[int, int]], at: int) -> tuple[str, str]:
    """What stands between a language and those named before and after it."""
    start, end = places[at]
    before = sentence[places[at - 1][1] if at else 0 : start]
    after = sentence[end : places[at + 1][0] if at + 1 < len(places) else len(sentence)]
    return (before if at and _LIST.fullmatch(before) else before[-_NEAR:]), after[:_NEAR]


def _own_part(after: str, *, listed: bool) -> str:
    """What follows a language as far as it is about it."""
    return (_CUT_OR_AND if listed else _CUT).split(after)[0]


def _strongest(before: str, after: str) -> Cefr | None:
    exact = _CEFR.search(f"{before} {after}")
    if exact:
        return Cefr(exact[1])
    found = [level for level, pattern in _LEVELS if any(re.search(pattern, text, _I) for text in (before, after))]
    if _GOOD.search(before):
        found.append(Cefr.B2)
    return max(found, default=None)
