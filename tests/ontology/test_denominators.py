from pathlib import Path

import pytest

from ontology.denominators import Denominator, read_denominators
from ontology.errors import OntologyError

HEAD = "area,group,period,value,source\n"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "ledige.csv"
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    return path


def test_a_number_is_found_by_area_group_and_period_with_its_source(tmp_path: Path) -> None:
    path = written(tmp_path, '0101,5120,2026-11,412,"Jobindsats, hentet 2026-12-01"', "danmark,,2026,98000,DST")

    found = read_denominators(path)

    assert found["0101", "5120", "2026-11"] == Denominator(412.0, "Jobindsats, hentet 2026-12-01")
    assert found["danmark", "", "2026"].value == 98_000


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("9999,5120,2026,1,x", "line 2: area is '9999'; expected the code of a municipality"),
        ("0101,51200,2026,1,x", "group is '51200'; expected an ISCO-08 code"),
        ("0101,5120,nov,1,x", "period is 'nov'; expected a year"),
        ("0101,5120,2026,-1,x", "value is '-1'; expected a number of people"),
        ("0101,5120,2026,nan,x", "value is 'nan'"),
        ("0101,5120,2026,1,", "source is ''; expected who counted"),
        ("0101,5120,2026,1", "wrong number of cells"),
        ("0101,,2026,1,x\n0101,,2026,2,x", "is there twice"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_what_it_should_be(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(OntologyError, match=said):
        read_denominators(written(tmp_path, line))


def test_a_missing_file_says_what_it_should_hold(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="name a CSV file with the columns area, group, period, value, source"):
        read_denominators(tmp_path / "none.csv")
