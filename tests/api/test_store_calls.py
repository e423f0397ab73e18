"""How often a request asks the stores does not grow with what it shows."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.service import Service
from api.web import application
from tests.api.asking import ask, data_of, filled

QUERIES = Path(__file__).parents[2] / "bench" / "queries"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Service, str]:
    return filled(tmp_path_factory.mktemp("calls"))


def calls(service: Service, monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> Counter[str]:
    """Calls by method of the three stores while `work` is done."""
    counted: Counter[str] = Counter()

    def counting(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **kwargs: Any) -> Any:
            counted[name] += 1
            return method(*args, **kwargs)

        return called

    with monkeypatch.context() as patch:
        for port in (service.store, service.records, service.vault):
            for name in (one for one in dir(port) if not one.startswith("_")):
                if callable(method := getattr(port, name)):
                    patch.setattr(port, name, counting(f"{type(port).__name__}.{name}", method))
        work()
    return counted


@pytest.mark.parametrize("name", ["consultant", "whole"])
def test_a_larger_page_asks_the_stores_no_oftener(
    store: tuple[Service, str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    service, id = store
    client, query = TestClient(application(service), "http://localhost"), (QUERIES / f"{name}.graphql").read_text()
    filter = {"within": "4000", "minutes": 240, "means": "CAR"}

    def page(size: int) -> int:
        sized = query.replace("first: 20", f"first: {size}").replace("first: 10", f"first: {size}")
        data = data_of(ask(client, sized, profile=id, asOf="2026-11-25", filter=filter))
        return len(data["profile"]["matches"]["edges"])

    assert (page(2), page(20)) == (2, 20)
    few, many = calls(service, monkeypatch, lambda: page(2)), calls(service, monkeypatch, lambda: page(20))

    assert few == many
    assert many["SqliteStore.profile"] <= 1
    assert many["SqliteRecords.together"] == 1
    assert many.total() < 100
    assert many["SqliteStore.changes"] <= 1
