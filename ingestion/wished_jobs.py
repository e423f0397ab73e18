"""The jobs that a clause of a wish names: by a title, a task ("passe grise") or a workplace ("noget på et lager")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingestion.job_patterns import NO_TITLE
from ingestion.mentions import find
from ingestion.phrases import find_phrases
from ingestion.place_names import PlaceNames, place_names
from ingestion.reader import Reader
from ingestion.usual_jobs import usual_jobs
from ingestion.words import Word, words
from ontology.kinds import EscoUri
from ontology.people import Held
from ontology.usual_jobs import COMPOUNDS, load_wished_work

_I = re.IGNORECASE
_PARTS = re.compile(r"[,/|+]|\b(?:eller|ell?|ellers|og|samt|evt|or|and)\b\.?", _I)
_LEADS = frozenset(
    (  # noqa: SIM905 - as a list it is four times as long
        "jeg a vi vil ville gerne gern helst allerhelst hellere søger søge ønsker leder efter drømmer om at et en den "
        "det de noget nogle lidt job jobs arbejde arbejder arbejd stilling stillingen ansættelse vikariat plads fast "
        "faste fuld tid fuldtid fuldtids deltid deltids tilbage igen ind ud ude i på ved hos til for inden indenfor "
        "med som være komme have ha hjælpe må prøve starte begynde stå sidde passe pleje godt også osse måske evt "
        "eventuelt f eks fx eksempel enten bare kun stor stort store lille mindre større let lettere roligt rolig god "
        "lokal lokalt privat offentlig kommunal kommunalt tænke mig kunne ku timer t ugen ugentligt hjælper medhjælper "
        "medarbejder medarb medhj assistent afløser ufaglært udendørs indendørs løntilskud praktik virksomhedspraktik "
        "fleksjob studiejob fritidsjob ferievikariat barselsvikariat sommerjob vikar lyst interesseret min drøm er mål "
        "hvad nu kigger går håber åben jobmål jobønske jobønsker drømmejob ønske ønskejob mangler mere an the in on "
        "with to of something some any work working want would like love looking seeking position part full time "
        "preferably maybe be"
    ).split()
)
"""What may stand between the start of a part of a wish and the workplace that is wished."""
_NO_PLACE = re.compile(r"(?:bare|have arbejd\w*)\b|\w+ som\b", _I)
"""What sounds like a workplace: a post as something ("posten som leder") too."""
_UNSKILLED = re.compile(r"ufaglært\w*", _I)
"""On what terms, and no job."""
_VAGUE = re.compile(r"(?:\w+ )?\w*(?:industri|institution)\w*", _I)
"""Where people of all trades work."""
_WITH = re.compile(r"\b(?:med|with)\b", _I)
_DOUBLED, _ENDING, _LONG = re.compile(r"([^\W\d_])\1"), re.compile(r"e[nrt]$"), 7
_LED = re.compile(r"[^\W\d_]+")
_WHERE = re.compile(r"\W*(?:i|på|ved|hos|for|inden ?for|til|in|at)\b", _I)
"""What leads from a title to where one wants to do it."""
_SAME_JOB = re.compile(r"\W*(?:(?:i|på|ved|hos|for|inden ?for|til|in|at)\b)?\W*(?:(?:et|en|den|det|an?|the)\b)?\W*", _I)
"""What stands before another place of the same job: "kok på et plejehjem eller i en børnehave"."""
_OF_A_TRADE = (
    (("5311", "5312"), ("2342", "2352", "3412", "2635", "5312")),
    (("5321", "5322"), ("2221", "2264", "2269", "2635", "3221", "3412", "5321")),
    (("9411", "9412", "5120", "5246"), ("3434", "5120", "7512")),
    (("5223", "5230", "9334"), ("1420", "5221", "5222")),
)
"""The groups of usual jobs, and those of the trades that work there too: what a workplace means to who has one."""
_SERVES = frozenset({"5120", "3434", "5246", "9411", "9412", "9112", "5153", "8157", "7512"})
_COOKS = frozenset({"5120", "3434"})
_SERVED = frozenset({"5311", "5312", "5321", "5322", "3412"})
"""Who cooks, cleans or mends does so where others care and teach; who cooks by trade means that."""
_SKILLED = "4"
"""The groups below it ask for an education."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A job named at [start, end) of a clause, by a title, a task or a workplace."""

    start: int
    end: int
    uri: EscoUri
    title: bool = False
    place: bool = False


