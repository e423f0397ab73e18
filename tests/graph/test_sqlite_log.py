"""The chain on disk: nothing but its end is written to, by however many processes; ads come back as they stood."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.records.chain import linked, verify
from graph.errors import StoreError
from graph.store.erasure_file import ErasureFile
from graph.store.log import LogEntry, LogHead
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from ontology.people import ProfileId

ROOT = Path(__file__).parents[2]
PERSON, OTHER = ProfileId("p1"), ProfileId("p2")
AT = "2026-11-26T12:00:00.000000+00:00"
WRITER = """
import sys
from pathlib import Path
from api.records.chain import linked
from graph.store.sqlite_records import SqliteRecords
records = SqliteRecords(Path(sys.argv[1]))
for number in range(100):
    records.append(lambda head: linked(head, "now", "shown", sys.argv[2], str(number).encode()))
"""
MARKS = st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from([b"1", b"2", None])), max_size=6)


@pytest.fixture
def records(tmp_path: Path) -> SqliteRecords:
    return SqliteRecords(tmp_path / "records.sqlite")


def add(records: SqliteRecords, kind: str = "shown", profile: ProfileId = PERSON) -> LogEntry:
    return records.append(lambda head: linked(head, AT, kind, profile, b"body"))


def test_links_come_back_in_order_whole_and_of_one_profile(records: SqliteRecords) -> None:
    first, second, third = add(records), add(records, profile=OTHER), add(records)

    assert list(records.entries()) == [first, second, third]
    assert list(records.entries(after=1, profile=PERSON)) == [third]
    assert records.head() == third.head


def test_the_last_link_of_some_kinds_is_found_for_one_profile_and_for_all(records: SqliteRecords) -> None:
    add(records, "restricted")
    lifted, other = add(records, "lifted"), add(records, "restricted", OTHER)
    add(records, "shown")

    assert list(records.latest(("restricted", "lifted"))) == [lifted, other]
    assert list(records.latest(("restricted", "lifted"), PERSON)) == [lifted]
    assert list(records.latest(("erased",))) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET body = x'00' WHERE seq = 1",
        "DELETE FROM log WHERE seq = 2",
        "INSERT OR REPLACE INTO log SELECT 1, at, kind, profile, x'00', previous, hash FROM log WHERE seq = 1",
        "INSERT INTO log SELECT 9, at, kind, profile, body, previous, hash FROM log WHERE seq = 1",
    ],
)
def test_the_file_refuses_all_but_a_link_at_its_end(records: SqliteRecords, tmp_path: Path, statement: str) -> None:
    before = [add(records), add(records)]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sqlite3.connect(tmp_path / "records.sqlite").execute(statement)

    assert list(records.entries()) == before


def test_a_link_that_cannot_be_made_leaves_the_chain_as_it_was(records: SqliteRecords) -> None:
    kept = add(records)

    def broken(_head: LogHead) -> LogEntry:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        records.append(broken)

    assert records.head() == kept.head
    assert add(records).previous == kept.hash


def test_processes_that_write_at_once_keep_one_chain(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    SqliteRecords(path).close()
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], cwd=ROOT) for name in ("a", "b", "c")]
    codes = [one.wait(timeout=120) for one in writers]
    found = list(SqliteRecords(path).entries())

    assert codes == [0, 0, 0]
    assert verify(found).broken is None
    for name in ("a", "b", "c"):
        assert [int(one.body) for one in found if one.profile == name] == list(range(100))


def test_a_writer_that_is_killed_leaves_whole_links_and_the_chain_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    endless = WRITER.replace("range(100)", "itertools.count()").replace("import sys", "import itertools, sys", 1)
    writer = subprocess.Popen(
        [sys.executable, "-c", f"{endless}    print(number, flush=True)", str(path), "a"],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(50)]
    writer.kill()
    writer.communicate()
    records = SqliteRecords(path)
    add(records)

    assert verify(records.entries()).broken is None
    assert records.head().seq > len(told)


def test_a_file_that_is_broken_is_our_error(records: SqliteRecords, tmp_path: Path) -> None:
    for _ in range(200):
        add(records)
    records.close()
    data = bytearray((tmp_path / "records.sqlite").read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    (tmp_path / "records.sqlite").write_bytes(data)

    with pytest.raises(StoreError):
        list(SqliteRecords(tmp_path / "records.sqlite").entries())


@given(MARKS)
def test_ads_come_back_as_they_stood_at_every_mark(steps: list[dict[str, bytes | None]]) -> None:
    records, now = SqliteRecords(Path(":memory:")), dict[str, bytes]()
    stood = []
    for mark, step in enumerate(steps, 1):
        records.keep_ads(10 * mark, step.items())
        now = {id: data for id, data in {**now, **step}.items() if data is not None}
        stood.append([now[id] for id in sorted(now)])

    assert [list(records.ads_at(10 * mark)) for mark in range(1, len(steps) + 1)] == stood
    assert [records.ads_mark(10 * mark + 9) for mark in range(len(steps) + 1)] == [
        10 * m for m in range(len(steps) + 1)
    ]
    records.close()


def test_a_version_that_comes_again_is_kept_once(records: SqliteRecords, tmp_path: Path) -> None:
    for mark, data in enumerate((b"first", b"second", b"first"), 1):
        records.keep_ads(mark, [("x:1", data)])
    kept = sqlite3.connect(tmp_path / "records.sqlite").execute("SELECT COUNT(*) FROM ad").fetchone()

    assert kept == (2,)


def test_looking_for_a_key_makes_none(tmp_path: Path) -> None:
    vault = SqliteVault(tmp_path / "keys.sqlite")

    assert vault.held_key(PERSON) is None
    assert list(vault.holders()) == []
    assert vault.held_key(PERSON) != vault.key(PERSON) == vault.held_key(PERSON)
    assert list(vault.holders()) == [PERSON]


def test_an_erasure_is_listed_once_and_for_good(tmp_path: Path) -> None:
    path, mark, other = tmp_path / "lists" / "erasures.txt", "a" * 64, "b" * 64
    for one in (mark, mark, other):
        ErasureFile(path).note_erasure(one)

    assert ErasureFile(path).erasures() == {mark, other}
    assert path.read_text("ascii").count(mark) == 1
    assert path.stat().st_mode & 0o077 == 0


def test_a_line_that_was_torn_does_not_take_the_next_one_with_it(tmp_path: Path) -> None:
    path = tmp_path / "erasures.txt"
    path.write_text("a" * 30, "ascii")
    ErasureFile(path).note_erasure("b" * 64)

    assert ErasureFile(path).erasures() == {"b" * 64}


def test_a_list_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    for path in (tmp_path / "file" / "erasures.txt", tmp_path / "folder"):
        with pytest.raises(StoreError, match="the list of erasures"):
            ErasureFile(path).note_erasure("a" * 64)
