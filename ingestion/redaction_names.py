"""Whose name stands in a CV: the writer's, wherever it stands again, and those of referees and of who is near."""

import re
from collections.abc import Sequence

from ingestion.redaction_given import COMPANY, GIVEN, NOT_NAMES
from ingestion.redaction_patterns import HEAD_LOWER, HEAD_NAME, HEAD_TITLE, OTHERS_NAMES, OWN_NAMES, YEAR
from ingestion.sections import Section, heading
from ontology.people import Hidden

BLOCK = "█"
HEAD = 500
"""How many characters of a text are its head."""
_HEAD_LINES = 4
_SHORTEST_NAME = 4


def names(text: str, referees: Sequence[Section]) -> list[Hidden]:
    """The names in a text whose contact details are hidden: the writer's wherever it stands, and those of `referees`."""
    own = [match for pattern in OWN_NAMES for match in pattern.finditer(text) if _may_be_name(match["name"])]
    spans = [Hidden("name", *match.span("name")) for match in own]
    known = {match["name"].strip() for match in own}
    head = _head_name(text)
    if head is not None:
        spans.append(head)
        known.add(text[head.start : head.end])
    return spans + _again(text, known) + _others(text, referees)


def _head_name(text: str) -> Hidden | None:
    """The name among the first lines: a given name opens it, or it stands over contact details or after "CV"."""
    offset, titled, known = 0, False, BLOCK in text[:HEAD]
    for place, line in enumerate(text.split("\n", _HEAD_LINES)[:_HEAD_LINES]):
        match = HEAD_NAME.match(line) or (HEAD_LOWER.fullmatch(line) if known else None)
        if match and _may_be_name(match["name"]) and not COMPANY.match(line, match.end()) and not YEAR.search(line):
            sure = _opens_with_given(match["name"]) or bool(match["title"]) or titled
            if sure or (known and place == 0 and match["name"][0].isupper()):
                return Hidden("name", offset + match.start("name"), offset + match.end())
        titled = bool(HEAD_TITLE.fullmatch(line)) or (titled and not line.strip())
        offset += len(line) + 1
    return None


def _again(text: str, names: set[str]) -> list[Hidden]:
    """Where whole names, and their given names, stand again; not after "hos", where they name a firm."""
    given = {name.split()[0] for name in names if name.split()}
    words = names | {name for name in given if len(name) >= _SHORTEST_NAME and _opens_with_given(name)}
    if not words:
        return []
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?<!hos )(?:{'|'.join(longest_first)})(?:'?s)?(?![\w-])")
    return [Hidden("name", *match.span()) for match in pattern.finditer(text) if not COMPANY.match(text, match.end())]


def _others(text: str, referees: Sequence[Section]) -> list[Hidden]:
    """The names of referees: after a cue, beside contact details, or at the head of a line under references."""
    cued, beside, sure, mine, listed = OTHERS_NAMES
    found = [m for m in cued.finditer(text) if _opens_with_given(m["name"]) or BLOCK in _rest(text, m.end())]
    found += [m for m in beside.finditer(text) if _opens_with_given(m["name"])]
    found += list(sure.finditer(text))
    found += [m for m in mine.finditer(text) if _opens_with_given(m["name"])]
    found += [m for part in referees for m in listed.finditer(text, part.start, part.end)]
    return [
        Hidden("name", *match.span("name"))
        for match in found
        if _may_be_name(match["name"]) and not COMPANY.match(text, match.end("name"))
    ]


def _may_be_name(words: str) -> bool:
    after = words.partition(" ")[2] if _opens_with_given(words) else words
    return not NOT_NAMES.search(after) and (_opens_with_given(words) or heading(words) is None)


def _opens_with_given(words: str) -> bool:
    return bool(words) and words.split()[0].strip(".,").split("-")[0].casefold() in GIVEN


def _rest(text: str, place: int, most: int = 40) -> str:
    """What follows on the line, at most so many characters."""
    return text[place : min(place + most, end_of_line(text, place))]


def end_of_line(text: str, place: int) -> int:
    """Where the line ends that `place` is in."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end
