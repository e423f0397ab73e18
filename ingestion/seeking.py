"""What a CV says that a person wants: jobs and hours; what they do not want is no wish."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingestion.conditions import hours_in
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.sections import Section
from ingestion.short_titles import all_written_out
from ingestion.wished_jobs import wished_jobs
from ingestion.wishes import BACKGROUND, SEEKS, Wish, unwanted, wanted, wishes
from ontology.kinds import EscoUri
from ontology.people import Held

_I = re.IGNORECASE
_FITS = re.compile(
    r"\b(?:passer (?:mig|os|bedst)|jeg kan (?:\w+ ){0,2}(?:arbejde|klare|magte)|kan (?:højst|maks\w*|max) arbejde|"
    r"i can work|suits me)\b",
    _I,
)
"""What says of hours, in a sentence of its own, that they are wished."""
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
    return bool(SEEKS.search(text))


def is_sought(text: str, place: int) -> bool:
    """Whether what stands at a place of a sentence is sought, and not the background that is told beside it."""
    verb = SEEKS.search(text)
    return verb is not None and verb.start() < place and not BACKGROUND.search(text[verb.end() : place])


def sought(
    text: str, parts: Sequence[Unit], layout: Sequence[Section], reader: Reader, held: Sequence[Held] = ()
) -> Sought:
    """What a redacted CV says that the person wants; a title of a job `held` means what it means there."""
    told = [*wishes(text, parts, layout)]
    jobs = [uri for wish in told for uri in _jobs(wish, reader, held)]
    timed = [clause for wish in told for clause in wanted(wish.told)]
    timed += [text[part.start : part.end] for part in parts if _FITS.search(text[part.start : part.end])]
    low, high = hours_in("\n".join(timed))
    return Sought(tuple(dict.fromkeys(jobs)), low, high)


def _jobs(wish: Wish, reader: Reader, held: Sequence[Held]) -> list[EscoUri]:
    """The jobs of a wish: those after its verb, else one before it that is not told as background."""
    named = [uri for clause in wanted(wish.told) for uri in wished_jobs(all_written_out(clause), reader, held)]
    if named or len(wish.before) > _LONGEST_BEFORE or unwanted(wish.before):
        return named
    return [*wished_jobs(wish.before, reader, held, titles_only=True)]
