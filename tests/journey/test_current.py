"""A process sees what another has changed at its next request."""

import json
from pathlib import Path

import pytest

from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.service import Service
from api.settings import Settings
from graph.errors import UnknownRecordError


@pytest.fixture
def two(tmp_path: Path) -> tuple[Service, Service]:
    """Two services over one store with the demo's ads; the second has answered before."""
    first, second = (build(Settings(tmp_path / "k.sqlite", "none")) for _ in range(2))
    first.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    first.intake.postings([TEXTS / "demo.jsonl"])
    second.prepare()
    return first, second


def test_a_release_that_another_process_made_live_is_live_here(two: tuple[Service, Service]) -> None:
    first, second = two
    before = second.live.taxonomy
    first.releases.import_ontology([STARTER / "en"], lambda _what, _share: None)
    _ = second.index

    assert second.live.taxonomy.skills != before.skills
    assert second.live.taxonomy.skills == first.live.taxonomy.skills
    assert second.reader.taxonomy is second.live.taxonomy


def test_an_ad_that_another_process_wrote_or_removed_is_seen_here(two: tuple[Service, Service], tmp_path: Path) -> None:
    first, second = two
    ad = json.loads((TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()[0])
    (tmp_path / "new.json").write_text(json.dumps({**ad, "id": "new"}), encoding="utf-8")
    before = second.index
    (id,) = first.intake.postings([tmp_path / "new.json"]).kept
    written = second.index
    first.store.remove_posting(next(one.id for one in first.index.postings if one.id == id))

    assert id in {posting.id for posting in written.postings}
    assert id not in {posting.id for posting in second.index.postings}
    assert written.postings.data is second.index.postings.data is before.postings.data


def test_a_person_whom_another_process_erased_is_gone_here(two: tuple[Service, Service]) -> None:
    first, second = two
    (id,) = first.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept
    shown = second.match(id, None, AS_OF).shown
    first.erase(id)

    assert shown
    with pytest.raises(UnknownRecordError):
        second.match(id, None, AS_OF)
