"""Which occupation an ad is for: what its headline may mean, weighed again by what its text says.

A conditional logit (McFadden 1974) over the likeliest meanings of the headline and the occupations that the text speaks
of most; `docs/models.md` says what each feature is and from what its weight was learnt.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingestion.headlines import Headline, headline
from ingestion.occupation_profiles import OccupationSkills, OccupationWords, content_words
from ingestion.star_titles import SURE_OF
from ingestion.telling_words import TellingWords
from ingestion.title_ranking import TitleRanker
from ingestion.weights import Floats, largest, read_weights, shares_of
from ingestion.words import Word
from ontology.kinds import EscoUri
from ontology.titles import first_meanings

Rows = NDArray[np.int64]

PARTS = ("first", "later", "whole", "joined")
"""Of a headline: the first title in it, further ones, all of it, a vague title joined with what follows it."""
TITLE_FEATURES = (*(f"share_{part}" for part in PARTS), *(f"ours_{part}" for part in PARTS), "like")
FEATURES = (*TITLE_FEATURES, "skills", "words", "headline", "common")
SURENESS = ("always", "odds", "like", "text")
"""What the confidence is weighed by: the model's own odds, likeness to the headline, and what the text says."""
_OF_TITLE, _OF_TEXT, _MOST_PIECES = 20, 5, 3
_SMALLEST_SHARE = 0.01
_SHARE, _OURS, _LIKE = 0, len(PARTS), 2 * len(PARTS)


@dataclass(frozen=True, slots=True)
class TitleMeanings:
    """What a headline may mean: rows of occupations, and (occupations, title features) what is known of each."""

    rows: Rows
    values: Floats


@dataclass(frozen=True, slots=True)
class AdText:
    """What an ad says beside its headline: roots of its body, the skills read in it, roots of headline and employer."""

    body: Mapping[str, int]
    skills: frozenset[EscoUri]
    heading: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Model:
    """weights: (features,); sureness: (4,) in the order of `SURENESS`."""

    weights: Floats
    sureness: Floats


@dataclass(frozen=True)
class OccupationChooser:
    """Chooses among the occupations of a release; common: (occupations,) how many of our titles mean each (log)."""

    ranker: TitleRanker
    rows: Mapping[EscoUri, int]
    uris: Sequence[EscoUri]
    words: OccupationWords
    skills: OccupationSkills
    telling: TellingWords
    common: Floats
    model: Model

    def text(self, heading: str, body: Iterable[Word], skills: Iterable[EscoUri]) -> AdText:
        """An ad as it is weighed: its headline and employer, the words of its text and the skills read in it."""
        told = (word.text for word in body if not word.stop and not word.text.isdigit())
        return AdText(self._roots(told), frozenset(skills), self._roots(content_words(heading)))

    def _roots(self, told: Iterable[str]) -> Mapping[str, int]:
        return Counter(root for word in told for root in self.telling.roots(word))

    def meanings(self, title: str) -> TitleMeanings:
        """What a headline may mean, the likeliest 20."""
        told = _TitleTold(self.ranker, self.rows)
        read = headline(title)
        for part, texts in _parts(read):
            for text in texts:
                told.look(part, text, ranked=part != PARTS[2] or not any(map(self.ranker.meant, read.titles)))
        return told.likeliest()

    def candidates(self, meanings: TitleMeanings, text: AdText) -> tuple[Rows, Floats]:
        """The occupations in question, and (candidates, features) what each is weighed by."""
        told = (self.skills.like(text.skills), self.words.like(text.body), self.words.like(text.heading))
        spoken_of = [row for one in told for row in largest(one, _OF_TEXT).tolist() if one[row] > 0]
        rows = np.array(list(dict.fromkeys([*meanings.rows.tolist(), *spoken_of])), np.int64)
        values = np.zeros((len(rows), len(FEATURES)), np.float32)
        values[: len(meanings.rows), : len(TITLE_FEATURES)] = meanings.values
        for place, one in enumerate(told, len(TITLE_FEATURES)):
            values[:, place] = np.log1p(one[rows])
        values[:, -1] = self.common[rows]
        return rows, values

    def chosen(self, meanings: TitleMeanings, text: AdText, most: int) -> tuple[tuple[EscoUri, float], ...]:
        """The likeliest occupations, best first, each with how likely it is right, in (0, 1).

        Where neither headline nor text is like it in the least, the best of them is still not likely.
        """
        rows, values = self.candidates(meanings, text)
        if not len(rows):
            return ()
        shares = shares_of(values @ self.model.weights)
        order = np.argsort(-shares, kind="stable")[:most]
        told = told_of(shares[order], values[order])
        sure = np.minimum(1, told[:, 2:].sum(1)) / (1 + np.exp(-(told @ self.model.sureness)))
        return tuple((self.uris[int(rows[i])], float(one)) for i, one in zip(order, sure, strict=True) if one > 0)


