"""What is hidden before anything is stored: who the person is, and what must not be used about them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from ingestion.folded import Ready, lower, ready
from ingestion.redaction_asides import ASIDES
from ingestion.redaction_belonging import BELONGING
from ingestion.redaction_callings import of_calling
from ingestion.redaction_dwellings import DWELLINGS
from ingestion.redaction_names import BLOCK as BLOCK
from ingestion.redaction_names import HEAD, end_of_line, names
from ingestion.redaction_near import near
from ingestion.redaction_passing import PASSING
from ingestion.redaction_patterns import (
    CONTACT,
    HEAD_DATE,
    JOB_DATES,
    PLACES,
)
from ingestion.redaction_private import ABOUT, LABELLED, LEISURE, LEISURE_CUE, OF_OTHERS, PERSONAL, TOLD
from ingestion.redaction_rule import NEVER, Rule
from ingestion.redaction_rules import SAID, WRITER
from ingestion.redaction_turns import TURNS
from ingestion.redaction_untold import untold
from ingestion.redaction_words import NAMED, of_others, told
from ingestion.sections import Section, SectionKind, sections
from ontology.people import Hidden

_LONGEST_SENTENCE = 400
"""A sentence is read in pieces of at most so many characters: time stays linear in texts without a full stop."""
_WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS})
_SENTENCE_END = re.compile(
    r"[!?;\n\r|•·»\t]|(?<![Pp]ga)(?<!\b[Cc]a)(?<![Ee]vt)(?<!\b[Nn]r)(?<![Mm]ht)(?<!\bbl)(?<!\bkl)(?<![Vv]ær)(?<!lejl)(?<!\bd)(?<!\bf)(?<!\b\d)(?<!\b\d\d)\.(?=\s|$)"
)
_PART_END = re.compile(
    r",|[()]|[ ]{3}|[ ][–-][ ]|\b(?:men|samt|så|indtil|fordi)\b|"
    r"\bog(?= (?:jeg|har|er|fik|blev|måtte|god til|kan|taler|søger|vant til|glad for|stået i|arbejdet|passet|kørt)\b)|"
    r"\b(?:tog|lærte|begyndte|arbejdede|kørte|startede|har|kan|blev|fik|mens)(?= jeg\b)|\bnår(?= (?:jeg|min)\b)",
    re.IGNORECASE,
)
_LONG_LINE = re.compile(r"[^\n]{100,}")
ALWAYS = tuple((rule, ready(rule.found, rule.needed)) for rule in (*SAID, *TOLD, *PASSING, *TURNS, *BELONGING, *ASIDES))
AT_LEISURE = tuple((rule, ready(rule.found)) for rule in LEISURE)
SIGNS = {"email": ("@", "at)", "at]", "snabel"), "url": (".com/", ".me/")}
"""By kind of contact detail: one of which stands in each."""
_CONTACT = tuple((label, ready(pattern, SIGNS.get(label, ()))) for label, pattern in CONTACT)
_PRIVATE = tuple((label, ready(pattern)) for label, pattern in (*PLACES, *DWELLINGS, *LABELLED))
_BRIDGE = re.compile(rf"(?<={BLOCK})[ ](?:og|samt|&)[ ](?={BLOCK})")
"""What joins two hidden spans and tells nothing but that they were joined."""
_DOCTOR = re.compile(
    r"\b(?:min |egen )*lægen?(?= (?:har|siger|sagde|mener|giver|gav|meldte)\b)|\bmin (?:egen )?læge\b", re.IGNORECASE
)
"""The writer's own doctor, who is no sign of a trade."""
_SPOUSE = re.compile(
    r"(?<=\bgift med )[^,.;\n]{1,40},? (?:som|der) (?:er|arbejder som) [\w-]+|"
    r"\bmin (?:kone|mand|kæreste|samlever)(?:,? (?:som|der))? (?:er|arbejder som) [\w-]+",
    re.IGNORECASE,
)
"""What the one lives off whom the writer lives with is no sign of a trade either."""
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
        now = _hidden(text, kinds)
        for gap in _BRIDGE.finditer(now):
            kinds.update(dict.fromkeys(range(*gap.span()), found[0][1]))
            now = _hidden(text, kinds)


