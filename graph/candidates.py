"""One ad against everybody: the scores that each of them has for the ad, and how many may be told of. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
import numpy.typing as npt

from graph.circumstances import too_little
from graph.crowd import CURRENT, NOT_SAID, Crowd, Flags
from graph.derived import Near
from graph.experience import recency_of
from graph.gates import SURE, bars, usually_asked
from graph.knowledge import LabourKnowledge
from graph.labour_market.suppression import Lattice, Told, told
from graph.names import NONE
from graph.ontology import LiveOntology
from graph.practice import demanded_years, practising
from graph.ragged import ranges
from graph.scoring import Asked, Part, part_weights, requirements
from graph.shifts import all_unwanted, bits_of
from ontology.kinds import CredentialCode, Importance
from ontology.vacancies import Posting

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighed:
    """People's scores, those of `scoring.score` to 1e-9, and the share they cover of what the ad asks professionally.

    scores, fits: (rows,) in [0, 1]; no fit where the ad asks nothing. Each is the person's own whoever else is there.
    """

    scores: Scores
    fits: Scores


def weighed(posting: Posting, crowd: Crowd, rows: Rows, live: LiveOntology, as_of: date) -> Weighed:
    """The ad weighed against the people at `rows`, ascending."""
    place = np.full(len(crowd), NONE, np.int64)
    place[rows] = np.arange(len(rows))
    professional, personal = requirements(posting, live)
    covered = _covered([*professional, *personal], crowd, place, len(rows), live.derived.near)
    met, total = covered.sum(professional, 0.0), sum(one.weight for one in professional)
    felt, wished = covered.sum(personal, live.constants.neutral), sum(one.weight for one in personal)
    jobs = live.taxonomy.occupation_rows
    targets = [jobs[one.occupation] for one in posting.occupations if one.occupation in jobs]
    moved = _moves(targets, crowd, place, len(rows), live, as_of)
    shares = part_weights(bool(professional), bool(personal), bool(targets), live.constants)
    scores = np.zeros(len(rows))
    for part, value in zip(Part, (met / (total + live.shrinkage), felt / (wished or 1.0), moved), strict=True):
        scores += shares.get(part, 0.0) * value
    return Weighed(scores, met / (total or 1.0))


@dataclass(frozen=True, slots=True)
class _Covered:
    """How well each skill, by its row, is covered by each person, as `coverage` has it; (rows,) each."""

    by_skill: Mapping[int, Scores]
    people: int

    def sum(self, asked: Sequence[Asked], least: float) -> Scores:
        """The covered weight, added up in one order for everybody, so that the same person gives the same number."""
        found = np.zeros(self.people)
        for one in asked:
            values = self.by_skill[one.row]
            found += one.weight * (np.maximum(least, values) if least else values)
        return found


def _covered(asked: Sequence[Asked], crowd: Crowd, place: Rows, people: int, near: Near) -> _Covered:
    """What those cover who have a `place` among so many `people`."""
    skills = np.unique(np.array([one.row for one in asked], np.int64))
    by_skill, best = crowd.by_skill, np.zeros((len(skills), people))
    sources, into, proximity = _leading(skills, near, by_skill.shape[1])
    way, claim = ranges(by_skill.indptr, sources)
    who = place[by_skill.indices[claim]]
    there = np.flatnonzero(who >= 0)
    way, claim = way[there], claim[there]
    np.maximum.at(best.reshape(-1), into[way] * people + who[there], by_skill.data[claim] * proximity[way])
    found = dict(zip(skills.tolist(), best, strict=True))
    for row, values in found.items():
        denied = place[crowd.denied.owner[crowd.denied.columns[0] == row]]
        values[denied[denied >= 0]] = 0.0
    return _Covered(found, people)


def _leading(rows: Rows, near: Near, claimed: int) -> tuple[Rows, Rows, Scores]:
    """The skills below `claimed` that lead to one of `rows`, the place of that one, and the proximity; 1 to itself."""
    place = np.full(len(near.starts) - 1, -1, np.int64)
    place[rows] = np.arange(len(rows))
    pairs = np.flatnonzero(place[near.targets] >= 0)
    sources = np.concatenate([np.searchsorted(near.starts, pairs, "right") - 1, rows])
    into = np.concatenate([place[near.targets[pairs]], np.arange(len(rows))])
    proximity = np.concatenate([near.proximity[pairs].astype(np.float64), np.ones(len(rows))])
    known = sources < claimed
    return sources[known], into[known], proximity[known]


def _moves(targets: Sequence[int], crowd: Crowd, place: Rows, people: int, live: LiveOntology, as_of: date) -> Scores:
    """How feasible each person's move to the best of `targets` is, in [0, 1]; neutral where no job is held; (rows,)."""
    move = np.zeros(len(live.taxonomy.occupations))
    for target in targets:
        move = np.maximum(move, live.ways_in.to(target))
    move[list(targets)] = 1.0
    who = place[crowd.held.owner]
    there = np.flatnonzero(who >= 0)
    jobs, ended = (column[there] for column in crowd.held.columns)
    years, of_year = np.unique(ended, return_inverse=True)
    worth = [
        recency_of(year == CURRENT, None if year == NOT_SAID else year, as_of, live.constants)
        for year in years.tolist()
    ]
    best = np.full(people, live.constants.neutral)
    best[who[there]] = 0.0
    np.maximum.at(best, who[there], np.array(worth, np.float64)[of_year] * move[jobs])
    return best


