"""A tree of elements -> the lines of a page: blocks, list items and rows of tables, whatever the format calls them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from lxml import etree

from ingestion.errors import UnreadableError
from ingestion.formats.limits import DEEPEST
from ingestion.sections import heading

_BETWEEN_CELLS = "  "


class Role(Enum):
    """What an element does to the page."""

    INLINE = auto()
    BLOCK = auto()
    ITEM = auto()
    ROW = auto()
    BREAK = auto()
    TAB = auto()
    SPACE = auto()
    HYPHEN = auto()
    LETTERS = auto()
    SKIP = auto()


_SIGNS = {Role.TAB: "\t", Role.SPACE: " ", Role.HYPHEN: "-"}


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a format's elements are read: the role of each, and whether only `LETTERS` hold text or every element."""

    role: Callable[[etree._Element], Role]
    only_letters: bool = False
    bullet: str = "- "


@dataclass(slots=True)
class _Page:
    lines: list[str] = field(default_factory=list)
    now: str = ""

    def end(self, then: str = "") -> None:
        if self.now.strip(" -\t"):
            self.lines.append(self.now.strip())
        self.now = then


def by_name(roles: dict[Role, str]) -> dict[str, Role]:
    """The role of each name, from the names of each role in one string."""
    return {name: role for role, names in roles.items() for name in names.split()}


def lines(name: str, root: etree._Element, grammar: Grammar) -> list[str]:
    """The lines of the page that `root` describes.

    Raises:
        UnreadableError: It is nested deeper than `DEEPEST`.
    """
    hold_to_depth(name, root)
    page = _Page()
    _walk(root, grammar, page)
    page.end()
    return page.lines


def hold_to_depth(name: str, root: etree._Element) -> None:
    """Refuse a tree that is nested too deep.

    Raises:
        UnreadableError: It is nested deeper than `DEEPEST`.
    """
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise UnreadableError(f"'{name}' is nested deeper than {DEEPEST} elements; save it in a simpler layout")


def row(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table's row: cells side by side, so that a period stands on its job's line.

    Where several cells hold several lines, or the first is a heading, the row is columns: one after the other.
    """
    full = [cell for cell in cells if cell]
    columns = sum(len(cell) > 1 for cell in full) > 1
    if not full or columns or heading(full[0][0]) is not None:
        return [line for cell in full for line in cell]
    return [_BETWEEN_CELLS.join(cell[0] for cell in full), *(line for cell in full for line in cell[1:])]


def _walk(element: etree._Element, grammar: Grammar, page: _Page) -> None:
    role = grammar.role(element) if isinstance(element.tag, str) else Role.SKIP
    if role is Role.SKIP:
        return
    if role in (Role.BLOCK, Role.ITEM, Role.ROW, Role.BREAK):
        # The bullet of an item stays before a paragraph that opens it.
        page.end(grammar.bullet if role is Role.ITEM else page.now if page.now == grammar.bullet else "")
    if role is Role.ROW:
        page.lines += row([_cell(child, grammar) for child in element])
        return
    page.now += _SIGNS.get(role, "")
    _children(element, grammar, page, grammar.only_letters and role is not Role.LETTERS)
    if role in (Role.BLOCK, Role.ITEM):
        page.end()


def _children(element: etree._Element, grammar: Grammar, page: _Page, mute: bool) -> None:
    _say(page, None if mute else element.text, grammar)
    for child in element:
        _walk(child, grammar, page)
        _say(page, None if mute else child.tail, grammar)


def _say(page: _Page, text: str | None, grammar: Grammar) -> None:
    if not text:
        return
    if grammar.only_letters:
        page.now += text
        return
    words = " ".join(text.split())
    before = " " if text[0].isspace() and page.now and not page.now[-1].isspace() else ""
    page.now += before + words + (" " if words and text[-1].isspace() else "")


def _cell(element: etree._Element, grammar: Grammar) -> list[str]:
    page = _Page()
    _walk(element, grammar, page)
    page.end()
    return page.lines
