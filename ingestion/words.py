"""Words of a text with their places and stems; Danish first, English beside it."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import NamedTuple

from snowballstemmer import stemmer

from ingestion.errors import IngestionError

_WORD = re.compile(r"\.?[^\W_]+(?:[+#]+)?|§")
_BREAK = re.compile(r"[^\s/&'’´*,_-]")
_INFINITIVE = re.compile(r"^(?:at|to) ", re.IGNORECASE)
_DANISH = stemmer("danish")
_OURS = frozenset({"samt", "a", "an", "the", "of", "and", "to", "in", "for", "with", "or", "on"})
_TELLING = frozenset({"aldrig", "alene", "ikke", "uden"})
"""Words on spaCy's list that turn what is said: "ikke bange for", "arbejde alene", "uden opsyn"."""


@cache
def stop_words() -> frozenset[str]:
    """Words that name nothing: spaCy's Danish ones and a few of ours, without those that turn what is said.

    The one file of spaCy that lists them is loaded: spaCy as a whole takes half a second.
    """
    spacy = find_spec("spacy")
    listed = Path(spacy.origin if spacy and spacy.origin else "").parent / "lang" / "da" / "stop_words.py"
    spec = spec_from_file_location("spacy_danish_stop_words", listed)
    if spec is None or spec.loader is None or not listed.is_file():
        raise IngestionError("spaCy's Danish stop words are missing; run 'pip install spacy' in this environment")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return frozenset(module.STOP_WORDS) - _TELLING | _OURS


class Word(NamedTuple):
    """One word: where it stands, itself and its stem in lower case, and whether it is a stop word as it stands.

    A stem alone does not tell: "varer" (goods) has the stem of "var" (was). `joined`: only space or a hyphen stands
    before it, so that it may go on a phrase; or a comma, which is `listed`; `opens`: it is the first of a line.
    `capitals`: it is written in capitals, as SMED is and smed is not.
    """

    start: int
    end: int
    text: str
    stem: str
    stop: bool
    joined: bool
    capitals: bool
    listed: bool
    opens: bool


@lru_cache(maxsize=400_000)
def stem(word: str) -> str:
    """The Danish stem of a word in lower case; å and aa alike."""
    plain = word.casefold().replace("aa", "å")
    return str(_DANISH.stemWord(plain)) if len(plain) > 3 else plain


def words(text: str) -> Iterator[Word]:
    """The words of `text` in order."""
    last, stop = 0, stop_words()
    for match in _WORD.finditer(text):
        plain, between = match[0].casefold(), text[last : match.start()]
        last = match.end()
        yield Word(
            match.start(),
            last,
            plain,
            stem(plain),
            plain in stop,
            not _BREAK.search(between),
            match[0].isupper(),
            "," in between,
            "\n" in between,
        )


def plain_words(text: str) -> list[str]:
    """The words of `text` in lower case, without their places."""
    return [word.casefold() for word in _WORD.findall(text)]


def key(text: str) -> tuple[str, ...]:
    """The stems of a short text without stop words.

    All of them where one or none is left: "vaske op" is not "vaske", and "lave mad" is not "mad".
    """
    stop, plain = stop_words(), plain_words(_INFINITIVE.sub("", text))
    content = tuple(stem(word) for word in plain if word not in stop)
    return content if len(content) > 1 else tuple(stem(word) for word in plain)
