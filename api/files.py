"""Where the files of one store lie."""

from dataclasses import dataclass
from pathlib import Path

from api.settings import Settings


@dataclass(frozen=True, slots=True)
class Files:
    """graph: None where it lies in a Neo4j. records, keys, erasures: always files. uploads: a folder.

    market: what is counted of people, made from the graph and safe to delete.
    """

    graph: Path | None
    records: Path
    keys: Path
    erasures: Path
    uploads: Path
    market: Path


def files_of(settings: Settings) -> Files:
    """The files that the settings name; none of them need be there."""
    graph = settings.store if isinstance(settings.store, Path) else None
    folder = settings.records or (graph.parent if graph else Path())
    name = graph.stem if graph else "kompetencebro"
    return Files(
        graph,
        folder / f"{name}-records.sqlite",
        folder / f"{name}-keys.sqlite",
        settings.erasures or folder / f"{name}-erasures.txt",
        settings.operation.uploads or folder / f"{name}-uploads",
        folder / f"{name}-market.sqlite",
    )
