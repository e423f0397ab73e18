"""What an answer is made by, as names with digests: the same versions and the same input give the same ranking."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import api
import graph
import ingestion
import ontology
from api.records.entries import Versions
from graph.ontology import LiveOntology
from graph.store.codec import digest, encoded
from ontology.tables import layers

_DIGITS = 12


def versions(live: LiveOntology) -> Versions:
    """The versions of this process over a live release; digests are of contents, never of times or paths.

    It reads all of our code and tables: made once for a release, in a tenth of a second, and kept by who asks.
    """
    release = version("kompetencebro")
    generic = digest(encoded(sorted((str(uri), share) for uri, share in live.generic.items())))
    return Versions(
        f"{live.taxonomy.release} {_ontology(live)}",
        live.constants.version,
        generic[:_DIGITS],
        _files(tuple(_folder(ontology).rglob("data/*.csv")) + _own_tables()),
        f"{release} {_code(graph, ontology, api)}",
        f"{release} {_files(tuple(_contents(ingestion)))}",
    )


def _ontology(live: LiveOntology) -> str:
    """A digest of all that a release says to the score: its concepts, its relations, and what is derived from it."""
    taxonomy, total = live.taxonomy, hashlib.sha256()
    for skill in taxonomy.skills:
        total.update(f"{skill.uri} {skill.kind}\n".encode())
    for occupation in taxonomy.occupations:
        total.update(f"{occupation.uri} {occupation.isco}\n".encode())
    for pairs in (taxonomy.essential, taxonomy.optional):
        total.update(pairs.sources.tobytes() + pairs.targets.tobytes())
    for name, array in sorted(live.derived.arrays().items()):
        total.update(name.encode() + array.tobytes())
    return total.hexdigest()[:_DIGITS]


def _own_tables() -> tuple[Path, ...]:
    return tuple(path for layer in layers() for path in Path(layer).rglob("*.csv"))


@cache
def _code(*rooms: ModuleType) -> str:
    return _files(tuple(path for room in rooms for path in _folder(room).rglob("*.py")))


@cache
def _files(paths: tuple[Path, ...]) -> str:
    """A digest of the names and contents of files, in the order of their names."""
    parts = (part for path in sorted(paths, key=_named) for part in (_named(path).encode(), path.read_bytes()))
    return digest(*parts)[:_DIGITS]


def _contents(room: ModuleType) -> Iterable[Path]:
    return (path for path in _folder(room).rglob("*.*") if path.is_file() and "__pycache__" not in path.parts)


def _folder(room: ModuleType) -> Path:
    return Path(room.__file__ or "").parent


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


class MadeBy:
    """The versions over the release that was asked for last."""

    def __init__(self) -> None:
        """Nothing was asked for yet."""
        self._last: tuple[LiveOntology, Versions] | None = None

    def of(self, live: LiveOntology) -> Versions:
        """The versions over `live`; made once as long as it stays live."""
        if self._last is None or self._last[0] is not live:
            self._last = live, versions(live)
        return self._last[1]
