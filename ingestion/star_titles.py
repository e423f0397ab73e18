"""What STAR's job titles say of a text: looked up by the title's words, or by the address that an ad carries."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from ingestion.lexicon import Lexicon, build, of_entries
from ingestion.words import key
from ontology.job_titles import JobTitle, TitleLink, within
from ontology.kinds import EscoUri, TitleRelation

SURE_OF: Mapping[TitleRelation, float] = MappingProxyType(
    {
        TitleRelation.EXACT: 1.0,
        TitleRelation.CLOSE: 0.95,
        TitleRelation.NARROW: 0.9,
        TitleRelation.BROAD: 0.75,
    }
)
"""How sure it is that a title means an occupation, by how the title stands to it; surest first."""
_SUREST = tuple(SURE_OF)

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class StarMeaning:
    """An occupation that a title means by STAR's mapping; confidence in (0, 1]."""

    uri: EscoUri
    relation: TitleRelation
    confidence: float


@dataclass(frozen=True)
class StarTitles:
    """STAR's job titles over the `occupations` of a release.

    A title that is mapped to no occupation of it, but to a group or to what is gone, is not known here.
    """

    titles: tuple[JobTitle, ...]
    occupations: frozenset[EscoUri]

    def meant(self, title: str, likelier: Callable[[str], Mapping[EscoUri, float]]) -> tuple[StarMeaning, ...]:
        """What a title means, surest first; empty where STAR does not know it.

        Among occupations that it stands to alike, the one that `likelier` gives more goes first, and each after it
        counts for less: STAR names them all and says of none how common it is.
        """
        named = self._by_label.get(title.casefold()) or self._by_stems.get(key(title), ())
        return self._meanings(named, title, likelier)

    def named(self, address: str, likelier: Callable[[str], Mapping[EscoUri, float]]) -> tuple[StarMeaning, ...]:
        """As `meant`, for the URI of a title, or its address at star.dk."""
        found = self._by_address.get(address)
        return self._meanings((found,), found.label, likelier) if found else ()

    def over(self, lexicon: Lexicon) -> Lexicon:
        """The lexicon with the titles that are exactly or closely one occupation laid on top."""
        if not self.titles:
            return lexicon
        own = build((), self._plain())
        alone = {stem: lexicon.alone.get(stem, frozenset()) | words for stem, words in own.alone.items()}
        capitals = {
            stem
            for stem in lexicon.capitals | own.capitals
            if all(stem in one.capitals or stem not in one.alone for one in (lexicon, own))
        }
        return of_entries({**lexicon.entries, **own.entries}, {**lexicon.alone, **alone}, frozenset(capitals))

    @cached_property
    def labels(self) -> Mapping[EscoUri, tuple[str, ...]]:
        """What the titles that are exactly or closely an occupation are called, by occupation."""
        found: dict[EscoUri, tuple[str, ...]] = {}
        for label, uri in self._plain():
            found[uri] = (*found.get(uri, ()), label)
        return found

    def _plain(self) -> Iterator[tuple[str, EscoUri]]:
        for one in self.titles:
            surest = _surest(within(one, self.occupations))
            if len(surest) == 1 and SURE_OF[surest[0].relation] >= SURE_OF[TitleRelation.CLOSE]:
                yield one.label, surest[0].concept

    def _meanings(
        self, titles: Iterable[JobTitle], text: str, likelier: Callable[[str], Mapping[EscoUri, float]]
    ) -> tuple[StarMeaning, ...]:
        links = [link for one in titles for link in within(one, self.occupations)]
        likely = likelier(text) if len(links) > 1 else {}
        firm: dict[EscoUri, TitleLink] = {}
        for link in sorted(links, key=lambda one: (_SUREST.index(one.relation), -likely.get(one.concept, 0.0))):
            firm.setdefault(link.concept, link)
        return tuple(
            StarMeaning(link.concept, link.relation, SURE_OF[link.relation] / (1 + place))
            for place, link in enumerate(firm.values())
        )

    @cached_property
    def _by_label(self) -> Mapping[str, tuple[JobTitle, ...]]:
        return _grouped((one.label.casefold(), one) for one in self.titles)

    @cached_property
    def _by_stems(self) -> Mapping[tuple[str, ...], tuple[JobTitle, ...]]:
        return _grouped((key(one.label), one) for one in self.titles)

    @cached_property
    def _by_address(self) -> Mapping[str, JobTitle]:
        return {address: one for one in self.titles for address in (one.uri, one.page) if address}


def _surest(links: tuple[TitleLink, ...]) -> tuple[TitleLink, ...]:
    """Those of the surest relation."""
    first = min((link.relation for link in links), key=_SUREST.index, default=None)
    return tuple(link for link in links if link.relation is first)


def _grouped(pairs: Iterable[tuple[K, JobTitle]]) -> Mapping[K, tuple[JobTitle, ...]]:
    found: dict[K, tuple[JobTitle, ...]] = {}
    for name, title in pairs:
        found[name] = (*found.get(name, ()), title)
    return found
