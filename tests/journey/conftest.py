from collections.abc import Iterator

import neo4j
import pytest

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from api.settings import Settings
from tests.neo4j_server.server import Server


@pytest.fixture(scope="session")
def explored(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A service with the demo's ads and two of its CVs, from which an exploring database is filled."""
    made = build(Settings(tmp_path_factory.mktemp("bloom") / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    made.intake.cvs([TEXTS / "cvs" / "citizen-5.txt", TEXTS / "cvs" / "citizen-6.txt"])
    return made


@pytest.fixture
def session(neo4j_server: Server) -> Iterator[neo4j.Session]:
    with neo4j.GraphDatabase.driver(neo4j_server.uri) as driver, driver.session() as opened:
        yield opened
