from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import build
from api.operation.settings import Operation
from api.service import Service
from api.settings import Settings
from api.web import application
from tests.api.asking import filled


@pytest.fixture(scope="session")
def demo_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with the demo's stores, closed, to be copied, and the pseudonym of one citizen."""
    folder = tmp_path_factory.mktemp("operation")
    made, id = filled(folder)
    made.close()
    return folder, id


@pytest.fixture
def folder(demo_files: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the demo's stores of the test's own."""
    for file in demo_files[0].iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.fixture
def demo(demo_files: tuple[Path, str], folder: Path) -> tuple[Service, str]:
    """A service of the test's own with the demo in it, and the pseudonym of one citizen."""
    return build(Settings(folder / "k.sqlite", "none")), demo_files[1]


@pytest.fixture
def client(demo: tuple[Service, str]) -> TestClient:
    """A client of it, which tells the operations Known and Matches apart."""
    operation = Operation(operations=frozenset({"Known", "Matches"}))
    return TestClient(application(demo[0], operation=operation), "http://localhost", raise_server_exceptions=False)
