"""One ESCO release, immutable: concepts in row order, and its relations as arrays of row numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ontology.errors import UnknownConceptError
from ontology.job_titles import JobTitle
from ontology.kinds import (
    DANISH,
    ENGLISH,
    EscoUri,
    IscoCode,
    Language,
    Occupation,
    OccupationGroup,
    Skill,
    SkillGroup,
    SkillKind,
)

Rows = npt.NDArray[np.int32]
Concept = Skill | Occupation | SkillGroup | OccupationGroup


@dataclass(frozen=True, slots=True)
class Pairs:
    """A relation between concepts as two equally long arrays of row numbers, sorted, no pair twice."""

    sources: Rows
    targets: Rows

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> "Pairs":
        """The relation that holds `pairs`."""
        ordered = np.array(sorted(set(pairs)), dtype=np.int32).reshape(-1, 2)
        return cls(np.ascontiguousarray(ordered[:, 0]), np.ascontiguousarray(ordered[:, 1]))

    def __len__(self) -> int:
        """How many pairs the relation holds."""
        return len(self.sources)

    def targets_of(self, source: int) -> Rows:
        """The rows that `source` points to, ascending."""
        # Numbers of the array's own type: of another, the whole array would be converted at each call.
        low, high = np.searchsorted(self.sources, np.array((source, source + 1), self.sources.dtype))
        return self.targets[low:high]


def _no_pairs() -> Pairs:
    return Pairs.of(())


@dataclass(frozen=True)
class Taxonomy:
    """Skills and occupations of one release. Row numbers index the four tuples; relations hold rows.

    `essential`, `optional`: occupation -> skill. `related_essential`, `related_optional`: skill -> skill.
    `broader_skills`: skill -> skill. `in_group`: skill -> its narrowest groups. `broader_groups`: group -> group.
    `descriptions`: URI -> language -> text; empty where the release was opened from a store.
    `job_titles`: STAR's; empty where none were imported.
    """

    release: str
    skills: tuple[Skill, ...]
    skill_groups: tuple[SkillGroup, ...]
    occupations: tuple[Occupation, ...]
    occupation_groups: tuple[OccupationGroup, ...]
    essential: Pairs = field(default_factory=_no_pairs)
    optional: Pairs = field(default_factory=_no_pairs)
    related_essential: Pairs = field(default_factory=_no_pairs)
    related_optional: Pairs = field(default_factory=_no_pairs)
    broader_skills: Pairs = field(default_factory=_no_pairs)
    in_group: Pairs = field(default_factory=_no_pairs)
    broader_groups: Pairs = field(default_factory=_no_pairs)
    collections: Mapping[str, frozenset[EscoUri]] = field(default_factory=dict)
    descriptions: Mapping[EscoUri, Mapping[Language, str]] = field(default_factory=dict)
    job_titles: tuple[JobTitle, ...] = ()

    @cached_property
    def skill_rows(self) -> Mapping[EscoUri, int]:
        """URI -> row of every skill."""
        return {skill.uri: row for row, skill in enumerate(self.skills)}

    @cached_property
    def occupation_rows(self) -> Mapping[EscoUri, int]:
        """URI -> row of every occupation."""
        return {occupation.uri: row for row, occupation in enumerate(self.occupations)}

    @cached_property
    def group_rows(self) -> Mapping[EscoUri, int]:
        """URI -> row of every skill group."""
        return {group.uri: row for row, group in enumerate(self.skill_groups)}

    @cached_property
    def isco_groups(self) -> Mapping[IscoCode, OccupationGroup]:
        """ISCO-08 code -> group."""
        return {group.isco: group for group in self.occupation_groups}

    @cached_property
    def concepts(self) -> Mapping[EscoUri, Concept]:
        """URI -> concept, of every kind."""
        everything: tuple[Concept, ...] = (
            *self.skill_groups,
            *self.occupation_groups,
            *self.occupations,
            *self.skills,
        )
        return {concept.uri: concept for concept in everything}

    @cached_property
    def mappable(self) -> frozenset[EscoUri]:
        """What a job title may be mapped to: the occupations and the ISCO-08 groups."""
        return frozenset(self.occupation_rows) | {group.uri for group in self.occupation_groups}

    @cached_property
    def unit_groups(self) -> tuple[IscoCode, ...]:
        """The ISCO-08 unit groups that hold an occupation, ascending."""
        return tuple(sorted({occupation.isco for occupation in self.occupations}))

    @cached_property
    def in_unit_group(self) -> Mapping[IscoCode, tuple[int, ...]]:
        """The rows of the occupations of each ISCO-08 unit group."""
        found: dict[IscoCode, list[int]] = {}
        for row, occupation in enumerate(self.occupations):
            found.setdefault(occupation.isco, []).append(row)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def personal(self) -> npt.NDArray[np.bool_]:
        """Per skill row whether it is a personal competence; shape (skills,)."""
        return np.array([skill.kind is SkillKind.TRANSVERSAL for skill in self.skills], dtype=np.bool_)

    def label(self, uri: EscoUri) -> str:
        """What a reader calls the concept: Danish, else English, else the URI itself where it is unknown."""
        concept = self.concepts.get(uri)
        return (concept.labels.best() if concept else "") or uri

    def skill_row(self, uri: EscoUri) -> int:
        """The row of a skill.

        Raises:
            UnknownConceptError: This release has no such skill.
        """
        try:
            return self.skill_rows[uri]
        except KeyError:
            raise UnknownConceptError(f"no skill '{uri}' in {self.release}; import the release it is from") from None

    def occupation_row(self, uri: EscoUri) -> int:
        """The row of an occupation.

        Raises:
            UnknownConceptError: This release has no such occupation.
        """
        try:
            return self.occupation_rows[uri]
        except KeyError:
            near = get_close_matches(uri, [o.labels.best() for o in self.occupations], 1, 0.7)
            hint = f"nearest: {near[0]}" if near else "import the release it is from"
            raise UnknownConceptError(f"no occupation '{uri}' in {self.release}; {hint}") from None

    def languages(self) -> tuple[Language, ...]:
        """The languages that any occupation is labelled in, Danish and English first."""
        found = {language for occupation in self.occupations for language in occupation.labels.preferred}
        return tuple(sorted(found, key=lambda x: (x != DANISH, x != ENGLISH, x)))
