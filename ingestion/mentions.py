"""Where a text names a concept: the longest run of stems that the lexicon knows, compounds taken apart, phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingestion.lexicon import Entry, Lexicon
from ingestion.phrases import Phrases, apart, find_phrases
from ingestion.traits import Traits, find_traits
from ingestion.words import Word, words
from ontology.kinds import EscoUri

_WIDEST = 10
_AND = ("og", "men", "and", "but")
_MODAL = frozenset("kan skal vil har er can will have are".split())  # noqa: SIM905
"""What opens another clause behind "og"."""
_PHRASE_CONFIDENCE = 0.75
_TRAIT_CONFIDENCE = 0.75


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named at [start, end) of a text; confidence in (0, 1]."""

    start: int
    end: int
    uri: EscoUri
    confidence: float


def find(
    text: str, lexicon: Lexicon, phrases: Phrases | None = None, traits: Traits | None = None
) -> tuple[Mention, ...]:
    """What `text` names, in order; see `find_among`."""
    return find_among(tuple(words(text)), lexicon, phrases, traits)


def find_among(
    row: Sequence[Word], lexicon: Lexicon, phrases: Phrases | None = None, traits: Traits | None = None
) -> tuple[Mention, ...]:
    """What words name, in order; the longest wins, a run before scattered words, both before what `traits` know.

    No word names two things, but for the one that an enumeration has in common.
    """
    runs = list(_runs(row, lexicon))
    if phrases is None:
        return tuple(_mention(row, start, end, entry) for start, end, entry in runs)
    named = [(tuple(range(start, end)), entry) for start, end, entry in runs]
    kept = [
        one
        for one in find_phrases(row, phrases)
        if all(len(run) < len(one.places) or apart(row, one.places, run) for run, _ in named)
    ]
    found = [
        _mention(row, run[0], run[-1] + 1, entry)
        for run, entry in named
        if all(apart(row, one.places, run) for one in kept)
    ]
    found += [_mention(row, p.places[0], p.places[-1] + 1, Entry(p.uri, _PHRASE_CONFIDENCE)) for p in kept]
    taken = {place for run, _ in named for place in run} | {place for one in kept for place in one.places}
    found += [
        _mention(row, place, place + 1, Entry(uri, _TRAIT_CONFIDENCE))
        for place, uri in find_traits(row, traits or {})
        if place not in taken
    ]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _mention(row: Sequence[Word], start: int, end: int, entry: Entry) -> Mention:
    return Mention(row[start].start, row[end - 1].end, entry.uri, entry.confidence)


def _runs(row: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int, Entry]]:
    """The runs of words [start, end) that the lexicon knows, in order, none overlapping another."""
    place = 0
    while place < len(row):
        known = row[place].stem in lexicon.longest
        hit = _longest(row, place, lexicon) if known else _compound(row[place], place, lexicon)
        if (hit is None or hit[0] == place + 1) and place + 1 < len(row):
            both = lexicon.in_two(row[place], row[place + 1])
            hit = (place + 2, both) if both else hit
        if hit is None:
            place += 1
            continue
        yield place, *hit
        place = hit[0]


def _longest(row: Sequence[Word], place: int, lexicon: Lexicon) -> tuple[int, Entry] | None:
    """The longest run from `place` that is known, stop words passed over, or all words as they stand."""
    if not _goes_on(row, place, lexicon):
        entry = lexicon.at((row[place].stem,))
        alone = entry is not None and lexicon.same_word(row[place])
        return (place + 1, entry) if entry and alone else _compound(row[place], place, lexicon)
    limit = lexicon.longest[row[place].stem]
    stems: list[str] = []
    whole: list[str] = []
    best: tuple[int, Entry] | None = None
    for end in range(place, min(place + _WIDEST, len(row))):
        if end > place and _parted(row, end):
            break
        whole.append(row[end].stem)
        if not row[end].stop:
            stems.append(row[end].stem)
        if len(stems) > limit:
            break
        entry = None if row[place].stop or row[end].stop else lexicon.at(tuple(stems))
        entry = entry or (lexicon.at(tuple(whole)) if len(whole) <= limit else None)
        if entry and (len(whole) > 1 or lexicon.same_word(row[place])):
            best = end + 1, entry
    return best or _compound(row[place], place, lexicon)


def _parted(row: Sequence[Word], end: int) -> bool:
    """Whether no run goes on to the word at `end`: a clause ends before it, a comma, or "og kan"."""
    word = row[end]
    return not word.joined or word.listed or (word.text in _MODAL and row[end - 1].text in _AND)


def _goes_on(row: Sequence[Word], place: int, lexicon: Lexicon) -> bool:
    """Whether the word at `place` and the next, or the next that is no stop word, may begin a key."""
    first = row[place]
    for end in range(place + 1, len(row)):
        word = row[end]
        if not word.joined:
            return False
        if (first.stem, word.stem) in lexicon.openings:
            return True
        if first.stop or not word.stop:
            return False
    return False


def _compound(word: Word, place: int, lexicon: Lexicon) -> tuple[int, Entry] | None:
    """The word at `place` as a compound."""
    entry = None if word.stop else lexicon.compound(word.stem)
    return (place + 1, entry) if entry else None
