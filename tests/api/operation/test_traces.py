"""Spans of an operation, sent nowhere: kept in memory."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from starlette.testclient import TestClient

from api.operation.settings import Operation
from api.operation.traces import TRACES, traced
from api.service import Service
from api.web import application
from tests.api.asking import ask

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
CV = "Bertil Krogsgaard\n2015-2024 Butiksassistent hos Netto: kassebetjening, vareopfyldning og kundeservice\n"
INGEST = f'mutation Ingest {{ ingestCv(text: """{CV}""") {{ ... on Profile {{ pseudonym }} }} }}'


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """Where the spans of the test are kept."""
    kept = InMemorySpanExporter()
    TRACES.send(SimpleSpanProcessor(kept))
    yield kept
    TRACES.close()


@pytest.fixture
def client(demo: tuple[Service, str]) -> TestClient:
    for store in (demo[0].store, demo[0].records, demo[0].vault):
        traced(store)
    operation = Operation(operations=frozenset({"Known", "Ingest"}))
    return TestClient(application(demo[0], operation=operation), "http://localhost", raise_server_exceptions=False)


def named(spans: InMemorySpanExporter, name: str) -> ReadableSpan:
    (found,) = [one for one in spans.get_finished_spans() if one.name == name]
    return found


def test_an_operation_is_a_span_with_its_wait_its_steps_and_its_writes_under_it(
    client: TestClient, spans: InMemorySpanExporter
) -> None:
    ask(client, INGEST)
    request, execute = named(spans, "Ingest"), named(spans, "graphql.execute")
    steps = ("desk.wait", "graphql.parse", "graphql.validate", "graphql.execute")
    under = {
        one.name for one in spans.get_finished_spans() if one.parent and one.parent.span_id == request.context.span_id
    }

    assert under == set(steps)
    assert named(spans, "store.save_profile").parent == execute.context
    assert request.attributes is not None
    assert (request.attributes["graphql.operation.type"], request.attributes["kompetencebro.result"]) == (
        "mutation",
        "ok",
    )


def test_no_span_is_made_a_field(client: TestClient, spans: InMemorySpanExporter) -> None:
    ask(client, "query Known { postings(first: 20) { edges { node { id sourceId title } } } }")

    assert len(spans.get_finished_spans()) == 5


def test_a_request_stands_under_the_callers_span(client: TestClient, spans: InMemorySpanExporter) -> None:
    client.post("/graphql/", json={"query": "query Known { versions { code } }"}, headers={"traceparent": PARENT})
    request = named(spans, "Known")

    assert request.parent is not None
    assert f"{request.context.trace_id:032x}-{request.parent.span_id:016x}" in PARENT


def test_no_span_holds_text_a_pseudonym_or_what_an_error_says(
    client: TestClient, spans: InMemorySpanExporter, demo: tuple[Service, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("Bertil Krogsgaard")

    monkeypatch.setattr("api.schema.query.load_industries", broken)
    ask(client, INGEST)
    ask(client, "query Jens($id: ID!) { profile(id: $id) { pseudonym } }", id=demo[1])
    ask(client, "query Known { industries { code } }")
    told = "".join(one.to_json() for one in spans.get_finished_spans())

    assert named(spans, "Known").status.status_code is StatusCode.ERROR
    for word in ("Krogsgaard", "Netto", "vareopfyldning", demo[1], "Jens", "ingestCv"):
        assert word not in told, word


def test_without_the_setting_no_span_is_made_and_opentelemetry_is_not_even_loaded() -> None:
    code = "import sys, api.web, api.cli.serve; sys.exit(any(n.startswith('opentelemetry.sdk') for n in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
