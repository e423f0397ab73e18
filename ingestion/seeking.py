"""What a CV says that a person wants: jobs and hours; what they do not want is no wish."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingestion.conditions import hours_in
from ingestion.mentions import find
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.sections import Section, SectionKind, kind_at
from ingestion.short_titles import all_written_out
from ontology.kinds import EscoUri
from ontology.people import Held

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
    r"færdig med|træt af|(?:mindre|ikke) interesseret i|"
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
_LONGEST_BEFORE = 40
"""How far before its verb the job of a wish may stand."""


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


def sought(
    text: str, parts: Sequence[Unit], layout: Sequence[Section], reader: Reader, held: Iterable[Held] = ()
) -> Sought:
    """What a redacted CV says that the person wants; a title of a job `held` means what it means there."""
    called = {one.title.casefold(): one.occupation for one in held}
    wishes = [*_wishes(text, parts, layout)]
    jobs = [uri for wish in wishes for uri in _jobs(wish, reader, called)]
    told = [clause for wish in wishes for clause in _for(wish.told)]
    told += [text[part.start : part.end] for part in parts if _FITS.search(text[part.start : part.end])]
    low, high = hours_in("\n".join(told))
    return Sought(tuple(dict.fromkeys(jobs)), low, high)


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


def _jobs(wish: _Wish, reader: Reader, called: Mapping[str, EscoUri]) -> list[EscoUri]:
    """The jobs of a wish: those after its verb, else one before it that is not told as background."""
    named = [*_named((all_written_out(clause) for clause in _for(wish.told)), reader, called)]
    if named or len(wish.before) > _LONGEST_BEFORE or _BACKGROUND.search(wish.before) or _AGAINST.search(wish.before):
        return named
    return [*_named((wish.before,), reader, called)]


def _named(texts: Iterable[str], reader: Reader, called: Mapping[str, EscoUri]) -> Iterator[EscoUri]:
    for text in texts:
        for one in find(text, reader.occupations):
            yield called.get(text[one.start : one.end].casefold(), one.uri)
