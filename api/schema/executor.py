"""Executes operations as the library does, with fewer calls a field where nothing is unusual.

An attribute is read and a method called at once, and arguments are converted once an operation, not once an object.
Everything else is the library's: what has no method of its own type, what is asynchronous, interfaces and unions,
and whatever turns out other than its type says. Answers and errors are the same (tests/api/test_executor.py).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from graphql import GraphQLField, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLOutputType
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.schema_converter import GraphQLCoreConverter, get_arguments
from strawberry.types import Info
from strawberry.types.field import StrawberryField

from api.schema.plain import Completed, UnusualError, plain, row

_Reader = Callable[[Any], Any]
_Step = Callable[[Any, Path], Any]
"""From what a field belongs to, and the field's place in the answer, to the part of the answer."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the schema says of a field: exactly one of `value` (what completes it) and `things` (its type) is given."""

    field: GraphQLField
    definition: StrawberryField
    value: Completed | None
    things: GraphQLObjectType | None
    several: bool
    nullable: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """The fields of one selection: attributes with plain values, those with a step, and those left to the library."""

    asked: GroupedFieldSet
    attributes: list[tuple[str, _Reader]]
    steps: list[tuple[str, _Step]]
    rest: GroupedFieldSet


class DirectExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor with a shorter way for what is common."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """See Executor."""
        super().__init__(*args, **kwargs)
        self._plans: dict[int, _Plan] = {}
        self._wrapped = bool(self.middleware_manager and self.middleware_manager.middlewares)

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        grouped_field_set: GroupedFieldSet,
        position_context: Any,
    ) -> Any:
        """See Executor.execute_fields."""
        if self._wrapped or position_context is not None:
            return super().execute_fields(parent_type, source_value, path, grouped_field_set, position_context)
        plan = self._plans.get(id(grouped_field_set)) or self._planned(parent_type, grouped_field_set)
        try:
            found = {name: read(source_value) for name, read in plan.attributes}
        except Exception:  # noqa: BLE001  # the library meets it too: reading an attribute again changes nothing
            return super().execute_fields(parent_type, source_value, path, grouped_field_set, None)
        for name, step in plan.steps:
            found[name] = step(source_value, Path(path, name, parent_type.name))
        if not plan.rest:
            return found if not plan.steps else {name: found[name] for name in grouped_field_set}
        done = super().execute_fields(parent_type, source_value, path, plan.rest, None)
        if isinstance(done, dict):
            return _in_order(grouped_field_set, found | done)
        return _awaited(grouped_field_set, found, done)

    def _planned(self, parent_type: GraphQLObjectType, asked: GroupedFieldSet) -> _Plan:
        """The plan of a selection, kept with it, so that its id is no other's while this operation lasts."""
        plan = _Plan(asked, [], [], {})
        self._plans[id(asked)] = plan
        for name, details in asked.items():
            known = _known(parent_type, details[0].node.name.value)
            if known is not None and known.value is not None and known.definition.is_basic_field:
                plan.attributes.append((name, _attribute(known, known.value)))
                continue
            step = None if known is None else self._step(parent_type, known, details)
            if step is None:
                plan.rest[name] = details
            else:
                plan.steps.append((name, step))
        return plan

    def _step(self, parent_type: GraphQLObjectType, known: _Known, details: FieldDetailsList) -> _Step | None:
        """What gives a field; None where its arguments cannot be used, which is for the library to say."""
        nodes, kind = [one.node for one in details], known.field.type
        read = self._read(parent_type, known, details)
        if read is None:
            return None
        complete = self._completing(known, details)

        def step(source: Any, path: Path) -> Any:
            try:
                found = read(source, path)
                try:
                    return complete(found, path)
                except UnusualError:
                    info = self.build_resolve_info(known.field, nodes, parent_type, path)
                    return self.complete_value(kind, details, info, path, found, None)
            except Exception as error:  # noqa: BLE001  # any error of a field becomes one of the answer
                self.handle_field_error(error, kind, details, path)
                return None

        return step

    def _read(self, parent_type: GraphQLObjectType, known: _Known, details: FieldDetailsList) -> _Step | None:
        """What calls a field's method, or reads its attribute."""
        definition, resolver = known.definition, known.definition.base_resolver
        if resolver is None:
            get = attrgetter(definition.python_name)
            return lambda source, _path: get(source)
        try:
            arguments = self._arguments(known, details)
        except Exception:  # noqa: BLE001  # the library converts them too, and says what is wrong and where
            return None
        method: Callable[..., Any] = resolver.wrapped_func  # type: ignore[assignment]  # a class method is bound by now
        nodes = [one.node for one in details]
        if resolver.info_parameter is None:
            return lambda source, _path: method(source, **arguments)
        name = resolver.info_parameter.name

        def called(source: Any, path: Path) -> Any:
            info = Info(self.build_resolve_info(known.field, nodes, parent_type, path), definition)
            return method(source, **{name: info}, **arguments)

        return called

    def _arguments(self, known: _Known, details: FieldDetailsList) -> dict[str, Any]:
        """The arguments of a field as its method takes them: those of one selection are the same for every object."""
        node, values = details[0].node, details[0].fragment_variable_values
        if not known.field.args and not node.arguments:
            return {}
        given = get_argument_values(known.field, node, self.variable_values, values, self.hide_suggestions)
        converter: GraphQLCoreConverter = self.schema.extensions[
            GraphQLCoreConverter.DEFINITION_BACKREF
        ].schema_converter
        _, arguments = get_arguments(
            field=known.definition,
            source=None,
            info=None,  # type: ignore[arg-type]  # is put in its place and not asked
            kwargs=given,
            config=converter.config,
            scalar_registry=converter.scalar_registry,
        )
        info = known.definition.base_resolver and known.definition.base_resolver.info_parameter
        return {name: value for name, value in arguments.items() if info is None or name != info.name}

    def _completing(self, known: _Known, details: FieldDetailsList) -> _Step:
        """What makes what was found a part of the answer."""
        value, things = known.value, known.things
        if value is not None or things is None:
            return lambda found, _path: value(found) if value else None
        fields = self.collect_subfields(things, details)[0]
        origin = things.extensions[GraphQLCoreConverter.DEFINITION_BACKREF].origin

        def one(found: Any, path: Path) -> Any:
            if type(found) is not origin:
                raise UnusualError
            return self.execute_fields(things, found, path, fields, None)

        def several(found: Any, path: Path) -> Any:
            if any(type(thing) is not origin for thing in row(found)):
                raise UnusualError
            return [
                self.execute_fields(things, thing, Path(path, place, None), fields, None)
                for place, thing in enumerate(found)
            ]

        shown = several if known.several else one
        if not known.nullable:
            return shown
        return lambda found, path: None if found is None else shown(found, path)


