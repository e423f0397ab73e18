"""A line beside the score: how a person stands to one thing that an ad asks or offers, and the line in words."""

from dataclasses import dataclass
from enum import StrEnum

from ontology.people import Evidence


class Topic(StrEnum):
    """What a circumstance is about."""

    LANGUAGE = "language"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    HOURS = "hours"
    SHIFTS = "shifts"
    KIND = "kind"


class Standing(StrEnum):
    """How a person stands to a circumstance; `ASK` = close to it, `UNKNOWN` = nothing is stated."""

    MET = "met"
    ASK = "ask"
    UNKNOWN = "unknown"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One line: what is asked or offered, how much, and what is stated of the person, in Danish, '' = nothing.

    `hard`: the job cannot be had without it, so that an unmet one folds the ad away. `usual`: the ad does not say it,
    practice in its occupation does.
    """

    topic: Topic
    state: Standing
    asked: str
    how: str = ""
    stated: str = ""
    hard: bool = False
    usual: bool = False
    asked_in: tuple[Evidence, ...] = ()
    held_in: tuple[Evidence, ...] = ()


_TOPICS = {
    Topic.LANGUAGE: "sprog",
    Topic.EDUCATION: "uddannelse",
    Topic.EXPERIENCE: "erfaring",
    Topic.HOURS: "arbejdstid",
    Topic.SHIFTS: "vagter",
    Topic.KIND: "ansættelse",
}
_STATES = {
    Standing.MET: "opfyldt",
    Standing.ASK: "spørg",
    Standing.UNKNOWN: "ikke oplyst, spørg",
    Standing.UNMET: "mangler",
}


_NO_LEVEL = "niveau ikke oplyst, spørg"
"""A language that is stated without the level that is asked."""


def circumstance_in_words(one: Circumstance) -> str:
    """The line in plain Danish: "sprog: dansk C1 (kræves), i CV'et dansk B1: mangler"."""
    how = f" ({one.how})" if one.how else ""
    held = f", i CV'et {one.stated}" if one.stated else ""
    open_level = one.topic is Topic.LANGUAGE and one.state is Standing.UNKNOWN and one.stated
    return f"{_TOPICS[one.topic]}: {one.asked}{how}{held}: {_NO_LEVEL if open_level else _STATES[one.state]}"


def worth_a_word(one: Circumstance) -> bool:
    """Whether a list says it too: something asked is unmet, close to it, or demanded and not known."""
    if one.topic not in (Topic.LANGUAGE, Topic.EDUCATION, Topic.EXPERIENCE):
        return one.state is Standing.UNMET
    return one.state in (Standing.ASK, Standing.UNMET) or (one.hard and one.state is Standing.UNKNOWN)
