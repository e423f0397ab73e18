"""Titles of many trades, told apart by the words beside them: a "souschef" in a shop is no cook."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from ontology.kinds import EscoUri
from ontology.usual_jobs import TitleBeside, load_titles_beside


def told_beside(title: str, beside: Iterable[str]) -> EscoUri | None:
    """What `title` means beside the words of its line, in lower case; None where they do not tell."""
    rows = _by_title().get(title.casefold(), ())
    if not rows:
        return None
    for word in beside:
        found = next((row.uri for row in rows if word.startswith(row.words)), None)
        if found is not None:
            return found
    return None


@cache
def _by_title() -> Mapping[str, tuple[TitleBeside, ...]]:
    found: dict[str, tuple[TitleBeside, ...]] = {}
    for row in load_titles_beside():
        found[row.term] = (*found.get(row.term, ()), row)
    return MappingProxyType(found)
