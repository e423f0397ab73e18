"""Where a row of words names a workplace or business: as it stands, in two words, or as the end of a compound."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingestion.words import Word, plain_words, stem
from ontology.usual_jobs import COMPOUNDS

T = TypeVar("T")
Key = tuple[str, ...]

_SHORTEST_PART, _LONG_NAME = 3, 8
_LIKE_AN_ENDING = "en"
_DOUBLED = re.compile(r"([^\W\d_])\1")


@dataclass(frozen=True)
class PlaceNames(Generic[T]):
    """What is known of each place by the stems of its name; `ends` are the stems that compounds may end in.

    `misspelt`: the names of one long word, with each doubled letter once, for that is what Danes most often get wrong.
    """

    rows: Mapping[Key, tuple[T, ...]]
    ends: frozenset[str]
    longest: int
    misspelt: Mapping[str, Key]

    def among(self, row: Sequence[Word]) -> Iterator[tuple[Word, Word, tuple[T, ...]]]:
        """The first and last word of each place in a row of words, in order, and what is known of it."""
        place = 0
        while place < len(row):
            size, key = self._at(row, place)
            if key is not None:
                yield row[place], row[place + size - 1], self.rows[key]
            place += size

    def _at(self, row: Sequence[Word], place: int) -> tuple[int, Key | None]:
        """How many words from `place` name a workplace, and which; a compound may be written as two words."""
        for size in range(min(self.longest, len(row) - place), 1, -1):
            key = tuple(word.stem for word in row[place : place + size])
            if key in self.rows:
                return size, key
        word = row[place]
        after = row[place + 1].text if place + 1 < len(row) else ""
        for size, text in ((2, word.text + after), (1, word.text)):
            if (size == 1 or after) and (stem(text),) in self.rows and (size == 2 or not word.stop):
                return size, (stem(text),)
        return self._as_misspelt(word.text, after) or (1, self._compound(word.stem))

    def _as_misspelt(self, text: str, after: str) -> tuple[int, Key] | None:
        """The place that two words, or one, name but for a doubled letter."""
        for size, name in ((2, text + after), (1, text)):
            key = self.misspelt.get(_once(stem(name))) if size == 1 or after else None
            if key is not None:
                return size, key
        return None

    def _compound(self, stemmed: str) -> Key | None:
        """The workplace that a compound ends in, the longest of several."""
        ends = (stemmed[at:] for at in range(_SHORTEST_PART, len(stemmed)))
        return next(((end,) for end in ends if end in self.ends), None)


def place_names(known: Iterable[tuple[str, T]]) -> PlaceNames[T]:
    """The index of terms; one that opens with a hyphen stands for the compounds that end in it too."""
    rows: dict[Key, tuple[T, ...]] = {}
    ends = set[str]()
    for term, one in known:
        for key in _keys(term):
            rows[key] = (*rows.get(key, ()), one)
            if term.startswith(COMPOUNDS):
                ends.add(key[0])
    misspelt = {_once(key[0]): key for key in rows if len(key) == 1 and len(key[0]) >= _LONG_NAME}
    return PlaceNames(rows, frozenset(ends), max(map(len, rows)), misspelt)


def _keys(term: str) -> Iterator[Key]:
    """The stems of a term's words; those of "køkkenet" too, whose ending a stemmer takes another way than "køkken"."""
    *first, last = plain_words(term)
    before = tuple(map(stem, first))
    yield (*before, stem(last))
    if last.endswith(_LIKE_AN_ENDING):
        yield (*before, stem(f"{last}et"))


def _once(name: str) -> str:
    """A name with each doubled letter once."""
    return _DOUBLED.sub(r"\1", name)
