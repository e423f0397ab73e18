"""The GraphQL schema; one file a subject."""

import api.schema.enums as _enums  # noqa: F401  an enumeration is registered before a type names it
