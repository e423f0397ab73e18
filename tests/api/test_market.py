"""The analyst's command line and use case on a small store of the starter ontology."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from api.app import build
from api.areas import read_area
from api.cli.demo import STARTER, TEXTS
from api.cli.main import cli
from api.market_export import header
from api.service import Service
from api.settings import Settings, read_settings
from graph.errors import AnalysisError
from graph.labour_market.axes import By
from graph.labour_market.months import Month
from ontology.errors import OntologyError
from ontology.kinds import EscoUri, MunicipalityCode
from ontology.people import Profile, ProfileId

NOVEMBER, DAY = Month(2026, 11), date(2026, 11, 25)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the demo's ads, and sixty people of two municipalities who seek to be shop assistants."""
    path = tmp_path_factory.mktemp("market") / "m.sqlite"
    made = build(Settings(path, "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    shop = next(one.uri for one in made.live.taxonomy.occupations if one.labels.best() == "butiksassistent")
    for number in range(60):
        made.store.save_profile(someone(number, shop, "0101" if number % 2 else "0147"), [])
    return path


def someone(number: int, job: EscoUri, town: str) -> Profile:
    return Profile(ProfileId(f"m{number}"), seeks=(job,), municipality=MunicipalityCode(town))


def opened(path: Path) -> Service:
    return build(Settings(path, "none"))


def run(path: Path, *words: str) -> str:
    given = ["market", *words, "--month", "2026-11", "--as-of", "2026-11-25", "--store", str(path)]
    done = CliRunner().invoke(cli, given, catch_exceptions=False)

    assert done.exit_code == 0, done.output
    return done.output


def test_a_total_is_the_sum_of_the_groups_and_kept(demo: Path) -> None:
    market, areas = opened(demo).market, [read_area("0101"), read_area("danmark")]
    table, totals = market.overview(areas, NOVEMBER, By.ISCO1, DAY), market.totals(areas, NOVEMBER, DAY)

    for name in ("live", "openings", "new", "closed"):
        parts = table.columns[name].value.reshape(2, -1).sum(axis=1)
        assert totals.columns[name].value.tolist() == pytest.approx(parts.tolist())
    assert totals.columns["live"].value[1] > 0
    assert market.totals(areas, NOVEMBER, DAY) is totals


def test_an_answer_is_kept_until_the_store_changes(demo: Path, tmp_path: Path) -> None:
    service, areas = opened(demo), [read_area("0101")]
    first = service.market.overview(areas, NOVEMBER, By.ISCO4, DAY)
    before = service.market.version

    assert service.market.overview(areas, NOVEMBER, By.ISCO4, DAY) is first
    posting = next(service.store.postings())
    document = service.store.document(posting.document)
    assert document is not None
    service.store.save_postings([(replace(posting, content_hash="anders", openings=posting.openings + 1), document)])
    assert service.market.version > before
    assert service.market.overview(areas, NOVEMBER, By.ISCO4, DAY) is not first
    service.store.save_postings([(posting, document)])


def test_a_person_who_moves_or_is_erased_is_counted_so_from_then_on(demo: Path) -> None:
    service = opened(demo)
    shop = service.profile("m0").seeks[0]
    rows = service.market.scene(DAY).market.rows
    before = np.bincount(service.market.scene(DAY).market.seekers.municipality, minlength=len(rows))

    service.store.save_profile(someone(0, shop, "0265"), [])
    moved = np.bincount(service.market.scene(DAY).market.seekers.municipality, minlength=len(rows))
    service.erase("m0")
    erased = np.bincount(service.market.scene(DAY).market.seekers.municipality, minlength=len(rows))
    service.store.save_profile(someone(1_000, shop, "0147"), [])  # who is erased never comes back

    town, other = rows[MunicipalityCode("0147")], rows[MunicipalityCode("0265")]
    assert (before[town], before[other], before.sum()) == (30, 0, 60)
    assert (moved[town], moved[other], moved.sum()) == (29, 1, 60)
    assert (erased[town], erased[other], erased.sum()) == (29, 0, 59)


def test_the_rounding_is_the_same_in_another_process(demo: Path) -> None:
    cells = [opened(demo).market.scene(DAY).people.cells for _ in range(2)]

    assert (cells[0] == cells[1]).all()
    assert 0 < cells[0].sum() <= 70


def test_people_are_told_with_their_areas_and_hidden_where_few(demo: Path) -> None:
    rows = json.loads(run(demo, "overview", "0101", "0147", "--by", "isco4", "--json"))
    shops = {row["area"]: row["seekers_value"] for row in rows if row["group"] == "5223"}

    assert shops == {"0101": 30, "0147": 30}
    assert all(row["seekers_hidden"] == 1 for row in rows if row["group"] != "5223")


@pytest.mark.parametrize(
    "words",
    [
        ("overview", "0101", "danmark"),
        ("overview", "4000", "--minutes", "45", "--by", "industry"),
        ("compare", "0101", "Region Midtjylland"),
        ("skills", "danmark", "--by", "isco1", "--group", "5"),
        ("skills", "danmark", "--what", "gates"),
        ("surplus", "0101", "0147", "--within", "60", "--by", "isco4"),
        ("surplus", "0101"),
        ("flows", "danmark", "--since", "2026-10", "--by", "isco1"),
    ],
)
def test_every_question_has_an_answer_in_words_and_in_json(demo: Path, words: tuple[str, ...]) -> None:
    assert run(demo, *words).strip()
    json.loads(run(demo, *words, "--json"))


@pytest.mark.parametrize(
    "words",
    [("compare", "0101", "0147"), ("skills", "danmark"), ("flows", "danmark", "--since", "2026-10", "--by", "isco1")],
)
def test_an_answer_in_words_says_from_how_many_ads_and_whence(demo: Path, words: tuple[str, ...]) -> None:
    assert "opslag fra " in run(demo, *words).partition("Kilde: ")[2]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("overview", "danmark"), "butiksassistent"),
        (("compare", "0101", "0147"), "vinduespudser"),
        (("flows", "danmark", "--since", "2026-11"), "butiksassistent"),
    ],
)
def test_an_occupation_is_called_by_its_name_and_not_by_its_address(
    demo: Path, words: tuple[str, ...], named: str
) -> None:
    said = run(demo, *words, "--by", "occupation")

    assert named in said
    assert "http" not in said


