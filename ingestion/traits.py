"""Words that name a personal competency where they are said of a person.

Adjectives ("du er rolig", never "rolig drift") and nouns ("du har humor og overblik", never "overblik over lageret").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ingestion.words import Word, stem
from ontology.kinds import EscoUri

_IS = frozenset({"er", "være", "bliver", "virker", "forbliver", "am", "are", "is", "be"})
_HAS = frozenset({"har", "have", "besidder", "udstråler", "viser", "udviser", "has"})
_OF_PERSONS = frozenset(
    {"jeg", "du", "at", "der", "som", "man", "og", "person", "type", "medarbejder", "i", "you", "who"}
)
_LEADS = frozenset({("vægt", "på"), ("dig", "med"), ("en", "med")}) | frozenset(
    (one, "med") for one in ("kollega", "medarbejder", "menneske", "person", "profil", "type")
)
"""Words before nouns that are asked of a person: "vi lægger vægt på humor", "en kollega med overblik"."""
_BETWEEN = frozenset(
    """
    a af altid an and as both både du eller en et fagligt fysisk ganske generelt god godt helt highly i jeg lidt med
    meget men mere og også or person psykisk ret rigtig samt selv socialt som temmelig typisk very
    """.split()  # noqa: SIM905  one word list, kept readable
)
_OF_NOUNS = frozenset(
    """
    fuld gode good great høj højt lots masser med naturlig naturligt positiv positivt sense smittende stor stort strong
    stærk stærkt the tons your din dit min mit sin sit of
    """.split()  # noqa: SIM905
)
_BEHIND = frozenset(
    """
    af and at colleague da eller for fordi fyr hvis hvor i kollega kvinde mand med medarbejder men menneske mod når og
    or også over overfor person pige på samt selv som til type under ud uden ved when with
    """.split()  # noqa: SIM905
)
_BEHIND_NOUNS = _BEHIND - {"af", "for", "fra", "over", "på"}
_AND = frozenset({"og", "eller", "samt", "and", "or"})
_SHORT, _NEAR = 4, 3


class Trait(NamedTuple):
    """An adjective, or a noun, and the personal competency that it names."""

    word: str
    uri: EscoUri
    noun: bool = False


Traits = Mapping[str, Trait]


def traits(adjectives: Iterable[tuple[str, EscoUri]], nouns: Iterable[tuple[str, EscoUri]] = ()) -> Traits:
    """The index of adjectives and nouns by stem; an adjective before a noun of the same stem."""
    had = {stem(term): Trait(term.casefold(), uri, noun=True) for term, uri in nouns}
    return had | {stem(term): Trait(term.casefold(), uri) for term, uri in adjectives}


def find_traits(row: Sequence[Word], known: Traits) -> Iterator[tuple[int, EscoUri]]:
    """The places of words in a row that are said of a person, and what they name."""
    for place, word in enumerate(row):
        trait = _trait(word, known)
        if trait and (
            _had(row, place, known) if trait.noun else _of_a_person(row, place) and _ends_well(row, place, known)
        ):
            yield place, trait.uri


def _trait(word: Word, known: Traits) -> Trait | None:
    """The adjective that a word is a form of: "roligt" and "rolige" are "rolig", "stærkt" is no "stærkstrøm".

    "motiverede" is "motiveret", "motivere" is a verb.
    """
    found = known.get(word.stem)
    if found and found.word.endswith("et"):
        return found if word.text in (found.word, f"{found.word[:-1]}de") else None
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


def _had(row: Sequence[Word], place: int, known: Traits) -> bool:
    """Whether a person has what the noun names: "du har", "vægt på", "en kollega med" or other traits lead to it."""
    if not _ends_as_noun(row, place):
        return False
    for at in range(place, -1, -1):
        if at == 0 or row[at].opens or not row[at].joined:
            return _in_list(row, place, known)
        before, earlier = row[at - 1].text, row[at - 2].text if at > 1 else ""
        if before in _HAS:
            return at == 1 or row[at - 1].opens or not row[at - 1].joined or earlier in _OF_PERSONS
        if (earlier, before) in _LEADS:
            return True
        if before not in _BETWEEN | _OF_NOUNS and not row[at].listed and row[at].text not in _AND:
            return False
    return False


def _ends_as_noun(row: Sequence[Word], place: int) -> bool:
    """Whether what follows the noun leaves it alone: "overblik over lageret" is something else."""
    if place + 1 == len(row):
        return True
    after = row[place + 1]
    return not after.joined or after.opens or after.listed or after.text in _BEHIND_NOUNS


def _in_list(row: Sequence[Word], place: int, known: Traits) -> bool:
    """Whether another trait stands near: "Overblik, humor og drive" names them, "Service og salg" does not."""
    near = range(max(0, place - _NEAR), min(len(row), place + _NEAR + 1))
    return any(other != place and _trait(row[other], known) for other in near)


def _ends_well(row: Sequence[Word], place: int, known: Traits) -> bool:
    """Whether no noun follows the adjective, or the list of adjectives that it stands in."""
    at = place + 1
    while at + 1 < len(row) and (row[at].text in _AND or row[at].listed) and row[at].joined and not row[at].opens:
        at += row[at].text in _AND
        if _trait(row[at], known) is None:
            return True
        at += 1
    return at >= len(row) or not row[at].joined or row[at].opens or row[at].listed or row[at].text in _BEHIND
