"""Ids: a global id names a type and a thing; where one kind of thing is expected, its plain id will do too."""

import strawberry
from strawberry.relay import from_base64, to_base64


@strawberry.interface(description="A thing with an id that holds everywhere in this schema.")
class Node:
    """What every node has."""

    id: strawberry.ID = strawberry.field(description="Global id")


def global_id(kind: str, key: str) -> strawberry.ID:
    """The global id of the thing that has `key` among its kind."""
    return strawberry.ID(to_base64(kind, key))


def named(id: str) -> tuple[str, str] | None:
    """The kind and key that a global id names; None where it is none."""
    try:
        return from_base64(id)
    except ValueError:
        return None


def plain(id: strawberry.ID) -> str:
    """The thing's own id, out of a global id or as it is."""
    found = named(id)
    return found[1] if found else str(id)
