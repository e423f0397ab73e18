"""What is compiled and kept between runs, named by what it was compiled from: ontologies of `predict`, and readers."""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import graph
import ingestion
import ontology
from graph.derived import Derived
from graph.errors import StoreError
from graph.store.sqlite import SqliteStore
from ingestion import compiled as compiled_reader
from ingestion.errors import IngestionError
from ingestion.reader import Reader, Tables, build_reader, build_tables
from ontology.encoding import SentenceEncoder
from ontology.tables import layers
from ontology.taxonomy import Concept, Taxonomy

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


def reader(taxonomy: Taxonomy, folder: Path | None, encoder: SentenceEncoder | None = None) -> Reader:
    """The reader over `taxonomy`, what takes long to make of it kept under `folder`; None = not kept."""
    if folder is None:
        return build_reader(taxonomy, encoder)
    tables = _tables(taxonomy, folder / f"reader-{_name_of_labels(taxonomy)}.npz")
    with _uncollected():
        return build_reader(taxonomy, encoder, tables)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage: of half a million objects made at once none is, and looking took a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _tables(taxonomy: Taxonomy, kept: Path) -> Tables:
    if kept.is_file():
        try:
            with _uncollected():
                return compiled_reader.load(kept)
        except IngestionError:
            """Broken: it is made anew below."""
    made = build_tables(taxonomy)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        compiled_reader.save(made, kept)
    except OSError:
        return made
    return made


def _name_of_labels(taxonomy: Taxonomy) -> str:
    """A name that changes with any label of a release, and with our code and tables of words."""
    total = hashlib.sha256(_stamp((*_rooms(ingestion, ontology), *layers())))
    concepts: Iterable[Concept] = chain(taxonomy.skills, taxonomy.occupations, taxonomy.occupation_groups)
    for concept in concepts:
        labels = concept.labels
        by_language = [sorted(one.items()) for one in (labels.preferred, labels.alternative, labels.hidden)]
        total.update(repr((concept.uri, by_language)).encode())
    return total.hexdigest()[:32]


def made_by() -> str:
    """A name that changes with our code and tables, by which what is kept beside a store knows who made it."""
    return hashlib.sha256(_stamp((*_rooms(graph, ontology), *layers()))).hexdigest()[:16]


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
    """A name that changes with any file under `paths`, or of our code and tables."""
    return hashlib.sha256(_stamp((*paths, *_rooms(graph, ontology), *layers()))).hexdigest()[:32]


def _rooms(*rooms: ModuleType) -> list[Path]:
    return [Path(room.__file__ or "").parent for room in rooms]


def _stamp(paths: Sequence[Path]) -> bytes:
    """The names, sizes and times of all files under `paths`."""
    found = []
    for path in paths:
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if "__pycache__" in file.parts:  # written by whoever imports first; it comes and goes
                continue
            seen = file.stat() if file.exists() else None
            found.append(f"{file.resolve()}|{seen and seen.st_size}|{seen and seen.st_mtime_ns}\n")
    return "".join(found).encode()
