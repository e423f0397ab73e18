"""The municipalities, regions and postcodes of Denmark, and how a place in a text is found."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from ontology.errors import UnknownConceptError
from ontology.kinds import MunicipalityCode, Postcode
from ontology.tables import read_table

_CODE = re.compile(r"^0?\d{3}$")
_NUMBERED = re.compile(r"\b(?:DK-?)?(?P<postcode>\d{4})\s+(?P<city>[A-ZÆØÅ][\wæøåÆØÅ]+)")
_NAMED = re.compile(r"\b[A-ZÆØÅ][\wæøå]+(?:[ -][A-ZÆØÅ][\wæøå]*)?")
_PART = re.compile(r" (?P<letters>[A-ZÆØÅ]{1,2}|Sj|Sjælland)$")
"""Behind the name of a town, which part of it, or of the country: "Odense NØ", "Viby J"."""
_IN_FULL = {"F": "Falster", "J": "Jylland", "M": "Mors", "Sj": "Sjælland"}
_LED = re.compile(r"\b(?:i|ved|til|fra|nær)\s\Z")
_ALSO_WORDS = frozenset(
    (
        "ry",
        "ho",
        "ans",
        "them",
        "bording",
        "lem",
        "by",
        "st",
        "bo",
        "hals",
        "tim",
        "aså",
        "bov",
        "rise",
        "vejen",
        "asp",
        "løsning",
        "mørke",
        "lunde",
        "stilling",
    )
)


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality; `seat` is the postcode of its town hall."""

    code: MunicipalityCode
    name: str
    aliases: tuple[str, ...]
    region: str
    seat: Postcode


