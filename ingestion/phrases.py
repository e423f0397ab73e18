"""Phrases whose words stand near each other in a text, in any order and form: "slår selv græsset" names "slå græs"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingestion.roots import root
from ingestion.words import Word, plain_words, stop_words
from ontology.kinds import EscoUri

Roots = frozenset[str]

_FEWEST, _MOST = 2, 4
_GAP = 2
"""Other words that may stand among those of a phrase."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a row of words: the places of its words in order, and what it means."""

    places: tuple[int, ...]
    uri: EscoUri


@dataclass(frozen=True)
class Phrases:
    """Roots -> what they mean together; `by_rarest`: the phrases of each root that fewest phrases have."""

    meaning: Mapping[Roots, EscoUri]
    by_rarest: Mapping[str, tuple[Roots, ...]]


def phrases(terms: Iterable[tuple[str, EscoUri]]) -> Phrases:
    """The index of those of `terms` that have two to four content words; the first of two that are alike counts."""
    meaning: dict[Roots, EscoUri] = {}
    stop = stop_words()
    for term, uri in terms:
        roots = frozenset(root(word) for word in plain_words(term) if word not in stop)
        if _FEWEST <= len(roots) <= _MOST:
            meaning.setdefault(roots, uri)
    return of_meanings(meaning)


def of_meanings(meaning: Mapping[Roots, EscoUri]) -> Phrases:
    """The index of roots and what they mean together."""
    uses = Counter(one for roots in meaning for one in roots)
    by_rarest: dict[str, list[Roots]] = {}
    for roots in meaning:
        by_rarest.setdefault(min(roots, key=lambda one: (uses[one], one)), []).append(roots)
    return Phrases(meaning, {one: tuple(found) for one, found in by_rarest.items()})


def find_phrases(row: Sequence[Word], known: Phrases) -> list[Found]:
    """The phrases in a row of words, those of most words first, none using a word of another."""
    clause, clauses, at = 0, [], dict[str, list[int]]()
    for place, word in enumerate(row):
        clause += not word.joined
        clauses.append(clause)
        if not word.stop:
            at.setdefault(root(word.text), []).append(place)
    found = [
        Found(places, known.meaning[roots])
        for first, here in at.items()
        for roots in known.by_rarest.get(first, ())
        if roots <= at.keys()
        for place in here
        if (places := _near(place, roots - {first}, at, clauses)) is not None
    ]
    found.sort(key=lambda one: (-len(one.places), one.places[-1] - one.places[0], one.places))
    taken: set[int] = set()
    kept = []
    for one in found:
        if taken.isdisjoint(one.places):
            taken.update(one.places)
            kept.append(one)
    return kept


def _near(place: int, others: Roots, at: Mapping[str, Sequence[int]], clauses: Sequence[int]) -> tuple[int, ...] | None:
    """The places of a phrase around `place`; None where a word of it is not near, or in another clause."""
    places = [place, *(min(at[one], key=lambda there: abs(there - place)) for one in others)]
    low, high = min(places), max(places)
    if high - low + 1 - len(places) > _GAP or clauses[low] != clauses[high]:
        return None
    return tuple(sorted(places))
