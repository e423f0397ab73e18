"""Phrases whose words stand near each other in a text, in any order and form: "slår selv græsset" names "slå græs"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingestion.roots import root
from ingestion.words import Word, plain_words, stop_words
from ontology.kinds import EscoUri

Roots = frozenset[str]
Places = tuple[int, ...]

_FEWEST, _MOST = 2, 4
_IDIOM = 5
_GAP, _STRETCH = 2, 4
"""Words that may stand among those of a phrase: such as name something, and any at all."""
_AND = frozenset({"og", "eller", "samt", "and", "or"})
_NOT = frozenset("ikke ik ikk aldrig uden ingen intet not never no".split())  # noqa: SIM905
"""What stands between words that it parts: who does not write well writes nothing well."""
_SUBJECTS = frozenset("jeg du han hun vi de man det den der som i you we they it who that which".split())  # noqa: SIM905
_PARTICLES = frozenset("frem imod ind ned op ud væk".split())  # noqa: SIM905
_LIGHT = frozenset("bringe få give gøre gå holde komme lave lægge se slå stille stå sætte tage".split())  # noqa: SIM905
"""Verbs that mean little without their particle: "tage imod", "slå op"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a row of words: the places of its words in order, and what it means."""

    places: Places
    uri: EscoUri


@dataclass(frozen=True)
class Phrases:
    """Roots -> what they mean together; `by_rarest`: the phrases of each root that fewest phrases have."""

    meaning: Mapping[Roots, EscoUri]
    by_rarest: Mapping[str, tuple[Roots, ...]]


def phrases(terms: Iterable[tuple[str, EscoUri]]) -> Phrases:
    """The index of those of `terms` that have two to four words that count; the first of two that are alike counts."""
    meaning: dict[Roots, EscoUri] = {}
    for term, uri in terms:
        roots = _roots(term)
        if _FEWEST <= len(roots) <= _MOST:
            meaning.setdefault(roots, uri)
    return of_meanings(meaning)


def _roots(term: str) -> Roots:
    """The words that a term is found by: "lave mad" and "vaske op" by both of theirs, "tage imod gæster" by all.

    A long term with one word that counts is an idiom, found as it stands only: "nem at have med at gøre" by one.
    """
    stop, plain = stop_words(), plain_words(term)
    content = {root(word) for word in plain if word not in stop}
    if len(content) < _FEWEST and len(plain) >= _IDIOM:
        return frozenset(content)
    helping = {one for one in map(root, plain) if one in _PARTICLES or one in _LIGHT}
    return frozenset(content | helping if len(content) < _FEWEST or content & _LIGHT else content)


def of_meanings(meaning: Mapping[Roots, EscoUri]) -> Phrases:
    """The index of roots and what they mean together."""
    uses = Counter(one for roots in meaning for one in roots)
    by_rarest: dict[str, list[Roots]] = {}
    for roots in meaning:
        by_rarest.setdefault(min(roots, key=lambda one: (uses[one], one)), []).append(roots)
    return Phrases(meaning, {one: tuple(found) for one, found in by_rarest.items()})


def find_phrases(row: Sequence[Word], known: Phrases) -> list[Found]:
    """The phrases in a row of words, those of most words first.

    No phrase uses a word of another, but for the one that an enumeration has in common: "slår græs og hække".
    """
    at: dict[str, list[int]] = {}
    for place, word in enumerate(row):
        rooted = root(word.text)
        if not word.stop or rooted in _PARTICLES or rooted in _LIGHT:
            at.setdefault(rooted, []).append(place)
    told = frozenset(at)
    whole = [(first, roots) for first in at for roots in known.by_rarest.get(first, ()) if roots <= told]
    if not whole:
        return []
    near = _Nearness(row)
    found = [
        Found(places, known.meaning[roots])
        for first, roots in whole
        for place in at[first]
        if (places := near.around(place, roots - {first}, at)) is not None
    ]
    found.sort(key=lambda one: (-len(one.places), one.places[-1] - one.places[0], one.places))
    kept: list[Found] = []
    for one in found:
        if all(apart(row, one.places, other.places) for other in kept):
            kept.append(one)
    return kept


def apart(row: Sequence[Word], one: Places, other: Places) -> bool:
    """Whether two runs of words may both name something: they share none, or the one at the end of an enumeration."""
    shared = set(one) & set(other)
    if not shared:
        return True
    if len(shared) > 1 or not (one[0] == other[0] or one[-1] == other[-1]):
        return False
    rest = sorted(set(one) - shared), sorted(set(other) - shared)
    first, second = sorted(rest)
    return bool(first) and first[-1] < second[0] and _enumerated(row, first[-1] + 1, second[0])


def _enumerated(row: Sequence[Word], start: int, end: int) -> bool:
    """Whether a comma or an "og" stands in [start, end), or before the word at `end`."""
    return any(row[place].listed or (place < end and row[place].text in _AND) for place in range(start, end + 1))


class _Nearness:
    """Which words of a row stand near each other."""

    def __init__(self, row: Sequence[Word]) -> None:
        self._row = row
        self._clause = list(accumulate(not word.joined for word in row))
        self._listed = list(accumulate(word.listed for word in row))
        self._naming = list(accumulate(not word.stop for word in row))

    def around(self, place: int, others: Roots, at: Mapping[str, Sequence[int]]) -> Places | None:
        """The places of a phrase around `place`; None where a word of it is not near, or in another clause."""
        places = sorted((place, *(min(at[one], key=lambda there: abs(there - place)) for one in others)))
        low, high = places[0], places[-1]
        if high - low + 1 - len(places) > _STRETCH or self._clause[low] != self._clause[high]:
            return None
        if any(self._row[one].text in _NOT for one in range(low, high) if one not in places):
            return None
        naming = self._naming[high] - self._naming[low] + (not self._row[low].stop)
        if naming - sum(not self._row[one].stop for one in places) > _GAP:
            return None
        if self._listed[low] != self._listed[high] and not self._one_list(places):
            return None
        return tuple(places)

    def _one_list(self, places: Sequence[int]) -> bool:
        """Whether what stands between the words on both sides of a comma is a list of single words, no clause."""
        own, naming = set(places), 0
        for place in range(places[0] + 1, places[-1]):
            word = self._row[place]
            if word.text in _SUBJECTS:
                return False
            naming = 0 if word.listed or word.text in _AND else naming
            naming += not word.stop and place not in own
            if naming > 1:
                return False
        last = self._row[places[-1]]
        return naming == 0 or last.listed or self._row[places[-1] - 1].text in _AND
