"""A store moves to another release, and nothing is lost on the way."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.cli.main import cli
from api.settings import Settings

OLD, NEW = "operate forklift", "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The starter with one skill under another URI: replaced, as the same English label tells."""
    folder = tmp_path / "newer"
    shutil.copytree(STARTER, folder)
    with (STARTER / "en" / "skills_en.csv").open(encoding="utf-8", newline="") as lines:
        (old,) = [row["conceptUri"] for row in csv.DictReader(lines) if row["preferredLabel"] == OLD]
    for path in folder.rglob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").replace(old, NEW), encoding="utf-8")
    return folder


def test_a_replaced_skill_moves_in_profiles_and_ads_and_running_again_changes_nothing(
    tmp_path: Path, newer: Path
) -> None:
    settings = Settings(tmp_path / "k.sqlite", "none")
    service = build(settings)
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    (id,) = service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"]).kept
    before = [(one.match.posting.id, one.match.score) for one in service.match(id, None, AS_OF).shown]
    arguments = ["ontology", "migrate", str(newer / "en"), str(newer / "da"), "--store", str(settings.store), "--json"]
    first, again = (CliRunner().invoke(cli, arguments) for _ in range(2))
    moved = build(settings)

    assert first.exit_code == 0, first.output
    assert list(json.loads(first.output)["skills"]["moved"].values()) == [NEW]
    assert json.loads(first.output)["profiles"]["moved"] >= 1
    assert json.loads(first.output)["postings"]["moved"] >= 1
    assert json.loads(again.output)["profiles"].keys() == {"kept"}
    assert NEW in {claim.skill for claim in moved.profile(id).claims}
    # With the rows in another order, near ties among moves may change places; a skill that was lost would show more.
    assert sorted(one.match.score for one in moved.match(id, None, AS_OF).shown) == pytest.approx(
        sorted(score for _, score in before), abs=3e-3
    )
