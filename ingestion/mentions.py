"""Where a text names a concept: the longest run of stems that the lexicon knows, compounds taken apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingestion.lexicon import Entry, Lexicon
from ingestion.words import Word, stem, words
from ontology.kinds import EscoUri

_WIDEST = 10
_COMPOUND_CONFIDENCE = 0.8
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named at [start, end) of a text; confidence in (0, 1]."""

    start: int
    end: int
    uri: EscoUri
    confidence: float


def find(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """What `text` names, in order, none overlapping another; the longest wins."""
    found: list[Mention] = []
    row = list(words(text))
    place = 0
    while place < len(row):
        hit = _longest(row, place, lexicon)
        if hit is None:
            place += 1
            continue
        end, entry = hit
        found.append(Mention(row[place].start, row[end - 1].end, entry.uri, entry.confidence))
        place = end
    return tuple(found)


def _longest(row: Sequence[Word], place: int, lexicon: Lexicon) -> tuple[int, Entry] | None:
    """The longest run from `place` that is known, stop words passed over, or all words as they stand."""
    first = row[place].stem
    limit = lexicon.longest.get(first, 0)
    stems: list[str] = []
    whole: list[str] = []
    best: tuple[int, Entry] | None = None
    for end in range(place, min(place + _WIDEST, len(row))):
        if end > place and not row[end].joined:
            break
        whole.append(row[end].stem)
        if not row[end].stop:
            stems.append(row[end].stem)
        if len(stems) > limit:
            break
        entries = () if row[place].stop or row[end].stop else lexicon.at(tuple(stems))
        entries = entries or (lexicon.at(tuple(whole)) if len(whole) <= limit else ())
        if entries and (len(whole) > 1 or lexicon.same_word(row[place].text, first)):
            best = end + 1, entries[0]
    return best or (None if row[place].stop else _compound(first, place, lexicon))


def _compound(word: str, place: int, lexicon: Lexicon) -> tuple[int, Entry] | None:
    """A compound that the lexicon knows as verb and noun: kundebetjening = betjene kunder."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        for head in (left, stem(left), left.removesuffix("s"), left.removesuffix("e")):
            for tail in (right, stem(right), stem(right.removesuffix("ing") + "e")):
                entries = lexicon.at((tail, head)) or lexicon.at((head, tail))
                if entries:
                    return place + 1, Entry(entries[0].uri, _COMPOUND_CONFIDENCE * entries[0].confidence)
    return None
