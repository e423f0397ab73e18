from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.access.door import Door
from api.access.guarded import Guarded
from api.access.roles import Role
from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from api.settings import Settings
from api.web import application
from ontology.people import ProfileId
from tests.api.access.guarding import CV, caller, way
from tests.api.access.issuing import Issuer
from tests.api.access.recording import CASE


@pytest.fixture(scope="session")
def _issuer() -> Iterator[Issuer]:
    with Issuer().running() as issuer:
        yield issuer


@pytest.fixture
def issuer(_issuer: Issuer) -> Issuer:
    """A real issuer, as new."""
    _issuer.restore()
    return _issuer


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A service with the demo's ads."""
    made = build(Settings(tmp_path_factory.mktemp("guarded") / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    return made


@pytest.fixture
def here(service: Service) -> Guarded:
    """The way of a consultant of Copenhagen."""
    return way(service, caller(Role.CONSULTANT))


@pytest.fixture
def id(here: Guarded, tmp_path: Path) -> str:
    """A profile that Copenhagen handles, of a CV of its own."""
    (tmp_path / "cv.txt").write_text(f"{CV.read_text(encoding='utf-8')}\n{tmp_path.name}", encoding="utf-8")
    (made,) = here.intake.cvs([tmp_path / "cv.txt"]).kept
    return made


@pytest.fixture
def client(service: Service, issuer: Issuer, tmp_path: Path) -> TestClient:
    return TestClient(application(service, tmp_path / "uploads", Door(issuer.oidc, service.vault)))


@pytest.fixture
def profile(service: Service, id: str) -> str:
    """A profile of Copenhagen's that a case leads to."""
    service.vault.refer(f"0101 {CASE}", ProfileId(id))
    return id
