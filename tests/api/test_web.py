"""What the door of the web application lets in."""

import re

import pytest
from starlette.testclient import TestClient

from tests.api.asking import ask


def test_the_address_without_a_slash_answers_too(demo_client: tuple[TestClient, str]) -> None:
    query = {"query": "{ postings(first: 1) { edges { node { sourceId } } } }"}
    answer = demo_client[0].post("/graphql", json=query, follow_redirects=False)

    assert answer.json()["data"]["postings"]["edges"] == [{"node": {"sourceId": "demo:001"}}]


def test_what_is_ours_to_mend_is_masked_under_a_number_that_the_log_knows(
    demo_client: tuple[TestClient, str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("Jens Olsen, Storegade 3")

    monkeypatch.setattr("api.schema.query.load_industries", broken)
    answer = str(ask(demo_client[0], "{ industries { code } }")["errors"])
    number = re.search(r"\((\w{8})\)", answer)

    assert number is not None
    assert "Olsen" not in answer + caplog.text
    assert f"masked {number[1]}: KeyError" in caplog.text


def test_a_query_that_asks_too_much_is_refused(demo_client: tuple[TestClient, str]) -> None:
    aliases = " ".join(f"a{i}: versions {{ code }}" for i in range(40))

    assert "errors" in ask(demo_client[0], "{" + aliases + "}")


def test_the_service_says_that_it_is_well_and_ready(demo_client: tuple[TestClient, str]) -> None:
    assert demo_client[0].get("/healthz").json() == {"status": "ok"}
    assert demo_client[0].get("/readyz").json()["status"] == "ready"


def test_no_page_is_served_and_a_link_can_ask_nothing(demo_client: tuple[TestClient, str]) -> None:
    assert demo_client[0].get("/graphql/", headers={"accept": "text/html"}).status_code == 405
    assert demo_client[0].get("/graphql/", params={"query": "{ versions { code } }"}).status_code == 405


def test_a_form_of_another_site_can_ask_nothing(demo_client: tuple[TestClient, str]) -> None:
    kinds = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")
    codes = {
        demo_client[0]
        .post("/graphql/", content='{"query":"{ versions { code } }"}', headers={"content-type": one})
        .status_code
        for one in kinds
    }

    assert codes == {415}


def test_a_body_that_is_too_large_is_refused(demo_client: tuple[TestClient, str]) -> None:
    assert demo_client[0].post("/graphql/", json={"query": "#" + "x" * 1_000_001}).status_code == 413
