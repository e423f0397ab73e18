"""What one request shows is noted in one write, and nothing is given that could not be noted."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.access.guarded import Guarded
from api.access.roles import DEVELOPER
from api.records.notes import Notes
from api.service import Service
from api.web import application
from graph.errors import StoreError
from graph.store.port import Quarantined
from graph.store.sqlite_records import SqliteRecords
from ontology.people import ProfileId
from tests.api.asking import ask, filled

NOW = datetime(2026, 11, 25, tzinfo=UTC)
QUERY = (
    "query($id: ID!) { profile(id: $id) { pseudonym bridges(first: 1) { label } matches(first: 1) { totalCount } } }"
)


@pytest.fixture
def store(tmp_path: Path) -> tuple[Service, str]:
    return filled(tmp_path)


def noted(service: Service, id: str) -> list[str]:
    acts = [one.act for one in service.records.accesses(ProfileId(id))]
    return acts + [one.kind for one in service.records.entries(profile=ProfileId(id))]


def test_a_query_notes_what_it_shows_before_it_answers(store: tuple[Service, str]) -> None:
    service, id = store
    before = noted(service, id)
    ask(TestClient(application(service), "http://localhost"), QUERY, id=id)

    assert [one for one in noted(service, id) if one not in before] == [
        "read_profile",
        "match",
        "profile",
        "shown",
        "shown",
    ]


def test_nothing_is_given_where_the_notes_cannot_be_written(
    store: tuple[Service, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    service, id = store
    before, appended = noted(service, id), service.log.shown
    left = iter([True, False])

    def full_disk(*args: object) -> int:
        if next(left):
            return appended(*args)  # type: ignore[arg-type]  # passed on
        raise StoreError("the disk is full")

    monkeypatch.setattr(service.log, "shown", full_disk)
    answer = ask(TestClient(application(service), "http://localhost"), QUERY, id=id)

    assert answer["data"] is None
    assert "the disk is full" in str(answer["errors"])
    assert noted(service, id) == before


def test_a_change_is_noted_after_what_was_shown_and_before_it_is_made(store: tuple[Service, str]) -> None:
    service, id = store
    ours = Guarded(service, DEVELOPER)
    with ours.noted_together():
        ours.profile(id)
        assert "read_profile" not in noted(service, id)
        ours.erase(id)
        assert noted(service, id)[:2] == ["read_profile", "erase"]


def test_outside_each_note_is_written_at_once(store: tuple[Service, str]) -> None:
    service, id = store
    Guarded(service, DEVELOPER).profile(id)

    assert "read_profile" in noted(service, id)


def test_what_was_shown_is_noted_where_the_work_breaks_off(tmp_path: Path) -> None:
    records, written = SqliteRecords(tmp_path / "r.sqlite"), list[str]()
    notes = Notes(records)

    def breaks_off() -> None:
        with notes.together():
            notes.shown(lambda: written.append("shown"))
            raise KeyError

    with pytest.raises(KeyError):
        breaks_off()

    assert written == ["shown"]


def test_writes_together_are_one_write_all_of_it_or_nothing(tmp_path: Path) -> None:
    records = SqliteRecords(tmp_path / "r.sqlite")

    def broken() -> None:
        with records.together():
            records.quarantine(Quarantined("a", "b", NOW))
            raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(StoreError):
        broken()
    with records.together():
        records.quarantine(Quarantined("c", "d", NOW))

    assert [one.name for one in records.quarantined()] == ["c"]
