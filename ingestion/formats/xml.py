"""XML -> a tree, with nothing fetched and nothing expanded, and how its elements are asked."""

from collections.abc import Iterator

from lxml import etree

from ingestion.errors import UnreadableError
from ingestion.formats.layout import hold_to_depth


def xml_root(name: str, data: bytes) -> etree._Element:
    """The root of an XML file; a document type, and so every entity, is refused, and nothing outside is fetched.

    Raises:
        UnreadableError: It is damaged, has a document type, or is nested too deep.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"'{name}' is a damaged XML (line {error.lineno}); save it again") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(f"'{name}' has a document type, which is not read; save it without one")
    hold_to_depth(name, root)
    return root


def every(element: etree._Element, path: str) -> Iterator[etree._Element]:
    """The elements at a path of names, in whatever namespaces they are."""
    yield from element.iterfind("/".join(step if step.startswith(".") else "{*}" + step for step in path.split("/")))


def said(element: etree._Element, *paths: str) -> str:
    """The words at the first of some paths that has any; empty where none has."""
    found = (" ".join("".join(one.itertext()).split()) for path in paths for one in every(element, path))
    return next((words for words in found if words), "")
