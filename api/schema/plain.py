"""What makes plain values of a schema's leaf types parts of an answer; what is unusual is left to the library."""

from collections.abc import Callable, Sequence
from math import isfinite
from operator import attrgetter
from typing import Any

from graphql import GraphQLLeafType, GraphQLList, GraphQLNonNull, GraphQLOutputType, is_leaf_type
from strawberry.schema.schema_converter import CustomGraphQLEnumType

_AS_THEY_ARE: dict[str, type] = {"String": str, "ID": str, "Boolean": bool}
_LEAST_INT, _MOST_INT = -(2**31), 2**31 - 1

Completed = Callable[[Any], Any]


class UnusualError(Exception):
    """A null that must not be, or a value of another kind: the library judges it and says what is wrong."""


class Attributes:
    """What reads attributes with plain values, all of an object at once, into a dictionary by the name of each.

    How they are completed goes by the types that they turn out to have, and is worked out once for each such row.
    """

    def __init__(self, wanted: Sequence[tuple[str, str, GraphQLOutputType]]) -> None:
        """`wanted`: the name in the answer, the attribute and the type of each."""
        self.names = [name for name, _, _ in wanted]
        self._kinds = [kind for _, _, kind in wanted]
        self._get: Callable[[Any], tuple[Any, ...]] = _getting([attribute for _, attribute, _ in wanted])
        self._ways: dict[tuple[type, ...], list[tuple[int, Completed]]] = {}

    def __call__(self, source: Any) -> dict[str, Any]:
        """The part of the answer; raises whatever an attribute or its type does, and UnusualError."""
        values = self._get(source)
        found = tuple(map(type, values))
        ways = self._ways.get(found)
        if ways is None:
            ways = self._ways[found] = self._learnt(found)
        if not ways:
            return dict(zip(self.names, values, strict=True))
        made = list(values)
        for place, complete in ways:
            made[place] = complete(made[place])
        return dict(zip(self.names, made, strict=True))

    def _learnt(self, found: tuple[type, ...]) -> list[tuple[int, Completed]]:
        """The places of the values that are not the answer as they are, and what makes them so."""
        pairs = enumerate(zip(self._kinds, found, strict=True))
        return [(place, way) for place, (kind, type_) in pairs if (way := _way(kind, type_)) is not None]


def _getting(attributes: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(attributes) > 1:
        return attrgetter(*attributes)
    get = attrgetter(*attributes) if attributes else None
    return lambda source: (get(source),) if get else ()


def _way(kind: GraphQLOutputType, found: type) -> Completed | None:
    """What completes values of exactly one Python type; None = they are the answer."""
    if found is type(None) and not isinstance(kind, GraphQLNonNull):
        return None
    of = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    return None if is_leaf_type(of) and _AS_THEY_ARE.get(of.name) is found else plain(kind)


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
    exact = _AS_THEY_ARE.get(of.name)

    def as_it_is(found: Any) -> Any:
        if type(found) is not exact:
            raise UnusualError
        return found

    return as_it_is if exact else _coerced(of)


def _coerced(of: GraphQLLeafType) -> Completed:
    """What the type itself makes of a value, with a shorter way for numbers and the members of enumerations."""
    coerce = of.coerce_output_value

    def coerced(found: Any) -> Any:
        made = None if found is None else coerce(found)
        if made is None:
            raise UnusualError
        return made

    if of.name == "Float":
        return lambda found: found if type(found) is float and isfinite(found) else coerced(found)
    if of.name == "Int":
        return lambda found: found if type(found) is int and _LEAST_INT <= found <= _MOST_INT else coerced(found)
    return _named(of.wrapped_cls, coerced) if isinstance(of, CustomGraphQLEnumType) else coerced


def _named(members: type, coerced: Completed) -> Completed:
    """The names of an enumeration's members, each asked for once."""
    known: dict[Any, Any] = {}

    def named(found: Any) -> Any:
        if type(found) is not members:
            return coerced(found)
        name = known.get(found)
        if name is None:
            name = known[found] = coerced(found)
        return name

    return named
