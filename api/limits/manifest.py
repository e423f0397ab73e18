"""A manifest out of a folder of .graphql files: each operation with the fragments it uses, wherever they stand."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    Node,
    OperationDefinitionNode,
    Visitor,
    parse,
    print_ast,
    validate,
    visit,
)
from strawberry import Schema

from api.limits.cost import plan
from api.limits.persisted import ManifestError, sha256_of
from api.limits.settings import Limits
from api.limits.shape import too_large


@dataclass(frozen=True, slots=True)
class Document:
    """One operation of a manifest: `text` holds it and its fragments, `cost` is in units where no variable is given."""

    name: str
    id: str
    text: str
    cost: int


def documents_of(folder: Path, schema: Schema, limits: Limits) -> list[Document]:
    """The operations of the .graphql files below `folder`, by name.

    Raises:
        ManifestError: There is none, a file is no GraphQL, a name is missing or given twice, an operation does not fit
            the schema or is larger than the limits.
    """
    fragments: dict[str, FragmentDefinitionNode] = {}
    operations: dict[str, tuple[Path, OperationDefinitionNode]] = {}
    for path in sorted(folder.rglob("*.graphql")):
        for one in _parsed(path).definitions:
            if isinstance(one, FragmentDefinitionNode):
                _check_new(fragments, one.name.value, path)
                fragments[one.name.value] = one
            elif isinstance(one, OperationDefinitionNode):
                if one.name is None:
                    raise ManifestError(f"'{path}' holds an operation without a name; give it one")
                _check_new(operations, one.name.value, path)
                operations[one.name.value] = (path, one)
    if not operations:
        raise ManifestError(f"no operation in the .graphql files below '{folder}'; name the folder that holds them")
    return [_document(*operations[name], fragments, schema, limits) for name in sorted(operations)]


def _check_new(kept: Container[str], name: str, path: Path) -> None:
    if name in kept:
        raise ManifestError(f"'{path}' defines '{name}', which is defined elsewhere too; rename one")


def _parsed(path: Path) -> DocumentNode:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, GraphQLError, RecursionError) as error:
        raise ManifestError(f"'{path}' cannot be read as GraphQL: {error}") from error


def _document(
    path: Path,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    schema: Schema,
    limits: Limits,
) -> Document:
    name = operation.name.value if operation.name else ""
    whole = DocumentNode(definitions=(operation, *(fragments[one] for one in sorted(_used(operation, fragments)))))
    wrong = [too_large(whole, limits), *validate(schema._schema, whole)]
    found = next((one.message for one in wrong if one), None)
    if found:
        raise ManifestError(f"'{name}' in '{path}' cannot be asked: {found}")
    text = print_ast(whole)
    return Document(name, sha256_of(text), text, plan(schema._schema, whole, name).cost({}))


def _used(node: Node, fragments: Mapping[str, FragmentDefinitionNode]) -> set[str]:
    """The names of the fragments that a node uses, itself or through others."""
    found: set[str] = set()
    new = set(_spreads(node))
    while new:
        found |= new
        new = {inner for name in new if name in fragments for inner in _spreads(fragments[name])} - found
    return {name for name in found if name in fragments}


def _spreads(node: Node) -> Iterator[str]:
    names: list[str] = []

    class Spreads(Visitor):
        """Collects names."""

        def enter_fragment_spread(self, one: FragmentSpreadNode, *_args: object) -> None:
            """One spread."""
            names.append(one.name.value)

    visit(node, Spreads())
    yield from names
