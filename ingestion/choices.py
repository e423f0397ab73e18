"""Several educations of which one will do: "uddannet ernæringsassistent, kok eller bager"."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from ingestion.folded import folded, lower
from ingestion.licences import Named
from ingestion.requirements import WHICHEVER
from ontology.credentials import CredentialKind, load_credentials

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
_OPENS = folded(
    r"\A\W*(?=\w)|\b(?:uddannelse|uddannelsesbaggrund|baggrund)(?P<colon>\s*:\s*)|"
    r"(?P<called>\b(?:du|som|der) er (?:enten )?(?:en )?|\benten (?:en )?)"
)
_SCHOOLED_AS = folded(
    r"\b(?P<called>(?:udlært|uddannet|faglært|svendebrev|uddannelse)(?:, (?:f\.eks\.|fx|for eksempel))? "
    r"(?:som )?(?:enten )?|"
    r"(?:trade|trained|qualified|educated|skilled|certified) (?:as )?(?:either )?(?:an? )?)(?=\w)"
)
"""What leads to bare titles whoever is asked: "udlært som enten tømrer eller smed"."""
_NOTHING_ELSE = folded(r"(?: i (?:et |en )?(?:\w+ )?\w+)?\W*")
_NOT_LONGER = folded(r"\s*(?:$|[.,;:()–!-]|(?:og|and|med|with|men|but|samt)\b)")
_FIELD = folded(r"(?!tilsvarende|lignende|and|erfaring|relevant|har\b|have\b|være\b)[\w-]+(?=\s*(?:[.,;:)]|$|er\b))")
"""The second field of a degree: "bachelor i datalogi eller software"."""
_CALLED = folded(r"\b(?:du|der) er (?:en )?(?:autoriseret )?(?=\w)")
_LEARNED = 3
"""The level from which the bare title of a profession is an education: who is a nurse was trained as one."""
_ENOUGH = folded(
    r"\b(?:en|én|et|ét|one|either) (?:af|of) (?:de(?:m|n|r)?|disse|these|the|them)\b"
    r"(?: (?P<two>to|two)| (?P<three>tre|three))?"
    r"[^.;]{0,40}\b(?:skal|krav|kræve[rs]?|forudsætning|betingelse|nok|enough|must|need|sufficient)"
)
_EITHER = folded(r"\b(?:enten|either) (?:[\w-]+ ){0,3}$")
_EITHER_OR = folded(r"\b(?:eller|or)\b|/")
_JUST_OR = folded(
    r"(?:'s)?(?: (?:category|kategori|kat\.) \w+)?(?:,| eller| or|,? og/eller|\s*/)"
    r"(?: (?:et|en|a|an|har|du har|gyldigt?|valid|som|uddannet)){0,3}\s?"
)
_LEADS = ("uddannet ", "uddannelse som ", "autoriseret ", "qualified ", "trained ", "")
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
    return next(_bare(sentence, low, named, find, asked=asked), None)


def one_enough(sentence: str, named: Sequence[Named]) -> bool:
    """Whether a sentence says of all that it names that one is enough: "enten kørekort B eller traktorkørekort"."""
    low, count = lower(sentence), len({code for code, _, _ in named})
    said = _ENOUGH.search(low)
    if said and count == (3 if said["three"] else 2):
        return True
    between = [low[one[2] : other[1]] for one, other in pairwise(named)]
    return (
        count > 1
        and _EITHER.search(low[: named[0][1]]) is not None
        and all(_JUST_OR.fullmatch(one) for one in between)
        and _EITHER_OR.search(between[-1]) is not None
    )


def called(sentence: str, find: Callable[[str], tuple[Named, ...]]) -> Iterator[Named]:
    """The professions that a sentence asks for by their bare title: "Du er sygeplejerske"."""
    known, low = load_credentials(), lower(sentence)
    for lead in _CALLED.finditer(low):
        found = _meant(sentence, lead.end(), find)
        if found and (known[found[0]].level or 0) >= _LEARNED and _NOT_LONGER.match(low, found[2]):
            yield found


def _bare(
    sentence: str, low: str, named: Sequence[Named], find: Callable[[str], tuple[Named, ...]], *, asked: bool
) -> Iterator[Choice]:
    """The lists of bare titles behind "uddannet som"; where they are `asked`, those that make up a sentence too."""
    for opens in chain(_SCHOOLED_AS.finditer(low), _OPENS.finditer(low) if asked else ()):
        first = _meant(sentence, opens.end(), find)
        found = first and _listed(sentence, low, first, named, find)
        told = opens.groupdict()
        if not found:
            continue
        whole = _NOT_LONGER.match(low, found.end) if told["called"] else _NOTHING_ELSE.fullmatch(low, found.end)
        if told.get("colon") or whole or found.open:
            yield found


def _listed(
    sentence: str, low: str, first: Named, named: Sequence[Named], find: Callable[[str], tuple[Named, ...]]
) -> Choice | None:
    """The list that opens with `first`, once an "or" has been read."""
    items, at, alternative = [first], first[2], False
    while (joined := _JOIN.match(low, at)) and not WHICHEVER.match(low, at):
        if _LIKE.match(low, at):
            alternative = True
            break
        start = joined.end()
        item = next((one for one in named if one[1] == start), None) or _meant(sentence, start, find)
        field = _FIELD.match(low, start) if joined["or"] and " i " in low[first[1] : first[2]] else None
        if field and item is None:
            alternative, at = True, field.end()
            break
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
