"""Which private word a misspelt one means: the same consonants in the same order, and few letters apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

_SHORTEST, _LONG = 7, 10
_SLIPS, _SLIPS_IF_LONG = 1, 2
_SOUNDS = (("ph", "f"), ("th", "t"), ("ts", "s"), ("ch", "k"), ("ck", "k"), ("qu", "k"))
_ALIKE = str.maketrans("czqdwgx", "ksktvks", "aeiouyæøåéh-")
_WORDS_KEPT = 20_000
_OF_THE_TRADE = frozenset({"ledelse", "ledelsen", "ledelses"})
"""Words of one letter less than an illness ("lidelse") that are none."""


class Spellings:
    """The words that may be misspelt, by their consonants."""

    def __init__(self, words: Iterable[str]) -> None:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST:
                found[_consonants(word)].append(word)
        self._by_consonants: Mapping[str, list[str]] = dict(found)
        self.meant = lru_cache(maxsize=_WORDS_KEPT)(self._meant)

    def _meant(self, word: str) -> str | None:
        """The word that `word`, in lower case, is a misspelling of; None where it is of none or too short to tell."""
        if len(word) < _SHORTEST or word in _OF_THE_TRADE:
            return None
        alike = self._by_consonants.get(_consonants(word), ())
        near = [(slips, one) for one in alike if (slips := OSA.distance(word, one)) <= _slips(word, one)]
        return min(near)[1] if near else None


def _slips(word: str, meant: str) -> int:
    """How many letters may be wrong: in short words two of them make another word ("diagnosis", "diagnose")."""
    return _SLIPS if max(len(word), len(meant)) < _LONG else _SLIPS_IF_LONG


def _consonants(word: str) -> str:
    """The first letter and the consonants after it, as they sound, each once where it is doubled."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    heard = word[0] + word[1:].translate(_ALIKE)
    return "".join(one for place, one in enumerate(heard) if not place or heard[place - 1] != one)
