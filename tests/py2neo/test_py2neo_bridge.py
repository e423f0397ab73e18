"""The bridge to py2neo against a real server; CI runs it in an environment of its own."""

import gc
import re
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from api.cli.demo import STARTER
from api.service import Service
from graph.errors import StoreError, StoreUnreachableError
from graph.store.neo4j import Neo4jStore
from graph.store.py2neo_bridge import frame, opened, ours
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from tests.neo4j_server.server import Server, free_port

DOCS = (Path(__file__).parents[2] / "docs" / "py2neo.md").read_text(encoding="utf-8")
CELLS = re.findall(r"```python( driver)?\n(.*?)```", DOCS, re.DOTALL)
EXAMPLES = [(old, new) for (_, old), (_, new) in zip(CELLS[2::2], CELLS[3::2], strict=True)]

needs_py2neo = pytest.mark.skipif(
    find_spec("py2neo") is None or find_spec("pandas") is None,
    reason="py2neo and pandas are not installed; they have an environment of their own",
)
# py2neo leaves the socket of a connection that failed for the collector to close.
leaks = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def collected() -> Iterator[None]:
    """What the test left open is collected here, where `leaks` forgives it, and not in a later test."""
    yield
    gc.collect()


@pytest.fixture
def starter(neo4j_store: Neo4jStore, tmp_path: Path) -> None:
    """The starter ontology in the session's server."""
    service = Service(neo4j_store, SqliteRecords(tmp_path / "r.sqlite"), SqliteVault(tmp_path / "k.sqlite"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)


@pytest.fixture
def graph(neo4j_server: Server, starter: None) -> Iterator[Any]:
    """A graph on the starter ontology."""
    graph = opened(neo4j_server.uri)
    yield graph
    graph.service.connector.close()


@pytest.mark.parametrize("missing", ["py2neo", "pandas"])
def test_without_the_extra_the_error_says_how_to_install_it(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(StoreError, match=rf"{missing} is not installed; pip install 'py2neo==2021.2.4' pandas"):
        frame(None, "RETURN 1") if missing == "pandas" else opened("bolt://localhost")


@needs_py2neo
@pytest.mark.neo4j
def test_a_frame_holds_what_the_store_answers(graph: Any, neo4j_store: Neo4jStore) -> None:
    taxonomy = neo4j_store.ontology()
    assert taxonomy is not None
    found = frame(graph, "MATCH (o:Occupation)-[r:REQUIRES]->(s:Skill) RETURN o.uri AS job, s.uri AS skill")

    pairs = taxonomy[0].essential, taxonomy[0].optional
    assert len(found) == sum(len(one) for one in pairs) > 0
    assert set(found["job"]) <= set(taxonomy[0].occupation_rows)
    assert set(found["skill"]) <= set(taxonomy[0].skill_rows)


@needs_py2neo
@pytest.mark.neo4j
def test_a_query_is_had_by_its_name(graph: Any, neo4j_store: Neo4jStore) -> None:
    found = frame(graph, "live_digest")

    assert found.to_dict("records") == neo4j_store.read("live_digest")


@needs_py2neo
@pytest.mark.neo4j
def test_a_frame_without_rows_keeps_its_columns(graph: Any) -> None:
    found = frame(graph, "MATCH (s:Skill {uri: $uri}) RETURN s.uri AS uri, s.label AS label", uri="none")

    assert (len(found), list(found.columns)) == (0, ["uri", "label"])


@needs_py2neo
@pytest.mark.neo4j
@pytest.mark.parametrize("query", ["MATCH (s:Skill) DETACH DELETE s", "CREATE (n:Skill) RETURN n", "forget_parts"])
def test_a_frame_never_writes(query: str, graph: Any) -> None:
    count = "MATCH (n) RETURN count(n) AS nodes"
    before = frame(graph, count)["nodes"][0]

    with pytest.raises(StoreError, match="frame only reads, and the query writes"):
        frame(graph, query)
    assert frame(graph, count)["nodes"][0] == before > 0


@needs_py2neo
@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("query", "given", "said"),
    [
        ("MATCH oops", {}, "Neo4j refused a request \\(Neo.ClientError.Statement.SyntaxError\\)"),
        ("RETURN $uri", {}, "Neo.ClientError.Statement.ParameterMissing"),
        ("UNWIND range(0, 5000) AS i RETURN 1 / (4000 - i) AS x", {}, "/ by zero"),
        ("RETURN $uri", {"uri": {1, 2}}, "a parameter cannot be sent: .*give texts, numbers"),
        ("RETURN $uri", {"uri": 2**70}, "a parameter cannot be sent: .*out of range"),
        ("no_such_query", {}, "no query 'no_such_query' in the room cypher; it has .*live_digest"),
    ],
)
def test_what_cannot_be_asked_says_the_next_step(query: str, given: dict[str, object], said: str, graph: Any) -> None:
    with pytest.raises(StoreError, match=said):
        frame(graph, query, **given)
    assert frame(graph, "RETURN $day AS day", day=date(2026, 11, 25))["day"][0].year == 2026


@needs_py2neo
@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_refused(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"Database\.DatabaseNotFound"):
        opened(neo4j_server.uri, database="nope")


@needs_py2neo
@pytest.mark.neo4j
@leaks
@pytest.mark.usefixtures("collected")
def test_a_server_that_goes_away_is_said_at_once_and_one_that_is_back_answers(
    neo4j_server: Server, tmp_path: Path
) -> None:
    server = Server(tmp_path / "home", neo4j_server.version).start()
    graph = opened(server.uri)
    try:
        server.kill()
        with pytest.raises(StoreUnreachableError, match="check that it runs and try again"):
            frame(graph, "RETURN 1 AS one")
        server.start()

        assert frame(graph, "RETURN 1 AS one")["one"][0] == 1
        graph.service.connector.close()
    finally:
        server.kill()


@needs_py2neo
def test_a_refused_login_is_said_though_py2neo_tells_of_the_connection_alone() -> None:
    errors = import_module("py2neo.errors")
    told = errors.ConnectionUnavailable("Connection has been closed")
    told.__context__ = errors.Neo4jError("no", "Neo.ClientError.Security.Unauthorized")

    with pytest.raises(StoreError, match="refused the login") as refused, ours("", ""):
        raise told
    assert not isinstance(refused.value, StoreUnreachableError)


@needs_py2neo
@pytest.mark.neo4j
def test_the_address_alone_decides_where_and_as_whom(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    py2neo = import_module("py2neo")
    monkeypatch.setattr(py2neo, "NEO4J_URI", "bolt+s://elsewhere:1")
    monkeypatch.setattr(py2neo, "NEO4J_AUTH", "somebody:secret")
    monkeypatch.setattr(py2neo, "NEO4J_SECURE", "1")
    graph = opened(neo4j_server.uri)
    profile = graph.service.profile
    graph.service.connector.close()

    assert (profile.uri, profile.auth, profile.routing) == (neo4j_server.uri, ("nobody", "nobody"), False)


@needs_py2neo
@leaks
@pytest.mark.usefixtures("collected")
@pytest.mark.parametrize(
    ("uri", "becomes", "said"),
    [
        (f"bolt://127.0.0.1:{free_port()}", StoreUnreachableError, "check that it runs and try again"),
        ("postgres://localhost", StoreError, "'postgres://localhost' is no address of Neo4j: .*; write bolt://"),
        ("bolt://127.0.0.1:99999", StoreError, "'bolt://127.0.0.1:99999' is no address of Neo4j"),
    ],
)
def test_an_address_where_no_neo4j_is(uri: str, becomes: type[StoreError], said: str) -> None:
    with pytest.raises(becomes, match=said):
        opened(uri)


@needs_py2neo
def test_a_login_in_the_address_is_refused_and_not_shown() -> None:
    with pytest.raises(StoreError, match="holds a login") as refused:
        opened("bolt://neo4j:hemmelig@localhost")

    assert "hemmelig" not in str(refused.value)


@needs_py2neo
@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("ConnectionUnavailable", StoreUnreachableError),
        ("ConnectionBroken", StoreUnreachableError),
        ("ConnectionLimit", StoreUnreachableError),
        ("ServiceUnavailable", StoreUnreachableError),
        ("WriteServiceUnavailable", StoreUnreachableError),
        ("ProtocolError", StoreUnreachableError),
    ],
)
def test_each_of_py2neos_errors_of_connection_becomes_ours(name: str, becomes: type[StoreError]) -> None:
    errors = import_module("py2neo.errors")

    with pytest.raises(becomes, match="Neo4j cannot be reached: gone"), ours("", ""):
        raise getattr(errors, name)("gone")


