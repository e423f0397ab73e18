import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import neo4j
import numpy as np
import pytest
from hypothesis import settings

from graph.ontology import LiveOntology, derive
from graph.store.neo4j import Neo4jStore
from graph.store.port import GraphStore
from graph.store.sqlite import SqliteStore
from ontology.committed import load_learnt
from ontology.kinds import DANISH, ENGLISH, EscoUri, IscoCode, Labels, Occupation, OccupationGroup, Skill, SkillKind
from ontology.taxonomy import Pairs, Taxonomy
from tests.needs import absent
from tests.neo4j_server.server import LTS, Server, ServerError, jars, running

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # a law is no timed test: on a busy machine an example may take what it takes


@pytest.fixture(autouse=True)
def _no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an encoder unless a test sets one: what the words tell must hold alone."""
    monkeypatch.setenv("KOMPETENCEBRO_ENCODER", "none")


@pytest.fixture
def reference_data() -> Path:
    """The reference data; a test that needs it skips without it, and fails where CI=true."""
    root = Path(os.environ.get("KOMPETENCEBRO_DATA") or Path(__file__).parents[1] / ".." / "shared" / "data")
    if not root.is_dir():
        absent("no reference data here: set KOMPETENCEBRO_DATA")
    return root


def skill(name: str, kind: SkillKind = SkillKind.SKILL) -> Skill:
    return Skill(EscoUri(f"s/{name}"), kind, None, Labels({DANISH: name, ENGLISH: f"{name} (en)"}))


def occupation(name: str, isco: str) -> Occupation:
    return Occupation(
        EscoUri(f"o/{name}"), IscoCode(isco), f"{isco}.1", Labels({DANISH: name, ENGLISH: f"{name} (en)"})
    )


@pytest.fixture
def taxonomy() -> Taxonomy:
    """Three occupations of a shop and a kitchen, seven skills: small enough to check by hand."""
    names = ("kasse", "kunder", "varer", "madlavning", "hygiejne", "opvask")
    skills = (*(skill(name) for name in names), skill("mødestabil", SkillKind.TRANSVERSAL))
    occupations = (occupation("butiksassistent", "5223"), occupation("kok", "5120"), occupation("opvasker", "9412"))
    groups = tuple(
        OccupationGroup(EscoUri(f"isco/{code}"), IscoCode(code), Labels({DANISH: code}))
        for code in ("5223", "5120", "9412")
    )
    return Taxonomy(
        "test",
        skills,
        (),
        occupations,
        groups,
        essential=Pairs.of([(0, 0), (0, 1), (0, 2), (1, 3), (1, 4), (2, 4), (2, 5)]),
        optional=Pairs.of([(1, 5)]),
        related_optional=Pairs.of([(4, 5)]),
        broader_skills=Pairs.of([(0, 1)]),
    )


@pytest.fixture
def live(taxonomy: Taxonomy) -> LiveOntology:
    levels = np.array([0, 2, 0], np.float32)
    return LiveOntology(taxonomy, derive(taxonomy, levels, load_learnt()), {EscoUri("s/mødestabil"): 0.5}, levels)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One real server for the session; a test that needs it skips without Java and Maven, and fails where CI=true."""
    version = os.environ.get("KOMPETENCEBRO_NEO4J_VERSION", LTS)
    try:
        jars(version)
    except ServerError as error:
        absent(f"no Neo4j here: {error}")
    with running(tmp_path_factory.mktemp("neo4j"), version) as server:
        yield server


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """An empty store on the session's server."""
    with neo4j.GraphDatabase.driver(neo4j_server.uri) as driver, driver.session() as session:
        # Relationships first: a node of the whole of ESCO takes thousands with it, more than one transaction may hold.
        session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS").consume()
        session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS").consume()
    opened = Neo4jStore(neo4j_server.uri)
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    """Each adapter of GraphStore in turn, empty."""
    if request.param == "neo4j":
        yield request.getfixturevalue("neo4j_store")
        return
    opened = SqliteStore(tmp_path / "graph.sqlite")
    yield opened
    opened.close()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """The py2neo bridge is tested in an environment of its own (`.ci/run`); without py2neo its tests are left alone."""
    return True if collection_path.name == "py2neo" and find_spec("py2neo") is None else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many of the tests that need something ran; `.ci/run` ends with it."""
    for marker in ("real_data", "neo4j"):
        counts = {
            outcome: sum(marker in report.keywords for report in terminalreporter.stats.get(outcome, []))
            for outcome in ("passed", "failed", "skipped")
        }
        told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
        terminalreporter.write_line(f"tests that need {marker}: {told}")
