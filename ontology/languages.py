"""How well a language is spoken, by the Common European Framework, and what the languages are called in Danish."""

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


LANGUAGE_NAMES = MappingProxyType(
    {
        Language(code): name
        for code, name in (
            pair.split(":")
            for pair in (
                "da:dansk en:engelsk de:tysk sv:svensk no:norsk fr:fransk es:spansk it:italiensk pt:portugisisk "
                "nl:nederlandsk pl:polsk uk:ukrainsk ru:russisk ro:rumænsk bg:bulgarsk lt:litauisk lv:lettisk "
                "et:estisk fi:finsk is:islandsk fo:færøsk kl:grønlandsk ar:arabisk tr:tyrkisk ur:urdu fa:farsi "
                "ku:kurdisk so:somali ti:tigrinya zh:kinesisk ja:japansk ko:koreansk vi:vietnamesisk th:thai "
                "hi:hindi ta:tamil bs:bosnisk sr:serbisk hr:kroatisk sq:albansk hu:ungarsk cs:tjekkisk "
                "sk:slovakisk el:græsk ps:pashto"
            ).split()
        )
    }
)
"""ISO 639-1 code -> the Danish name in lower case."""
