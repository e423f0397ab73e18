"""What a CV says that a person wants: jobs and hours; what they do not want is no wish."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.sections import Section
from ingestion.short_titles import all_written_out
from ingestion.wished_hours import wished_hours
from ingestion.wished_jobs import WishedJobs
from ingestion.wishes import BACKGROUND, Wish, unwanted, wanted, wish_in, wishes
from ontology.kinds import EscoUri
from ontology.people import Held

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
    return wish_in(text) is not None


def is_sought(text: str, place: int) -> bool:
    """Whether what stands at a place of a sentence is sought, and not the background that is told beside it."""
    verb = wish_in(text)
    return verb is not None and verb.start() < place and not BACKGROUND.search(text[verb.end() : place])


def sought(
    text: str, parts: Sequence[Unit], layout: Sequence[Section], reader: Reader, held: Sequence[Held] = ()
) -> Sought:
    """What a redacted CV says that the person wants; a title of a job `held` means what it means there."""
    told, jobs = [*wishes(text, parts, layout)], WishedJobs(reader, held)
    for wish in told:
        _read(wish, jobs)
    low, high = wished_hours(text, parts, layout, told)
    return Sought(tuple(dict.fromkeys(jobs.found)), low, high)


def _read(wish: Wish, jobs: WishedJobs) -> None:
    """Read the jobs of a wish: those after its verb, else one before it that is not told as background."""
    named = [jobs.read(all_written_out(clause)) for clause in wanted(wish.told)]
    if not any(named) and len(wish.before) <= _LONGEST_BEFORE and not unwanted(wish.before):
        jobs.found += [one.uri for one in jobs.titles(wish.before)]
