import pytest
from starlette.testclient import TestClient

from api.web import application
from tests.api.asking import filled


@pytest.fixture(scope="session")
def demo_client(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, str]:
    """A client of a service with the demo in it, and the pseudonym of one citizen."""
    service, id = filled(tmp_path_factory.mktemp("api"))
    return TestClient(application(service), "http://localhost"), id
