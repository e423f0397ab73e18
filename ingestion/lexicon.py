"""Every label of a release, and our own terms, as stems that a text can be searched for."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from ingestion.redaction_given import GIVEN
from ingestion.words import Word, key, stem, stop_words
from ontology.kinds import DANISH, ENGLISH, EscoUri, Labels, Language
from ontology.taxonomy import Taxonomy

Key = tuple[str, ...]

_LONGEST, _SHORT, _LONG_AS_ONE = 7, 4, 8
_COMPOUND, _SHORTEST_PART = 0.8, 4
"""How sure a compound is beside its words, and how short its parts may be."""
_COMPOUNDS_KEPT = 100_000
_PEOPLE = ("ere", "erne", "ernes")
_LANGUAGE = "sk"
"""What a language ends in, and with one letter more is the adjective of the country."""
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_PREFERRED, _ALTERNATIVE, _OURS = 0.9, 0.75, 0.95
_TOO_COMMON = frozenset(
    """
    arbejd job tid person folk dag opgav ansvar plan start brug kund ny god styr led
    led hjælp støt team hold virksom år uge mål system program produkt service kvalitet område by
    vej mark test data work plan lead time part go it art law less spil tal
    skriv læs lær vis tag giv hav vær bliv få sæt stil lav se snak ord
    form type gruppe center butik kontor lager transport salg sikker erfaring udvikl innovation strategi projekt proces
    analys rapport ledels sprog dansk pr chef stand medicin håndværk cpr laser energi energy protein
    """.split()  # noqa: SIM905  one word list, kept readable
)


class Entry(NamedTuple):
    """The concept that a key most likely means, and how sure that is, in (0, 1]."""

    uri: EscoUri
    confidence: float


@dataclass(frozen=True)
class Lexicon:
    """Keys of stems -> what they most likely mean.

    `alone`: stem -> the words that alone make a key; "grund" is not "grundig", nor "samler" "SAML". `capitals`: stems
    that alone make a key in capitals only.
    """

    entries: Mapping[Key, Entry]
    longest: Mapping[str, int]
    alone: Mapping[str, frozenset[str]]
    capitals: frozenset[str]

    def same_word(self, word: Word) -> bool:
        """Whether a word that stands alone is one that made the key, but for its ending.

        All but its last letter is the same; a word of up to four letters is that word, SMED is not a smed, and Danish
        containers ask for no Danish; "svejsere" are people, and no welding, and Søren is not "søret".
        """
        if word.stem in self.capitals and not word.capitals:
            return False
        return any(
            word.text == known
            or (
                len(known) > _SHORT
                and not known.endswith(_LANGUAGE)
                and word.text.startswith(known[:-1])
                and not (word.text.endswith(_PEOPLE) and not known.endswith("er"))
                and word.text not in GIVEN
            )
            for known in self.alone.get(word.stem, ())
        )

    def in_two(self, first: Word, second: Word) -> Entry | None:
        """What two words mean that should have been written as one ("kran bevis"); None where they are no such."""
        stemmed = first.text + second.stem
        entry = self.entries.get((stemmed,))
        if entry is None or first.stop or second.stop or second.listed or second.start != first.end + 1:
            return None
        whole = first._replace(end=second.end, text=first.text + second.text, stem=stemmed)
        return entry if len(stemmed) >= _LONG_AS_ONE and self.same_word(whole) else None

    def at(self, found: Key) -> Entry | None:
        """What `found` means; None where it means nothing."""
        return self.entries.get(found)

    @cached_property
    def openings(self) -> frozenset[Key]:
        """The first two stems of the keys that have as many."""
        return frozenset(stems[:2] for stems in self.entries if len(stems) > 1)

    @cached_property
    def compound(self) -> Callable[[str], Entry | None]:
        """What a stem means as a compound of a verb and a noun that make a key: kundebetjening = betjene kunder."""
        return lru_cache(maxsize=_COMPOUNDS_KEPT)(self._compound)

    def _compound(self, word: str) -> Entry | None:
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:cut], word[cut:]
            for head in (left, stem(left), left.removesuffix("s"), left.removesuffix("e")):
                for tail in (right, stem(right), stem(right.removesuffix("ing") + "e")):
                    entry = self.at((tail, head)) or self.at((head, tail))
                    if entry:
                        return Entry(entry.uri, _COMPOUND * entry.confidence)
        return None


def build(concepts: Iterable[tuple[EscoUri, Labels]], terms: Iterable[tuple[str, EscoUri]] = ()) -> Lexicon:
    """The lexicon of `concepts`, with our own `terms` on top."""
    found: dict[Key, dict[EscoUri, float]] = {}
    whole: dict[str, set[str]] = {}
    capitals: dict[str, bool] = {}
    for term, uri in terms:
        stems = key(term)
        if len(stems) > 1 or stems[0] not in stop_words():
            found.setdefault(stems, {})[uri] = _OURS
            _note(whole, capitals, stems, term)
    for uri, labels in concepts:
        for label, confidence in _labels(labels):
            for variant in {label, _BRACKET.sub("", label)}:
                stems = key(variant)
                if stems and len(stems) <= _LONGEST and not _common(stems):
                    known = found.setdefault(stems, {})
                    known[uri] = max(known.get(uri, 0.0), confidence)
                    _note(whole, capitals, stems, variant)
    surest = {stems: Entry(*min(uris.items(), key=lambda item: (-item[1], item[0]))) for stems, uris in found.items()}
    alone = {stems: frozenset(words) for stems, words in whole.items()}
    return of_entries(surest, alone, frozenset(one for one, all_so in capitals.items() if all_so))


def of_entries(entries: Mapping[Key, Entry], alone: Mapping[str, frozenset[str]], capitals: frozenset[str]) -> Lexicon:
    """The lexicon of keys and what they mean."""
    longest: dict[str, int] = {}
    for stems in entries:
        longest[stems[0]] = max(longest.get(stems[0], 0), len(stems))
    return Lexicon(entries, longest, alone, capitals)


def _note(whole: dict[str, set[str]], capitals: dict[str, bool], stems: Key, label: str) -> None:
    if len(stems) == 1:
        whole.setdefault(stems[0], set()).add(label.casefold())
        capitals[stems[0]] = capitals.get(stems[0], True) and label.isupper()


def skill_lexicon(taxonomy: Taxonomy, terms: Iterable[tuple[str, EscoUri]] = ()) -> Lexicon:
    """All skills of `taxonomy`."""
    known = [(term, uri) for term, uri in terms if uri in taxonomy.skill_rows]
    return build(((skill.uri, skill.labels) for skill in taxonomy.skills), known)


def occupation_lexicon(taxonomy: Taxonomy, terms: Iterable[tuple[str, EscoUri]] = ()) -> Lexicon:
    """All occupations of `taxonomy`."""
    known = [(term, uri) for term, uri in terms if uri in taxonomy.occupation_rows]
    return build(((one.uri, one.labels) for one in taxonomy.occupations), known)


def _labels(labels: Labels) -> Iterator[tuple[str, float]]:
    for language, factor in ((DANISH, 1.0), (ENGLISH, 0.95)):
        preferred = labels.preferred.get(Language(language))
        if preferred:
            yield preferred, _PREFERRED * factor
        for other in labels.alternative.get(language, ()) + labels.hidden.get(language, ()):
            if language == DANISH or " " in other or other != other.lower():
                yield other, _ALTERNATIVE * factor


def _common(stems: Key) -> bool:
    if len(stems) != 1:
        return False
    (stem,) = stems
    return stem in _TOO_COMMON or stem in stop_words() or len(stem) < 2 or stem.isdigit()
