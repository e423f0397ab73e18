"""Bridges: occupations outside a citizen's current focus that their skills already carry most of the way to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from graph.coverage import Coverage, coverage
from graph.moves import essential_weights
from graph.ontology import LiveOntology
from graph.scoring import recency
from graph.stones import stepping_stone
from graph.views import skill_matrix
from ontology.kinds import CredentialCode, EscoUri, ReuseLevel, SkillKind
from ontology.people import Profile

Scores = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

SPECIFIC_NATS = 2.3
"""A skill is specific where fewer than about one in ten unit groups asks for it."""
CROSS_SECTOR_SPECIFIC_NATS = 3.2
_LEAST_FIT = 0.05
_CARRIES = 0.5
_FOCUS_ROWS = 2
_GAP_SHOWN = 12
_ABSURD_LEVELS = 2
_LONG_STEP = 0.35
_GATED = 2


@dataclass(frozen=True)
class LabourKnowledge:
    """What Denmark asks of each occupation row.

    levels: (occupations,) formal education 0 to 5, NaN = unknown. in_denmark: (occupations,). credentials: hard demands
    by row, the clearances left out. days: days to get a credential.
    implies: all that holding a credential implies.
    """

    levels: npt.NDArray[np.float32]
    in_denmark: Flags
    credentials: Mapping[int, tuple[CredentialCode, ...]]
    days: Mapping[CredentialCode, int]
    implies: Mapping[CredentialCode, frozenset[CredentialCode]] = field(default_factory=dict)

    def with_implied(self, codes: Iterable[CredentialCode]) -> frozenset[CredentialCode]:
        """The codes with all that holding them implies."""
        return frozenset[CredentialCode]().union(*(self.implies.get(code, frozenset()) | {code} for code in codes))


@dataclass(frozen=True, slots=True)
class Carried:
    """A skill of the target occupation and how well the profile covers it, in [0, 1]."""

    skill: EscoUri
    coverage: float
    specific: bool


@dataclass(frozen=True, slots=True)
class Bridge:
    """One proposed occupation; lists are most specific first, `smallest_set` would make it a fit.

    `via` is a stepping stone where one step is too far; `openings` None = no ads are loaded.
    """

    occupation: EscoUri
    agreement: float
    fit: float
    move: float
    other_function: bool
    carrying: tuple[Carried, ...]
    gap: tuple[EscoUri, ...]
    smallest_set: tuple[EscoUri, ...]
    missing_credentials: tuple[CredentialCode, ...]
    level: int | None
    level_step: int | None
    openings: int | None
    via: EscoUri | None = None


def bridges(
    profile: Profile,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    as_of: date,
    openings: Mapping[int, int] | None = None,
    count: int = 20,
) -> tuple[Bridge, ...]:
    """The best `count` bridges, best first; fewer where fewer are worth proposing. `openings` by occupation row."""
    covered = coverage(profile, live.taxonomy, live.derived.near)
    if not covered.claims and not _held_rows(profile, live):
        return ()
    scene = _Scene.of(profile, live, knowledge, as_of, covered, openings)
    order = np.lexsort((np.arange(len(scene.agreement)), -scene.agreement, scene.behind))
    chosen: list[Bridge] = []
    unit_seen: dict[str, int] = {}
    for row in (int(r) for r in order if scene.candidates[r]):
        unit = live.taxonomy.occupations[row].isco
        if unit_seen.get(unit, 0) >= (_FOCUS_ROWS if unit in scene.focus_units else 1):
            continue
        bridge = scene.bridge(row)
        if bridge.fit >= _LEAST_FIT and any(one.specific for one in bridge.carrying):
            unit_seen[unit] = unit_seen.get(unit, 0) + 1
            chosen.append(bridge)
        if len(chosen) == count:
            break
    return tuple(chosen)


def citizen_level(profile: Profile, live: LiveOntology, knowledge: LabourKnowledge) -> int:
    """The highest formal education that is stated or that a held occupation demands; 0 where neither is known."""
    demanded = [knowledge.levels[row] for row in _held_rows(profile, live)]
    known = [int(level) for level in demanded if not np.isnan(level)]
    return max([profile.level or 0, *known])


def _held_rows(profile: Profile, live: LiveOntology) -> list[int]:
    rows = live.taxonomy.occupation_rows
    return sorted({rows[h.occupation] for h in profile.held if h.occupation in rows})


@dataclass(frozen=True)
class _Scene:
    """One profile against all occupations; arrays are (occupations,)."""

    live: LiveOntology
    knowledge: LabourKnowledge
    covered: Coverage
    agreement: Scores
    move: Scores
    candidates: Flags
    behind: npt.NDArray[np.int64]
    focus_units: frozenset[str]
    focus_minors: frozenset[str]
    level: int
    held_credentials: frozenset[CredentialCode]
    openings: Mapping[int, int] | None
    held: tuple[int, ...]

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
        held = _held_rows(profile, live)
        move = _moves(profile, live, as_of)
        views = _views(live, covered, held, move)
        if openings is not None:
            views.append(np.array([openings.get(row, 0) for row in range(len(move))], np.float64))
        level = citizen_level(profile, live, knowledge)
        units = _focus_units(profile, live, as_of)
        by_job = {code for row in held for code in knowledge.credentials.get(row, ())}
        mine = knowledge.with_implied(by_job | {one.credential for one in profile.holds})
        lacking = np.nan_to_num(knowledge.levels, nan=0.0) - level
        candidates = knowledge.in_denmark & (lacking < _ABSURD_LEVELS)
        candidates[held] = False
        agreement = np.mean([_percentile(view, candidates) for view in views], axis=0)
        behind = (lacking <= -_ABSURD_LEVELS).astype(np.int64) + _GATED * _gated(knowledge, mine, len(move))
        minors = frozenset(unit[:3] for unit in units)
        return cls(
            live,
            knowledge,
            covered,
            agreement,
            move,
            candidates,
            behind,
            units,
            minors,
            level,
            mine,
            openings,
            tuple(held),
        )

    def bridge(self, row: int) -> Bridge:
        """The whole row for one occupation."""
        taxonomy, specificity = self.live.taxonomy, self.live.specificity
        rows = sorted((int(r) for r in taxonomy.essential.targets_of(row)), key=lambda r: (-float(specificity[r]), r))
        values = {r: float(self.covered.values[r]) for r in rows}
        carrying = tuple(
            Carried(taxonomy.skills[r].uri, values[r], self._specific(r)) for r in rows if values[r] >= _CARRIES
        )
        gap = [r for r in rows if values[r] < _CARRIES]
        level = self.knowledge.levels[row]
        known = None if np.isnan(level) else int(level)
        missing = tuple(c for c in self.knowledge.credentials.get(row, ()) if c not in self.held_credentials)
        occupation = taxonomy.occupations[row]
        return Bridge(
            occupation.uri,
            float(self.agreement[row]),
            self._fit(values),
            float(self.move[row]),
            occupation.isco[:3] not in self.focus_minors,
            carrying,
            tuple(taxonomy.skills[r].uri for r in gap[:_GAP_SHOWN]),
            tuple(taxonomy.skills[r].uri for r in self._smallest(values, gap)),
            missing,
            known,
            None if known is None else known - self.level,
            None if self.openings is None else self.openings.get(row, 0),
            self._via(row, missing, known),
        )

    def _via(self, row: int, missing: tuple[CredentialCode, ...], level: int | None) -> EscoUri | None:
        """A stepping stone where the step demands something or is long; it demands nothing more itself."""
        far = bool(missing) or (level or 0) > self.level or self.move[row] < _LONG_STEP
        if not far or not self.held:
            return None
        asked = np.nan_to_num(self.knowledge.levels, nan=0.0)
        open_to = self.knowledge.in_denmark & (asked <= self.level) & (self.behind < _GATED)
        between = stepping_stone(self.held, row, float(self.move[row]), self.live.derived.moves, open_to)
        return None if between is None else self.live.taxonomy.occupations[between].uri

    def _specific(self, skill: int) -> bool:
        """Whether a skill tells one trade from another; a cross-sector skill must be rarer than the others."""
        known = self.live.taxonomy.skills[skill]
        wide = known.reuse in (ReuseLevel.CROSS_SECTOR, ReuseLevel.TRANSVERSAL)
        wanted = CROSS_SECTOR_SPECIFIC_NATS if wide else SPECIFIC_NATS
        least = min(wanted, float(np.median(self.live.derived.idf)))
        return known.kind in (SkillKind.SKILL, SkillKind.KNOWLEDGE) and float(self.live.specificity[skill]) >= least

    def _fit(self, values: Mapping[int, float]) -> float:
        weights = {r: float(self.live.specificity[r]) for r in values}
        total = sum(weights.values())
        return sum(weights[r] * value for r, value in values.items()) / total if total else 0.0

    def _smallest(self, values: Mapping[int, float], gap: list[int]) -> list[int]:
        filled, added = dict(values), []
        for row in sorted(gap, key=lambda r: (-float(self.live.specificity[r]) * (1 - values[r]), r)):
            if self._fit(filled) >= self.live.constants.fit:
                break
            filled[row] = 1.0
            added.append(row)
        return added


def _focus_units(profile: Profile, live: LiveOntology, as_of: date) -> frozenset[str]:
    """The unit groups of what is sought, else of what was held in the last five years, else of all held."""
    rows = live.taxonomy.occupation_rows
    sought = [uri for uri in profile.seeks if uri in rows]
    recent = [h.occupation for h in profile.held if h.current or (h.until or 0) >= as_of.year - 5]
    chosen = sought or [u for u in recent if u in rows] or [h.occupation for h in profile.held if h.occupation in rows]
    return frozenset(str(live.taxonomy.occupations[rows[uri]].isco) for uri in chosen)


def _moves(profile: Profile, live: LiveOntology, as_of: date) -> Scores:
    best = np.zeros(len(live.taxonomy.occupations))
    rows = live.taxonomy.occupation_rows
    for held in profile.held:
        if held.occupation in rows:
            reach = recency(held, as_of, live.constants) * live.move_model.feasibility(rows[held.occupation])
            best = np.maximum(best, reach)
    return best


def _views(live: LiveOntology, covered: Coverage, held: list[int], move: Scores) -> list[Scores]:
    """Shrunk coverage, idf cosine, latent skill sets, latent descriptions and the move; each (occupations,)."""
    asked = essential_weights(live.taxonomy, live.specificity)
    total = np.asarray(asked.sum(axis=1)).ravel()
    shrink = live.constants.coverage_shrink * float(np.median(live.derived.idf))
    share = (asked @ covered.values) / (total + shrink)
    own = np.zeros(len(live.taxonomy.skills))
    for claim in covered.claims:
        row = live.taxonomy.skill_rows[claim.skill]
        own[row] = max(own[row], claim.strength * float(live.specificity[row]))
    cosine = skill_matrix(live.taxonomy, live.derived.idf) @ (own / max(float(np.linalg.norm(own)), 1e-9))
    anchors = held or [int(r) for r in np.argsort(-cosine, kind="stable")[:3]]
    latent = live.derived.views
    alike = [np.max(v @ v[anchors].T, axis=1).astype(np.float64) for v in (latent.skill_sets, latent.texts)]
    return [share, cosine, *alike, *([move] if held else [])]


def _percentile(view: Scores, among: Flags) -> Scores:
    """Rank of each value among the candidates, in [0, 1]; equals share a rank."""
    ordered = np.sort(view[among])
    if not len(ordered):
        return np.zeros(len(view))
    low, high = np.searchsorted(ordered, view, "left"), np.searchsorted(ordered, view, "right")
    rank: Scores = (low + high) / (2 * len(ordered))
    return rank


def _gated(knowledge: LabourKnowledge, mine: frozenset[CredentialCode], count: int) -> npt.NDArray[np.int64]:
    """1 where a hard credential is missing that takes longer than ten days to get; shape (occupations,)."""
    gated = np.zeros(count, np.int64)
    for row, codes in knowledge.credentials.items():
        gated[row] = any(code not in mine and knowledge.days.get(code, 9999) > 10 for code in codes)
    return gated
