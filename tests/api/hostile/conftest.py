from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.service import Service
from api.web import application
from tests.api.access.issuing import Issuer
from tests.api.asking import filled


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Service, str]:
    return filled(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def service(_filled: tuple[Service, str]) -> Service:
    """A service with the demo's ads and one citizen."""
    return _filled[0]


@pytest.fixture(scope="session")
def citizen(_filled: tuple[Service, str]) -> str:
    """The pseudonym of that citizen."""
    return _filled[1]


@pytest.fixture(scope="session")
def client(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the development mode under the limits that hold where nothing is set."""
    with TestClient(application(service, tmp_path_factory.mktemp("uploads")), "http://localhost") as client:
        yield client


@pytest.fixture(scope="session")
def _issuer() -> Iterator[Issuer]:
    with Issuer().running() as issuer:
        yield issuer


@pytest.fixture
def issuer(_issuer: Issuer) -> Issuer:
    """A real issuer of tokens, as new."""
    _issuer.restore()
    return _issuer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where files wait."""
    return tmp_path / "uploads"
