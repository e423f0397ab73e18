"""Everyday Danish words and sayings that are private where a person says them of themselves, and how each is said."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ontology.tables import read_table


class Said(StrEnum):
    """By what grammar a word is told of a person; the column `said` of `private_words`."""

    HAS = "has"
    """What one has: an illness, a sentence."""
    IS = "is"
    """What one is: deaf, a Muslim."""
    USES = "uses"
    """What one takes, uses or goes to: medicine, an aid, a treatment."""
    ON = "on"
    """What one is on or is granted: a benefit, sick leave."""
    OF = "of"
    """Of what people one is: Somali."""
    FROM = "from"
    """What one comes from: a country, a town abroad."""
    MINE = "mine"
    """Who is near: a daughter, a brother."""
    TOPIC = "topic"
    """What is told by its name, and that work may deal with: custody, a union."""
    SAYING = "saying"
    """What is told whole: a figure of speech, a turn of life."""


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """A word or a few, in lower case, the kind of thing it tells, and how it is said."""

    words: str
    kind: str
    said: Said


@cache
def load_private_words() -> tuple[PrivateWords, ...]:
    """The rows of `private_words`; a word that is said in two ways is there twice.

    Raises:
        OntologyError: The table is malformed, or a way of saying is none of `Said`.
    """
    columns, ways = ("words", "kind", "said"), frozenset(Said)
    found = []
    for row in read_table("private_words.csv", columns, columns):
        if row["said"] not in ways:
            raise row.wrong("said", f"one of {', '.join(sorted(ways))}")
        found.append(PrivateWords(row["words"], row["kind"], Said(row["said"])))
    return tuple(found)
