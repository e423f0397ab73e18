"""Job titles as thin CVs shorten them, written out for looking them up: "kantinemedhj" -> "kantinemedhjælper"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "medhj": "medhjælper",
        "medarb": "medarbejder",
        "arb": "arbejder",
        "ass": "assistent",
        "asst": "assistent",
        "chauf": "chauffør",
        "chf": "chauffør",
        "eksp": "ekspedient",
        "kons": "konsulent",
        "sekr": "sekretær",
        "tekn": "tekniker",
        "mek": "mekaniker",
        "oper": "operatør",
        "opr": "operatør",
        "instr": "instruktør",
        "hj": "hjælper",
        "lær": "lærling",
        "spl": "sygeplejerske",
        "pæd": "pædagog",
    }
)
_FIRST: Mapping[str, str] = MappingProxyType(
    {
        "adm": "administrativ ",
        "afd": "afdelings",
        "butiks": "butiks",
        "køk": "køkken",
        "prod": "produktions",
        "rengør": "rengørings",
        "rengørings": "rengørings",
        "tekn": "teknisk ",
    }
)
_LAST = "|".join(sorted(_ENDINGS, key=len, reverse=True))
_SHORT = re.compile(rf"(?<=[a-zæøå])(?:{_LAST})\.?$|^(?:spl|pæd|ass|chauf|medhj|eksp)\.?$", re.IGNORECASE)
_SHORT_WITHIN = re.compile(rf"(?<=[a-zæøå])(?:{_LAST})\.", re.IGNORECASE)
_OPENS = re.compile(rf"\b(?:{'|'.join(_FIRST)})\.\s?(?=[a-zæøå])", re.IGNORECASE)
_COLLEAGUE = re.compile(r"(\w{4,}(?<!s))med\.?", re.IGNORECASE)
"""A title of one word, as "lagermed.", but no "klejnsmed"; in a text "med" is a word, or ends "dermed"."""


def written_out(title: str) -> str:
    """A title with what is shortened in it written out; as it stands where nothing is."""
    whole = _COLLEAGUE.fullmatch(title)
    return f"{whole[1]}medarbejder" if whole else _SHORT.sub(_ending, _opened(title))


def all_written_out(text: str) -> str:
    """A text with each word written out that ends as a shortened title with its full stop does."""
    return _SHORT_WITHIN.sub(_ending, _opened(text))


def _opened(text: str) -> str:
    return _OPENS.sub(lambda found: _FIRST[found[0].lower().split(".")[0]], text)


def _ending(found: re.Match[str]) -> str:
    return _ENDINGS[found[0].lower().rstrip(".")]
