"""Who asked for a profile, and which case is whose: what the records and the vault keep."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.store.port import AccessEntry
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
PERSON = ProfileId("p1")


def entry(subject: str = "s1", profile: ProfileId = PERSON) -> AccessEntry:
    return AccessEntry(profile, subject, "consultant", "read_profile", NOON, MunicipalityCode("0101"), b"\x00sealed")


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    return SqliteVault(tmp_path / "keys.sqlite")


def test_accesses_come_back_oldest_first_and_of_one_profile_only(tmp_path: Path) -> None:
    records = SqliteRecords(tmp_path / "records.sqlite")
    for one in (entry("s2"), entry("s1"), entry("s3", ProfileId("p2"))):
        records.note_access(one)

    assert list(records.accesses(PERSON)) == [entry("s2"), entry("s1")]


def test_accesses_are_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    first = SqliteRecords(tmp_path / "records.sqlite")
    first.note_access(entry())
    first.close()

    assert list(SqliteRecords(tmp_path / "records.sqlite").accesses(PERSON)) == [entry()]


def test_threads_that_note_at_once_lose_no_access(tmp_path: Path) -> None:
    records = SqliteRecords(tmp_path / "records.sqlite")
    names = [f"s{number}" for number in range(64)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda name: records.note_access(entry(name)), names))

    assert sorted(one.subject for one in records.accesses(PERSON)) == sorted(names)


def test_a_case_leads_to_its_profile_and_to_the_last_one_given(vault: SqliteVault) -> None:
    vault.refer("0101 sag-7", PERSON)
    vault.refer("0147 sag-7", ProfileId("p2"))
    vault.refer("0101 sag-7", ProfileId("p3"))

    assert vault.referred("0101 sag-7") == "p3"
    assert vault.referred("0147 sag-7") == "p2"
    assert vault.referred("0101 sag-8") is None


def test_a_destroyed_profile_has_no_case(vault: SqliteVault) -> None:
    vault.key(PERSON)
    vault.refer("0101 sag-7", PERSON)
    vault.destroy(PERSON)

    assert vault.referred("0101 sag-7") is None


def test_a_case_reference_is_nowhere_in_the_files(vault: SqliteVault, tmp_path: Path) -> None:
    vault.refer("0101 sag-hemmelig-7", PERSON)

    assert vault.referred("0101 sag-hemmelig-7") == PERSON
    assert all(b"sag-hemmelig-7" not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_pseudonym_is_the_same_again_and_another_in_another_vault(vault: SqliteVault, tmp_path: Path) -> None:
    again, other = SqliteVault(tmp_path / "keys.sqlite"), SqliteVault(tmp_path / "other.sqlite")

    assert vault.pseudonym("jens") == again.pseudonym("jens")
    assert vault.pseudonym("jens") != other.pseudonym("jens")
    assert vault.pseudonym("jens") != vault.pseudonym("jane")
