"""Which occupations and ISCO groups a job title may mean: what is like it, weighed by a small trained model.

A linear model over named features of each candidate, fitted as a softmax over the candidates of a title (a conditional
logit, McFadden 1974); `models/titles_*.csv` hold its numbers, `docs/models.md` says from what they were learnt.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ingestion.meaning import LabelVectors
from ingestion.title_features import FEATURES, LEADER, Told
from ingestion.titles import LabelIndex, label_index
from ingestion.weights import Floats, read_weights, shares_of
from ingestion.words import key
from ontology.encoding import SentenceEncoder
from ontology.kinds import DANISH, ENGLISH, EscoUri, Language, Occupation, OccupationGroup
from ontology.titles import Reading, Title

_ENCODED = 6


@dataclass(frozen=True)
class TitleRanker:
    """Ranks `concepts` for a title.

    meanings: our titles by stems; readings: rows by stems, with how readily readers named them, in (0, 1]; group_of:
    (concepts,) row of the unit group, -1 = none; groups, leads: (concepts,) flags; weights: (features,); vectors: None
    where there is no encoder.
    """

    concepts: tuple[Occupation | OccupationGroup, ...]
    index: LabelIndex
    meanings: Mapping[tuple[str, ...], tuple[Title, ...]]
    readings: Mapping[tuple[str, ...], Mapping[int, float]]
    group_of: NDArray[np.int32]
    groups: NDArray[np.bool_]
    leads: NDArray[np.bool_]
    weights: Floats
    rows: Mapping[EscoUri, int]
    vectors: LabelVectors | None

    @cached_property
    def members(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The rows of the occupations that are in a unit group, and the row of the group of each."""
        rows = np.flatnonzero((self.group_of >= 0) & ~self.groups)
        return rows, self.group_of[rows].astype(np.int64)

    def rank(self, title: str, limit: int = 100, language: Language = DANISH) -> list[tuple[EscoUri, float]]:
        """The concepts that `title` may mean, best first; the scores are shares in [0, 1] that sum to at most 1."""
        return [(uri, share) for uri, share, _ in self.ranked(title, limit, language)]

    def ranked(self, title: str, limit: int = 100, language: Language = DANISH) -> list[tuple[EscoUri, float, float]]:
        """As `rank`, with how like the most alike label of each is to `title`, in [0, 1.8], comparable over titles."""
        rows, values, likeness = self._weighed(title, language)
        shares = shares_of(values @ self.weights)
        order = np.argsort(-shares, kind="stable")[:limit]
        return [(self.concepts[int(rows[i])].uri, float(shares[i]), float(likeness[i])) for i in order]

    def meant(self, title: str) -> tuple[Title, ...]:
        """What our own tables say that `title` means, in their order; empty where they have no such title."""
        return self.meanings.get(key(title), ())

    def features(self, title: str, language: Language = DANISH) -> tuple[NDArray[np.int64], Floats]:
        """The rows of the candidates, and (candidates, features) what each is weighed by; none where all is empty."""
        return self._weighed(title, language)[:2]

    def _weighed(self, title: str, language: Language) -> tuple[NDArray[np.int64], Floats, Floats]:
        """The rows of the candidates, what they are weighed by, and how like each is."""
        if not self.concepts:
            return np.zeros(0, np.int64), np.zeros((0, len(FEATURES)), np.float32), np.zeros(0, np.float32)
        told = Told(self, title, language)
        rows = told.candidates()
        return rows, told.of(rows), told.likeness[rows]


def title_weights(encoder: str) -> Mapping[str, float]:
    """The trained weights, those of "packaged" where there is an encoder, else of "none".

    Raises:
        IngestionError: The file is missing or broken.
    """
    return read_weights(f"titles_{encoder}.csv", FEATURES, "bench/train_titles.py")


def title_ranker(
    concepts: Sequence[Occupation | OccupationGroup],
    titles: Iterable[Title],
    readings: Iterable[Reading],
    weights: Mapping[str, float],
    encoder: SentenceEncoder | None = None,
    language: Language = DANISH,
    index: LabelIndex | None = None,
) -> TitleRanker:
    """The ranker of `concepts`, with our own `titles` and their `readings`.

    An encoder encodes the labels in `language`. `index` is what `title_index` made of the same concepts and titles;
    None = it is made here.
    """
    own = tuple(titles)
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    read = tuple(readings)
    stems = {term: key(term) for term in {title.term for title in own} | {one.term for one in read}}
    meanings: dict[tuple[str, ...], tuple[Title, ...]] = {}
    for title in own:
        meanings[stems[title.term]] = (*meanings.get(stems[title.term], ()), title)
    return TitleRanker(
        tuple(concepts),
        index or title_index(concepts, own),
        meanings,
        _read(read, rows, stems),
        np.array([_unit_group(one, rows) for one in concepts], np.int32),
        np.array([isinstance(one, OccupationGroup) for one in concepts], np.bool_),
        np.array([one.isco.startswith("1") or bool(LEADER.search(one.labels.best())) for one in concepts], np.bool_),
        np.array([weights[name] for name in FEATURES], np.float32),
        rows,
        LabelVectors(encoder, _encoded(concepts, language), len(concepts)) if encoder else None,
    )


def _read(
    readings: Iterable[Reading], rows: Mapping[EscoUri, int], stems: Mapping[str, tuple[str, ...]]
) -> Mapping[tuple[str, ...], Mapping[int, float]]:
    found: dict[tuple[str, ...], dict[int, float]] = {}
    for one in readings:
        if one.uri in rows:
            of_title = found.setdefault(stems[one.term], {})
            of_title[rows[one.uri]] = max(of_title.get(rows[one.uri], 0.0), one.share)
    return found


def title_index(concepts: Sequence[Occupation | OccupationGroup], titles: Iterable[Title]) -> LabelIndex:
    """The labels of `concepts` and our own `titles` by character n-grams."""
    return label_index(list(concepts), [(title.term, title.uri) for title in titles])


def _unit_group(concept: Occupation | OccupationGroup, rows: Mapping[EscoUri, int]) -> int:
    return rows.get(EscoUri(f"http://data.europa.eu/esco/isco/C{concept.isco}"), -1)


def _encoded(concepts: Sequence[Occupation | OccupationGroup], language: Language) -> Iterator[tuple[str, int]]:
    """The first labels of each concept in `language` and its English one, and whose each is."""
    for row, one in enumerate(concepts):
        for label in dict.fromkeys((*one.labels.all(language)[:_ENCODED], one.labels.best((ENGLISH,)))):
            if label:
                yield label, row
