"""Compiled ontologies kept between runs of `predict`, one embedded store each, named by what it was compiled from."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import graph
import ontology
from graph.derived import Derived
from graph.errors import StoreError
from graph.store.sqlite import SqliteStore
from ontology.tables import layers
from ontology.taxonomy import Taxonomy

Compiled = tuple[Taxonomy, Derived]


def compiled(paths: Sequence[Path], folder: Path | None, build: Callable[[], Compiled]) -> Compiled:
    """What `build` makes from `paths`, kept under `folder`; a changed file, of theirs or ours, compiles anew.

    A folder that cannot be written costs only time: the answer is the same.
    """
    if folder is None:
        return build()
    kept = folder / f"{_name(paths)}.sqlite"
    found = _opened(kept) if kept.is_file() else None
    if found is not None:
        return found
    made = build()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder) as beside:
            part = Path(beside) / "part.sqlite"
            store = SqliteStore(part)
            store.save_ontology(*made)
            store.close()
            part.replace(kept)
    except OSError:
        return made
    return made


def _opened(path: Path) -> Compiled | None:
    """What is kept at `path`; None where it is broken, so that it is made anew."""
    try:
        store = SqliteStore(path)
        try:
            return store.ontology()
        finally:
            store.close()
    except StoreError:
        return None


def _name(paths: Sequence[Path]) -> str:
    """A name that changes with the name, size or time of any file under `paths`, or of our code and tables."""
    total = hashlib.sha256()
    ours = [Path(room.__file__ or "").parent for room in (graph, ontology)]
    for path in (*paths, *ours, *layers()):
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            seen = file.stat() if file.exists() else None
            total.update(f"{file.resolve()}|{seen and seen.st_size}|{seen and seen.st_mtime_ns}\n".encode())
    return total.hexdigest()[:32]
