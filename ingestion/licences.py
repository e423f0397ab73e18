"""The classes of licence that are listed by letter or vehicle, and the processes of a welder.

"Kørekort B + C", "kategori C og CE", "truck A og B"; "svejsecertifikat i enten 136 eller 141".
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ingestion.dialect import ME, NOT
from ontology.kinds import CredentialCode

Named = tuple[CredentialCode, int, int]
"""A credential and where a text names it, at [start, end)."""
_CLASSES = {
    "A": "a",
    "AM": "am",
    "B": "b",
    "BE": "be",
    "C": "c",
    "C1": "c1",
    "CE": "ce",
    "D": "d",
    "D1": "d1",
    "DE": "de",
}
_TOWED = {"A": "be", "B": "be", "C": "ce", "CE": "ce", "C1": "ce", "D": "de"}
"""What an "E" alone means behind each class."""
_CLASS = r"(?:AM|A[12]|A|BE|B/E|B\+E|B|C1E|C1|CE|C/E|C\+E|C|D1E|D1|DE|D/E|D\+E|D|E)(?![\w-])"
_JOIN = r"[ \t]{0,3}(?:,|/|\+|&|og|å|samt|and|eller|or)?[ \t]{0,3}"
_VEHICLES = {
    "bil": "b",
    "personbil": "b",
    "lastbil": "c",
    "bus": "d",
    "rutebil": "d",
    "vogntog": "ce",
    "trailer": "be",
    "motorcykel": "a",
    "mc": "a",
    "knallert": "am",
    "traktor": "tractor",
    "tractor": "tractor",
}
_VEHICLE = r"(?i:" + "|".join(sorted(_VEHICLES, key=len, reverse=True)) + r")(?![\w-])"
_BESIDE_CLASS = r"(?i:traktor|tractor|lastbil|vogntog|trailer)(?![\w-])"
"""What is listed with letters: a "bus" or "bil" behind them is how one travels."""
_LIST = re.compile(
    r"\b(?i:køre?kort\w*|driving licen[cs]es?|car licen[cs]es?)"
    r"(?i:[ \t]{1,3}(?:og|&)[ \t]{1,3}(?:andre )?(?:beviser|bevis|papirer|certifikater|kort))?"
    r"(?i:[ \t]{0,3}[:(|]?[ \t]{0,3}(?:til |med )?(?:kategori\w*|kat\.?|klasse|category|categories|class)?[ \t]{0,3})"
    rf"(?P<first>{_CLASS}(?:{_JOIN}{_CLASS})*)"
    rf"|\b(?i:kategori|kat\.)[ \t]{{0,3}}(?P<second>{_CLASS}(?:{_JOIN}{_CLASS})*)"
)
_ONE = re.compile(_CLASS)
_ONE_OF_ANY_CASE = re.compile(_CLASS, re.IGNORECASE)
_AHEAD = re.compile(
    rf"(?<![\w/+-])(?P<list>(?i:{_CLASS})(?:{_JOIN}(?i:{_CLASS})){{1,7}})[ \t]?-?"
    rf"(?i:kørekort|kort)\b(?![ \t]{{0,3}}[:(]?[ \t]{{0,3}}{_CLASS})"
)
"""Letters before the word: "B, C og E kørekort"."""
_OF_VEHICLES = re.compile(
    rf"\b(?i:kørekort\w*)[ \t]{{0,3}}(?i:til|:|\||\()[ \t]{{0,3}}(?P<list>{_VEHICLE}(?:{_JOIN}{_VEHICLE})*)"
)
_AFTER_CLASS = re.compile(rf"{_JOIN}(?P<list>{_BESIDE_CLASS}(?:{_JOIN}{_BESIDE_CLASS})*)")
_ONE_VEHICLE = re.compile(_VEHICLE)
_NOT = rf"(?:{NOT}|aldrig)"
_MAY_NOT = re.compile(
    rf"\b(?P<one>{_VEHICLE}) (?i:må|kan) (?i:{ME}) (?i:{_NOT}) (?i:køre)\b|"
    rf"\b(?i:må {_NOT} køre) (?P<other>{_VEHICLE})"
)
_WITHOUT = re.compile(rf"\b(?i:{NOT}|ingen|intet|uden|not|no)[ \t]{{1,3}}(?P<one>{_CLASS})")
_NONE = re.compile(r"\b(?i:no)[ \t]{1,3}(?i:driving |car )?(?P<one>(?i:licen[cs]e))\b(?! (?i:for|needed|required))")
_TURNED = re.compile(rf"(?<![\w/])(?P<one>{_CLASS})(?=[ \t]{{1,3}}(?i:har|fik|tog|nåede|mangler) (?i:{ME})\b)")
"""A class that a sentence behind a list opens with: "C nåede jeg aldrig"."""
_TRUCK = re.compile(
    r"\b(?i:(?:gaffel)?truck(?:\w{0,12}(?:certifikat|kort|bevis|kørekort))?)(?:er)?:?[ \t(]{1,3}(?:klasse )?"
    r"(?P<first>A)[ \t]{0,2}(?:,|/|\+|&|og|å|and)[ \t]{0,2}(?P<second>B)(?![\w-])"
)

_PROCESSES = {
    "111": "111",
    "131": "131",
    "135": "136",
    "136": "136",
    "138": "136",
    "141": "141",
    "311": "311",
}
_WELDS = re.compile(
    r"\b(?i:\w*certifi[kc]at\w*|svejseprøver?)(?: (?i:i|til|for|enten|både|svejsning|processe?n?|metoden?|in))*"
    r"[ :(]{1,2}(?P<list>(?:111|131|13[568]|141|311)(?:(?:,| (?i:og|eller|samt|and|or)|[/+&]| [/+&])[ ]?"
    r"(?:111|131|13[568]|141|311))*)(?!\d)"
)


def welds_in(text: str) -> Iterator[Named]:
    """The processes of a list behind "certifikat", each at its number, in order."""
    for found in _WELDS.finditer(text):
        for one in re.finditer(r"\d{3}", found["list"]):
            start = found.start("list") + one.start()
            yield CredentialCode(f"weld-{_PROCESSES[one[0]]}"), start, start + len(one[0])


def licences_in(text: str) -> Iterator[Named]:
    """The licences of a list of classes, each at its class; "har ikke E" behind a list names one too."""
    for found in _TRUCK.finditer(text):
        yield CredentialCode("truck-a"), found.start("first"), found.end("first")
        yield CredentialCode("truck-b"), found.start("second"), found.end("second")
    for found in _MAY_NOT.finditer(text):
        group = "one" if found["one"] else "other"
        yield _of_vehicle(found[group]), found.start(group), found.end(group)
    for found in _NONE.finditer(text):
        yield CredentialCode("licence-b"), found.start("one"), found.end("one")
    for found in _OF_VEHICLES.finditer(text):
        yield from _vehicles(text, found)
    for found in _AHEAD.finditer(text):
        last = ""
        for one in _ONE_OF_ANY_CASE.finditer(text, found.start("list"), found.end("list")):
            code, last = _named(one[0].upper(), last), one[0].upper()
            if code:
                yield code, one.start(), one.end()
    yield from _classes(text)


def _classes(text: str) -> Iterator[Named]:
    """The licences of the lists of letters."""
    lists = [*_LIST.finditer(text)]
    for found, following in zip_longest(lists, lists[1:]):
        last, end = "", found.end()
        for one in _ONE.finditer(text, found.start("first") if found["first"] else found.start("second"), end):
            code = _named(one[0], last)
            last = one[0]
            if code:
                yield code, one.start(), one.end()
        until = following.start() if following else len(text)
        vehicles = _AFTER_CLASS.match(text, end, until)
        yield from _vehicles(text, vehicles) if vehicles else ()
        line = text.find("\n", end, until)
        for pattern in (_WITHOUT, _TURNED):
            for one in pattern.finditer(text, end, line if line >= 0 else until):
                code = _named(one["one"], last)
                if code:
                    yield code, one.start("one"), one.end("one")


def _vehicles(text: str, found: re.Match[str]) -> Iterator[Named]:
    for one in _ONE_VEHICLE.finditer(text, found.start("list"), found.end("list")):
        yield _of_vehicle(one[0]), one.start(), one.end()


def _of_vehicle(name: str) -> CredentialCode:
    return CredentialCode(f"licence-{_VEHICLES[name.lower()]}")


def _named(letters: str, before: str) -> CredentialCode | None:
    """The licence of a class; None for what our table has no licence for."""
    plain = letters.replace("/", "").replace("+", "")
    code = _TOWED.get(before, "") if plain == "E" else _CLASSES.get(plain, "")
    return CredentialCode(f"licence-{code}") if code else None
