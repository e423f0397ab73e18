"""STAR's titles come in by one command, are read from, and stay when the release changes."""

import csv
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.cli.main import cli
from api.knowledge import labour_knowledge
from api.predict import Predictor
from api.service import Service
from api.settings import Settings
from api.star import import_titles
from ontology.esco import read_esco
from ontology.job_titles import JobTitle, StarUri, TitleLink, within
from ontology.kinds import EscoUri, IscoCode, TitleRelation
from ontology.labour import load_bands
from ontology.taxonomy import Taxonomy

BUS_DRIVER, PHYSIO = (
    EscoUri(f"http://data.europa.eu/esco/occupation/{one}")
    for one in ("00cee175-1376-43fb-9f02-ba3d7a910a58", "006cc1f9-2841-41c3-991a-dc3f2f3bd533")
)
GONE = "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000dead"
NEWER = "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000beef"
MAPPING = (
    "esco_uri,esco_label_da,star_uri,star_label_da,star_url,relation\n"
    f"{BUS_DRIVER},buschauffør,http://star.example/1,Fjordpendler,http://star.example/p1,skos:exactMatch\n"
    f"{PHYSIO},fysioterapeut,http://star.example/1,Fjordpendler,http://star.example/p1,skos:broadMatch\n"
    f"{GONE},hattemager,http://star.example/2,Hattemager,,skos:exactMatch\n"
)
AD = {
    "id": "1",
    "title": "Vil du med på holdet?",
    "body": "Vi kører hver dag ud i det blå, og du møder ind på det gamle torv.",
    "published": "2026-11-20",
    "occupation_star": {"uri": "http://star.example/p1", "label": "Fjordpendler"},
}


def run(service_at: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["ontology", *words, "--store", str(service_at)])


@pytest.fixture
def star(tmp_path: Path) -> Path:
    file = tmp_path / "star" / "star_esco_mapping.csv"
    file.parent.mkdir()
    file.write_text(MAPPING, encoding="utf-8")
    return file.parent


@pytest.fixture
def store(tmp_path: Path) -> Path:
    file = tmp_path / "k.sqlite"
    assert run(file, "import", str(STARTER / "en"), str(STARTER / "da")).exit_code == 0
    return file


def opened(store: Path, worth_keeping: int = 1_000) -> Service:
    return build(Settings(store, "none"), worth_keeping)


def meant(service: Service, title: str) -> Sequence[tuple[str, float]]:
    return service.reader.occupation_of(title)


def test_the_titles_come_in_once_and_what_the_release_lacks_is_named(store: Path, star: Path) -> None:
    first, again = run(store, "import-titles", str(star)), run(store, "import-titles", str(star))
    told = json.loads(run(store, "import-titles", str(star), "--json").output)

    assert first.exit_code == 0, first.output
    assert "STAR: 2 titler, 3 henvisninger (2 samme, 0 næsten samme, 1 bredere, 0 snævrere)" in first.output
    assert "nyt i lageret" in first.output
    assert "uændret: var der allerede" in again.output
    assert "1 begreber er ikke i" in first.output
    assert "hattemager (" in " ".join(first.output.split())  # a long path wraps the line
    assert (told["changed"], told["titles"], told["missing"]) == (False, 2, {GONE: "hattemager"})
    assert told["unmapped"] == ["Hattemager"]
    assert json.loads(run(store, "info", "--json").output)["job_titles"] == 2


