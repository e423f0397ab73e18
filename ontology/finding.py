"""Finding what a person types: names that begin with it, also inside a name and also with a slip of the fingers."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

Thing = TypeVar("Thing")

_WORD = re.compile(r"\w+")
_LONGEST = 80
_SLIPS = ((4, 1), (8, 2))
"""From so many letters on, so many slips are forgiven; a slip is a letter more, less, other, or two changed about."""
_WORDS_TRIED = 12
_NAMES_A_WORD = 400


@dataclass(frozen=True, slots=True)
class Named(Generic[Thing]):
    """A name of a thing; of equally near names the one of greater `weight` goes first."""

    name: str
    thing: Thing
    weight: float = 0.0


def _plain(text: str) -> str:
    return text.casefold().replace("aa", "å")


class Finder(Generic[Thing]):
    """Finds things by the beginnings of the words of their names."""

    def __init__(self, names: Iterable[Named[Thing]]) -> None:
        """Over all names of all things; a thing may have several."""
        self._names = tuple(names)

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
        """Every word in order, and the rows of the names that hold it."""
        held: dict[str, list[int]] = {}
        for row, named in enumerate(self._names):
            for word in dict.fromkeys(_WORD.findall(_plain(named.name))):
                held.setdefault(word, []).append(row)
        ordered = sorted(held)
        return tuple(ordered), tuple(tuple(held[word]) for word in ordered)

    @cached_property
    def _beginnings(self) -> dict[int, tuple[str, ...]]:
        """By length, the different beginnings of that length of all words; for slips in an unfinished word."""
        words = self._words[0]
        return {size: tuple(dict.fromkeys(word[:size] for word in words)) for size in range(3, 25)}

    def find(self, typed: str, count: int = 10) -> tuple[Named[Thing], ...]:
        """The best `count` names for what is typed, the last word perhaps unfinished; each thing once.

        Names that are it, then that begin with it, then that hold its words, then with slips; short names first.
        """
        text = _plain(typed[:_LONGEST]).strip()
        words = _WORD.findall(text)
        if not words:
            return ()
        exact = self._rows([self._begins(word) for word in words])
        slips = self._rows([self._nearly(word) for word in words]) if len(exact) < count else set()
        order = chain(
            sorted(exact, key=lambda row: self._nearness(row, text)),
            sorted(slips - exact, key=lambda row: (self._slips(row, text), self._nearness(row, text))),
        )
        return tuple(self._each_once(order, count))

    def _each_once(self, rows: Iterator[int], count: int) -> Iterator[Named[Thing]]:
        seen: set[Thing] = set()
        for row in rows:
            named = self._names[row]
            if named.thing not in seen:
                seen.add(named.thing)
                yield named
            if len(seen) == count:
                return

    def _nearness(self, row: int, text: str) -> tuple[bool, bool, float, int, str]:
        name = _plain(self._names[row].name)
        return name != text, not name.startswith(text), -self._names[row].weight, len(name), name

    def _slips(self, row: int, text: str) -> float:
        """How far the beginning of a name is from what was typed."""
        return OSA.distance(text, _plain(self._names[row].name)[: len(text)])

    def _begins(self, word: str) -> set[int]:
        """The names that hold a word that begins with `word`."""
        words, rows = self._words
        found: set[int] = set()
        for at in range(bisect_left(words, word), len(words)):
            if not words[at].startswith(word):
                break
            found.update(rows[at])
        return found

    def _nearly(self, word: str) -> set[int]:
        """The names that hold a word which begins with `word` but for a slip or two."""
        forgiven = () if any(letter.isdigit() for letter in word) else _SLIPS  # a number is another number
        slips = max((many for least, many in forgiven if len(word) >= least), default=0)
        found = self._begins(word)
        if slips and not len(found) > _NAMES_A_WORD:
            for size in (len(word), len(word) + 1):  # a letter left out makes the right beginning longer
                tried = self._beginnings.get(size, self._words[0])
                near = extract(word, tried, scorer=OSA.distance, score_cutoff=slips, limit=_WORDS_TRIED)
                for beginning, _slips, _row in near:
                    found |= self._begins(str(beginning))
        return found

    @staticmethod
    def _rows(sets: Sequence[set[int]]) -> set[int]:
        return set.intersection(*sets)
