"""HTML -> text that keeps its headings, paragraphs and list items, each on a line of its own."""

import html
import re

import lxml.html
from lxml.etree import ParserError

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINE = _HEADINGS | {"p", "div", "section", "article", "header", "footer", "main", "table", "tr", "ul", "ol"}
_LINE |= {"dl", "dt", "dd", "blockquote", "pre", "hr"}
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "iframe", "svg", "button", "form", "nav"))
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENCODED_TAG = re.compile(r"&lt;/?[a-z][a-z0-9]*", re.IGNORECASE)
_DEEPEST = 200


def plain(text: str) -> str:
    """The text of a piece that may be HTML, entity-encoded HTML or plain text; "- " opens a list item."""
    if _ENCODED_TAG.search(text):
        text = html.unescape(text)
    if not _TAG.search(text):
        return _tidy(html.unescape(text))
    try:
        return text_of(lxml.html.fragment_fromstring(text, create_parent="div"))
    except (ParserError, ValueError):
        return _tidy(html.unescape(_TAG.sub("\n", text)))


def text_of(element: lxml.html.HtmlElement) -> str:
    """The text of an element; what a browser does not show is left out."""
    pieces: list[str] = []
    _walk(element, pieces, 0)
    return _tidy("".join(pieces))


def _walk(element: lxml.html.HtmlElement, pieces: list[str], depth: int) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _UNSEEN or depth > _DEEPEST:
        return
    pieces.append({"br": "\n", "li": "\n- ", "td": "  ", "th": "  "}.get(tag, "\n" if tag in _LINE else ""))
    pieces.append(_flow(element.text, tag))
    for child in element:
        _walk(child, pieces, depth + 1)
        pieces.append(_flow(child.tail, tag))
    pieces.append("\n\n" if tag == "p" or tag in _HEADINGS else "\n" if tag in _LINE or tag == "li" else "")


def _flow(text: str | None, tag: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text or "") if tag != "pre" else text or ""


def _tidy(text: str) -> str:
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.replace("\r", "").split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join("" if line == "-" else line for line in lines)).strip()
    return re.sub(r"^(- .*)\n\n(?=- )", r"\1\n", joined, flags=re.MULTILINE)
