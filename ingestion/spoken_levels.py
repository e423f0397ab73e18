"""How well a language is said to be known, as a CEFR level: its letter, a Danish test, words, or marks out of five."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingestion.folded import folded, lower
from ingestion.under_way import under_way
from ontology.languages import Cefr

_I = re.IGNORECASE
_DANISH_TEST = folded(
    r"\b(?:(?:prøve i dansk|pd|danskprøve|dansk ?prøve) ?([123])|studieprøven|dansk ?uddannelse ([123])|"
    r"du ?([123])(?=\W))"
)
_IN_A_TEST = ("1", "2", "3", "studieprøven")
"""One of which stands in each."""
_TESTS = {"1": Cefr.A2, "2": Cefr.B1, "3": Cefr.B2}
_STUDIES = Cefr.C1
"""Studieprøven."""
_BELOW = {level: below for below, level in pairwise(Cefr)}
_CEFR = re.compile(r"\b([ABC][12])\b(?:-niveau)?(?:\s?[/–-]\s?[ABC][12])?")
_LEVELS = (
    (Cefr.C2, r"modersmål\w*|native|mother (?:tongue|language)|\bsom indfødt|tosproget"),
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
        r"arbejdssprog|professional|\b(?:godt|fint) niveau",
    ),
    (
        Cefr.B1,
        r"på et? (?:niveau|rimeligt|forståeligt|fornuftigt)|konversation\w*|\bnogenlunde|\brimelig\w*|"
        r"\bsamtale på|\bforståeligt|\bgøre? dig forståelig|\bkommunikere\b|\bbegå dig|\bintermediate|"
        r"conversational|\bmellem|\bhelt ok\b|\b(?:er|går) ok\b",
    ),
    (
        Cefr.A2,
        r"\blidt\b|\bbasal\w*|\bbasis\w*|\bgrundlæggende|\bbegynder\w*|\bnødtørftig\w*|"
        r"\bforstår? (?:en )?(?:\w+ )?(?:besked|instruks)|\bsmule|\bbasic|\bbeginner\w*|\bsome\b|skoleengelsk|"
        r"skoletysk|\bskole$|\bforstår (?!og)",
    ),
)
"""Words in a language's part of the sentence; of several the strongest counts."""
_GOOD = re.compile(r"\b(?:godt|gode|god til|good)\s*$", _I)
_GOOD_AFTER = re.compile(r"^\W*(?:meget |rigtig |ret )?(?:godt?|gode|good|very good)\b(?! til)", _I)
_MARKS = re.compile(r"(?<![\d/])(?P<marks>[1-9]|10)(?: ?/ ?| ud af | of | out of )(?P<of>5|6|10)(?![\d/])")
_SIGNS = re.compile(r"(?P<full>[★●■⬤✱*•]{1,5})(?P<empty>[☆○□◯·]{0,5})(?!\w)")
_SHARES = ((0.9, Cefr.C1), (0.75, Cefr.B2), (0.55, Cefr.B1), (0.35, Cefr.A2), (0.0, Cefr.A1))
"""From which share of the marks on which level stands: 4 of 5 is B2."""


def danish_tests(sentence: str) -> Iterator[tuple[int, int, Cefr]]:
    """The Danish tests that a sentence names, and what they show; of one that is being read for, the level below."""
    low = lower(sentence)
    for match in _DANISH_TEST.finditer(low) if any(one in low for one in _IN_A_TEST) else ():
        number = match[1] or match[2] or match[3]
        level = _TESTS[number] if number else _STUDIES
        going = under_way(sentence, match.start(), match.end())
        yield match.start(), match.end(), _BELOW[level] if going else level


def is_letter(before: str, after: str) -> bool:
    """Whether the level in what stands around a language is a letter of the framework."""
    return bool(_CEFR.search(f"{before} {after}"))


def level_of(before: str, after: str) -> Cefr | None:
    """The level that is said before or after a language; a letter goes before marks, marks before words."""
    exact = _CEFR.search(f"{before} {after}")
    if exact:
        return Cefr(exact[1])
    marked = _marked(after)
    if marked:
        return marked
    found = [level for level, pattern in _LEVELS if any(re.search(pattern, text, _I) for text in (before, after))]
    if _GOOD.search(before) or _GOOD_AFTER.search(after):
        found.append(Cefr.B2)
    return max(found, default=None)


def _marked(after: str) -> Cefr | None:
    """The level of marks behind a language: "4/5", "●●●○○"."""
    marks = _MARKS.search(after)
    signs = _SIGNS.search(after)
    if marks and int(marks["marks"]) <= int(marks["of"]):
        share = int(marks["marks"]) / int(marks["of"])
    elif signs and signs["empty"]:
        share = len(signs["full"]) / len(signs["full"] + signs["empty"])
    else:
        return None
    return next(level for least, level in _SHARES if share >= least)