@needs_py2neo
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("Neo.ClientError.Security.Unauthorized", "refused the login; check the user and the password"),
        ("Neo.ClientError.Security.Forbidden", "refused a request .*Forbidden"),
        ("Neo.ClientError.Statement.AccessMode", "frame only reads"),
        ("Neo.DatabaseError.General.UnknownError", "refused a request .*UnknownError"),
        ("Neo.TransientError.General.OutOfMemoryError", "refused a request .*OutOfMemoryError"),
    ],
)
def test_each_class_of_neo4js_refusals_becomes_ours(code: str, said: str) -> None:
    errors = import_module("py2neo.errors")

    with pytest.raises(StoreError, match=said), ours("", ""):
        raise errors.Neo4jError("no", code)


@needs_py2neo
@pytest.mark.neo4j
@pytest.mark.parametrize(("old", "new"), EXAMPLES)
def test_the_examples_of_the_docs_answer_the_same_with_the_official_driver(
    old: str, new: str, neo4j_server: Server, starter: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_STORE", neo4j_server.uri)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    exec(CELLS[0][1] + old, before)
    exec(CELLS[1][1] + new, after)
    before["graph"].service.connector.close()
    after["driver"].close()

    assert len(before["result"]) > 0
    if isinstance(before["result"], str):
        assert before["result"] == after["result"]
    else:
        assert before["result"].to_dict("records") == after["result"].to_dict("records")


def test_the_docs_pair_three_examples() -> None:
    assert [bool(kind) for kind, _ in CELLS] == [False, True] * 4
    assert len(EXAMPLES) == 3
