"""Jobs that a CV tells by a workplace, without a title: "to år på et museum", "praktik i en børnehave"."""

import re
from collections.abc import Collection, Iterable, Iterator

from ingestion.employments import Title, held_during
from ingestion.job_patterns import ANOTHER_DOES, LEADS_IN, NEVER, NO_JOB, NO_JOBS
from ingestion.periods import TimeSpan, period, without_periods, without_years, years_said
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.sections import Section, kind_at
from ingestion.seeking import seeking_in
from ingestion.usual_jobs import Guess, usual_jobs
from ontology.people import Document, Held

_PLACE = r"\b(?:på|i|hos|ved|for|in|at|on)\s+(?:(?:et|en|den|det|min|an?|the|my)\s+)?"
_WORKED = re.compile(
    r"\b(?:\w*praktik(?:ken)?|løntilskud|\w*prøvning|nyttejob|nytteindsats|\w*job|jobbet|vikar\w*|\w*afløser|ansat|"
    r"arbejd\w*|stod|stået|hjalp|hjulpet|\w*hjælper|work\w*|internship|helped|bag (?:disken|baren|skranken))"
    rf"(?:(?: [^.;:,\n]{{0,25}}?|,)? ?{_PLACE}|, )",
    re.IGNORECASE,
)
"""What tells of work just before where it was."""
_WAS = re.compile(
    r"\b(?:år|måneder|mdr\.?|uger|somre|sommere|efterår|forår|vintre|sæsoner|\w*kampagner?|years|months|weeks|summers|seasons|var|været|gik|gået|"
    r"kom|startede|begyndte|sad|siddet|kørt|kørte|pakke(?:t|de)|was|been|started|began)"
    rf"(?: (?:jeg|så|også|først|med|det|æ|i træk|I)){{0,2}} {_PLACE}",
    re.IGNORECASE,
)
"""What tells of it where the time is said too."""
_UNPAID = re.compile(r"\b(?:frivillig\w*|volunteer\w*)\b", re.IGNORECASE)
_NOW = re.compile(r"\W*(?:lige )?nu\b", re.IGNORECASE)
_THEN = re.compile(
    r"\W*(?:(?:lige|nu|så|siden|derefter|bagefter|først|senere|og|før det|inden da|then|now) )+", re.IGNORECASE
)
_SCHOOL = re.compile(
    r"\w*(?:højskole|efterskole|sprogskole|gymnasie?|gymnasium|seminari\w*|universitet\w*|kurs\w*|university)",
    re.IGNORECASE,
)
"""Where one is taught too."""
_MOST_BETWEEN = 14
"""Letters of a word that may stand before the workplace: "et privat plejehjem"."""


def worked_at(
    document: Document,
    parts: Iterable[Unit],
    layout: tuple[Section, ...],
    reader: Reader,
    told: Collection[int],
) -> Iterator[Held]:
    """The jobs that are usual at such workplaces, each a guess, with when or how long.

    `told` are the places of the jobs that are read already: a sentence with one of them tells no other so.
    """
    for part in parts:
        text = document.text[part.start : part.end]
        if kind_at(layout, part.start) in NO_JOBS or seeking_in(text):
            continue
        if NO_JOB.search(text) or _UNPAID.search(text) or any(part.start <= place < part.end for place in told):
            continue
        when, lasted = period(text), years_said(text)
        guess = _guess(text, when, lasted)
        if guess and guess.occupation in reader.taxonomy.occupation_rows:
            title = Title(part.start + guess.start, part.start + guess.end, guess.occupation, guess.confidence)
            yield held_during(document, title, (when,) if when else (), lasted)


def _guess(text: str, when: TimeSpan | None, lasted: float | None) -> Guess | None:
    """The job of the workplace that opens a sentence, or stands behind what one did or how long one worked there."""
    timed = when is not None or lasted is not None or bool(_NOW.match(text))
    if timed:
        plain = without_years(without_periods(text))
        lead = LEADS_IN.match(plain) or _THEN.match(plain)
        plain = " " * lead.end() + plain[lead.end() :] if lead else plain
        opening = usual_jobs().guess(plain, "")
        if opening and not plain[: opening.start].strip(" \t-–•*"):
            return opening
    for pattern in (_WORKED, _WAS) if timed else (_WORKED,):
        for cue in pattern.finditer(text):
            before = text[: cue.start()]
            if NEVER.search(before) or ANOTHER_DOES.search(before) or _SCHOOL.match(text, cue.end()):
                continue
            found = usual_jobs().guess(text[cue.end() :], before)
            between = "" if found is None else text[cue.end() : cue.end() + found.start].strip()
            if found is not None and len(between) <= _MOST_BETWEEN and " " not in between:
                return Guess(cue.end() + found.start, cue.end() + found.end, found.occupation, found.confidence)
    return None