@dataclass(frozen=True, slots=True)
class PostalArea:
    """One postcode; `municipalities` main first; degrees WGS 84; `land` names the land mass it lies on."""

    postcode: Postcode
    city: str
    municipalities: tuple[MunicipalityCode, ...]
    lat: float
    lon: float
    land: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place read at [start, end) of a text; postcode None = only its name was read; confidence in (0, 1]."""

    start: int
    end: int
    municipality: MunicipalityCode
    postcode: Postcode | None
    confidence: float


def folded(name: str) -> str:
    """A place name without case, hyphens and the word "kommune", å and aa alike."""
    plain = name.casefold().replace("aa", "å").replace("-", " ")
    return re.sub(r"\s+", " ", plain.removesuffix(" kommune")).strip()


@dataclass(frozen=True)
class Places:
    """Every municipality by code and every postal area by postcode."""

    municipalities: Mapping[MunicipalityCode, Municipality]
    areas: Mapping[Postcode, PostalArea]
    districts: Mapping[str, tuple[Postcode, ...]] = field(default_factory=dict)
    """Folded name of a part of a town -> its postcodes, the best known first: there is a Vesterbro in three towns."""

    @cached_property
    def _by_name(self) -> Mapping[str, MunicipalityCode]:
        return {
            folded(name): one.code for one in self.municipalities.values() for name in (one.name, *one.aliases) if name
        }

    @cached_property
    def _by_city(self) -> Mapping[str, PostalArea]:
        found: dict[str, list[PostalArea]] = defaultdict(list)
        for area in self.areas.values():
            found[folded(area.city)].append(area)
            found[folded(re.sub(r" [A-ZÆØÅ]{1,2}$", "", area.city))].append(area)
        return {city: areas[0] for city, areas in found.items()}

    @cached_property
    def _towns(self) -> Mapping[str, frozenset[Postcode]]:
        """Folded name of a town, or of a part of one -> all its postcodes."""
        found: dict[str, set[Postcode]] = defaultdict(set)
        for area in self.areas.values():
            part = _PART.search(area.city)
            names = {area.city, _PART.sub("", area.city)}
            if part and part["letters"] in _IN_FULL:
                names.add(area.city.removesuffix(part["letters"]) + _IN_FULL[part["letters"]])
            for name in names:
                found[folded(name)].add(area.postcode)
        for name, codes in self.districts.items():
            if name not in found:
                found[name].update(code for code in codes if code in self.areas)
        return {name: frozenset(codes) for name, codes in found.items()}

    def municipality(self, text: str) -> Municipality:
        """The municipality of a code (4 digits, or STAR's 3) or a name in any of its spellings.

        Raises:
            UnknownConceptError: There is none.
        """
        code = MunicipalityCode(text.strip().zfill(4)) if _CODE.match(text.strip()) else self._code_of(text)
        if code is None or code not in self.municipalities:
            raise UnknownConceptError(f"no municipality '{text}'; give a code such as 0101 or a name such as Aarhus")
        return self.municipalities[code]

    def _code_of(self, name: str) -> MunicipalityCode | None:
        plain = folded(name)
        return self._by_name.get(plain) or self._by_name.get(plain.removesuffix("s"))

    def area(self, postcode: str) -> PostalArea | None:
        """The postal area of a postcode; None where there is none."""
        return self.areas.get(Postcode(postcode.strip()))

    def seat(self, code: MunicipalityCode) -> Postcode | None:
        """The postcode that stands for a municipality where no postcode is known."""
        one = self.municipalities.get(code)
        return one.seat if one else None

    def town(self, name: str) -> tuple[MunicipalityCode, Postcode | None] | None:
        """The municipality of the town, or part of one, that all of `name` is; its postcode too if it has but one.

        None where there is no such town, and where several municipalities have one, as Viby.
        """
        codes = self._towns.get(folded(name), frozenset())
        if not codes:
            known = self._by_name.get(folded(name))
            return (known, None) if known else None
        lies = {self.areas[code].municipalities[0] for code in codes}
        return (lies.pop(), next(iter(codes)) if len(codes) == 1 else None) if len(lies) == 1 else None

    def named(self, name: str) -> PlaceMention | None:
        """The place that a whole short text names: a postcode, a town or a municipality; None where it names none."""
        found = self.mentions(name)
        if found:
            return max(found, key=lambda one: one.confidence)
        code = self._by_name.get(folded(name))
        return PlaceMention(0, len(name), code, None, 0.7) if code and name else None

    def mentions(self, text: str) -> tuple[PlaceMention, ...]:
        """The places that a text names, in order; a postcode with its town counts most, a bare name less."""
        found = []
        for match in _NUMBERED.finditer(text):
            area = self.areas.get(Postcode(match["postcode"]))
            if area:
                found.append(PlaceMention(match.start(), match.end(), area.municipalities[0], area.postcode, 0.95))
        taken = [(one.start, one.end) for one in found]
        for match in _NAMED.finditer(text):
            if not any(low <= match.start() < high for low, high in taken):
                led = bool(_LED.search(text[max(0, match.start() - 5) : match.start()]))
                place = self._bare(match[0], led=led) or self._district(match[0], text)
                if place:
                    code, postcode, confidence = place
                    found.append(PlaceMention(match.start(), match.end(), code, postcode, confidence))
        return tuple(sorted(found, key=lambda one: one.start))

    def _bare(self, words: str, *, led: bool) -> tuple[MunicipalityCode, Postcode | None, float] | None:
        for name in dict.fromkeys((words, words.split()[0], words.removesuffix("s"))):
            plain = folded(name)
            if (plain in _ALSO_WORDS and not led) or len(plain) < 2:
                continue
            area = self._by_city.get(plain)
            if area and plain not in self._by_name:
                return area.municipalities[0], area.postcode, 0.6
            if plain in self._by_name:
                return self._by_name[plain], None, 0.6
        return None

    def _district(self, words: str, text: str) -> tuple[MunicipalityCode, Postcode | None, float] | None:
        """The part of a town that `words` name; where several towns have one, that of a town in `text` goes first."""
        for name in dict.fromkeys((words, words.split()[0], words.removesuffix("s"))):
            areas = [self.areas[code] for code in self.districts.get(folded(name), ()) if code in self.areas]
            if areas:
                near = [one for one in areas if self.municipalities[one.municipalities[0]].name in text]
                one = (near or areas)[0]
                return one.municipalities[0], one.postcode, 0.55
        return None


@cache
def load_places() -> Places:
    """The tables `municipalities`, `postcodes` and `districts`.

    Raises:
        OntologyError: A table is malformed.
    """
    columns = ("code", "name", "aliases", "region", "seat_postcode", "land")
    towns = {
        MunicipalityCode(row["code"]): Municipality(
            MunicipalityCode(row["code"]),
            row["name"],
            row.several("aliases"),
            row["region"],
            Postcode(row["seat_postcode"]),
        )
        for row in read_table("municipalities.csv", columns, ("code",))
    }
    areas = {
        Postcode(row["postcode"]): PostalArea(
            Postcode(row["postcode"]),
            row["city"],
            tuple(MunicipalityCode(code) for code in row.several("municipalities")),
            float(row["lat"]),
            float(row["lon"]),
            row["land"],
        )
        for row in read_table(
            "postcodes.csv", ("postcode", "city", "municipalities", "lat", "lon", "land"), ("postcode",)
        )
    }
    parts: dict[str, tuple[Postcode, ...]] = {}
    for row in read_table("districts.csv", ("name", "town", "postcode"), ("name", "town")):
        parts[folded(row["name"])] = (*parts.get(folded(row["name"]), ()), Postcode(row["postcode"]))
    return Places(towns, areas, parts)
