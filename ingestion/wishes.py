"""Where a CV says what is wished, clause by clause, without what is not wanted, sought in vain or another's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingestion.dialect import NOT
from ingestion.kin import RELATIVE_OF_MINE
from ingestion.redaction_terms import KIN
from ingestion.requirements import Unit
from ingestion.sections import Section, SectionKind, kind_at

_I = re.IGNORECASE
_SEEKS = re.compile(
    r"\b(?:søger|jobsøgende|(?<![a-zæøå]s )ønsker|ønskes|vil (?:\w+ ){0,2}(?:gerne|helst) (?!lære)|drømmer om|"
    r"drømmejob\w*|jobmål|jobønske\w*|"
    r"kunne (?:\w+ )?(?:godt )?tænke mig|håber (?:på|at)|interesseret i|åben (?:for|over for)|leder efter|"
    r"looking for|seeking|would like to|wish to|hope to|interested in)",
    _I,
)
_WANTS = re.compile(
    r"\b(?:jeg søge\b(?! om)|(?:kigger|går|på udkig|på jagt) efter|vil (?:\w+ ){0,2}(?:gern|hellere|ger?nt) |"
    r"(?:gerne?|helst|hellere) (?:ville? )?(?:vil (?:jeg|a|æ)|jeg vil)|"
    r"ku(?:nne)? (?:(?:jeg|godt|også|osse) ){0,2}tænke? mig|har lyst til|"
    r"(?:min(?: store)? drøm|drømmen|mit (?:mål|ønske)|målet) er|mangler (?:et )?(?:job|arbejde) (?:som|i|på|med|ved)|"
    r"(?:jeg|a) vil (?:ha|have|være|arbejde|tilbage|på|i)\b|i (?:really )?want\b|i(?: a|')?m after|would love to)|"
    r"^\W*(?:og |så |nu |kun )?(?:vil (?:ha|have|være|arbejde|tilbage|på|i)\b|vil\s*[:|]|søge\b|"
    rf"(?:gerne?|helst|allerhelst|allerbedst|hellere|ønske(?:job)?|mål)\b(?! {NOT}\b)|"
    r"hvad (?:vil jeg|jeg (?:gerne |helst )?vil)(?: (?:nu|så|gerne|lave))?\?|hvad nu\?)",
    _I,
)
"""What says it too, in a sentence of its own: dialect, learners' Danish, turned round."""
_AGAINST = re.compile(
    rf"\b(?:{NOT}|aldrig|undgå\w*|nødigt|hverken|ingen|uden|væk fra|ud af|i stedet for|frem for|fremfor|"
    r"færdig med|træt af|(?:mindre|ikke) interesseret i|nej (?:tak|til)|"
    r"not|never|no longer|no more|avoid|instead of|rather than|away from)\b",
    _I,
)
BACKGROUND = re.compile(
    r"\b(?:efter (?:\d+|mange|flere|[a-zæøå]+ år)|med (?:min |en )?(?:baggrund|erfaring)|erfaring(?:en)? som|"
    r"har (?:været|arbejdet|haft)|"
    r"uddannet (?:som )?|udlært|tidligere|hvor jeg var|after \w+ years|with (?:a )?background|"
    r"worked as|experience as)\b",
    _I,
)
"""What follows it in a clause is what was done, not what is sought."""
_CLAUSE = re.compile(
    r"[;:()]|,(?= (?:men|ikke|og ikke|gerne|helst|dog|but|not)\b)|"
    r"\b(?=(?:men|dog|but|og ikke|and not)\b)|[ ][–-][ ]",
    _I,
)
_TURNED = re.compile(
    r"(?:^|,|\bog\b)(?:(?!\bog\b)[^,]){0,60}?\b(?:vil|kan|kommer|skal|gider|er|orker|magter|tager|laver|går|duer?|dur|passer)"
    r"(?: \w+){0,2} $",
    _I,
)
"""What stands before a "not" that is said of it: "telefonsalg kommer jeg ikke til at lave igen"."""
_ASIDE = re.compile(
    r"\b(?:hvor|hvis|fordi|pga|når|mens|så (?:jeg|vi|man|længe)|da (?:jeg|vi)|end|tæt på|nær|nærheden|hente|aflevere|"
    r"sammen med (?!(?:små |de )?(?:børn|dyr|ældre|gamle|unge|mennesker))|because|where|if|than|near|close to)\b",
    _I,
)
"""What follows it tells of the wish, and no more of it."""
_GOES_ON, _JOINT = re.compile(r"\b(?:men|dog|but|gerne|helst|ellers?|ell?|evt|eventuelt|måske|otherwise)\b", _I), 6
"""What carries a wish on into the next clause, within so many characters of where they meet."""
_ALSO = re.compile(
    r"\b(?:også|osse)\b.{0,12}\b(?:ok|okay|fint?|godt?|gerne|cool)\b|\bmå (?:også|osse|godt|gerne)\b", _I
)
"""What adds to a wish in the next sentence."""
_SPARE = frozenset({SectionKind.INTERESTS, SectionKind.REFERENCES})
_WORK = re.compile(r"søge|leder efter|looking for", _I)
"""What is wished under spare time is no job, but where it says so."""
_ANOTHERS = re.compile(
    rf"\b{RELATIVE_OF_MINE}\b(?:(?! jeg\b)[^,.;])*$|"
    r"\b(?:der|de|dem|han|hun|man|kunde\w*|borger\w*|firmaet|kommunen|virksomhed\w*|chefen|they|who|he|she)"
    r"(?: (?:også|gerne|nu|altid|only|also))?\s*$",
    _I,
)
"""Who wishes it, where that is not the writer."""
_IN_VAIN = re.compile(
    rf"\bafslag|\bfik (?:(?:jeg|det|den|stillingen|jobbet|dog|desværre) ){{0,3}}(?:{NOT}|nej)\b|"
    r"\bgik til (?:en )?anden|\b(?:de|man) (?:tog|valgte|ansatte|ville ik|sagde|sige[r]?)\b|\btog en anden|"
    rf"\bblev (?:nummer|det {NOT}|{NOT} til)|\bhørte (?:aldrig|{NOT})|\bsagde nej|\bturned down|\brejected|"
    r"\bdid(?:n't| not) get",
    _I,
)
_TELLS_ELSE = re.compile(
    rf"^\W*har\b|\b(?:søgte|var|blev|fik|havde|tilbudt|arbejdede|jeg har|har jeg|er jeg|gift|"
    rf"kørekort|{KIN})(?:e[nr])?\b|█|\bnej\b|\ber (?:slut|udelukket)|\b(?:går|dur|duer) ik",
    _I,
)
"""A sentence under a heading of wishes that tells of something else."""
_LONGEST_REST = 80
"""How far behind a wish it may be said to be in vain."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a sentence says to want, and what stands before that ("Tømrer søger arbejde")."""

    before: str
    told: str


