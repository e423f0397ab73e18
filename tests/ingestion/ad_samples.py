"""One fictional ad in every shape that we read."""

import json

TITLE, EMPLOYER = "Pædagogmedhjælper til skovbørnehaven", "Mosegrisens Naturbørnehave"
TEXT = (
    "Vi mangler en pædagogmedhjælper, der trives ude i al slags vejr sammen med tyve børn mellem tre og seks år. "
    "Børnehaven ligger ved søen, og vi tager af sted hver formiddag med kolde fødder, varm kakao og god tid."
)
HTML = (
    f"<p>{TEXT}</p><h3>Dine opgaver</h3><ul><li>Tænde bål &amp; lave mad</li><li>Skifte bleer</li></ul>"
    "<p><strong>Du har</strong></p><ul><li>Kørekort B er en fordel</li></ul><script>var spor = 1;</script>"
)
READ = f"{TEXT}\n\nDine opgaver\n\n- Tænde bål & lave mad\n- Skifte bleer\n\nDu har\n\n- Kørekort B er en fordel"

JOBNET_2021 = {
    "ID": "7001234",
    "Title": TITLE,
    "Presentation": HTML,
    "HiringOrgName": EMPLOYER,
    "WorkPlacePostalCode": "8600",
    "WorkPlaceCity": "Silkeborg",
    "Municipality": "Silkeborg",
    "Country": "Danmark",
    "PostingCreated": "2026-11-02T00:00:00",
    "LastDateApplication": "2026-12-01T00:00:00",
    "WorkHours": "Deltid",
    "JoblogWorkTime": {"WorkHour": "(20 - 30 timer ugentligt)", "DailyWorkTime": "Dag"},
    "Occupation": "Pædagogmedhjælper",
}
JOBNET_2021_PAGE = {
    "EmploymentTypes": [{"Id": 1, "Name": "Fastansættelse"}, {"Id": 16, "Name": "Tidsbegrænset ansættelse"}],
    "JobPositionPosting": {
        "Id": 7001234,
        "HiringOrg": {"Name": EMPLOYER},
        "PublicationStartDate": "2026-11-02T00:00:00",
        "JobPositionInformation": {
            "PositionTitle": TITLE,
            "Purpose": HTML,
            "WorkLocation": {"PostalCode": "8600", "City": "Silkeborg", "Country": {"Name": "Danmark"}},
            "EmploymentType": 16,
            "WeeklyWorkHours": {"TypeName": "Deltid"},
            "NumberToFill": 2,
        },
        "ApplicationDetails": {"ApplicationDeadlineDate": "2026-12-01T00:00:00", "DailyWorkTimeDay": True},
    },
}
JOBNET_2026 = {
    "jobAdId": "0f3c7c1e-1111-4222-8333-444455556666",
    "title": TITLE,
    "description": HTML,
    "hiringOrgName": EMPLOYER,
    "postalCode": 8600,
    "postalDistrictName": "Silkeborg",
    "municipality": "Silkeborg",
    "country": "Danmark",
    "conceptUriDa": "http://data.star.dk/esco/occupation/1",
    "occupation": "Pædagogmedhjælper",
    "workHourPartTime": True,
    "publicationDate": "2026-11-02T08:00:00Z",
    "applicationDeadline": "2026-12-01",
}
JOBNET_2026_AD = {
    "id": "0f3c7c1e-1111-4222-8333-444455556666",
    "title": TITLE,
    "body": HTML,
    "publicationDateTime": "2026-11-02T08:00:00",
    "employer": {"name": EMPLOYER},
    "job": {"postalCode": "8600", "city": "Silkeborg"},
    "application": {"deadline": "2026-12-01"},
}
SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "identifier": {"@type": "PropertyValue", "name": EMPLOYER, "value": "skov-17"},
    "title": TITLE,
    "description": HTML,
    "datePosted": "2026-11-02",
    "validThrough": "2026-12-01T23:59",
    "employmentType": ["PART_TIME"],
    "hiringOrganization": {"@type": "Organization", "name": EMPLOYER},
    "jobLocation": {
        "@type": "Place",
        "address": {"postalCode": "8600", "addressLocality": "Silkeborg", "addressCountry": "DK"},
    },
    "url": "https://www.legepladsjob.dk/job/skov-17",
}
EURES = {
    "id": "c2tvdi0xNyAxNA==",
    "title": TITLE,
    "description": HTML,
    "creationDate": 1793577600000,
    "numberOfPosts": 2,
    "locationMap": {"DK": ["DK042"]},
    "jobCategoriesCodes": ["http://data.europa.eu/esco/occupation/skov"],
    "positionScheduleCodes": ["parttime"],
    "employer": {"name": EMPLOYER},
}
EURES_AD = {
    "id": "c2tvdi0xNyAxNA==",
    "creationDate": 1793577600000,
    "jvProfiles": {
        "en": {"title": "Nursery assistant", "description": "Outdoors."},
        "da": {
            "title": TITLE,
            "description": HTML,
            "locations": [{"countryCode": "DK", "cityName": "Silkeborg", "postalCode": "8600"}],
            "employer": {"name": EMPLOYER},
            "lastApplicationDate": 1796083200000,
        },
    },
}
JOBDANMARK = {
    "title": TITLE,
    "companyName": EMPLOYER,
    "url": "/job/skov-17",
    "description": HTML,
    "datePosted": "2026-11-02",
    "validThrough": "2026-12-01",
    "location": "8600 Silkeborg",
}
HR_OPEN = f"""<?xml version="1.0" encoding="UTF-8"?>
<PositionOpening xmlns="http://www.hr-xml.org/3"
 xmlns:oa="http://www.openapplications.org/oagis/9" validFrom="2026-11-02">
 <DocumentID schemeAgencyID="STAR">skov-17</DocumentID>
 <PositionProfile languageCode="da">
  <PositionTitle>{TITLE}</PositionTitle>
  <PositionLocation><Address><oa:CityName>Silkeborg</oa:CityName><CountryCode>DK</CountryCode>
   <oa:PostalCode>8600</oa:PostalCode></Address></PositionLocation>
  <PositionOrganization><OrganizationIdentifiers><OrganizationName>{EMPLOYER}</OrganizationName>
  </OrganizationIdentifiers></PositionOrganization>
  <PositionOpenQuantity>2</PositionOpenQuantity>
  <JobCategoryCode>http://data.europa.eu/esco/occupation/skov</JobCategoryCode>
  <PositionFormattedDescription><Content><![CDATA[{HTML}]]></Content></PositionFormattedDescription>
  <PositionScheduleTypeCode>PartTime</PositionScheduleTypeCode>
  <ApplicationCloseDate>2026-12-01</ApplicationCloseDate>
 </PositionProfile>
</PositionOpening>"""
FEED = f"""<rss version="2.0"><channel><title>Nye job</title><item>
 <title>{TITLE}, {EMPLOYER}</title><link>https://www.jobindex.dk/vis-job/h7001</link>
 <description><![CDATA[<p>{EMPLOYER}</p><p>8600 Silkeborg</p><p>{TEXT}</p>
 <p>Ansøgningsfrist: 01-12-2026</p>]]></description>
 <pubDate>Mon, 02 Nov 2026 08:00:00 +0100</pubDate></item></channel></rss>"""
