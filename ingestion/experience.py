"""Which jobs a CV says that a person has held, and when."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ingestion.employments import Title, employments, held_during
from ingestion.job_patterns import ANOTHER_DOES, LEADS_IN, NEVER, NO_JOB, NO_JOBS, NO_TITLE, NOT_OWN, STANDS_IN
from ingestion.mentions import Mention, find
from ingestion.own_business import own_businesses
from ingestion.periods import period, time_spans, without_periods, years_said
from ingestion.phrases import find_phrases
from ingestion.reader import Reader
from ingestion.redaction import BLOCK
from ingestion.requirements import Unit
from ingestion.sections import Section, SectionKind, kind_at
from ingestion.seeking import is_sought, seeking_in
from ingestion.words import words
from ingestion.worked_at import worked_at
from ontology.kinds import EscoUri
from ontology.people import Document, Evidence, Held

_OPENING, _NEAR = 8, 40
_LONGEST_OPENING = 300
"""Letters, times among them, before what may still open a sentence."""
_FOR = re.compile(
    r"[^.;]{0,40}?(?:\b(?:i|gennem|igennem|over|ca\.?|omkring|mere end|for)\s|[(–-]\s*)(?=\w+½? )", re.IGNORECASE
)
"""What leads to how long; "kok, 36 år" tells an age."""
_COMMA = re.compile(r"[,;] ")
_NOT_HELD = frozenset({SectionKind.INTERESTS, SectionKind.REFERENCES, SectionKind.WISHES})
_DID = re.compile(
    r"\b(?:har|havde|kørte|arbejdede|arbejdet|kørt|gjorde|gjort|passede|passet|stod|stået|sad|siddet|plukkede|plukket|"
    r"pakkede|pakket|serverede|serveret|fyldte|fyldt|gik|gået|vaskede|vasket|malkede|malket|boet og arbejdet|"
    r"(?:afleverede|ansatte|bagte|betjente|bragte|byggede|delte|ekspederede|fiskede|fodrede|fældede|gravede|hentede|hjalp|"
    r"kogte|lagde|lavede|leverede|lossede|læssede|malede|monterede|murede|pillede|plejede|rensede|ryddede|samlede|skar|"
    r"slagtede|solgte|sorterede|strøg|svejsede|syede|tømte|underviste|uddelte|var på|været)|"
    r"(?:worked|cleaned|drove|delivered|served|sold|taught|cooked|baked|packed|picked|looked after|took care|milked|"
    r"washed|built|painted|repaired|sewed|answered|helped|cared|stacked|unloaded|loaded|ran|assembled|carried|collected|fed|filled|"
    r"guarded|interpreted|laid|made|moved|sat|sorted|stood|swept|took|waited|welded))\b",
    re.IGNORECASE,
)
"""What tells of work that was done: "kan køre truck" is a skill."""
_DOES = re.compile(
    r"\b(?:nu|for tiden|i øjeblikket|(?:mange|flere|nogle|et par) (?:år|somre|sæsoner)|now|currently|many years|"
    r"I (?:also |now )?(?:bake|build|care|clean|cook|deliver|drive|feed|help|milk|pack|paint|pick|repair|sell|serve|"
    r"teach|work))\b|\bsiden (?:da|dengang|så)\b",
    re.IGNORECASE,
)
"""What tells that work is done now, or was for long."""
_IN_WORDS = 0.7
_AS = re.compile(
    r"\b(?:som|er|været|og|udlært|(?:ny)?uddannet|faglært|erfaren|"
    r"(?:er|var|blev)(?: jeg)?(?: først| så| siden| senere| også)?(?: i \w+ år)?|(?:\d{1,2}|[a-zæøå]{2,6}) år|"
    r"(?:været|af hvert|alt muligt|jobs?)\W*:|"
    r"inden da|forinden|derefter|dernæst|as|a|an|(?:am|was|been|as) an? [\w█-]+)\s+$",
    re.IGNORECASE,
)
_AGED = re.compile(rf"\W*{BLOCK}+(?: \([^)]{{0,80}}\))?,\s+")
_JOINS = re.compile(r"\s*(?:,|/|og|samt|,? and)\s*", re.IGNORECASE)
_GOES_ON = re.compile(r" (?:på|i|hos|ved|for|til|at|in) [^.;:]{1,80}(?:, | og | samt | and )$", re.IGNORECASE)
"""Between two titles of a list that tells where each was: "tjener på en café i Løkken, stuepige i Blokhus"."""
_SEVERAL = re.compile(r"(?:ere|erne)$", re.IGNORECASE)
"""Whom the work is done with: "socialrådgivere"."""
_WISH = re.compile(r"\b(?:gerne|helst|måske|eller|preferably)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:er|ør|ist|ent|ant|mand|kvinde|ar|or|log|chef|smed|kok|svend|pige|dame|læge|hjælp|bud|vært|konge|elev)$",
    re.IGNORECASE,
)
"""How a word for who does the work ends; "pluk", "opvask" and "rengøring" are work."""
_FOLLOWS = re.compile(
    r"\s*(?:$|[^\w\s]|\d|(?:hos|i|på|ved|med|fra|for|siden|og|gennem|igennem|indtil|hele|det meste|altid|at|in|with|"
    r"without|uden|who|som (?:helt )?(?:ung|dreng|barn|teenager)|"
    r"weekend\w*|deltid|fuldtid|vikar|(?=sommer|aften)\w+)\b)",
    re.IGNORECASE,
)
"""What may follow a job title; "lærer hurtigt" (learns fast) and "planlægger ugen" (plans the week) are verbs."""
_AND_A_VERB = re.compile(r"\s+og\s+([a-zæøå]+er)\b")


def evidence(document: Document, start: int, end: int) -> Evidence:
    """The place [start, end) of a document."""
    return Evidence(document.id, start, end, document.text[start:end])


def held_jobs(
    document: Document, parts: Iterable[Unit], layout: tuple[Section, ...], reader: Reader
) -> tuple[Held, ...]:
    """The occupations that a CV says were held, those of dated lines first, each once with all its employments."""
    dated: dict[EscoUri, Held] = {}
    for one in employments(document, layout, reader):
        known = dated.get(one.occupation)
        dated[one.occupation] = one if known is None else _and(known, one)
    found, called = dict(dated), {one.title.casefold(): one.occupation for one in dated.values()}
    lines, sure = _places(dated.values()), _places(one for one in dated.values() if not one.guessed)
    for told in (
        *_of_sentences(document, parts, layout, reader, lines),
        *_in_words(document, parts, layout, reader, sure),
    ):
        # A title means in a sentence what it means in the dated line of the same person.
        one = replace(told, occupation=called.get(told.title.casefold(), told.occupation))
        before = found.setdefault(one.occupation, one)
        if before is not one:
            # Of a dated job a sentence tells how long in all; when it was the lines know better.
            surely = one.occupation in dated and not before.guessed
            again = replace(one, periods=(), since=None, until=None, current=False) if surely else one
            found[one.occupation] = _and(before, again, told_again=True)
    for one in own_businesses(document, layout, reader):
        found.setdefault(one.occupation, one)
    for one in worked_at(document, parts, layout, reader, _places(found.values())):
        found.setdefault(one.occupation, one)
    return tuple(found.values())


def _places(jobs: Iterable[Held]) -> tuple[int, ...]:
    """Where in a document the jobs are told."""
    return tuple(proof.start for one in jobs for proof in one.evidence)


def _and(one: Held, other: Held, *, told_again: bool = False) -> Held:
    """Two employments of one occupation as one, under the title of the first; `told_again` = they may be the same.

    A title goes before the workplace that lets guess the same.
    """
    named = other if one.guessed and not other.guessed else one
    starts = [it for it in (one.since, other.since) if it is not None]
    ends = [it for it in (one.until, other.until) if it is not None]
    current = one.current or other.current
    stated = [it for it in (one.stated_years, other.stated_years) if it is not None]
    return replace(
        named,
        since=min(starts, default=None),
        until=None if current else max(ends, default=None),
        current=current,
        confidence=named.confidence if told_again else max(one.confidence, other.confidence),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        periods=tuple(dict.fromkeys((*one.periods, *other.periods))),
        stated_years=max(stated, default=None) if told_again or not stated else sum(stated),
    )


def _of_sentences(
    document: Document, parts: Iterable[Unit], layout: tuple[Section, ...], reader: Reader, lines: Sequence[int]
) -> Iterator[Held]:
    """The occupations that a sentence opens with, or that "som" leads to; what is sought is not held.

    `lines`: where the jobs of dated lines stand. Under experience what opens a sentence below them is a task ("Pluk og
    pak") unless it names a person, and who stood in for somebody beside such a job did not change it.
    """
    listed = SectionKind.EXPERIENCE in {kind_at(layout, place) for place in lines}
    for part in parts:
        kind = kind_at(layout, part.start)
        if kind in _NOT_HELD:
            continue
        text = document.text[part.start : part.end]
        named, last = tuple(find(text, reader.occupations)), None
        tasks = listed and kind is SectionKind.EXPERIENCE
        sentence = _Sentence(document, part, text, named, tasks, any(part.start <= at < part.end for at in lines))
        school = kind is SectionKind.EDUCATION
        when = None if not named or school or NO_JOB.search(text) else period(text)
        for mention, following in zip_longest(named, named[1:]):
            place = text[mention.start : mention.end]
            if (
                sentence.tells(mention, last)
                and _FOLLOWS.match(text, mention.end)
                and reader.is_title(place, mention.uri)
            ):
                last = mention.end
                title = Title(part.start + mention.start, part.start + mention.end, mention.uri, mention.confidence)
                lasted = _lasted(text, mention, following)
                yield held_during(document, title, (when,) if when else (), lasted)


@dataclass(frozen=True)
class _Sentence:
    """A sentence and the occupations it names; `tasks` = what opens it is one, `beside` = a dated job stands in it."""

    document: Document
    part: Unit
    text: str
    named: Sequence[Mention]
    tasks: bool
    beside: bool

    def tells(self, mention: Mention, last: int | None) -> bool:
        """Whether an occupation is the person's own by what stands before it; `last`: where the one before ended."""
        place, text = self.text[mention.start : mention.end], self.text
        before = text[max(0, mention.start - _LONGEST_OPENING) : mention.start]
        stands_in = STANDS_IN.search(before)
        led = _AS.search(before) or stands_in or self._opens(mention, place) or self._listed_on(mention, place, last)
        if not led or (self.beside and stands_in) or is_sought(text, mention.start):
            return False
        no_title = NO_TITLE.fullmatch(place) or _SEVERAL.search(place)
        return not no_title and not any(other.search(before) for other in NOT_OWN)

    def _opens(self, mention: Mention, place: str) -> bool:
        """Whether an occupation opens the sentence, and that goes on with no wish and no other verb."""
        if mention.start > _LONGEST_OPENING:
            return False
        before = self.text[: mention.start]
        if _AGED.fullmatch(before) and self._hides_age(mention.start):
            return True
        task = self.tasks and not _PERSON.search(place)
        return _says_little(before) and not task and not self._is_verb(mention) and not seeking_in(self.text)

    def _hides_age(self, end: int) -> bool:
        """Whether what is hidden before a place is how old the person is: "jeg er 44, maler"."""
        start = self.part.start
        return any(one.kind == "age" and start <= one.start < start + end for one in self.document.hidden)

    def _listed_on(self, mention: Mention, place: str, last: int | None) -> bool:
        """Whether an occupation goes on with a list of the person's own ones, and names a person."""
        joined = last is not None and (
            _JOINS.fullmatch(self.text, last, mention.start)
            or (_GOES_ON.match(self.text, last, mention.start) and not _AND_A_VERB.match(self.text, mention.end))
        )
        return bool(joined and _PERSON.search(place))

    def _is_verb(self, mention: Mention) -> bool:
        """Whether another verb goes on from it: "planlægger og skriver lister" names no planner."""
        goes_on = _AND_A_VERB.match(self.text, mention.end) if self.text[: mention.end].endswith("er") else None
        return bool(goes_on) and all(one.start != goes_on.start(1) for one in self.named if goes_on)


def _in_words(
    document: Document, parts: Iterable[Unit], layout: tuple[Section, ...], reader: Reader, sure: Sequence[int]
) -> Iterator[Held]:
    """The occupations that a sentence tells by what was done ("har kørt taxa i fire år"), without a title.

    What stands in the paragraph of a dated job whose title is read, at one of `sure`, tells of that job.
    """
    for part in parts:
        text = document.text[part.start : part.end]
        kind = kind_at(layout, part.start)
        if kind in NO_JOBS or NO_JOB.search(text) or (kind is SectionKind.EXPERIENCE and _within(document, part, sure)):
            continue
        span, lasted = period(text), years_said(text)
        if not (span or lasted or _DID.search(text) or _DOES.search(text) or time_spans(text)):
            continue
        row = list(words(text))
        for one in find_phrases(row, reader.jobs_in_words):
            start, end = row[one.places[0]].start, row[one.places[-1]].end
            if (
                is_sought(text, start)
                or seeking_in(text[:start])
                or NEVER.search(text[:start])
                or ANOTHER_DOES.search(text[:start])
            ):
                continue
            title = Title(part.start + start, part.start + end, one.uri, _IN_WORDS)
            yield held_during(document, title, (span,) if span else (), lasted)


def _within(document: Document, part: Unit, jobs: Sequence[int]) -> bool:
    """Whether a sentence stands in the line or the paragraph of one of the `jobs`."""
    end = document.text.find("\n", part.start)
    end = len(document.text) if end < 0 else end
    return any(place < end and "\n\n" not in document.text[place : part.start] for place in jobs)


def _lasted(text: str, mention: Mention, following: Mention | None) -> float | None:
    """How long a sentence says that one of its occupations was held, in years: "ti år som kok", "kok i ti år"."""
    before = _COMMA.split(text[max(0, mention.start - _NEAR) : mention.start])[-1]
    after = text[mention.end : following.start if following else len(text)]
    told = years_said(before) if _AS.search(before) else None
    return told or (years_said(after) if _FOR.match(after) else None)


def _says_little(before: str) -> bool:
    """Whether no more than when or where stands before an occupation, so that it opens its sentence."""
    return bool(LEADS_IN.fullmatch(before)) or (
        len(before) <= _LONGEST_OPENING
        and not _WISH.search(before)
        and len(without_periods(before).strip(" \t-–:,•.0123456789/()")) <= _OPENING
    )
