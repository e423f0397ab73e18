"""`kompetencebro market report` writes where it is told to and says where that is."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli.main import cli
from api.report.borders import BordersError
from graph.errors import AnalysisError
from tests.api.report.made import filled
from tests.api.report.reading_html import captioned, cells, read
from tests.api.report.test_borders import geojson, square


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("command") / "m.sqlite"
    filled(path)
    return path


def run(store: Path, *words: str) -> str:
    given = ["market", "report", *words, "--month", "2026-11", "--as-of", "2026-11-25", "--store", str(store)]
    done = CliRunner().invoke(cli, given, catch_exceptions=False)

    assert done.exit_code == 0, done.output
    return done.output


def test_a_folder_gets_a_file_named_by_areas_and_month(store: Path, tmp_path: Path) -> None:
    said = run(store, "0101", "0147", "--out", str(tmp_path / "ny" / "mappe"))
    path = tmp_path / "ny" / "mappe" / "arbejdsmarked-0101-0147-2026-11.html"

    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert path.name in said.replace("\n", "")


def test_a_file_is_written_as_it_is_named_and_json_says_what_it_is(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "rapport.html"
    told = json.loads(run(store, "Frederiksberg", "--out", str(path), "--json"))

    assert told == {"out": str(path), "bytes": path.stat().st_size, "areas": ["0147"], "month": "2026-11"}


def test_borders_and_registered_numbers_are_taken_in_where_they_are_given(store: Path, tmp_path: Path) -> None:
    path, numbers = tmp_path / "r.html", tmp_path / "ledige.csv"
    numbers.write_text("area,group,period,value,source\n0101,522,2026,100,Jobindsats\n", encoding="utf-8")
    borders = geojson(tmp_path / "b.geojson", {"0101": square(12.4, 55.6)})
    run(store, "0101", "--out", str(path), "--numbers", str(numbers), "--borders", str(borders))
    root = read(path.read_text(encoding="utf-8"))
    rows = cells(captioned(root, "Stillinger og søgende i alle faggrupper"))
    facts = {one.children[0].text: one.children[1].text for one in root.all("dl")[0].all("div")}

    assert [row[6] for row in rows if row[1].startswith("522 ")] != ["ikke oplyst"]
    assert facts["Registrerede ledige"] == "Jobindsats"
    assert facts["Kort"] == "grænser fra b.geojson, forenklet"


def test_what_cannot_be_made_writes_nothing(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    with pytest.raises(AnalysisError, match="do not overlap"):
        run(store, "0101", "0101+0147", "--out", str(path))
    with pytest.raises(BordersError, match="name a GeoJSON file"):
        run(store, "0101", "--out", str(path), "--borders", str(tmp_path / "intet.geojson"))

    assert not path.exists()
