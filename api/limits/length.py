"""Which operations take long, so that they are worked on beside the others."""

from functools import lru_cache

from graphql import FieldNode, GraphQLError, Visitor, parse, visit

_LONG = frozenset(("export",))
"""Fields that take more than a tenth of a second; docs/measurements.md has the figures."""


def takes_long(query: str | None, tokens: int) -> bool:
    """Whether a document of at most so many `tokens` asks for something that takes long, in any of its operations."""
    return query is not None and any(name in query for name in _LONG) and _asks(query, tokens)


@lru_cache(64)
def _asks(query: str, tokens: int) -> bool:
    found: list[str] = []

    class Fields(Visitor):
        """Collects those that take long."""

        def enter_field(self, one: FieldNode, *_args: object) -> None:
            """One field, whatever it is called in the answer."""
            if one.name.value in _LONG:
                found.append(one.name.value)

    try:
        visit(parse(query, no_location=True, max_tokens=tokens), Fields())
    except (GraphQLError, RecursionError):
        return False  # it will be refused
    return bool(found)
