import pytest

from api.service import Service
from tests.api.report.made import filled


@pytest.fixture(scope="session")
def market_service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A service with the people and ads of `made`."""
    return filled(tmp_path_factory.mktemp("report") / "m.sqlite")