def _hidden(text: str, kinds: Mapping[int, str]) -> str:
    return "".join(BLOCK if place in kinds else character for place, character in enumerate(text))


def _found(text: str, kind: DocumentKind, read: Read) -> list[Hidden]:
    low = lower(text)
    spans = _matches(text, low, _CONTACT)
    if kind is DocumentKind.POSTING:
        return spans
    spans += _matches(text, low, _PRIVATE)
    spans += _birth_in_head(text)
    spans += _said(text, read)
    kept = _hide(text, spans)
    return spans + near(text) + names(kept, [part for part in _layout(kept) if part.kind is SectionKind.REFERENCES])


def _matches(text: str, low: str, patterns: Iterable[tuple[str, Ready]]) -> list[Hidden]:
    """What the patterns find; of a pattern with a group `hide`, only that group."""
    spans = []
    for label, pattern in patterns:
        group = "hide" if "hide" in pattern.pattern.groupindex else 0
        spans += [_trimmed(text, Hidden(label, *match.span(group))) for match in pattern.found(text, low)]
    return spans


def _birth_in_head(text: str) -> list[Hidden]:
    """A date of birth that stands alone in the head; the dates of a job have a word or another date beside them."""
    head = text[:HEAD]
    return [
        Hidden("birthdate", *match.span())
        for match in HEAD_DATE.finditer(head)
        if not JOB_DATES.search(text[text.rfind("\n", 0, match.start()) + 1 : end_of_line(text, match.end())])
    ]


def _said(text: str, read: Read) -> list[Hidden]:
    """What sentences say of the writer, by the rules of `SAID`; a sentence that was `read` before is not read again."""
    layout = _layout(text)
    starts = [part.start for part in layout]
    spans: list[Hidden] = []
    for start, end in _sentences(text):
        key = (text[start:end], layout[bisect_right(starts, start) - 1].kind)
        if key not in read:
            read[key] = tuple(_of_sentence(untold(key[0]), key[1]))
        spans += [Hidden(one.kind, start + one.start, start + one.end) for one in read[key]]
    return spans


def _of_sentence(sentence: str, under: SectionKind) -> Iterator[Hidden]:
    context = _SPOUSE.sub(_blank, _DOCTOR.sub(_blank, sentence))
    leisure = under is SectionKind.INTERESTS or LEISURE_CUE.match(sentence)
    for first, last in _pieces(_PART_END, sentence, 0, len(sentence)):
        whole = _trimmed(sentence, Hidden("", first, last))
        part = sentence[whole.start : whole.end]
        low = lower(part)
        of_languages = under is SectionKind.LANGUAGES and not PERSONAL.search(part)
        for one in () if of_languages else told(part, low, context, under in _WORK):
            yield _trimmed(sentence, Hidden(one.kind, whole.start + one.start, whole.start + one.end))
        for rule, pattern in (*ALWAYS, *AT_LEISURE) if leisure else ALWAYS:
            if of_languages and rule.kind == "nationality":
                continue
            for match in pattern.found(part, low):
                said = part[match.start() : match.end()]
                if said and _is_own(rule, said, part, context, under in _WORK):
                    start, end = (0, len(part)) if rule.whole else match.span()
                    yield _trimmed(sentence, Hidden(rule.kind, whole.start + start, whole.start + end))


def _blank(one: re.Match[str]) -> str:
    return " " * len(one[0])


def _layout(text: str) -> tuple[Section, ...]:
    """The sections of a text; a line too long for a heading is not looked at."""
    return sections(_LONG_LINE.sub(lambda line: "." * len(line[0]), text))


def _is_own(rule: Rule, said: str, part: str, sentence: str, at_work: bool) -> bool:
    """Whether what was `said` is told of the writer and not of the trade."""
    own = rule.own.search(part) is not None and not OF_OTHERS.search(sentence)
    if own and rule.firm:
        return True
    if of_others(part.replace(said, NAMED, 1)):
        return False
    if own:
        return True
    about = not rule.firm and rule.trade is not NEVER and not PERSONAL.search(part)
    if about and ABOUT.search(part.replace(said, BLOCK)):
        return False
    if rule.trade is not NEVER and (rule.trade.search(sentence.replace(said, BLOCK)) or of_calling(sentence)):
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
