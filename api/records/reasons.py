"""A reason in someone's own words: redacted before it is kept, since it may tell of a person."""

from api.records.errors import RecordsError
from ingestion.redaction import redact

LEAST_CHARACTERS, MOST_CHARACTERS = 3, 1_000


class ReasonError(RecordsError):
    """A reason is none that can be kept."""


def in_own_words(
    reason: str,
    least: int = LEAST_CHARACTERS,
    most: int = MOST_CHARACTERS,
    next_step: str = "skriv i en sætning hvorfor",
) -> str:
    """The reason on one line, names, numbers and what must not be kept hidden.

    Raises:
        ReasonError: It has fewer than `least` or more than `most` characters; it says the `next_step`.
    """
    plain = " ".join(reason.split())
    if not least <= len(plain) <= most:
        raise ReasonError(f"en begrundelse har {least} til {most} tegn, og denne har {len(plain)}; {next_step}")
    return redact(plain).text
