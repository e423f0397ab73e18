"""Jobs that are told in prose, and those of somebody else."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation
from ontology.people import DocumentId, ProfileId
from ontology.taxonomy import Taxonomy

JOBS = {"tjener": "5131", "bogholder": "3313", "lægesekretær": "3344", "murermester": "3123"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    jobs = (Occupation(EscoUri(f"o/{n}"), IscoCode(c), f"{c}.1", Labels({DANISH: n})) for n, c in JOBS.items())
    return build_reader(Taxonomy("test", (), (), tuple(jobs), ()))


def held(text: str, reader: Reader) -> list[str]:
    found = read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0].held
    return sorted(one.occupation.removeprefix("o/") for one in found)


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("Lægesekretær gennem 31 år.", ["lægesekretær"]),
        ("Jeg er 61 år og har været tjener hele mit liv.", ["tjener"]),
        ("Jeg stod i produktionslinjen som tjener i to år.", ["tjener"]),
        ("Dengang var jeg bogholder i et VVS-firma.", ["bogholder"]),
        ("Fra 1996 blev jeg så tjener på et hotel.", ["tjener"]),
        ("Jeg var bogholder i otte år og inden da tjener hos en slægtning.", ["bogholder", "tjener"]),
        ("Nogle lørdage er jeg tjener på kroen.", ["tjener"]),
        ("Først var jeg i fire år bogholder på Sydfyn.", ["bogholder"]),
        ("Før Danmark: 4 år tjener i Italien.", ["tjener"]),
        (
            "Jeg har været lidt af hvert: tjener på en café i Løkken (tre somre), bogholder i Blokhus.",
            ["bogholder", "tjener"],
        ),
        ("I was a trained tjener in Spain.", ["tjener"]),
    ],
)
def test_a_job_is_told_by_what_one_was_or_became(text: str, jobs: list[str], reader: Reader) -> None:
    assert held(text, reader) == jobs


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har passet firmaets regnskab for min mand (han er murermester).",
        "Min far var tjener på et skib.",
        "Gift med Torben, som er tjener; børnene er store.",
        "2012-2019\nJeg opdager det, når en tjener er træt.",
        "Jeg blev aldrig bogholder.",
        "Jeg har taget GF2 som tjener på en teknisk skole.",
    ],
)
def test_somebody_else_s_job_and_one_that_was_never_had_are_not_held(text: str, reader: Reader) -> None:
    assert held(text, reader) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Adr.: Møllegade 17, 6400 Sønderborg", ()),
        ("Kurser: ADR, truck B", ("adr", "truck-b")),
        ("Efter HF startede jeg på læreruddannelsen, men stoppede efter tre semestre.", ("edu-hf",)),
        ("Læreruddannelsen 2004-2008", ("edu-teacher",)),
    ],
)
def test_an_address_and_an_education_that_was_left_are_no_credentials(
    text: str, held: tuple[str, ...], reader: Reader
) -> None:
    found = read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0].holds

    assert tuple(one.credential for one in found) == held
