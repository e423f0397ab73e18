"""Several educations of which one will do: "uddannet ernæringsassistent, kok eller bager"."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ingestion.folded import folded, lower
from ontology.credentials import CredentialKind, load_credentials
from ontology.kinds import CredentialCode

Named = tuple[CredentialCode, int, int]

_SCHOOLED = frozenset({CredentialKind.EDUCATION, CredentialKind.AUTHORISATION})
_JOIN = folded(r"\s*(?:(?P<or>,?\s+(?:og/)?eller\s+|,?\s+or\s+|\s*/\s*)|,\s+)(?:(?:som|en|evt\.|måske)\s+)*")
_OR_SOON = folded(r"(?:[\w-]+,? ){1,4}(?:[\w-]+, ){0,6}(?:eller|or)\b")
"""What follows the comma of a list whose next item is not known: few words until the "or"."""
AKIN = re.compile(
    r"\beller (?:tilsvarende|lignende|anden relevant)(?: (?:faglig )?(?:uddannelse|baggrund))?"
    r"(?=\s*(?:[.,;:)!]|$|og\b|har\b|med\b))",
    re.IGNORECASE,
)
"""An education of the like will do, which the gate asks about anyway; experience would be something else."""
_LIKE = re.compile(r"[\s,]*(?=eller)" + AKIN.pattern)
_MORE = re.compile(r"[\w-]")
"""Behind a name: it is the first half of a longer one ("kok-elev")."""
_OPENS = folded(r"\A\W*(?=\w)|\b(?:uddannelse|uddannelsesbaggrund|baggrund)(?P<colon>\s*:\s*)")
_NOTHING_ELSE = folded(r"(?: i (?:et |en )?(?:\w+ )?\w+)?\W*")
_LEADS = ("uddannet ", "uddannelse som ", "autoriseret ", "")
"""Said once before the first of a list, and meant before each."""
_LONGEST_NAME = 60


class Choice(NamedTuple):
    """The credentials of which one will do, and where each is named; [start, end) is the list, as far as it was read.

    `open`: something that we do not know will do as well.
    """

    named: tuple[Named, ...]
    start: int
    end: int
    open: bool


def choice_in(
    sentence: str, named: Sequence[Named], find: Callable[[str], tuple[Named, ...]], *, asked: bool
) -> Choice | None:
    """The first list of educations in a sentence of which one will do; None = there is none.

    `named` is what `find` finds in the sentence; where that is `asked` of the applicant, bare titles are educations too
    if the sentence is nothing else, or they stand behind "uddannelse:".
    """
    known, low = load_credentials(), lower(sentence)
    for first in named:
        if known[first[0]].kind in _SCHOOLED:
            found = _listed(sentence, low, first, named, find)
            if found:
                return found
    return next(_bare(sentence, low, named, find), None) if asked else None


def _bare(
    sentence: str, low: str, named: Sequence[Named], find: Callable[[str], tuple[Named, ...]]
) -> Iterator[Choice]:
    """The lists of bare titles that make up a sentence, or stand behind "uddannelse:"."""
    for opens in _OPENS.finditer(low):
        first = _meant(sentence, opens.end(), find)
        found = first and _listed(sentence, low, first, named, find)
        if found and (opens["colon"] or _NOTHING_ELSE.fullmatch(low, found.end)):
            yield found


def _listed(
    sentence: str, low: str, first: Named, named: Sequence[Named], find: Callable[[str], tuple[Named, ...]]
) -> Choice | None:
    """The list that opens with `first`, once an "or" has been read."""
    items, at, alternative = [first], first[2], False
    while joined := _JOIN.match(low, at):
        if _LIKE.match(low, at):
            alternative = True
            break
        start = joined.end()
        item = next((one for one in named if one[1] == start), None) or _meant(sentence, start, find)
        if item is None and (joined["or"] or (not alternative and _OR_SOON.match(low, start))):
            return Choice(tuple(items), first[1], at, open=True)
        if item is None:
            break
        items.append(item)
        alternative, at = alternative or bool(joined["or"]), item[2]
    return Choice(tuple(items), first[1], at, open=False) if alternative else None


def _meant(sentence: str, start: int, find: Callable[[str], tuple[Named, ...]]) -> Named | None:
    """The education whose bare name stands at `start`: "kok" after "uddannet bager eller"."""
    known, rest = load_credentials(), sentence[start : start + _LONGEST_NAME]
    for lead in _LEADS:
        for code, low, high in find(lead + rest):
            whole = not _MORE.match(rest, high - len(lead))
            if low == 0 and high > len(lead) and whole and known[code].kind in _SCHOOLED:
                return code, start, start + high - len(lead)
    return None
