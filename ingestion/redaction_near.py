"""The names of those who are near: with their ages, or with what befell them."""

import re
from collections.abc import Iterator

from ingestion.redaction_given import COMPANY, GIVEN
from ontology.people import Hidden

_NAME = r"[A-ZÆØÅÉ][a-zæøåéüöä]+(?:-[A-ZÆØÅ][a-zæøåéüöä]+)?"
_CHILDREN = """
    agnes aksel alberte atlas aya bertil bertram birk eigil ellie elliot filippa gry kalle lauge lilje lilla lilly lily
    liv loui luca luna magne malou merle milas molly mynte naja nohr nova ronja saga sol theo tilde vigga villads vitus
    william
    """
_YOUNG = frozenset(_CHILDREN.split())
"""Given names of children of now, also those that are words or firms: names only beside an age or what befell them."""
_NUMERAL = r"(?:et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten)"
_AGE = (
    r"(?:[ ]\((?:f\.?[ ]?|født[ ](?:i[ ])?|fra[ ])?(?:[12]?\d|(?:19|20)\d\d|█+)(?:[ ](?:år|mdr\.?|måneder|years?))?\)"
    rf"|,?[ ](?:på[ ])?[12]?\d[ ](?:år|mdr|måneder)\b|[ ]på[ ](?:[12]?\d|{_NUMERAL})\b|[ ][12]?\d(?=,|[ ](?:og|samt)\b|[.]?$))"
)
_AGED = re.compile(rf"\b(?P<name>{_NAME}){_AGE}")
_LIST = re.compile(rf"\b{_NAME}{_AGE}(?:(?:,|,?[ ](?:og|samt|&|and))[ ]{_NAME}{_AGE})*", re.MULTILINE)
_KIN = re.compile(
    r"\b(?:mor|far|forældre?|\w*børn|\w*barn|drenge(?:ne)?|piger(?:ne)?|sønner?|datter|døtre|tvillinger|unger(?:ne)?|poder|alene med|min|mine|vores|vi har|"
    r"gift med|har|kids|children|sons?|daughters?|my|our|mother|father)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_BEFORE = 80
"""Letters before a list in which a word of kin is looked for."""
_BEFELL = (
    r"(?:døde|dør|gik bort|sov ind|faldt bort|blev (?:født|syg|alvorligt syg|dement)|kom til verden|forlod mig|var (?:alvorligt )?syg|"
    r"og jeg (?:blev|er|var|flyttede|bor|gik|fik|venter|giftede|har (?:været|to|tre|et|børn))|died|passed away|was born|and I (?:got|are|were|married))"
)
_FATE = re.compile(
    rf"(?:\b(?:[Dd]a|[Ee]fter(?: at)?|[Ff]ør|[Ss]iden|[Mm]ens|[Ff]ordi|[Ii]ndtil|[Ww]hen|[Aa]fter)[ ])?"
    rf"\b(?P<name>{_NAME})(?:[ ]{_NAME})?(?:[ ]{_BEFELL}\b|s[ ](?:død|sygdom|begravelse|fødsel)\b)[^,.;\n]*"
)
_BOND = re.compile(
    r"\b(?:(?i:(?:jeg )?mistede?t?(?: jeg| vi)?|vi fik|fik vi|gift(?:ede mig)? med|viet til|forlovet med|skilt fra|gået fra|enke(?:mand)? efter|"
    r"samboende med|bor (?:sammen )?med|kæreste med|alene med|married to|divorced from|living with|widow(?:er)? of|(?-i:I) lost))"
    rf"[ ](?P<name>{_NAME})(?![\w-])(?:[ ]{_NAME})?[^,.;\n]*(?:, (?:som|der) (?:er|arbejder) [^,.;\n]*)?"
)


def near(text: str) -> list[Hidden]:
    """The names in a text of who is near its writer: aged ones, those something befell, and those it was shared with."""
    found = [match for pattern in (_FATE, _BOND) for match in pattern.finditer(text)]
    told = [Hidden("family", *m.span()) for m in found if _given(m["name"]) and not COMPANY.match(text, m.end("name"))]
    return told + list(_aged(text))


def _aged(text: str) -> Iterator[Hidden]:
    """Lists of names with ages: most of them given names, or one after a word of kin."""
    for listed in _LIST.finditer(text):
        known = [_given(match["name"]) for match in _AGED.finditer(listed[0])]
        begins = max(0, listed.start() - _BEFORE)
        kin = _KIN.search(text, text.rfind("\n", begins, listed.start()) + 1 or begins, listed.start()) is not None
        if any(known) and (kin or (len(known) > 1 and 2 * sum(known) > len(known))):
            yield Hidden("family", *listed.span())


def _given(name: str) -> bool:
    first = name.split("-")[0].casefold()
    return not {first, first.removesuffix("s")}.isdisjoint(GIVEN | _YOUNG)
