"""A start from files is the same start, only sooner."""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from api import current
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


def mapped(array: npt.NDArray[np.generic]) -> bool:
    return isinstance(array.base, np.memmap)


def listed(service: Service, id: str) -> list[tuple[str, float]]:
    return [(str(one.match.posting.id), one.match.score) for one in service.match(id, None, AS_OF).shown]


def test_a_start_from_a_snapshot_lists_the_same_and_maps_its_arrays(made: tuple[Settings, str]) -> None:
    settings, id = made
    plain = Service(*(getattr(build(settings), name) for name in ("store", "records", "vault")))
    started = build(settings)

    assert listed(started, id) == listed(plain, id)
    assert listed(started, id)
    assert mapped(started.index.part_share)
    assert mapped(started.index.postings.data)
    assert mapped(started.live.derived.near.proximity)


def more_ads(service: Service, folder: Path, count: int) -> tuple[str, ...]:
    ad = json.loads((TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()[0])
    lines = [json.dumps({**ad, "id": f"new-{number}"}) for number in range(count)]
    (folder / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return service.intake.postings([folder / "more.jsonl"]).kept


def test_a_new_profile_leaves_the_index_alone_and_a_new_ad_is_taken_into_it(
    made: tuple[Settings, str], tmp_path: Path
) -> None:
    settings, id = made
    started = build(settings, worth_keeping=1)
    started.intake.cvs([TEXTS / "cvs" / "citizen-5.txt"])
    kept = started.index
    more_ads(started, tmp_path, 1)

    assert mapped(kept.part_share)
    assert len(started.index) == len(kept) + 1
    assert listed(started, id) == listed(build(settings), id)


def test_a_start_from_an_older_snapshot_takes_in_what_has_changed_since(
    made: tuple[Settings, str], tmp_path: Path
) -> None:
    settings, id = made
    other = build(settings)
    (new,) = more_ads(other, tmp_path, 1)
    gone = next(one.id for one in other.index.postings if one.id != new)
    other.store.remove_posting(gone)
    started = build(settings)

    assert new in started.index.ids
    assert gone not in started.index.ids
    assert mapped(started.index.postings.data)
    assert listed(started, id) == listed(other, id)


def test_once_many_ads_have_changed_the_index_and_its_snapshot_are_made_anew(
    made: tuple[Settings, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(current, "_ALWAYS_TAKEN_IN", 0)
    settings, id = made
    first = newest(folder(settings))
    started = build(settings, worth_keeping=1)
    more_ads(started, tmp_path, 30)
    count = len(started.index)
    second = newest(folder(settings))

    assert first is not None
    assert second is not None
    assert second.seq > first.seq
    assert len(second.index) == count == len(first.index) + 30
    assert listed(started, id) == listed(build(settings), id)


def test_another_release_makes_the_snapshot_stale(made: tuple[Settings, str]) -> None:
    settings, id = made
    before = build(settings).live.taxonomy
    build(settings).releases.import_ontology([STARTER / "en"], lambda _what, _share: None)
    started = build(settings)

    assert started.live.taxonomy.skills != before.skills
    assert not mapped(started.live.derived.near.proximity)
    assert listed(started, id) == listed(build(settings), id)


def test_a_snapshot_holds_no_people_and_a_broken_one_is_passed_over(made: tuple[Settings, str]) -> None:
    settings, id = made
    kept = b"".join(path.read_bytes() for path in folder(settings).rglob("*") if path.is_file())
    (path,) = folder(settings).iterdir()
    data = (path / "index.postings.data.npy").read_bytes()
    (path / "index.postings.data.npy").write_bytes(data[: len(data) // 2])

    assert id.encode() not in kept
    assert newest(folder(settings)) is None
    assert listed(build(settings), id)
