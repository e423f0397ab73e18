"""How well a language is spoken, by the Common European Framework, and what the languages are called in Danish."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ontology.kinds import Language


class Cefr(StrEnum):
    """A level of the Common European Framework of Reference, from beginner to mastery; they sort in this order."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


CEFR_LEVELS = tuple(Cefr)
"""The levels, the lowest first."""

LANGUAGE_NAMES: Mapping[Language, str] = MappingProxyType(
    {
        Language("da"): "dansk",
        Language("en"): "engelsk",
        Language("de"): "tysk",
        Language("sv"): "svensk",
        Language("no"): "norsk",
        Language("fr"): "fransk",
        Language("es"): "spansk",
        Language("it"): "italiensk",
        Language("pt"): "portugisisk",
        Language("nl"): "nederlandsk",
        Language("pl"): "polsk",
        Language("uk"): "ukrainsk",
        Language("ru"): "russisk",
        Language("ro"): "rumænsk",
        Language("bg"): "bulgarsk",
        Language("lt"): "litauisk",
        Language("lv"): "lettisk",
        Language("et"): "estisk",
        Language("fi"): "finsk",
        Language("is"): "islandsk",
        Language("fo"): "færøsk",
        Language("kl"): "grønlandsk",
        Language("ar"): "arabisk",
        Language("tr"): "tyrkisk",
        Language("ur"): "urdu",
        Language("fa"): "farsi",
        Language("ku"): "kurdisk",
        Language("so"): "somali",
        Language("ti"): "tigrinya",
        Language("zh"): "kinesisk",
        Language("ja"): "japansk",
        Language("ko"): "koreansk",
        Language("vi"): "vietnamesisk",
        Language("th"): "thai",
        Language("hi"): "hindi",
        Language("ta"): "tamil",
        Language("bs"): "bosnisk",
        Language("sr"): "serbisk",
        Language("hr"): "kroatisk",
        Language("sq"): "albansk",
        Language("hu"): "ungarsk",
        Language("cs"): "tjekkisk",
        Language("sk"): "slovakisk",
        Language("el"): "græsk",
        Language("ps"): "pashto",
        Language("tl"): "tagalog",
        Language("sw"): "swahili",
        Language("am"): "amharisk",
        Language("ne"): "nepali",
        Language("bn"): "bengali",
        Language("pa"): "punjabi",
        Language("id"): "indonesisk",
        Language("sl"): "slovensk",
        Language("mk"): "makedonsk",
        Language("ka"): "georgisk",
        Language("hy"): "armensk",
        Language("he"): "hebraisk",
        Language("be"): "belarusisk",
        Language("my"): "burmesisk",
        Language("si"): "singalesisk",
        Language("yo"): "yoruba",
        Language("rw"): "kinyarwanda",
        Language("ln"): "lingala",
    }
)
"""ISO 639-1 code -> the Danish name in lower case."""
