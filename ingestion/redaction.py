"""What is hidden before anything is stored: who the person is, and what must not be used about them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from ingestion.folded import Ready, lower, ready
from ingestion.redaction_dwellings import DWELLINGS
from ingestion.redaction_given import COMPANY, GIVEN, NOT_NAMES
from ingestion.redaction_passing import PASSING
from ingestion.redaction_patterns import (
    CONTACT,
    HEAD_DATE,
    HEAD_LOWER,
    HEAD_NAME,
    HEAD_TITLE,
    JOB_DATES,
    OTHERS_NAMES,
    OWN_NAMES,
    PLACES,
    YEAR,
)
from ingestion.redaction_private import ABOUT, LABELLED, LEISURE, LEISURE_CUE, OF_OTHERS, PERSONAL, TOLD
from ingestion.redaction_rules import NEVER, SAID, WRITER, Rule
from ingestion.sections import Section, SectionKind, heading, sections
from ontology.people import Hidden

BLOCK = "█"
_LONGEST_SENTENCE = 400
"""A sentence is read in pieces of at most so many characters: time stays linear in texts without a full stop."""
_HEAD_LINES, _HEAD = 4, 500
_SHORTEST_NAME = 4
_WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS})
_SENTENCE_END = re.compile(
    r"[!?;\n\r|•·»\t]|(?<![Pp]ga)(?<!\b[Cc]a)(?<![Ee]vt)(?<!\b[Nn]r)(?<![Mm]ht)(?<!\bbl)(?<!\bkl)(?<![Vv]ær)(?<!lejl)(?<!\bd)(?<!\bf)(?<!\b\d)(?<!\b\d\d)\.(?=\s|$)"
)
_PART_END = re.compile(
    r",|[()]|[ ]{3}|[ ][–-][ ]|\b(?:men|samt|så|indtil|fordi)\b|"
    r"\bog(?= (?:jeg|har|er|fik|blev|måtte|god til|kan|taler|søger|vant til|glad for)\b)|"
    r"\b(?:tog|lærte|begyndte|arbejdede|kørte|startede|har|kan|blev|fik|mens)(?= jeg\b)|\bnår(?= (?:jeg|min)\b)",
    re.IGNORECASE,
)
_LONG_LINE = re.compile(r"[^\n]{100,}")
ALWAYS = tuple((rule, ready(rule.found)) for rule in (*SAID, *TOLD, *PASSING))
AT_LEISURE = tuple((rule, ready(rule.found)) for rule in LEISURE)
SIGNS = {"email": ("@", "at)", "at]", "snabel")}
"""By kind of contact detail: one of which stands in each."""
_CONTACT = tuple((label, ready(pattern, SIGNS.get(label, ()))) for label, pattern in CONTACT)
_PRIVATE = tuple((label, ready(pattern)) for label, pattern in (*PLACES, *DWELLINGS, *LABELLED))
_GAP = " \t\r\n,-–•"


class DocumentKind(StrEnum):
    """What a document is; a posting loses contact details only."""

    CV = "cv"
    POSTING = "posting"


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text with hidden spans replaced at equal length, and what kind of thing each was."""

    text: str
    hidden: tuple[Hidden, ...]


Read = dict[tuple[str, SectionKind], tuple[Hidden, ...]]
"""What was found in sentences, by their words and what they stand under."""


def redact(text: str, kind: DocumentKind = DocumentKind.CV) -> Redacted:
    """`text` with what must not be stored hidden at equal length, and which kinds of things stood where.

    The spans of `hidden` are apart, in order, and cover exactly the characters that changed; lines stay lines. What
    comes out is read again until nothing more is found, so redacting it once more changes nothing.
    """
    kinds: dict[int, str] = {}
    read: Read = {}
    now = text
    while True:
        found = [
            (place, span.kind)
            for span in _found(now, kind, read)
            for place in range(span.start, span.end)
            if now[place] not in "\n" + BLOCK
        ]
        if not found:
            return Redacted(now, tuple(_spans(kinds)))
        for place, label in found:
            kinds.setdefault(place, label)
        now = "".join(BLOCK if place in kinds else character for place, character in enumerate(text))


def _found(text: str, kind: DocumentKind, read: Read) -> list[Hidden]:
    low = lower(text)
    spans = _matches(text, low, _CONTACT)
    if kind is DocumentKind.POSTING:
        return spans
    spans += _matches(text, low, _PRIVATE)
    spans += _birth_in_head(text)
    spans += _said(text, read)
    return spans + _names(_hide(text, spans))


def _matches(text: str, low: str, patterns: Iterable[tuple[str, Ready]]) -> list[Hidden]:
    """What the patterns find; of a pattern with a group `hide`, only that group."""
    spans = []
    for label, pattern in patterns:
        group = "hide" if "hide" in pattern.pattern.groupindex else 0
        spans += [_trimmed(text, Hidden(label, *match.span(group))) for match in pattern.found(text, low)]
    return spans


