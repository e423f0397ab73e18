"""What the log says, and whom it never names."""

import asyncio
import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.operation.logs import JsonLines
from api.service import Service
from tests.api.asking import ask

MATCHES = """query Matches($id: ID!) { profile(id: $id) {
  matches(first: 3) { edges { node { score posting { sourceId title } } } } } }"""
CV = """Curriculum vitae
Navn: Bertil Krogsgaard
Adresse: Nørregade 114, 8000 Aarhus C
Telefon: 23 45 67 89
Erhvervserfaring
2015-2024 Butiksassistent hos Netto: kassebetjening, vareopfyldning og kundeservice
Kompetencer: kundeservice, truckkort, dansk og engelsk
"""


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All that is logged, as the service writes it."""
    stream, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(stream), root.level
    handler.setFormatter(JsonLines())
    handler.addFilter(lambda record: not record.name.startswith("httpx"))  # the client's own
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def lines(written: io.StringIO, logger: str) -> list[dict[str, object]]:
    found = [json.loads(line) for line in written.getvalue().splitlines()]
    return [one for one in found if one["logger"] == logger]


def test_an_answer_is_one_line_with_its_name_result_and_times(client: TestClient, written: io.StringIO) -> None:
    answer = client.post("/graphql/?code=hemmelig", json={"query": "query Known { versions { code } }"})
    (line,) = lines(written, "kompetencebro.requests")

    assert (line["operation"], line["kind"], line["result"], line["status"]) == ("Known", "query", "ok", 200)
    assert line["request"] == answer.headers["x-request-id"]
    assert float(str(line["duration_ms"])) >= float(str(line["waited_ms"])) >= 0
    assert "hemmelig" not in written.getvalue()


def test_a_hidden_errors_number_leads_to_the_request_and_the_place_in_the_code(
    client: TestClient, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("Jens Olsen")

    monkeypatch.setattr("api.schema.query.load_industries", broken)
    told = str(ask(client, "{ industries { code } }")["errors"])
    number = re.findall(r"\((\w{8})\)", told)
    (answered,) = lines(written, "kompetencebro.requests")
    (hidden,) = lines(written, "kompetencebro.graphql")

    assert (answered["masked"], answered["result"], answered["level"]) == (number, "masked", "error")
    assert hidden["request"] == answered["request"]
    assert number[0] in str(hidden["message"])
    assert "Olsen" not in written.getvalue()


def test_an_exception_is_its_kind_and_its_places_never_its_words(written: io.StringIO) -> None:
    try:
        raise ValueError("Jens Olsen, 010190-1234")
    except ValueError:
        logging.getLogger("some.library").exception("it broke")
    (line,) = lines(written, "some.library")

    assert line["error"] == "ValueError"
    assert "test_an_exception_is_its_kind" in str(line["where"])
    assert "Olsen" not in written.getvalue()


def test_a_task_that_nobody_waits_for_is_told_without_what_was_at_hand(written: io.StringIO) -> None:
    async def broken() -> None:
        raise KeyError("Jens Olsen")

    async def forgets() -> None:
        task = asyncio.ensure_future(broken())
        await asyncio.wait({task})
        asyncio.get_running_loop().call_exception_handler(
            {"message": "Task exception was never retrieved", "exception": task.exception(), "future": task}
        )

    asyncio.run(forgets())
    told = [one["message"] for one in lines(written, "asyncio")]

    assert "Task exception was never retrieved" in told
    assert "Olsen" not in written.getvalue()


def test_a_whole_journey_leaves_nothing_of_the_person_in_the_log(
    client: TestClient, demo: tuple[Service, str], written: io.StringIO
) -> None:
    taken = ask(client, "mutation($t: String!) { ingestCv(text: $t) { ... on Profile { pseudonym } } }", t=CV)
    made = taken["data"]
    assert isinstance(made, dict)
    id = made["ingestCv"]["pseudonym"]
    shown = json.dumps(ask(client, MATCHES, id=id))
    ask(client, "query Wrong($id: ID!) { profile(id: $id) { nope } }", id=id)
    client.post("/uploads", params={"name": "Bertil Krogsgaard.exe"}, content=b"x")
    ask(client, "mutation($id: ID!) { erase(profile: $id) { __typename } }", id=id)
    ask(client, MATCHES, id=id)
    said = written.getvalue()

    assert "score" in shown
    assert len(lines(written, "kompetencebro.requests")) == 6
    for word in ("Krogsgaard", "Bertil", "Nørregade", "23 45", "Netto", "vareopfyldning", id, demo[1], "udvikling"):
        assert word not in said, word


def test_health_is_not_logged_request_by_request(client: TestClient, written: io.StringIO) -> None:
    client.get("/healthz")
    client.get("/readyz")

    assert lines(written, "kompetencebro.requests") == []
