"""Jobnet: the search page and the ad page of 2021, and the search and the ad of the 2026 service (`bff`)."""

from ingestion.ad_shapes.fields import (
    Raw,
    Record,
    at,
    body,
    day,
    identity,
    needed,
    number,
    place,
    placed,
    published,
    word,
)

SOURCE = "jobnet"
_SHIFTS = (("DailyWorkTimeDay", "Dag"), ("DailyWorkTimeEvening", "aften"), ("DailyWorkTimeNight", "nat"))
_TEASER = "the search page has no text of this ad; read the ad's own page"


def search_page_2021(raw: Raw) -> Record:
    """One of `JobPositionPostings`; its text is what the page shows of the ad.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "ID", "Url")
    # External ads are flagged as abroad whatever they say of their place.
    abroad = (raw.get("Abroad") or raw.get("WorkPlaceAbroad")) and not word(raw, "Municipality")
    country = word(raw, "Country") or ("abroad" if abroad else "")
    postcode, city = word(raw, "WorkPlacePostalCode", "PostalCode"), word(raw, "WorkPlaceCity", "PostalCodeName")
    where = place(word(raw, "WorkPlaceAddress"), postcode, city, word(raw, "Municipality"), country)
    return {
        "id": ad,
        "title": needed(raw, ad, "Title", "JobHeadline"),
        "body": body(raw, ad, "Presentation", step=_TEASER),
        "employer": "" if raw.get("AnonymousEmployer") else word(raw, "HiringOrgName"),
        "cvr": word(raw, "HiringOrgCVR"),
        "published": published(raw, ad, "PostingCreated"),
        "deadline": day(raw, ad, "LastDateApplication"),
        "work_hours": word(raw, "WorkHours"),
        "weekly_hours": word(raw, "JoblogWorkTime.WorkHour"),
        "shifts": word(raw, "JoblogWorkTime.DailyWorkTime"),
        "employment_type": word(raw, "EmploymentType"),
        "announcement_type": word(raw, "JobAnnouncementType"),
        "no_fixed_workplace": bool(raw.get("WorkPlaceNotStatic")),
        "occupation_star": word(raw, "Occupation"),
        "url": word(raw, "Url"),
        **placed([where]),
    }


def page_2021(raw: Raw) -> Record:
    """An ad's own page (`JobPositionPosting` with its names of kinds beside it).

    Raises:
        IngestionError: A field is missing or malformed.
    """
    inner, told = at(raw, "JobPositionPosting"), at(raw, "JobPositionPosting.JobPositionInformation")
    ad, apply = identity(inner, "Id"), at(inner, "ApplicationDetails")
    hours = [word(apply, name) for name in ("WorkHourMin", "WorkHourMax") if word(apply, name)]
    kinds = raw.get("EmploymentTypes")
    names = {word(one, "Id"): word(one, "Name") for one in kinds} if isinstance(kinds, list) else {}
    return {
        "id": ad,
        "title": needed(told, ad, "PositionTitle"),
        "body": body(told, ad, "Purpose"),
        "employer": "" if at(inner, "IsAnonymousEmployer") else word(inner, "HiringOrg.Name"),
        "cvr": word(inner, "HiringOrg.OrganizationNumber"),
        "published": published(inner, ad, "PublicationStartDate"),
        "deadline": day(apply, ad, "ApplicationDeadlineDate") or day(inner, ad, "PublicationEndDate"),
        "number_to_fill": number(told, "NumberToFill"),
        "work_hours": word(told, "WeeklyWorkHours.TypeName"),
        "weekly_hours": "-".join(hours),
        "shifts": ", ".join(name for field, name in _SHIFTS if at(apply, field)),
        "employment_type": names.get(word(told, "EmploymentType"), ""),
        "occupation_star": word(told, "Occupation.Name"),
        **placed([_address(at(told, "WorkLocation"))]),
    }


def _address(raw: object) -> Record:
    names = ("AddressLine", "PostalCode", "City", "Municipality.Name", "Country.Name")
    return place(*(word(raw, name) for name in names))


def search_2026(raw: Raw) -> Record:
    """One of `jobAds`.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "jobAdId")
    postcode, city = raw.get("postalCode"), word(raw, "postalDistrictName")
    address, country = word(raw, "workPlaceAddress"), word(raw, "country")
    part = raw.get("workHourPartTime")
    concept = word(raw, "conceptUriDa")
    return {
        "id": ad,
        "title": needed(raw, ad, "title"),
        "body": body(raw, ad, "description"),
        "employer": word(raw, "hiringOrgName"),
        "published": published(raw, ad, "publicationDate"),
        "deadline": day(raw, ad, "applicationDeadline") or word(raw, "applicationDeadlineStatus"),
        "work_hours": "" if part is None else "Deltid" if part else "Fuldtid",
        "announcement_type": word(raw, "jobAnnouncementTypeName"),
        "occupation_star": word(raw, "occupation"),
        "occupations": [concept] if concept else [],
        "url": word(raw, "jobAdUrl"),
        **placed([place(address, postcode, city, word(raw, "municipality"), country)]),
    }


def ad_2026(raw: Raw) -> Record:
    """An ad's details; `job`, `application` and `employer` are free objects, read by the names of the search.

    Raises:
        IngestionError: A field is missing or malformed.
    """
    ad = identity(raw, "id")
    job, application = at(raw, "job"), at(raw, "application")
    where = at(job, "workPlaceAddress") if isinstance(at(job, "workPlaceAddress"), dict) else job
    postcode = at(where, "postalCode")
    anonymous = bool(raw.get("isAnonymousEmployer"))
    return {
        "id": ad,
        "title": needed(raw, ad, "title"),
        "body": body(raw, ad, "body"),
        "employer": "" if anonymous else word(raw, "employer.name", "employer.hiringOrgName", "employer.companyName"),
        "published": published(raw, ad, "publicationDateTime"),
        "deadline": day(application, ad, "applicationDeadline", "applicationDeadlineDate", "deadline")
        or day(raw, ad, "unpublicationDateTime"),
        "number_to_fill": number(job, "numberOfPositions", "numberToFill"),
        "work_hours": word(job, "workHoursType", "workHours"),
        "employment_type": word(job, "employmentDurationType"),
        "announcement_type": word(job, "jobAnnouncementTypeName", "jobAnnouncementType"),
        "occupation_star": word(job, "occupation", "occupation.name"),
        "occupations": [one for one in (word(job, "conceptUriDa"),) if one],
        **placed(
            [
                place(
                    word(where, "address", "street", "workPlaceAddress"),
                    postcode,
                    word(where, "postalDistrictName", "city"),
                    word(where, "municipality", "municipality.name"),
                    word(where, "country", "country.name"),
                )
            ]
        ),
    }
