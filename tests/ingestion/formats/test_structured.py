"""JSON Resume and Europass become the text that a person would have written, without who the person is."""

import json

import pytest

from ingestion.errors import UnreadableError
from ingestion.formats.written import SECTIONS, language_line
from ingestion.periods import time_spans
from ingestion.readers import read_bytes
from ingestion.sections import SectionKind, heading

SECRET = ("Hemming", "1988", "hemming@", "Solbakkevej", "foto", "somalisk", "Rikke")
RESUME = {
    "basics": {
        "name": "Hemming Prøve",
        "label": "Lagermedarbejder",
        "image": "foto.png",
        "email": "hemming@cv.example",
        "summary": "Rolig og <b>mødestabil</b>.",
        "location": {"address": "Solbakkevej 8", "postalCode": "7100", "city": "Vejle"},
        "birthDate": "1988-03-12",
        "nationality": "somalisk",
    },
    "work": [
        {"position": "Truckfører", "name": "X A/S", "startDate": "2019-03", "highlights": ["Kørte reachtruck"]},
        {
            "position": "Lagermedarbejder",
            "name": "Y",
            "location": "Kolding",
            "startDate": "2015-01-01",
            "endDate": "2019-02",
        },
    ],
    "education": [
        {
            "studyType": "Svendebrev",
            "area": "Lager",
            "institution": "Skolen",
            "endDate": "2014",
            "courses": ["Gaffeltruck B"],
        }
    ],
    "certificates": [{"name": "Truckcertifikat B", "date": "2015-05-01"}],
    "skills": [{"name": "It", "level": "rutineret", "keywords": ["Excel", "SAP"]}],
    "languages": [{"language": "Engelsk", "fluency": "flydende"}],
    "interests": [{"name": "Fodbold"}],
    "references": [{"name": "Rikke Chef", "reference": "Dygtig"}],
}
CANDIDATE = """<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://oa.example">
<CandidatePerson><PersonName><oa:GivenName>Hemming</oa:GivenName></PersonName><BirthDate>1988-03-12</BirthDate>
<NationalityCode>somalisk</NationalityCode><PrimaryLanguageCode name="NORMAL">dan</PrimaryLanguageCode>
<Communication><UseCode>home</UseCode><Address type="home"><oa:AddressLine>Solbakkevej 8</oa:AddressLine>
<oa:CityName>Vejle</oa:CityName><oa:PostalCode>7100</oa:PostalCode></Address></Communication></CandidatePerson>
<CandidateProfile><hr:ExecutiveSummary>Rolig svejser</hr:ExecutiveSummary><EmploymentHistory><EmployerHistory>
<hr:OrganizationName>X A/S</hr:OrganizationName><PositionHistory><PositionTitle>Svejser</PositionTitle>
<hr:EmploymentPeriod>
<StartDate><hr:FormattedDateTime>2015-01</hr:FormattedDateTime></StartDate><EndDate>
<hr:FormattedDateTime>2019-06</hr:FormattedDateTime></EndDate>
</hr:EmploymentPeriod><oa:Description>&lt;p&gt;Svejste rør&lt;/p&gt;</oa:Description>
<City>Kolding</City></PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Skolen</hr:OrganizationName><AttendancePeriod>
<StartDate><hr:FormattedDateTime>2011</hr:FormattedDateTime></StartDate><EndDate>
<hr:FormattedDateTime>2014</hr:FormattedDateTime></EndDate></AttendancePeriod>
<EducationDegree>
<hr:DegreeName>Smed</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID>eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
<hr:CompetencyDimension>
<hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><Score>
<hr:ScoreText>B2</hr:ScoreText></Score></hr:CompetencyDimension>
<hr:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Writing</hr:CompetencyDimensionTypeCode><Score>
<hr:ScoreText>B1</hr:ScoreText></Score></hr:CompetencyDimension>
</PersonCompetency><PersonCompetency>
<hr:CompetencyName>Excel</hr:CompetencyName></PersonCompetency></PersonQualifications>
<Licenses><License><hr:LicenseTypeCode>C</hr:LicenseTypeCode></License></Licenses>
<EmploymentReferences><Referee>
<PersonName>Rikke</PersonName></Referee></EmploymentReferences></CandidateProfile></Candidate>"""
PASSPORT = """<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><Identification>
<PersonName><FirstName>Hemming</FirstName></PersonName>
<ContactInfo><Address><Contact><AddressLine>Solbakkevej 8</AddressLine><PostalCode>DK-7100</PostalCode>
<Municipality>Vejle</Municipality></Contact></Address></ContactInfo>
<Demographics><Birthdate year="1988"/><NationalityList><Nationality>
<Label>somalisk</Label></Nationality></NationalityList></Demographics><Photo>foto</Photo></Identification>
<Headline><Type><Code>preferred_job</Code></Type><Description><Label>Klejnsmed</Label></Description></Headline>
<WorkExperienceList><WorkExperience><Period><From year="2015" month="--01"/><To year="2019"/>
<Current>false</Current></Period><Position><Label>Svejser</Label></Position>
<Activities>&lt;ul&gt;&lt;li&gt;Svejste rør&lt;/li&gt;&lt;/ul&gt;</Activities><Employer>
<Name>X A/S</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2011"/><To year="2014"/></Period><Title>Smed</Title><Organisation>
<Name>Skolen</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description>
<Code>da</Code></Description></MotherTongue></MotherTongueList><ForeignLanguageList><ForeignLanguage>
<Description><Code>en</Code><Label>Engelsk</Label></Description><ProficiencyLevel><Listening>B2</Listening>
<Writing>B1</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
<Computer><Description>Excel</Description></Computer><Driving><Description><Licence>B</Licence>
<Licence>C</Licence></Description></Driving></Skills></LearnerInfo></SkillsPassport>"""


