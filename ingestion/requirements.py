"""How strongly an ad asks for what it names, and what a text denies: the sentence and the heading above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.kinds import Importance

_I = re.IGNORECASE
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_NEGATED = re.compile(
    r"\b(?:ikke (?:et |noget |nødvendigvis )?krav|behøver (?:du )?ikke|kræver (?:vi )?ikke|kræves ikke|ikke (?:nødvendig\w*|påkrævet)|"
    r"intet krav|ingen krav|uden erfaring|ingen erfaring|ikke en forudsætning|(?:for)?venter (?:vi )?ikke|skal (?:du )?ikke kunne|"
    r"ikke (?:så )?(?:vigtig\w*|afgørende)|skal du ikke (?:have|kunne)|ikke noget,? du (?:behøver|skal)|(?:klare dig|klare sig|fint|sagtens|også) uden|"
    r"not (?:required|necessary)|no (?:experience|need)|do(?:es)? not need)\b",
    _I,
)
_DENIED = re.compile(
    r"\b(?:har (?:jeg )?ikke|kan (?:jeg )?ikke|har aldrig|ingen|mangler|uden|not|no|ikke (?:prøvet|lært)|aldrig)\b", _I
)
_NICE = re.compile(
    r"\b(?:fordel|gerne|plus|ønskelig\w*|ønsker|ekstra|ser vi (?!efter)|måske|nice to have|advantage|preferabl\w*|bonus|"
    r"godt at have|vægt på at|velkommen til at|er (?:meget )?velkommen|vægtes|skader (?:det )?ikke|er praktisk|fint,? hvis|"
    r"er (?:kun |helt )?fint)\b",
    _I,
)
_MUST = re.compile(
    r"\b(?:krav|kræve[rs]?|skal|du (?:er|har|kan|har|taler|trives|møder|arbejder)|som (?:person|type)|forudsætning|nødvendig\w*|"
    r"uundværlig\w*|ufravigelig\w*|forventer|vi søger (?:en|et|dig|nogen)|får brug for|must|required?|you (?:are|have|can)|skills?|erfaring med|bevis|certifikat)\b",
    _I,
)
_MUST_HEADING = re.compile(
    r"(?:kvalifikation|kompetence|forvent|vi søger|ser vi efter|leder (?:vi )?efter|du skal|krav|dig|bagage|profil|requirement|"
    r"who you are|you bring|er du|^du:?$)",
    _I,
)
_NICE_HEADING = re.compile(r"(?:fordel|plus|nice to have|ønske)", _I)
_OTHER_HEADING = re.compile(
    r"(?:vi tilbyder|om os|om virksomheden|we offer|about us|hvem er vi|ansøgning|kontakt|løn|arbejdspladsen)", _I
)
_TASK_HEADING = re.compile(
    r"(?:opgave|arbejdet|jobbet|hverdag|du kommer til|responsibilit|your role|dine|stillingen)", _I
)
_PERSON = re.compile(r"\bdu (?:er|taler|læser|forstår)\b|\byou (?:are|speak)\b", _I)
"""Said of the applicant even where the tasks are told."""
_HEADING_LENGTH, _INTRODUCTION_LENGTH = 60, 200


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence or list item at [start, end), and the heading that it stands under ('' = none)."""

    start: int
    end: int
    heading: str


def units(text: str) -> Iterator[Unit]:
    """The sentences and list items of `text`, in order; a clause after "men" or ";" stands alone."""
    heading, offset = "", 0
    for line in text.split("\n"):
        plain = line.strip()
        if (
            plain
            and len(plain) <= (_INTRODUCTION_LENGTH if plain.endswith(":") else _HEADING_LENGTH)
            and not plain.startswith(("-", "•", "*"))
            and not plain.endswith((".", ",", "!"))
        ):
            heading = plain
        for sentence in _SENTENCE.finditer(line):
            start = sentence.start()
            for cut in [m.end() for m in re.finditer(r";|,? men |,? but ", sentence[0])] + [len(sentence[0])]:
                if sentence.start() + cut > start:
                    yield Unit(offset + start, offset + sentence.start() + cut, heading)
                start = sentence.start() + cut
        offset += len(line) + 1


def importance(text: str, unit: Unit) -> Importance | None:
    """How strongly `unit` of an ad asks for what it names; None = it says that it is not needed."""
    sentence = text[unit.start : unit.end]
    if _NEGATED.search(sentence):
        return None
    if _NICE.search(sentence) or _NICE_HEADING.search(unit.heading):
        return Importance.NICE
    if (
        _TASK_HEADING.search(unit.heading)
        and not re.search(r"\bkrav|kræve", sentence, _I)
        and not _PERSON.search(sentence)
    ):
        return Importance.MENTIONED
    if _MUST.search(sentence) or _MUST_HEADING.search(unit.heading):
        return Importance.MUST
    return Importance.MENTIONED


def boilerplate(unit: Unit) -> bool:
    """Whether `unit` stands where an employer speaks of itself."""
    return bool(_OTHER_HEADING.search(unit.heading))


def denied(text: str, unit: Unit, start: int, end: int) -> bool:
    """Whether a CV says at [start, end) that the person does not have what is named there."""
    before, after = text[max(unit.start, start - 25) : start], text[end : min(unit.end, end + 20)]
    return bool(
        _DENIED.search(before.split(",")[-1])
        or re.match(
            r"\s*(?:har jeg|kan jeg)?\s*(?:ikke|aldrig)\b|[\s:,]*(?:under optagelse|ikke bestået|udløbet)", after, _I
        )
    )
