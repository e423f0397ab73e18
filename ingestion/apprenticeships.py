"""A trade that a sentence says was learnt: "stod i lære som kok og blev svend", "malerelev, færdig i 2004"."""

import re
from collections.abc import Iterable, Iterator

from ingestion.dialect import NOT
from ingestion.licences import Named
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.schooling import named_trade

_I = re.IGNORECASE
_APPRENTICED = re.compile(
    r"\bi (?:mester)?lære (?:som|til) (?P<trade>[^\W\d_][^,;.\n\d]{2,40})|"
    r"\b(?P<stem>[^\W\d_]{3,25}?)(?:lærling|elev)(?:en|tid)?\b",
    _I,
)
_FINISHED = re.compile(
    r"\b(?:blev|er|og) (?:udlært|svend)\b|\bblev (?:jeg )?færdig\b|\bfærdig (?:i )?(?:19|20)\d\d|\bfærdiguddannet\b|"
    r"\bsvendebrev\b|\bsvendeprøve\b|\budlært (?:i )?(?:19|20)\d\d",
    _I,
)
_NOT_FINISHED = re.compile(
    rf"\b(?:{NOT}|aldrig|uden|ingen|intet|mangler|før|skulle|stoppe[dt]\w*|droppe[dt]\w*|afbr[øu]\w+|opgav)\b", _I
)
_BECAME = re.compile(
    r"\bblev (?:jeg )?(?P<told>(?:færdig(?:uddannet)?|udlært|uddannet) (?:som )?)?"
    r"(?P<trade>[^\W\d_][^,;.\n\d]{2,40}?),? (?:i )?"
    r"(?:19|20)\d\d\b",
    _I,
)
_BY_TRADE = re.compile(
    r"\ber (?:oprindeligt? |egentlig )?(?P<first>[^\W\d_][^,;.\n\d]{2,30}?) af (?:uddannelse|fag|profession)\b|"
    r"(?:^|[,;.:|] ?)(?P<second>[^\W\d_][^,;.\n\d(:]{2,35}?)[, (]{1,3}"
    r"(?:udlært|udd|uddannet|faglært)\b(?! (?:som|i [a-zæøå]|til|af|hos|på)\b)",
    _I,
)
"""A trade with how it was come by behind it: "murer, udlært 2001", "kok af uddannelse"."""
_ELSEWHERE = re.compile(r"\b(?:på|hos|ved|i|for|af)\b", _I)
_ALSO_A_JOB = re.compile(
    r"chauffør|butik|salg|ekspedient|recept|vagt|kontor|lager|rengør|køkken|service|tjener|fotograf|musiker|journalist|"
    r"programmør|udvikler|oversætter|tolk|instruktør|fisker|skib|operatør|assistent|medhjælper|leder",
    _I,
)
"""Who "blev" that in a year may only have begun in such a job."""
_AS_ASSISTANT = "assistent"


def apprenticeships(text: str, parts: Iterable[Unit], reader: Reader) -> Iterator[Named]:
    """The educations that the sentences of a CV say were finished, each with where its trade stands."""
    for part in parts:
        sentence = text[part.start : part.end]
        if _NOT_FINISHED.search(sentence):
            continue
        for found in _BECAME.finditer(sentence):
            trade = found["trade"]
            if not _ELSEWHERE.search(trade) and (found["told"] or not _ALSO_A_JOB.search(trade)):
                yield from named_trade(trade, part.start + found.start("trade"), reader)
        for found in _BY_TRADE.finditer(sentence):
            group = "first" if found["first"] else "second"
            if not _ELSEWHERE.search(found[group]):
                yield from named_trade(found[group], part.start + found.start(group), reader)
        if _FINISHED.search(sentence):
            yield from _learnt(sentence, part.start, reader)


def _learnt(sentence: str, start: int, reader: Reader) -> Iterator[Named]:
    """The trades of which a sentence with a finished apprenticeship tells; "butikselev" is trained as an assistant."""
    for found in _APPRENTICED.finditer(sentence):
        if found["trade"]:
            yield from named_trade(found["trade"], start + found.start("trade"), reader)
            continue
        stem = found["stem"]
        for name in (stem, stem.removesuffix("e"), stem + _AS_ASSISTANT):
            codes = [code for code, _, _ in named_trade(name, 0, reader)]
            if codes:
                yield codes[0], start + found.start(), start + found.end()
                break
