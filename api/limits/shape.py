"""How large a document is, measured before it is validated: in one pass, however its fragments refer to each other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValidationContext,
)
from graphql.validation.validate import ValidationAbortedError

from api.limits.settings import Limits

_INTROSPECTION = ("__schema", "__type")
_DIGITS = 300
_NUMBER = re.compile(rf"\d{{{_DIGITS + 1}}}")
"""Python converts no number of thousands of digits, and no argument of ours is one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a selection with its fragments unfolded: `level` is what stands at its own level.

    What is asked of the schema itself adds to everything but the depth; how deep that goes is a rule of its own.
    """

    depth: int = 0
    fields: int = 0
    level: int = 0
    breadth: int = 0
    aliases: int = 0
    directives: int = 0

    def beside(self, other: "Shape") -> "Shape":
        """Both in one selection."""
        level = self.level + other.level
        return Shape(
            max(self.depth, other.depth),
            self.fields + other.fields,
            level,
            max(self.breadth, other.breadth, level),
            self.aliases + other.aliases,
            self.directives + other.directives,
        )


def measured(document: DocumentNode) -> Shape:
    """The size of a document: the depth and breadth of its largest operation, all else of all of them.

    Fragments in a circle end where they begin: that they are refused is a rule of validation.
    """
    fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
    known: dict[str, Shape] = {}
    whole = Shape()
    for one in document.definitions:
        if isinstance(one, OperationDefinitionNode):
            found = _selection(one.selection_set, fragments, known)
            whole = Shape(
                max(whole.depth, found.depth),
                whole.fields + found.fields,
                0,
                max(whole.breadth, found.breadth),
                whole.aliases + found.aliases,
                whole.directives + found.directives + len(one.directives or ()),
            )
    return whole


def _selection(
    of: SelectionSetNode | None, fragments: dict[str, FragmentDefinitionNode], known: dict[str, Shape]
) -> Shape:
    found = Shape()
    for one in of.selections if of else ():
        found = found.beside(_one(one, fragments, known))
    return found


def _one(one: SelectionNode, fragments: dict[str, FragmentDefinitionNode], known: dict[str, Shape]) -> Shape:
    directives = Shape(directives=len(one.directives or ()))
    if isinstance(one, FragmentSpreadNode):
        name = one.name.value
        if name not in known and name in fragments:
            known[name] = Shape()  # what a circle leads back to adds nothing more
            known[name] = _selection(fragments[name].selection_set, fragments, known)
        return directives.beside(known.get(name, Shape()))
    if isinstance(one, InlineFragmentNode):
        return directives.beside(_selection(one.selection_set, fragments, known))
    if not isinstance(one, FieldNode):
        return directives
    below = _selection(one.selection_set, fragments, known)
    depth = 0 if one.name.value in _INTROSPECTION else below.depth + 1
    own = Shape(depth, below.fields + 1, 1, max(below.breadth, 1), below.aliases + bool(one.alias), below.directives)
    return directives.beside(own)


@dataclass(frozen=True, slots=True)
class Excess:
    """What is too large about a document: the limit as programs know it, and in words with the next step."""

    code: str
    message: str


def too_large(document: DocumentNode, limits: Limits) -> Excess | None:
    """What is too large about a document; None where nothing is."""
    if document.loc and _NUMBER.search(document.loc.source.body):
        told = f"the document holds a number of more than {_DIGITS} digits; send what is no number as a variable"
        return Excess("DIGITS_LIMIT", told)
    try:
        found = measured(document)
    except RecursionError:
        told = f"the document is nested too deeply; at most {limits.depth} fields may lie inside each other"
        return Excess("DEPTH_LIMIT", told)
    counts: Iterable[tuple[str, str, int, int]] = (
        ("DEPTH_LIMIT", "fields inside each other", found.depth, limits.depth),
        ("BREADTH_LIMIT", "fields in one selection", found.breadth, limits.breadth),
        ("FIELDS_LIMIT", "fields in all", found.fields, limits.fields),
        ("ALIASES_LIMIT", "aliases", found.aliases, limits.aliases),
        ("DIRECTIVES_LIMIT", "directives", found.directives, limits.directives),
    )
    return next((_excess(*one) for one in counts if one[2] > one[3]), None)


def _excess(code: str, what: str, counted: int, most: int) -> Excess:
    many = counted if counted < 1_000_000 else "over a million"
    return Excess(
        code, f"the document has {many} {what}; at most {most} are answered: ask for less, or in several requests"
    )


def shape_rule(limits: Limits) -> type[ASTValidationRule]:
    """The rule of validation that refuses what is too large, before other rules look into it.

    Made once a schema: a document that was found valid under the same rules is not validated again.
    """

    class ShapeRule(ASTValidationRule):
        """See shape_rule."""

        def __init__(self, context: ValidationContext) -> None:
            super().__init__(context)

        def enter_document(self, node: DocumentNode, *_args: Any) -> None:
            """Judge the document as a whole."""
            found = too_large(node, limits)
            if found:
                raise ValidationAbortedError(found.message, extensions={"code": found.code})

    return ShapeRule
