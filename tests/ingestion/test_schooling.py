"""The name of a trade where educations are told is an education; where jobs are told it is a job."""

import pytest

from ingestion.reader import Reader, build_reader
from ingestion.requirements import units
from ingestion.schooling import schooling
from ingestion.sections import sections
from ontology.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


def told(text: str, reader: Reader) -> list[tuple[str, str]]:
    return [(code, text[start:end]) for code, start, end in schooling(text, tuple(units(text)), sections(text), reader)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Uddannelse: lægesekretær 2012; kursus i ICD-10",
            [("edu-medical-secretary", "lægesekretær")],
        ),
        ("UDDANNELSE\n2003 Tømrer, Skive\n9. klasse", [("edu-carpenter", "Tømrer")]),
        ("Uddannet: elektriker (2024)", [("auth-electrician", "elektriker")]),
        ("Erhvervsuddannelse - murer", [("edu-bricklayer", "murer")]),
        ("udd. lægesekretær fra skolen i Ribe", [("edu-medical-secretary", "lægesekretær")]),
        ("Fagskole i Litauen, murer, færdig 2007", [("edu-bricklayer", "murer")]),
    ],
)
def test_a_trade_where_educations_are_told(text: str, found: list[tuple[str, str]], reader: Reader) -> None:
    assert told(text, reader) == found


@pytest.mark.parametrize(
    "text",
    [
        "Erfaring: lægesekretær 2012",
        "ERFARING\n2003 Tømrer, Skive",
        "Uddannelse: tømrer (afbrudt efter grundforløb)",
        "Uddannelse: elev som tømrer nu",
        "Uddannelse: HF 1999, kursus i at være rar",
    ],
)
def test_a_job_a_broken_off_education_or_no_trade_is_none(text: str, reader: Reader) -> None:
    assert told(text, reader) == []
