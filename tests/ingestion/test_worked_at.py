"""Jobs by a workplace without a title: opening a line, behind how long, misspelt, in two words; and what tells none."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.kinds import DANISH, IscoCode, Labels, Occupation
from ontology.people import DocumentId, Held, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import load_jobs_in_words
from ontology.usual_jobs import load_usual_jobs


@pytest.fixture(scope="module")
def reader() -> Reader:
    usual = [job.uri for job in load_usual_jobs()] + [uri for _, uri in load_jobs_in_words()]
    jobs = (
        Occupation(uri, IscoCode("9329"), f"9329.{place}", Labels({DANISH: f"job{place}x"}))
        for place, uri in enumerate(dict.fromkeys(usual))
    )
    return build_reader(Taxonomy("test", (), (), tuple(jobs), ()))


def held(text: str, reader: Reader) -> tuple[Held, ...]:
    return read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0].held


@pytest.mark.parametrize(
    ("text", "title", "since", "until"),
    [
        ("Tanken i Nysted 2011-2022 bageri: satte rundstykker over", "Tanken", 2011, 2022),
        ("2026 jan til juni: callcenter i Sydhavnen", "callcenter", 2026, 2026),
        ("1996-2003 stilads firma, satte op og tog ned", "stilads firma", 1996, 2003),
        ("2021-2025 møbel fabrik i Skive. Syr betræk. Fabrik lukke. får kontanthjælp", "møbel fabrik", 2021, 2025),
        ("2003-2011 værftet. sandblæsning i tankene", "værftet", 2003, 2011),
        ("2019-2022 nursing home, Aarhus", "nursing home", 2019, 2022),
    ],
)
def test_a_workplace_in_a_dated_line_tells_the_job(
    text: str, title: str, since: int, until: int, reader: Reader
) -> None:
    assert [(one.title, one.since, one.until, one.guessed) for one in held(text, reader)] == [
        (title, since, until, True)
    ]


@pytest.mark.parametrize(
    ("text", "title", "years"),
    [
        ("Campingplads 4 sommere. tjekke gæster ind", "Campingplads", 1.0),
        ("Før det var jeg to år på et museum, hvor jeg registrerede genstande.", "museum", 2.0),
    ],
)
def test_a_workplace_and_how_long_tell_the_job(text: str, title: str, years: float, reader: Reader) -> None:
    assert [(one.title, one.stated_years, one.guessed) for one in held(text, reader)] == [(title, years, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Jeg gik to år på en skole i Herning.",
        "Jeg har været frivillig to år på et museum.",
        "Jeg har ikke været to år på et museum.",
        "Frivillig på et museum hver tirsdag.",
        "Min søster arbejder på et museum.",
        "Jeg søger praktik på et museum.",
        "Praktik på højskole og museum.",
        "Fra 2021 til 2024 boede jeg i Rom, og en tur om ugen gik til et museum.",
    ],
)
def test_a_school_a_hobby_and_a_visit_are_no_job(text: str, reader: Reader) -> None:
    assert held(text, reader) == ()


def test_what_was_done_tells_the_job_and_when(reader: Reader) -> None:
    found = held("Fra 2021 til julen 2026 kørte jeg skolebus: otteogfyrre unger morgen og eftermiddag.", reader)

    assert [(one.title, one.since, one.until) for one in found] == [("kørte jeg skolebus", 2021, 2026)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("13 ugers praktik på et museum: vise rundt", "museum"),
        ("2021 løntilskud på genbrugspladsen", "genbrugspladsen"),
        ("Afløser i storkøkkenet på en kaserne", "storkøkkenet"),
        ("Arbejdsprøvning, Ulvdal Bibliotek, satte bøger op", "Bibliotek"),
        ("så ti år på møbelfabrikken i Skals", "møbelfabrikken"),
        ("nu callcenter hver aften", "callcenter"),
        ("I Polen: møbelfabrik 3 år", "møbelfabrik"),
        ("Jeg var ansat på museum 2022-2024, tre hold", "museum"),
    ],
)
def test_a_placement_a_stand_in_and_work_somewhere_tell_the_job(text: str, title: str, reader: Reader) -> None:
    assert [(one.title, one.guessed) for one in held(text, reader)] == [(title, True)]


def test_a_placement_has_its_time(reader: Reader) -> None:
    (job,) = held("Praktik på et museum i 13 uger", reader)

    assert job.stated_years == 0.25
