"""STAR's job titles as frozen values: what Jobnet's ads are filed under, and how each stands to concepts of ESCO."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NewType

from ontology.kinds import EscoUri, IscoCode, TitleRelation

StarUri = NewType("StarUri", str)
"""URI of one of STAR's job titles."""

PLACED = (TitleRelation.EXACT, TitleRelation.CLOSE)
"""A title that stands so to an occupation shows that it has a place on the Danish labour market."""


@dataclass(frozen=True, slots=True)
class TitleLink:
    """How a title stands to an occupation or an ISCO-08 group, as STAR's mapping says it."""

    concept: EscoUri
    relation: TitleRelation


@dataclass(frozen=True, slots=True)
class JobTitle:
    """One of STAR's job titles; `page` is its other address, at star.dk, '' = not said; `isco` its unit group.

    `links` stand exact, close, broad, narrow; they are STAR's whole mapping, whatever the live release has of it.
    """

    uri: StarUri
    label: str
    page: str = ""
    isco: IscoCode | None = None
    links: tuple[TitleLink, ...] = ()


def in_order(links: Iterable[TitleLink]) -> tuple[TitleLink, ...]:
    """The links exact, close, broad, narrow, then by concept; of two to one concept the first in this order."""
    kinds = list(TitleRelation)
    first: dict[EscoUri, TitleLink] = {}
    for one in sorted(links, key=lambda link: (kinds.index(link.relation), link.concept)):
        first.setdefault(one.concept, one)
    return tuple(first.values())


def within(title: JobTitle, concepts: Collection[EscoUri]) -> tuple[TitleLink, ...]:
    """The links of a title to `concepts`, in their order."""
    return tuple(link for link in title.links if link.concept in concepts)


def astray(titles: Iterable[JobTitle], concepts: Collection[EscoUri]) -> Iterator[tuple[JobTitle, TitleLink]]:
    """The links that lead to none of `concepts`, title by title."""
    return ((title, link) for title in titles for link in title.links if link.concept not in concepts)


def placed(titles: Iterable[JobTitle]) -> frozenset[EscoUri]:
    """The concepts that a title is exactly or closely; of these an occupation has a place in Denmark."""
    return frozenset(link.concept for title in titles for link in title.links if link.relation in PLACED)


def onto(title: JobTitle, concepts: Iterable[EscoUri]) -> JobTitle:
    """The title with its links, in their order, on other concepts; untouched where they are the same."""
    moved = [replace(link, concept=uri) for link, uri in zip(title.links, concepts, strict=True)]
    return title if tuple(moved) == title.links else replace(title, links=in_order(moved))
