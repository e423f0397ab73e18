"""schema.org JobPosting, as JSON-LD."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ingestion.ad_shapes.fields import (
    Raw,
    Record,
    at,
    body,
    day,
    identity,
    items,
    needed,
    number,
    place,
    placed,
    published,
    texts,
    word,
)
from ingestion.ad_shapes.markup import plain

_HOURS = {"FULL_TIME": "Fuldtid", "PART_TIME": "Deltid"}
_KINDS = {"TEMPORARY": "Tidsbegrænset ansættelse", "VOLUNTEER": "Frivillig", "INTERN": "Praktik", "PER_DIEM": "Tilkald"}
_MORE = ("responsibilities", "qualifications", "experienceRequirements", "educationRequirements", "skills")
_TITLES = ("Opgaver", "Kvalifikationer", "Erfaring", "Uddannelse", "Kompetencer")
_DEEPEST = 4


def is_posting(raw: object) -> bool:
    """Whether a node says of itself that it is a JobPosting."""
    types = texts(raw.get("@type")) if isinstance(raw, Mapping) else []
    return any(one.rsplit("/", 1)[-1].rsplit(":", 1)[-1] == "JobPosting" for one in types)


def postings_in(raw: object, depth: int = 0) -> Iterator[Raw]:
    """The JobPostings in a node, a list of nodes, a `@graph`, or what a node is about."""
    if isinstance(raw, list):
        for one in raw:
            yield from postings_in(one, depth)
    elif isinstance(raw, Mapping) and is_posting(raw):
        yield raw
    elif isinstance(raw, Mapping) and depth < _DEEPEST:
        for name in ("@graph", "mainEntity", "itemListElement", "item"):
            yield from postings_in(raw.get(name), depth + 1)


def posting(raw: Raw) -> Record:
    """A JobPosting; what it says beside its description is added to the text under a heading.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "identifier.value", "identifier", "@id", "url")
    kinds = texts(raw.get("employmentType"))
    organization = at(raw, "hiringOrganization")
    return {
        "id": ad,
        "title": needed(raw, ad, "title", "name"),
        "body": "\n\n".join([body(raw, ad, "description"), *_beside(raw)]),
        "employer": organization if isinstance(organization, str) else word(organization, "name", "legalName"),
        "published": published(raw, ad, "datePosted"),
        "deadline": day(raw, ad, "validThrough"),
        "number_to_fill": number(raw, "totalJobOpenings"),
        "work_hours": next((_HOURS[one] for one in kinds if one in _HOURS), ""),
        "weekly_hours": word(raw, "workHours"),
        "employment_type": next((_KINDS[one] for one in kinds if one in _KINDS), ""),
        "remote": "TELECOMMUTE" in texts(raw.get("jobLocationType")),
        "occupations": list(_codes(raw)),
        "url": word(raw, "url", "@id"),
        "source": _site(word(raw, "url", "@id")),
        **placed(_place(one) for one in items(raw.get("jobLocation"))),
    }


def _beside(raw: Raw) -> Iterator[str]:
    told = word(raw, "description")
    for name, title in zip(_MORE, _TITLES, strict=True):
        found = [plain(one) for one in texts(raw.get(name))]
        # A site often repeats the same words inside its description.
        lines = [one for one in found if one and " ".join(one.split()) not in told]
        if lines:
            yield f"{title}:\n" + "\n".join(lines if len(lines) == 1 else (f"- {one}" for one in lines))


def _place(raw: object) -> Record:
    if isinstance(raw, str):
        return place(address=raw)
    address = at(raw, "address") or raw
    if isinstance(address, list):
        address = address[0] if address else None
    if isinstance(address, str):
        return place(address=address, city=address)
    country = word(address, "addressCountry", "addressCountry.name", "addressCountry.identifier")
    return place(
        word(address, "streetAddress"),
        word(address, "postalCode"),
        word(address, "addressLocality") or word(raw, "name"),
        country=country,
    )


def _codes(raw: Raw) -> Iterator[str]:
    for one in items(raw.get("occupationalCategory")) + items(raw.get("relevantOccupation")):
        found = one if isinstance(one, str) else word(one, "url", "@id", "codeValue", "occupationalCategory.codeValue")
        if found.startswith("http"):
            yield found


def _site(url: str) -> str:
    host = (urlsplit(url).hostname or "") if "://" in url else ""
    return host.removeprefix("www.").removesuffix(".dk")
