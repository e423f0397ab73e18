"""A page read strictly: every element closed in its order, as a browser never has to guess."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("meta", "br", "hr", "img", "input", "link", "wbr"))


@dataclass
class Element:
    """One element; `text` is all that is written in it."""

    name: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def all(self, *names: str) -> list["Element"]:
        """The elements of some names inside, in order."""
        found = []
        for child in self.children:
            found += [child] if child.name in names else []
            found += child.all(*names)
        return found


class _Strict(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        made = Element(tag, {name: value or "" for name, value in attrs}, self.open[-1])
        self.open[-1].children.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.open[-1])
        self.open[-1].children.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for one in self.open:
            one.text += data


def read(page: str) -> Element:
    """The page as a tree."""
    reader = _Strict()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], f"never closed: {[one.name for one in reader.open[1:]]}"
    return reader.root


def cells(table: Element) -> list[list[str]]:
    """The rows of a table's body as text."""
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tbody")[0].all("tr")]


def captioned(root: Element, caption: str) -> Element:
    """The table whose caption begins so."""
    return next(one for one in root.all("table") if one.all("caption")[0].text.startswith(caption))