@cache
def _known(parent_type: GraphQLObjectType, name: str) -> _Known | None:
    """What is known of a field that can go the shorter way; None = the library has it."""
    field = parent_type.fields.get(name)
    definition = field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF) if field else None
    if field is None or definition is None or not _is_direct(definition):
        return None
    value, (things, several) = plain(field.type), _things(field.type)
    if value is None and things is None:
        return None
    return _Known(field, definition, value, things, several, not isinstance(field.type, GraphQLNonNull))


def _is_direct(definition: StrawberryField) -> bool:
    """Whether a field is an attribute, or a method that is called with its object and answers at once."""
    resolver = definition.base_resolver
    if definition.extensions or definition.is_async or definition.is_subscription:
        return False
    if resolver is None:
        return True
    return bool(resolver.self_parameter and not resolver.parent_parameter and not resolver.root_parameter)


def _things(of: GraphQLOutputType) -> tuple[GraphQLObjectType | None, bool]:
    """The type of the objects that a field holds, and whether several; None = none, or any of them may be null."""
    of = of.of_type if isinstance(of, GraphQLNonNull) else of
    several = isinstance(of, GraphQLList)
    if isinstance(of, GraphQLList):
        of = of.of_type.of_type if isinstance(of.of_type, GraphQLNonNull) else of
    known = isinstance(of, GraphQLObjectType) and GraphQLCoreConverter.DEFINITION_BACKREF in of.extensions
    return (of if known and isinstance(of, GraphQLObjectType) else None), several


def _attribute(known: _Known, completed: Completed) -> _Reader:
    get = attrgetter(known.definition.python_name)
    return lambda source: completed(get(source))


def _in_order(asked: GroupedFieldSet, found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in asked if name in found}


async def _awaited(asked: GroupedFieldSet, found: dict[str, Any], others: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    return _in_order(asked, found | await others)
