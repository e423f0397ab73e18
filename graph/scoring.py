"""How well a profile fits an ad: contributions that sum to the score (DESIGN.md section 3). Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from graph.constants import IMPORTANCE_WEIGHT, Constants
from graph.coverage import Coverage, Step, coverage
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri, Importance
from ontology.people import Claim, Evidence, Held, Profile
from ontology.vacancies import Posting


class Part(StrEnum):
    """The three parts of a score."""

    PROFESSIONAL = "professional"
    PERSONAL = "personal"
    OCCUPATION = "occupation"


class Note(StrEnum):
    """What a line of a match rests on, where it is not evidence on both sides."""

    READ = "read"
    STAND_IN = "derived from the job title"
    SILENT_PROFILE = "not stated in the profile"
    SILENT_POSTING = "not stated in the ad"


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement and its weight; evidence is empty for a stand-in."""

    skill: EscoUri
    row: int
    importance: Importance
    weight: float
    evidence: tuple[Evidence, ...]
    note: Note


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line of a match; `possible` is what full coverage would give, `subject` the skill or occupation asked for."""

    part: Part
    subject: EscoUri | None
    importance: Importance | None
    points: float
    possible: float
    coverage: float
    claim: Claim | None
    held: Held | None
    path: tuple[Step, ...]
    asked_in: tuple[Evidence, ...]
    note: Note


@dataclass(frozen=True, slots=True)
class Match:
    """A score in [0, 1] that is the sum of its contributions' points; parts' values are before weighting."""

    posting: Posting
    score: float
    contributions: tuple[Contribution, ...]
    weights: dict[Part, float]


def requirements(posting: Posting, live: LiveOntology) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """Professional and personal requirements with weights, stand-ins included where few professional ones were read."""
    rows, (specificity, personal) = live.taxonomy.skill_rows, live.by_skill
    parts: tuple[list[Asked], list[Asked]] = ([], [])
    for asked in posting.asks:
        row = rows.get(asked.skill)
        if row is not None:
            weight = IMPORTANCE_WEIGHT[asked.importance] * specificity[row]
            parts[personal[row]].append(Asked(asked.skill, row, asked.importance, weight, asked.evidence, Note.READ))
    scale = live.constants.stand_in_weight * IMPORTANCE_WEIGHT[Importance.MUST]
    for row in stand_ins(posting, [one.row for one in parts[False]], live):
        uri = live.taxonomy.skills[row].uri
        parts[False].append(Asked(uri, row, Importance.MUST, scale * specificity[row], (), Note.STAND_IN))
    return tuple(parts[False]), tuple(parts[True])


def stand_ins(posting: Posting, read: list[int], live: LiveOntology) -> list[int]:
    """The most specific essential skills of the ad's occupation, by row, that fill up what was read; none if enough."""
    if len(read) >= live.constants.stand_in_below:
        return []
    jobs, rows = live.taxonomy.occupation_rows, live.taxonomy.skill_rows
    known = [jobs[guess.occupation] for guess in posting.occupations if guess.occupation in jobs]
    if not known:
        return []
    taken = {*read, *(rows.get(uri, -1) for uri in posting.excluded_skills)}
    specificity, personal = live.by_skill
    essential = live.taxonomy.essential.targets_of(known[0]).tolist()
    left = [row for row in essential if row not in taken and not personal[row]]
    left.sort(key=lambda row: (-specificity[row], row))
    return left[: live.constants.stand_in_up_to - len(read)]


def score(
    profile: Profile, posting: Posting, live: LiveOntology, as_of: date, covered: Coverage | None = None
) -> Match:
    """The match of `profile` with `posting`; `covered` spares the coverage of a profile that is matched many times."""
    covered = covered or coverage(profile, live.taxonomy, live.derived.near)
    professional, personal = requirements(posting, live)
    weights = part_weights(bool(professional), bool(personal), _has_occupation(posting, live), live.constants)
    lines: list[Contribution] = []
    if Part.PROFESSIONAL in weights:
        lines += _professional(professional, covered, weights[Part.PROFESSIONAL], live)
    if Part.PERSONAL in weights:
        lines += _personal(personal, covered, weights[Part.PERSONAL], live)
    if Part.OCCUPATION in weights:
        lines.append(_occupation(profile, posting, weights[Part.OCCUPATION], live, as_of))
    return Match(posting, sum(line.points for line in lines), tuple(lines), weights)


