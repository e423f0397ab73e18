"""What consultants see in Bloom, as a table: categories, relationships, search phrases and scene actions, in Danish."""

from collections.abc import Iterator
from dataclasses import dataclass

_GREY = "#959AA1"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a property shows: `based_on` "name_datatype"; with `points` over that range, else where it is `value`."""

    based_on: str
    points: tuple[float, float] | None = None
    value: object = None
    sizes: tuple[float, float] | None = None
    colors: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Styled:
    """`properties` are "name:datatype" words; a leading "-" marks what nobody searches for."""

    properties: str
    caption: str
    color: str

    def types(self) -> Iterator[tuple[str, str]]:
        """Data type by property."""
        for word in self.properties.split():
            name, kind = word.removeprefix("-").split(":")
            yield name, kind

    def technical(self) -> frozenset[str]:
        """The properties that nobody searches for."""
        return frozenset(word[1:].split(":")[0] for word in self.properties.split() if word.startswith("-"))


@dataclass(frozen=True, slots=True)
class Category(_Styled):
    """One kind of node; `size` from 0.25 to 4, `found_by` its indexed properties."""

    name: str
    label: str
    size: float = 1.0
    found_by: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation(_Styled):
    """One type of relationship; `caption` '' = its name."""

    type: str
    ends: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A search phrase; a suggestion for each parameter: "Label.property" or a query of one column."""

    text: str
    name: str
    query: str
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """What is offered on selected nodes of `labels`, or on selected relationships of `types`."""

    name: str
    query: str
    labels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


_CONCEPT = "label:string label_en:string other_labels:array -uri:string -row:bigint -release:string"
_UNLISTED = Rule("listed_boolean", value=False, colors=(_GREY, _GREY))
_ABSENT = Rule("in_denmark_boolean", value=False, colors=(_GREY, _GREY))
_TELLING = Rule("specificity_number", points=(0, 6), sizes=(0.5, 2))
_AD = (
    "title:string employer:string kind:string hours:string openings:bigint published:string deadline:string "
    "start:string hours_min:number hours_max:number shifts:array remote:string exertions:array languages:array "
    "-listed:boolean -listed_until:string -id:string -exported:string"
)

CATEGORIES = (
    Category(
        "-id:string expires:string level:bigint municipality:string means:string",
        "id", "#F16667", "Borger", "Profile", 2, ("id",),
    ),
    Category(_AD, "title", "#FFC454", "Opslag", "Posting", 1, ("id",), (_UNLISTED,)),
    Category(
        f"{_CONCEPT} -code:string -isco:string level:bigint in_denmark:boolean -gone:boolean",
        "label", "#57C7E3", "Stilling", "Occupation", 1.5, ("uri", "label"), (_ABSENT,),
    ),
    Category(
        f"{_CONCEPT} kind:string personal:boolean specificity:number -idf:number -gone:boolean",
        "label", "#8DCC93", "Kompetence", "Skill", 1, ("uri", "label"), (_TELLING,),
    ),
    Category("-code:string label:string", "label", "#C990C0", "Branche", "Industry", 2, ("code",)),
    Category("-code:string name:string", "name", "#4C8EDA", "Kommune", "Municipality", 1.5, ("code", "name")),
    Category("name:string", "name", "#569480", "Region", "Region", 2, ("name",)),
    Category(
        "-code:string label:string kind:string how:string",
        "label", "#F79767", "Krav", "Credential", 1, ("code",),
    ),
    Category(
        "label:string label_en:string other_labels:array -uri:string -code:string",
        "label", "#D9C8AE", "Stillingsgruppe", "OccupationGroup", 1, ("code",),
    ),
    Category(
        f"{_CONCEPT} -code:string -gone:boolean",
        "label", "#ECB5C9", "Kompetencegruppe", "SkillGroup", 1, ("uri",),
    ),
)  # fmt: skip

_NEAR = Rule("proximity_number", points=(0.2, 1), sizes=(0.25, 4))
_FEASIBLE = Rule("feasibility_number", points=(0, 1), sizes=(0.25, 4))
_FAR = Rule("minutes_transit_bigint", points=(0, 120), colors=("#569480", "#F16667"))
_SHARE = Rule("share_number", points=(0, 1), sizes=(0.25, 4))
_WEIGHT = Rule("weight_number", points=(0, 6), sizes=(0.25, 4))
_STRENGTH = Rule("strength_number", points=(0, 1), sizes=(0.25, 4))
_HARD = Rule("hard_boolean", value=True, colors=("#F16667", "#F16667"))