def told_of(shares: Floats, values: Floats) -> Floats:
    """(candidates, 4) what their confidence is weighed by, from their shares and features."""
    kept = np.clip(shares, 1e-4, 1 - 1e-4)
    columns = [FEATURES.index(name) for name in ("skills", "words", "headline")]
    return np.stack(
        [np.ones(len(kept)), np.log(kept / (1 - kept)), values[:, FEATURES.index("like")], values[:, columns].sum(1)],
        axis=1,
    ).astype(np.float32)


def _parts(read: Headline) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The texts to look up, by what part of the headline they are."""
    whole = () if read.whole in read.titles else (read.whole,)
    texts = (read.titles[:1], read.titles[1:_MOST_PIECES], whole, read.joined[: _MOST_PIECES - 1])
    return zip(PARTS, texts, strict=True)


class _TitleTold:
    """What is known of each occupation for one headline, gathered text by text."""

    def __init__(self, ranker: TitleRanker, rows: Mapping[EscoUri, int]) -> None:
        self._ranker, self._rows = ranker, rows
        self._of: dict[int, list[float]] = {}

    def look(self, part: str, text: str, ranked: bool) -> None:
        """Note what our titles say of a text and, where it is to be `ranked`, what it is like."""
        place = PARTS.index(part)
        for uri, share, like in self._ranker.ranked(text, _OF_TITLE) if ranked else ():
            self._note(uri, _SHARE + place, share)
            self._note(uri, _LIKE, like)
        for title in self._ranker.meant(text):
            self._note(title.uri, _OURS + place, SURE_OF[title.relation] / (1 + title.place))

    def _note(self, uri: EscoUri, feature: int, value: float) -> None:
        if uri in self._rows:
            told = self._of.setdefault(self._rows[uri], [0.0] * len(TITLE_FEATURES))
            told[feature] = max(told[feature], value)

    def likeliest(self) -> TitleMeanings:
        """The 20 that our own titles or the ranker hold for likeliest."""

        def likely(row: int) -> float:
            told = self._of[row]
            return -max(told[:_OURS]) - 2 * max(told[_OURS:_LIKE])

        rows = sorted(self._of, key=lambda row: (likely(row), row))[:_OF_TITLE]
        values = np.array([self._of[row] for row in rows], np.float32).reshape(-1, len(TITLE_FEATURES))
        values[:, :_OURS] = np.log1p(values[:, :_OURS] / _SMALLEST_SHARE)
        return TitleMeanings(np.array(rows, np.int64), values)


def commonness(uris: Iterable[EscoUri]) -> Floats:
    """(occupations,) the logarithm of one and how many of our titles mean each first of all."""
    counted = Counter(uri for _, uri in first_meanings())
    return np.array([np.log1p(counted[uri]) for uri in uris], np.float32)


def load_model(encoder: str) -> Model:
    """The trained model, that of "packaged" where there is an encoder, else of "none".

    Raises:
        IngestionError: The file is missing or broken.
    """
    sureness = tuple(f"sure_{name}" for name in SURENESS)
    found = read_weights(f"occupations_{encoder}.csv", (*FEATURES, *sureness), "bench/train_occupations.py")
    return Model(*(np.array([found[name] for name in names], np.float32) for names in (FEATURES, sureness)))
