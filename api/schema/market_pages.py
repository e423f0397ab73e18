"""Pages of the labour market: one shape of connection for all its lists."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import strawberry
from strawberry.relay import PageInfo

from api.schema.paging import Place, cursor_of, page

Node = TypeVar("Node")
Thing = TypeVar("Thing")


@strawberry.type(description="One row of a list, and its place in it.")
class Edge(Generic[Node]):
    """An edge."""

    cursor: str = strawberry.field(description="Its place; it stays the same when other rows come or go")
    node: Node = strawberry.field(description="The row")


@strawberry.type(description="A page of a list, in a fixed order.")
class Connection(Generic[Node]):
    """A page."""

    edges: list[Edge[Node]] = strawberry.field(description="The rows of this page")
    page_info: PageInfo = strawberry.field(description="Whether there is more")
    total_count: int = strawberry.field(description="How many rows there are in all")


def connected(
    things: Iterable[Thing],
    place: Callable[[Thing], Place],
    node: Callable[[Thing], Node],
    wanted: tuple[int, str | None],
    kinds: tuple[type, ...],
) -> Connection[Node]:
    """The page that is `wanted` (first, after) of `things` in ascending order of place, which is of `kinds`.

    Only what is shown becomes a node.

    Raises:
        BadRequestError: The size or the cursor is none.
    """
    ordered = sorted(things, key=place)
    shown, info = page(ordered, place, *wanted, kinds)
    edges = [Edge(cursor=cursor_of(place(one)), node=node(one)) for one in shown]
    return Connection(edges=edges, page_info=info, total_count=len(ordered))
