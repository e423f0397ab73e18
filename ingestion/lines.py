"""The lines of a text, each with where it starts."""

from collections.abc import Iterator


def lines_at(text: str) -> Iterator[tuple[int, str]]:
    """Where each line of a text starts, and the line without its end."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
