"""What is counted, under which few names, and who can read it."""

import socket
import urllib.error
import urllib.request
from dataclasses import replace

import pytest
from prometheus_client import CollectorRegistry, Counter
from starlette.testclient import TestClient

from api.access.door import Door
from api.desk import Desk
from api.jobs.board import Board
from api.limits.settings import Limits
from api.operation.metrics import Metrics
from api.operation.running import Running
from api.operation.serving import serve_metrics
from api.operation.settings import Operation
from api.service import Service
from api.settings import SettingsError
from api.web import application
from tests.api.asking import ask

DEEP = '{ profile(id: "x") { skills { skill {' + " near { skill {" * 6 + " id " + "} }" * 6 + "} } } }"
DEAR = """{ postings(first: 100) { edges { node {
    asks { askedIn { text } skill { near(first: 100) { proximity } } }
} } } }"""
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
        ("{ versions { code } }" + "#\n" * 2000, "tokens"),
        (DEEP, "depth"),
        ("{" + " ".join(f"f{n}" for n in range(151)) + "}", "breadth"),
        ("{" + "versions { ...F } " * 11 + "} fragment F on Versions {" + "code " * 149 + "}", "fields"),
        ("{ versions " + "@skip(if: false) " * 51 + "{ code } }", "directives"),
        ("{ postings(first: " + "9" * 301 + ") { totalCount } }", "digits"),
        (DEAR, "cost"),
        ("#" + "x" * 1_000_001, "body"),
    ],
)
def test_what_a_limit_refuses_counts_under_the_limit(
    counted: tuple[TestClient, CollectorRegistry], query: str, limit: str
) -> None:
    client, registry = counted
    client.post("/graphql/", json={"query": query})

    assert refused(registry) == {limit: 1}


def refused(registry: CollectorRegistry) -> dict[str, float]:
    """How many each limit refused, of those that refused any."""
    told = (one for family in registry.collect() for one in family.samples if one.name == "kompetencebro_refused_total")
    return {one.labels["limit"]: one.value for one in told if one.value}


@pytest.mark.parametrize(
    "query",
    [
        "{ versions { code ",
        "{ versions { code } }" * 2,
        '{ profile(id: "the request costs 5 units and may cost 4; 3 aliases; at most 2") { nothing } }',
        'mutation { setReach(profile: "Document contains more than", minutes: 0) { ... on Problem { message } } }',
    ],
)
def test_what_is_wrong_otherwise_counts_under_no_limit_whatever_it_says(
    counted: tuple[TestClient, CollectorRegistry], query: str
) -> None:
    client, registry = counted
    client.post("/graphql/", json={"query": query})

    assert refused(registry) == {}


@pytest.mark.parametrize(
    ("limits", "codes"),
    [
        (replace(Limits(), rate=1, burst=3, cost=3), {"rate": 3}),
        (replace(Limits(), answer_bytes=10), {"answer": 4}),
        (replace(Limits(), waiting_each=0), {"share": 4}),
    ],
)
def test_what_a_caller_or_an_answer_is_too_much_for_counts_under_that_limit(
    demo: tuple[Service, str], made: list[Metrics], limits: Limits, codes: dict[str, float]
) -> None:
    client = TestClient(application(demo[0], limits=limits), "http://localhost")
    for _ in range(4):
        client.post("/graphql/", json={"query": QUERY % "A"})

    assert refused(made[0].registry) == codes


def test_the_desk_that_is_full_counts_as_busy(demo: tuple[Service, str], made: list[Metrics]) -> None:
    client = TestClient(application(demo[0], limits=replace(Limits(), waiting=0)), "http://localhost")

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
