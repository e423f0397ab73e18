from pathlib import Path

import pytest

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from api.settings import Settings


@pytest.fixture(scope="session")
def demo_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo's stores, closed, to be copied: the starter ontology, sixty ads, one profile."""
    folder = tmp_path_factory.mktemp("demo")
    made = build(Settings(folder / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    made.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"])
    close(made)
    return folder


@pytest.fixture
def folder(demo_files: Path, tmp_path: Path) -> Path:
    """A copy of the demo's stores of the test's own."""
    for file in demo_files.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.fixture
def service(folder: Path) -> Service:
    return opened(folder)


def opened(folder: Path) -> Service:
    return build(Settings(folder / "k.sqlite", "none"))


def close(service: Service) -> None:
    for one in (service.store, service.records, service.vault):
        one.close()
