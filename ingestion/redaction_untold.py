"""What sounds private and tells nothing of the writer: blanked before a sentence is read for what must be hidden."""

import re

_I = re.IGNORECASE
_THEIRS = r"(?<!\bmin )(?<!\bmit )(?<!\bmine )(?<!\bvores )(?<!\bvor )"
_ANIMAL = (
    r"(?:gris(?:e|en|ene)?|ko(?:en)?|køer(?:ne)?|kalv(?:e|en)?|so(?:en)?|søer(?:ne)?|hest(?:e|en)?|hund(?:e|en)?|"
    r"kat(?:te|ten)?|får(?:ene)?|dyr(?:et|ene)?)"
)
_CARED_FOR = r"(?:barn|børn|drenge?|piger?|elev(?:er)?|beboer(?:e)?|borger(?:e)?|unge?|ældre|patient(?:er)?)"
UNTOLD = re.compile(
    # a personal competency, no illness
    r"\b(?:ikke|aldrig|sjældent|næppe) (?:\w+ ){0,2}?stress(?:et|es)?\b|\bstresser (?:mig )?ikke\b|"
    # those whom the work is for
    rf"{_THEIRS}\b{_ANIMAL} (?:der |som |, der )?(?:er|bliver|blev|var) (?:\w+ )?(?:syge?|halte?|dårlige?|drægtige?|tilskadekomne?)\b|"
    rf"{_THEIRS}(?<!har )(?<!fik )(?<!fået )(?<!venter )(?<!med )(?<!til )\b(?:et|en) {_CARED_FOR},? (?:der|som) [^,.;\n]*|"
    # done to a thing
    r"\btest(?:ed|ing) (?!positive)(?:\w+ ){1,3}?for \w+(?: and \w+)?|\bclean(?:ed|ing|s)? (?:the|up|and|all|our|linen|clothing|water|air|\w+s)\b|"
    # more children than anybody has of their own
    r"\b(?:[2-9]\d|\d{3}|\w+og(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs)|tyve|tredive|fyrre|halvtreds) (?:unger|børn|drenge|piger)\b|"
    r"\blæse[rs]? på flasken\b|"
    # what is reckoned and paid to others
    r"\b(?:refusion (?:af|for) (?:sygedagpenge|barsel\w*)|syge(?:dagpenge)?refusion\w*|fagforeningskontingent(?:er|et)?\b(?=[^.\n]*\b(?:refusion|pension|skat)))",
    _I,
)


def untold(sentence: str) -> str:
    """The sentence with what tells nothing of the writer blanked at equal length."""
    return UNTOLD.sub(lambda one: " " * len(one[0]), sentence)
