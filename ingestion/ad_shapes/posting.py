"""A record in our shape -> a posting, with what the source itself says of occupation and workplaces."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingestion.ad_shapes.fields import items, texts, word
from ingestion.ads import read_posting
from ingestion.reader import Reader
from ontology.kinds import EscoUri
from ontology.people import Document
from ontology.vacancies import OccupationGuess, Posting, Workplace

_SAID_BY_THE_SOURCE = 1.0
_SURE_LABEL = 0.75
"""The source's own name for the occupation goes before the headline from this confidence on."""
_MOST_GUESSES = 3


def read_ad(record: Mapping[str, object], source: str, reader: Reader) -> tuple[Posting, Document]:
    """The posting of a record, and its redacted text; work abroad has no Danish workplace.

    Raises:
        IngestionError: The record lacks what an ad must have.
    """
    posting, document = read_posting(record, source, reader)
    found = tuple(dict.fromkeys(_workplaces(record, reader)))
    places = () if record.get("abroad") else found if len(found) > 1 else posting.workplaces
    return replace(posting, occupations=_occupations(record, posting, reader), workplaces=places), document


def _occupations(record: Mapping[str, object], posting: Posting, reader: Reader) -> tuple[OccupationGuess, ...]:
    """What the source says by address of ESCO's or STAR's, then by name, then what the headline says."""
    found: list[tuple[EscoUri, float]] = []
    for address in (*texts(record.get("occupations")), *_stars(record, "uri")):
        known = EscoUri(address) in reader.taxonomy.occupation_rows
        found += [(EscoUri(address), _SAID_BY_THE_SOURCE)] if known else reader.star_named(address)
    for label in _stars(record, "label"):
        surely = [one for one in reader.occupation_of(label)[:1] if one[1] >= _SURE_LABEL]
        found += reader.occupation_of(label) if reader.star_meanings(label) else surely
    best: dict[EscoUri, OccupationGuess] = {}
    for guess in (*(OccupationGuess(*one) for one in found), *posting.occupations):
        best.setdefault(guess.occupation, guess)
    return tuple(best.values())[:_MOST_GUESSES]


def _stars(record: Mapping[str, object], part: str) -> Iterator[str]:
    """What a record says of STAR's title: its `uri` or its `label`; a text alone may be either."""
    told = word(record, "occupation_star")
    named = word(record, f"occupation_star.{part}") or (told if ("://" in told) is (part == "uri") else "")
    if named:
        yield named


def _workplaces(record: Mapping[str, object], reader: Reader) -> Iterator[Workplace]:
    for one in items(record.get("workplaces")):
        if isinstance(one, Mapping) and not one.get("abroad"):
            area = reader.places.area(word(one, "postal_code"))
            if area:
                yield Workplace(area.municipalities[0], area.postcode)
                continue
            name = word(one, "municipality") or word(one, "city")
            place = reader.places.named(name) if name else None
            if place:
                yield Workplace(place.municipality, place.postcode)
