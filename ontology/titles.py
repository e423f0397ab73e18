"""Job titles as Danes write them -> occupations and ISCO groups, with how the title stands to the concept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ontology.kinds import EscoUri, TitleRelation
from ontology.tables import read_table

TITLE_TABLES = tuple(f"titles_{major}.csv" for major in range(10))
"""Our titles by ISCO-08 major group of the commonest meaning; no title stands in two."""
READING_TABLES = tuple(f"title_readings_{major}.csv" for major in range(10))
"""What two readers, who did not see those meanings, said that the same titles mean."""
_RANKS = {"0": 0.0, "1": 1.0, "2": 0.6, "3": 0.4, "4": 0.3}
"""What the first to fourth meaning of a reader counts; nothing where it is not named."""
_GROUP = "http://data.europa.eu/esco/isco/"
_AGREED, _APART = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Title:
    """One meaning of a title; `place` 0 is the commonest of them in Danish ads and CVs."""

    term: str
    uri: EscoUri
    relation: TitleRelation
    place: int


@cache
def load_titles() -> tuple[Title, ...]:
    """Every meaning of every title, the meanings of one title in order.

    Raises:
        OntologyError: A table is malformed.
    """
    return tuple(title for table in TITLE_TABLES for title in _titles(table))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a title may mean, and how readily the readers said so, in (0, 1]."""

    term: str
    uri: EscoUri
    share: float


@cache
def load_readings() -> tuple[Reading, ...]:
    """Every meaning that a reader named; several a title.

    Raises:
        OntologyError: A table is malformed.
    """
    return tuple(one for table in READING_TABLES for one in readings_of(table))


def readings_of(table: str) -> Iterator[Reading]:
    """The rows of one table.

    Raises:
        OntologyError: A row is malformed.
    """
    for row in read_table(table, ("term", "uri", "ranks"), ("term", "uri")):
        ranks = row["ranks"].split("|")
        known = [_RANKS[one] for one in ranks if one in _RANKS]
        if len(known) < len(ranks) or not any(known):
            raise row.wrong("ranks", "the place of each reader, 0 to 4 and not all 0, as 1|0")
        yield Reading(row["term"], EscoUri(row["uri"]), sum(known) / len(known))


@cache
def first_meanings() -> tuple[tuple[str, EscoUri], ...]:
    """Each title with the occupation that it means most often; one that means groups alone has none."""
    first: dict[str, EscoUri] = {}
    for title in load_titles():
        if not title.uri.startswith(_GROUP):
            first.setdefault(title.term, title.uri)
    return tuple((first | dict(agreed_meanings())).items())


@cache
def agreed_meanings() -> Mapping[str, EscoUri]:
    """The titles whose first occupation both readers put well before ours, and that occupation."""
    read: dict[str, dict[EscoUri, float]] = {}
    for one in load_readings():
        if not one.uri.startswith(_GROUP):
            read.setdefault(one.term, {})[one.uri] = one.share
    found: dict[str, EscoUri] = {}
    for title in reversed(load_titles()):
        known = read.get(title.term, {})
        best = max(known, key=lambda uri: (known[uri], uri), default=None)
        if best is None or title.uri.startswith(_GROUP):
            continue
        found.pop(title.term, None)
        if known[best] >= _AGREED and known.get(title.uri, 0.0) <= _APART:
            found[title.term] = best
    return MappingProxyType(found)


def _titles(table: str) -> Iterator[Title]:
    places: dict[str, int] = {}
    relations = {one.value: one for one in TitleRelation}
    for row in read_table(table, ("term", "uri", "relation"), ("term", "uri")):
        if row["relation"] not in relations:
            raise row.wrong("relation", "one of " + ", ".join(TitleRelation))
        place = places.get(row["term"], 0)
        places[row["term"]] = place + 1
        yield Title(row["term"], EscoUri(row["uri"]), relations[row["relation"]], place)
