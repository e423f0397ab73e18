"""What the clauses of a document hint at: of each skill its best clause, of each place its likeliest skill."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from ingestion.hints import SURE, Hint, Hints, Jobs
from ingestion.mentions import Mention
from ingestion.requirements import Unit
from ingestion.words import Word
from ontology.kinds import EscoUri
from ontology.people import Evidence


class Clause(NamedTuple):
    """A clause of a document, its words and what was read in it; words and mentions count from its start."""

    unit: Unit
    row: tuple[Word, ...]
    read: tuple[Mention, ...]


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
    best: dict[EscoUri, tuple[float, Hinted]] = {}
    skills = hints.of_jobs(jobs)
    for clause in clauses if skills.by_root else ():
        for score, hint in hints.within(clause.row, skills, clause.read, cv):
            if hint.uri in known or (hint.uri in best and score <= best[hint.uri][0]):
                continue
            start = clause.unit.start
            moved = hint._replace(start=start + hint.start, end=start + hint.end)
            if not any(one.start < moved.end and moved.start < one.end for one in named):
                best[hint.uri] = score, Hinted(moved, clause)
    return [one for _, one in best.values()]


def surest(found: Sequence[Hinted], least: float = SURE) -> list[Hinted]:
    """Those of `found` that are at least so likely right, and of several at one place the likeliest; in order."""
    kept: dict[tuple[int, int], tuple[float, Hinted]] = {}
    for one in found:
        place, sure = (one.hint.start, one.hint.end), one.hint.sure
        if sure >= least and (place not in kept or sure > kept[place][0]):
            kept[place] = sure, one
    return [one for _, (_, one) in sorted(kept.items())]
