"""Adjectives that name a personal competency where they are said of a person: "du er rolig", never "rolig drift"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ingestion.words import Word, stem
from ontology.kinds import EscoUri

_IS = frozenset({"er", "være", "bliver", "virker", "forbliver"})
_OF_PERSONS = frozenset({"jeg", "du", "at", "der", "som", "man", "og", "person", "type", "medarbejder"})
_BETWEEN = frozenset(
    """
    af altid både du eller en et fagligt fysisk ganske generelt god godt helt jeg lidt med meget men mere og også
    psykisk ret rigtig samt selv socialt som temmelig typisk
    """.split()  # noqa: SIM905  one word list, kept readable
)
_BEHIND = frozenset(
    """
    af at da eller fordi for fyr hvis hvor i kollega kvinde mand med medarbejder men menneske mod når og også over
    overfor person pige på samt selv som til type under ud uden ved
    """.split()  # noqa: SIM905
)
_AND = frozenset({"og", "eller", "samt"})
_SHORT = 4


class Trait(NamedTuple):
    """An adjective and the personal competency that it names."""

    word: str
    uri: EscoUri


Traits = Mapping[str, Trait]


def traits(terms: Iterable[tuple[str, EscoUri]]) -> Traits:
    """The index of adjectives by stem."""
    return {stem(term): Trait(term.casefold(), uri) for term, uri in terms}


def find_traits(row: Sequence[Word], known: Traits) -> Iterator[tuple[int, EscoUri]]:
    """The places of adjectives in a row of words that are said of a person, and what they name."""
    for place, word in enumerate(row):
        trait = _trait(word, known) if word.stem in known else None
        if trait and _of_a_person(row, place) and _ends_well(row, place, known):
            yield place, trait.uri


def _trait(word: Word, known: Traits) -> Trait | None:
    """The adjective that a word is a form of: "roligt" and "rolige" are "rolig", "stærkt" is no "stærkstrøm"."""
    found = known.get(word.stem)
    if found is None or not (word.text == found.word or word.text.startswith(found.word[:-1])):
        return None
    return found if len(found.word) > _SHORT or word.text.startswith(found.word) else None


def _of_a_person(row: Sequence[Word], place: int) -> bool:
    """Whether only other traits stand between the word and "du er", or the start of its line or sentence."""
    for at in range(place, -1, -1):
        if at == 0 or row[at].opens or not row[at].joined:
            return True
        before = row[at - 1].text
        if before in _IS:
            return at == 1 or row[at - 1].opens or not row[at - 1].joined or row[at - 2].text in _OF_PERSONS
        if before not in _BETWEEN and not row[at].listed and row[at].text not in _AND:
            return False
    return False


def _ends_well(row: Sequence[Word], place: int, known: Traits) -> bool:
    """Whether no noun follows the adjective, or the list of adjectives that it stands in."""
    at = place + 1
    while at + 1 < len(row) and (row[at].text in _AND or row[at].listed) and row[at].joined and not row[at].opens:
        at += row[at].text in _AND
        if _trait(row[at], known) is None:
            return True
        at += 1
    return at >= len(row) or not row[at].joined or row[at].opens or row[at].listed or row[at].text in _BEHIND
