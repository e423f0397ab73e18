"""Finding skills, occupations, industries and places by what a person types, in a language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ontology.finding import Finder, Named
from ontology.industries import Industry, IndustryLevel, load_industries
from ontology.kinds import Labels, Language, Occupation, Skill
from ontology.labour import Band, load_bands
from ontology.places import Municipality, PostalArea, load_places
from ontology.taxonomy import Taxonomy

Thing = Skill | Occupation | Industry | Municipality | PostalArea
_COMMON, _PREFERRED = 2.0, 1.0
"""What is common in Denmark goes before what is not, and of that the name that is preferred."""


class Sought(StrEnum):
    """What may be searched for."""

    SKILL = "skill"
    OCCUPATION = "occupation"
    INDUSTRY = "industry"
    MUNICIPALITY = "municipality"
    POSTCODE = "postcode"


@dataclass(frozen=True, slots=True)
class Found:
    """A name that was found, and what it names."""

    name: str
    kind: Sought
    thing: Thing


class Search:
    """Finders of one release, each made when it is first asked."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        """Over the names of a release, and of the industries and places of Denmark."""
        self._taxonomy = taxonomy
        self._finders: dict[tuple[Sought, str], Finder[int]] = {}

    def find(self, typed: str, kinds: Sequence[Sought], language: str = "da", count: int = 10) -> tuple[Found, ...]:
        """The best `count` for what is typed so far; of several kinds the best of each take turns."""
        spoken = language.casefold()[:2]
        found = [self._of_kind(typed, kind, spoken, count) for kind in dict.fromkeys(kinds)]
        turns = (one[turn] for turn in range(count) for one in found if turn < len(one))
        return tuple(turns)[:count]

    def _of_kind(self, typed: str, kind: Sought, language: str, count: int) -> list[Found]:
        if (kind, language) not in self._finders:
            spoken = language if language in self._taxonomy.languages() else "da"
            self._finders[kind, language] = Finder(self._names(kind, Language(spoken)))
        things = self._things[kind]
        return [Found(one.name, kind, things[one.thing]) for one in self._finders[kind, language].find(typed, count)]

    @cached_property
    def _things(self) -> dict[Sought, Sequence[Thing]]:
        places = load_places()
        return {
            Sought.SKILL: self._taxonomy.skills,
            Sought.OCCUPATION: self._taxonomy.occupations,
            Sought.INDUSTRY: tuple(load_industries().values()),
            Sought.MUNICIPALITY: tuple(places.municipalities.values()),
            Sought.POSTCODE: tuple(places.areas.values()),
        }

    def _names(self, kind: Sought, language: Language) -> Iterator[Named[int]]:
        """Every name of every thing of a kind; a thing without a name in the language goes by its best one."""
        bands = load_bands()
        for row, thing in enumerate(self._things[kind]):
            match thing:
                case Skill(labels=labels):
                    yield from _labelled(labels, row, 0.0, language)
                case Occupation(labels=labels):
                    common = _COMMON if bands.of(thing.uri, thing.isco) is Band.COMMON else 0.0
                    yield from _labelled(labels, row, common, language)
                case Industry():
                    title = thing.title_en if language == "en" else thing.title_da
                    yield Named(title, row, float(thing.level is IndustryLevel.SECTION))
                    yield Named(thing.code, row)
                case Municipality():
                    for name in (thing.name, thing.code, *thing.aliases):
                        yield Named(name, row)
                case PostalArea():
                    yield Named(f"{thing.postcode} {thing.city}", row)


def _labelled(labels: Labels, row: int, weight: float, language: Language) -> Iterator[Named[int]]:
    best = labels.preferred.get(language) or labels.best()
    yield Named(best, row, weight + _PREFERRED)
    for other in labels.alternative.get(language, ()):
        yield Named(other, row, weight)