def _birth_in_head(text: str) -> list[Hidden]:
    """A date of birth that stands alone in the head; the dates of a job have a word or another date beside them."""
    head = text[:_HEAD]
    return [
        Hidden("birthdate", *match.span())
        for match in HEAD_DATE.finditer(head)
        if not JOB_DATES.search(text[text.rfind("\n", 0, match.start()) + 1 : _end_of_line(text, match.end())])
    ]


def _said(text: str, read: Read) -> list[Hidden]:
    """What sentences say of the writer, by the rules of `SAID`; a sentence that was `read` before is not read again."""
    layout = _layout(text)
    starts = [part.start for part in layout]
    spans: list[Hidden] = []
    for start, end in _sentences(text):
        key = (text[start:end], layout[bisect_right(starts, start) - 1].kind)
        if key not in read:
            read[key] = tuple(_of_sentence(*key))
        spans += [Hidden(one.kind, start + one.start, start + one.end) for one in read[key]]
    return spans


def _of_sentence(sentence: str, under: SectionKind) -> Iterator[Hidden]:
    leisure = under is SectionKind.INTERESTS or LEISURE_CUE.match(sentence)
    for first, last in _pieces(_PART_END, sentence, 0, len(sentence)):
        whole = _trimmed(sentence, Hidden("", first, last))
        part = sentence[whole.start : whole.end]
        low = lower(part)
        of_languages = under is SectionKind.LANGUAGES and not PERSONAL.search(part)
        for rule, pattern in (*ALWAYS, *AT_LEISURE) if leisure else ALWAYS:
            if of_languages and rule.kind == "nationality":
                continue
            for match in pattern.found(part, low):
                said = part[match.start() : match.end()]
                if said and _is_own(rule, said, part, sentence, under in _WORK):
                    start, end = (0, len(part)) if rule.whole else match.span()
                    yield _trimmed(sentence, Hidden(rule.kind, whole.start + start, whole.start + end))


def _layout(text: str) -> tuple[Section, ...]:
    """The sections of a text; a line too long for a heading is not looked at."""
    return sections(_LONG_LINE.sub(lambda line: "." * len(line[0]), text))


def _is_own(rule: Rule, said: str, part: str, sentence: str, at_work: bool) -> bool:
    """Whether what was `said` is told of the writer and not of the trade."""
    if rule.own.search(part) and not OF_OTHERS.search(sentence):
        return True
    if rule.trade is not NEVER and not PERSONAL.search(part) and ABOUT.search(part.replace(said, BLOCK)):
        return False
    if rule.trade.search(sentence.replace(said, BLOCK)):
        return False
    return rule.anywhere or not at_work or bool(WRITER.search(part))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _pieces(_SENTENCE_END, text, 0, len(text)):
        while end - start > _LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            cut = cut if cut > start else start + _LONGEST_SENTENCE
            yield start, cut
            start = cut
        yield start, end


def _pieces(border: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of text[start:end] between borders; a border of letters belongs to what follows."""
    for match in border.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.start() if match[0].isalpha() else match.end()
    if end > start:
        yield start, end


def _names(text: str) -> list[Hidden]:
    """The names in a text whose contact details are hidden: the writer's wherever it stands, and those of referees."""
    own = [match for pattern in OWN_NAMES for match in pattern.finditer(text) if _may_be_name(match["name"])]
    spans = [Hidden("name", *match.span("name")) for match in own]
    names = {match["name"].strip() for match in own}
    head = _head_name(text)
    if head is not None:
        spans.append(head)
        names.add(text[head.start : head.end])
    return spans + _again(text, names) + _others(text)


def _head_name(text: str) -> Hidden | None:
    """The name among the first lines: a given name opens it, or it stands over contact details or after "CV"."""
    offset, titled, known = 0, False, BLOCK in text[:_HEAD]
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


def _others(text: str) -> list[Hidden]:
    """The names of referees: after a cue, beside contact details, or at the head of a line under references."""
    cued, beside, sure, mine, listed = OTHERS_NAMES
    referees = [part for part in _layout(text) if part.kind is SectionKind.REFERENCES]
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
    return text[place : min(place + most, _end_of_line(text, place))]


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _trimmed(text: str, span: Hidden) -> Hidden:
    """`span` without the gaps around it."""
    start, end = span.start, span.end
    while start < end and text[start] in _GAP:
        start += 1
    while end > start and text[end - 1] in _GAP:
        end -= 1
    return Hidden(span.kind, start, end)


def _spans(kinds: dict[int, str]) -> Iterator[Hidden]:
    """The runs of neighbouring places that hide the same kind of thing, in order."""
    places = sorted(kinds)
    for (label, _), run in groupby(enumerate(places), key=lambda one: (kinds[one[1]], one[1] - one[0])):
        run_places = [place for _, place in run]
        yield Hidden(label, run_places[0], run_places[-1] + 1)


def _hide(text: str, spans: Iterable[Hidden]) -> str:
    characters = list(text)
    for span in spans:
        for place in range(span.start, span.end):
            if characters[place] != "\n":
                characters[place] = BLOCK
    return "".join(characters)
