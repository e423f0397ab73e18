"""What words and skills each occupation has, and so which occupations the text of an ad speaks of.

Cosines of what a text says with what an occupation is called and asks, weighted by how few unit groups say it (Salton
and Buckley 1988); the length of an occupation counts half, as ESCO says much of some and little of others.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ingestion.telling_words import TellingWords, terms_by_skill
from ingestion.titles import gathered
from ingestion.words import plain_words, stop_words
from ontology.kinds import DANISH, ENGLISH, EscoUri, Labels
from ontology.taxonomy import Taxonomy

Floats = NDArray[np.float32]

_MOST_SKILL_WORDS = 120
"""As many words of its skills are kept of each occupation, those that tell most of it."""
_OPTIONAL, _OF_GROUP = 0.5, 0.5
_LEAST_TELLING = 1.0
"""A word that more than every third unit group has is left out: it tells nothing and takes time."""


@dataclass(frozen=True)
class OccupationWords:
    """Root -> row; matrix: (roots, occupations) what each root says of each occupation."""

    roots: Mapping[str, int]
    matrix: sparse.csr_array

    def like(self, told: Mapping[str, int]) -> Floats:
        """(occupations,) how much of each the roots say that are told so many times, from 0, comparable over texts."""
        known = [(self.roots[one], count) for one, count in told.items() if one in self.roots]
        rows, counts = np.array(known, np.int64).reshape(-1, 2).T
        return gathered(self.matrix, rows, (1 + np.log(counts)).astype(np.float32))


@dataclass(frozen=True)
class OccupationSkills:
    """matrix: (skills, occupations) what each skill says of each occupation; rows: URI -> row."""

    rows: Mapping[EscoUri, int]
    matrix: sparse.csr_array

    def like(self, skills: Iterable[EscoUri]) -> Floats:
        """(occupations,) how much of each the skills say, from 0, comparable over texts."""
        rows = np.array(sorted({self.rows[one] for one in skills if one in self.rows}), np.int64)
        return gathered(self.matrix, rows, np.ones(len(rows), np.float32))


def content_words(text: str) -> Iterator[str]:
    """The words of a text that name something."""
    stop = stop_words()
    return (word for word in plain_words(text) if word not in stop and not word.isdigit())


def occupation_skills(taxonomy: Taxonomy) -> OccupationSkills:
    """What the skills of `taxonomy` say of its occupations."""
    return OccupationSkills(taxonomy.skill_rows, _weighted(_asked(taxonomy), taxonomy))


def occupation_words(
    taxonomy: Taxonomy,
    titles: Iterable[tuple[str, EscoUri]],
    terms: Iterable[tuple[str, EscoUri]],
    telling: TellingWords,
) -> OccupationWords:
    """The words of each occupation: its names, our own `titles`, its group's name, and the names of its skills."""
    own, ours = terms_by_skill(titles), terms_by_skill(terms)
    roots: dict[str, int] = {}

    def of(texts: Iterable[str]) -> set[int]:
        told = (one for text in texts for word in content_words(text) for one in telling.roots(word))
        return {roots.setdefault(one, len(roots)) for one in told}

    groups = {code: one.labels.best() for code, one in taxonomy.isco_groups.items()}
    above = [of([groups.get(one.isco, "")]) for one in taxonomy.occupations]
    named = [of(_names(one.labels, own.get(one.uri, ()))) for one in taxonomy.occupations]
    skills = [of(_names(one.labels, ours.get(one.uri, ()))) for one in taxonomy.skills]
    asked = _kept(_table(skills, 1.0, len(roots)).T.tocsr() @ _asked(taxonomy), taxonomy)
    asked.data = asked.data / (asked.data + 1)
    called = _table(above, _OF_GROUP, len(roots)).T.maximum(_table(named, 1.0, len(roots)).T)
    return OccupationWords(roots, _weighted(sparse.csr_array(called.maximum(asked)), taxonomy))


def _names(labels: Labels, ours: Iterable[str]) -> tuple[str, ...]:
    return (*labels.all(DANISH), *labels.all(ENGLISH), *ours)


def _table(told: Sequence[Collection[int]], value: float, columns: int) -> sparse.csr_array:
    """(rows, columns) `value` where a row has a column."""
    ends = np.cumsum([0, *map(len, told)])
    indices = np.array([one for row in told for one in sorted(row)], np.int32)
    return sparse.csr_array((np.full(len(indices), value, np.float32), indices, ends), shape=(len(told), columns))


def _asked(taxonomy: Taxonomy) -> sparse.csr_array:
    """(skills, occupations) 1 where a skill is essential, a half where it is optional."""
    kinds = ((taxonomy.essential, 1.0), (taxonomy.optional, _OPTIONAL))
    values = np.concatenate([np.full(len(pairs), weight, np.float32) for pairs, weight in kinds])
    places = tuple(np.concatenate([getattr(pairs, end) for pairs, _ in kinds]) for end in ("targets", "sources"))
    return sparse.coo_array((values, places), shape=(len(taxonomy.skills), len(taxonomy.occupations))).tocsr()


def _kept(matrix: sparse.csr_array, taxonomy: Taxonomy) -> sparse.csr_array:
    """The cells of each occupation that tell most of it."""
    by_occupation = matrix.tocsc()
    tells = _tells(matrix, taxonomy)
    for low, high in pairwise(by_occupation.indptr.tolist()):
        if high - low > _MOST_SKILL_WORDS:
            worth = by_occupation.data[low:high] * tells[by_occupation.indices[low:high]]
            by_occupation.data[low:high][np.argsort(-worth, kind="stable")[_MOST_SKILL_WORDS:]] = 0
    by_occupation.eliminate_zeros()
    return by_occupation.tocsr()


def _tells(matrix: sparse.csr_array, taxonomy: Taxonomy) -> Floats:
    """(rows,) how much each tells: the logarithm of all unit groups over those that have it."""
    place = {code: row for row, code in enumerate(taxonomy.unit_groups)}
    group = np.array([place[one.isco] for one in taxonomy.occupations], np.int64)
    row_of = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    pairs = np.unique(row_of * max(len(place), 1) + group[matrix.indices]) // max(len(place), 1)
    groups_with = np.maximum(np.bincount(pairs, minlength=matrix.shape[0]), 1)
    return np.log(np.maximum(len(place) / groups_with, 1)).astype(np.float32)


def _weighted(matrix: sparse.csr_array, taxonomy: Taxonomy) -> sparse.csr_array:
    """Rows weighted by how much they tell, squared, and columns by the root of their length."""
    tells = _tells(matrix, taxonomy)
    of_cell = np.repeat(tells, np.diff(matrix.indptr))
    length = np.sqrt(np.bincount(matrix.indices, (of_cell * matrix.data) ** 2, matrix.shape[1]))
    values = matrix.data * of_cell**2 / np.sqrt(np.maximum(length, 1e-6))[matrix.indices]
    values[of_cell < min(_LEAST_TELLING, float(tells.max(initial=0)))] = 0
    weighted = sparse.csr_array((values.astype(np.float32), matrix.indices, matrix.indptr), shape=matrix.shape)
    weighted.eliminate_zeros()
    return weighted
