"""The labour market over GraphQL: what the analyst asks, page by page, with what can be mended told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.areas import read_area
from api.service import Service
from api.web import application
from graph.labour_market.axes import By
from graph.labour_market.months import Month, read_month
from tests.api.asking import ask, data_of
from tests.api.market_people import analysed

DOCS = Path(__file__).parents[2] / "docs" / "api"
NOVEMBER, DAY = Month(2026, 11), date(2026, 11, 25)
ROWS = """query($areas: [MarketAreaInput!], $by: MarketGrouping!, $first: Int!, $after: String, $order: MarketOrder!,
  $group: String) {
  labourMarket(areas: $areas, by: $by, group: $group, month: "2026-11", asOf: "2026-11-25") {
    ... on Problem { message } ... on LabourMarket { overview(first: $first, after: $after, order: $order) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { area { code } group { code } live { value n low high period source counted suppressed text }
        seekers { value n low high suppressed } } } } } } }"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return analysed(tmp_path_factory.mktemp("labour"))


@pytest.fixture(scope="module")
def client(service: Service) -> TestClient:
    return TestClient(application(service), "http://localhost")


def market(client: TestClient, fields: str, arguments: str = "", month: str = "2026-11") -> dict[str, Any]:
    """What labourMarket answers, in November 2026 where no other month is named."""
    given = f'month: "{month}", asOf: "2026-11-25" {arguments}'
    query = f"{{ labourMarket({given}) {{ __typename ... on Problem {{ message }} ... on BadInput {{ argument }}"
    found: dict[str, Any] = data_of(ask(client, f"{query} ... on LabourMarket {{ {fields} }} }} }}"))["labourMarket"]
    return found


def pages(client: TestClient, size: int, order: str = "CODE", by: str = "ISCO4") -> Iterator[dict[str, Any]]:
    after, more = None, True
    while more:
        answer = data_of(ask(client, ROWS, areas=None, by=by, first=size, after=after, order=order))
        found = answer["labourMarket"]["overview"]
        yield found
        after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]


def test_an_overview_is_that_of_the_use_case(client: TestClient, service: Service) -> None:
    areas = [{"names": ["0101"]}, {"names": ["0147", "0101"]}, {"around": "4000", "minutes": 45, "means": "CAR"}]
    answer = data_of(ask(client, ROWS, areas=areas, by="ISCO3", first=100, order="CODE"))["labourMarket"]["overview"]
    named = [read_area("0101"), read_area("0147+0101"), read_area("4000", 45)]
    table = service.market.overview(named, NOVEMBER, By.ISCO3, DAY)
    rows = {
        (area.code, code): table.row(place, group)
        for place, area in enumerate(named)
        for group, code in enumerate(table.axis.codes)
    }

    assert answer["totalCount"] == len(answer["edges"]) == table.there.sum() > 10
    for edge in answer["edges"]:
        node, row = edge["node"], rows[edge["node"]["area"]["code"], edge["node"]["group"]["code"]]
        for name in ("live", "seekers"):
            figure = table.columns[name].figure(row)
            assert (node[name]["value"], node[name]["low"]) == (figure.value, figure.low)
        assert node["live"]["period"] == "2026-11"
        assert "opslag" in node["live"]["counted"]


@pytest.mark.parametrize("order", ["CODE", "LIVE"])
def test_pages_hold_every_row_once_and_in_the_order_of_one_page(client: TestClient, order: str) -> None:
    whole = [edge["node"] for page in pages(client, 100, order) for edge in page["edges"]]
    small = [edge["node"] for page in pages(client, 7, order) for edge in page["edges"]]

    assert small == whole
    assert len({(one["area"]["code"], one["group"]["code"]) for one in whole}) == len(whole) > 20


def test_the_groups_with_most_ads_come_first_where_that_is_asked(client: TestClient) -> None:
    found = market(client, "overview(first: 100, order: LIVE) { edges { node { live { value } } } }", "areas: [{}]")
    counts = [edge["node"]["live"]["value"] for edge in found["overview"]["edges"]]

    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_a_group_alone_is_the_row_that_it_is_among_all(client: TestClient) -> None:
    alone = data_of(ask(client, ROWS, areas=None, by="ISCO4", first=100, order="CODE", group="5223"))
    every = [edge["node"] for page in pages(client, 100) for edge in page["edges"]]

    nodes = [edge["node"] for edge in alone["labourMarket"]["overview"]["edges"]]
    assert nodes == [one for one in every if one["group"]["code"] == "5223"]
    assert nodes


