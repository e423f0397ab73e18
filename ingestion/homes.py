"""Where the person lives, as a CV tells it: never the town of a workplace, a school or a wish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ingestion.redaction import BLOCK
from ontology.kinds import MunicipalityCode, Postcode
from ontology.places import Places

_I = re.IGNORECASE
_HEAD, _OPENING_LINES = 500, 4
_LIVES = (
    r"\b(?:bor|bosat|bopæl|bosiddende|adresse|hjemmehørende|live|living|lives|based|address|by|postnr\.?|postnummer)\b"
)
_LED = re.compile(_LIVES + r"[^.;!?\n\d]{0,40}$", _I)
"""Before the postcode of a home, in the same sentence."""
_LED_TOWN = re.compile(_LIVES.replace("|by|", "|by:|").replace(r"\.?|postnummer)\b", r"\.?|postnummer)"), _I)
_TO_TOWN = re.compile(r"(?:^|\b(?:i|på|in|near|nær|ved|uden for|udenfor|or|nu|jeg)|:)\s{1,3}(?=[^\W\d_])", _I)
_OF_OTHERS = re.compile(
    r"\b(?:hos|ved|job|a/s|aps|amu|euc|hf|hhx|htx|stx|college|søger|søgte|søge|ønsker|gerne|helst|køre|kørte|født|opvokset|boede|flyttede|"
    r"boet|læste|læser|uddannet|udlært|studerer|work(?:ed|ing)?|born|grew|studied|km|min)\b|"
    r"\b\w*(?:arbejded?e?|kommunen?|praktik|skolen?|universitet(?:et)?|gymnasiet|fabrik(?:ken)?|lager(?:et)?|butik(?:ken)?|"
    r"firma(?:et)?|hotel(?:let)?|plejehjem(?:met)?|restaurant(?:en)?|værksted(?:et)?|afdeling(?:en)?|sygehus(?:et)?|"
    r"hospital(?:et)?|børnehaven?|svend|elev|lærling|medhjælper|assistent|arbejder)\b",
    _I,
)
"""What tells of work, school, wishes or the past: the town beside it is no home."""
_TIMES = re.compile(
    r"\b(?:(?:19|20)\d\d|\d\d)\s?(?:[-–—>→]|til\b)|\b(?:siden|fra|i|til|maj|ju[nl]i|marts|(?:jan|feb|apr|aug|sep|okt|nov|dec)\w{0,6})"
    r"\.? ?(?:19|20)\d\d\b|\d[./-](?:19|20)\d\d\b|^\W{0,3}(?:19|20)\d\d(?! [A-ZÆØÅ])",
    _I,
)
_NUMBER = re.compile(r"(?<![\w.,/+§-])(?:DK[- ]?)?(?P<postcode>\d{4})(?![\w/]|[.,]\d)", _I)
_YEAR = re.compile(r"19\d\d|20[0-4]\d")
_CAPITAL = re.compile(r"[ \t]{1,3}[A-ZÆØÅ][\wæøå]")
_WORD = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"[^,;|•·/()\n]+")
_UNTOLD = re.compile(r"\b\d\d(?: ?(?:år\w*|years?(?: old)?))?\b|^\W*(?:fra|i|from)\b|" + re.escape(BLOCK), _I)
_SHORT_WORD, _MOST_WORDS, _BESIDE, _MOST_LED = 4, 3, 200, 100
_A_TOWN = 0.6
"""How sure a town's name is; a part of one is less so."""
_REGIONS = {"møn": "Vordingborg", "mors": "Morsø", "thy": "Thisted", "als": "Sønderborg", "falster": "Guldborgsund"}
"""What people call where they live that is no town, though it lies in one municipality."""
Place = tuple[MunicipalityCode, Postcode | None]


@dataclass(frozen=True, slots=True)
class _Told:
    """A place that may be the home: how surely (0 = most), where it stands, and what it is."""

    rank: int
    start: int
    place: Place


def home(text: str, places: Places) -> tuple[Postcode | None, MunicipalityCode | None]:
    """The postcode and the municipality of the home, each None where it is not told.

    A town alone gives a postcode where it has but one.
    """
    told = sorted((*_numbered(text, places), *_named(text, places)), key=lambda one: (one.rank, one.start))
    if not told:
        return None, None
    municipality, postcode = told[0].place
    exact = (one.place[1] for one in told if one.rank <= 1 and one.place[0] == municipality and one.place[1])
    return postcode or next(exact, None), municipality


