"""How much a word tells of the skills it is said of: the roots in the names of skills, and the parts of compounds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from math import log
from typing import NamedTuple

from ingestion.roots import root
from ingestion.words import plain_words, stop_words
from ontology.kinds import DANISH, ENGLISH, EscoUri, Skill

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
    """Over `skills` skills: root -> how many of them have it in a name; root -> how many names have it as a word."""

    skills: int
    skills_with: Mapping[str, int]
    names_with: Mapping[str, int]

    def tells(self, one: str) -> float:
        """The logarithm of all skills over those that have the root `one`; 0 for a root that no name has."""
        with_it = self.skills_with.get(one)
        return log(self.skills / with_it) if with_it else 0.0

    @cached_property
    def roots(self) -> Callable[[str], tuple[str, ...]]:
        """The root of a word, and of its two parts where it is a compound of words that names have."""
        return lru_cache(maxsize=_WORDS_KEPT)(
            lambda word: tuple(dict.fromkeys((root(word), *_parts(word, self.names_with))))
        )

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
    skills_with = Counter(
        one for names in named for one in {part for words in names for word in words for part in known.roots(word)}
    )
    return TellingWords(len(named), skills_with, names_with)


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
