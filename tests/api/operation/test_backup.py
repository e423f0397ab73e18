"""A backup that is made while the service writes comes back whole, and erases again whom it brings back."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from api.app import build
from api.cli.demo import TEXTS
from api.files import Files, files_of
from api.operation.backup import LISTED, make_backup, restore_backup
from api.records.entries import Shown
from api.records.replay import Outcome, replay
from api.service import Service
from api.settings import Settings
from graph.errors import StoreError
from ontology.people import ProfileId

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 25)
WRITER = """
import json, sys
from datetime import date
from itertools import count
from pathlib import Path
from api.app import build
from api.settings import Settings

folder, id = Path(sys.argv[1]), sys.argv[2]
service, demo = build(Settings(folder / "k.sqlite", "none")), (folder / "demo.jsonl").read_text().splitlines()
for number in count():
    ad = json.loads(demo[number % len(demo)]) | {"id": f"new-{number}"}
    (folder / "new.jsonl").write_text(json.dumps(ad))
    service.intake.postings([folder / "new.jsonl"])
    service.seen_by("test").match(id, None, date(2026, 11, 25))
    print(number, flush=True)
"""


@contextmanager
def writing(folder: Path, id: str) -> Iterator[Iterator[int]]:
    """Another process that adds ads and notes matches, again and again; gives each round's number when it is done."""
    (folder / "demo.jsonl").write_bytes((TEXTS / "demo.jsonl").read_bytes())
    words, told = [sys.executable, "-c", WRITER, str(folder), id], {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, env=told, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield (int(line) for line in process.stdout)
        finally:
            process.kill()


def files(folder: Path, erasures: Path) -> Files:
    return files_of(settings(folder, erasures))


def settings(folder: Path, erasures: Path) -> Settings:
    return Settings(folder / "k.sqlite", "none", erasures=erasures)


def last_shown(service: Service) -> int:
    entries = (service.log.entry(one.seq) for one in service.records.entries())
    return max(one.seq for one in entries if isinstance(one.entry, Shown))


def test_a_backup_made_while_another_process_writes_comes_back_with_the_same_matches_and_an_unbroken_log(
    folder: Path, demo_files: tuple[Path, str], tmp_path: Path
) -> None:
    here, id, erasures = files(folder, tmp_path / "erasures.txt"), demo_files[1], tmp_path / "erasures.txt"
    with writing(folder, id) as rounds:
        before = next(rounds)
        make_backup(here, tmp_path / "b", tmp_path / "keys")
        after = next(rounds)
    elsewhere = tmp_path / "elsewhere"
    restore_backup(files(elsewhere, erasures), tmp_path / "b", tmp_path / "keys")
    back, verdict = build(settings(elsewhere, erasures)), None
    verdict, seq = back.log.verify(), last_shown(back)
    shown = back.log.entry(seq).entry

    assert after > before
    assert verdict.broken is None
    assert verdict.head.seq > 0
    assert replay(seq, back).outcome is Outcome.SAME
    assert isinstance(shown, Shown)
    assert len(shown.rows) > 0
    assert back.match(id, None, DAY).shown
    assert make_backup(here, tmp_path / "b2", tmp_path / "keys2").files[0].size > 0
    assert build(settings(folder, erasures)).log.verify([verdict.head]).broken is None


def test_who_was_erased_after_the_backup_is_erased_again_when_it_comes_back(
    folder: Path, demo_files: tuple[Path, str], tmp_path: Path
) -> None:
    erasures, id = tmp_path / "apart" / "erasures.txt", ProfileId(demo_files[1])
    make_backup(files(folder, erasures), tmp_path / "b", tmp_path / "keys")
    build(settings(folder, erasures)).erase(id, "test")
    restore_backup(files(tmp_path / "elsewhere", erasures), tmp_path / "b", tmp_path / "keys")
    back = build(settings(tmp_path / "elsewhere", erasures))

    assert back.store.profile(id) is None
    assert back.vault.held_key(id) is None
    assert back.log.verify().broken is None


def test_nothing_that_is_there_is_written_over(folder: Path, tmp_path: Path) -> None:
    here = files(folder, tmp_path / "erasures.txt")
    make_backup(here, tmp_path / "b", tmp_path / "keys")

    with pytest.raises(StoreError, match="is there already; name a new folder"):
        make_backup(here, tmp_path / "b", tmp_path / "keys")
    with pytest.raises(StoreError, match="is in the way; stop the service and move it"):
        restore_backup(here, tmp_path / "b", tmp_path / "keys")


def test_a_copy_that_has_changed_is_not_put_back_and_nothing_else_is_either(folder: Path, tmp_path: Path) -> None:
    make_backup(files(folder, tmp_path / "erasures.txt"), tmp_path / "b", tmp_path / "keys")
    with (tmp_path / "keys" / "k-keys.sqlite").open("ab") as file:
        file.write(b"x")

    with pytest.raises(StoreError, match="is not what was copied"):
        restore_backup(files(tmp_path / "new", tmp_path / "erasures.txt"), tmp_path / "b", tmp_path / "keys")
    assert not (tmp_path / "new").exists()


def test_the_keys_lie_in_their_own_folder_and_only_their_owner_reads_the_copies(folder: Path, tmp_path: Path) -> None:
    made = make_backup(files(folder, tmp_path / "erasures.txt"), tmp_path / "b", tmp_path / "keys")
    copies = [*(tmp_path / "b").glob("*.sqlite"), *(tmp_path / "keys").iterdir()]

    assert [one.what for one in made.files] == ["records", "graph", "keys"]
    assert {one.name for one in (tmp_path / "b").iterdir()} == {LISTED, "k-records.sqlite", "k.sqlite"}
    assert {one.name for one in (tmp_path / "keys").iterdir()} == {"k-keys.sqlite"}
    assert {one.stat().st_mode & 0o777 for one in copies} == {0o600}
    assert json.loads((tmp_path / "b" / LISTED).read_text())["files"][0]["what"] == "records"
