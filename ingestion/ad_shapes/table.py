"""Our own record, as JSON Lines or as a CSV with a header; Danish Excel's semicolons and cp1252 too."""

import csv
from collections.abc import Iterator
from typing import IO

from ingestion.ad_shapes.fields import (
    Raw,
    Record,
    body,
    day,
    identity,
    needed,
    number,
    place,
    placed,
    published,
    texts,
    word,
)
from ingestion.errors import UnreadableError

HEADER: dict[str, tuple[str, ...]] = {
    "id": ("id", "annonceid", "jobid", "nummer", "reference"),
    "title": ("title", "titel", "stilling", "stillingsbetegnelse", "overskrift"),
    "body": ("body", "tekst", "annoncetekst", "beskrivelse", "opslag", "description"),
    "published": ("published", "posted", "publiceret", "oprettet", "dato", "indrykket"),
    "employer": ("employer", "arbejdsgiver", "virksomhed", "firma", "company"),
    "deadline": ("deadline", "frist", "ansøgningsfrist"),
    "postal_code": ("postal_code", "postnr", "postnummer"),
    "city": ("city", "by", "postdistrikt"),
    "municipality": ("municipality", "kommune", "arbejdskommune"),
    "address": ("address", "adresse", "arbejdssted", "workplace"),
    "number_to_fill": ("number_to_fill", "antal", "antal stillinger"),
    "work_hours": ("work_hours", "arbejdstid"),
    "employment_type": ("employment_type", "ansættelsesform", "ansættelse"),
    "occupations": ("occupations", "esco", "esco_uri"),
    "source": ("source", "kilde"),
}
"""What a column may be called, case and spaces at the ends aside; the first four must be there."""
REQUIRED = ("id", "title", "body", "published")
_LONGEST_CELL = 1_000_000


def delimiter_of(first_line: str) -> str | None:
    """What parts the columns of a header that has `REQUIRED`; None = it is no header of ads."""
    for mark in (";", ",", "\t", "|"):
        if set(REQUIRED) <= set(_names(next(csv.reader([first_line], delimiter=mark), []))):
            return mark
    return None


def rows(lines: IO[str], name: str) -> Iterator[Raw]:
    """The rows by our names of the columns; what has another name is kept under its own.

    Raises:
        UnreadableError: The header lacks a column, or a row is no CSV.
    """
    csv.field_size_limit(_LONGEST_CELL)
    first = lines.readline()
    mark = delimiter_of(first)
    if mark is None:
        missing = [one for one in REQUIRED if one not in _names(first.replace(";", ",").split(","))]
        raise UnreadableError(
            f"'{name}': the header lacks {', '.join(missing) or 'a known separator'}; "
            "give columns id, title, body and published, parted by ; or ,"
        )
    columns = _names(next(csv.reader([first], delimiter=mark)))
    try:
        for cells in csv.reader(lines, delimiter=mark):
            if any(cell.strip() for cell in cells):
                yield dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    except csv.Error as error:
        raise UnreadableError(f"'{name}' is no CSV after this: {error}; save it again as CSV") from error


def _names(header: list[str]) -> list[str]:
    known = {alias: name for name, aliases in HEADER.items() for alias in aliases}
    found = [cell.strip().strip('"').casefold() for cell in header]
    return [known.get(cell, cell) for cell in found]


def row(raw: Raw) -> Record:
    """A row of a CSV.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "id")
    where = place(word(raw, "address"), word(raw, "postal_code"), word(raw, "city"), word(raw, "municipality"))
    return {
        "id": ad,
        "title": needed(raw, ad, "title"),
        "body": body(raw, ad, "body"),
        "employer": word(raw, "employer"),
        "published": published(raw, ad, "published"),
        "deadline": day(raw, ad, "deadline"),
        "number_to_fill": number(raw, "number_to_fill"),
        "work_hours": word(raw, "work_hours"),
        "employment_type": word(raw, "employment_type"),
        "occupations": texts(word(raw, "occupations").split()),
        "source": word(raw, "source"),
        **placed([where]),
    }


def own(raw: Raw) -> Record:
    """A record that is ours already, as it is; its `source` is a remark, its id space that of the file."""
    record = dict(raw)
    record.pop("source", None)
    return record
