"""Executes operations as the library does, with fewer calls a field where nothing is unusual.

An attribute is read and a method called at once, and arguments are converted once an operation, not once an object.
Everything else is the library's: what has no method of its own type, what is asynchronous, interfaces and unions,
and whatever turns out other than its type says. Answers and errors are the same (tests/api/test_executor.py).
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

from graphql import (
    GraphQLObjectType,
    GraphQLOutputType,
    ListValueNode,
    ObjectValueNode,
    VariableNode,
)
from graphql.execution.collect_fields import CollectedFields, FieldDetailsList, GroupedFieldSet
from graphql.execution.values import get_argument_values
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.schema_converter import GraphQLCoreConverter, get_arguments
from strawberry.types import Info

from api.schema.known import KnownField, known_field
from api.schema.plain import Attributes, UnusualError, row
from api.schema.plans import Place, Selection, Step, path_of, plans_of

_UNSETTLED = (VariableNode, ListValueNode, ObjectValueNode)
"""Values that may hold a variable."""
_FIXED = (str, int, float, bool, date, Enum, type(None))
"""Arguments of these types are the same for everybody who asks with the same words: nothing can change them."""


class _ArgumentsError(Exception):
    """Arguments that cannot be used: the library converts them too, and says what is wrong and where."""


class DirectExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor with a shorter way for what is common."""

    @staticmethod
    def check() -> None:
        """What is done before each object of an answer: nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """See Executor."""
        super().__init__(*args, **kwargs)
        self._plans = plans_of(self.operation)
        self._converted: dict[int, dict[str, Any]] = {}
        self._wrapped = bool(self.middleware_manager and self.middleware_manager.middlewares)

    def execute_collected_root_fields(
        self, root_type: GraphQLObjectType, root_value: Any, grouped_field_set: GroupedFieldSet, *more: Any
    ) -> Any:
        """See Executor.execute_collected_root_fields."""
        fields = self._plans.roots.setdefault(root_type, grouped_field_set)
        return super().execute_collected_root_fields(root_type, root_value, fields, *more)

    def collect_subfields(
        self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList
    ) -> CollectedFields:
        """See Executor.collect_subfields."""
        below, key = self._plans.below, (return_type, id(field_details_list))
        found = below.get(key)
        if found is None:
            made = super().collect_subfields(return_type, field_details_list)
            found = below.setdefault(key, (field_details_list, made))
        return found[1]

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Any,
        grouped_field_set: GroupedFieldSet,
        position_context: Any,
    ) -> Any:
        """See Executor.execute_fields."""
        if self._wrapped or position_context is not None:
            self.check()
            return super().execute_fields(parent_type, source_value, path, grouped_field_set, position_context)
        return self.filled(self.selection(parent_type, grouped_field_set), source_value, path)

    def selection(self, of: GraphQLObjectType, asked: GroupedFieldSet) -> Selection:
        """How the fields of a type are executed."""
        return self._plans.selections.get(id(asked)) or self._planned(of, asked)

    def filled(self, selection: Selection, source: Any, place: Place | None) -> Any:
        """The part of the answer that an object is."""
        self.check()
        asked, rest = selection.asked, selection.rest
        try:
            read = selection.read(source)
        except Exception:  # noqa: BLE001  # the library meets it too: reading an attribute again changes nothing
            return super().execute_fields(selection.of, source, place and path_of(place), asked, None)
        if not selection.steps and not rest:
            return read
        found = dict.fromkeys(asked)
        found.update(read)
        for name, step in selection.steps:
            found[name] = step(self, source, (place, name, selection.of.name))
        if not rest:
            return found
        done = super().execute_fields(selection.of, source, place and path_of(place), rest, None)
        if isinstance(done, dict):
            return _with(found, rest, done)
        return _awaited(found, rest, done)

    def _planned(self, of: GraphQLObjectType, asked: GroupedFieldSet) -> Selection:
        """The plan of a selection, kept with it."""
        attributes: list[tuple[str, str, GraphQLOutputType]] = []
        steps: list[tuple[str, Step]] = []
        rest: GroupedFieldSet = {}
        for name, details in asked.items():
            known = known_field(of, details[0].node.name.value)
            if known is None:
                rest[name] = details
            elif known.value is not None and known.definition.is_basic_field:
                attributes.append((name, known.definition.python_name, known.field.type))
            else:
                steps.append((name, self._step(of, known, details)))
        plan = Selection(of, asked, Attributes(attributes), steps, rest)
        return self._plans.selections.setdefault(id(asked), plan)

    def _step(self, of: GraphQLObjectType, known: KnownField, details: FieldDetailsList) -> Step:
        """What gives a field."""
        nodes, kind = [one.node for one in details], known.field.type
        read, complete = self._read(of, known, details), self._completing(known, details)

        def step(run: DirectExecutor, source: Any, place: Place) -> Any:
            try:
                found = read(run, source, place)
                try:
                    return complete(run, found, place)
                except UnusualError:
                    path = path_of(place)
                    info = run.build_resolve_info(known.field, nodes, of, path)
                    return run.complete_value(kind, details, info, path, found, None)
            except _ArgumentsError:
                return run.execute_field(of, source, details, path_of(place), None)
            except Exception as error:  # noqa: BLE001  # any error of a field becomes one of the answer
                run.handle_field_error(error, kind, details, path_of(place))
                return None

        return step

    def _read(self, of: GraphQLObjectType, known: KnownField, details: FieldDetailsList) -> Step:
        """What calls a field's method, or reads its attribute."""
        definition, resolver = known.definition, known.definition.base_resolver
        if resolver is None:
            get = attrgetter(definition.python_name)
            return lambda _run, source, _place: get(source)
        method: Callable[..., Any] = resolver.wrapped_func  # type: ignore[assignment]  # a class method is bound by now
        nodes, arguments = [one.node for one in details], self._giving(known, details)
        if resolver.info_parameter is None:
            return lambda run, source, _place: method(source, **arguments(run))
        name = resolver.info_parameter.name

        def called(run: DirectExecutor, source: Any, place: Place) -> Any:
            given = arguments(run)
            info = Info(run.build_resolve_info(known.field, nodes, of, path_of(place)), definition)
            return method(source, **{name: info}, **given)

        return called

    def _giving(self, known: KnownField, details: FieldDetailsList) -> Callable[["DirectExecutor"], dict[str, Any]]:
        """What gives the arguments of a field; those that hold no variable are converted here."""
        node = details[0].node
        if not known.field.args and not node.arguments:
            return lambda _run: {}
        if not any(isinstance(one.value, _UNSETTLED) for one in node.arguments or ()):
            with suppress(_ArgumentsError):
                fixed = self.converted(known, details)
                if all(isinstance(one, _FIXED) for one in fixed.values()):
                    return lambda _run: fixed
        return lambda run: run.converted(known, details)

    def converted(self, known: KnownField, details: FieldDetailsList) -> dict[str, Any]:
        """The arguments of a field as its method takes them: those of one selection are the same for every object.

        Raises:
            _ArgumentsError: They cannot be used.
        """
        found = self._converted.get(id(details))
        if found is None:
            try:
                found = self._converted[id(details)] = self._arguments(known, details)
            except Exception as error:
                raise _ArgumentsError from error
        return found

    def _arguments(self, known: KnownField, details: FieldDetailsList) -> dict[str, Any]:
        node, values = details[0].node, details[0].fragment_variable_values
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

    def _completing(self, known: KnownField, details: FieldDetailsList) -> Step:
        """What makes what was found a part of the answer."""
        value, things = known.value, known.things
        if value is not None or things is None:
            return lambda _run, found, _place: value(found) if value else None
        fields = self.collect_subfields(things, details)[0]
        origin = things.extensions[GraphQLCoreConverter.DEFINITION_BACKREF].origin
        shown = _several(things, fields, origin) if known.several else _one(things, fields, origin)
        if not known.nullable:
            return shown
        return lambda run, found, place: None if found is None else shown(run, found, place)


def _one(of: GraphQLObjectType, fields: GroupedFieldSet, origin: type) -> Step:
    def one(run: DirectExecutor, found: Any, place: Place) -> Any:
        if type(found) is not origin:
            raise UnusualError
        return run.filled(run.selection(of, fields), found, place)

    return one


def _several(of: GraphQLObjectType, fields: GroupedFieldSet, origin: type) -> Step:
    usual = {origin}

    def several(run: DirectExecutor, found: Any, place: Place) -> Any:
        if not usual.issuperset(map(type, row(found))):
            raise UnusualError
        selection, filled = run.selection(of, fields), run.filled
        return [filled(selection, thing, (place, number, None)) for number, thing in enumerate(found)]

    return several


def _with(found: dict[str, Any], rest: GroupedFieldSet, done: dict[str, Any]) -> dict[str, Any]:
    """The answer with what the library made, which leaves out a field that the type does not have."""
    for name in rest:
        if name in done:
            found[name] = done[name]
        else:
            del found[name]
    return found


async def _awaited(found: dict[str, Any], rest: GroupedFieldSet, others: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    return _with(found, rest, await others)
