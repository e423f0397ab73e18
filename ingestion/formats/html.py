"""HTML and Markdown -> text, as a reader of the page sees it."""

from lxml import etree
from lxml.html import HTMLParser
from markdown_it import MarkdownIt

from ingestion.formats.decoding import decoded
from ingestion.formats.layout import Grammar, Role, by_name, lines

_ROLES = by_name(
    {
        Role.SKIP: "head script style noscript template svg math object embed iframe nav form button select textarea",
        Role.BLOCK: "address article aside blockquote body dd dl dt div fieldset figcaption figure footer h1 h2 h3 h4 "
        "h5 h6 header hr html main ol p pre section table tbody tfoot thead ul caption details summary",
        Role.ITEM: "li",
        Role.ROW: "tr",
        Role.BREAK: "br",
    }
)


def html_text(name: str, data: bytes) -> str:
    """The text of an HTML page as a reader sees it.

    Raises:
        UnreadableError: It is no HTML page, or nested too deep.
    """
    return "\n".join(html_lines(name, decoded(name, data)))


def markdown_text(name: str, data: bytes) -> str:
    """The text of a Markdown file without its signs.

    Raises:
        UnreadableError: It is no text, or nested too deep.
    """
    page = MarkdownIt("commonmark", {"breaks": True}).enable(["table", "strikethrough"]).render(decoded(name, data))
    return "\n".join(html_lines(name, page))


def html_lines(name: str, page: str) -> list[str]:
    """The lines of an HTML page, or of a piece of one; none where it is empty.

    Raises:
        UnreadableError: It is nested too deep.
    """
    if not page.strip():
        return []
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(page.encode(), parser)
    return [] if root is None else lines(name, root, Grammar(_role))


def _role(element: etree._Element) -> Role:
    style = (element.get("style") or "").replace(" ", "")
    hidden = element.get("hidden") is not None or "display:none" in style
    return Role.SKIP if hidden else _ROLES.get(str(element.tag).lower(), Role.INLINE)
