"""Jobs that a CV tells by a workplace and how long, without title and date: "to år på et museum", "Mejeri 4 somre"."""

import re
from collections.abc import Iterable, Iterator

from ingestion.employments import Title, held_during
from ingestion.job_patterns import NO_JOB, NO_JOBS
from ingestion.mentions import find
from ingestion.periods import period, without_years, years_said
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.sections import Section, kind_at
from ingestion.seeking import seeking_in
from ingestion.usual_jobs import Guess, usual_jobs
from ontology.people import Document, Held

_AT = re.compile(
    r"\b(?:år|måneder|mdr\.?|somre|sommere|sæsoner|kampagner|years|months|summers|seasons) "
    r"(?:på|i|hos|ved|in|at|on) (?:(?:et|en|den|det|an?|the) )?",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\b(?:jeg var|var jeg|har været|arbejde\w*|ansat|stod|stået|hjalp|hjulpet|vikar\w*|afløser|job\w*|worked|"
    r"was|been)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"\w*(?:skole|gymnasie?|gymnasium|seminari\w*|universitet\w*|school|university)", re.IGNORECASE)
"""Where one is taught too."""
_NEVER = re.compile(r"\b(?:ikke|aldrig|never|not|frivillig\w*|volunteer\w*)\b", re.IGNORECASE)


def worked_at(document: Document, parts: Iterable[Unit], layout: tuple[Section, ...], reader: Reader) -> Iterator[Held]:
    """The jobs that are usual at such workplaces, each a guess, with how long."""
    for part in parts:
        text = document.text[part.start : part.end]
        lasted = None if kind_at(layout, part.start) in NO_JOBS else years_said(text)
        if lasted is None or period(text) or NO_JOB.search(text) or _NEVER.search(text) or seeking_in(text):
            continue
        guess = _guess(text)
        if guess and guess.occupation in reader.taxonomy.occupation_rows and not find(text, reader.occupations):
            title = Title(part.start + guess.start, part.start + guess.end, guess.occupation, guess.confidence)
            yield held_during(document, title, (), lasted)


def _guess(text: str) -> Guess | None:
    """The job of the workplace that opens a sentence, or stands behind how long one worked there."""
    opening = usual_jobs().guess(without_years(text), "")
    if opening and not text[: opening.start].strip(" \t-–•*"):
        return opening
    behind = _AT.search(text) if _WORKED.search(text) else None
    if behind is None or _SCHOOL.match(text, behind.end()):
        return None
    found = usual_jobs().guess(text[behind.end() :], "")
    if found is None or found.start:
        return None
    return Guess(behind.end(), behind.end() + found.end, found.occupation, found.confidence)
