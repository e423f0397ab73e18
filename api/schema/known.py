"""What the schema says of a field that can be executed without the library."""

from dataclasses import dataclass
from functools import cache

from graphql import GraphQLField, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLOutputType
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

from api.schema.plain import Completed, plain


@dataclass(frozen=True, slots=True)
class KnownField:
    """What the schema says of a field: exactly one of `value` (what completes it) and `things` (its type) is given."""

    field: GraphQLField
    definition: StrawberryField
    value: Completed | None
    things: GraphQLObjectType | None
    several: bool
    nullable: bool


@cache
def known_field(parent_type: GraphQLObjectType, name: str) -> KnownField | None:
    """What is known of a field that can go the shorter way; None = the library has it."""
    field = parent_type.fields.get(name)
    definition = field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF) if field else None
    if field is None or definition is None or not _is_direct(definition):
        return None
    value, (things, several) = plain(field.type), _things(field.type)
    if value is None and things is None:
        return None
    return KnownField(field, definition, value, things, several, not isinstance(field.type, GraphQLNonNull))


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
