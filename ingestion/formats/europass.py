"""Europass XML -> text: the candidate XML of today, by HR Open and EURES; the older kind is in `skills_passport`."""

from lxml import etree

from ingestion.errors import UnreadableError
from ingestion.formats import skills_passport, written
from ingestion.formats.written import MOTHER_TONGUE, Entry, WrittenCv, home, language_line, prose
from ingestion.formats.xml import every, said, xml_root

_LEVELS = {
    "Listening": "lytte",
    "Reading": "læse",
    "Interaction": "samtale",
    "Production": "tale",
    "Writing": "skrive",
}
_TEXTS = (
    ("CommunicationAndInterpersonalSkills", written.SKILLS),
    ("ManagementAndLeadershipSkills", written.SKILLS),
    ("OrganisationalSkills", written.SKILLS),
    ("DigitalSkills", written.IT_SKILLS),
    ("ConferencesAndSeminars", written.COURSES),
    ("VoluntaryWorks", written.VOLUNTARY),
    ("HobbiesAndInterests", written.SPARE_TIME),
    ("CreativeWorks", written.OTHER),
    ("Others", written.OTHER),
)
"""Not among them: networks and memberships, social and political activities, references, military service."""
_HTML = ("Description", "Comment")


def text(name: str, data: bytes) -> str:
    """The text of a Europass CV, without who it is of.

    Raises:
        UnreadableError: It is damaged, another kind of XML, or nested too deep.
    """
    root = xml_root(name, data)
    kind = etree.QName(root).localname
    if kind == "SkillsPassport":
        return skills_passport.text(name, root)
    if kind != "Candidate":
        raise UnreadableError(f"'{name}' is an XML of '{kind[:40]}', no Europass CV; save it as PDF or DOCX")
    cv = WrittenCv()
    person = "CandidatePerson"
    cv.home = next(
        (
            home(said(one, "PostalCode"), said(one, "CityName"))
            for path in (f"{person}/Communication/Address", f"{person}/PrimaryAddress")
            for one in every(root, path)
        ),
        "",
    )
    for tongue in every(root, f"{person}/PrimaryLanguageCode"):
        cv.add(written.LANGUAGES, [language_line(said(tongue, "."), MOTHER_TONGUE)])
    for profile in every(root, "CandidateProfile"):
        _profile(name, profile, cv)
    return cv.text()


def _profile(name: str, profile: etree._Element, cv: WrittenCv) -> None:
    cv.add(written.PROFILE, prose(name, _whole(profile, "ExecutiveSummary")))
    for wish in every(profile, "CandidatePositionPreferences/PositionTitle"):
        cv.add(written.WISHES, [said(wish, ".")])
    for employer in every(profile, "EmploymentHistory/EmployerHistory"):
        for job in every(employer, "PositionHistory"):
            cv.add(written.EXPERIENCE, _job(name, employer, job).lines())
    for school in every(profile, "EducationHistory/EducationOrganizationAttendance"):
        cv.add(written.EDUCATION, _school(name, school).lines())
    for one in every(profile, "Certifications/Certification"):
        cv.add(written.CERTIFICATES, _certificate(name, one).lines())
    for one in every(profile, "PersonQualifications/PersonCompetency"):
        _competency(one, cv)
    licences = [said(one, "LicenseTypeCode", "LicenseName") for one in every(profile, "Licenses/License")]
    cv.add(written.LICENCE, [f"Kørekort {', '.join(filter(None, licences))}"] if any(licences) else [])
    for project in every(profile, "Projects/Project"):
        cv.add(written.PROJECTS, _titled(name, project))
    for kind, section in _TEXTS:
        for group in every(profile, kind):
            for one in group if len(group) else [group]:
                cv.add(section, _titled(name, one))


def _job(name: str, employer: etree._Element, job: etree._Element) -> Entry:
    place = said(job, "City", "CityName") or said(employer, "OrganizationContact/Communication/Address/CityName")
    what = [said(job, "PositionTitle"), said(employer, "OrganizationName"), place]
    return _period(job, "EmploymentPeriod", what, prose(name, _whole(job, "Description")))


def _school(name: str, school: etree._Element) -> Entry:
    degree = said(school, "EducationDegree/DegreeName", "ProgramName", "EducationLevelCode")
    what = [degree, said(school, "EducationDegree/DegreeMajor/Name"), said(school, "OrganizationName")]
    told = prose(
        name, "\n".join(_whole(school, path) for path in ("EducationDegree/OccupationalSkillsCovered", "Description"))
    )
    return _period(school, "AttendancePeriod", what, told)


def _certificate(name: str, one: etree._Element) -> Entry:
    what = [said(one, "CertificationName"), said(one, "IssuingAuthority/Name")]
    return Entry(what, until=said(one, "FirstIssuedDate"), told=prose(name, _whole(one, "Description")))


def _period(one: etree._Element, path: str, what: list[str], told: list[str]) -> Entry:
    since, until = (said(one, f"{path}/{end}") for end in ("StartDate", "EndDate"))
    runs = said(one, f"{path}/CurrentIndicator", f"{path}/Ongoing").casefold() == "true"
    return Entry(what, since, until, runs or (bool(since) and not until), told)


def _competency(one: etree._Element, cv: WrittenCv) -> None:
    known = said(one, "CompetencyName") or said(one, "CompetencyID")
    if "language" not in said(one, "TaxonomyID").casefold():
        cv.add(written.SKILLS, [said(one, "CompetencyName")])
        return
    parts = {}
    for dimension in every(one, "CompetencyDimension"):
        kind = said(dimension, "CompetencyDimensionTypeCode")
        part = next((danish for english, danish in _LEVELS.items() if kind.endswith(english)), None)
        if part:
            parts[part] = said(dimension, "Score/ScoreText", "Score/ScoreNumeric")
    cv.add(written.LANGUAGES, [language_line(known, "" if parts else said(one, "ProficiencyLevel/ScoreText"), parts)])


def _titled(name: str, one: etree._Element) -> list[str]:
    """A titled text with its period, or the words of an element that has no such parts."""
    title, told = said(one, "Title", "EventName"), prose(name, "\n".join(_whole(one, tag) for tag in _HTML))
    if not title and not told and not len(one):
        return prose(name, "".join(one.itertext()))
    return Entry([title], said(one, "StartDate"), said(one, "EndDate"), told=told).lines() if title else told


def _whole(one: etree._Element, path: str) -> str:
    """The words at a path with their line ends and the HTML that some forms put in."""
    return "\n".join("".join(found.itertext()) for found in every(one, path))
