"""What makes plain values of a schema's leaf types parts of an answer; what is unusual is left to the library."""

from collections.abc import Callable
from typing import Any

from graphql import GraphQLList, GraphQLNonNull, GraphQLOutputType, is_leaf_type

_AS_THEY_ARE: dict[str, type] = {"String": str, "ID": str, "Boolean": bool}

Completed = Callable[[Any], Any]


class UnusualError(Exception):
    """A null that must not be, or a value of another kind: the library judges it and says what is wrong."""


def plain(of: GraphQLOutputType) -> Completed | None:
    """What makes a value of this type a part of the answer; None where the type holds more than plain values.

    What is returned raises UnusualError, or what the type itself raises.
    """
    if isinstance(of, GraphQLNonNull):
        return _not_null(of.of_type)
    value = _not_null(of)
    return None if value is None else lambda found: None if found is None else value(found)


def row(found: Any) -> list[Any] | tuple[Any, ...]:
    """What was found, if it is a row of things.

    Raises:
        UnusualError: It is something else.
    """
    if not isinstance(found, list | tuple):
        raise UnusualError
    return found


def _not_null(of: GraphQLOutputType) -> Completed | None:
    if isinstance(of, GraphQLList):
        each = plain(of.of_type)
        return None if each is None else lambda found: [each(one) for one in row(found)]
    if not is_leaf_type(of):
        return None
    exact, coerce = _AS_THEY_ARE.get(of.name), of.coerce_output_value

    def as_it_is(found: Any) -> Any:
        if type(found) is not exact:
            raise UnusualError
        return found

    def coerced(found: Any) -> Any:
        made = None if found is None else coerce(found)
        if made is None:
            raise UnusualError
        return made

    return as_it_is if exact else coerced
