"""A release and its MatchIndex as files, so that a process starts in seconds and workers share the arrays' memory.

Each snapshot is a folder named by the sequence number that it holds; it is written beside and renamed, never changed.
It holds no people.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graph.derived import Derived, from_arrays
from graph.errors import StoreError
from graph.index import MatchIndex
from graph.store.array_folder import Arrays, keep, under
from graph.store.codec import digest, encoded
from graph.store.index_codec import index_arrays, index_of, index_words
from graph.store.port import Change, GraphStore
from graph.store.taxonomy_codec import pair_arrays, taxonomy_bytes, taxonomy_of, titles_bytes, titles_of
from ontology.taxonomy import Taxonomy

_FORMAT = "4"
_UNREADABLE = (OSError, ValueError, KeyError, StoreError)


@dataclass(frozen=True)
class Snapshot:
    """What a process needs to answer, as of change `seq` of the store; `mark` tells it from another store."""

    seq: int
    mark: str
    taxonomy: Taxonomy
    derived: Derived
    index: MatchIndex


def mark_of(change: Change) -> str:
    """A digest of a change; what it names, such as a pseudonym, is not to be read from it."""
    return digest(encoded(change))


def holds(store: GraphStore, seq: int, mark: str) -> bool:
    """Whether a store still has the change `seq` that something was kept as of, and the same release since."""
    since = store.changes(seq - 1)
    first = next(since, None)
    return first is not None and mark_of(first) == mark and all(one.kind != "ontology" for one in since)


def save(folder: Path, snapshot: Snapshot) -> None:
    """Write a snapshot under `folder` and remove the older ones.

    Raises:
        StoreError: The folder cannot be written.
    """
    words = {
        "concepts.json": taxonomy_bytes(snapshot.taxonomy),
        "titles.json": titles_bytes(snapshot.taxonomy),
        "mark.txt": f"{snapshot.seq} {snapshot.mark}".encode(),
        "names.json": index_words(snapshot.index),
    }
    keep(folder / _name(snapshot.seq), "snapshot-*", words, _arrays(snapshot))


def newest(folder: Path) -> Snapshot | None:
    """The newest snapshot under `folder` that can be read, its arrays mapped from the files; None = there is none."""
    for path in reversed(_kept(folder)):
        try:
            return _opened(path)
        except _UNREADABLE:
            continue
    return None


def mapped(folder: Path, seq: int) -> MatchIndex | None:
    """The index of the snapshot of change `seq`, its arrays mapped from the files; None = it cannot be read."""
    try:
        return _index(folder / _name(seq))
    except _UNREADABLE:
        return None


def _index(path: Path) -> MatchIndex:
    return index_of(under(path, "index."), (path / "names.json").read_bytes())


def _opened(path: Path) -> Snapshot:
    taxonomy = taxonomy_of((path / "concepts.json").read_bytes(), under(path, "pairs."))
    titles = path / "titles.json"
    if titles.is_file():
        taxonomy = replace(taxonomy, job_titles=titles_of(titles.read_bytes()))
    seq, mark = (path / "mark.txt").read_text(encoding="utf-8").split()
    return Snapshot(int(seq), mark, taxonomy, from_arrays(under(path, "derived.")), _index(path))


def _arrays(snapshot: Snapshot) -> Arrays:
    found: dict[str, npt.NDArray[np.generic]] = {
        f"pairs.{name}": array for name, array in pair_arrays(snapshot.taxonomy).items()
    }
    found |= {f"derived.{name}": array for name, array in snapshot.derived.arrays().items()}
    found |= {f"index.{name}": array for name, array in index_arrays(snapshot.index).items()}
    return found


def _name(seq: int) -> str:
    return f"snapshot-{_FORMAT}-{seq:012}"


def _kept(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"snapshot-{_FORMAT}-*")) if folder.is_dir() else []