@pytest.mark.parametrize(
    ("arguments", "argument", "said"),
    [
        ('areas: [{names: ["Atlantis"]}]', "areas", "no municipality 'Atlantis'"),
        ('areas: [{names: ["0101"], around: "4000", minutes: 20}]', "areas", "enten names, eller around"),
        ('areas: [{around: "4000", minutes: 9000}]', "areas", "fra 1 til 600"),
        ('areas: [{names: ["0101"]}, {names: ["København"]}]', "areas", "det samme område to gange"),
        ("areas: []", "areas", "skriv 1 til 100"),
        ('comparedWith: {names: ["0101", "danmark"]}', "comparedWith", "can be put together"),
        ('group: "99"', "group", "no group '99' by isco3"),
        ('since: "2027-01"', "month", "skriv since før month"),
        ('since: "2019-01"', "month", "36 måneder"),
    ],
)
def test_what_must_be_mended_is_named(client: TestClient, arguments: str, argument: str, said: str) -> None:
    found = market(client, "month", arguments)

    assert (found["__typename"], found["argument"]) == ("BadInput", argument)
    assert said in found["message"]


def test_a_month_that_is_none_is_told(client: TestClient) -> None:
    query = '{ labourMarket(month: "november") { ... on BadInput { argument message } } }'

    assert data_of(ask(client, query))["labourMarket"] == {
        "argument": "month",
        "message": "no month 'november'; write it as 2026-11",
    }


@pytest.mark.parametrize(
    "fields",
    ["overview(first: 101) { totalCount }", "areas(first: 11) { totalCount }", "shortages(within: 0) { totalCount }"],
)
def test_a_page_has_a_largest_size(client: TestClient, fields: str) -> None:
    query = f"{{ labourMarket(by: ISCO4) {{ ... on LabourMarket {{ {fields} }} }} }}"

    assert "skriv et tal fra 1 til" in str(ask(client, query)["errors"])


def test_two_areas_are_compared_where_a_second_is_given(client: TestClient) -> None:
    fields = """areas(first: 1) { edges { node { comparison(first: 50) { edges { node { group { code }
        here { area { code } } there { area { code } } ratio { value low high } } } } } } }"""
    given = 'areas: [{names: ["0101"]}], by: ISCO1'
    found = market(client, fields, f'{given}, comparedWith: {{names: ["Region Midtjylland"]}}')
    contrasts = [edge["node"] for edge in found["areas"]["edges"][0]["node"]["comparison"]["edges"]]

    assert {(one["here"]["area"]["code"], one["there"]["area"]["code"]) for one in contrasts} == {
        ("0101", "Region Midtjylland")
    }
    assert any(one["ratio"]["value"] for one in contrasts)
    assert market(client, fields, given)["areas"]["edges"][0]["node"]["comparison"] is None


def test_flows_add_up_month_by_month(client: TestClient) -> None:
    fields = """areas { edges { node { flows(first: 100) { edges { node { month group { code }
        live { value } new { value } closed { value } } } } } } }"""
    given = 'areas: [{}], by: ISCO1, since: "2026-10"'
    found = market(client, fields, given, month="2027-01")["areas"]["edges"][0]["node"]
    rows = {(one["month"], one["group"]["code"]): one for one in (edge["node"] for edge in found["flows"]["edges"])}
    later = {key: one for key, one in rows.items() if (previous(key[0]), key[1]) in rows}

    assert len(later) > 3
    for (month, group), one in later.items():
        before = rows[previous(month), group]
        left = before["live"]["value"] - before["closed"]["value"]
        assert one["live"]["value"] == left + one["new"]["value"]


def previous(month: str) -> str:
    return str(read_month(month).plus(-1))


def test_what_ads_ask_is_told_by_kind_with_its_node(client: TestClient) -> None:
    fields = """areas { edges { node { skills: asks(first: 3) { edges { node { code label skill { escoUri } credential {
        code } share { value n } lift { counted } } } } gates: asks(what: GATES, first: 3) { edges { node { code label
        skill { escoUri } } } } boilerplate { share { n } demands { label } } } } }"""
    node = market(client, fields, "areas: [{}]")["areas"]["edges"][0]["node"]
    skills, gates = ([edge["node"] for edge in node[name]["edges"]] for name in ("skills", "gates"))

    assert all(one["skill"]["escoUri"] == one["code"] and one["label"] for one in skills)
    assert all(one["skill"] is None and one["label"] for one in gates)
    assert 0 < skills[0]["share"]["value"] <= 1
    assert node["boilerplate"]["share"]["n"] > 0


def test_people_are_not_counted_by_occupation(client: TestClient) -> None:
    query = "{ labourMarket(by: OCCUPATION) { ... on LabourMarket { shortages { totalCount } } } }"

    assert "people are not counted by occupation" in str(ask(client, query)["errors"])


def test_a_store_that_is_no_neo4j_is_not_marked(client: TestClient) -> None:
    answer = data_of(ask(client, "mutation { markLabourMarket { __typename ... on Problem { message } } }"))

    assert answer["markLabourMarket"]["__typename"] == "BadInput"
    assert "no Neo4j" in answer["markLabourMarket"]["message"]


@pytest.mark.parametrize("name", [path.name for path in sorted(DOCS.glob("labour_market*.graphql"))])
def test_the_documented_questions_have_answers(client: TestClient, name: str) -> None:
    answer = data_of(ask(client, (DOCS / name).read_text(encoding="utf-8")))["labourMarket"]

    assert answer["__typename"] == "LabourMarket"
    assert answer["areas"]["edges"]
