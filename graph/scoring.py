"""How well a profile fits an ad: contributions that sum to the score (DESIGN.md section 3). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import chain

from graph.constants import IMPORTANCE_WEIGHT, Constants
from graph.coverage import Coverage, Step, coverage
from graph.experience import recency
from graph.later import Later
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
    """A score in [0, 1] that is the sum of its contributions' points; parts' values are before weighting.

    The contributions are made when they are looked at. Of them, `points` are the sums by part, and `gains` the points
    and the skill of each that a claim covers.
    """

    posting: Posting
    score: float
    contributions: Sequence[Contribution]
    weights: dict[Part, float]
    points: Mapping[Part, float] = field(compare=False, repr=False)
    gains: tuple[tuple[float, EscoUri], ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AskedRows:
    """What an ad asks in one part, in order: skill rows, their weights, and which of its `asks` each is, -1 = none."""

    rows: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    asks: list[int] = field(default_factory=list)

    def add(self, row: int, weight: float, ask: int) -> None:
        """Ask for one more."""
        self.rows.append(row)
        self.weights.append(weight)
        self.asks.append(ask)


_STAND_IN = -1


def requirements(posting: Posting, live: LiveOntology) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """Professional and personal requirements with weights, stand-ins included where few professional ones were read."""
    professional, personal = asked_rows(posting, live)
    return _spelt_out(professional, posting, live), _spelt_out(personal, posting, live)


def asked_rows(posting: Posting, live: LiveOntology) -> tuple[AskedRows, AskedRows]:
    """The same as numbers."""
    row_of, (specificity, personal) = live.taxonomy.skill_rows.get, live.by_skill
    parts = AskedRows(), AskedRows()
    adding = [(one.rows.append, one.weights.append, one.asks.append) for one in parts]
    for place, asked in enumerate(posting.asks):
        row = row_of(asked.skill)
        if row is not None:
            add_row, add_weight, add_ask = adding[personal[row]]
            add_row(row)
            add_weight(IMPORTANCE_WEIGHT[asked.importance] * specificity[row])
            add_ask(place)
    scale = live.constants.stand_in_weight * IMPORTANCE_WEIGHT[Importance.MUST]
    for row in stand_ins(posting, parts[False].rows, live):
        parts[False].add(row, scale * specificity[row], _STAND_IN)
    return parts


def _spelt_out(asked: AskedRows, posting: Posting, live: LiveOntology) -> tuple[Asked, ...]:
    found = []
    for row, weight, place in zip(asked.rows, asked.weights, asked.asks, strict=True):
        if place == _STAND_IN:
            found.append(Asked(live.taxonomy.skills[row].uri, row, Importance.MUST, weight, (), Note.STAND_IN))
        else:
            one = posting.asks[place]
            found.append(Asked(one.skill, row, one.importance, weight, one.evidence, Note.READ))
    return tuple(found)


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
    professional, personal = asked_rows(posting, live)
    weights = part_weights(bool(professional.rows), bool(personal.rows), _has_occupation(posting, live), live.constants)
    parts: list[_Counted | _Job] = []
    if Part.PROFESSIONAL in weights:
        parts.append(_professional(professional, covered, weights[Part.PROFESSIONAL], live))
    if Part.PERSONAL in weights:
        parts.append(_personal(personal, covered, weights[Part.PERSONAL], live))
    if Part.OCCUPATION in weights:
        parts.append(_occupation(profile, posting, weights[Part.OCCUPATION], live, as_of))
    return Match(
        posting,
        sum(chain.from_iterable(one.points for one in parts)),
        Later(partial(_contributions, parts, posting, covered, live)),
        weights,
        {one.part: sum(one.points) for one in parts},
        tuple(gain for one in parts if isinstance(one, _Counted) for gain in one.gains(covered, live)),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """The requirements of a part, how well each is covered, and what it gives; a unit of weight gives `scale` points.

    `held_back`: the points that go to what the ad does not say; None = it says all that counts.
    """

    part: Part
    asked: AskedRows
    values: list[float]
    points: list[float]
    scale: float
    held_back: float | None

    def gains(self, covered: Coverage, live: LiveOntology) -> list[tuple[float, EscoUri]]:
        """See Match."""
        skills, claims = live.taxonomy.skills, covered.claim[self.asked.rows].tolist()
        found = zip(self.points, self.asked.rows, claims, strict=True)
        return [(points, skills[row].uri) for points, row, claim in found if claim >= 0]


@dataclass(frozen=True, slots=True)
class _Job:
    """The occupation part: the job held that comes nearest, None = none is stated, how near, and to which job."""

    share: float
    value: float
    target: EscoUri
    held: Held | None

    @property
    def part(self) -> Part:
        """Always the same."""
        return Part.OCCUPATION

    @property
    def points(self) -> list[float]:
        """What it gives."""
        return [self.share * self.value]


def _contributions(
    parts: Sequence[_Counted | _Job], posting: Posting, covered: Coverage, live: LiveOntology
) -> tuple[Contribution, ...]:
    """The lines of what was counted."""
    found: list[Contribution] = []
    for one in parts:
        if isinstance(one, _Job):
            found.append(_job_line(one))
            continue
        spelt_out = _spelt_out(one.asked, posting, live)
        found += [_line(one, *told, covered, live) for told in zip(spelt_out, one.values, one.points, strict=True)]
        if one.held_back is not None:
            silent = Note.SILENT_POSTING
            found.append(Contribution(one.part, None, None, 0.0, one.held_back, 0.0, None, None, (), (), silent))
    return tuple(found)


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


def _professional(asked: AskedRows, covered: Coverage, share: float, live: LiveOntology) -> _Counted:
    total = sum(asked.weights) + live.shrinkage
    values: list[float] = covered.values[asked.rows].tolist()
    return _counted(Part.PROFESSIONAL, asked, values, share / total, share * live.shrinkage / total)


def _personal(asked: AskedRows, covered: Coverage, share: float, live: LiveOntology) -> _Counted:
    values = [max(live.constants.neutral, value) for value in covered.values[asked.rows].tolist()]
    return _counted(Part.PERSONAL, asked, values, share / sum(asked.weights))


def _counted(
    part: Part, asked: AskedRows, values: list[float], scale: float, held_back: float | None = None
) -> _Counted:
    points = [scale * weight * value for weight, value in zip(asked.weights, values, strict=True)]
    return _Counted(part, asked, values, points, scale, held_back)


def _line(
    part: _Counted, one: Asked, value: float, points: float, covered: Coverage, live: LiveOntology
) -> Contribution:
    claim = covered.by(one.row)
    silent = part.part is Part.PERSONAL and (claim is None or covered.values[one.row] <= live.constants.neutral)
    note = Note.SILENT_PROFILE if silent else one.note
    path = covered.path(one.row, live.derived.near, live.taxonomy)
    possible = part.scale * one.weight
    return Contribution(
        part.part, one.skill, one.importance, points, possible, value, claim, None, path, one.evidence, note
    )


def _job_line(job: _Job) -> Contribution:
    note = Note.SILENT_PROFILE if job.held is None else Note.READ
    points = job.share * job.value
    return Contribution(Part.OCCUPATION, job.target, None, points, job.share, job.value, None, job.held, (), (), note)


def _occupation(profile: Profile, posting: Posting, share: float, live: LiveOntology, as_of: date) -> _Job:
    rows = live.taxonomy.occupation_rows
    held = [h for h in profile.held if h.occupation in rows]
    asked = [g.occupation for g in posting.occupations if g.occupation in rows]
    if not held:
        return _Job(share, live.constants.neutral, asked[0], None)
    best, value, target = held[0], -1.0, asked[0]
    for one in sorted(held, key=lambda h: (h.occupation, h.until or 0)):
        fresh, moves = recency(one, as_of, live.constants), live.kept_moves_from(rows[one.occupation])
        for uri in asked:
            found = fresh * moves.get(rows[uri], 0.0)
            if found > value:
                best, value, target = one, found, uri
    return _Job(share, value, target, best)
