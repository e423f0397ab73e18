"""Jobindex, Jobbank and Jobdanmark: feeds, result pages, ads marked with microdata, and search rows."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import lxml.html
from lxml.etree import _Element as Element

from ingestion.ad_shapes.fields import Raw, Record, body, day, identity, needed, place, placed, published, word
from ingestion.ad_shapes.markup import plain, text_of

JOBINDEX, JOBBANK, JOBDANMARK = "jobindex", "jobbank", "jobdanmark"
_DEADLINE = re.compile(r"(?:Ansøgningsfrist|Frist):?\s*(\d{1,2}[-./]\d{1,2}[-./]\d{4})", re.IGNORECASE)
_PLACE = re.compile(r"^\(?(\d{4} [A-ZÆØÅ][\wæøåÆØÅ .-]+?)\)?$|^\(([A-ZÆØÅ][\wæøåÆØÅ .,-]+)\)$", re.MULTILINE)
_SHORT_LINE = 60


def feed_item(element: Element) -> Record:
    """An RSS item: "title, employer", and a description that names employer, place and deadline.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    raw = {
        str(child.tag).rsplit("}", 1)[-1]: "".join(child.itertext()) for child in element if isinstance(child.tag, str)
    }
    link = word(raw, "link", "guid")
    ad = _last(link) or identity(raw, "guid", "link")
    text = body(raw, ad, "description", "encoded")
    title, employer = _split(needed(raw, ad, "title"), text)
    found, where = _DEADLINE.search(text), _PLACE.search(text)
    return {
        "id": ad,
        "title": title,
        "body": text,
        "employer": employer,
        "published": published(raw, ad, "pubDate", "date"),
        "deadline": day({"Ansøgningsfrist": found[1]}, ad, "Ansøgningsfrist") if found else None,
        "category": word(raw, "category"),
        "url": link,
        "source": _host(link),
        **placed([_town((where[1] or where[2]) if where else "")]),
    }


def _split(title: str, text: str) -> tuple[str, str]:
    """Title and employer; a title with commas is cut where the description's first line agrees, else at the last."""
    first = text.split("\n", 1)[0].strip()
    if first and title.endswith(f", {first}"):
        return title.removesuffix(f", {first}"), first
    cut, _, employer = title.rpartition(", ")
    if not cut:
        return title, first if len(first) <= _SHORT_LINE else ""
    return cut, employer


def cards(page: lxml.html.HtmlElement, saved: str) -> Iterator[Raw]:
    """The ads of a Jobindex result page as raw records; the page knows no more of each than its card shows."""
    for card in page.xpath("//div[contains(@class,'PaidJob') or contains(@class,'jix_robotjob')]"):
        links = card.xpath(".//h4//a[@href]")
        times = card.xpath(".//time")
        employer = card.xpath(".//*[contains(@class,'company')]//text()[normalize-space()]")
        yield {
            "id": card.get("data-beacon-tid") or (_last(links[0].get("href")) if links else ""),
            "title": text_of(links[0]) if links else "",
            "url": links[0].get("href") if links else "",
            "employer": employer[0].strip() if employer else "",
            "time": (times[0].get("datetime") or text_of(times[0])) if times else saved,
            "text": text_of(card),
        }


def card(raw: Raw) -> Record:
    """One card of a Jobindex result page.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "id")
    text = body(raw, ad, "text")
    where = _PLACE.search(text)
    return {
        "id": ad,
        "title": needed(raw, ad, "title"),
        "body": text,
        "employer": word(raw, "employer"),
        "published": published(raw, ad, "time"),
        "url": word(raw, "url"),
        **placed([_town((where[1] or where[2]) if where else "")]),
    }


def microdata(page: lxml.html.HtmlElement, saved: str) -> Iterator[Raw]:
    """A Jobbank ad page's `itemprop`s; such a page does not say when it was published: `saved` stands for it."""
    found: dict[str, object] = {}
    for element in page.xpath("//*[@itemprop]"):
        name = element.get("itemprop")
        value = element.get("content") or element.get("datetime")
        found.setdefault(name, value or lxml.html.tostring(element, encoding="unicode", with_tail=False))
    if "title" in found and "description" in found:
        address = page.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
        yield {"datePosted": saved, **found, "url": str(address[0]) if address else found.get("url")}


def marked_page(raw: Raw) -> Record:
    """The ad of a page marked with microdata.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    link = word(raw, "url")
    ad = _last(link) or identity(raw, "identifier", "url")
    until = re.search(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d\d-\d\d", word(raw, "validThrough"))
    where = place(word(raw, "streetAddress"), word(raw, "postalCode"), word(raw, "addressLocality", "jobLocation"))
    return {
        "id": ad,
        "title": needed(raw, ad, "title"),
        "body": body(raw, ad, "description"),
        "employer": word(raw, "hiringOrganization"),
        "published": published({"datePosted": plain(str(raw.get("datePosted") or ""))}, ad, "datePosted"),
        "deadline": day({"validThrough": until[0]}, ad, "validThrough") if until else word(raw, "validThrough"),
        "url": link,
        "source": _host(link) or JOBBANK,
        **placed([where]),
    }


def jobdanmark_row(raw: Raw) -> Record:
    """A row of Jobdanmark's search; it has no text, so only a row that was joined with its ad is read.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = _last(word(raw, "url")) or identity(raw, "url", "id")
    step = "the search has no text; save the ad's own page (its url) and ingest that"
    return {
        "id": ad,
        "title": needed(raw, ad, "title"),
        "body": body(raw, ad, "description", "body", step=step),
        "employer": word(raw, "companyName"),
        "published": published(raw, ad, "datePosted", "published", "created"),
        "deadline": day(raw, ad, "validThrough", "deadline", "applicationDeadline"),
        "url": word(raw, "url"),
        **placed([_town(word(raw, "location", "city"))]),
    }


def _town(text: str) -> Record:
    match = re.match(r"(\d{4}) (.+)", text)
    return place(postcode=match[1], city=match[2]) if match else place(city=text)


def _last(link: str) -> str:
    return urlsplit(link).path.rstrip("/").rsplit("/", 1)[-1]


def _host(link: str) -> str:
    return (urlsplit(link).hostname or "").removeprefix("www.").removesuffix(".dk")