def _numbered(text: str, places: Places) -> Iterator[_Told]:
    """Postcodes beside their town, and those alone where only a home can be meant."""
    for found in _NUMBER.finditer(text):
        area = places.area(found["postcode"])
        if area is None:
            continue
        led = bool(_LED.search(text, max(0, found.start() - 60), found.start()))
        town = _town_beside(text, found, places) in area.municipalities
        year = _YEAR.fullmatch(found["postcode"])
        village = not year and _CAPITAL.match(text, found.end())
        alone = not year and (led or _opens(text, found))
        if (town or village or alone) and (led or not _of_others(text, found.start(), found.end())):
            rank = 0 if led else 1 if found.start() < _HEAD else 2
            yield _Told(rank, found.start(), (area.municipalities[0], area.postcode))


def _town_beside(text: str, found: re.Match[str], places: Places) -> MunicipalityCode | None:
    """The municipality of the town that stands behind a postcode, or before it."""
    behind = text[found.end() : found.end() + 30].split("\n")[0]
    before = text[max(0, found.start() - 30) : found.start()].split("\n")[-1]
    words = _WORD.findall(re.split(r"[;|.]", behind)[0])[:_MOST_WORDS]
    place = _first_town([words[:size] for size in range(len(words), 0, -1)], places)
    if place is None and before.strip()[-1:] not in ("|", ".", ";"):
        words = _WORD.findall(before)[-_MOST_WORDS:]
        place = _first_town([words[-size:] for size in range(len(words), 0, -1)], places)
    return place[0] if place else None


def _first_town(names: list[list[str]], places: Places) -> Place | None:
    """The first of some names, each in words of any case, that is a town."""
    return next((place for name in names if (place := _town(" ".join(name), places))), None)


def _town(name: str, places: Places) -> Place | None:
    region = _REGIONS.get(name.casefold())
    place = places.town(region or name)
    return (place[0], None) if place and region else place


def _opens(text: str, found: re.Match[str]) -> bool:
    """Whether a postcode opens a CV with a few short words beside it: "2400 nv", "Ib, 22, 9900"."""
    if found.start() > _HEAD or text[: found.start()].strip().count("\n") >= _OPENING_LINES:
        return False
    item = next(one for one in _ITEM.finditer(text[: 2 * _HEAD]) if one.start() <= found.start() < one.end())
    words = _WORD.findall(item[0].replace(found[0], " "))
    return len(words) <= _MOST_WORDS and all(len(word) <= _SHORT_WORD for word in words)


def _named(text: str, places: Places) -> Iterator[_Told]:
    """Towns that one is said to live in, those that stand alone in the opening lines, and those named near the top."""
    for led in islice(_LED_TOWN.finditer(text), _MOST_LED):
        after = re.split(r"[.;!?\n\d]", text[led.end() : led.end() + 60])[0]
        names = (_WORD.findall(after[one.end() :])[:2] for one in _TO_TOWN.finditer(after))
        found = next((place for words in names if (place := _first_town([words, words[:1]], places))), None)
        if found:
            yield _Told(0, led.start(), found)
    yield from _alone(text, places)
    for one in places.mentions(text[:_HEAD]):
        if not _of_others(text, one.start, one.end):
            words = text[one.start : one.end].split()
            place = _first_town([words, words[:1]], places)
            if place or one.confidence < _A_TOWN:
                yield _Told(4, one.start, place or (one.municipality, None))


def _alone(text: str, places: Places) -> Iterator[_Told]:
    """Towns that an item of the opening lines is: "Ib Bo, 47 år, Skive"."""
    opening = "\n".join(text[:_HEAD].strip().split("\n")[: 2 * _OPENING_LINES])
    for item in _ITEM.finditer(opening):
        name = _UNTOLD.sub("", item[0]).strip(" \t.:–-")
        line = opening[opening.rfind("\n", 0, item.start()) + 1 : item.end()]
        told = name[:1].isupper() or (len(name) >= _SHORT_WORD and _UNTOLD.search(line))
        place = _town(name, places) if told and 0 < len(name.split()) <= _MOST_WORDS else None
        if place and not _of_others(opening, item.start(), item.end()):
            yield _Told(3, item.start(), place)


def _of_others(text: str, start: int, end: int) -> bool:
    """Whether the sentence at [start, end) tells of work, school, a wish or the past, so that no home is meant."""
    low = max(text.rfind(stop, max(0, start - _BESIDE), start) for stop in ("\n", ". ", ";")) + 1
    ends = [at for stop in ("\n", ". ", ";") if (at := text.find(stop, end, end + _BESIDE)) >= 0]
    line = text[max(low, start - _BESIDE) : start] + " " + text[end : min(*ends, len(text), end + _BESIDE)]
    return bool(_OF_OTHERS.search(line) or _TIMES.search(line))
