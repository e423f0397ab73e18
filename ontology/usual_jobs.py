"""Workplaces as Danes write them, and the job that is usual there, for someone who names no other or owns it."""

from dataclasses import dataclass
from functools import cache

from ontology.kinds import EscoUri
from ontology.people import GUESSED
from ontology.tables import TableRow, read_table

COMPOUNDS = "-"
"""What opens a term that stands for every compound that ends in it too, as "-fabrik"."""


@dataclass(frozen=True, slots=True)
class UsualJob:
    """The occupation that is usual at a workplace; `sure` in (0, GUESSED].

    `words` are how words begin of which one must stand beside the workplace; empty = where none of another row does.
    """

    term: str
    words: tuple[str, ...]
    uri: EscoUri
    sure: float


@cache
def load_usual_jobs() -> tuple[UsualJob, ...]:
    """Every row of the table of workplaces.

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("workplaces.csv", ("term", "words", "uri", "sure"), ("term", "words"))
    return tuple(UsualJob(row["term"], tuple(row["words"].split()), EscoUri(row["uri"]), _sure(row)) for row in rows)


def _sure(row: TableRow) -> float:
    sure = row.share("sure")
    if not 0.0 < sure <= GUESSED:
        raise row.wrong("sure", f"more than 0 and at most {GUESSED}, for it is a guess")
    return sure


@dataclass(frozen=True, slots=True)
class TitleBeside:
    """What a title of many trades means where a word that begins with one of `words` stands beside it."""

    term: str
    words: tuple[str, ...]
    uri: EscoUri


@cache
def load_titles_beside() -> tuple[TitleBeside, ...]:
    """Every row of the table of such titles, those of one title in order.

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("titles_beside.csv", ("term", "words", "uri"), ("term", "words"))
    return tuple(TitleBeside(row["term"], tuple(row["words"].split()), EscoUri(row["uri"])) for row in rows)


@dataclass(frozen=True, slots=True)
class OwnBusiness:
    """A kind of business, the occupation of who owns it, and that of its trade, which may be the same."""

    term: str
    owner: EscoUri
    trade: EscoUri


@cache
def load_own_businesses() -> tuple[OwnBusiness, ...]:
    """Every row of the table of businesses that people run themselves.

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("own_businesses.csv", ("term", "owner", "trade"), ("term",))
    return tuple(OwnBusiness(row["term"], EscoUri(row["owner"]), EscoUri(row["trade"])) for row in rows)


@cache
def load_wished_work() -> tuple[tuple[str, EscoUri], ...]:
    """What people say that they wish to work with or do, as "med dyr", and the occupation that it is the work of.

    Raises:
        OntologyError: The table is malformed.
    """
    return tuple(
        (row["term"], EscoUri(row["uri"])) for row in read_table("wished_work.csv", ("term", "uri"), ("term",))
    )
