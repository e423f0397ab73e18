"""The demo's stores, with everybody who is in them, for tests of what an ad finds."""

import shutil
from pathlib import Path

import pytest

from api.app import build
from api.service import Service
from api.settings import Settings
from tests.api.finding import filled


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's stores, to be copied."""
    folder = tmp_path_factory.mktemp("candidates")
    made = filled(folder)
    for one in (made.store, made.records, made.vault):
        one.close()
    return folder


@pytest.fixture
def service(demo: Path, tmp_path: Path) -> Service:
    shutil.copytree(demo, tmp_path, dirs_exist_ok=True)
    return build(Settings(tmp_path / "k.sqlite", "none"))
