"""Job titles as Danes write them -> occupations and ISCO groups, with how the title stands to the concept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology.kinds import EscoUri, TitleRelation
from ontology.tables import read_table

TITLE_TABLES = tuple(f"titles_{major}.csv" for major in range(10))
"""Our titles by ISCO-08 major group of the commonest meaning; no title stands in two."""


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


def first_meanings() -> tuple[tuple[str, EscoUri], ...]:
    """Each title with its commonest meaning."""
    return tuple((title.term, title.uri) for title in load_titles() if title.place == 0)


def _titles(table: str) -> Iterator[Title]:
    places: dict[str, int] = {}
    relations = {one.value: one for one in TitleRelation}
    for row in read_table(table, ("term", "uri", "relation"), ("term", "uri")):
        if row["relation"] not in relations:
            raise row.wrong("relation", "one of " + ", ".join(TitleRelation))
        place = places.get(row["term"], 0)
        places[row["term"]] = place + 1
        yield Title(row["term"], EscoUri(row["uri"]), relations[row["relation"]], place)
