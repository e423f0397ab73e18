"""Languages in ads and CVs, and how well: what is said as a CEFR level, a Danish test, or in plain words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingestion.folded import folded, lower
from ingestion.spoken_levels import danish_tests, is_letter, level_of
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
    "filippinsk": "tl",
    "bangla": "bn",
    "nepalesisk": "ne",
    "hviderussisk": "be",
    "tegnsprog": "",
}
_CODES = {**{name: code for code, name in LANGUAGE_NAMES.items()}, **_ALSO}
_NAME = folded(
    r"\b(?:skole)?(" + "|".join(sorted(_CODES, key=len, reverse=True)) + r")(?:kundskaber|sproget|sprogede|talende|"
    r"niveau|(?<=\bdit dansk)e|(?<=\bdit engelsk)e|(?<=\bdit tysk)e|(?<=\bmit dansk)e|(?<=\bmit engelsk)e)?\b"
)
_SHORTENED = folded(r"\beng\b(?!\w)")
_SHORTENED_ALONE = folded(r"\W{0,3}(?:[abc][12]\b|ok\b|helt ok|lidt\b|godt\b|flydende|perfekt|nogenlunde)")
"""English as it is written short, beside another language or with how well; alone it is a meadow."""
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
_CUT = re.compile(
    r"[;.](?!\w)|,(?! (?:skriv|læs|forstå|tal|og skriv|write|read|speak|underst|begge\b)|\w)|\)|\bmen\b|\bbut\b|"
    r"\bgerne\b",
    _I,
)
_CUT_OR_AND = re.compile(_CUT.pattern + r"|\b(?:og|and|samt)\b(?! (?:tale|skrift|i |på )| (?:mundt|skrift)lig)", _I)
_LIST = re.compile(r"\s*(?:(?:,|og|eller|samt|/|\+|&|and|or|såvel som|gerne|både)\s*)+(?:på |i )?", _I)
_FIRM = re.compile(r"[ ](?!Danish|English)[A-ZÆØÅ][a-zæøå]{2,}")
"""What makes "Dansk" part of a firm's name: "Dansk Metal"."""
_EITHER = re.compile(r"\b(?:eller|or)\b|/", _I)
_OWN_SIGN = re.compile(r"\s*[:(–-]")
"""What a language of a list has to itself: "dansk, engelsk (C1)" says nothing of Danish."""
_NOTHING_MORE = re.compile(
    r"(?:\W|\b(?:og|eller|and|or|samt|både|enten|sprog|languages?|i|på|skrift|tale|flydende|fluent|godt?|mundtligt?|skriftligt?|"
    r"niveau|[ABC][12])\b)*",
    _I,
)
_NEAR = 70


@dataclass(frozen=True, slots=True)
class SpokenMention:
    """A language at [start, end) of a text; level None = not said; `either` = another of its sentence will do.

    `exact` = a letter of the framework itself says the level; `in_words` = only words do, no letter and no test.
    """

    start: int
    end: int
    language: Language
    level: Cefr | None
    either: bool
    exact: bool = False
    in_words: bool = False


def languages_in(sentence: str) -> tuple[SpokenMention, ...]:
    """The languages that a sentence speaks of as something a person knows; a subject taught or a country is none."""
    named = sorted([*_named(sentence), *_short(sentence)])
    places = [(a, b) for a, b, _ in named]
    own = [_own_level(sentence, places, one) for one in range(len(places))]
    tests = [*danish_tests(sentence)]
    found = []
    for at, (start, end, language) in enumerate(named):
        here = next((level for a, b, level in tests if language == "da" and abs(a - end) < _NEAR), None)
        level = here or _level(sentence, places, own, at)
        others = [one for one in (at - 1, at + 1) if 0 <= one < len(named)]
        either = any(_EITHER.search(sentence[min(end, named[o][1]) : max(start, named[o][0])]) for o in others)
        letter = here is None and is_letter(*_own_words(sentence, places, at))
        in_words = level is not None and here is None and not letter
        found.append(SpokenMention(start, end, language, level, either, letter, in_words))
    if not any(one.language == "da" for one in found):
        found += [SpokenMention(a, b, Language("da"), level, False) for a, b, level in tests[:1]]
    return tuple(sorted(found, key=lambda one: one.start))


def languages_alone(sentence: str, found: Sequence[SpokenMention]) -> bool:
    """Whether a sentence of an ad is nothing but languages ("Dansk eller engelsk."), which asks for them."""
    rest, end = "", 0
    for one in found:
        rest += sentence[end : one.start] + " "
        end = one.end
    return bool(found) and _NOTHING_MORE.fullmatch(rest + sentence[end:]) is not None


def _named(sentence: str) -> Iterator[tuple[int, int, Language]]:
    for match in _NAME.finditer(lower(sentence)):
        code = _CODES[match[1]]
        name = _FIRM.match(sentence[match.end() :]) if sentence[match.start()].isupper() else None
        if name and level_of("", name[0]) is None:
            continue
        if code and not _SUBJECT.search(sentence[: match.start(1)]) and not _AFTER_NAME.match(sentence[match.end() :]):
            yield match.start(1), match.end(), Language(code)


def _short(sentence: str) -> Iterator[tuple[int, int, Language]]:
    low = lower(sentence)
    for match in _SHORTENED.finditer(low):
        if _SHORTENED_ALONE.match(low, match.end()) or _NAME.search(low):
            yield match.start(), match.end(), Language("en")


def _level(sentence: str, places: list[tuple[int, int]], own: Sequence[Cefr | None], at: int) -> Cefr | None:
    """The level said of the language at `at`: in its own part of the sentence, else that of those it is listed with."""
    if own[at]:
        return own[at]
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(places) and _LIST.fullmatch(sentence[slice(*_gap(places, here, here + step))]):
            here += step
            if own[here]:
                return (
                    None
                    if _OWN_SIGN.match(sentence, places[here][1]) and "," in _between(sentence, places, at)
                    else own[here]
                )
    return None


def _between(sentence: str, places: list[tuple[int, int]], at: int) -> str:
    """What stands between a language and the next."""
    return sentence[places[at][1] : places[at + 1][0]] if at + 1 < len(places) else ""


def _gap(places: list[tuple[int, int]], one: int, other: int) -> tuple[int, int]:
    first, second = sorted((one, other))
    return places[first][1], places[second][0]


def _own_level(sentence: str, places: list[tuple[int, int]], at: int) -> Cefr | None:
    return level_of(*_own_words(sentence, places, at))


def _own_words(sentence: str, places: list[tuple[int, int]], at: int) -> tuple[str, str]:
    """What stands before and after a language and is about it alone."""
    before, after = _around(sentence, places, at)
    head = (_CUT_OR_AND if at else _CUT).split(before)[-1]
    return head, _own_part(after, listed=at + 1 < len(places))


def _around(sentence: str, places: list[tuple[int, int]], at: int) -> tuple[str, str]:
    """What stands between a language and those named before and after it."""
    start, end = places[at]
    before = sentence[places[at - 1][1] if at else 0 : start]
    after = sentence[end : places[at + 1][0] if at + 1 < len(places) else len(sentence)]
    return (before if at and _LIST.fullmatch(before) else before[-_NEAR:]), after[:_NEAR]


def _own_part(after: str, *, listed: bool) -> str:
    """What follows a language as far as it is about it."""
    return (_CUT_OR_AND if listed else _CUT).split(after)[0]
