"""The jobs that a clause of a wish names: by a title, a task ("passe grise") or a workplace ("noget på et lager")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from ontology.usual_jobs import load_wished_work

_I = re.IGNORECASE
_PARTS = re.compile(r"[,/|+]|\b(?:eller|ell?|ellers|og|samt|evt|or|and)\b\.?", _I)
_LEADS = frozenset(
    (  # noqa: SIM905 - as a list it is four times as long
        "jeg a vi vil ville gerne gern helst allerhelst hellere søger søge ønsker leder efter drømmer om at et en den "
        "det de noget nogle lidt job jobs arbejde arbejder arbejd stilling stillingen ansættelse vikariat plads fast "
        "faste fuld tid fuldtid fuldtids deltid deltids tilbage igen ind ud ude i på ved hos til for inden indenfor "
        "med som være komme have ha hjælpe må prøve starte begynde stå sidde passe pleje godt også osse måske evt "
        "eventuelt f eks fx eksempel enten bare kun stor stort store lille mindre større let lettere roligt rolig god lokal "
        "lokalt privat offentlig kommunal kommunalt tænke mig kunne ku timer t ugen ugentligt hjælper medhjælper "
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


@dataclass(frozen=True, slots=True)
class _Named:
    """A job named at [start, end) of a clause, by a title, a task or a workplace."""

    start: int
    end: int
    uri: EscoUri
    title: bool = False


def wished_jobs(
    clause: str, reader: Reader, held: Sequence[Held] = (), *, titles_only: bool = False
) -> Iterator[EscoUri]:
    """The jobs that a clause of what is wanted names, in order; a title of a job `held` means what it means there."""
    called = {one.title.casefold(): one.occupation for one in held}
    titles = [
        _Named(one.start, one.end, called.get(clause[one.start : one.end].casefold(), one.uri), title=True)
        for one in find(clause, reader.occupations)
        if not NO_TITLE.fullmatch(clause[one.start : one.end]) and not _UNSKILLED.match(clause, one.start)
    ]
    if titles_only:
        yield from (one.uri for one in titles)
        return
    row = list(words(clause))
    tasks, places = [*_tasks(row, reader)], [*_places(row, clause, reader)]
    at_a_place = False
    for start, end in _parts(clause, [*titles, *places]):
        named = _within(titles, start, end) or _within(tasks, start, end)
        if named:
            yield from (one.uri if one.title else _as_held(one.uri, reader, held) for one in named)
            at_a_place = named[-1].title and bool(_WHERE.match(clause, named[-1].end))
            continue
        for one in _within(places, start, end)[:1]:
            lead = clause[start : one.start]
            if _leads(lead) and not (at_a_place and _SAME_JOB.fullmatch(lead)):
                yield _as_held(one.uri, reader, held)
                at_a_place = False


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
    known = reader.taxonomy.occupation_rows
    wished = [_Named(first.start, last.end, uris[0]) for first, last, uris in _wished_work().among(row)]
    usual = usual_jobs()
    for first, last, _ in usual.places.among(row):
        end = next((border.start() for border in _PARTS.finditer(clause, last.end)), len(clause))
        guess = usual.guess(clause[first.start : end], "")
        if (
            guess
            and not _NO_PLACE.match(clause, first.start)
            and not any(one.start <= first.start < one.end for one in wished)
        ):
            wished.append(_Named(first.start, last.end, guess.occupation))
    yield from (one for one in sorted(wished, key=lambda one: one.start) if one.uri in known)


def _leads(lead: str) -> bool:
    return all(word.casefold() in _LEADS for word in _LED.findall(lead))


def _as_held(usual: EscoUri, reader: Reader, held: Sequence[Held]) -> EscoUri:
    """What a wished workplace means: the trade of who has one that works there, else the job that is usual there."""
    group = _group(usual, reader)
    trades = tuple(trade for groups, trades in _OF_A_TRADE if group in groups for trade in trades)
    own = (one.occupation for one in held if not one.guessed and _group(one.occupation, reader).startswith(trades))
    return next(own, usual) if trades else usual


def _group(uri: EscoUri, reader: Reader) -> str:
    return reader.taxonomy.occupations[reader.taxonomy.occupation_rows[uri]].isco


@cache
def _wished_work() -> PlaceNames[EscoUri]:
    """Our own table of what people wish to work with, ready to be searched.

    Raises:
        OntologyError: The table is malformed.
    """
    return place_names(load_wished_work())
