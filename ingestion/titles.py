"""Job titles -> occupations and ISCO groups: character n-grams over all labels (Cavnar and Trenkle 1994)."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ingestion.words import key
from ontology.kinds import DANISH, EscoUri
from ontology.taxonomy import Concept

_SIZES = (2, 3, 4, 5)
_EXACT, _SAME_STEMS, _PREFERRED = 0.5, 0.3, 0.02
_OTHER_LANGUAGE, _OURS = 0.93, 1.05
_WORD = re.compile(r"\w+")
_TO = re.compile(r"^at ", re.IGNORECASE)


@dataclass(frozen=True)
class LabelIndex:
    """Labels as unit rows of n-gram weights; concept, bonus: (labels,)."""

    matrix: sparse.csr_array
    grams: dict[str, int]
    idf: np.ndarray[tuple[int], np.dtype[np.float32]]
    labels: tuple[str, ...]
    concepts: tuple[EscoUri, ...]
    owner: np.ndarray[tuple[int], np.dtype[np.int32]]
    factor: np.ndarray[tuple[int], np.dtype[np.float32]]
    keys: dict[tuple[str, ...], tuple[int, ...]]
    exact: dict[str, tuple[int, ...]]

    def rank(self, query: str, limit: int = 100) -> list[tuple[EscoUri, float]]:
        """The concepts whose best label is most like `query`, best first; scores in [0, 2], comparable over queries."""
        if not self.grams:
            return []
        vector = np.zeros(len(self.grams), np.float32)
        for gram, count in _grams(query).items():
            if gram in self.grams:
                vector[self.grams[gram]] = (1 + np.log(count)) * self.idf[self.grams[gram]]
        norm = float(np.linalg.norm(vector))
        scores = (self.matrix @ (vector / max(norm, 1e-9))) * self.factor
        for label in self.exact.get(query.casefold().strip(), ()):
            scores[label] += _EXACT
        for label in self.keys.get(key(query), ()):
            scores[label] += _SAME_STEMS
        best = np.zeros(len(self.concepts), np.float32)
        np.maximum.at(best, self.owner, scores)
        top = np.argsort(-best, kind="stable")[:limit]
        return [(self.concepts[int(i)], float(best[int(i)])) for i in top if best[int(i)] > 0]


def label_index(concepts: list[Concept], terms: Iterable[tuple[str, EscoUri]] = ()) -> LabelIndex:
    """The index over every label of `concepts`, Danish counting more than other languages, our own `terms` most."""
    labels, owner, factor = [], [], []
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    for term, uri in terms:
        if uri in rows:
            labels.append(term)
            owner.append(rows[uri])
            factor.append(_OURS)
    for row, concept in enumerate(concepts):
        for language in concept.labels.preferred.keys() | concept.labels.alternative.keys():
            for place, label in enumerate(concept.labels.all(language)):
                labels.append(_TO.sub("", label))
                owner.append(row)
                factor.append((1.0 if language == DANISH else _OTHER_LANGUAGE) + (_PREFERRED if place == 0 else 0.0))
    matrix, grams, idf = _weighted(labels)
    keys: dict[tuple[str, ...], list[int]] = {}
    exact: dict[str, list[int]] = {}
    for row, label in enumerate(labels):
        keys.setdefault(key(label), []).append(row)
        exact.setdefault(label.casefold(), []).append(row)
    return LabelIndex(
        matrix,
        grams,
        idf,
        tuple(labels),
        tuple(concept.uri for concept in concepts),
        np.array(owner, np.int32),
        np.array(factor, np.float32),
        {stems: tuple(found) for stems, found in keys.items()},
        {label: tuple(found) for label, found in exact.items()},
    )


def _weighted(
    labels: list[str],
) -> tuple[sparse.csr_array, dict[str, int], np.ndarray[tuple[int], np.dtype[np.float32]]]:
    """Unit rows of n-gram weights, the n-grams by column, and their idf; each word is taken apart once."""
    grams: dict[str, int] = {}
    known: dict[str, list[int]] = {}
    lengths: list[int] = []
    columns: list[int] = []
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
    return counted, grams, idf


def _of_word(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[i : i + size] for size in _SIZES for i in range(max(len(padded) - size + 1, 0))]


def _grams(text: str) -> Counter[str]:
    return Counter(gram for word in _WORD.findall(text.casefold()) for gram in _of_word(word))
