"""What a CV says that a person wants: jobs, hours, and how far to travel; what they do not want is no wish."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingestion.conditions import hours_in
from ingestion.mentions import Mention, find
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.sections import Section, SectionKind, kind_at
from ontology.kinds import EscoUri
from ontology.people import Means

_I = re.IGNORECASE
_SEEKS = re.compile(
    r"\b(?:søger|jobsøgende|(?<![a-zæøå]s )ønsker|ønskes|vil (?:\w+ ){0,2}(?:gerne|helst) (?!lære)|drømmer om|"
    r"drømmejob\w*|jobmål|jobønske\w*|"
    r"kunne (?:\w+ )?(?:godt )?tænke mig|håber (?:på|at)|interesseret i|åben (?:for|over for)|leder efter|"
    r"looking for|seeking|would like to|wish to|hope to|interested in)",
    _I,
)
_FITS = re.compile(
    r"\b(?:passer (?:mig|os|bedst)|jeg kan (?:\w+ ){0,2}(?:arbejde|klare|magte)|kan (?:højst|maks\w*|max) arbejde|"
    r"i can work|suits me)\b",
    _I,
)
"""What says of hours, in a sentence of its own, that they are wished."""
_AGAINST = re.compile(
    r"\b(?:ikke|aldrig|undgå\w*|nødigt|hverken|ingen|uden|væk fra|ud af|i stedet for|frem for|fremfor|"
    r"færdig med|træt af|"
    r"not|never|no longer|no more|avoid|instead of|rather than|away from)\b",
    _I,
)
_BACKGROUND = re.compile(
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
_GOES_ON, _JOINT = re.compile(r"\b(?:men|dog|but|gerne|helst)\b", _I), 6
"""What carries a wish on into the next clause, within so many characters of where they meet."""
_CAR = re.compile(
    r"\b(?:har|egen|og|med|kører(?: i)?) (?:egen |selv )?bil\b|\begen bil\b|\bbil\s*(?:[:=]|haves|"
    r"til rådighed)\s*(?!nej|ingen)|"
    r"\b(?:own|have a|have my own) car\b|\bb?il:? ja\b",
    _I,
)
_NO_CAR = re.compile(
    r"\b(?:ikke|ingen|uden|no|not)\b (?:\w+ )?(?:egen |en |a )?(?:bil|car)\b|\bbil\s*:\s*(?:nej|ingen)\b|"
    r"\b(?:don't|do not) (?:have|own|drive) a car\b",
    _I,
)
_PUBLIC = re.compile(
    r"\b(?:offentlig\w* transport\w*|kollektiv\w* (?:transport|trafik)|"
    r"(?:med|tager) (?:bus|tog|bussen|toget)|bus (?:og|eller) tog|public transport)\b",
    _I,
)
_TRAVEL = re.compile(
    r"\b(?:transport\w*|pendl\w*|køre(?!kort)\w*|kørsel|rejse\w*|afstand|hjemmefra|"
    r"fra (?:hjem|bopæl|mit hjem)\w*|arbejdsvej\w*|commut\w*|travel\w*|"
    r"med (?:bus|tog|bil|cykel)|på cykel|hver vej|each way)\b",
    _I,
)
_MINUTES = re.compile(
    r"(?P<minutes>\d{1,3}) ?min(?:\.|utter\w*|utes?|s)?\b|"
    r"(?P<hours>\b(?:en halv|halvanden|en|1½|1,5|1|to|2|half an|an|one)) (?:times?|hours?)\b",
    _I,
)
_HOURS = {"en halv": 30, "half an": 30, "halvanden": 90, "1½": 90, "1,5": 90, "to": 120, "2": 120}
_LONGEST_BEFORE, _ABBREVIATED = 40, 20
"""How far before its verb the job of a wish may stand, and how far on "max 30 min." goes after its full stop."""
_AN_HOUR, _LEAST_MINUTES, _MOST_MINUTES = 60, 5, 240


@dataclass(frozen=True, slots=True)
class Sought:
    """What a person wants: occupations in the order said; hours a week, least and most, None = not said."""

    occupations: tuple[EscoUri, ...]
    hours_min: float | None
    hours_max: float | None


def seeking_in(text: str) -> bool:
    """Whether a sentence says what is sought."""
    return bool(_SEEKS.search(text))


def is_sought(text: str, place: int) -> bool:
    """Whether what stands at a place of a sentence is sought, and not the background that is told beside it."""
    verb = _SEEKS.search(text)
    return verb is not None and verb.start() < place and not _BACKGROUND.search(text[verb.end() : place])


def sought(text: str, parts: Sequence[Unit], layout: Sequence[Section], reader: Reader) -> Sought:
    """What a redacted CV says that the person wants."""
    wishes = [*_wishes(text, parts, layout)]
    jobs = [one.uri for wish in wishes for one in _jobs(wish, reader)]
    told = [clause for wish in wishes for clause in _for(wish.told)]
    told += [text[part.start : part.end] for part in parts if _FITS.search(text[part.start : part.end])]
    low, high = hours_in("\n".join(told))
    return Sought(tuple(dict.fromkeys(jobs)), low, high)


def minutes_in(text: str, parts: Iterable[Unit]) -> int | None:
    """The longest journey to work that a CV accepts, in minutes; None = not said."""
    for part in parts:
        sentence = text[part.start : part.end + _ABBREVIATED].split("\n")[0]
        found = _MINUTES.search(sentence) if _TRAVEL.search(sentence) else None
        if found:
            minutes = int(found["minutes"]) if found["minutes"] else _HOURS.get(found["hours"].casefold(), _AN_HOUR)
            if _LEAST_MINUTES <= minutes <= _MOST_MINUTES:
                return minutes
    return None


def means_in(text: str) -> Means | None:
    """How the person travels, where a CV says so."""
    if _NO_CAR.search(text):
        return Means.TRANSIT
    if _CAR.search(text):
        return Means.CAR
    return Means.TRANSIT if _PUBLIC.search(text) else None


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a sentence says to want, and what stands before that ("Tømrer søger arbejde")."""

    before: str
    told: str


def _wishes(text: str, parts: Iterable[Unit], layout: Sequence[Section]) -> Iterator[_Wish]:
    """The sentences that say what is sought; one that goes on after "men" too."""
    last = 0
    for part in parts:
        sentence = text[part.start : part.end]
        verb = _SEEKS.search(sentence)
        goes_on = (
            last
            and "\n" not in text[last : part.start]
            and _GOES_ON.search(text[max(0, last - _JOINT) : part.start + _JOINT])
        )
        if verb:
            yield _Wish(sentence[: verb.start()], sentence[verb.start() :])
        elif goes_on or kind_at(layout, part.start) is SectionKind.WISHES:
            yield _Wish("", sentence)
        last = part.end if verb or goes_on else 0


def _for(told: str) -> Iterator[str]:
    """The clauses of a wish that say what is wanted, each up to what was done before or is not wanted."""
    for clause in _CLAUSE.split(told):
        ends = [found.start() for found in (_AGAINST.search(clause), _BACKGROUND.search(clause)) if found]
        kept = clause[: min(ends, default=len(clause))]
        if kept.strip():
            yield kept


def _jobs(wish: _Wish, reader: Reader) -> tuple[Mention, ...]:
    """The jobs of a wish: those after its verb, else one before it that is not told as background."""
    named = tuple(one for clause in _for(wish.told) for one in find(clause, reader.occupations))
    if named or len(wish.before) > _LONGEST_BEFORE or _BACKGROUND.search(wish.before) or _AGAINST.search(wish.before):
        return named
    return find(wish.before, reader.occupations)
