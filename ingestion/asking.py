"""The clauses in which an ad asks for something, read once for all that is looked for in them."""

from collections.abc import Iterator
from typing import NamedTuple

from ingestion.folded import folded, lower
from ingestion.hinted import Clause, clause
from ingestion.licences import Named
from ingestion.reader import Reader
from ingestion.requirements import boilerplate, importance, units
from ingestion.whose import given, of_others, only_told
from ontology.credentials import implied
from ontology.kinds import CredentialCode, Importance

_GENERAL = frozenset(
    map(CredentialCode, ("edu-eud", "edu-ap", "edu-bachelor", "edu-diploma", "edu-master", "weld-any", "eu-bevis"))
)
"""What says no more where one of the kind is named beside it: "udlært slagter med svendebrev"."""
_OR = folded(r"\b(?:eller|or)\b")


class Asking(NamedTuple):
    """A clause, its text, how strongly it asks (None = it says what is not needed), and the credentials it names."""

    clause: Clause
    sentence: str
    how: Importance | None
    credentials: tuple[Named, ...]


def asking(text: str, reader: Reader) -> Iterator[Asking]:
    """The clauses of an ad in order, without those in which the employer speaks of itself."""
    for unit in units(text):
        if not boilerplate(text, unit):
            sentence, how = text[unit.start : unit.end], importance(text, unit)
            yield Asking(clause(text, unit, reader), sentence, how, _of_applicant(sentence, how, reader))


def _of_applicant(sentence: str, how: Importance | None, reader: Reader) -> tuple[Named, ...]:
    """The credentials that a clause names, without those of others, and courses that the job gives."""
    named = reader.credentials_in(sentence)
    if how is Importance.MENTIONED and named and only_told(sentence):
        return ()
    codes = {one[0] for one in named}
    general = frozenset() if _OR.search(lower(sentence)) else _GENERAL & implied(codes - _GENERAL)
    return tuple(
        one
        for one in named
        if one[0] not in general
        and not of_others(sentence, one[1])
        and (how is Importance.MUST or not given(sentence, one[1], one[2]))
    )
