"""How much a word tells of the skills it is said of: the roots in the names of skills, and the parts of compounds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, lru_cache
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ingestion.roots import root
from ingestion.words import plain_words, stop_words
from ontology.kinds import DANISH, ENGLISH, EscoUri, Skill

Ints = npt.NDArray[np.int32]

_SHORTEST_COMPOUND, _SHORTEST_PART, _LONG_PART = 8, 3, 4
_WORDS_KEPT, _WORDS_OF_NAMES_KEPT = 100_000, 30_000
_FEWEST_NAMES = 2
"""A part of a compound stands in as many names by itself."""
_BOTH_LONG = 2.0
"""What it counts, as a logarithm of names, that neither part of a compound is as short as an ending."""


class NameKind(IntEnum):
    """Where the name of a skill is from; `PREFERRED` is English where there is no Danish one."""

    PREFERRED, ALTERNATIVE, ENGLISH, OURS = range(4)


class NameWord(NamedTuple):
    """A word of a name: how much it tells, its root, and that with the roots of its parts."""

    tells: float
    whole: str
    roots: tuple[str, ...]


class Name(NamedTuple):
    """One name of a skill; `tells` is what all its words tell together."""

    kind: NameKind
    words: tuple[NameWord, ...]
    roots: frozenset[str]
    tells: float


@dataclass(frozen=True)
class TellingWords:
    """Over `skills` skills: root -> how many of them have it in a name; root -> how many names have it as a word.

    The skill of row r has in its names the roots at starts[r] to starts[r + 1] of `which`, places in `skills_with`.
    starts: (skills + 1,). which: (pairs,). rooted: what `roots` gives for the words of names.
    """

    skills: int
    skills_with: Mapping[str, int]
    names_with: Mapping[str, int]
    starts: Ints = field(default_factory=lambda: np.zeros(1, np.int32))
    which: Ints = field(default_factory=lambda: np.zeros(0, np.int32))
    rooted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def roots_of(self, row: int) -> tuple[str, ...]:
        """The roots in any name of the skill of a row."""
        return tuple(map(self._listed.__getitem__, self.which[self.starts[row] : self.starts[row + 1]].tolist()))

    def skills_by_root(self, rows: Sequence[int], least: float) -> "SkillsByRoot":
        """Which of the skills at `rows` have a root in a name, by each root that tells `least` or more."""
        skills = np.array(rows, np.int32)
        fan = self.starts[skills + 1] - self.starts[skills]
        places = np.arange(fan.sum()) + np.repeat(self.starts[skills] - np.cumsum(fan) + fan, fan)
        roots, owner = self.which[places], np.repeat(skills, fan)
        told = np.flatnonzero(self._tells[roots] >= least)
        told = told[np.argsort(roots[told], kind="stable")]
        first = np.flatnonzero(np.diff(roots[told], prepend=-1))
        names = map(self._listed.__getitem__, roots[told][first].tolist())
        place = dict(zip(names, range(len(first)), strict=True))
        return SkillsByRoot(place, [*first.tolist(), len(told)], owner[told].tolist())

    @cached_property
    def _tells(self) -> npt.NDArray[np.float64]:
        """What each root of `skills_with` tells; (roots,)."""
        return np.array([self.tells(one) for one in self.skills_with], np.float64)

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        return tuple(self.skills_with)

    def tells(self, one: str) -> float:
        """The logarithm of all skills over those that have the root `one`; 0 for a root that no name has."""
        with_it = self.skills_with.get(one)
        return log(self.skills / with_it) if with_it else 0.0

    @cached_property
    def roots(self) -> Callable[[str], tuple[str, ...]]:
        """The root of a word, and of its two parts where it is a compound of words that names have."""
        found = lru_cache(maxsize=_WORDS_KEPT)(
            lambda word: tuple(dict.fromkeys((root(word), *_parts(word, self.names_with))))
        )
        return lambda word: self.rooted.get(word) or found(word)

    def name(self, kind: NameKind, text: str) -> Name:
        """`text` as a name whose words can be looked for."""
        told = tuple(map(self._word, _content(text)))
        return Name(kind, told, frozenset(one for word in told for one in word.roots), sum(word.tells for word in told))

    @cached_property
    def _word(self) -> Callable[[str], NameWord]:
        """A word as one of a name; most are in many names."""
        return lru_cache(maxsize=_WORDS_OF_NAMES_KEPT)(self._name_word)

    def _name_word(self, word: str) -> NameWord:
        roots = self.roots(word)
        return NameWord(max(map(self.tells, roots)), roots[0], roots)


@dataclass(frozen=True)
class SkillsByRoot:
    """The rows of the skills that have a root in a name, a root's at starts[n] to starts[n + 1], n its place."""

    place: Mapping[str, int]
    starts: Sequence[int]
    skills: Sequence[int]

    def __bool__(self) -> bool:
        """Whether any root is there."""
        return bool(self.place)

    def __contains__(self, one: str) -> bool:
        """Whether a skill has the root `one`."""
        return one in self.place

    def count(self, one: str) -> int:
        """How many skills have the root `one`, which is there."""
        at = self.place[one]
        return self.starts[at + 1] - self.starts[at]

    def of(self, roots: Iterable[str]) -> set[int]:
        """The skills that have one of `roots`."""
        found: set[int] = set()
        for at in (self.place[one] for one in roots if one in self.place):
            found.update(self.skills[self.starts[at] : self.starts[at + 1]])
        return found