PAGE = (
    "<!DOCTYPE html><html><head><title>Job</title><script type='application/ld&#x2B;json'>"
    + json.dumps({"@graph": [{"@type": "WebPage"}, SCHEMA_ORG]}, ensure_ascii=False).replace("</", "<\\/")
    + "</script></head><body>Menu</body></html>"
)
MICRODATA = f"""<!DOCTYPE html><html><head><link rel="canonical" href="https://jobbank.dk/job/7001/skov"></head><body>
<nav>Menu</nav><h1 itemprop="title">{TITLE}</h1><h2 itemprop="hiringOrganization">{EMPLOYER}</h2>
<div class="jobContent" itemprop="description">{HTML}</div><span itemprop="postalCode">8600</span>
<span itemprop="datePosted">02-11-2026</span><span itemprop="validThrough">01-12-2026</span></body></html>"""
CARDS = f"""<html><body><div class="PaidJob" data-beacon-tid="h7001"><span class="company">{EMPLOYER}</span>
<h4><a href="https://www.jobindex.dk/vis-job/h7001">{TITLE}</a></h4><p>{TEXT}</p><p>(Silkeborg)</p>
<time datetime="2026-11-02">02-11-2026</time></div></body></html>"""
CSV = (
    "AnnonceID;Stilling;Arbejdsgiver;Annoncetekst;Publiceret;Ansøgningsfrist;Postnr;By\r\n"
    f'17;{TITLE};{EMPLOYER};"{TEXT}\r\n- Tænde bål";02-11-2026;01-12-2026;8600;Silkeborg\r\n'
)
