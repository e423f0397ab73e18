"""Pages of a list that changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.web import application
from ontology.vacancies import PostingId
from tests.api.asking import ask, data_of, filled


@pytest.mark.parametrize("first", [0, -1, 101])
def test_a_page_has_a_size(demo_client: tuple[TestClient, str], first: int) -> None:
    answer = ask(demo_client[0], "query($n: Int!) { postings(first: $n) { totalCount } }", n=first)

    assert f"first er {first}" in str(answer["errors"])


PAGE = """query($p: ID!, $after: String) { profile(id: $p) {
  matches(asOf: "2026-11-25", first: 4, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { posting { sourceId } } } } } }"""


def pages(client: TestClient, profile: str) -> Iterator[list[str]]:
    after = None
    while True:
        found = data_of(ask(client, PAGE, p=profile, after=after))["profile"]["matches"]
        yield [edge["node"]["posting"]["sourceId"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            return


def test_pages_hold_every_match_once_in_the_order_of_the_whole(demo_client: tuple[TestClient, str]) -> None:
    query = PAGE.replace("first: 4", "first: 100")
    whole = data_of(ask(demo_client[0], query, p=demo_client[1]))["profile"]["matches"]
    ids = [edge["node"]["posting"]["sourceId"] for edge in whole["edges"]]

    assert [id for page in pages(demo_client[0], demo_client[1]) for id in page] == ids
    assert len(ids) <= whole["totalCount"]


def test_a_cursor_stays_valid_while_ads_come_and_go(tmp_path: Path) -> None:
    service, profile = filled(tmp_path)
    client = TestClient(application(service), "http://localhost")
    whole = [id for page in pages(client, profile) for id in page]
    walk = pages(client, profile)
    first = next(walk)

    service.store.remove_posting(PostingId(first[0]))
    service.store.remove_posting(PostingId(first[-1]))
    rest = [id for page in walk for id in page]

    assert rest == whole[len(first) :]


@pytest.mark.parametrize("cursor", ["x", "W10", "bm90IGpzb24=", "WyJhIl0=", "e30=", "9" * 500])
def test_a_cursor_from_elsewhere_is_refused(demo_client: tuple[TestClient, str], cursor: str) -> None:
    assert "after er" in str(ask(demo_client[0], PAGE, p=demo_client[1], after=cursor).get("errors"))