def lines(name: str, data: str) -> list[str]:
    return [line for line in read_bytes(name, data.encode()).text.split("\n") if line]


def test_a_json_resume_becomes_a_danish_cv() -> None:
    assert lines("cv.json", json.dumps(RESUME)) == [
        "7100 Vejle",
        *("Profil", "Lagermedarbejder", "Rolig og mødestabil."),
        *(
            "Erhvervserfaring",
            "03.2019-nu  Truckfører, X A/S",
            "- Kørte reachtruck",
            "01.2015-02.2019  Lagermedarbejder, Y, Kolding",
        ),
        *("Uddannelse", "2014  Svendebrev, Lager, Skolen"),
        *("Kurser", "Gaffeltruck B"),
        *("Certifikater", "05.2015  Truckcertifikat B"),
        *("Kompetencer", "It (rutineret): Excel, SAP"),
        *("Sprog", "Engelsk: flydende"),
        *("Fritidsinteresser", "Fodbold"),
    ]


def test_a_europass_candidate_becomes_a_danish_cv() -> None:
    assert lines("cv.xml", CANDIDATE) == [
        "7100 Vejle",
        *("Profil", "Rolig svejser"),
        *("Erhvervserfaring", "01.2015-06.2019  Svejser, X A/S, Kolding", "Svejste rør"),
        *("Uddannelse", "2011-2014  Smed, Skolen"),
        *("Kompetencer", "Excel"),
        *("Sprog", "Dansk: modersmål", "Engelsk: B1 (lytte B2, skrive B1)"),
        *("Kørekort", "Kørekort C"),
    ]


def test_a_skills_passport_becomes_a_danish_cv() -> None:
    assert lines("cv.xml", PASSPORT) == [
        "7100 Vejle",
        *("Søger", "Klejnsmed"),
        *("Erhvervserfaring", "01.2015-2019  Svejser, X A/S", "- Svejste rør"),
        *("Uddannelse", "2011-2014  Smed, Skolen"),
        *("It-kompetencer", "Excel"),
        *("Sprog", "Dansk: modersmål", "Engelsk: B1 (lytte B2, skrive B1)"),
        *("Kørekort", "Kørekort B, C"),
    ]


@pytest.mark.parametrize(
    ("name", "data"), [("cv.json", json.dumps(RESUME)), ("cv.xml", CANDIDATE), ("cv.xml", PASSPORT)]
)
def test_who_the_person_is_and_what_others_say_is_never_in_the_text(name: str, data: str) -> None:
    text = read_bytes(name, data.encode()).text

    assert [word for word in SECRET if word in data] != []
    assert [word for word in SECRET if word in text] == []


def test_every_heading_that_is_written_is_read_as_one() -> None:
    kinds = {title: heading(title) for title in SECTIONS}

    assert None not in kinds.values()
    assert kinds["Erhvervserfaring"] is SectionKind.EXPERIENCE
    assert kinds["Frivilligt arbejde"] is SectionKind.INTERESTS
    assert kinds["It-kompetencer"] is SectionKind.SKILLS
    assert kinds["Kurser"] is SectionKind.EDUCATION
    assert kinds["Søger"] is SectionKind.WISHES


def test_every_period_that_is_written_is_read_as_one() -> None:
    found = [one for line in ("2019-nu  Truckfører", "2015-2019  Smed") for one in time_spans(line)]

    assert [(one.since, one.until, one.current) for one in found] == [(2019, None, True), (2015, 2019, False)]


def test_a_language_is_named_in_danish_with_its_middle_level() -> None:
    assert (
        language_line("ukr", parts={"lytte": "C1", "tale": "b1", "skrive": "A2"})
        == "Ukrainsk: B1 (lytte C1, tale B1, skrive A2)"
    )
    assert language_line("Volapyk") == "Volapyk"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cv.json", '["x"]', "no JSON Resume"),
        ("cv.json", '{"title": "x"}', "no JSON Resume"),
        ("cv.xml", "<html/>", "XML of 'html', no Europass CV; save it as PDF or DOCX"),
    ],
)
def test_a_file_of_another_kind_says_what_to_send_instead(name: str, data: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_bytes(name, data.encode())
