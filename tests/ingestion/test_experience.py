"""Which jobs a CV is read to have held; on a small release with the titles that stems confuse."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation
from ontology.people import DocumentId, Profile, ProfileId
from ontology.taxonomy import Taxonomy

JOBS = {
    "tjener": "5131",
    "mægler": "2619",
    "læge": "2211",
    "tandlæge": "2261",
    "anlægsgartner": "6113",
    "rengøringschef": "5151",
    "rengøringsassistent": "9112",
    "planlægger": "4322",
    "polerer": "7224",
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    occupations = tuple(
        Occupation(EscoUri(f"o/{name}"), IscoCode(isco), f"{isco}.1", Labels({DANISH: name}))
        for name, isco in JOBS.items()
    )
    return build_reader(Taxonomy("test", (), (), occupations, ()))


def profile(text: str, reader: Reader) -> Profile:
    return read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0]


def held(text: str, reader: Reader) -> list[str]:
    return [one.occupation.removeprefix("o/") for one in profile(text, reader).held]


def test_a_dated_line_names_the_job_before_the_employer(reader: Reader) -> None:
    (job,) = profile("ERFARING\n2015-2020 Tjener, Hotel Søkysten, Korsør\n", reader).held

    assert (job.occupation, job.since, job.until, job.title) == ("o/tjener", 2015, 2020, "Tjener")


@pytest.mark.parametrize(
    "line",
    [
        "mægle, når to kolleger er uenige",
        "lægge planer for ugen",
        "Tandlægerne Storegade, Odense",
        "Jeg kender en tandlæge",
        "FRITID\nTjener til byfester",
    ],
)
def test_a_word_that_only_resembles_a_job_is_no_job_held(line: str, reader: Reader) -> None:
    assert held(f"{line}\n", reader) == []


def test_a_verb_that_another_verb_goes_on_from_is_no_job(reader: Reader) -> None:
    assert held("Planlægger og skriver lister.", reader) == []
    assert held("Planlægger og tjener.", reader) == ["planlægger", "tjener"]


def test_a_country_in_the_place_of_a_title_is_no_job(reader: Reader) -> None:
    assert held("2004-2011: Polen, møbelfabrik. Slibning af stole.", reader) == []
    assert held("2004-2011: Polerer, møbelfabrik.", reader) == ["polerer"]


def test_what_somebody_seeks_is_not_held(reader: Reader) -> None:
    found = profile("Jeg søger job som tjener.\n", reader)

    assert (found.held, found.seeks) == ((), ("o/tjener",))


def test_a_trade_learnt_is_kept_though_the_school_is_no_job(reader: Reader) -> None:
    assert held("UDDANNELSE\nAnlægsgartner fra grøn skole, 2007\n2003-2005 Tandlægeskolen\n", reader) == [
        "anlægsgartner"
    ]


def test_cleaning_is_not_taken_for_leading_cleaners(reader: Reader) -> None:
    assert held("2016-2019 Rengøringshjælp, skole\n", reader) in ([], ["rengøringsassistent"])
    assert held("2016-2019 Rengøringschef, skole\n", reader) == ["rengøringschef"]
