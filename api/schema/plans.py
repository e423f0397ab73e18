"""How the selections of an operation are executed: worked out once, and kept with a document that is asked again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakValueDictionary

from graphql import DocumentNode, GraphQLObjectType, OperationDefinitionNode
from graphql.execution.collect_fields import CollectedFields, FieldDetailsList, GroupedFieldSet
from graphql.pyutils import Path

from api.schema.plain import Attributes

Place = tuple[Any, str | int, str | None]
"""A `Path` as a bare tuple, which costs a fifth of it: the place before or None, the key, and the name of the type."""
Step = Callable[[Any, Any, Place], Any]
"""From the executor, what a field belongs to, and the field's place in the answer, to the part of the answer."""


def path_of(place: Place) -> Path:
    """The place as the library has it."""
    return place if isinstance(place, Path) else Path(place[0] and path_of(place[0]), place[1], place[2])


@dataclass(frozen=True, slots=True)
class Selection:
    """The fields of one selection: attributes with plain values, those with a step, and those left to the library."""

    of: GraphQLObjectType
    asked: GroupedFieldSet
    read: Attributes
    steps: list[tuple[str, Step]]
    rest: GroupedFieldSet

    @property
    def is_plain(self) -> bool:
        """Whether nothing but attributes is asked."""
        return not self.steps and not self.rest


@dataclass(slots=True, weakref_slot=True)
class Plans:
    """What was worked out of one operation. What depends on variables is no part of it.

    roots: the fields of the operation itself, by their type. below: those of a field, by its type and the id of its
    details, which are kept with them so that the id is no other's. selections: by the id of their fields, kept too.
    """

    roots: dict[GraphQLObjectType, GroupedFieldSet] = field(default_factory=dict)
    below: dict[tuple[GraphQLObjectType, int], tuple[FieldDetailsList, CollectedFields]] = field(default_factory=dict)
    selections: dict[int, Selection] = field(default_factory=dict)


_KEPT: WeakValueDictionary[int, Plans] = WeakValueDictionary()


def keep_plans(query: str, document: DocumentNode) -> list[tuple[OperationDefinitionNode, Plans]]:
    """Plans of the operations of a document, which are found for as long as the outcome is held.

    None where there may be a directive: with one, which fields there are is for each request to say.
    """
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode) and "@" not in query]
    found = [(one, Plans()) for one in operations]
    for one, plans in found:
        _KEPT[id(one)] = plans
    return found


def plans_of(operation: OperationDefinitionNode) -> Plans:
    """The plans of an operation; new ones where none are kept."""
    return _KEPT.get(id(operation)) or Plans()
