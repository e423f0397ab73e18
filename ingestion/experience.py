"""Which jobs a CV says that a person has held, and when."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingestion.dates import period, without_period
from ingestion.mentions import Mention, find
from ingestion.reader import Reader
from ingestion.redaction import BLOCK
from ingestion.redaction_terms import COUNTRY
from ingestion.requirements import Unit
from ingestion.sections import Section, SectionKind, kind_at
from ontology.kinds import EscoUri
from ontology.people import Document, Evidence, Held

_LEAST = 0.68
"""Below this likeness a line's title is taken for no occupation."""
_OPENING = 8
_SHORTEST = 3
_NOT_HELD = frozenset({SectionKind.INTERESTS, SectionKind.REFERENCES, SectionKind.WISHES})
_NO_JOB_LINES = _NOT_HELD | {SectionKind.EDUCATION}
"""A dated line under education is a school; a trade learnt there is still the person's own."""
_AS = re.compile(r"\b(?:som|er|var|været|og|udlært|uddannet|faglært|erfaren|as|a|an)\s+$", re.IGNORECASE)
_SEEKS = re.compile(
    r"\b(?:søger|ønsker|vil gerne (?:arbejde|have|være)|drømmer om|looking for|seeking)\b", re.IGNORECASE
)
_END_OF_TITLE = re.compile(r"[,.;:|·•]| hos | ved | i | på |, | at | for ")
_FOLLOWS = re.compile(r"\s*(?:$|[^\w\s]|\d|(?:hos|i|på|ved|med|fra|for|siden|og|at|in|with)\b)", re.IGNORECASE)
"""What may follow a job title; "lærer hurtigt" (learns fast) and "planlægger ugen" (plans the week) are verbs."""
_AND_A_VERB = re.compile(r"\s+og\s+([a-zæøå]+er)\b")
_ABROAD = re.compile(COUNTRY, re.IGNORECASE)
"""Where work was done stands in the place of a title: "2004-2011: Polen, møbelfabrik"."""
_AND = re.compile(r" og | & |/| and ")


def evidence(document: Document, start: int, end: int) -> Evidence:
    """The place [start, end) of a document."""
    return Evidence(document.id, start, end, document.text[start:end])


def seeks(text: str) -> bool:
    """Whether a sentence says what is sought rather than what was done."""
    return bool(_SEEKS.search(text))


def held_jobs(
    document: Document, parts: Iterable[Unit], layout: tuple[Section, ...], reader: Reader
) -> tuple[Held, ...]:
    """The occupations that a CV says were held, those of dated lines first, each once."""
    found: dict[EscoUri, Held] = {}
    for one in (*_of_lines(document, layout, reader), *_of_sentences(document, parts, layout, reader)):
        found.setdefault(one.occupation, one)
    return tuple(found.values())


def _of_lines(document: Document, layout: tuple[Section, ...], reader: Reader) -> Iterator[Held]:
    """One job a dated line: its title stands before the employer and the place."""
    for start, end in _lines(document.text):
        line = document.text[start:end]
        years = period(line)
        if years is None or kind_at(layout, start) in _NO_JOB_LINES:
            continue
        whole = _END_OF_TITLE.split(without_period(line).strip(" \t-–:,•·»"))[0].strip()
        for title in (whole, *_AND.split(whole)) if _AND.search(whole) else (whole,):
            if len(title.strip()) < _SHORTEST or BLOCK in title or _ABROAD.fullmatch(title.strip()):
                continue
            ranked = reader.occupation_of(title)
            if ranked and ranked[0][1] >= _LEAST:
                first = start + max(line.find(title), 0)
                proof = evidence(document, first, first + len(title))
                yield Held(ranked[0][0], title, *years, ranked[0][1], (proof,))
                if title == whole:
                    break


def _of_sentences(
    document: Document, parts: Iterable[Unit], layout: tuple[Section, ...], reader: Reader
) -> Iterator[Held]:
    """The occupations that a sentence opens with, or that "som" leads to."""
    for part in parts:
        text = document.text[part.start : part.end]
        if seeks(text) or kind_at(layout, part.start) in _NOT_HELD:
            continue
        named = find(text, reader.occupations)
        for mention in named:
            place = evidence(document, part.start + mention.start, part.start + mention.end)
            own = (
                _own_job(text[: mention.start])
                and _FOLLOWS.match(text[mention.end :])
                and not _is_verb(text, mention, named)
            )
            if own and reader.is_title(place.text, mention.uri):
                years = period(text) or (None, None, False)
                yield Held(mention.uri, place.text, *years, mention.confidence, (place,))


def _is_verb(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """Whether another verb goes on from it: "planlægger og skriver lister" names no planner."""
    goes_on = _AND_A_VERB.match(text, mention.end)
    return bool(goes_on) and all(one.start != goes_on.start(1) for one in named if goes_on)


def _own_job(before: str) -> bool:
    """Whether an occupation after `before` in its sentence is the writer's own: it opens it, or "som" leads to it."""
    left = without_period(before).strip(" \t-–:,•.0123456789/()")
    return len(left) <= _OPENING or bool(_AS.search(before))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
