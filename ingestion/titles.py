"""Job titles -> occupations and ISCO groups: character n-grams over all labels (Cavnar and Trenkle 1994)."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

import numpy as np
from scipy import sparse

from ingestion.words import key
from ontology.kinds import DANISH, EscoUri, Language
from ontology.taxonomy import Concept

_SIZES = (2, 3, 4, 5)
_EXACT, _SAME_STEMS, _PREFERRED = 0.5, 0.3, 0.02
_OTHER_LANGUAGE, _OURS = 0.93, 1.05
_WORD = re.compile(r"\w+")
_TO = re.compile(r"^at ", re.IGNORECASE)


@dataclass(frozen=True)
class LabelIndex:
    """Labels as unit columns of n-gram weights, (grams, labels), so that a query touches its own n-grams only.

    owner: (labels,) the row of the concept; factor: (labels,) how much a label counts; language_of: (labels,) place in
    `languages`, -1 = ours; preferred: (labels,) a flag.
    """

    matrix: sparse.csr_array
    grams: dict[str, int]
    idf: np.ndarray[tuple[int], np.dtype[np.float32]]
    concepts: tuple[EscoUri, ...]
    owner: np.ndarray[tuple[int], np.dtype[np.int32]]
    factor: np.ndarray[tuple[int], np.dtype[np.float32]]
    language_of: np.ndarray[tuple[int], np.dtype[np.int8]]
    preferred: np.ndarray[tuple[int], np.dtype[np.bool_]]
    languages: tuple[Language, ...]
    labels: tuple[str, ...]
    _keys: dict[int, dict[tuple[str, ...], list[int]]] = field(default_factory=dict)
    _preferred: dict[Language, tuple[np.ndarray[tuple[int], np.dtype[np.int64]], ...]] = field(default_factory=dict)

    @cached_property
    def exact(self) -> Mapping[str, tuple[int, ...]]:
        """Labels in lower case -> where they stand."""
        found: dict[str, tuple[int, ...]] = {}
        for row, label in enumerate(self.labels):
            folded = label.casefold()
            found[folded] = (*found[folded], row) if folded in found else (row,)
        return found

    def language_row(self, language: Language) -> int:
        """The place of a language; one past the last where no label has it."""
        return self.languages.index(language) if language in self.languages else len(self.languages)

    def same_stems(self, query: str, language: Language = DANISH) -> list[int]:
        """The labels in `language`, and ours, that have the stems of `query`."""
        return [label for row in (-1, self.language_row(language)) for label in self._keys_of(row).get(key(query), ())]

    def _keys_of(self, language: int) -> dict[tuple[str, ...], list[int]]:
        """Stems -> labels of one language; made when first asked for, since most are not."""
        if language not in self._keys:
            made: dict[tuple[str, ...], list[int]] = {}
            for label in np.flatnonzero(self.language_of == language):
                made.setdefault(key(self.labels[int(label)]), []).append(int(label))
            self._keys[language] = made
        return self._keys[language]

    def like(self, query: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        """(labels,) how like each label is to `query`, in [0, 1]."""
        known = ((self.grams.get(gram), count) for gram, count in _grams(query).items())
        counts = [(row, count) for row, count in known if row is not None]
        if not counts:
            return np.zeros(len(self.owner), np.float32)
        columns, often = np.array(counts).T
        weights = (1 + np.log(often)).astype(np.float32) * self.idf[columns]
        weights /= max(float(np.linalg.norm(weights)), 1e-9)
        return gathered_from_long(self.matrix, columns, weights)

    def by_language(
        self, of_labels: np.ndarray[tuple[int], np.dtype[np.float32]]
    ) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        """(languages + 2, concepts) the largest of each concept's labels in each language; 0 where it has none.

        The last row is that of our own terms, the one before it is that of a language which no label has.
        """
        best = np.zeros((len(self.languages) + 2, len(self.concepts)), np.float32)
        np.maximum.at(best.reshape(-1), self._cells, of_labels)
        return best

    @cached_property
    def _cells(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """(labels,) where each stands in what `by_language` gives, row by row."""
        row = self.language_of.astype(np.int64) % (len(self.languages) + 2)
        return row * len(self.concepts) + self.owner

    def preferred_of(self, language: Language) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], ...]:
        """The preferred labels in a language, and the concept of each."""
        if language not in self._preferred:
            labels = np.flatnonzero(self.preferred & (self.language_of == self.language_row(language)))
            self._preferred[language] = labels, self.owner[labels].astype(np.int64)
        return self._preferred[language]

    def best(self, query: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        """(concepts,) how like the most alike label of each is to `query`, in [0, 2], comparable over queries."""
        scores = self.like(query) * self.factor
        for label in self.exact.get(query.casefold().strip(), ()):
            scores[label] += _EXACT
        for label in self.same_stems(query):
            scores[label] += _SAME_STEMS
        return np.asarray(self.by_language(scores).max(0), np.float32)

    def rank(self, query: str, limit: int = 100) -> list[tuple[EscoUri, float]]:
        """The concepts whose best label is most like `query`, best first; scores in [0, 2], comparable over queries."""
        best = self.best(query)
        top = np.argsort(-best, kind="stable")[:limit]
        return [(self.concepts[int(i)], float(best[int(i)])) for i in top if best[int(i)] > 0]


def gathered(
    matrix: sparse.csr_array,
    rows: np.ndarray[tuple[int], np.dtype[np.int64]],
    weights: np.ndarray[tuple[int], np.dtype[np.float32]],
) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """(columns,) the weighted sum of some short rows of a matrix, without a copy of them as a matrix."""
    starts, lengths = matrix.indptr[rows], np.diff(matrix.indptr)[rows]
    at = np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    values = matrix.data[at] * np.repeat(weights, lengths)
    return np.bincount(matrix.indices[at], values, matrix.shape[1]).astype(np.float32)


def gathered_from_long(
    matrix: sparse.csr_array,
    rows: np.ndarray[tuple[int], np.dtype[np.int64]],
    weights: np.ndarray[tuple[int], np.dtype[np.float32]],
) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """As `gathered`, to the last bit, for rows of thousands of cells: row by row, and one pass that adds them."""
    bounds = list(zip(matrix.indptr[rows].tolist(), matrix.indptr[rows + 1].tolist(), strict=True))
    ends = list(accumulate((high - low for low, high in bounds), initial=0))
    indices, values = np.empty(ends[-1], np.int32), np.empty(ends[-1], np.float64)
    for (low, high), start, end, weight in zip(bounds, ends[:-1], ends[1:], weights, strict=True):
        indices[start:end] = matrix.indices[low:high]
        np.multiply(matrix.data[low:high], weight, out=values[start:end], dtype=np.float32)
    whole = np.array([0, ends[-1]], np.int32)
    return np.asarray(sparse.csc_array((values, indices, whole), shape=(matrix.shape[1], 1)) @ np.ones(1), np.float32)


def label_index(concepts: Sequence[Concept], terms: Iterable[tuple[str, EscoUri]] = ()) -> LabelIndex:
    """The index over every label of `concepts`, Danish counting more than other languages, our own `terms` most."""
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    languages = tuple(sorted({one for concept in concepts for one in concept.labels.preferred}))
    found = [(term, rows[uri], _OURS, -1, False) for term, uri in dict.fromkeys(terms) if uri in rows]
    for row, concept in enumerate(concepts):
        for place_of, language in enumerate(languages):
            for place, label in enumerate(concept.labels.all(language)):
                factor = (1.0 if language == DANISH else _OTHER_LANGUAGE) + (_PREFERRED if place == 0 else 0.0)
                found.append((_TO.sub("", label), row, factor, place_of, place == 0))
    labels = [label for label, *_ in found]
    matrix, grams, idf = _weighted(labels)
    return LabelIndex(
        matrix,
        grams,
        idf,
        tuple(concept.uri for concept in concepts),
        np.array([row for _, row, *_ in found], np.int32),
        np.array([factor for _, _, factor, *_ in found], np.float32),
        np.array([language for *_, language, _ in found], np.int8),
        np.array([first for *_, first in found], np.bool_),
        languages,
        tuple(labels),
    )


def _weighted(
    labels: list[str],
) -> tuple[sparse.csr_array, dict[str, int], np.ndarray[tuple[int], np.dtype[np.float32]]]:
    """Unit columns of n-gram weights, (grams, labels), the row of each n-gram, and their idf."""
    grams: dict[str, int] = {}
    known: dict[str, list[int]] = {}
    lengths: list[int] = []
    columns = array("i")
    for label in labels:
        before = len(columns)
        for word in _WORD.findall(label.casefold()):
            if word not in known:
                known[word] = [grams.setdefault(gram, len(grams)) for gram in _of_word(word)]
            columns.extend(known[word])
        lengths.append(len(columns) - before)
    shape = (max(len(labels), 1), max(len(grams), 1))
    rows = np.repeat(np.arange(len(labels), dtype=np.int32), lengths)
    ones = np.ones(len(columns), np.float32)
    counted = sparse.csr_array((ones, (rows, np.array(columns, np.int32))), shape=shape)
    counted.sum_duplicates()
    seen = np.bincount(counted.indices, minlength=shape[1])
    idf = np.log((1 + len(labels)) / (1 + seen)).astype(np.float32)
    counted.data = (1 + np.log(counted.data)) * idf[counted.indices]
    owner = np.repeat(np.arange(shape[0]), np.diff(counted.indptr))
    norms = np.sqrt(np.bincount(owner, weights=counted.data**2, minlength=shape[0]))
    counted.data = (counted.data / np.maximum(norms, 1e-9)[owner]).astype(np.float32)
    return sparse.csr_array(counted.T), grams, idf


def _of_word(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[i : i + size] for size in _SIZES for i in range(max(len(padded) - size + 1, 0))]


def _grams(text: str) -> Counter[str]:
    return Counter(gram for word in _WORD.findall(text.casefold()) for gram in _of_word(word))
