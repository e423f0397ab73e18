"""Short names of credentials, which count where a CV tells its papers: "Papirer: gaffeltruck, traverskran"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ingestion.licences import Named
from ingestion.lines import lines_at
from ingestion.sections import heading
from ontology.credentials import CredentialKind, load_credentials, load_short_names
from ontology.kinds import CredentialCode

_I = re.IGNORECASE
_WORD = (
    r"(?:papir(?:er)?|certifikat(?:er)?|bevis(?:er)?|kur(?:sus|ser)|efteruddannelse|kørekort|licen[cs]es?|courses?|"
    r"certificates?|papers)"
)
_OF_PAPERS = rf"^\W{{0,5}}(?:(?:mine|har|gyldige?|\w{{3,20}} (?:og|&|and)) )?{_WORD}(?: (?:og|&|and) \w{{3,20}})?"
_TOLD, _HEADING = re.compile(_OF_PAPERS + r"[ \t]{0,3}[:|–-]", _I), re.compile(_OF_PAPERS + r"\W{0,5}$", _I)
"""What a line of papers opens with, and what stands above such lines."""
_NAME = re.compile(
    r"(?<![\w§-])(?P<name>"
    + "|".join(sorted(map(re.escape, load_short_names()), key=len, reverse=True))
    + r")(?P<paper>s?[ -]?(?:kursus|kurser|kurset|bevis(?:er|et)?|certifikat(?:er|et)?|cert\.|kort(?:et)?|papir(?:er)?|"
    r"course|licen[cs]e|certificate)\b)?(?!\w|-(?! og\b)| ?(?:timer|t\b|dage|kr\b|fører|kører))",
    _I,
)
_PAPER_FOR = re.compile(
    r"\b(?:kort|bevis|certifikat|papir(?:er)?|kursus|licens)(?:et)? (?:til|på|i|for)(?: en| et| at køre)? $", _I
)
_WITHOUT = re.compile(
    r"[^.;\n]{0,25}?\b(?:uden|intet|ingen|ikke noget) (?P<paper>bevis|kort|certifikat|papir(?:er)?|kursus)\b", _I
)
"""Behind what one works with: the paper for it that lacks."""
_JOIN = re.compile(r"-?\s{0,2}(?:,|/|\+|&|\bog\b|\bå\b|\bsamt\b|\band\b)\s{0,2}(?:et |en )?")
_OF_WELDING = re.compile(r"svejs|weld|certifikat|\b(?:mag|tig)\b", _I)
_WIDEST_JOIN, _LONGEST_LINE = 12, 2_000


def by_line(text: str, hits: Iterable[Named]) -> Iterator[tuple[int, str, Sequence[Named]]]:
    """Each line of a text that is no longer than one is, with where it starts and those of `hits` that stand in it."""
    ordered = sorted(hits, key=lambda hit: hit[1])
    starts = [start for _, start, _ in ordered]
    for offset, line in lines_at(text):
        if len(line) <= _LONGEST_LINE:
            end = offset + len(line)
            yield offset, line, ordered[bisect_left(starts, offset) : bisect_left(starts, end)]


def papers(text: str, known: Sequence[Named]) -> Iterator[Named]:
    """The credentials that a CV names by a short name, each with where it stands; `known` are those named in full.

    Such a name counts with a word for a paper behind it, in a line or list of papers, and some beside a credential.
    """
    listed, begun = False, False
    for offset, line, within in by_line(text, known):
        opens = bool(_HEADING.match(line.strip()))
        if opens or (listed and ((begun and not line.strip()) or heading(line) is not None)):
            listed, begun = opens, False
        elif listed and line.strip():
            begun = True
        beside = [(start - offset, end - offset) for code, start, end in within if not _studied(code)]
        for code, start, end in _in_line(line, beside, told=listed or bool(_TOLD.match(line))):
            yield code, offset + start, offset + end


def _studied(code: CredentialCode) -> bool:
    return load_credentials()[code].kind is CredentialKind.EDUCATION


def _in_line(line: str, beside: list[tuple[int, int]], *, told: bool) -> Iterator[Named]:
    """The short names of one line that count; `beside` grows by each, so that a row of them counts."""
    waiting, papered = [], []
    for found in _NAME.finditer(line):
        name = load_short_names()[found["name"].lower()]
        if any(low < found.end() and found.start() < high for low, high in beside):
            continue
        number = name.term.isdigit() and not _OF_WELDING.search(line)
        without = None if found["paper"] else _WITHOUT.match(line, found.end())
        if without:
            yield name.credential, *without.span("paper")
        elif found["paper"] or name.always or (told and not number) or _PAPER_FOR.search(line[: found.start()]):
            beside.append(found.span())
            papered += [found.span()] if found["paper"] else []
            yield name.credential, *found.span()
        else:
            waiting.append((name, found.span()))
    for name, (start, end) in (*waiting, *reversed(waiting)):
        row = beside if name.in_row else papered
        if (start, end) not in beside and any(_joined(line, start, end, low, high) for low, high in row):
            beside.append((start, end))
            yield name.credential, start, end


def _joined(line: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether no more than a comma or an "and" stands between [start, end) and [low, high)."""
    gap = line[high:start] if high <= start else line[end:low]
    return 0 < len(gap) <= _WIDEST_JOIN and _JOIN.fullmatch(gap.lower()) is not None
