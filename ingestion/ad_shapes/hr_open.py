"""EURES HR Open XML: a PositionOpening."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from ingestion.ad_shapes.fields import Record, body, day, identity, needed, number, place, placed, published, word

_HOURS = {"fulltime": "Fuldtid", "parttime": "Deltid"}
_KINDS = {"temporary": "Tidsbegrænset ansættelse", "apprenticeship": "Elevplads", "oncall": "Tilkald"}
_LANGUAGES = ("da", "en")


def position_opening(element: Element) -> Record:
    """A PositionOpening: its Danish profile, else the English, else the first.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    told = _profile(element)
    raw = {
        "DocumentID": _text(element, "DocumentID"),
        "validFrom": element.get("validFrom"),
        "PositionTitle": _text(told, "PositionTitle"),
        "Content": _text(told, "Content"),
        "ApplicationCloseDate": _text(told, "ApplicationCloseDate"),
        "PositionOpenQuantity": _text(told, "PositionOpenQuantity"),
    }
    ad = identity(raw, "DocumentID")
    codes = [_words(one) for one in _all(told, "JobCategoryCode")]
    return {
        "id": ad,
        "title": needed(raw, ad, "PositionTitle"),
        "body": body(raw, ad, "Content"),
        "employer": _text(told, "OrganizationName"),
        "published": published(raw, ad, "validFrom"),
        "deadline": day(raw, ad, "ApplicationCloseDate"),
        "number_to_fill": number(raw, "PositionOpenQuantity"),
        "work_hours": _HOURS.get(_text(told, "PositionScheduleTypeCode").casefold(), ""),
        "employment_type": _KINDS.get(_text(told, "PositionOfferingTypeCode").casefold(), ""),
        "occupations": [one for one in codes if one.startswith("http")],
        "isco": [one for one in codes if re.fullmatch(r"\d{1,4}", one)],
        "industry": _text(told, "IndustryCode"),
        "source": _agency(element),
        **placed(_place(one) for one in _all(told, "PositionLocation")),
    }


def _profile(element: Element) -> Element:
    profiles = {
        str(one.get("languageCode", "")).casefold(): one for one in reversed(list(_all(element, "PositionProfile")))
    }
    first = list(profiles.values())[-1] if profiles else element
    return next((profiles[one] for one in _LANGUAGES if one in profiles), first)


def _place(location: Element) -> Record:
    address, postcode, city = (_text(location, name) for name in ("AddressLine", "PostalCode", "CityName"))
    return place(address, postcode, city, country=_text(location, "CountryCode"))


def _agency(element: Element) -> str:
    identifier = next(_all(element, "DocumentID"), None)
    return word({"id": "" if identifier is None else identifier.get("schemeAgencyID")}, "id").casefold()


def _all(element: Element, name: str) -> Iterator[Element]:
    yield from element.iterfind(f".//{{*}}{name}")


def _text(element: Element, name: str) -> str:
    return next((found for one in _all(element, name) if (found := _words(one))), "")


def _words(element: Element) -> str:
    return "".join(str(part) for part in element.itertext()).strip()
