"""Bridges: occupations outside a citizen's current focus that their skills already carry most of the way to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

import numpy as np
import numpy.typing as npt

from graph.agreement import Flags, Known, Scores, known_from, moves_of, percentile, views_of
from graph.citizen import citizen_level, focus_rows, gated, held_rows, leads_anew, works_at
from graph.coverage import Coverage, Step, coverage
from graph.knowledge import LabourKnowledge
from graph.later import Later
from graph.ontology import Essential, LiveOntology
from graph.stones import stepping_stone
from ontology.kinds import CredentialCode, EscoUri, KnownMove
from ontology.people import Basis, Claim, Profile

_LEAST_FIT = 0.05
_THIN_FIT, _NEAR_MOVE = 0.10, 0.365
"""Below both, one specific skill is a thread, not a bridge: sorting waste takes no warehouse worker to sea. A foreman
knows the trade, so that the move must be near: who has planned a salon's shifts leads no plumbers."""
_CARRIES = 0.5
_ROWS, _FIRST_NAMED = 2, 0.95
"""Rows of a unit group: one, two within the focus, and a second that all writers of the table name first."""
_KNOWN = 1.4
"""What a move counts that all three writers of the table name first, beside the agreement of the views, in [0, 1]."""
_LATE_SHARE = 4
"""One row in four is kept for what is listed last: two levels down, management, or a credential that takes time."""
_GAP_SHOWN = 12
_ABSURD_LEVELS = 2
_LONG_STEP = 0.39
_SAME_INDUSTRY = 0.5
_GATED = 2


@dataclass(frozen=True, slots=True)
class Carried:
    """A skill of the target occupation, how well the profile covers it, in [0, 1], by which claim, and on which way.

    `path` is empty where the skill itself is claimed.
    """

    skill: EscoUri
    coverage: float
    specific: bool
    claim: Claim | None = None
    path: tuple[Step, ...] = ()

    @property
    def assumed(self) -> bool:
        """Whether it rests on what a held job implies, not on what the documents say."""
        return self.claim is not None and self.claim.basis is Basis.IMPLIED


@dataclass(frozen=True, slots=True)
class Bridge:
    """One proposed occupation; lists are most specific first, `smallest_set` would make it a fit.

    What carries is made when it is looked at.

    `via` is a stepping stone where one step is too far; `openings` None = no ads are loaded. `industry`: the section of
    DB25 where most of it is; `other_industry`: whether the citizen's focus is mostly elsewhere; `known`: that our table
    names the move from a job held, and why; None = it does not.
    """

    occupation: EscoUri
    agreement: float
    fit: float
    move: float
    other_function: bool
    carrying: Sequence[Carried]
    gap: tuple[EscoUri, ...]
    smallest_set: tuple[EscoUri, ...]
    missing_credentials: tuple[CredentialCode, ...]
    level: int | None
    level_step: int | None
    openings: int | None
    via: EscoUri | None = None
    industry: str | None = None
    other_industry: bool | None = None
    known: KnownMove | None = None


