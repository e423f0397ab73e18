from collections.abc import Iterator

import pytest

from tests.api.access.issuing import Issuer


@pytest.fixture(scope="session")
def _issuer() -> Iterator[Issuer]:
    with Issuer().running() as issuer:
        yield issuer


@pytest.fixture
def issuer(_issuer: Issuer) -> Issuer:
    """A real issuer, as new."""
    _issuer.restore()
    return _issuer
