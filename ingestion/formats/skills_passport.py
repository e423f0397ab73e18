"""The older Europass XML (SkillsPassport 3) -> text."""

from lxml import etree

from ingestion.formats import written
from ingestion.formats.written import MOTHER_TONGUE, Entry, WrittenCv, home, language_line, prose
from ingestion.formats.xml import every, said

_LEVELS = {
    "lytte": "Listening",
    "læse": "Reading",
    "samtale": "SpokenInteraction",
    "tale": "SpokenProduction",
    "skrive": "Writing",
}
_SKILLS = (
    ("Communication", written.SKILLS),
    ("Organisational", written.SKILLS),
    ("JobRelated", written.SKILLS),
    ("Computer", written.IT_SKILLS),
    ("Other", written.OTHER),
)
_ADDRESS = "ContactInfo/Address/Contact"


def text(name: str, root: etree._Element) -> str:
    """The text of a SkillsPassport; of the identification only postcode and town."""
    cv = WrittenCv()
    for learner in every(root, "LearnerInfo"):
        where = f"Identification/{_ADDRESS}"
        cv.home = home(said(learner, f"{where}/PostalCode"), said(learner, f"{where}/Municipality"))
        _headline(learner, cv)
        for job in every(learner, "WorkExperienceList/WorkExperience"):
            place = said(job, f"Employer/{_ADDRESS}/Municipality")
            what = [said(job, "Position/Label", "Position"), said(job, "Employer/Name"), place]
            cv.add(written.EXPERIENCE, _entry(name, job, what).lines())
        for school in every(learner, "EducationList/Education"):
            what = [said(school, "Title"), said(school, "Organisation/Name")]
            cv.add(written.EDUCATION, _entry(name, school, what).lines())
        _able(name, learner, cv)
        for one in every(learner, "AchievementList/Achievement"):
            cv.add(written.OTHER, [said(one, "Title/Label"), *prose(name, _whole(one, "Description"))])
    return cv.text()


def _headline(learner: etree._Element, cv: WrittenCv) -> None:
    words = said(learner, "Headline/Description/Label")
    sought = said(learner, "Headline/Type/Code") in ("preferred_job", "job_applied_for")
    cv.add(written.WISHES if sought else written.PROFILE, [words])


def _entry(name: str, one: etree._Element, what: list[str]) -> Entry:
    since, until = (next((_day(mark) for mark in every(one, f"Period/{end}")), "") for end in ("From", "To"))
    runs = said(one, "Period/Current").casefold() == "true"
    return Entry(what, since, until, runs or (bool(since) and not until), prose(name, _whole(one, "Activities")))


def _day(mark: etree._Element) -> str:
    """The year that an element names, with its month ("--03") where that is given."""
    return f"{mark.get('year', '')}{mark.get('month', '').removeprefix('-')}"


def _able(name: str, learner: etree._Element, cv: WrittenCv) -> None:
    for kind, section in _SKILLS:
        cv.add(section, prose(name, "\n".join(_whole(one, "Description") for one in every(learner, f"Skills/{kind}"))))
    tongues = "Skills/Linguistic/MotherTongueList/MotherTongue"
    for one in every(learner, tongues):
        cv.add(written.LANGUAGES, [language_line(said(one, "Description/Label", "Description/Code"), MOTHER_TONGUE)])
    for one in every(learner, "Skills/Linguistic/ForeignLanguageList/ForeignLanguage"):
        levels = {part: said(one, f"ProficiencyLevel/{tag}") for part, tag in _LEVELS.items()}
        cv.add(written.LANGUAGES, [language_line(said(one, "Description/Label", "Description/Code"), parts=levels)])
    licences = [said(one, ".") for one in every(learner, "Skills/Driving/Description/Licence")]
    cv.add(written.LICENCE, [f"Kørekort {', '.join(licences)}"] if licences else [])


def _whole(one: etree._Element, path: str) -> str:
    """The words at a path with their line ends and the HTML that some forms put in."""
    return "\n".join("".join(found.itertext()) for found in every(one, path))
