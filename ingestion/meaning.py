"""What a text is like in meaning: its vector beside those of labels, in the text's own language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ingestion.words import words
from ontology.encoding import SentenceEncoder, Vectors
from ontology.kinds import DANISH, ENGLISH, Language, Skill

_OF_LANGUAGE = {
    DANISH: frozenset("og at er det til på som med af du vi jeg har ikke den der et kan vil også hos fra".split()),  # noqa: SIM905
    ENGLISH: frozenset("the and of to in is you we with a are our will have on as or be that your from".split()),  # noqa: SIM905
}


def language_of(text: str) -> Language:
    """Danish, or English where more of its small words are English, or it has none and no Danish letter."""
    found = [word.text for word in words(text)]
    danish, english = (sum(word in known for word in found) for known in _OF_LANGUAGE.values())
    return ENGLISH if english > danish or (english == danish and text.isascii()) else DANISH


@dataclass
class Meanings:
    """Encodes texts and the preferred labels of `skills`; those of a language are encoded when first asked for."""

    encoder: SentenceEncoder
    skills: Sequence[Skill]
    _labels: dict[Language, tuple[Vectors, NDArray[np.int32]]] = field(default_factory=dict)

    def like(self, texts: Sequence[str], language: Language) -> NDArray[np.float32]:
        """(texts, skills): standard scores of the largest cosine of each skill's labels; 0 is an average skill."""
        vectors, owner = self._of(language)
        best = np.full((len(texts), len(self.skills)), -1.0, np.float32)
        for row, cosines in enumerate(self.encoder.encode(texts) @ vectors.T):
            np.maximum.at(best[row], owner, cosines)
        told = np.zeros(len(self.skills), np.bool_)
        told[owner] = True
        mean, spread = best[:, told].mean(1, keepdims=True), best[:, told].std(1, keepdims=True)
        return np.asarray(np.where(told, (best - mean) / np.maximum(spread, 1e-6), -1.0), np.float32)

    def _of(self, language: Language) -> tuple[Vectors, NDArray[np.int32]]:
        if language not in self._labels:
            found = list(self._of_skills(language))
            vectors = self.encoder.encode([label for label, _ in found])
            self._labels[language] = vectors, np.array([row for _, row in found], np.int32)
        return self._labels[language]

    def _of_skills(self, language: Language) -> Iterable[tuple[str, int]]:
        for row, skill in enumerate(self.skills):
            label = skill.labels.best((language, DANISH, ENGLISH))
            if label:
                yield label, row
