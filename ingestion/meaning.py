"""What a text is like in meaning: its vector beside those of labels, in the text's own language."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ingestion.words import words
from ontology.encoding import SentenceEncoder, Vectors
from ontology.kinds import DANISH, ENGLISH, READING_ORDER, Language, Skill

_OF_LANGUAGE = {
    DANISH: frozenset("og at er det til på som med af du vi jeg har ikke den der et kan vil også hos fra".split()),  # noqa: SIM905
    ENGLISH: frozenset("the and of to in is you we with a are our will have on as or be that your from".split()),  # noqa: SIM905
}


def language_of(text: str) -> Language:
    """Danish, or English where more of its small words are English, or it has none and no Danish letter."""
    found = [word.text for word in words(text)]
    danish, english = (sum(word in known for word in found) for known in _OF_LANGUAGE.values())
    return ENGLISH if english > danish or (english == danish and text.isascii()) else DANISH


class LabelVectors:
    """Labels as vectors, and the row of the concept that each is of; encoded when first asked for."""

    def __init__(self, encoder: SentenceEncoder, labels: Iterable[tuple[str, int]], count: int) -> None:
        """`count` concepts, of which each may have several labels or none."""
        self._encoder, self._labels, self._count = encoder, tuple(labels), count

    @cached_property
    def _vectors(self) -> Vectors:
        return self._encoder.encode([label for label, _ in self._labels])

    def like(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(texts, concepts): standard scores of the largest cosine of each concept's labels.

        0 is an average concept; one without a label has -1.
        """
        owner = np.array([row for _, row in self._labels], np.int32)
        best = np.full((len(texts), self._count), -1.0, np.float32)
        for row, cosines in enumerate(self._encoder.encode(texts) @ self._vectors.T):
            np.maximum.at(best[row], owner, cosines)
        told = np.zeros(self._count, np.bool_)
        told[owner] = True
        mean, spread = best[:, told].mean(1, keepdims=True), best[:, told].std(1, keepdims=True)
        return np.asarray(np.where(told, (best - mean) / np.maximum(spread, 1e-6), -1.0), np.float32)


class Meanings:
    """What texts are like in meaning among `skills`, by preferred labels in the language of each text."""

    def __init__(self, encoder: SentenceEncoder, skills: Sequence[Skill]) -> None:
        """The labels of a language are encoded when first asked for."""
        self._of = {
            language: LabelVectors(
                encoder,
                [
                    (label, row)
                    for row, one in enumerate(skills)
                    if (label := one.labels.best((language, *READING_ORDER)))
                ],
                len(skills),
            )
            for language in READING_ORDER
        }

    def like(self, texts: Sequence[str], language: Language) -> NDArray[np.float32]:
        """(texts, skills): as `LabelVectors.like`."""
        return self._of[language].like(texts)
