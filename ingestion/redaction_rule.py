"""One rule of redaction: what is looked for in a part of a sentence, and when it is the person's own."""

import re
from dataclasses import dataclass

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for in a part of a sentence, and when it is the person's own.

    Told of the writer (`own`) it goes; else a sentence that speaks of the `trade` keeps it; else it goes, under a
    heading of work or school only where the writer stands in it. `whole`: the part goes, not only the words found.
    One of `needed`, where there are any, stands in all that is found, in lower case. `firm`: a noun before the words
    keeps nothing that its `trade` does not, nor does a verb of work what is the writer's `own`.
    """

    kind: str
    found: re.Pattern[str]
    own: re.Pattern[str] = NEVER
    trade: re.Pattern[str] = NEVER
    whole: bool = False
    anywhere: bool = True
    needed: tuple[str, ...] = ()
    firm: bool = False


def signs(listed: str) -> tuple[str, ...]:
    """What `Rule.needed` wants, of a list with "|" between."""
    return tuple(listed.split("|"))