def test_a_file_that_is_not_stars_changes_nothing_and_exits_1(store: Path, star: Path, tmp_path: Path) -> None:
    run(store, "import-titles", str(star))
    (tmp_path / "star_x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    refused = run(store, "import-titles", str(star), str(tmp_path / "star_x.csv"))

    assert refused.exit_code == 1
    assert "star_x.csv has the columns a, b" in str(refused.exception)
    assert len(opened(store).live.taxonomy.job_titles) == 2


def test_without_a_release_the_next_step_is_told(tmp_path: Path, star: Path) -> None:
    refused = run(tmp_path / "new.sqlite", "import-titles", str(star))

    assert refused.exit_code == 1
    assert "run 'kompetencebro ontology import PATH' first" in str(refused.exception)


def test_ads_and_cvs_are_read_by_stars_titles_once_they_are_there(store: Path, star: Path, tmp_path: Path) -> None:
    ads, cv = tmp_path / "ads.jsonl", tmp_path / "cv.txt"
    ads.write_text(json.dumps(AD), encoding="utf-8")
    cv.write_text("Erhvervserfaring\n\n2018-2024 Fjordpendler, Vig Turist\n", encoding="utf-8")
    before = opened(store)
    before.intake.postings([ads])
    before.intake.cvs([cv])
    without = [one.occupation for one in next(iter(before.store.postings())).occupations]
    run(store, "import-titles", str(star))
    before.intake.postings([ads])
    (id,) = before.intake.cvs([cv]).kept
    (posting,) = before.store.postings()

    assert without[:1] != [BUS_DRIVER]
    assert [(one.occupation, one.confidence) for one in posting.occupations][:2] == [(BUS_DRIVER, 1.0), (PHYSIO, 0.375)]
    assert [one.occupation for one in before.profile(id).held] == [BUS_DRIVER]


def test_the_figures_of_predict_never_use_stars_titles(store: Path, star: Path) -> None:
    predictor = Predictor.over([STARTER / "en", STARTER / "da"], None)
    run(store, "import-titles", str(star))
    row = {"query_id": "1", "query": "Fjordpendler"}
    ranked = [uri for uri, _ in opened(store).reader.titles.rank("Fjordpendler")]

    assert predictor.taxonomy.job_titles == ()
    assert predictor.answer("titles", row)["ranked"] == ranked
    assert ranked[:1] != [BUS_DRIVER]


def test_what_a_title_is_exactly_has_a_place_in_denmark_though_our_table_says_none(taxonomy: Taxonomy) -> None:
    rare = tuple(replace(one, isco=IscoCode("6340")) for one in taxonomy.occupations)
    links = (
        TitleLink(EscoUri("o/kok"), TitleRelation.CLOSE),
        TitleLink(EscoUri("o/opvasker"), TitleRelation.BROAD),
    )
    plain = replace(taxonomy, occupations=rare)
    titled = replace(plain, job_titles=(JobTitle(StarUri("t/1"), "Kok", links=links),))

    assert not load_bands().has_place(EscoUri("o/kok"), IscoCode("6340"))
    assert labour_knowledge(plain).in_denmark.tolist() == [False, False, False]
    assert labour_knowledge(titled).in_denmark.tolist() == [False, True, False]


def test_a_start_from_a_snapshot_has_stars_titles(store: Path, star: Path) -> None:
    first = opened(store, worth_keeping=1)
    import_titles(first, [star], lambda _what, _share: None)
    first.intake.postings([TEXTS / "demo.jsonl"])
    first.prepare()
    second = opened(store, worth_keeping=1)
    second.prepare()

    assert isinstance(second.live.derived.near.proximity.base, np.memmap)
    assert second.live.taxonomy.job_titles == first.live.taxonomy.job_titles != ()


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The starter with the bus driver under another URI: replaced, as the same English label tells."""
    folder = tmp_path / "newer"
    shutil.copytree(STARTER, folder)
    for path in folder.rglob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").replace(BUS_DRIVER, NEWER), encoding="utf-8")
    return folder


def test_an_import_of_another_release_keeps_the_titles_and_counts_what_leads_nowhere(
    store: Path, star: Path, newer: Path
) -> None:
    run(store, "import-titles", str(star))
    kept = opened(store).live.taxonomy.job_titles
    told = json.loads(run(store, "import", str(newer / "en"), str(newer / "da"), "--json").output)
    other = opened(store).live.taxonomy

    assert told["dangling"]["STAR's titles: concept not in the release"] == 2
    assert other.job_titles == kept
    assert [link.concept for link in within(other.job_titles[0], other.mappable)] == [PHYSIO]


def test_a_migration_moves_the_titles_to_what_replaced_their_occupations(store: Path, star: Path, newer: Path) -> None:
    run(store, "import-titles", str(star))
    done = run(store, "migrate", str(newer / "en"), str(newer / "da"), "--json")
    told = json.loads(done.output)
    after = opened(store)

    assert told["titles"] == {"moved": 1, "kept": 1, "undecided": 1}
    assert told["undecided"] == {f"Hattemager ({GONE})": 1}
    assert meant(after, "Fjordpendler")[0] == (NEWER, 1.0)


@pytest.mark.real_data
def test_every_title_of_the_part_that_names_an_occupation_is_answered_with_it(
    reference_data: Path, tmp_path: Path
) -> None:
    paths = [reference_data / "esco" / "da", reference_data / "esco" / "en"]
    with (reference_data / "denmark" / "star_esco_mapping_part.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["relation"] == "skos:exactMatch"]
    service = opened(tmp_path / "k.sqlite")
    service.releases.import_ontology(paths, lambda _what, _share: None)
    done = import_titles(service, [reference_data / "denmark"], lambda _what, _share: None)
    again = import_titles(service, [reference_data / "denmark"], lambda _what, _share: None)
    exact = {row["star_label_da"]: row["esco_uri"] for row in rows}

    assert (len(done.titles), done.changed, again.changed) == (183, True, False)
    assert len(exact) > 140
    assert {label: meant(service, label)[0] for label in exact} == {label: (uri, 1.0) for label, uri in exact.items()}
    assert len(read_esco(paths)[0].job_titles) == 0
