"""A reason in someone's own words: redacted before it is kept, since it may tell of a person."""

from api.records.errors import RecordsError
from ingestion.redaction import redact

LEAST_CHARACTERS, MOST_CHARACTERS = 3, 1_000


class ReasonError(RecordsError):
    """A reason is none that can be kept."""


def in_own_words(reason: str) -> str:
    """The reason on one line, names, numbers and what must not be kept hidden.

    Raises:
        ReasonError: It is too short or too long.
    """
    plain = " ".join(reason.split())
    if not LEAST_CHARACTERS <= len(plain) <= MOST_CHARACTERS:
        raise ReasonError(
            f"en begrundelse har {LEAST_CHARACTERS} til {MOST_CHARACTERS} tegn, og denne har {len(plain)}; "
            "skriv i en sætning hvorfor"
        )
    return redact(plain).text
