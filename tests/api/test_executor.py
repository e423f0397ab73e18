"""The shorter way of execution answers as the library's own does."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import strawberry
from graphql import parse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry.types import ExecutionResult

from api.access.guarded import Guarded
from api.access.roles import DEVELOPER
from api.desk import Desk
from api.jobs.board import Board
from api.jobs.uploads import Uploads
from api.limits.settings import Limits
from api.schema.asked import Asked
from api.schema.places import PostalAreaNode
from api.schema.plans import keep_plans, plans_of
from api.schema.query import Query
from api.schema.root import schema_under
from api.service import Service
from bench.fuzz import documents
from tests.api.asking import filled

DAY = date(2026, 11, 25)
OURS = schema_under(replace(Limits(), cost=10**18))
LIBRARY = strawberry.Schema(Query, types=[PostalAreaNode])
QUERIES = Path(__file__).parents[2] / "bench" / "queries"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Service, str]:
    return filled(tmp_path_factory.mktemp("executor"))


def answered(schema: strawberry.Schema, service: Service, query: str, **variables: object) -> ExecutionResult:
    nothing = Desk(), Board(service.records), Uploads(Path("nowhere"))
    context = Asked(Guarded(service, DEVELOPER), DAY, *nothing)
    found = schema.execute_sync(query, variable_values=variables, context_value=context)
    assert isinstance(found, ExecutionResult)
    return found


def told(found: ExecutionResult) -> object:
    """The data with its order, and each error with its place and words."""
    errors = sorted((str(one.message), str(one.path), str(one.locations)) for one in found.errors or [])
    return repr(found.data), errors


def both(store: tuple[Service, str], query: str, **variables: object) -> tuple[ExecutionResult, ExecutionResult]:
    return answered(OURS, store[0], query, **variables), answered(LIBRARY, store[0], query, **variables)


@pytest.mark.parametrize("name", ["consultant", "opened", "whole"])
def test_the_measured_documents_are_answered_alike(store: tuple[Service, str], name: str) -> None:
    known = {"profile": store[1], "posting": "demo:001", "asOf": "2026-11-25", "filter": {"within": "4000"}}
    query = (QUERIES / f"{name}.graphql").read_text("utf-8")
    ours, theirs = both(store, query, **{key: value for key, value in known.items() if f"${key}:" in query})

    assert ours.errors is None
    assert told(ours) == told(theirs)


@pytest.mark.parametrize(
    "query",
    [
        '{ profile(id: "%s") { __typename matches(first: 2) { edges { node { reasons(first: 1) } cursor } } } }',
        '{ profile(id: "%s") { matches(first: 0) { totalCount } bridges(first: 500) { label } pseudonym } }',
        '{ profile(id: "%s") { a: matches(first: 2, after: "nej") { totalCount } b: postcode } }',
        '{ profile(id: "%s") { match(posting: "demo:404") { score } skills { skill { label(language: "en") } } } }',
        '{ search(text: "kass") { kind node { __typename id ... on Occupation { isco moves { feasibility } } } } }',
        '{ node(id: "UG9zdGluZzpkZW1vOjAwMQ==") { id ... on Posting { title asks { importance } } } }',
    ],
)
def test_names_orders_and_errors_are_alike(store: tuple[Service, str], query: str) -> None:
    ours, theirs = both(store, query.replace("%s", store[1]))

    assert told(ours) == told(theirs)


def test_fields_that_are_left_out_or_taken_in_by_a_variable_are_alike(store: tuple[Service, str]) -> None:
    query = """query($id: ID!, $on: Boolean!) { profile(id: $id) {
      postcode @include(if: $on) pseudonym @skip(if: $on) matches(first: 1) @include(if: $on) { totalCount } } }"""
    told_of = {on: [told(one) for one in both(store, query, id=store[1], on=on)] for on in (True, False)}

    assert told_of[True][0] == told_of[True][1]
    assert told_of[False][0] == told_of[False][1]
    assert told_of[True] != told_of[False]


def test_a_document_that_is_asked_again_with_other_values_is_answered_alike(store: tuple[Service, str]) -> None:
    query = """query($id: ID!, $first: Int!, $language: String! = "da") { profile(id: $id) {
      matches(first: $first) { totalCount edges { node { score reasons(first: 2) } } }
      skills { strength basis skill { label(language: $language) } } } }"""
    asked: list[dict[str, object]] = [
        {"id": store[1], "first": 2},
        {"id": store[1], "first": 0},
        {"id": store[1], "first": 5, "language": "en"},
        {"id": "nobody", "first": 1},
        {"id": store[1], "first": 2},
    ]
    told_of = [[told(one) for one in both(store, query, **variables)] for variables in asked]

    assert all(ours == theirs for ours, theirs in told_of)
    assert told_of[0] == told_of[-1] != told_of[1] != told_of[2]


def test_plans_are_kept_with_a_document_and_not_where_a_directive_may_change_its_fields() -> None:
    plain, changing = "{ versions { code } }", "{ versions { code @include(if: true) } }"
    kept, none = (keep_plans(query, parse(query)) for query in (plain, changing))

    assert plans_of(kept[0][0]) is kept[0][1]
    assert none == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1, True, "0.5", None, 2**40])
def test_a_number_that_is_none_is_judged_by_the_library(
    store: tuple[Service, str], monkeypatch: pytest.MonkeyPatch, value: object
) -> None:
    made = classmethod(lambda cls, one: cls(listed=one, score=value, minutes=value))
    monkeypatch.setattr("api.schema.matches.MatchNode.of", made)
    query = '{ profile(id: "%s") { match(posting: "demo:001") { minutes score } } }'
    ours, theirs = both(store, query.replace("%s", store[1]))

    assert repr(ours.data) == repr(theirs.data)
    assert [one.path for one in ours.errors or []] == [one.path for one in theirs.errors or []]


def test_a_null_where_none_may_be_takes_the_same_things_with_it(
    store: tuple[Service, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scoreless = classmethod(lambda cls, one: cls(listed=one, score=None, minutes=None))
    monkeypatch.setattr("api.schema.matches.MatchNode.of", scoreless)
    query = '{ profile(id: "%s") { pseudonym match(posting: "demo:001") { minutes score } matches { totalCount } } }'
    matches = query.replace("totalCount", "edges { node { score } }")
    one, all_of_them = both(store, query.replace("%s", store[1])), both(store, matches.replace("%s", store[1]))

    assert one[0].data == one[1].data
    assert one[0].data is not None
    assert one[0].data["profile"]["match"] is None
    assert all_of_them[0].data == all_of_them[1].data == {"profile": None}
    for ours, theirs in (one, all_of_them):
        assert [error.path for error in ours.errors or []] == [error.path for error in theirs.errors or []] != []


@settings(max_examples=25, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_query_that_the_schema_allows_is_answered_alike(store: tuple[Service, str], data: st.DataObject) -> None:
    query = data.draw(documents(store[0], negative=0.0).filter(lambda one: not one.startswith("mutation")))
    ours, theirs = both(store, query)

    assert told(ours) == told(theirs)
