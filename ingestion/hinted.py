"""What the clauses of a document hint at: of each skill its best clause, of each place its likeliest skill."""

from collections.abc import Collection, Iterable, Sequence
from math import inf
from typing import NamedTuple

from ingestion.hints import SURE, Hint, Hints, Jobs
from ingestion.mentions import Mention
from ingestion.reader import Reader
from ingestion.requirements import Unit
from ingestion.words import Word, words
from ontology.kinds import EscoUri
from ontology.people import Evidence


class Clause(NamedTuple):
    """A clause of a document: its words, and what was read in them; both count from its start."""

    unit: Unit
    row: tuple[Word, ...]
    read: tuple[Mention, ...]


def clause(text: str, unit: Unit, reader: Reader) -> Clause:
    """The clause of `text` at `unit`, read."""
    row = tuple(words(text[unit.start : unit.end]))
    return Clause(unit, row, reader.skills_among(row))


class Hinted(NamedTuple):
    """A hint and the clause that gives it; the hint counts from the start of the document."""

    hint: Hint
    clause: Clause


def candidates(
    clauses: Iterable[Clause],
    jobs: Jobs,
    known: Collection[EscoUri],
    hints: Hints,
    cv: bool,
    named: Sequence[Evidence] = (),
) -> list[Hinted]:
    """The best hint at each skill of `jobs` that is not `known`, however sure.

    What touches a place in `named`, as the titles of jobs held, is none: the name of a job says no skill.
    """
    best: dict[EscoUri, Hinted] = {}
    beaten = dict.fromkeys(known, inf)
    skills = hints.of_jobs(jobs)
    for told in clauses if skills.by_root else ():
        for score, hint in hints.within(told.row, skills, told.read, cv, beaten, told.unit.start):
            if not any(one.start < hint.end and hint.start < one.end for one in named):
                best[hint.uri], beaten[hint.uri] = Hinted(hint, told), score
    return list(best.values())


def surest(found: Sequence[Hinted], least: float = SURE) -> list[Hinted]:
    """Those of `found` that are at least so likely right, and of several at one place the likeliest; in order."""
    kept: dict[tuple[int, int], tuple[float, Hinted]] = {}
    for one in found:
        place, sure = (one.hint.start, one.hint.end), one.hint.sure
        if sure >= least and (place not in kept or sure > kept[place][0]):
            kept[place] = sure, one
    return [one for _, (_, one) in sorted(kept.items())]
