"""What an operation costs, counted by hand."""

from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type, is_leaf_type, parse
from hypothesis import given
from hypothesis import strategies as st

from api.limits.cost import plan
from api.limits.prices import INTROSPECTION, SIZES, WEIGHTS
from api.limits.settings import Limits
from api.limits.shape import too_large
from api.schema.root import SCHEMA

ROOT = Path(__file__).parents[3]
PAGE = "query ($n: Int!, $no: Boolean! = false) { postings(first: $n) { edges { node { title employer } } } }"
POSTINGS = WEIGHTS["Query.postings"]


def cost(query: str, name: str | None = None, **variables: Any) -> int:
    return plan(SCHEMA._schema, parse(query), name).cost(variables)


CASES: list[tuple[str, dict[str, Any], int]] = [
    ("{ industries { code } }", {}, 1 + 1 + 110 * 1),
    ("{ municipalities { code name } }", {}, 1 + 1 + 98 * 2),
    ("{ a: industries { code } b: industries { code } }", {}, 1 + 2 * 111),
    ("{ postings { edges { node { title } } } }", {}, 1 + POSTINGS + 1 + 20 * (1 + 1)),
    ("{ postings(first: 5) { edges { node { title } } } }", {}, 1 + POSTINGS + 1 + 5 * (1 + 1)),
    ("{ postings(first: 5) { totalCount pageInfo { hasNextPage } } }", {}, 1 + POSTINGS + 1 + 1 + 1),
    ("{ postings(first: 5) { edges { node { asks { importance } } } } }", {}, 1 + POSTINGS + 1 + 5 * (1 + 1 + 12)),
    (PAGE, {"n": 50}, 1 + POSTINGS + 1 + 50 * (1 + 2)),
    (PAGE, {"n": 5e1}, 1 + POSTINGS + 1 + 50 * (1 + 2)),
    (PAGE, {"n": -7}, 1 + POSTINGS + 1),
    (PAGE, {"n": "many"}, 1 + POSTINGS + 1 + 20 * (1 + 2)),
    (PAGE, {"n": float("nan")}, 1 + POSTINGS + 1 + 20 * (1 + 2)),
    ("query ($n: Int = 3) { postings(first: $n) { edges { cursor } } }", {}, 1 + POSTINGS + 1 + 3),
    ("query ($n: Int = 3) { postings(first: $n) { edges { cursor } } }", {"n": None}, 1 + POSTINGS + 1 + 20),
    ("{ ...F } fragment F on Query { industries { ...G } } fragment G on Industry { code section }", {}, 2 + 220),
    ("query ($no: Boolean!) { industries @skip(if: $no) { code } }", {"no": True}, 1),
    ("query ($yes: Boolean!) { industries @include(if: $yes) { code } }", {"yes": False}, 1),
    ("query ($no: Boolean!) { ... @skip(if: $no) { industries { code } } }", {"no": True}, 1),
    ("query ($no: Boolean!) { ... @skip(if: $no) { industries { code } } }", {"no": False}, 112),
    ("{ __schema { types { fields { name } } } }", {}, 1 + INTROSPECTION),
    ("{ __typename }", {}, 2),
]


@pytest.mark.parametrize(("query", "variables", "units"), CASES)
def test_pages_times_children_are_what_an_operation_costs(query: str, variables: dict[str, Any], units: int) -> None:
    assert cost(query, **variables) == units


def test_the_operation_that_is_named_is_the_one_that_is_priced() -> None:
    both = "query Small { versions { code } } query Large { municipalities { code } }"

    assert (cost(both, "Small"), cost(both, "Large")) == (3, 1 + 1 + 98)


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_larger_page_never_costs_less(one: int, other: int) -> None:
    assert (cost(PAGE, n=one) <= cost(PAGE, n=other)) or one > other


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ('{ versions { code } profile(id: "x") { postcode unlocks { ads } } }', "profile.unlocks"),
        ("{ postings(first: 100) { totalCount edges { node { text } } } }", "postings.edges.node.text"),
        ("{ municipalities { code } all: industries { code } }", "all.code"),
    ],
)
def test_the_field_that_costs_most_is_named_by_its_path(query: str, path: str) -> None:
    assert plan(SCHEMA._schema, parse(query), None).costliest({}) == path


@pytest.mark.parametrize("coordinate", sorted({*WEIGHTS, *SIZES}))
def test_what_has_a_price_is_a_field_of_the_schema(coordinate: str) -> None:
    kind, name = coordinate.split(".")
    found = SCHEMA._schema.get_type(kind)

    assert isinstance(found, GraphQLObjectType)
    assert name in found.fields
    assert coordinate in WEIGHTS or not is_leaf_type(get_named_type(found.fields[name].type))


def test_every_page_has_a_size_where_none_is_asked_for() -> None:
    pages = [
        argument.default_value
        for kind in SCHEMA._schema.type_map.values()
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__")
        for field in kind.fields.values()
        for name, argument in field.args.items()
        if name == "first"
    ]

    assert len(pages) >= 8
    assert all(isinstance(one, int) for one in pages)


DOCUMENTS = sorted(
    path
    for folder in ("docs/api", "bench/queries")
    for path in (ROOT / folder).glob("*.graphql")
    if path.stem != "schema"
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=[one.stem for one in DOCUMENTS])
def test_the_documents_that_we_give_to_frontends_are_within_the_limits(path: Path) -> None:
    document = parse(path.read_text(encoding="utf-8"))

    assert plan(SCHEMA._schema, document, None).cost({}) <= Limits().cost
    assert too_large(document, Limits()) is None
