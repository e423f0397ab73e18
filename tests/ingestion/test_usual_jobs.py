"""Which job a dated line lets guess that names a workplace and no title, on real ESCO's occupations of our table."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ingestion.usual_jobs import usual_jobs
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation
from ontology.people import DocumentId, Held, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.usual_jobs import load_usual_jobs

FISH, SHOP = "fiskefabrik", "-butik"


def usual(term: str) -> EscoUri:
    """The job that asks for no further words."""
    (found,) = (job.uri for job in load_usual_jobs() if job.term == term and not job.words)
    return found


@pytest.fixture(scope="module")
def reader() -> Reader:
    named = {uri: uri[-12:] for uri in (job.uri for job in load_usual_jobs())} | {EscoUri("o/kok"): "kok"}
    jobs = tuple(Occupation(uri, IscoCode("9329"), "9329.1", Labels({DANISH: name})) for uri, name in named.items())
    return build_reader(Taxonomy("test", (), (), jobs, ()))


def held(text: str, reader: Reader) -> tuple[Held, ...]:
    return read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0].held


def test_a_workplace_without_a_title_is_a_guess_with_its_time(reader: Reader) -> None:
    (job,) = held("ERFARING\n2004 - 2009 Fiskefabrik (rejer). Kniv og pillemaskine\n", reader)

    assert (job.occupation, job.title, job.since, job.until) == (usual(FISH), "Fiskefabrik", 2004, 2009)
    assert job.guessed


def test_a_title_beside_the_workplace_is_the_job(reader: Reader) -> None:
    assert [one.occupation for one in held("ERFARING\n2004-2009 Kok, Fiskefabrikken\n", reader)] == ["o/kok"]


@pytest.mark.parametrize(
    "text",
    [
        "2004-2009 Kvalitetsansvarlig, fiskefabrik",
        "2004-2009 Lidl, regionsrepræsentant",
        "2004-2009 Skole",
        "2004-2009 Rejste med leverandør til fiskefabrik",
        "2004-2009 Noget helt andet, fiskefabrik",
    ],
)
def test_nothing_is_guessed_beside_a_title_that_could_not_be_read(text: str, reader: Reader) -> None:
    assert held(f"ERFARING\n{text}\n", reader) == ()


def test_a_school_or_a_sentence_that_dates_something_else_lets_guess_nothing(reader: Reader) -> None:
    assert held("UDDANNELSE\n2004-2009 Fiskefabrik\n", reader) == ()
    assert held("Jeg boede fra 2004 til 2009 ved en fiskefabrik.\n", reader) == ()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Rejefabrik i Skagen", "rejefabrik"),
        ("Polen, møbelfabrik", "møbelfabrik"),
        ("elektronik fabrik", "elektronikfabrik"),
        ("Skagens hestebutik", SHOP),
        ("butikken på hjørnet", SHOP),
        ("Butik på campingplads, sommer", SHOP),
    ],
)
def test_a_workplace_is_found_in_compounds_forms_and_two_words(text: str, term: str) -> None:
    guess = usual_jobs().guess(text, "")

    assert guess is not None
    assert guess.occupation == usual(term)


def test_the_words_beside_and_below_the_workplace_tell_better() -> None:
    lacquer = usual_jobs().guess("Møbelfabrik. Lakere døre i kabine, slibe mellem lag", "")
    sander = usual_jobs().guess("Møbelfabrik", "slibe og lakere borde")

    assert lacquer is not None
    assert sander is not None
    assert len({lacquer.occupation, sander.occupation, usual("møbelfabrik")}) == 3


@pytest.mark.parametrize("text", ["", "København", "Danmark", "2.000 kr."])
def test_a_text_without_a_workplace_lets_guess_nothing(text: str) -> None:
    assert usual_jobs().guess(text, "") is None
