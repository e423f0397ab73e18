"""A MatchIndex to arrays and words and back, so that it can be mapped from files."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.columns import LISTED, NAMED, PLAIN, AdColumns, Tongue
from graph.errors import StoreError
from graph.index import MatchIndex
from graph.ragged import Ragged
from graph.shelf import Shelf
from graph.store.codec import decoded, encoded
from ontology.kinds import CredentialCode
from ontology.vacancies import PostingId, Workplace

Arrays = Mapping[str, npt.NDArray[np.generic]]
_PARTS = {"professional": 2, "personal": 2, "occupations": 1}
_LISTS = {"place": 1, "demand": 3, "language": 2}


@dataclass(frozen=True, slots=True)
class _Words:
    """The part of an index that is not arrays."""

    ids: tuple[PostingId, ...]
    employers: tuple[str, ...]
    places: tuple[Workplace, ...]
    credentials: tuple[CredentialCode, ...]
    languages: tuple[Tongue, ...]
    skills: int


def index_words(index: MatchIndex) -> bytes:
    """The ids and names of an index as JSON."""
    named = {names: getattr(index.columns, names) for _, names in (*NAMED, *LISTED)}
    return encoded(_Words(ids=index.ids, skills=index.skills, **named))


def index_arrays(index: MatchIndex) -> Arrays:
    """The arrays of an index, the ads themselves as bytes among them."""
    shelf, columns = index.postings.laid() if index.postings.loose else index.postings, index.columns
    found: dict[str, npt.NDArray[np.generic]] = {
        "part_share": index.part_share,
        **{f"postings.{name}": getattr(shelf, name) for name in ("data", "starts", "ends")},
        **{f"columns.{name}": getattr(columns, name) for name in (*PLAIN, *(column for column, _ in NAMED))},
    }
    for name in _PARTS:
        found |= _flat(name, getattr(index, name))
    for name in _LISTS:
        found |= _flat(f"columns.{name}", getattr(columns, name))
    return found


def index_of(arrays: Arrays, words: bytes) -> MatchIndex:
    """The index that `index_arrays` and `index_words` were given.

    Raises:
        StoreError: They are not of one index.
    """
    kept = decoded(words, _Words)
    one_each: dict[str, Any] = {name: arrays[f"columns.{name}"] for name in (*PLAIN, *(column for column, _ in NAMED))}
    lists: dict[str, Any] = {name: _ragged(f"columns.{name}", count, arrays) for name, count in _LISTS.items()}
    names: dict[str, Any] = {names: getattr(kept, names) for _, names in (*NAMED, *LISTED)}
    shelf: dict[str, Any] = {name: arrays[f"postings.{name}"] for name in ("data", "starts", "ends")}
    parts: dict[str, Any] = {name: _ragged(name, count, arrays) for name, count in _PARTS.items()}
    share: Any = arrays["part_share"]
    columns = AdColumns(**one_each, **lists, **names)
    found = MatchIndex(kept.ids, Shelf(**shelf), part_share=share, columns=columns, skills=kept.skills, **parts)
    _checked(found)
    return found


def _checked(index: MatchIndex) -> None:
    """Refuse what a disk that ran full or a damaged file leaves behind."""
    ends = index.postings.ends
    lengths = {len(index), len(index.postings), len(index.part_share), *(len(getattr(index, name)) for name in _PARTS)}
    lengths |= {len(getattr(index.columns, one.name)) for one in fields(AdColumns) if one.name in PLAIN}
    if len(lengths) != 1 or (len(ends) and int(ends.max()) > len(index.postings.data)):
        raise StoreError("a kept index is not whole; it is made anew from the store")


def _flat(name: str, lists: Ragged) -> Arrays:
    columns = {f"{name}.{place}": column for place, column in enumerate(lists.columns)}
    return {f"{name}.starts": lists.starts, **columns}


def _ragged(name: str, count: int, arrays: Arrays) -> Ragged:
    starts: Any = arrays[f"{name}.starts"]
    return Ragged(starts, tuple(arrays[f"{name}.{place}"] for place in range(count)))
