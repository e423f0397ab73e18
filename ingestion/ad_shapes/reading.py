"""Files of ads in any shape that we know -> records, each with the source that numbers it; the shape is recognised."""

import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from lxml.etree import _Element as Element

from ingestion.ad_shapes import boards, eures, hr_open, jobnet, schema_org, table
from ingestion.ad_shapes.fields import Raw, Record
from ingestion.ad_shapes.sources import AdFile, encoding_of, files
from ingestion.ad_shapes.streams import json_document, json_lines, linked_data, page, xml_ads
from ingestion.errors import IngestionError, UnreadableError

T = TypeVar("T")


class AdShape(StrEnum):
    """A shape that ads come in, as `--format` names it."""

    OWN = "own"
    CSV = "csv"
    JOBNET_2021 = "jobnet-2021"
    JOBNET_2021_PAGE = "jobnet-2021-page"
    JOBNET_2026 = "jobnet-2026"
    JOBNET_2026_AD = "jobnet-2026-ad"
    SCHEMA_ORG = "schema-org"
    EURES = "eures"
    EURES_AD = "eures-ad"
    HR_OPEN = "hr-open"
    FEED = "feed"
    JOBINDEX = "jobindex"
    MICRODATA = "jobbank"
    JOBDANMARK = "jobdanmark"


@dataclass(frozen=True, slots=True)
class Ad:
    """One ad as found in a file: its record under the source that numbers it."""

    name: str
    source: str
    record: Record


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, and why."""

    name: str
    error: IngestionError


_JSON: tuple[tuple[AdShape, frozenset[str], Callable[[Raw], Record], str], ...] = (
    (AdShape.JOBNET_2021, frozenset(("HiringOrgName", "PostingCreated")), jobnet.search_page_2021, jobnet.SOURCE),
    (AdShape.JOBNET_2021_PAGE, frozenset(("JobPositionPosting",)), jobnet.page_2021, jobnet.SOURCE),
    (AdShape.JOBNET_2026, frozenset(("jobAdId",)), jobnet.search_2026, jobnet.SOURCE),
    (AdShape.JOBNET_2026_AD, frozenset(("publicationDateTime", "body")), jobnet.ad_2026, jobnet.SOURCE),
    (AdShape.EURES_AD, frozenset(("jvProfiles",)), eures.ad_in_full, eures.SOURCE),
    (AdShape.EURES, frozenset(("locationMap", "creationDate")), eures.row, eures.SOURCE),
    (AdShape.JOBDANMARK, frozenset(("companyName", "url")), boards.jobdanmark_row, boards.JOBDANMARK),
    (AdShape.OWN, frozenset(("title", "body")), table.own, ""),
    (AdShape.OWN, frozenset(("id", "title")), table.own, ""),
)
"""A JSON record's shape by fields that it alone has; the first that fits."""
_XML = {"PositionOpening": hr_open.position_opening, "item": boards.feed_item}
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_LINES = frozenset((".jsonl", ".ndjson"))
_SOURCE_DIGITS = 12


def read_ads(path: Path, shape: AdShape | None = None, named: bool = True) -> Iterator[Ad | Unread]:
    """The ads at `path` (a file, a folder or a ZIP) in order; what is wrong with one ad stops no other.

    `shape` None = each record's own content says it. `named` False = the file's name is no source of its ads.
    """
    try:
        for file in files(path, named):
            try:
                yield from _ads(file, shape)
            except UnreadableError as error:
                yield Unread(file.name, error)
    except UnreadableError as error:
        yield Unread(path.name, error)


def _ads(file: AdFile, shape: AdShape | None) -> Iterator[Ad | Unread]:
    head = _text(file.head())
    first = head.lstrip()[:1]
    if not first:
        raise UnreadableError(f"'{file.name}' is empty; give a file with ads")
    if shape is AdShape.CSV or (first not in "{[<" and not file.name.endswith(tuple(_LINES))):
        yield from _table(file)
    elif first == "<" and _is_page(head):
        yield from _page(file, shape)
    elif first == "<":
        for element in xml_ads(file):
            yield _from_xml(file, element)
    else:
        for value in json_lines(file) if _line_by_line(file, head) else json_document(file):
            yield from _from_json(file, value, shape)


