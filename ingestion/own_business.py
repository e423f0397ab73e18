"""The jobs of those who say that they had a business of their own: its owner's, and the trade itself."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingestion.employments import Title, held_during
from ingestion.job_patterns import NO_JOBS
from ingestion.periods import time_spans, years_said
from ingestion.place_names import PlaceNames, place_names
from ingestion.reader import Reader
from ingestion.sections import Section, kind_at
from ingestion.seeking import is_sought, seeking_in
from ingestion.words import words
from ontology.people import GUESSED, Document, Held
from ontology.usual_jobs import OwnBusiness, load_own_businesses

_RAN = "(?:havde|drev|købte|åbnede|overtog|startede|had|ran|owned|opened)"
_OWN = re.compile(
    r"(?:\b(?:egen|eget|egne|selvstændig(?: med)?)|"
    rf"\b(?:jeg|vi|i|we) (?:\w+ )?{_RAN}|{_RAN} (?:jeg|vi)|^\W*(?:(?:så|siden|før|derefter|senere) )?{_RAN})\s+"
    r"(?P<what>[^.,;:\n]*)",
    re.IGNORECASE,
)
_MOST_BETWEEN = 2
"""Words that may stand before the business: "egen lille salon"."""
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s|$)|$)", re.MULTILINE)


def own_businesses(document: Document, layout: Sequence[Section], reader: Reader) -> Iterator[Held]:
    """The owner's job and the trade of each business that a sentence calls one's own and says when or how long."""
    for sentence in _SENTENCE.finditer(document.text):
        text, start = sentence[0], sentence.start()
        own = _OWN.search(text)
        if own is None or kind_at(layout, start) in NO_JOBS or is_sought(text, own.start()) or seeking_in(text):
            continue
        spans, lasted = [one for one in time_spans(text) if not one.alone], years_said(text)
        if spans or lasted is not None:
            for place, end, business in _named(own["what"]):
                at = start + own.start("what")
                for job in dict.fromkeys((business.owner, business.trade)):
                    if job in reader.taxonomy.occupation_rows:
                        title = Title(at + place, at + end, job, GUESSED)
                        yield held_during(document, title, spans, None if spans else lasted)


def _named(text: str) -> Iterator[tuple[int, int, OwnBusiness]]:
    """The business that a text opens with and its place."""
    row = list(words(text))
    for first, last, (business, *_) in _businesses().among(row):
        if row.index(first) <= _MOST_BETWEEN:
            yield first.start, last.end, business
        return


@cache
def _businesses() -> PlaceNames[OwnBusiness]:
    return place_names((one.term, one) for one in load_own_businesses())
