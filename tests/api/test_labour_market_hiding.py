"""Over GraphQL nobody is told from another: by filters, pages, aliases, levels, overlapping areas, derived figures."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from starlette.testclient import TestClient

from api.service import Service
from api.web import application
from graph.labour_market.suppression import BASE, LEAST_TOLD
from tests.api.asking import ask, data_of
from tests.api.market_people import HELPER, PEOPLE, SHOP, analysed, occupation, save

TOWNS = ("0101", "0147", "0167")
FIGURE = "{ value n low high suppressed text source counted }"
MARKET = """labourMarket(areas: $areas, by: $by, month: "2026-11", asOf: "2026-11-25") { ... on LabourMarket {
    source overview(first: 100) { totalCount edges { node { area { code } group { code } openings { value }
      seekers FIGURE tightness FIGURE } } } } }""".replace("FIGURE", FIGURE)
LEVELS = ("ISCO1", "ISCO2", "ISCO3", "ISCO4")
AREAS: Mapping[str, list[dict[str, object]]] = {
    "sets": [{"names": list(one)} for size in (1, 2, 3) for one in combinations(TOWNS, size)],
    "reaches": [{"around": "2650", "minutes": minutes} for minutes in (5, 10, 15, 20, 30)],
    "wide": [{"names": ["Region Hovedstaden"]}, {}],
}
HELP = """query($areas: [MarketAreaInput!]) {
  labourMarket(areas: $areas, by: ISCO4, month: "2026-11", asOf: "2026-11-25") { ... on LabourMarket {
    shortages(within: 600, first: 100) { edges { node { group { code } scarce { code } surplus { code }
      scarceSeekers FIGURE surplusSeekers FIGURE scarceTightness FIGURE surplusTightness FIGURE } } }
    areas(first: 10) { edges { node { openers { edges { node { code people FIGURE } } }
      bridges { edges { node { seekers FIGURE lacks { people FIGURE } } } } } } } } } }""".replace("FIGURE", FIGURE)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return analysed(tmp_path_factory.mktemp("hiding"))


@pytest.fixture(scope="module")
def client(service: Service) -> TestClient:
    return TestClient(application(service), "http://localhost")


def rows(client: TestClient, by: str, areas: list[dict[str, object]]) -> dict[tuple[str, str], dict[str, Any]]:
    query = f"query($areas: [MarketAreaInput!], $by: MarketGrouping!) {{ {MARKET} }}"
    found = data_of(ask(client, query, areas=areas, by=by))["labourMarket"]["overview"]["edges"]
    return {(one["node"]["area"]["code"], one["node"]["group"]["code"]): one["node"] for one in found}


def everything(client: TestClient, levels: tuple[str, ...] = (*LEVELS, "INDUSTRY", "OCCUPATION")) -> list[object]:
    """All that somebody can think of asking, as it comes back."""
    tables = [rows(client, by, areas) for by in levels for areas in AREAS.values()]
    helped = [data_of(ask(client, HELP, areas=areas)) for areas in AREAS.values()]
    return [*tables, *helped]


def figures(answer: object) -> Iterator[dict[str, Any]]:
    """Every figure about people in an answer."""
    if isinstance(answer, dict):
        for name, one in answer.items():
            if name in ("people", "seekers", "scarceSeekers", "surplusSeekers") and one is not None:
                yield one
            yield from figures(one)
    elif isinstance(answer, list | tuple):
        for one in answer:
            yield from figures(one)


def cells(service: Service) -> list[int]:
    found: list[int] = service.market.scene().people.cells.ravel().tolist()
    return found


def test_somebody_who_turns_no_rounding_changes_no_answer_whatever_is_asked(
    client: TestClient, service: Service
) -> None:
    seen, before = everything(client), cells(service)
    compared = 0
    for number, (trade, town) in enumerate([(SHOP, "0167"), (SHOP, "0147"), (HELPER, "0167"), (HELPER, "0101")]):
        save(service, f"new-{number}", trade, town)
        if cells(service) == before:
            assert everything(client) == seen
            compared += 1
        service.erase(f"new-{number}")

    assert compared > 0


def test_every_figure_about_people_is_made_of_fives_and_tells_of_five_at_least(client: TestClient) -> None:
    found = [one for answer in everything(client, LEVELS) for one in figures(answer)]
    told = [one for one in found if one["value"] is not None]

    assert len(told) > 10
    assert all(one["value"] % BASE == 0 and one["low"] >= LEAST_TOLD for one in told)
    assert len(told) < len(found)


def test_what_is_hidden_has_no_number_in_any_field(client: TestClient) -> None:
    hidden = [one for answer in everything(client) for one in figures(answer) if one["suppressed"]]

    assert hidden
    for one in hidden:
        assert (one["value"], one["n"], one["low"], one["high"]) == (None,) * 4
        assert one["suppressed"] == one["text"] == "for få til at vise"


def test_subtracting_overlapping_areas_gives_a_rounded_cell(client: TestClient) -> None:
    found = rows(client, "ISCO4", AREAS["sets"])
    wide, narrow = found["0101+0147+0167", "5223"]["seekers"], found["0101+0147", "5223"]["seekers"]

    assert PEOPLE[2] == (SHOP, "0167", 2)
    assert found.get(("0167", "5223"), {"seekers": {"value": None}})["seekers"]["value"] is None
    assert wide["value"] - narrow["value"] in (0, BASE)


def test_subtracting_filters_or_levels_gives_fives(client: TestClient) -> None:
    fine, coarse = (rows(client, by, [{"names": ["0101"]}]) for by in ("ISCO4", "ISCO1"))
    for (_, major), one in coarse.items():
        parts = [row["seekers"]["value"] for (_, unit), row in fine.items() if unit.startswith(major)]
        if one["seekers"]["value"] is not None:
            assert (one["seekers"]["value"] - sum(part or 0 for part in parts)) % BASE == 0


def test_a_derived_figure_leads_back_to_the_rounded_count_only(client: TestClient) -> None:
    found = [one for areas in AREAS.values() for one in rows(client, "ISCO4", areas).values()]
    derived = [one["openings"]["value"] / one["tightness"]["value"] for one in found if one["tightness"]["value"]]

    assert derived
    assert np.allclose(np.mod(np.round(derived, 6), BASE), 0)
    assert all(one["tightness"]["value"] is None for one in found if one["seekers"]["value"] is None)


def test_aliases_and_pages_give_the_answer_of_one_question(client: TestClient) -> None:
    areas = AREAS["sets"]
    query = (
        "query($areas: [MarketAreaInput!], $by: MarketGrouping!) {"
        + "".join(f" a{number}: {MARKET}" for number in range(12))
        + " }"
    )
    aliased = data_of(ask(client, query, areas=areas, by="ISCO4"))
    paged, after = [], None
    while True:
        one = f"query($areas: [MarketAreaInput!], $by: MarketGrouping!, $after: String) {{ {MARKET} }}"
        one = one.replace("first: 100", "first: 1, after: $after").replace("totalCount", "pageInfo { endCursor }")
        found = data_of(ask(client, one, areas=areas, by="ISCO4", after=after))["labourMarket"]["overview"]
        if not found["edges"]:
            break
        paged += [edge["node"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]

    answers = [one["overview"]["edges"] for one in aliased.values()]
    assert all(one == answers[0] for one in answers)
    assert paged == [edge["node"] for edge in answers[0]]


def test_whether_there_is_a_row_does_not_tell_of_the_hidden(client: TestClient, service: Service) -> None:
    job = occupation(service, HELPER)
    unit = next(one.isco for one in service.live.taxonomy.occupations if one.uri == job)
    without = set(rows(client, "ISCO4", [{"names": ["0167"]}]))
    save(service, "alone", HELPER, "0167")
    there = set(rows(client, "ISCO4", [{"names": ["0167"]}]))
    service.erase("alone")

    assert there == without
    assert ("0167", str(unit)) not in without
