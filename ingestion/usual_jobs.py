"""The job that a piece of a CV lets guess by the workplace that it names, where it names no title."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from ingestion.place_names import PlaceNames, place_names
from ingestion.redaction_terms import COUNTRY
from ingestion.words import Word, plain_words, words
from ontology.kinds import EscoUri
from ontology.usual_jobs import UsualJob, load_usual_jobs

_MOST_CLAUSES = 3
_CLAUSES = re.compile(r"[,;:()|·•\t]+|\.(?=\s|$)|\s[–-]\s|\s{2,}")
_SENTENCE = re.compile(r"[.:](?=\s|$)")
_SAYS_LITTLE = re.compile(
    rf"\W*(?:{COUNTRY}|danmark|sommer\w*|vinter\w*|sæson\w*|deltid|fuldtid|vikar\w*|afløser|ufaglært|medarbejder|ansat|"
    r"arbejder|arbejde|job|diverse|forskelligt?|\d+ (?:t|timer))?\W*",
    re.IGNORECASE,
)
"""A clause after which the workplace may still come."""
_ROLE = re.compile(
    r"(?:\w{5,})?ejer|\w*(?:chef|leder|ansvarlig|konsulent|ingeniør|tekniker|mester|formand|koordinator|specialist|manager|direktør|"
    r"elev|lærling|praktik\w*|student\w*|studerende|kursus|laborant|sygeplejerske|pædagog|lærer|læge|bestyrer|svend|"
    r"smed|mekaniker|elektriker|jurist|planlægger|sælger|indehaver|kok|rådgiver|udvikler|controller|tillidsmand|"
    r"repræsentant|frivillig|engineer|nurse|teacher|supervisor|owner|director|volunteer|trainee|intern)|egen|eget|egne|selvstændig",
    re.IGNORECASE,
)
"""A title that we could not read, or what was no job: then nothing is guessed from the workplace."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The workplace at [start, end) of a text and the job that is usual there; confidence in (0, 1]."""

    start: int
    end: int
    occupation: EscoUri
    confidence: float


@dataclass(frozen=True)
class UsualJobs:
    """The jobs of each workplace."""

    places: PlaceNames[UsualJob]

    def guess(self, text: str, told: str) -> Guess | None:
        """The job of the first workplace in `text`, chosen by the words there and in `told`, the lines of the job.

        None where there is none, where its job depends on words that are not told, or a title stands beside it.
        """
        sentence = _SENTENCE.split(text)[0]
        if any(_ROLE.fullmatch(word) for word in plain_words(sentence)):
            return None
        row = list(words(text))
        for clause in _opening(text, row):
            found = [*self.places.among(clause)]
            for first, last, jobs in found:
                beside = [word.text for word in row if not first.start <= word.start <= last.start]
                job = _chosen(jobs, [*beside, *plain_words(told)])
                if job is not None:
                    return Guess(first.start, last.end, job.uri, job.sure)
            if not found and not _SAYS_LITTLE.fullmatch(" ".join(word.text for word in clause)):
                return None
        return None


def _opening(text: str, row: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words of each of the first clauses of a text."""
    borders = [0, *(match.end() for match in _CLAUSES.finditer(text)), len(text) + 1]
    clauses = ([word for word in row if a <= word.start < b] for a, b in pairwise(borders))
    yield from islice((one for one in clauses if one), _MOST_CLAUSES)


def _chosen(jobs: Sequence[UsualJob], beside: Iterable[str]) -> UsualJob | None:
    """The job of whose words one stands first beside the workplace, else the one that asks for none."""
    by_word = [(word, job) for job in jobs for word in job.words]
    for one in beside:
        told = next((job for word, job in by_word if one.startswith(word)), None)
        if told is not None:
            return told
    return next((job for job in jobs if not job.words), None)


@cache
def usual_jobs() -> UsualJobs:
    """Our own table, ready to be searched.

    Raises:
        OntologyError: The table is malformed.
    """
    return UsualJobs(place_names((job.term, job) for job in load_usual_jobs()))