def bridges(
    profile: Profile,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    as_of: date,
    openings: Mapping[int, int] | None = None,
    count: int = 20,
    covered: Coverage | None = None,
) -> tuple[Bridge, ...]:
    """The best `count` bridges, best first; fewer where fewer are worth proposing.

    `openings` by occupation row; `covered` is the profile's coverage where it is at hand.
    """
    covered = covered or coverage(profile, live.taxonomy, live.derived.near)
    if not covered.claims and not held_rows(profile, live):
        return ()
    scene = _Scene.of(profile, live, knowledge, as_of, covered, openings)
    rows = np.flatnonzero(scene.candidates & scene.worth_a_talk)
    worth = list(_spread(scene, rows[np.lexsort((-scene.agreement[rows], scene.behind[rows]))], count))
    late = [row for row in worth if scene.behind[row]]
    kept = min(len(late), count // _LATE_SHARE)
    first = [row for row in worth if not scene.behind[row]][: count - kept]
    return tuple(scene.bridge(row) for row in (*first, *late[: count - len(first)]))


def _spread(scene: "_Scene", order: npt.NDArray[np.int64], count: int) -> Iterator[int]:
    """The rows, few of a unit group: at most `count` on time, and as many of those that come last."""
    unit_seen: Counter[str] = Counter()
    occupations, late = scene.live.taxonomy.occupations, scene.behind[order] > 0
    for part in (order[~late], order[late]):
        found = 0
        for row in part.tolist():
            if found == count:
                break
            unit = occupations[row].isco
            named = scene.known.get(row)
            wide = unit in scene.focus_units or (named is not None and named.strength >= _FIRST_NAMED)
            if unit_seen[unit] >= (_ROWS if wide else 1):
                continue
            unit_seen[unit] += 1
            found += 1
            yield row


def worth_a_talk(fit: npt.ArrayLike, specific: npt.ArrayLike, move: npt.ArrayLike) -> Flags:
    """Which jobs are worth a consultant's minute: carried by something specific, and by more than a thread."""
    thin = (np.asarray(fit) < _THIN_FIT) & (np.asarray(move) < _NEAR_MOVE)
    found: Flags = (np.asarray(fit) >= _LEAST_FIT) & (np.asarray(specific) >= np.where(thin, 2, 1))
    return found


@dataclass(frozen=True)
class _Scene:
    """One profile against all occupations; arrays are (occupations,)."""

    live: LiveOntology
    knowledge: LabourKnowledge
    covered: Coverage
    carried: Scores
    agreement: Scores
    move: Scores
    candidates: Flags
    behind: npt.NDArray[np.int64]
    focus: tuple[int, ...]
    focus_units: frozenset[str]
    focus_minors: frozenset[str]
    level: int
    held_credentials: frozenset[CredentialCode]
    openings: Mapping[int, int] | None
    held: tuple[int, ...]
    known: Known

    @classmethod
    def of(
        cls,
        profile: Profile,
        live: LiveOntology,
        knowledge: LabourKnowledge,
        as_of: date,
        covered: Coverage,
        openings: Mapping[int, int] | None,
    ) -> "_Scene":
        held = held_rows(profile, live)
        move, custom = moves_of(profile, live, as_of)
        carried = live.essential @ covered.values
        views = views_of(live, covered, carried, held, custom)
        if len(knowledge.common):
            views.append(knowledge.common.astype(np.float64))
        if openings is not None:
            there = np.zeros(len(move))
            there[np.fromiter(openings, np.int64, len(openings))] = np.fromiter(
                openings.values(), np.float64, len(openings)
            )
            views.append(there)
        level = citizen_level(profile, live, knowledge)
        focus = focus_rows(profile, live, as_of)
        units = frozenset(str(live.taxonomy.occupations[row].isco) for row in focus)
        by_job = {code for row in held for code in knowledge.credentials.get(row, ())}
        mine = knowledge.with_implied(by_job | {one.credential for one in profile.holds})
        lacking = np.nan_to_num(knowledge.levels, nan=0.0) - level
        candidates = knowledge.in_denmark & (lacking < _ABSURD_LEVELS)
        candidates[held] = False
        agreement = np.mean([percentile(view, candidates) for view in views], axis=0)
        known = known_from(profile, live, knowledge, as_of)
        for row, one in known.items():
            agreement[row] += _KNOWN * one.strength
        usual = np.nan_to_num(knowledge.usual if len(knowledge.usual) else knowledge.levels, nan=0.0)
        late = (usual - works_at(level, usual, focus) <= -_ABSURD_LEVELS) | leads_anew(live, held)
        behind = late.astype(np.int64) + _GATED * gated(knowledge, mine, len(move))
        minors = frozenset(unit[:3] for unit in units)
        return cls(
            live,
            knowledge,
            covered,
            carried,
            agreement,
            move,
            candidates,
            behind,
            focus,
            units,
            minors,
            level,
            mine,
            openings,
            tuple(held),
            known,
        )

    @cached_property
    def worth_a_talk(self) -> Flags:
        """As the function; where people are known to go, the table says what carries, which ESCO may not list."""
        values, total = self.covered.values, self.live.essential_total
        fit = self.carried / np.where(total > 0, total, 1.0)
        specific = self.live.essential_specific @ (values >= _CARRIES).astype(np.float32)
        found = worth_a_talk(fit, specific, self.move)
        found &= ~self.live.supervises | (self.move >= _NEAR_MOVE)
        found[list(self.known)] = True
        return found

    def bridge(self, row: int) -> Bridge:
        """The whole row for one occupation."""
        taxonomy, essential = self.live.taxonomy, self.live.essential_of(row)
        values: list[float] = self.covered.values[essential.at].tolist()
        gap = [at for at, value in enumerate(values) if value < _CARRIES]
        fit = _fit(essential, values)
        level = self.knowledge.levels[row]
        known = None if np.isnan(level) else int(level)
        missing = tuple(c for c in self.knowledge.credentials.get(row, ()) if c not in self.held_credentials)
        occupation = taxonomy.occupations[row]
        return Bridge(
            occupation.uri,
            float(self.agreement[row]),
            fit,
            float(self.move[row]),
            occupation.isco[:3] not in self.focus_minors,
            Later(partial(self._carrying, essential, values)),
            tuple(taxonomy.skills[essential.rows[at]].uri for at in gap[:_GAP_SHOWN]),
            tuple(taxonomy.skills[essential.rows[at]].uri for at in self._smallest(essential, values, gap, fit)),
            missing,
            known,
            None if known is None else known - self.level,
            None if self.openings is None else self.openings.get(row, 0),
            self._via(row, missing, known),
            self.knowledge.industry_of(row),
            self._other_industry(row),
            self.known.get(row),
        )

    def _carrying(self, essential: Essential, values: list[float]) -> tuple[Carried, ...]:
        found = zip(essential.rows, values, strict=True)
        return tuple(self._carried(skill, value) for skill, value in found if value >= _CARRIES)

    def _carried(self, skill: int, value: float) -> Carried:
        taxonomy, covered = self.live.taxonomy, self.covered
        path = covered.path(skill, self.live.derived.near, taxonomy)
        specific = bool(self.live.specific[skill])
        return Carried(taxonomy.skills[skill].uri, value, specific, covered.by(skill), path)

    def _other_industry(self, row: int) -> bool | None:
        shared = self.knowledge.industry_overlap(row, self.focus)
        return None if shared is None else shared < _SAME_INDUSTRY

    def _via(self, row: int, missing: tuple[CredentialCode, ...], level: int | None) -> EscoUri | None:
        """A stepping stone where the step demands something or is long; it demands nothing more itself."""
        far = bool(missing) or (level or 0) > self.level or self.move[row] < _LONG_STEP
        if not far or not self.held:
            return None
        between = stepping_stone(
            self.held, row, float(self.move[row]), self.live.derived.moves, self.live.ways_in, self._open_to
        )
        return None if between is None else self.live.taxonomy.occupations[between].uri

    @cached_property
    def _open_to(self) -> Flags:
        asked = np.nan_to_num(self.knowledge.levels, nan=0.0)
        return self.knowledge.in_denmark & (asked <= self.level) & (self.behind < _GATED)

    def _smallest(self, essential: Essential, values: list[float], gap: list[int], fit: float) -> list[int]:
        """The gaps that are worth most, by their place, until what is covered makes a fit."""
        weights, added = essential.weights, list[int]()
        total = essential.total or 1.0
        for at in sorted(gap, key=lambda one: (-weights[one] * (1 - values[one]), essential.rows[one])):
            if fit >= self.live.constants.fit:
                break
            fit += weights[at] * (1 - values[at]) / total
            added.append(at)
        return added


def _fit(essential: Essential, values: list[float]) -> float:
    covered = sum(weight * value for weight, value in zip(essential.weights, values, strict=True))
    return covered / essential.total if essential.total else 0.0
