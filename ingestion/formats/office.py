"""DOCX and ODT -> text: headers, body with tables and text boxes in their places, footers."""

import io

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import XmlPart
from lxml import etree

from ingestion.errors import UnreadableError
from ingestion.formats import archive
from ingestion.formats.layout import Grammar, Role, by_name, lines
from ingestion.formats.xml import xml_root

_WORD = by_name(
    {
        Role.SKIP: "rPr pPr tblPr tblGrid trPr tcPr sectPr instrText delText Fallback footnoteReference del moveFrom",
        Role.BLOCK: "p tbl txbxContent",
        Role.ROW: "tr",
        Role.BREAK: "br cr",
        Role.TAB: "tab ptab",
        Role.HYPHEN: "noBreakHyphen",
        Role.LETTERS: "t",
    }
)
_ODT = by_name(
    {
        Role.SKIP: "annotation tracked-changes note forms scripts sequence-decls desc title image object",
        Role.BLOCK: "p h table text-box list section frame",
        Role.ITEM: "list-item list-header",
        Role.ROW: "table-row",
        Role.BREAK: "line-break",
        Role.TAB: "tab",
        Role.SPACE: "s",
    }
)


def docx_text(name: str, data: bytes) -> str:
    """The text of a DOCX: its headers, its body with tables and text boxes in their places, its footers.

    Raises:
        UnreadableError: It is damaged, a bomb, or nested too deep.
    """
    archive.opened(name, data).close()
    try:
        package = docx.Document(io.BytesIO(data)).part.package
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableError(f"'{name}' is a damaged DOCX ({type(error).__name__}); save it again") from error
    parts = {str(part.partname): part.element for part in package.iter_parts() if isinstance(part, XmlPart)}
    ordered = [
        path for word in ("header", "document", "footer") for path in sorted(parts) if path.startswith(f"/word/{word}")
    ]
    found = [lines(name, parts[path], Grammar(_word_role, only_letters=True)) for path in ordered]
    # A document has up to three headers (first page, even, odd), often with the same words.
    return "\n".join(dict.fromkeys("\n".join(part) for part in found))


def odt_text(name: str, data: bytes) -> str:
    """The text of an ODT: the headers of its pages, its body, its footers.

    Raises:
        UnreadableError: It is damaged, locked, a bomb, or nested too deep.
    """
    with archive.opened(name, data) as packed:
        if b"encryption-data" in (archive.part(name, packed, "META-INF/manifest.xml") or b""):
            raise UnreadableError(f"'{name}' is locked with a password; save it without one")
        content, styles = (archive.part(name, packed, path) for path in ("content.xml", "styles.xml"))
    if content is None:
        raise UnreadableError(f"'{name}' is a damaged ODT (no content.xml); save it again")
    body = list(xml_root(name, content).iter("{*}body"))
    pages = [xml_root(name, styles)] if styles else []
    headers, footers = ([one for page in pages for one in page.iter("{*}" + kind)] for kind in ("header", "footer"))
    found = [lines(name, one, Grammar(_odt_role)) for one in (*headers, *body, *footers)]
    return "\n".join(line for part in found for line in part)


def _word_role(element: etree._Element) -> Role:
    role = _WORD.get(etree.QName(element).localname, Role.INLINE)
    hidden = role is Role.INLINE and element.find("{*}rPr/{*}vanish") is not None
    return Role.SKIP if hidden else role


def _odt_role(element: etree._Element) -> Role:
    return _ODT.get(etree.QName(element).localname, Role.INLINE)