def test_a_csv_and_a_parquet_file_hold_the_same_and_a_dictionary_explains_every_column(
    demo: Path, tmp_path: Path
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    plain, packed = tmp_path / "tal.csv", tmp_path / "tal.parquet"
    for path in (plain, packed):
        run(demo, "overview", "alle", "--by", "isco2", "--since", "2026-10", "--out", str(path))

    with plain.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with plain.with_suffix(".dictionary.csv").open(encoding="utf-8", newline="") as lines:
        explained = [row["column"] for row in csv.DictReader(lines)]
    table = parquet.read_table(packed).to_pylist()

    assert tuple(rows[0]) == header() == tuple(explained)
    assert len(rows) == len(table) > 20
    for row, other in zip(rows, table, strict=True):
        assert (row["area"], row["group"], row["month"]) == (other["area"], other["group"], other["month"])
        assert float(row["live_value"]) == other["live_value"]
        assert (row["seekers_value"] == "") == (other["seekers_value"] is None)


def test_a_hidden_figure_leaves_no_number_in_a_file(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "tal.csv"
    run(demo, "overview", "0101", "--by", "isco1", "--out", str(out))
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert any(row["seekers_hidden"] == "1" for row in rows)
    for row in rows:
        for name in ("seekers", "tightness"):
            parts = [row[f"{name}_{part}"] for part in ("value", "n", "low", "high")]
            assert (row[f"{name}_hidden"] == "1") == (parts == [""] * 4)


def test_a_file_of_another_kind_is_refused(demo: Path, tmp_path: Path) -> None:
    given = ["market", "overview", "0101", "--out", str(tmp_path / "tal.xls"), "--store", str(demo)]

    with pytest.raises(AnalysisError, match=r"end its name in .csv or .parquet"):
        CliRunner().invoke(cli, given, catch_exceptions=False)


def test_registered_numbers_are_used_where_they_are_given(demo: Path, tmp_path: Path) -> None:
    numbers = tmp_path / "ledige.csv"
    numbers.write_text("area,group,period,value,source\n0101,5,2026,100,Jobindsats\n", encoding="utf-8")

    rows = json.loads(run(demo, "overview", "0101", "--by", "isco1", "--numbers", str(numbers), "--json"))

    (service,) = [row for row in rows if row["group"] == "5"]
    assert service["registered_value"] == service["openings_value"] / 100


def test_registered_numbers_are_set_once_for_every_way_in(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = tmp_path / "ledige.csv"
    numbers.write_text("area,group,period,value,source\n0101,5,2026,50,Jobindsats\n", encoding="utf-8")
    monkeypatch.setenv("KOMPETENCEBRO_NUMBERS", str(numbers))
    rows = json.loads(run(demo, "overview", "0101", "--by", "isco1", "--json"))
    table = build(read_settings(str(demo))).market.overview([read_area("0101")], NOVEMBER, By.ISCO1, DAY)
    figure = table.columns["registered"].figure(table.row(0, table.axis.row("5")))

    (service,) = [row for row in rows if row["group"] == "5"]
    assert service["registered_value"] == service["openings_value"] / 50 == figure.value
    assert figure.source == "Jobindsats"


def test_numbers_that_are_not_there_are_told_at_the_start(demo: Path, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"nowhere\.csv"):
        build(Settings(demo, "none", numbers=tmp_path / "nowhere.csv"))


def test_communities_are_written_with_their_day_release_and_method(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "fag.json"
    run(demo, "communities", "0101", "--out", str(out))
    made = json.loads(out.read_text(encoding="utf-8"))

    assert made["made"] == "2026-11-25"
    assert made["method"]["algorithm"] == "Louvain"
    assert len(made["communities"]) > 1
    assert all(set(one["live_ads"]) == {"0101"} for one in made["communities"])


def test_only_a_neo4j_is_marked(demo: Path) -> None:
    with pytest.raises(AnalysisError, match="this store is no Neo4j; name one with --store"):
        opened(demo).market.mark()