@dataclass
class WishedJobs:
    """The jobs that one CV wishes, clause by clause; a title of a job `held` means what it means there."""

    reader: Reader
    held: Sequence[Held] = ()
    found: list[EscoUri] = field(default_factory=list)

    def titles(self, clause: str) -> list[_Named]:
        """The titles that a clause names."""
        called = {one.title.casefold(): one.occupation for one in self.held}
        return [
            _Named(one.start, one.end, called.get(clause[one.start : one.end].casefold(), one.uri), title=True)
            for one in find(clause, self.reader.occupations)
            if not NO_TITLE.fullmatch(clause[one.start : one.end]) and not _UNSKILLED.match(clause, one.start)
        ]

    def read(self, clause: str) -> bool:
        """Add the jobs that a clause of what is wanted names, in order; whether there are any."""
        row, before = list(words(clause)), len(self.found)
        titles, tasks, places = self.titles(clause), [*_tasks(row, self.reader)], [*_places(row, clause, self.reader)]
        where = False
        for start, end in _parts(clause, [*titles, *places]):
            named, there = _within(titles, start, end) or _within(tasks, start, end), _within(places, start, end)
            lead = clause[start : there[0].start] if there else clause[start:end]
            if named:
                self.found += [one.uri if one.title else self._as_held(one.uri) for one in named]
                where = named[-1].title and any(_WHERE.match(clause, one.end) for one in named if there)
            elif there and _leads(lead) and not (where and _SAME_JOB.fullmatch(lead)):
                where = False
                if self._means_the_job(there[0], clause):
                    self.found.append(self._as_held(there[0].uri))
            elif not there and not _leads(lead) and _WITH.search(lead):
                where = True
        return len(self.found) > before

    def _means_the_job(self, one: _Named, clause: str) -> bool:
        """Whether a workplace means its usual job: not where the work was told already, or it says little."""
        if not one.place:
            return True
        trained = {self._group(job.occupation) for job in self.held if not job.guessed}
        if _VAGUE.fullmatch(clause, one.start, one.end) and any(group < _SKILLED for group in trained):
            return False
        serves = {self._group(uri) for uri in dict.fromkeys(self.found)} & _SERVES or trained & _COOKS
        return not (serves and self._group(one.uri) in _SERVED)

    def _as_held(self, usual: EscoUri) -> EscoUri:
        """What wished work means: the trade of who has one that does it, else the job that is usual there."""
        group = self._group(usual)
        trades = tuple(trade for groups, trades in _OF_A_TRADE if group in groups for trade in trades)
        own = (one.occupation for one in self.held if not one.guessed and self._group(one.occupation) in trades)
        return next(own, usual)

    def _group(self, uri: EscoUri) -> str:
        taxonomy = self.reader.taxonomy
        return taxonomy.occupations[taxonomy.occupation_rows[uri]].isco


def _within(named: Sequence[_Named], start: int, end: int) -> list[_Named]:
    return [one for one in named if start <= one.start and one.end <= end]


def _parts(clause: str, named: Sequence[_Named]) -> Iterator[tuple[int, int]]:
    """Where the parts of a list start and end; "vej og park" is one."""
    start = 0
    for border in _PARTS.finditer(clause):
        if not any(one.start < border.start() and border.end() < one.end for one in named):
            yield start, border.start()
            start = border.end()
    yield start, len(clause)


def _tasks(row: Sequence[Word], reader: Reader) -> Iterator[_Named]:
    for one in find_phrases(row, reader.jobs_in_words):
        yield _Named(row[one.places[0]].start, row[one.places[-1]].end, one.uri)


def _places(row: Sequence[Word], clause: str, reader: Reader) -> Iterator[_Named]:
    """The work and the workplaces that a clause names, those that our own table of wishes knows first."""
    known, usual = reader.taxonomy.occupation_rows, usual_jobs()
    wished = [
        _Named(first.start, last.end, told[0][1])
        for first, last, told in _wished_work().among(row)
        if not _NO_PLACE.match(clause, first.start) and _as_spelt(first, last, (term for term, _ in told))
    ]
    for first, last, jobs in usual.places.among(row):
        end = next((border.start() for border in _PARTS.finditer(clause, last.end)), len(clause))
        guess = usual.guess(clause[first.start : end], "")
        spelt = not _NO_PLACE.match(clause, first.start) and _as_spelt(first, last, (job.term for job in jobs))
        if guess and spelt and not any(one.start <= first.start < one.end for one in wished):
            wished.append(_Named(first.start, last.end, guess.occupation, place=True))
    yield from (one for one in sorted(wished, key=lambda one: one.start) if one.uri in known)


def _as_spelt(first: Word, last: Word, terms: Iterable[str]) -> bool:
    """Whether words are a term and not only of its stem: "bruge" is no Brugsen, "opslag" no lager."""
    text = _DOUBLED.sub(r"\1", first.text if last.stop or first is last else first.text + last.text)
    plain = (_DOUBLED.sub(r"\1", term.strip(COMPOUNDS).casefold()) for term in terms)
    return any(" " in one or one in text or (len(one) > _LONG and _ENDING.sub("", one) in text) for one in plain)


def _leads(lead: str) -> bool:
    return all(word.casefold() in _LEADS for word in _LED.findall(lead))


@cache
def _wished_work() -> PlaceNames[tuple[str, EscoUri]]:
    """Our own table of what people wish to work with, ready to be searched.

    Raises:
        OntologyError: The table is malformed.
    """
    return place_names((term, (term, uri)) for term, uri in load_wished_work())