def names_of(skill: Skill, ours: Iterable[str]) -> Iterator[tuple[NameKind, str]]:
    """Every name of a skill in Danish and English, and `ours`."""
    preferred, alternative = skill.labels.preferred, skill.labels.alternative
    first = preferred.get(DANISH) or preferred.get(ENGLISH)
    if first:
        yield NameKind.PREFERRED, first
    yield from ((NameKind.ALTERNATIVE, name) for name in alternative.get(DANISH, ()))
    if ENGLISH in preferred:
        yield NameKind.ENGLISH, preferred[ENGLISH]
    yield from ((NameKind.ENGLISH, name) for name in alternative.get(ENGLISH, ()))
    yield from ((NameKind.OURS, name) for name in ours)


def terms_by_skill(terms: Iterable[tuple[str, EscoUri]]) -> dict[EscoUri, tuple[str, ...]]:
    """Our own terms of each skill."""
    found: dict[EscoUri, list[str]] = {}
    for term, uri in terms:
        found.setdefault(uri, []).append(term)
    return {uri: tuple(told) for uri, told in found.items()}


def telling_words(skills: Iterable[Skill], terms: Iterable[tuple[str, EscoUri]]) -> TellingWords:
    """The words of all names of `skills`, our own `terms` among them."""
    ours = terms_by_skill(terms)
    named = [[_content(name) for _, name in names_of(one, ours.get(one.uri, ()))] for one in skills]
    names_with = Counter(one for names in named for words in names for one in {root(word) for word in words})
    known = TellingWords(len(named), {}, names_with)
    rooted = {
        word: known.roots(word) for word in dict.fromkeys(word for names in named for one in names for word in one)
    }
    by_skill = [dict.fromkeys(part for words in names for word in words for part in rooted[word]) for names in named]
    skills_with = Counter(one for roots in by_skill for one in roots)
    place = {one: at for at, one in enumerate(skills_with)}
    starts = np.cumsum([0, *map(len, by_skill)], dtype=np.int32)
    which = np.array([place[one] for roots in by_skill for one in roots], np.int32)
    return TellingWords(len(named), skills_with, names_with, starts, which, rooted)


def _content(text: str) -> list[str]:
    stop = stop_words()
    return [word for word in plain_words(text) if word not in stop]


def _parts(word: str, names_with: Mapping[str, int]) -> tuple[str, ...]:
    """The roots of the two parts of a compound, those that most names have; empty where it is none."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    if len(word) < _SHORTEST_COMPOUND:
        return ()
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        last = root(word[cut:])
        if names_with.get(last, 0) < _FEWEST_NAMES:
            continue
        first = _first_part(word[:cut], names_with)
        if first:
            long = min(cut, len(word) - cut) >= _LONG_PART
            sure = log(names_with[first]) + log(names_with[last]) + _BOTH_LONG * long
            best = max(best, (sure, (first, last)))
    return best[1]


def _first_part(left: str, names_with: Mapping[str, int]) -> str:
    """The root of the first part of a compound, as it stands or without what links it: "børne", "sikkerheds"."""
    for form in (left, left.removesuffix("s"), left.removesuffix("e"), f"{left}e"):
        found = root(form)
        if len(form) >= _SHORTEST_PART and names_with.get(found, 0) >= _FEWEST_NAMES:
            return found
    return ""