def _text(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", errors="ignore")
    return head.decode("utf-8-sig", errors="ignore")


def _is_page(head: str) -> bool:
    root = _ROOT.search(re.sub(r"<!--.*?-->", "", head, flags=re.DOTALL))
    return bool(re.search(r"<!doctype\s+html", head, re.IGNORECASE)) or (
        root is not None
        and root[1].casefold() in ("html", "head", "body", "div", "script", "article", "main", "section")
    )


def _line_by_line(file: AdFile, head: str) -> bool:
    """Whether each line is an ad: a broken line then costs no other."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    if Path(file.name).suffix.lower() in _LINES:
        return lines[0] not in ("{", "[")
    return len(lines) > 1 and all(line.startswith("{") and len(line) > 1 for line in lines[:2])


def _table(file: AdFile) -> Iterator[Ad | Unread]:
    with file.open() as stream, io.TextIOWrapper(stream, encoding_of(file), errors="replace", newline="") as lines:
        for raw in table.rows(lines, file.name):
            yield _made(file, table.row, raw, "")


def _page(file: AdFile, shape: AdShape | None) -> Iterator[Ad | Unread]:
    found, saved, count = page(file), file.saved.isoformat(), 0
    for value in linked_data(found, file.name):
        for raw in [value] if isinstance(value, IngestionError) else schema_org.postings_in(value):
            count += 1
            yield from _from_json(file, raw, AdShape.SCHEMA_ORG)
    if not count:
        for raw in boards.microdata(found, saved):
            count += 1
            yield _made(file, boards.marked_page, raw, boards.JOBBANK)
    if not count:
        for raw in boards.cards(found, saved):
            count += 1
            yield _made(file, boards.card, raw, boards.JOBINDEX)
    if not count:
        raise UnreadableError(f"'{file.name}' is a page without a JobPosting; save the ad's own page")


def _from_xml(file: AdFile, element: Element | IngestionError) -> Ad | Unread:
    if isinstance(element, IngestionError):
        return Unread(file.name, element)
    return _made(file, _XML[str(element.tag).rsplit("}", 1)[-1]], element, "")


def _from_json(file: AdFile, raw: object, shape: AdShape | None) -> Iterator[Ad | Unread]:
    if isinstance(raw, IngestionError):
        yield Unread(file.name, raw)
        return
    if not isinstance(raw, Mapping):
        yield Unread(file.name, UnreadableError(f"'{file.name}': an ad is a JSON object; '{str(raw)[:40]}' is none"))
        return
    if shape in (None, AdShape.SCHEMA_ORG):
        postings = list(schema_org.postings_in(raw))
        for one in postings:
            yield _made(file, schema_org.posting, one, "")
        if postings or (shape is None and "@type" in raw):
            return
    for known, fields, reader, source in _JSON:
        if known is shape or (shape is None and fields <= raw.keys()):
            yield _made(file, reader, raw, source)
            return
    told = ", ".join(list(raw)[:6]) or "no fields"
    yield Unread(
        file.name, UnreadableError(f"'{file.name}': a record with {told} is no ad that we know; name it with --format")
    )


def _made(file: AdFile, reader: Callable[[T], Record], raw: T, source: str) -> Ad | Unread:
    try:
        record = reader(raw)
    except IngestionError as error:
        return Unread(file.name, error)
    return Ad(file.name, source or str(record.get("source") or "") or _source_of(file, record), record)


def _source_of(file: AdFile, record: Record) -> str:
    """Who numbers an ad that does not say it: the file by its name, else employer and title, so that it is told again.

    The number alone would not do: another's ad of the same number would be taken for this one and replace it.
    """
    if file.named:
        return Path(file.name).stem
    said = "\n".join(" ".join(str(record.get(one) or "").split()).casefold() for one in ("employer", "title"))
    return f"upload-{hashlib.sha256(said.encode()).hexdigest()[:_SOURCE_DIGITS]}"
