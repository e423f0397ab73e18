"""Erased is erased: unreadable, finished after a crash, and again after a backup; the chain holds all the same."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from api.records.entries import Choice, Erased
from api.records.erasure import mark_of
from api.service import Service
from graph.errors import StoreError, UnknownRecordError
from graph.store.erasure_file import ErasureFile
from ontology.people import ProfileId
from tests.api.records.conftest import close, opened

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 25)
STEPS = ("note_erasure", "erased", "destroy", "erase_profile")
KILLED = """
import os, signal, sys
from pathlib import Path
from api.app import build
from api.settings import Settings
service = build(Settings(Path(sys.argv[1]) / "k.sqlite", "none"))
erasing = service.erasing
owner = {"note_erasure": erasing._erasures, "erased": erasing._log, "destroy": erasing._vault,
         "erase_profile": erasing._store}[sys.argv[2]]
setattr(owner, sys.argv[2], lambda *_: os.kill(os.getpid(), signal.SIGKILL))
service.erase(sys.argv[3], "konsulent-7")
"""


@pytest.fixture
def id(service: Service) -> ProfileId:
    return next(service.store.profiles())


def used(service: Service, id: ProfileId) -> None:
    service.seen_by("konsulent-7").match(id, None, DAY)
    service.log.chosen(id, "konsulent-7", "demo:001", Choice.CHOSEN, "Tæt på hjemmet")


def gone(service: Service, id: ProfileId) -> bool:
    """Whether nothing of a profile can be read and the log says that it was erased, once."""
    entries = list(service.log.of(id))
    readable = [one.entry for one in entries if one.entry is not None]
    return (
        service.store.profile(id) is None
        and service.vault.held_key(id) is None
        and [one for one in readable if isinstance(one, Erased)] == readable
        and [one.kind for one in entries].count("erased") == 1
    )


def test_an_erased_profile_s_entries_are_unreadable_and_the_chain_holds(service: Service, id: ProfileId) -> None:
    used(service, id)
    head = service.log.head()
    service.erase(id, "konsulent-7")

    assert gone(service, id)
    assert [one.kind for one in service.log.of(id)] == ["profile", "shown", "chosen", "erased"]
    assert service.log.verify([head]).broken is None


def test_the_key_is_nowhere_in_the_files_after(service: Service, id: ProfileId, folder: Path) -> None:
    key = service.vault.held_key(id)
    assert key is not None
    assert key in b"".join(path.read_bytes() for path in folder.iterdir())
    service.erase(id)
    close(service)

    assert key not in b"".join(path.read_bytes() for path in folder.iterdir())


def test_the_list_of_erasures_names_nobody(service: Service, id: ProfileId, folder: Path) -> None:
    service.erase(id)
    told = (folder / "k-erasures.txt").read_text("ascii")

    assert mark_of(id) in told
    assert id not in told


def test_a_second_erasure_says_that_there_is_nothing(service: Service, id: ProfileId) -> None:
    service.erase(id)

    with pytest.raises(UnknownRecordError, match="may be erased already"):
        service.erase(id)
    assert gone(service, id)


@pytest.mark.parametrize("step", STEPS)
def test_an_erasure_that_is_killed_before_any_step_is_finished_by_running_it_again(
    folder: Path, service: Service, id: ProfileId, step: str
) -> None:
    used(service, id)
    close(service)
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), step, id], cwd=ROOT, check=False)
    again = opened(folder)
    begun = step != "note_erasure"
    if not begun:
        assert again.store.profile(id) is not None
        again.erase(id, "konsulent-7")

    assert done.returncode == -signal.SIGKILL
    assert gone(again, id)
    assert again.log.verify().broken is None


def test_a_service_that_was_not_started_anew_finishes_what_another_began(service: Service, id: ProfileId) -> None:
    service.erasing._erasures.note_erasure(mark_of(id))
    service.vault.destroy(id)
    service.erase(id)

    assert gone(service, id)


def test_a_backup_that_is_restored_is_erased_again_at_the_start(service: Service, id: ProfileId, folder: Path) -> None:
    other = service.intake.cv_text("Kassemedarbejder i Netto 2019-2024. Kunder, kasse, varer.").id
    used(service, id)
    close(service)
    backup = {path: path.read_bytes() for path in folder.iterdir() if path.suffix == ".sqlite"}
    running = opened(folder)
    running.erase(id)
    close(running)
    for path in folder.glob("*.sqlite*"):
        path.unlink()
    for path, data in backup.items():
        path.write_bytes(data)
    restored = opened(folder)

    assert len(backup) == 3
    assert gone(restored, id)
    assert restored.log.verify().broken is None
    assert restored.profile(other).id == other
    assert restored.erasing.again() == ()


@pytest.mark.parametrize("file", ["k.sqlite", "k-keys.sqlite", "k-records.sqlite"])
def test_a_backup_of_one_file_alone_brings_nobody_back(
    service: Service, id: ProfileId, folder: Path, file: str
) -> None:
    used(service, id)
    close(service)
    data = (folder / file).read_bytes()
    running = opened(folder)
    running.erase(id)
    close(running)
    for path in folder.glob(f"{file}*"):
        path.unlink()
    (folder / file).write_bytes(data)
    restored = opened(folder)

    assert restored.store.profile(id) is None
    assert restored.vault.held_key(id) is None
    assert all(one.entry is None or isinstance(one.entry, Erased) for one in restored.log.of(id))


def test_where_the_list_cannot_be_written_nothing_is_erased(service: Service, id: ProfileId, folder: Path) -> None:
    (folder / "k-erasures.txt").mkdir()

    with pytest.raises(StoreError, match="the list of erasures"):
        service.erase(id)
    assert service.profile(id).id == id
    assert service.vault.held_key(id) is not None
    assert list(service.log.of(id)) == []


def test_a_list_that_was_joined_from_two_machines_erases_for_both(
    service: Service, id: ProfileId, folder: Path
) -> None:
    ErasureFile(folder / "other.txt").note_erasure(mark_of(id))
    joined = (folder / "other.txt").read_bytes()
    close(service)
    with (folder / "k-erasures.txt").open("ab") as file:
        file.write(joined)
        os.fsync(file.fileno())

    assert gone(opened(folder), id)