def part_weights(professional: bool, personal: bool, occupation: bool, constants: Constants) -> dict[Part, float]:
    """The share of each part that the ad asks for, in proportion to the constants; they sum to 1 or are empty."""
    asked = {
        Part.PROFESSIONAL: constants.professional * professional,
        Part.PERSONAL: constants.personal * personal,
        Part.OCCUPATION: constants.occupation * occupation,
    }
    total = sum(asked.values())
    return {part: weight / total for part, weight in asked.items() if weight}


def _has_occupation(posting: Posting, live: LiveOntology) -> bool:
    return any(guess.occupation in live.taxonomy.occupation_rows for guess in posting.occupations)


def _professional(asked: tuple[Asked, ...], covered: Coverage, share: float, live: LiveOntology) -> list[Contribution]:
    total = sum(one.weight for one in asked) + live.shrinkage
    lines = [
        _line(Part.PROFESSIONAL, one, float(covered.values[one.row]), share / total, covered, live) for one in asked
    ]
    held_back = share * live.shrinkage / total
    blank = Contribution(Part.PROFESSIONAL, None, None, 0.0, held_back, 0.0, None, None, (), (), Note.SILENT_POSTING)
    return [*lines, blank]


def _personal(asked: tuple[Asked, ...], covered: Coverage, share: float, live: LiveOntology) -> list[Contribution]:
    total = sum(one.weight for one in asked)
    values = [max(live.constants.neutral, float(covered.values[one.row])) for one in asked]
    return [
        _line(Part.PERSONAL, one, value, share / total, covered, live) for one, value in zip(asked, values, strict=True)
    ]


def _line(part: Part, one: Asked, value: float, scale: float, covered: Coverage, live: LiveOntology) -> Contribution:
    claim = covered.by(one.row)
    silent = part is Part.PERSONAL and (claim is None or covered.values[one.row] <= live.constants.neutral)
    note = Note.SILENT_PROFILE if silent else one.note
    path = covered.path(one.row, live.derived.near, live.taxonomy)
    points, possible = scale * one.weight * value, scale * one.weight
    return Contribution(part, one.skill, one.importance, points, possible, value, claim, None, path, one.evidence, note)


def recency(held: Held, as_of: date, constants: Constants) -> float:
    """How much a held occupation still counts, in [recency_floor, 1]; full for `recency_years` after it ended."""
    return recency_of(held.current, held.until, as_of, constants)


def recency_of(current: bool, until: int | None, as_of: date, constants: Constants) -> float:
    """As `recency`, of what is held now, or was until a year; None = not said."""
    if current:
        return 1.0
    if until is None:
        return constants.recency_unknown
    late = max(0, as_of.year - until - constants.recency_years)
    return max(constants.recency_floor, 1.0 - constants.recency_per_year * late)


def kept_move(origin: int, target: int, live: LiveOntology) -> float:
    """The feasibility of a move among its origin's strongest 64; 1 to itself, 0 where it is not among them."""
    if origin == target:
        return 1.0
    moves = live.derived.moves
    row = moves.row(origin)
    found = np.flatnonzero(moves.targets[row] == target)
    return float(moves.feasibility[row][found[0]]) if len(found) else 0.0


def _occupation(profile: Profile, posting: Posting, share: float, live: LiveOntology, as_of: date) -> Contribution:
    rows = live.taxonomy.occupation_rows
    held = [h for h in profile.held if h.occupation in rows]
    asked = [g.occupation for g in posting.occupations if g.occupation in rows]
    if not held:
        neutral = live.constants.neutral
        return Contribution(
            Part.OCCUPATION, asked[0], None, share * neutral, share, neutral, None, None, (), (), Note.SILENT_PROFILE
        )
    best, value, target = held[0], -1.0, asked[0]
    for one in sorted(held, key=lambda h: (h.occupation, h.until or 0)):
        for uri in asked:
            found = recency(one, as_of, live.constants) * kept_move(rows[one.occupation], rows[uri], live)
            if found > value:
                best, value, target = one, found, uri
    return Contribution(Part.OCCUPATION, target, None, share * value, share, value, None, best, (), (), Note.READ)
