"""What happens when Neo4j refuses, stops or comes back."""

from collections.abc import Iterator
from pathlib import Path

import neo4j
import neo4j.exceptions as driver
import pytest

from api.cli.demo import AS_OF, STARTER, TEXTS
from api.service import Service
from graph.errors import StoreError, StoreUnreachableError
from graph.ontology import LiveOntology
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_driver import ours, rows_of
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from ontology.people import Profile, ProfileId
from tests.neo4j_server.server import Server, free_port


@pytest.mark.parametrize(
    ("raised", "becomes", "said"),
    [
        (driver.AuthError("no"), StoreError, "refused the login; check KOMPETENCEBRO_NEO4J_USER"),
        (driver.ServiceUnavailable("gone"), StoreUnreachableError, "cannot be reached: gone"),
        (driver.SessionExpired("gone"), StoreUnreachableError, "cannot be reached: gone"),
        (driver.ConfigurationError("scheme"), StoreError, "'bolt:/x' is no address of Neo4j"),
        (ValueError("port"), StoreError, "'bolt:/x' is no address of Neo4j"),
        (driver.ConstraintError("twice"), StoreError, "Neo4j refused a request"),
        (driver.CypherSyntaxError("text"), StoreError, "Neo4j refused a request"),
        (driver.TransactionError("closed"), StoreUnreachableError, "the connection to Neo4j broke"),
    ],
)
def test_each_of_the_drivers_errors_becomes_ours(raised: Exception, becomes: type[StoreError], said: str) -> None:
    with pytest.raises(becomes, match=said), ours("bolt:/x"):
        raise raised


def test_where_nothing_listens_is_unreachable() -> None:
    with pytest.raises(StoreUnreachableError, match="check that it runs and try again"):
        Neo4jStore(f"bolt://127.0.0.1:{free_port()}", retry_s=0.1)


@pytest.fixture
def server(neo4j_server: Server, tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, to be stopped and started; the session's shows that one can be had."""
    own = Server(tmp_path / "home", neo4j_server.version)
    own.start()
    yield own
    own.kill()


@pytest.mark.neo4j
def test_an_import_that_the_server_breaks_off_goes_on_where_it_was(server: Server, live: LiveOntology) -> None:
    store = Neo4jStore(server.uri, retry_s=1.0)

    def cut(share: float) -> None:
        if share > 0.5:
            server.kill()

    with pytest.raises(StoreUnreachableError):
        store.save_ontology(live.taxonomy, live.derived, cut)
    server.start()
    told: list[float] = []

    assert store.ontology() is None
    assert store.save_ontology(live.taxonomy, live.derived, told.append)
    assert told[0] > 0.5
    kinds = "MATCH ()-[r]->() RETURN type(r) AS kind, count(*) AS count"
    with neo4j.GraphDatabase.driver(server.uri) as connected:
        counts = {row["kind"]: row["count"] for row in connected.execute_query(kinds).records}
    assert counts["REQUIRES"] == len(live.taxonomy.essential) + len(live.taxonomy.optional)
    assert counts["NEAR"] == len(live.derived.near.targets)
    assert counts["MOVES_TO"] == len(live.derived.moves.targets)
    store.close()


@pytest.mark.neo4j
def test_the_service_answers_while_the_server_is_away_and_says_so(server: Server, tmp_path: Path) -> None:
    store = Neo4jStore(server.uri, retry_s=1.0)
    service = Service(store, SqliteRecords(tmp_path / "r.sqlite"), SqliteVault(tmp_path / "k.sqlite"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    (id,) = service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept
    before = service.match(id, None, AS_OF)

    server.kill()
    meanwhile = service.match(id, None, AS_OF)
    said = service.degraded
    server.start()
    after = service.match(id, None, AS_OF)

    assert before.shown
    assert (meanwhile, said) == (before, True)
    assert (after, service.degraded) == (before, False)
    store.close()


@pytest.mark.neo4j
def test_a_wrong_password_is_told_and_the_right_one_opens(neo4j_server: Server, tmp_path: Path) -> None:
    locked = Server(tmp_path / "locked", neo4j_server.version, password="hemmelighed")
    locked.start()
    try:
        with pytest.raises(StoreError, match="refused the login"):
            Neo4jStore(locked.uri, ("neo4j", "forkert kode"), retry_s=0.1)
        opened = Neo4jStore(locked.uri, ("neo4j", "hemmelighed"))
        assert list(opened.changes(0)) == []
        opened.close()
    finally:
        locked.kill()


@pytest.mark.neo4j
def test_a_routed_address_reads_its_own_writes(neo4j_store: Neo4jStore, neo4j_server: Server) -> None:
    routed = Neo4jStore(neo4j_server.uri.replace("bolt://", "neo4j://"))
    routed.save_profile(Profile(ProfileId("p1")), [])

    assert routed.profile(ProfileId("p1")) == Profile(ProfileId("p1"))
    assert [one.kind for one in neo4j_store.changes(0)] == ["profile"]
    routed.close()


def test_the_rows_of_an_answer_hold_bytes_as_they_came() -> None:
    record = neo4j.Record({"name": "a", "data": b"\x00\xff"})  # type: ignore[no-untyped-call]  # the driver has none

    assert rows_of([record]) == [{"name": "a", "data": b"\x00\xff"}]