def barred(posting: Posting, crowd: Crowd, live: LiveOntology, knowledge: LabourKnowledge) -> Flags:
    """For whom `gates.folded`, or `circumstances.closes` of all its lines, would fold the ad; (people,)."""
    taxonomy, guess = live.taxonomy, next(iter(posting.occupations), None)
    row = taxonomy.occupation_rows.get(guess.occupation) if guess and guess.confidence >= SURE else None
    lacks = partial(_lacks, crowd=crowd, knowledge=knowledge, days=live.constants.obtainable_days)
    out = _ruled_out(posting, crowd) | _unpractised(posting, crowd, live)
    said = _barred_by(posting, partial(lacks, same=False), len(crowd)) | out
    if row is None:
        return said
    veteran = crowd.has_held(taxonomy.in_unit_group[taxonomy.occupations[row].isco])
    same = _barred_by(posting, partial(lacks, same=True), len(crowd)) | out
    choice = {one.credential for one in posting.demands if one.hard and one.either}
    for code in knowledge.credentials.get(row, ()):
        said = said if code in choice else said | lacks(code, same=False)
    return np.where(veteran, same, said)


def _barred_by(posting: Posting, lacks: Callable[[CredentialCode], Flags], people: int) -> Flags:
    """Who lacks what the ad itself cannot do without; where one of several will do, all of them."""
    hard = [one for one in posting.demands if one.hard]
    choice = [lacks(one.credential) for one in hard if one.either]
    alone = [lacks(one.credential) for one in hard if not one.either]
    if choice:
        alone.append(np.logical_and.reduce(choice))
    found: Flags = np.logical_or.reduce([np.zeros(people, np.bool_), *alone])
    return found


def _lacks(code: CredentialCode, crowd: Crowd, knowledge: LabourKnowledge, days: int, *, same: bool) -> Flags:
    """Who lacks a credential, and has held no job that usually asks for it, or says to lack it; (people,).

    It opens the same whatever else is held, so that each can be asked about alone.
    """
    found = np.zeros(len(crowd), np.bool_)
    if bars(code, frozenset(), knowledge, days):
        opening = {one for one in crowd.credentials if not bars(code, frozenset({one}), knowledge, days)}
        jobs = {*knowledge.usual_credentials, *knowledge.credentials}
        usual = [row for row in jobs if code in usually_asked(row, knowledge, same=same)]
        found = ~crowd.holding(opening) & ~crowd.has_held(usual)
    if knowledge.days.get(code, days + 1) > days:
        found = found | crowd.lacking({code, *knowledge.implies.get(code, ())}) & ~crowd.holding({code})
    return found


def _ruled_out(posting: Posting, crowd: Crowd) -> Flags:
    """Who speaks too little for the ad, or wants none of the shifts that it lies in; (people,)."""
    asked = np.array(bits_of(posting.terms.shifts), np.int8)
    return _unspoken(posting, crowd) | all_unwanted(asked, crowd.no_shifts)


def _unpractised(posting: Posting, crowd: Crowd, live: LiveOntology) -> Flags:
    """Who tells of jobs with their time, none of them akin to the ad's, where it demands years; (people,)."""
    if not demanded_years(posting, live.taxonomy):
        return np.zeros(len(crowd), np.bool_)
    tells = np.bincount(crowd.held.owner[crowd.held.columns[1] != NOT_SAID], minlength=len(crowd)) > 0
    return tells & ~crowd.has_held(practising(posting, live).tolist())


def _unspoken(posting: Posting, crowd: Crowd) -> Flags:
    """Who states too little of a language that the ad cannot do without; where one of several will do, of them all."""
    found, choices = np.zeros(len(crowd), np.bool_), np.ones(len(crowd), np.bool_)
    demanded = [one for one in posting.languages if one.importance is Importance.MUST]
    for asked in demanded:
        short = crowd.speaking(partial(too_little, language=asked.language, level=asked.level))
        if asked.either:
            choices &= short
        else:
            found |= short
    return found | choices if any(one.either for one in demanded) else found


def told_of(people: Iterable[tuple[Crowd, Rows]], lattice: Lattice) -> Told:
    """What may be told of how many these are: one group on the lattice of municipalities and unit groups.

    The last row and column of the lattice are those of whom one or the other is not known.
    """
    counts = np.zeros_like(lattice.offsets)
    for crowd, rows in people:
        np.add.at(counts, (crowd.handled_by[rows], crowd.unit[rows]), 1)
    return told(lattice.rounded(counts), np.ones((counts.shape[1], 1)))
