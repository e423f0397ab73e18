"""What a field costs to execute when nothing is behind it: graphql-core alone, Strawberry, and our shorter way."""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass

import graphql
import numpy as np
import strawberry
from graphql import GraphQLField, GraphQLFloat, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema

from api.schema.documents import KnownDocuments
from api.schema.executor import DirectExecutor

_LETTERS = "abcdefghi"
QUERY = "{ things { " + " ".join(_LETTERS) + " told } }"


@dataclass(frozen=True)
class Plain:
    """A thing as graphql-core sees it: nine attributes and a method."""

    a: float = 1.0
    b: float = 1.0
    c: float = 1.0
    d: float = 1.0
    e: float = 1.0
    f: float = 1.0
    g: float = 1.0
    h: float = 1.0
    i: float = 1.0


@strawberry.type
class Thing:
    """The same as Strawberry sees it."""

    a: float = 1.0
    b: float = 1.0
    c: float = 1.0
    d: float = 1.0
    e: float = 1.0
    f: float = 1.0
    g: float = 1.0
    h: float = 1.0
    i: float = 1.0

    @strawberry.field
    def told(self) -> float:
        """A method."""
        return self.a


def core(count: int) -> Callable[[], object]:
    """Execution by graphql-core of a document that is parsed and valid."""
    number = GraphQLNonNull(GraphQLFloat)
    fields = {letter: GraphQLField(number) for letter in _LETTERS}
    thing = GraphQLObjectType("Thing", {**fields, "told": GraphQLField(number, resolve=lambda one, _info: one.a)})
    things = [Plain()] * count
    row = GraphQLNonNull(GraphQLList(GraphQLNonNull(thing)))
    query = GraphQLObjectType("Query", {"things": GraphQLField(row, resolve=lambda *_: things)})
    schema, document = GraphQLSchema(query), graphql.parse(QUERY)
    return lambda: graphql.execute_sync(schema, document)


def ours(count: int, executor: type[DirectExecutor] | None) -> Callable[[], object]:
    """Execution by Strawberry, with its own executor where None is given."""
    found = [Thing()] * count

    def things() -> list[Thing]:
        return found

    query = type("Query", (), {"__annotations__": {"things": list[Thing]}, "things": strawberry.field(resolver=things)})
    schema = strawberry.Schema(strawberry.type(query), extensions=[KnownDocuments], execution_context_class=executor)
    return lambda: schema.execute_sync(QUERY)


def main() -> None:
    """Print microseconds of processor time a field, median and least of the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--things", type=int, default=700)
    parser.add_argument("--rounds", type=int, default=30)
    given = parser.parse_args()
    ways = {
        "graphql-core": core(given.things),
        "Strawberry": ours(given.things, None),
        "ours": ours(given.things, DirectExecutor),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(given.rounds):
        for name, way in ways.items():
            before = time.process_time()
            way()
            taken[name].append(1e6 * (time.process_time() - before) / (given.things * 10))
    print("| way | microseconds a field: median, least |\n|---|---|")
    for name, row_ in taken.items():
        print(f"| {name} | {np.median(row_):.2f}, {min(row_):.2f} |")


if __name__ == "__main__":
    main()
