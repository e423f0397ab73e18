"""What a job title means, where no text helps to choose: what our readers agree on, our own tables, then the ranker."""

from collections.abc import Container, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from ingestion.star_titles import SURE_OF
from ingestion.title_ranking import TitleRanker
from ingestion.words import key
from ontology.kinds import EscoUri, TitleRelation
from ontology.titles import agreed_meanings

_SURE = 1.2
_LIKELIEST = 20


def likely_occupations(
    queries: Sequence[str], titles: TitleRanker, occupations: Container[EscoUri], most: int
) -> tuple[tuple[EscoUri, float], ...]:
    """At most `most` occupations that a title means, spelt in each of `queries`; best first, each in (0, 1]."""
    best: dict[EscoUri, tuple[float, float]] = {}
    # What stands round a title that we know says nothing more of it, and looking it up takes milliseconds.
    for query in queries[-1:] if queries and titles.meant(queries[-1]) else queries:
        for uri, share, like in titles.ranked(query, _LIKELIEST):
            if uri in occupations:
                best[uri] = max(best.get(uri, (0.0, 0.0)), (share, min(1.0, like / _SURE)))
    for query in queries:
        for meaning in titles.meant(query):
            if meaning.uri in occupations:
                best[meaning.uri] = (2.0 - meaning.place, SURE_OF[meaning.relation] / (1 + meaning.place))
        agreed = _agreed().get(key(query))
        if agreed is not None and agreed in occupations:
            best[agreed] = (3.0, max(SURE_OF[TitleRelation.BROAD], best.get(agreed, (0.0, 0.0))[1]))
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:most]
    return tuple((uri, sure) for uri, (_, sure) in ranked if sure > 0)


@cache
def _agreed() -> Mapping[tuple[str, ...], EscoUri]:
    return MappingProxyType({key(term): uri for term, uri in agreed_meanings().items()})
