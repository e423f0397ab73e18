"""Where the work of an ad is done, from its fields, title and text; head offices and letterheads are elsewhere."""

import re
from collections.abc import Mapping, Sequence

from ontology.places import PlaceMention, Places
from ontology.vacancies import Workplace

_I = re.IGNORECASE
_STRONG = re.compile(
    r"\barbejds(?:sted|stedet|steder|stederne)\b|\barbejdspladsen (?:er|ligger|bliver)|\btjenestested|\bmødested|"
    r"\bmøder? (?:du )?ind\b|"
    r"\bdu (?:vil )?(?:møde|møder|får base|får fast \w+)\b|\bplace of work|\bwork ?place|\bposition is based|"
    r"\bworkplace is",
    _I,
)
_GOOD = re.compile(
    r"\b(?:stilling\w*|job(?:bet)?|afdeling\w*|butik\w*|kontor(?:et)?|fabrik\w*|lager\w*|base|baseret|placeret|"
    r"ligger|beliggende|plejehjem\w*|skole\w*|"
    r"klinik\w*|restaurant\w*|hotel\w*|kunde|virksomhed|værksted\w*|institution\w*|søger|mangler|ansættes|ansat|"
    r"arbejde[tr]?|located|based)\b"
    r"[^.\n]{0,60}$",
    _I,
)
_BAD = re.compile(
    r"\b(?:hoved(?:kontor|sæde|afdeling)\w*|headquarter\w*|head office|postadresse\w*|kontoradresse|adresse til|"
    r"(?:sendes|send|skriv|mail\w*) til|att\.|"
    r"bor(?:\b| du\b)|bopæl\w*|bosat|ansøgere (?:fra|i)|opvokset|kommer fra|kunder i|leverandører i|søster\w*|"
    r"datterselskab\w*|"
    r"grundlagt i|startede i|kollega\w* i|afdelinger (?:fra|i)|butikker fra|kontorer i|fra|bus(?:ser)? fra|"
    r"tog(?:et)? (?:til|fra)|"
    r"mellem|flytter til|indtil|tidligere|uddannet (?:i|fra)|udgår fra|cvr|kursus (?:i|på)|oplæring i|"
    r"(?:samtaler|interview\w*)[^.\n]{0,30}\bi)\b[^.\n]{0,40}$",
    _I,
)
_AFTER_BAD = re.compile(
    r"^\W*(?:kontoret|hovedkontor\w*)?\W*(?:er vores hovedkontor|hvor hovedkontoret|\(hovedkontor\))", _I
)
_OWN_SHOPS = re.compile(
    r"\b(?:vores|flere|begge) (?:butikker|afdelinger|klinikker|kontorer|institutioner|lagre|restauranter|"
    r"hoteller) i\b[^.\n]{0,40}$",
    _I,
)
_NATIONWIDE = re.compile(
    r"\b(?:hele (?:landet|danmark)|landsdækkende|i alle regioner|all over denmark|nationwide)\b", _I
)
_WORK_THERE = re.compile(
    r"\b(?:kørsel|kørende|arbejd\w*|opgaver|montage\w*|rejse\w*|job\w*|stilling\w*|du (?:dækker|kører)|søger|"
    r"servicer\w*)\b[^.\n]{0,40}$",
    _I,
)
_OTHERS_THERE = re.compile(
    r"\b(?:kunder|butikker|afdelinger|kontorer|leverer|medarbejdere|kolleger|virksomheder|medlemmer|forhandlere|"
    r"landsdækkende (?:kæde|virksomhed))\b[^.\n]{0,25}$",
    _I,
)
_JOINED = re.compile(r"^\s*(?:,|,? ?(?:og|eller|samt|and|or)|/|&|–|-|\(|m\.fl\.)?\s*(?:på |i |in )?$")
_MOST = 8
_SENTENCE = 400
"""Letters of a sentence that are looked back: one without an end takes time in proportion."""


def workplaces(record: Mapping[str, object], title: str, body: str, places: Places) -> tuple[Workplace, ...]:
    """The places where the work is done, the main one first, a municipality once; empty = not said."""
    area = places.area(str(record.get("postal_code") or ""))
    field = _field(record, "workplace")
    told = _named(field, places)
    named = places.mentions(body)
    strong = _cued(body, named, _STRONG)
    if area:
        own = Workplace(area.municipalities[0], area.postcode)
        elsewhere = strong if strong and own.municipality not in {one.municipality for one in strong} else ()
        return _once(elsewhere or (own, *told))
    for found in (told, strong, _named(_field(record, "municipality"), places), _named(title, places)):
        if found:
            return _once(found)
    return _once(_in_text(body, named))


def nationwide(record: Mapping[str, object], title: str, body: str) -> bool:
    """Whether the work is done all over the country; customers and shops all over it say nothing."""
    if any(_NATIONWIDE.search(text) for text in (_field(record, "workplace"), title)):
        return True
    return any(
        _WORK_THERE.search(before) and not _OTHERS_THERE.search(before)
        for match in _NATIONWIDE.finditer(body)
        for before in (_before(body, match.start()),)
    )


def _field(record: Mapping[str, object], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _named(text: str, places: Places) -> tuple[Workplace, ...]:
    """Every place that a short text names; a postcode with its town goes before bare names."""
    found = [one for one in places.mentions(text) if not _BAD.search(text[max(0, one.start - _SENTENCE) : one.start])]
    if not found:
        one = places.named(text) if text else None
        return (_at(one),) if one else ()
    surest = max(found, key=lambda one: one.confidence)
    rest = [one for one in found if one is not surest] if surest.confidence > found[0].confidence else found
    return tuple(_at(one) for one in ([surest, *rest] if rest is not found else found))


def _in_text(body: str, named: Sequence[PlaceMention]) -> tuple[Workplace, ...]:
    """The places that a text says the work is at, else the first that it does not say is something else."""
    cued = _cued(body, named, _GOOD)
    if cued:
        return cued[:_MOST]
    plain = [one for one in named if not _elsewhere(body, one)]
    return (_at(plain[0]),) if plain else ()


def _cued(body: str, named: Sequence[PlaceMention], cue: re.Pattern[str]) -> tuple[Workplace, ...]:
    """The places after a cue in their sentence, with those that a list goes on to."""
    found: list[PlaceMention] = []
    last: PlaceMention | None = None
    for one in named:
        goes_on = last is not None and _JOINED.match(body[last.end : one.start])
        if goes_on or (cue.search(_before(body, one.start)) and not _elsewhere(body, one)):
            found.append(one)
            last = one
        else:
            last = None
    return tuple(_at(one) for one in found)


def _elsewhere(body: str, one: PlaceMention) -> bool:
    before = _before(body, one.start)
    return bool(
        (_BAD.search(before) and not _OWN_SHOPS.search(before)) or _AFTER_BAD.match(body[one.end : one.end + 40])
    )


def _before(text: str, at: int) -> str:
    """What stands before `at` in its sentence, as far back as a sentence goes."""
    least = max(0, at - _SENTENCE)
    start = max(least - 1, *(text.rfind(mark, least, at) for mark in ("\n", ". ", "! ", "? "))) + 1
    return text[start:at]


def _at(one: PlaceMention) -> Workplace:
    return Workplace(one.municipality, one.postcode)


def _once(found: Sequence[Workplace]) -> tuple[Workplace, ...]:
    kept: dict[str, Workplace] = {}
    for one in found:
        known = kept.get(one.municipality)
        if known is None or (known.postcode is None and one.postcode):
            kept[one.municipality] = one
    return tuple(kept.values())[:_MOST]