def wishes(text: str, parts: Iterable[Unit], layout: Sequence[Section]) -> Iterator[Wish]:
    """The sentences that say what is sought; one that goes on after "men" too."""
    last, asked = 0, False
    for part in parts:
        sentence = text[part.start : part.end]
        verb = wish_in(sentence)
        goes_on = last and "\n" not in text[last : part.start] and (asked or _joined(text, last, part))
        section = kind_at(layout, part.start)
        under = goes_on or section is SectionKind.WISHES
        if verb and section in _SPARE and not _WORK.match(verb[0]):
            continue
        if verb and not _of_another_or_in_vain(text, part, verb):
            yield Wish(sentence[: verb.start()], sentence[verb.end() :])
        elif not verb and under and not _TELLS_ELSE.search(sentence):
            yield Wish("", sentence)
        last = part.end if verb or goes_on else 0
        asked = bool(verb) and sentence.rstrip().endswith("?")


def wish_in(sentence: str) -> re.Match[str] | None:
    """What says first that something is wished."""
    found = [one for one in (_SEEKS.search(sentence), _WANTS.search(sentence)) if one]
    return min(found, key=lambda one: one.start(), default=None)


def _joined(text: str, last: int, part: Unit) -> bool:
    joint = text[max(0, last - _JOINT) : part.start + _JOINT]
    return bool(_GOES_ON.search(joint) or _ALSO.search(text[part.start : part.end]))


def _of_another_or_in_vain(text: str, part: Unit, verb: re.Match[str]) -> bool:
    rest = re.split(r"[.!?\n]", text[part.end : part.end + _LONGEST_REST])[0]
    told = text[part.start + verb.start() : part.end] + rest
    return bool(_ANOTHERS.search(text[part.start : part.start + verb.start()]) or _IN_VAIN.search(told))


def wanted(told: str) -> Iterator[str]:
    """The clauses of a wish that say what is wanted, each up to what was done before or is not wanted."""
    for clause in _CLAUSE.split(told):
        ends = [found.start() for found in (one.search(clause) for one in (_AGAINST, BACKGROUND, _ASIDE)) if found]
        kept = clause[: min(ends, default=len(clause))]
        turned = _TURNED.search(kept[-_LONGEST_REST:]) if ends and _AGAINST.match(clause, len(kept)) else None
        kept = kept[: -len(turned[0])] if turned else kept
        if kept.strip():
            yield kept


def unwanted(text: str) -> bool:
    """Whether a piece of text says of what it names that it was done, or is not wanted."""
    return bool(BACKGROUND.search(text) or _AGAINST.search(text))
