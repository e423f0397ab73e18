"""Documents made to cost more than they look."""

import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.limits.settings import PRODUCTION
from api.service import Service
from api.web import application
from tests.api.asking import ask

SOON_S = 5.0
"""What a busy machine may take over a refusal; a document that got through would take minutes or all memory."""
LEAF = "versions { code }"


def doubling(times: int) -> str:
    links = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(times))
    return f"{{ ...F0 }} {links} fragment F{times} on Query {{ {LEAF} }}"


def aliased(field: str, times: int) -> str:
    return " ".join(f"a{n}: {field}" for n in range(times))


def deep(times: int) -> str:
    """Skills near skills near skills."""
    return f'{{ skill(uri: "x") {"{ near(first: 1) { skill " * times} {{ label }} {"} }" * times} }}'


ASKED = "asks { askedIn { text } skill { near(first: 100) { proximity } } }"
BOMB = f"postings(first: 100) {{ edges {{ node {{ text {ASKED} }} }} }}"
FIELDS = " ".join(f"f{n}" for n in range(160))
HOSTILE: dict[str, tuple[str, str]] = {
    "deep": (deep(10), "fields inside each other; at most 15"),
    "deeper than Python": ("{ a " * 900 + "{ b }" + "}" * 900, "Document is nested too deeply"),
    "deep lists": (f'{{ search(text: "a", kinds: {"[" * 900}{"]" * 900}) {{ name }} }}', "nest|kinds|Expected"),
    "broad": (f"{{ {FIELDS} }}", "160 fields in one selection; at most 150"),
    "broad through fragments": (
        f"{{ {'...F ' * 60} }} fragment F on Query {{ versions {{ code }} __typename industries {{ code }} }}",
        "180 fields in one selection",
    ),
    "many fields": (
        f"{{ {'versions { ...F } ' * 11} }} fragment F on Versions {{ {'code ' * 149} }}",
        "1650 fields in all; at most 1500",
    ),
    "many aliases": (f"{{ {aliased(LEAF, 31)} }}", "31 aliases; at most 30"),
    "aliases behind fragments": (
        f"{{ ...F ...G }} fragment F on Query {{ {aliased(LEAF, 16)} }} fragment G on Query {{ {aliased(LEAF, 16)} }}",
        "32 aliases; at most 30",
    ),
    "aliases times pages": (f"{{ {aliased(BOMB, 20)} }}", "units and may cost 100000; a0.edges.node.asks"),
    "one page of pages": (f"{{ {BOMB} }}", "units and may cost 100000; postings.edges.node.asks"),
    "a huge page": ("{ postings(first: 2147483647) { edges { cursor } } }", "may cost 100000; postings.edges"),
    "a page below nothing": ("{ postings(first: -1) { edges { cursor } } }", "first er -1; skriv et tal fra 1 til 100"),
    "fragments that double": (doubling(120), "over a million fields"),
    "a circle of fragments": ("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "itself"),
    "a fragment of itself": ("{ ...A } fragment A on Query { ...A versions { code } }", "itself"),
    "many tokens": ("{ " + "a " * 3000 + "}", "Document contains more than 2000 tokens"),
    "many operations": (" ".join(f"query Q{n} {{ {LEAF} }}" for n in range(400)), "more than 2000 tokens|1 of|400"),
    "directives": (f"{{ versions {'@skip(if: false) ' * 60} {{ code }} }}", "60 directives; at most 50"),
    "unknown directives": (f"{{ versions {'@a ' * 60} {{ code }} }}", "60 directives; at most 50"),
    "directives of an operation": (f"query {'@skip(if: false) ' * 60} {{ {LEAF} }}", "60 directives"),
    "deep introspection": (
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "Maximum introspection depth exceeded",
    ),
    "much introspection": (f"{{ {aliased('__schema { types { name } }', 30)} }}", "may cost 100000; a0"),
    "no document": ("", "holds no operation"),
    "no letters": ("\x00\ufffe{", "Syntax Error"),
    "a name of a megabyte": ("{ " + "a" * 900_000 + " }", "Cannot query field"),
    "a number of a megabyte": (
        f"{{ postings(first: {'9' * 900_000}) {{ totalCount }} }}",
        "a number of more than 300 digits",
    ),
}


@pytest.mark.parametrize(("document", "said"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_document_is_refused_at_once_and_says_why(client: TestClient, document: str, said: str) -> None:
    begun = time.monotonic()
    answer = client.post("/graphql", json={"query": document})

    assert answer.status_code in (200, 400)
    assert pytest.approx(0, abs=SOON_S) == time.monotonic() - begun
    assert '"data":{' not in answer.text.replace(" ", "")
    assert _says(answer.text, said), answer.text[:500]


def _says(text: str, said: str) -> bool:
    return any(one in text for one in said.split("|"))


def test_the_cost_of_each_answer_is_told(client: TestClient) -> None:
    answer = ask(client, "query ($n: Int!) { postings(first: $n) { edges { node { title } } } }", n=5)

    assert answer["extensions"] == {"cost": {"value": 512, "limit": 100_000}}


def test_a_cost_that_variables_make_is_refused_with_them(client: TestClient) -> None:
    near = "asks { skill { near(first: 100) { proximity } } }"
    query = f"query ($n: Int!) {{ postings(first: $n) {{ edges {{ node {{ {near} }} }} }} }}"
    small, large = (ask(client, query, n=n) for n in (2, 100))

    assert "errors" not in small
    told: Any = large["errors"]
    assert told[0]["extensions"]["code"] == "COST_LIMIT"
    assert large.get("data") is None


@pytest.mark.parametrize(
    ("query", "guess"),
    [
        ("{ industris { code } }", "industries"),
        ("{ search(txt: 1) { kind } }", "'text'"),
        ("{ ... on Industri { code } }", "'Industry'"),
        ('{ search(text: "a", kinds: [SKIL]) { name } }', "'SKILL'"),
        ("mutation { setReach(profile: 1, meens: CAR) { __typename } }", "'means'"),
    ],
)
def test_production_does_not_spell_out_its_schema(service: Service, client: TestClient, query: str, guess: str) -> None:
    closed = TestClient(application(service, limits=PRODUCTION), "http://localhost")
    open_, refused = (str(one.post("/graphql", json={"query": query}).json()) for one in (client, closed))

    assert "Did you mean" in open_
    assert guess in open_
    assert "Did you mean" not in refused
    assert "errors" in refused


@pytest.mark.parametrize("query", ["{ __schema { types { name } } }", '{ __type(name: "Query") { name } }'])
def test_production_tells_nothing_about_its_schema(service: Service, client: TestClient, query: str) -> None:
    closed = TestClient(application(service, limits=PRODUCTION), "http://localhost")
    told = closed.post("/graphql", json={"query": query}).json()

    assert [one["message"].split(",")[0] for one in told["errors"]] == ["GraphQL introspection has been disabled"]
    assert "errors" not in ask(client, query)
    assert closed.post("/graphql", json={"query": "{ __typename }"}).json()["data"] == {"__typename": "Query"}
