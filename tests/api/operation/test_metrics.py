"""What is counted, under which few names, and who can read it."""

import socket
import urllib.error
import urllib.request

import pytest
from prometheus_client import CollectorRegistry, Counter
from starlette.testclient import TestClient

from api.access.door import Door
from api.desk import Desk
from api.jobs.board import Board
from api.operation.metrics import Metrics
from api.operation.running import Running
from api.operation.serving import serve_metrics
from api.operation.settings import Operation
from api.service import Service
from api.settings import SettingsError
from api.web import application
from tests.api.asking import ask

DEEP = '{ profile(id: "x") { skills { skill {' + " near { skill {" * 6 + " id " + "} }" * 6 + "} } } }"
QUERY = "query %s { versions { code } }"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Metrics]:
    """The metrics of each application that the test makes."""
    found: list[Metrics] = []

    class Kept(Metrics):
        def __init__(self) -> None:
            super().__init__()
            found.append(self)

    monkeypatch.setattr("api.operation.running.Metrics", Kept)
    return found


@pytest.fixture
def counted(demo: tuple[Service, str], made: list[Metrics]) -> tuple[TestClient, CollectorRegistry]:
    """A client, and the registry of the application that answers it."""
    app = application(demo[0], operation=Operation(operations=frozenset({"Known"})))
    return TestClient(app, "http://localhost", raise_server_exceptions=False), made[0].registry


def requests(registry: CollectorRegistry, operation: str, result: str) -> float:
    found = registry.get_sample_value("kompetencebro_requests_total", {"operation": operation, "result": result})
    return found or 0.0


def test_an_operation_counts_under_its_name_where_it_is_known(counted: tuple[TestClient, CollectorRegistry]) -> None:
    client, registry = counted
    ask(client, QUERY % "Known")

    assert requests(registry, "Known", "ok") == 1
    assert registry.get_sample_value("kompetencebro_request_seconds_count", {"operation": "Known"}) == 1
    assert registry.get_sample_value("kompetencebro_desk_wait_seconds_count") == 1


def test_whatever_names_clients_send_no_more_rows_are_made(counted: tuple[TestClient, CollectorRegistry]) -> None:
    client, registry = counted
    for number in range(30):
        ask(client, QUERY % f"Jens{number}")

    operations = {
        sample.labels["operation"]
        for family in registry.collect()
        for sample in family.samples
        if "operation" in sample.labels
    }

    assert operations == {"other"}
    assert requests(registry, "other", "ok") == 30


def test_each_way_to_end_is_told_apart(
    counted: tuple[TestClient, CollectorRegistry], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, registry = counted

    def broken(*_args: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("api.schema.query.load_industries", broken)
    ask(client, "{ industries { code } }")
    ask(client, "{ nothingOfTheKind }")
    client.post("/graphql/", content="{}", headers={"content-type": "text/plain"})
    client.post("/graphql/", json={"query": "#" + "x" * 1_000_001})

    assert [requests(registry, "other", one) for one in ("masked", "problem", "refused")] == [1, 1, 2]
    assert registry.get_sample_value("kompetencebro_masked_errors_total") == 1


@pytest.mark.parametrize(
    ("query", "limit"),
    [
        ("{" + " ".join(f"a{i}: versions {{ code }}" for i in range(40)) + "}", "aliases"),
        ("{" + "versions { code } " * 1000 + "}", "tokens"),
        (DEEP, "depth"),
        ("#" + "x" * 1_000_001, "body"),
    ],
)
def test_what_a_limit_refuses_counts_under_the_limit(
    counted: tuple[TestClient, CollectorRegistry], query: str, limit: str
) -> None:
    client, registry = counted
    client.post("/graphql/", json={"query": query})

    assert registry.get_sample_value("kompetencebro_refused_total", {"limit": limit}) == 1


def test_the_desk_that_is_full_counts_as_busy(
    demo: tuple[Service, str], made: list[Metrics], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.web.Desk", lambda **_: Desk(waiting=0))
    client = TestClient(application(demo[0]), "http://localhost")

    assert client.post("/graphql/", json={"query": QUERY % "A"}).status_code == 503
    assert requests(made[0].registry, "other", "busy") == 1
    assert made[0].registry.get_sample_value("kompetencebro_refused_total", {"limit": "desk"}) == 1


def test_the_readings_tell_what_there_is_and_name_nobody(demo: tuple[Service, str]) -> None:
    service, id = demo
    _ = service.index
    running = Running(service, Door(None, service.vault), Desk(), Board(service.records), {}, Operation())
    registry = running.metrics.registry

    values = {name: registry.get_sample_value(f"kompetencebro_{name}") for name in ("ads_indexed", "profiles")}
    labels = {value for family in registry.collect() for sample in family.samples for value in sample.labels.values()}

    assert values == {"ads_indexed": 60, "profiles": 1}
    assert registry.get_sample_value("kompetencebro_log_entries") == service.log.head().seq
    assert registry.get_sample_value("kompetencebro_check", {"check": "store"}) == 0
    assert registry.get_sample_value("kompetencebro_jobs", {"state": "waiting"}) == 0
    assert registry.get_sample_value("process_resident_memory_bytes")
    assert id not in labels
    running._health.close()


def test_the_port_of_the_service_serves_no_metrics(client: TestClient) -> None:
    assert client.get("/metrics").status_code == 404


def test_metrics_are_read_on_a_port_of_their_own_and_the_next_process_takes_the_next() -> None:
    registry = CollectorRegistry()
    Counter("seen", "Seen.", registry=registry).inc()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        first = free.getsockname()[1]
    one, close_one = serve_metrics(("127.0.0.1", first), registry)
    two, close_two = serve_metrics(("127.0.0.1", first), CollectorRegistry())
    with urllib.request.urlopen(f"http://127.0.0.1:{one}/metrics", timeout=30) as answer:
        told = answer.read().decode()
    close_one()
    close_two()

    assert "seen_total 1.0" in told
    assert two > one
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{one}/metrics", timeout=30)


def test_an_address_that_is_not_ours_says_the_setting_and_the_fix() -> None:
    with pytest.raises(
        SettingsError, match=r"KOMPETENCEBRO_METRICS is '192.0.2.1:9464'.*give an address of this machine"
    ):
        serve_metrics(("192.0.2.1", 9464), CollectorRegistry())
