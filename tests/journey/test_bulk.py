"""All profiles at once get what each gets alone."""

import json
import stat
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from api import bulk
from api.app import build
from api.bulk import everyone, scene
from api.cli.batch import UnfinishedError
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.cli.main import cli
from api.cli.noting import person
from api.service import Service
from api.settings import Settings
from ontology.people import ProfileId

TOP = 7


@pytest.fixture
def filled(tmp_path: Path) -> Service:
    """A store with the demo's ads and citizens."""
    service = build(Settings(tmp_path / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    service.intake.cvs(sorted((TEXTS / "cvs").iterdir()))
    return service


@pytest.mark.parametrize("workers", [1, 2])
def test_everyone_gets_the_ads_in_the_order_and_with_the_scores_that_match_gives(
    filled: Service, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(bulk, "_BLOCK", 5)
    ids = list(filled.store.profiles())
    found = list(everyone(filled, ids, scene(filled, AS_OF, TOP), "s", workers))

    assert [one.profile for one in found] == ids
    assert len(ids) > 5
    assert sum(len(one.ads) for one in found) > len(ids)
    for one in found:
        alone = filled.match(one.profile, None, AS_OF, TOP)
        assert [id for id, _ in one.ads] == [shown.match.posting.id for shown in alone.shown]
        assert [score for _, score in one.ads] == pytest.approx([s.match.score for s in alone.shown], abs=1e-9)
        assert one.total == alone.total


def test_a_profile_that_was_erased_meanwhile_is_left_out(filled: Service) -> None:
    ids = list(filled.store.profiles())

    assert [one.profile for one in everyone(filled, [ProfileId("gone"), *ids], scene(filled, AS_OF, 1), "s")] == ids


def test_every_run_over_everybody_is_in_each_ones_access_log_once(filled: Service, tmp_path: Path) -> None:
    for out in ("first", "again", "again"):
        run(tmp_path / "k.sqlite", tmp_path / out)

    for id in filled.store.profiles():
        noted = [(one.subject, one.role, one.act) for one in filled.records.accesses(id)]
        assert noted == [(person(filled.vault), "operator", "match")] * 2


def run(store: Path, out: Path, day: date = AS_OF) -> Exception | None:
    called = ["batch", "--store", str(store), "--out", str(out), "--as-of", str(day), "--workers", "1"]
    result = CliRunner().invoke(cli, called)
    assert result.exception is None or isinstance(result.exception, UnfinishedError)
    return result.exception


def test_a_run_that_was_stopped_goes_on_and_the_file_is_as_if_it_never_was(filled: Service, tmp_path: Path) -> None:
    whole, stopped = tmp_path / "whole.jsonl", tmp_path / "stopped.jsonl"
    run(tmp_path / "k.sqlite", whole)
    lines = whole.read_bytes().splitlines(keepends=True)
    stopped.write_bytes(b"".join(lines[:4]) + lines[4][:20])
    run(tmp_path / "k.sqlite", stopped)

    assert stopped.read_bytes() == whole.read_bytes()
    assert len(lines) == 1 + len(list(filled.store.profiles()))
    assert json.loads(lines[0])["as_of"] == str(AS_OF)


def test_a_file_of_another_day_is_not_gone_on_with_and_is_not_touched(filled: Service, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(tmp_path / "k.sqlite", out)
    before = out.read_bytes()
    refused = run(tmp_path / "k.sqlite", out, date(2026, 11, 26))

    assert isinstance(refused, UnfinishedError)
    assert str(out) in str(refused)
    assert out.read_bytes() == before


def test_only_the_owner_can_read_what_is_about_persons(filled: Service, tmp_path: Path) -> None:
    run(tmp_path / "k.sqlite", tmp_path / "out.jsonl")

    assert stat.S_IMODE((tmp_path / "out.jsonl").stat().st_mode) & 0o077 == 0
