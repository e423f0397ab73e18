"""What an operation costs: pages times children, counted on the parsed document before anything runs.

A field costs its weight, and what is below it once for each thing that it can hold: the page that is asked for, or a
stated size where there is no page. What is written twice counts twice. A plan is made once a document and read with
the variables of each request.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    BooleanValueNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
)

from api.limits.prices import INTROSPECTION, LIST, SIZES, WEIGHTS

Variables = Mapping[str, Any]
_PAGES = ("first", "last")
_WITHIN_PAGE = ("edges", "nodes")


@dataclass(frozen=True, slots=True)
class Given:
    """A value of the document, or of a variable; `otherwise` where the variable is not given."""

    variable: str | None
    otherwise: Any = None

    def value(self, variables: Variables) -> Any:
        """What it is in one request."""
        return self.otherwise if self.variable is None else variables.get(self.variable, self.otherwise)


@dataclass(frozen=True, slots=True)
class Size:
    """How many things a field holds: a page, and what it is where none is asked for."""

    page: Given
    default: int

    def of(self, variables: Variables) -> int:
        """At least 0; a value that is no number is the default, since it is refused later."""
        asked = self.page.value(variables)
        if isinstance(asked, bool) or not isinstance(asked, int | float) or asked != asked:
            return self.default
        return int(max(0, min(asked, 2**31)))


@dataclass(frozen=True, slots=True)
class Priced:
    """One field of a document. `size` is how often what is `below` counts; `unless` says where it is left out."""

    name: str
    weight: int
    size: Size | int
    below: Sequence["Priced"]
    unless: Sequence[tuple[Given, bool]] = ()

    def cost(self, variables: Variables) -> int:
        """In units; 0 where a directive leaves it out."""
        for given, leaves_out in self.unless:
            if given.value(variables) is leaves_out:
                return 0
        times = self.times(variables)
        return self.weight + (times * sum(one.cost(variables) for one in self.below) if times else 0)

    def times(self, variables: Variables) -> int:
        """How many things it can hold."""
        return self.size if isinstance(self.size, int) else self.size.of(variables)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an operation asks, priced."""

    fields: Sequence[Priced]

    def cost(self, variables: Variables) -> int:
        """In units, with the variables of one request."""
        return 1 + sum(one.cost(variables) for one in self.fields)

    def costliest(self, variables: Variables) -> str:
        """The path of the field that costs most: as deep as one field still makes up half of what is above it."""
        path: list[str] = []
        fields, times, whole = self.fields, 1, self.cost(variables)
        while fields:
            most = max(fields, key=lambda one: one.cost(variables))
            cost = most.cost(variables)
            if path and 2 * cost * times < whole:
                break
            path.append(most.name)
            fields, times, whole = most.below, most.times(variables), cost
        return ".".join(path)


def plan(schema: GraphQLSchema, document: DocumentNode, operation_name: str | None) -> Plan:
    """The plan of the operation of that name, or of the only one; of a document that is valid."""
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    named = [one for one in operations if operation_name is None or (one.name and one.name.value == operation_name)]
    if not named:
        return Plan(())
    root = schema.get_root_type(named[0].operation)
    return Plan(_Planner(schema, document, named[0]).selection(named[0].selection_set, root, None))


class _Planner:
    """Makes the plan of one operation; a fragment is read once for each page that it stands in."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> None:
        self._schema = schema
        self._fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }
        self._defaults = {
            one.variable.name.value: _constant(one.default_value) for one in operation.variable_definitions or ()
        }

    def selection(
        self, of: SelectionSetNode | None, kind: GraphQLNamedType | None, page: Size | None
    ) -> tuple[Priced, ...]:
        """The fields of a selection, those of its fragments among them."""
        return tuple(found for one in (of.selections if of else ()) for found in self._one(one, kind, page))

    def _one(self, one: SelectionNode, kind: GraphQLNamedType | None, page: Size | None) -> Iterator[Priced]:
        unless = tuple(self._unless(one.directives or ()))
        if isinstance(one, FieldNode):
            yield self._field(one, kind, page, unless)
            return
        if isinstance(one, FragmentSpreadNode):
            fragment = self._fragments.get(one.name.value)
            inner = self._within(fragment, kind, page) if fragment else ()
        else:
            inner = self._within(one, kind, page) if isinstance(one, InlineFragmentNode) else ()
        if unless and inner:
            yield Priced("...", 0, 1, inner, unless)
        else:
            yield from inner

    def _within(
        self, fragment: FragmentDefinitionNode | InlineFragmentNode, kind: GraphQLNamedType | None, page: Size | None
    ) -> tuple[Priced, ...]:
        on = fragment.type_condition
        return self.selection(fragment.selection_set, self._schema.get_type(on.name.value) if on else kind, page)

    def _field(
        self, node: FieldNode, kind: GraphQLNamedType | None, page: Size | None, unless: tuple[tuple[Given, bool], ...]
    ) -> Priced:
        name, shown = node.name.value, (node.alias or node.name).value
        if name.startswith("__"):
            return Priced(shown, 1 if name == "__typename" else INTROSPECTION, 0, (), unless)
        field: GraphQLField | None = getattr(kind, "fields", {}).get(name)
        if kind is None or field is None:
            return Priced(shown, 1, 0, (), unless)
        coordinate, inner = f"{kind.name}.{name}", get_named_type(field.type)
        weight, asked = WEIGHTS.get(coordinate, 1), self._page(node, field)
        if is_leaf_type(inner):
            return Priced(shown, weight, 0, (), unless)
        if not is_list_type(get_nullable_type(field.type)):
            return Priced(shown, weight, 1, self.selection(node.selection_set, inner, asked), unless)
        size: Size | int = asked or SIZES.get(coordinate) or (page if name in _WITHIN_PAGE and page else LIST)
        return Priced(shown, weight, size, self.selection(node.selection_set, inner, None), unless)

    def _page(self, node: FieldNode, field: GraphQLField) -> Size | None:
        """The page that a field has; None where it has none."""
        for name in _PAGES:
            argument = field.args.get(name)
            if argument is None:
                continue
            default = _default(argument)
            given = [one.value for one in node.arguments or () if one.name.value == name]
            return Size(self._given(given[0], default) if given else Given(None, default), default)
        return None

    def _unless(self, directives: Sequence[DirectiveNode]) -> Iterator[tuple[Given, bool]]:
        for one in directives:
            if one.name.value in ("skip", "include") and one.arguments:
                yield self._given(one.arguments[0].value, None), one.name.value == "skip"

    def _given(self, value: ValueNode, otherwise: Any) -> Given:
        if isinstance(value, VariableNode):
            default = self._defaults.get(value.name.value)
            return Given(value.name.value, otherwise if default is None else default)
        found = _constant(value)
        return Given(None, otherwise if found is None else found)


def _constant(value: ValueNode | None) -> int | bool | None:
    """A number or truth value that the document itself gives; None for all else."""
    if isinstance(value, IntValueNode):
        return int(value.value[:12])
    return value.value if isinstance(value, BooleanValueNode) else None


def _default(argument: Any) -> int:
    """What a page is where none is asked for."""
    held = getattr(argument, "default_value", None)
    held = getattr(held, "value", held)
    return held if isinstance(held, int) and not isinstance(held, bool) else LIST
