"""A reason in someone's own words: redacted before it is kept, since it may tell of a person, or of a third one."""

import re

from api.records.errors import RecordsError
from ingestion.redaction import BLOCK, redact
from ingestion.redaction_given import GIVEN

LEAST_CHARACTERS, MOST_CHARACTERS = 3, 1_000

_OWN = {
    "han": "jeg",
    "hun": "jeg",
    "borgeren": "jeg",
    "ham": "mig",
    "hende": "mig",
    "hans": "min",
    "hendes": "min",
    "borgerens": "min",
    "sin": "min",
    "sit": "mit",
    "sine": "mine",
}
"""As the one whom a reason is about would say it: the redactor knows how people write of themselves."""
_OF_OTHERS = re.compile(rf"\b(?:{'|'.join(_OWN)})\b", re.IGNORECASE)
_NAME = r"[A-ZÆØÅÉÜÖ][\w'-]+"
_NAMED = re.compile(rf"\b(?P<given>{_NAME})(?: (?:[A-ZÆØÅ]\.|{_NAME}|af|von|van|de|el|al))*(?<=[\w.])")
_ALSO_WORDS = frozenset(
    {"hans", "bo", "per", "mark", "storm", "liv", "tom", "said", "vita", "sol", "fie", "tim", "ane"}
)
"""Given names that may be a word where a sentence begins."""
_BEGINS = re.compile(r"(?:^|[.!?:] )$")


class ReasonError(RecordsError):
    """A reason is none that can be kept."""


def in_own_words(
    reason: str,
    least: int = LEAST_CHARACTERS,
    most: int = MOST_CHARACTERS,
    next_step: str = "skriv i en sætning hvorfor",
) -> str:
    """The reason on one line; names, also of third persons, numbers and what must not be kept are hidden.

    Raises:
        ReasonError: It has fewer than `least` or more than `most` characters; it says the `next_step`.
    """
    plain = " ".join(reason.split())
    if not least <= len(plain) <= most:
        raise ReasonError(f"en begrundelse har {least} til {most} tegn, og denne har {len(plain)}; {next_step}")
    hidden = list(redact(plain).text)
    for place, character in enumerate(redact(_of_oneself(plain)).text):
        if character == BLOCK:
            hidden[place] = BLOCK
    return _NAMED.sub(_without_name, "".join(hidden))


def _of_oneself(text: str) -> str:
    """The text as the person would have written it, each character where it was."""
    return _OF_OTHERS.sub(lambda word: _OWN[word[0].casefold()].rjust(len(word[0])), text)


def _without_name(words: re.Match[str]) -> str:
    """A run of capitalised words from its first given name on hidden; a lone word that opens a sentence may be none."""
    parts = words[0].split(" ")
    first = next((place for place, one in enumerate(parts) if _is_given(one)), None)
    if first is None:
        return words[0]
    alone = len(parts) == first + 1 and parts[first].casefold() in _ALSO_WORDS
    if alone and _BEGINS.search(words.string[: words.start()]):
        return words[0]
    shown = " ".join(parts[:first])
    return f"{shown}{' ' if shown else ''}{BLOCK * (len(words[0]) - len(shown) - bool(shown))}"


def _is_given(word: str) -> bool:
    known = word.split("-")[0].strip("'.").casefold()
    return known in GIVEN or known.removesuffix("s") in GIVEN
