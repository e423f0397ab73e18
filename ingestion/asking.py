"""The clauses in which an ad asks for something, read once for all that is looked for in them."""

from collections.abc import Iterator
from typing import NamedTuple

from ingestion.hinted import Clause, clause
from ingestion.reader import Reader
from ingestion.requirements import boilerplate, importance, units
from ontology.kinds import CredentialCode, Importance


class Asking(NamedTuple):
    """A clause, its text, how strongly it asks (None = it says what is not needed), and the credentials it names."""

    clause: Clause
    sentence: str
    how: Importance | None
    credentials: tuple[tuple[CredentialCode, int, int], ...]


def asking(text: str, reader: Reader) -> Iterator[Asking]:
    """The clauses of an ad in order, without those in which the employer speaks of itself."""
    for unit in units(text):
        if not boilerplate(text, unit):
            sentence = text[unit.start : unit.end]
            yield Asking(clause(text, unit, reader), sentence, importance(text, unit), reader.credentials_in(sentence))
