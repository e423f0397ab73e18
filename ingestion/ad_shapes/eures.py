"""EURES: the portal's JSON, a row of its search or an ad in full."""

from collections.abc import Mapping

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

SOURCE = "eures"
_HOURS = {"fulltime": "Fuldtid", "parttime": "Deltid"}
_KINDS = {"temporary": "Tidsbegrænset ansættelse", "apprenticeship": "Elevplads", "oncall": "Tilkald"}
_LANGUAGES = ("da", "en")


def row(raw: Raw) -> Record:
    """One of the search's `jvs`; its places are countries with regions (NUTS).

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "id")
    told = _best(raw.get("translations")) or raw
    countries = raw.get("locationMap")
    regions = [one for found in countries.values() for one in texts(found)] if isinstance(countries, Mapping) else []
    places = [place(country=code) for code in countries] if isinstance(countries, Mapping) else []
    return {
        "id": ad,
        "title": word(told, "title") or needed(raw, ad, "title"),
        "body": body({"description": at(told, "description") or raw.get("description")}, ad, "description"),
        "employer": word(raw, "employer.name"),
        "published": published(raw, ad, "creationDate"),
        "number_to_fill": number(raw, "numberOfPosts"),
        "occupations": texts(raw.get("jobCategoriesCodes")),
        "regions": regions,
        **_offer(raw),
        **placed(places),
    }


def ad_in_full(raw: Raw) -> Record:
    """An ad with its `jvProfiles`: the Danish one, else the English, else the one it prefers.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "id", "reference", "documentId")
    told = _best(raw.get("jvProfiles"), word(raw, "preferredLanguage"))
    return {
        "id": ad,
        "title": needed(told, ad, "title"),
        "body": body(told, ad, "description"),
        "employer": word(told, "employer.name"),
        "published": published(raw, ad, "creationDate"),
        "deadline": day(told, ad, "lastApplicationDate"),
        "number_to_fill": number(told, "numberOfPosts"),
        "occupations": texts(at(told, "jobCategoriesCodes")),
        "remote": bool(at(told, "remoteWorkAllowed")),
        "languages": [
            {"code": word(one, "languageCode"), "level": word(one, "requiredSkillLevel")}
            for one in items(at(told, "positionLanguages"))
        ],
        **_offer(told),
        **placed(_location(one) for one in items(at(told, "locations"))),
    }


def _location(raw: object) -> Record:
    address = ", ".join(texts(at(raw, "addressLines")))
    return place(address, word(raw, "postalCode"), word(raw, "cityName"), country=word(raw, "countryCode"))


def _offer(raw: object) -> Record:
    schedules = texts(at(raw, "positionScheduleCodes"))
    return {
        "work_hours": next((_HOURS[one] for one in schedules if one in _HOURS), ""),
        "employment_type": _KINDS.get(word(raw, "positionOfferingCode"), ""),
    }


def _best(by_language: object, preferred: str = "") -> object:
    if not isinstance(by_language, Mapping) or not by_language:
        return None
    languages = (*_LANGUAGES, preferred, *by_language)
    return next(by_language[one] for one in languages if one in by_language)
