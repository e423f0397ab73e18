"""A start from files is the same start, only sooner."""

from pathlib import Path

import numpy as np
import pytest

from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.service import Service
from api.settings import Settings
from graph.store.snapshot import newest


@pytest.fixture
def made(tmp_path: Path) -> tuple[Settings, str]:
    """A store with the demo, for which forty ads are worth keeping, and the id of a citizen."""
    settings = Settings(tmp_path / "k.sqlite", "none")
    service = build(settings, worth_keeping=1)
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    (id,) = service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept
    service.match(id, None, AS_OF)
    return settings, id


def folder(settings: Settings) -> Path:
    assert isinstance(settings.store, Path)
    return settings.store.with_name("k-snapshots")


def listed(service: Service, id: str) -> list[tuple[str, float]]:
    return [(str(one.match.posting.id), one.match.score) for one in service.match(id, None, AS_OF).shown]


def test_a_start_from_a_snapshot_lists_the_same_and_maps_its_arrays(made: tuple[Settings, str]) -> None:
    settings, id = made
    plain = Service(*(getattr(build(settings), name) for name in ("store", "records", "vault")))
    started = build(settings)

    assert listed(started, id) == listed(plain, id)
    assert listed(started, id)
    assert isinstance(started.index.part_share, np.memmap)
    assert isinstance(started.live.derived.near.proximity, np.memmap)


def test_a_new_profile_needs_no_new_index_but_a_new_ad_does(made: tuple[Settings, str], tmp_path: Path) -> None:
    settings, _ = made
    first = newest(folder(settings))
    started = build(settings, worth_keeping=1)
    started.intake.cvs([TEXTS / "cvs" / "citizen-5.txt"])
    kept = started.index
    ad = (TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()[0].replace("001", "901")
    (tmp_path / "one.jsonl").write_text(ad, encoding="utf-8")
    started.intake.postings([tmp_path / "one.jsonl"])

    assert isinstance(kept.part_share, np.memmap)
    assert len(started.index.postings) == len(kept.postings) + 1
    second = newest(folder(settings))
    assert first is not None
    assert second is not None
    assert second.seq > first.seq


def test_another_release_makes_the_snapshot_stale(made: tuple[Settings, str]) -> None:
    settings, id = made
    before = build(settings).live.taxonomy
    build(settings).releases.import_ontology([STARTER / "en"], lambda _what, _share: None)
    started = build(settings)

    assert started.live.taxonomy.skills != before.skills
    assert not isinstance(started.live.derived.near.proximity, np.memmap)
    assert listed(started, id) == listed(build(settings), id)


def test_a_snapshot_holds_no_people_and_a_broken_one_is_passed_over(made: tuple[Settings, str]) -> None:
    settings, id = made
    kept = b"".join(path.read_bytes() for path in folder(settings).rglob("*") if path.is_file())
    (path,) = folder(settings).iterdir()
    (path / "postings.json").write_bytes(b"[")

    assert id.encode() not in kept
    assert newest(folder(settings)) is None
    assert listed(build(settings), id)
