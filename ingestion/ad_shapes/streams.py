"""Files of any size -> one raw record after the other: JSON, JSON Lines and XML, within limits of size and depth."""

import io
import json
from collections.abc import Iterator
from contextlib import closing

import ijson
import lxml.html
from lxml import etree

from ingestion.ad_shapes.sources import LARGEST_AD_BYTES, AdFile, Metered, encoding_of
from ingestion.errors import IngestionError, UnreadableError

WRAPPERS = ("JobPositionPostings", "jobAds", "jvs", "@graph", "items", "itemListElement", "ads", "postings")
"""Where a document that holds many ads keeps them."""
XML_ADS = ("PositionOpening", "item")
_DEEPEST = 64
LARGEST_PAGE_BYTES = 20_000_000


def json_lines(file: AdFile) -> Iterator[object | IngestionError]:
    """A record a line; a line that is no JSON is an error of its own, and the next goes on."""
    encoding = encoding_of(file)
    if encoding == "utf-16":
        yield from json_document(file)
        return
    with file.open() as stream:
        count = 0
        while line := stream.readline(LARGEST_AD_BYTES):
            count += 1
            if not line.strip():
                continue
            try:
                yield json.loads(_decoded(line))
            except (ValueError, RecursionError) as error:
                yield UnreadableError(f"line {count} of '{file.name}' is no JSON ({error}); write one ad a line")


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def json_document(file: AdFile) -> Iterator[object | IngestionError]:
    """The members of a top-level array, or of the array in which an object keeps its ads; else the object itself.

    Several documents after each other are read too.
    """
    with file.open() as stream:
        metered = Metered(stream, encoding_of(file), file.name)
        events = ijson.parse(metered, use_float=True, multiple_values=True)
        try:
            for value in _values(events, file.name):
                metered.one_more()
                yield value
        except (ijson.JSONError, UnreadableError) as error:
            step = "" if isinstance(error, UnreadableError) else f"'{file.name}' is no JSON from here on: "
            yield UnreadableError(f"{step}{error}; what came before it was read")


def _values(events: Iterator[tuple[str, str, object]], name: str) -> Iterator[object]:
    builder, depth, rest, wrapped = ijson.ObjectBuilder(), 0, ijson.ObjectBuilder(), False
    places = {"item", *(f"{wrapper}.item" for wrapper in WRAPPERS)}
    inside = ""
    for prefix, event, value in events:
        depth += (event in ("start_map", "start_array")) - (event in ("end_map", "end_array"))
        if depth > _DEEPEST:
            raise UnreadableError(f"'{name}' is nested deeper than {_DEEPEST}; no ad is")
        if not inside and prefix in places and event not in ("end_map", "end_array"):
            inside, builder, wrapped = prefix, ijson.ObjectBuilder(), True
        if not inside:
            rest.event(event, value)
            if prefix == "" and event == "end_map":
                if not wrapped:
                    yield rest.value
                rest, wrapped = ijson.ObjectBuilder(), False
            continue
        builder.event(event, value)
        if prefix == inside and event not in ("start_map", "start_array", "map_key"):
            yield builder.value
            inside = ""


def xml_ads(file: AdFile) -> Iterator[etree._Element | IngestionError]:
    """The ads of an XML file, each let go of when the next is asked for; a DTD, and so entities, are refused."""
    with file.open() as stream:
        metered = Metered(stream, "utf-8", file.name)
        try:
            walk = etree.iterparse(
                metered,
                events=("start", "end"),
                tag=[f"{{*}}{name}" for name in XML_ADS],
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            )
            for event, element in walk:
                if element.getroottree().docinfo.internalDTD is not None:
                    raise UnreadableError(f"'{file.name}' has a DTD; remove the DOCTYPE, ads need none")
                if event == "end":
                    metered.one_more()
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            yield UnreadableError(f"'{file.name}' is no XML from here on: {error}; what came before it was read")
        except UnreadableError as error:
            yield error


def page(file: AdFile) -> lxml.html.HtmlElement:
    """A saved web page.

    Raises:
        UnreadableError: It is too large or holds nothing.
    """
    with closing(file.open()) as stream:
        data = stream.read(LARGEST_PAGE_BYTES + 1)
    if len(data) > LARGEST_PAGE_BYTES:
        raise UnreadableError(f"'{file.name}' is a page of more than {LARGEST_PAGE_BYTES // 1_000_000} MB; split it")
    text = io.TextIOWrapper(io.BytesIO(data), encoding_of(file), errors="replace").read()
    try:
        # A declaration of encoding in a text that is decoded already is refused by the parser.
        return lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableError(f"'{file.name}' holds no page; save it again") from error


def linked_data(found: lxml.html.HtmlElement, name: str) -> Iterator[object | IngestionError]:
    """The JSON-LD of a page's scripts; line ends within their strings are taken as they are."""
    for script in found.iter("script"):
        if str(script.get("type", "")).strip().casefold().startswith("application/ld+json"):
            try:
                yield json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError) as error:
                yield UnreadableError(f"the JSON-LD of '{name}' is no JSON ({error}); save the page again")
