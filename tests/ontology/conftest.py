"""What tests of our tables share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from ontology.tables import lay_on_top


class Loader(Protocol):
    """A loader that keeps what it has read."""

    def cache_clear(self) -> None:
        """Forget it."""
        ...


OnTop = Callable[[str, str, Loader], None]


@pytest.fixture
def on_top(tmp_path: Path) -> Iterator[OnTop]:
    """Lays rows, with their header, on a table of ours and forgets what its loader has read, before and after."""
    loaders: list[Loader] = []

    def lay(table: str, rows: str, loader: Loader) -> None:
        (tmp_path / table).write_text(rows, encoding="utf-8")
        loaders.append(loader)
        loader.cache_clear()
        lay_on_top(tmp_path)

    yield lay
    lay_on_top(None)
    for loader in loaders:
        loader.cache_clear()
