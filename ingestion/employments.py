"""The employments that the dated lines of a CV tell: one job a line, its title in the line or in one beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from ingestion.job_patterns import EXAM, LABEL, NO_JOB, NO_JOBS, NO_TITLE
from ingestion.lines import lines_at
from ingestion.periods import TimeSpan, time_spans, without_periods, without_years, years_said
from ingestion.reader import Reader
from ingestion.redaction import BLOCK
from ingestion.sections import Section, SectionKind, heading, kind_at
from ingestion.short_titles import written_out
from ingestion.titles_beside import told_beside
from ingestion.usual_jobs import usual_jobs
from ingestion.words import plain_words
from ontology.kinds import EscoUri
from ontology.people import Document, Evidence, Held

_LEAST, _LEAST_BESIDE, _LEAST_LATER = 0.68, 0.8, 0.9
"""Below this likeness a title is taken for no occupation: in the dated line, in one beside it, after an employer."""
_WORKPLACE, _OPENING_WORKPLACE = 14, 50
"""Letters before the time that may tell a workplace where no heading says so ("FISKEFABRIK 2012-19"), and such as open
with it ("Tanken i Nysted 2011-22")."""
_SHORTEST, _LONGEST_BESIDE, _LONGEST_LASTING, _STEPS_BESIDE, _MOST_BELOW = 3, 80, 100, 2, 6
_MOST_BESIDE = 150
"""Words of a job's lines that may tell what its title means."""
_EDGE = " \t-–—:,•·»>*|.;()[]"
_LEAD = re.compile(
    rf"[{re.escape(_EDGE)}]*(?:(?:før det|derefter|herefter|senere|senest|tidligere|og|samt|ansat som|som|then) )*",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\t+|\s*[|·•]\s*|\s{2,}|\s[–—-]\s")
_TASKS, _MOST_PARTS = re.compile(r"(?<=\w):\s|(?<=\w\w)\.\s(?=[A-ZÆØÅ])|(?<=\w)[\s,)]+:\s"), 3
"""Behind a colon or a full stop stand the tasks; before it title, employer and place in any order."""
_PARTS = re.compile(r"[,;]\s+")
_END_OF_TITLE = re.compile(r"[,;:|·•]|\.(?![a-zæøå])| (?:hos|ved|i|på|at|for|in|on)(?: |$)")
_AND = re.compile(r" og | & |/| and ")
_FIRST = re.compile(r"(?<=[a-zæøå]{2})\. ")
"""Behind the first sentence of a job's line stands how it was and ended ("fabrikken lukkede, fik dagpenge")."""
_TOLD = re.compile(r"\b(?:jeg|I)\b[^.]*[,;:]")
"""A clause, whose verb tells what was done: no workplace in the next one tells the job."""
_ITEM = re.compile(r"\s*[-–•*+]\s")
_EDGE_INSIDE = _EDGE.replace(")", "")
_AGAIN = re.compile(r"\W*(?:og|samt|and)?\W*(?:igen|senest|again)?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A job title at [start, end) of a document, and the occupation it was read as; confidence in (0, 1]."""

    start: int
    end: int
    occupation: EscoUri
    confidence: float


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a CV, where it starts, the section it stands in and the times it names."""

    start: int
    text: str
    kind: SectionKind
    spans: tuple[TimeSpan, ...]

    @property
    def times(self) -> tuple[TimeSpan, ...]:
        """When the job was that it tells; a year or season alone must open or close it, and be no exam's."""
        if self.kind in NO_JOBS:
            return ()
        told = tuple(one for one in self.spans if not one.alone)
        if told or len(self.spans) != 1 or self.kind is not SectionKind.EXPERIENCE or EXAM.search(self.text):
            return told
        before, after = self.text[: self.spans[0].start].strip(_EDGE), self.text[self.spans[0].end :].strip(_EDGE)
        return self.spans if not before or (not after and len(before) <= _LONGEST_BESIDE) else ()


def employments(document: Document, layout: Sequence[Section], reader: Reader) -> Iterator[Held]:
    """The jobs of dated lines, and of lines under experience that say how long, in order.

    A role that began within a job ("2013-2026 Projektingeniør, fra 2018 projektleder") comes after the jobs.
    """
    lines = [*_lines(document.text, layout)]
    taken = {number for number, line in enumerate(lines) if line.times}
    roles: list[Held] = []
    for number, line in enumerate(lines):
        if NO_JOB.search(_FIRST.split(line.text, maxsplit=1)[0]):
            continue
        if line.times:
            for job, role in _of_dated(document, lines, number, taken, reader):
                if role:
                    roles.append(job)
                else:
                    yield job
        elif line.kind is SectionKind.EXPERIENCE and not line.spans and len(line.text) <= _LONGEST_LASTING:
            yield from _lasting(document, line, reader)
    yield from roles


def held_during(document: Document, title: Title, spans: Sequence[TimeSpan], lasted: float | None = None) -> Held:
    """The job under a title, held at the times that the spans name; `lasted` in years, as the text itself says it."""
    starts = [one.since for one in spans if one.since is not None]
    ends = [one.until for one in spans if one.until is not None]
    current = any(one.current for one in spans)
    proof = Evidence(document.id, title.start, title.end, document.text[title.start : title.end])
    return Held(
        title.occupation,
        proof.text,
        min(starts, default=None),
        None if current else max(ends, default=None),
        current,
        title.confidence,
        (proof,),
        tuple(one.period for one in spans if one.period is not None),
        lasted,
    )


def _lines(text: str, layout: Sequence[Section]) -> Iterator[_Line]:
    for start, line in lines_at(text):
        yield _Line(start, line, kind_at(layout, start), time_spans(line))


def _in_line(document: Document, line: _Line, reader: Reader) -> Iterator[tuple[Held, bool]]:
    """The jobs that a dated line names itself, and whether each is a role that began within the first.

    Of several times each goes with the words that follow it, or precede it where a title opens the line.
    """
    groups: list[list[TimeSpan]] = []
    for one in line.times:
        if groups and _AGAIN.fullmatch(line.text[groups[-1][-1].end : one.start]):
            groups[-1].append(one)
        else:
            groups.append([one])
    opens = not line.text[: groups[0][0].start].strip(_EDGE)
    borders = [group[0].start for group in groups[1:]] if opens else [group[-1].end for group in groups[:-1]]
    plain = without_periods(line.text)
    for group, start, end in zip(groups, [0, *borders], [*borders, len(plain)], strict=True):
        told = [*_titles(plain[start:end], line.start + start, reader, _LEAST)]
        colon = _TASKS.search(plain, start, end)
        if not told and colon and colon.end() < group[0].start:
            # "Hotel Mågen: stuepige (2015-2017)"
            told = [*_titles(plain[colon.end() : end], line.start + colon.end(), reader, _LEAST)]
        for title in told:
            yield held_during(document, title, group), group is not groups[0] and group[0].onward


def _lasting(document: Document, line: _Line, reader: Reader) -> Iterator[Held]:
    """The job of a line that says how long it was held, and not when."""
    lasted = years_said(line.text)
    if lasted is not None:
        for title in _titles(without_years(line.text), line.start, reader, _LEAST_BESIDE):
            yield held_during(document, title, (), lasted)


def _beside(
    document: Document, lines: Sequence[_Line], number: int, taken: set[int], reader: Reader
) -> list[tuple[Held, bool]]:
    """The job of a dated line that names none: of a line above it, or below where the section opens with a date."""
    if BLOCK in lines[number].text:
        return []
    for step in (1, -1) if _opens_dated(lines, number) else (-1, 1):
        for at in range(number + step, number + step * (_STEPS_BESIDE + 1), step):
            if not 0 <= at < len(lines) or at in taken or not _may_be_title(lines[at]):
                break
            found = [*_titles(lines[at].text, lines[at].start, reader, _LEAST_BESIDE)]
            if found:
                taken.add(at)
                return [(held_during(document, title, lines[number].times), False) for title in found]
    return []


def _of_dated(
    document: Document, lines: Sequence[_Line], number: int, taken: set[int], reader: Reader
) -> list[tuple[Held, bool]]:
    """The jobs of a dated line, by title, else by workplace, and whether each is a role that began within the first."""
    beside = [*islice(plain_words(f"{lines[number].text} {_told_below(lines, number)}"), _MOST_BESIDE)]
    named = [(_beside_words(job, beside, reader), role) for job, role in _in_line(document, lines[number], reader)]
    if named and reader.titles.meant(written_out(named[0][0].title)):
        return named
    usual = _at_workplace(document, lines, number, reader)
    if named:
        # A workplace alone is like the names of those who run it: "Plejehjem" is no manager of one.
        return usual if [job.title.split(" (")[0] for job, _ in named] == [job.title for job, _ in usual] else named
    return _beside(document, lines, number, taken, reader) or usual


def _beside_words(job: Held, words: Sequence[str], reader: Reader) -> Held:
    """The job as the words beside its title tell it, where that is a title of many trades."""
    told = told_beside(job.title, words)
    return job if told is None or told not in reader.taxonomy.occupation_rows else replace(job, occupation=told)


def _at_workplace(document: Document, lines: Sequence[_Line], number: int, reader: Reader) -> list[tuple[Held, bool]]:
    """The job that is usual at the workplace which a dated line names instead of a title: a guess."""
    line, told = lines[number], _told_below(lines, number)
    before = line.text[: line.times[0].start].strip(_EDGE)
    guess = usual_jobs().guess(without_periods(line.text), told)
    if guess is None or guess.occupation not in reader.taxonomy.occupation_rows:
        return []
    if _TOLD.search(line.text, 0, guess.start):
        return []
    longest = _WORKPLACE if line.text[: guess.start].strip(_EDGE) else _OPENING_WORKPLACE
    if line.kind is not SectionKind.EXPERIENCE and (len(before) > longest or (before and line.times[0].alone)):
        return []
    title = Title(line.start + guess.start, line.start + guess.end, guess.occupation, guess.confidence)
    return [(held_during(document, title, line.times), False)]


def _told_below(lines: Sequence[_Line], number: int) -> str:
    """The lines that tell of a dated line's job: those below it, up to a dated one, a heading or an empty one."""
    below = takewhile(
        lambda line: line.text.strip() and not line.times and heading(line.text) is None,
        islice(lines, number + 1, number + 1 + _MOST_BELOW),
    )
    return "\n".join(line.text for line in below)


def _opens_dated(lines: Sequence[_Line], number: int) -> bool:
    """Whether the section that holds a line opens with a dated one."""
    first = number
    while first > 0 and heading(lines[first - 1].text) is None and lines[first - 1].kind is lines[number].kind:
        first -= 1
    return bool(next(line for line in lines[first:] if line.text.strip()).times)


def _may_be_title(line: _Line) -> bool:
    plain = line.text.strip()
    told = BLOCK in plain or _ITEM.match(line.text) or heading(plain) is not None or NO_JOB.search(plain)
    return bool(plain) and len(plain) <= _LONGEST_BESIDE and not told and not plain.endswith((".", "!", "?"))


def _titles(text: str, start: int, reader: Reader, least: float) -> Iterator[Title]:
    """The titles that a text at `start` of a document names first; behind an employer only what is surely one."""
    labelled = LABEL.match(text)
    told = _TASKS.search(text, labelled.end() if labelled else 0)
    text = text[: told.start()] if told else text
    for cell_at, cell in _split(_CELLS, text):
        label = LABEL.match(cell)
        cell_at, cell = (cell_at + label.end(), cell[label.end() :]) if label else (cell_at, cell)
        for at, part in islice(_split(_PARTS, cell), _MOST_PARTS):
            first = bool(label) or not text[: cell_at + at].strip(_EDGE)
            needed = _LEAST if label else least if first else _LEAST_LATER
            lead = _LEAD.match(part)
            skipped = lead.end() if lead else 0
            head = _END_OF_TITLE.split(part[skipped:])[0]
            found = [*_named(head, start + cell_at + at + skipped, reader, needed)]
            if not first:
                known = {one: text[one.start - start : one.end - start] for one in found}
                found = [one for one, name in known.items() if reader.is_title(written_out(name), one.occupation)]
            if found:
                yield from found
                return


def _named(head: str, start: int, reader: Reader, least: float) -> Iterator[Title]:
    """What `head` is the title of: as a whole, else each of what "og" joins."""
    whole = head.strip(_EDGE if "(" not in head else _EDGE_INSIDE)
    for title in (whole, *_AND.split(whole)) if _AND.search(whole) else (whole,):
        lead = _LEAD.match(title)
        name = title[lead.end() if lead else 0 :].strip()
        if len(name) < _SHORTEST or BLOCK in name or NO_TITLE.fullmatch(name):
            continue
        ranked = reader.occupation_of(written_out(name))
        if ranked and ranked[0][1] >= least:
            at = start + head.find(name)
            yield Title(at, at + len(name), *ranked[0])
            if title == whole:
                return


def _split(border: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text between borders, each with its place."""
    start = 0
    for match in border.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]