_UP = (
    ("Skill", "Skill"), ("Skill", "SkillGroup"), ("SkillGroup", "SkillGroup"),
    ("Occupation", "OccupationGroup"), ("OccupationGroup", "OccupationGroup"),
)  # fmt: skip

RELATIONS = (
    Relation("importance:string", "importance", "#8DCC93", "REQUIRES", (("Occupation", "Skill"),)),
    Relation("importance:string", "", "#D9C8AE", "RELATED", (("Skill", "Skill"),)),
    Relation("", "", "#D9C8AE", "BROADER", _UP),
    Relation("proximity:number via:array", "proximity", "#569480", "NEAR", (("Skill", "Skill"),), (_NEAR,)),
    Relation(
        "feasibility:number terms:array", "feasibility", "#57C7E3", "MOVES_TO", (("Occupation", "Occupation"),),
        (_FEASIBLE,),
    ),
    Relation("share:number main:boolean", "share", "#C990C0", "IN_INDUSTRY", (("Occupation", "Industry"),), (_SHARE,)),
    Relation(
        "importance:string weight:number confidence:number", "importance", "#FFC454", "ASKS", (("Posting", "Skill"),),
        (_WEIGHT,),
    ),
    Relation("", "", _GREY, "EXCLUDES", (("Posting", "Skill"),)),
    Relation("rank:bigint confidence:number", "", "#FFC454", "FOR", (("Posting", "Occupation"),)),
    Relation("postcode:string", "postcode", "#4C8EDA", "AT", (("Posting", "Municipality"),)),
    Relation(
        "hard:boolean either:boolean", "", "#F79767", "DEMANDS",
        (("Posting", "Credential"), ("Occupation", "Credential")), (_HARD,),
    ),
    Relation(
        "minutes_car:bigint minutes_transit:bigint", "minutes_transit", "#4C8EDA", "REACHES",
        (("Municipality", "Municipality"),), (_FAR,),
    ),
    Relation("", "", "#569480", "PART_OF", (("Municipality", "Region"),)),
    Relation("strength:number basis:string", "basis", "#F16667", "HAS_SKILL", (("Profile", "Skill"),), (_STRENGTH,)),
    Relation("current:boolean", "", "#F16667", "HELD", (("Profile", "Occupation"),)),
    Relation("", "", "#F16667", "SEEKS", (("Profile", "Occupation"),)),
    Relation("", "", "#F16667", "HOLDS", (("Profile", "Credential"),)),
)  # fmt: skip

PHRASES = (
    Phrase(
        "Stillinger der efterspørger $kompetence i $kommune",
        "Opslag i en kommune, der efterspørger en kompetence",
        "bloom_ads_asking",
        ("Skill.label", "bloom_suggest_municipalities"),
    ),
    Phrase(
        "Vej fra $stilling til andre brancher",
        "De mest oplagte skift til andre brancher",
        "bloom_ways_out",
        ("bloom_suggest_occupations",),
    ),
    Phrase(
        "Hvad mangler en $stilling for at blive $andenStilling",
        "Kompetencer og krav, som den ene stilling ikke dækker for den anden",
        "bloom_gap",
        ("bloom_suggest_occupations", "bloom_suggest_moves"),
    ),
    Phrase(
        "Hvad kan man med $kompetence i $kommune",
        "Stillinger med opslag inden for en time med offentlig transport (skøn)",
        "bloom_uses",
        ("Skill.label", "Municipality.name"),
    ),
)

ACTIONS = (
    Action("Vis opslag", "bloom_show_ads", ("Occupation", "Skill", "Municipality", "Credential")),
    Action("Vis de ti mest oplagte skift", "bloom_show_moves", ("Occupation",)),
    Action("Vis hvad stillingen kræver", "bloom_show_needed", ("Occupation",)),
    Action("Vis fælles kompetencer", "bloom_show_shared", ("Occupation",)),
    Action("Vis beslægtede kompetencer", "bloom_show_near", ("Skill",)),
    Action("Vis vejen mellem kompetencerne", "bloom_show_way", types=("NEAR",)),
    Action("Vis kommuner inden for en time (skøn)", "bloom_show_reach", ("Municipality",)),
    Action("Vis opslag med flest fælles kompetencer", "bloom_show_overlap", ("Profile",)),
)
