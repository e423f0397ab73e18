"""The classes of driving licence that are listed behind or before the word, and the processes of a welder.

"Kørekort B + C", "kategori C og CE"; "svejsecertifikat i enten 136 eller 141".
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ontology.kinds import CredentialCode

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
_JOIN = r"[ \t]{0,3}(?:,|/|\+|&|og|samt|and|eller|or)?[ \t]{0,3}"
_LIST = re.compile(
    r"\b(?i:kørekort\w*|driving licen[cs]es?)"
    r"(?i:[ \t]{0,3}[:(]?[ \t]{0,3}(?:til |med )?(?:kategori\w*|kat\.?|klasse|category|categories|class)?[ \t]{0,3})"
    rf"(?P<first>{_CLASS}(?:{_JOIN}{_CLASS})*)"
    rf"|\b(?i:kategori|kat\.)[ \t]{{0,3}}(?P<second>{_CLASS}(?:{_JOIN}{_CLASS})*)"
)
_ONE = re.compile(_CLASS)
_WITHOUT = re.compile(rf"\b(?i:ikke|ik|ikk|ingen|intet|uden|not|no)[ \t]{{1,3}}(?P<one>{_CLASS})")

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


def welds_in(text: str) -> Iterator[tuple[CredentialCode, int, int]]:
    """The processes of a list behind "certifikat", each at its number, in order."""
    for found in _WELDS.finditer(text):
        for one in re.finditer(r"\d{3}", found["list"]):
            start = found.start("list") + one.start()
            yield CredentialCode(f"weld-{_PROCESSES[one[0]]}"), start, start + len(one[0])


def licences_in(text: str) -> Iterator[tuple[CredentialCode, int, int]]:
    """The licences of a list of classes, each at its class, in order; "har ikke E" behind a list names one too."""
    lists = [*_LIST.finditer(text)]
    for found, following in zip_longest(lists, lists[1:]):
        last, end = "", found.end()
        for one in _ONE.finditer(text, found.start("first") if found["first"] else found.start("second"), end):
            code = _named(one[0], last)
            last = one[0]
            if code:
                yield code, one.start(), one.end()
        until = following.start() if following else len(text)
        line = text.find("\n", end, until)
        for one in _WITHOUT.finditer(text, end, line if line >= 0 else until):
            code = _named(one["one"], last)
            if code:
                yield code, one.start("one"), one.end("one")


def _named(letters: str, before: str) -> CredentialCode | None:
    """The licence of a class; None for what our table has no licence for."""
    plain = letters.replace("/", "").replace("+", "")
    code = _TOWED.get(before, "") if plain == "E" else _CLASSES.get(plain, "")
    return CredentialCode(f"licence-{code}") if code else None
