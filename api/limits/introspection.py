"""A schema that does not tell about itself."""

from typing import Any

from graphql import FieldNode
from graphql.language import SKIP
from graphql.validation import NoSchemaIntrospectionCustomRule

_ASKS = ("__schema", "__type")


class NoIntrospection(NoSchemaIntrospectionCustomRule):
    """The library's rule with its message, once for each question instead of once for each field of the answer."""

    def enter_field(self, node: FieldNode, *args: Any) -> Any:
        """Refuse a question about the schema, and leave what is below it alone."""
        super().enter_field(node, *args)
        return SKIP if node.name.value in _ASKS else None
