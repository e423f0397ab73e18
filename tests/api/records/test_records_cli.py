"""The log, choices and a person's rights at the command line."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from api.access.records import accesses_of
from api.access.words import in_danish
from api.cli.demo import TEXTS
from api.cli.main import cli
from api.records.errors import RecordsError, RestrictedError
from api.service import Service
from graph.store.sqlite_records import SqliteRecords
from ontology.errors import UnknownConceptError
from ontology.people import ProfileId, Releaser

ID = "the profile"


@pytest.fixture
def id(service: Service) -> ProfileId:
    return next(service.store.profiles())


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--store", str(folder / "k.sqlite")])


def json_of(folder: Path, *words: str) -> Any:
    found: Any = json.loads(run(folder, *words, "--json").output)
    return found


def test_a_match_at_the_command_line_is_shown_replayed_and_verified(folder: Path, id: ProfileId) -> None:
    run(folder, "match", id, "--as-of", "2026-11-25")
    run(folder, "choose", id, "demo:001", "overridden", "--reason", "Kender arbejdsgiveren")

    shown = run(folder, "log", "show", id).output
    assert "kommandolinje så 20 (matches) pr. 2026-11-25" in shown
    assert "demo:001 tilsidesat: Kender arbejdsgiveren" in shown
    assert run(folder, "log", "replay", "2").output == "samme rækkefølge og samme point\n"
    verified = run(folder, "log", "verify")
    assert (verified.exit_code, "kæden holder: 3 poster" in verified.output) == (0, True)


def test_questions_and_answers_at_the_command_line_are_noted(folder: Path, id: ProfileId) -> None:
    asked = json_of(folder, "questions", id, "--as-of", "2026-11-25")
    run(folder, "answer", id, "truck-b", "no")
    shown = run(folder, "log", "show", id).output

    assert isinstance(asked, list)
    assert 1 <= len(asked) <= 5
    assert f"kommandolinje så {len(asked)} (questions) pr. 2026-11-25" in shown
    assert "truck-b" in shown


@pytest.mark.parametrize("what", ["clearance-criminal", "clearance-child", "clearance-security", "nothing"])
def test_a_clearance_is_nothing_to_answer_about(folder: Path, id: ProfileId, service: Service, what: str) -> None:
    done = run(folder, "answer", id, what, "yes")

    assert isinstance(done.exception, UnknownConceptError)
    assert what not in [one.credential for one in service.profile(id).holds]
    assert "corrected" not in run(folder, "log", "show", id).output


def test_a_chain_that_is_shorter_than_a_kept_head_exits_1(folder: Path, id: ProfileId) -> None:
    run(folder, "choose", id, "demo:001", "chosen", "--reason", "Tæt på")
    head = run(folder, "log", "head").output.strip()
    (folder / "k-records.sqlite").unlink()
    SqliteRecords(folder / "k-records.sqlite").close()
    cut = run(folder, "log", "verify", "--kept", head)

    assert cut.exit_code == 1
    assert "post 1 og resten er taget væk" in cut.output
    assert run(folder, "log", "verify").exit_code == 0


def test_what_is_no_head_is_refused(folder: Path, id: ProfileId) -> None:
    assert run(folder, "log", "verify", "--kept", "7").exit_code == 2


def test_an_export_holds_everything_and_says_what_the_codes_mean(folder: Path, id: ProfileId, service: Service) -> None:
    run(folder, "match", id, "--as-of", "2026-11-25")
    done = run(folder, "export", id, "--to", str(folder / "x.zip"))
    with zipfile.ZipFile(folder / "x.zip") as file:
        told = {name: json.loads(file.read(name)) for name in file.namelist() if name.endswith(".json")}
        note = file.read("LÆSMIG.txt").decode()
    (document,) = service.profile(id).documents

    assert done.exit_code == 0, done.output
    assert (folder / "x.zip").stat().st_mode & 0o077 == 0
    assert [one["art"] for one in told["log.json"]] == ["profile", "shown", "exported"]
    assert told["profil.json"]["id"] == id
    assert [one["id"] for one in told["dokumenter.json"]] == [document]
    assert {one["skill"] for one in told["profil.json"]["claims"]} <= told["ord.json"].keys()
    assert all(name in note for name in told)


def test_an_export_does_not_write_over_a_file(folder: Path, id: ProfileId) -> None:
    (folder / "x.zip").write_bytes(b"mine")
    done = run(folder, "export", id, "--to", str(folder / "x.zip"))

    assert isinstance(done.exception, RecordsError)
    assert (folder / "x.zip").read_bytes() == b"mine"


def test_a_restricted_profile_is_exported_and_erased_and_not_matched(folder: Path, id: ProfileId) -> None:
    run(folder, "restrict", id, "--reason", "Borgeren bestrider CV'et")

    assert isinstance(run(folder, "match", id).exception, RestrictedError)
    told = json_of(folder, "export", id)
    assert isinstance(told, dict)
    assert told["profil"]["id"] == id
    assert run(folder, "erase", id).exit_code == 0


def test_lifting_a_restriction_lets_the_profile_be_used(folder: Path, id: ProfileId) -> None:
    run(folder, "restrict", id, "--reason", "bestridt")
    lifted = run(folder, "restrict", id, "--reason", "afklaret", "--lift")

    assert lifted.output == "profilen bruges igen\n"
    assert run(folder, "match", id).exit_code == 0


def test_an_erased_profile_reads_slettet(folder: Path, id: ProfileId) -> None:
    run(folder, "choose", id, "demo:001", "chosen", "--reason", "Tæt på")
    run(folder, "erase", id)
    shown = run(folder, "log", "show", id).output.splitlines()

    assert [line.split()[2:] for line in shown] == [["chosen", "slettet"], ["erased", "kommandolinje"]]


def test_reapplying_says_how_many_a_backup_had_brought_back(folder: Path, id: ProfileId) -> None:
    files = {path: path.read_bytes() for path in folder.glob("*.sqlite*")}
    run(folder, "erase", id)
    for path in folder.glob("*.sqlite*"):
        path.unlink()
    for path, data in files.items():
        path.write_bytes(data)

    assert json_of(folder, "log", "reapply") == {"erased": [id]}
    assert json_of(folder, "log", "reapply") == {"erased": []}


ASKED = {
    "match": ("match", ID, "--as-of", "2026-11-25"),
    "explain": ("explain", ID, "demo:001", "--as-of", "2026-11-25"),
    "bridges": ("bridges", ID, "--as-of", "2026-11-25"),
    "unlocks": ("unlocks", ID, "--as-of", "2026-11-25"),
    "questions": ("questions", ID, "--as-of", "2026-11-25"),
    "answer": ("answer", ID, "truck-b", "no"),
    "choose": ("choose", ID, "demo:001", "chosen", "--reason", "Tæt på hjemmet"),
    "release": ("release", ID, "--by", "citizen"),
    "restrict": ("restrict", ID, "--reason", "Borgeren bestrider CV'et"),
    "export": ("export", ID, "--json"),
    "log show": ("log", "show", ID),
    "log replay": ("log", "replay", "2"),
    "batch": ("batch", "--out", "best.jsonl", "--as-of", "2026-11-25"),
    "erase": ("erase", ID),
}
ACTS = {"answer": "correct", "log show": "read_decisions", "log replay": "read_decisions"} | {
    name: name for name in ("choose", "release", "restrict", "export", "erase")
}


@pytest.mark.parametrize("command", ASKED)
def test_what_is_asked_of_a_profile_at_the_command_line_is_in_its_access_log(
    folder: Path, id: ProfileId, service: Service, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SUDO_USER", "grethe")
    service.seen_by("x").match(id, None, date(2026, 11, 25))
    before = list(service.records.accesses(id))
    done = run(folder, *(id if word is ID else word for word in ASKED[command]))
    (entry,) = list(service.records.accesses(id))[len(before) :]

    assert done.exit_code == 0, done.output
    assert (entry.role, entry.act) == ("operator", ACTS.get(command, "match"))
    assert entry.subject == service.vault.pseudonym("kommandolinje grethe")
    assert b"grethe" not in b"".join(one.read_bytes() for one in folder.glob("k*.sqlite*"))


def test_the_citizen_reads_what_was_asked_at_the_command_line(folder: Path, service: Service) -> None:
    text = (TEXTS / "cvs" / "citizen-6.txt").read_text(encoding="utf-8")
    (folder / "ny.txt").write_text(f"{text}\nny", encoding="utf-8")
    (made,) = json_of(folder, "ingest", "cv", str(folder / "ny.txt"), "--handled-by", "0101")["kept"]
    run(folder, "match", made, "--as-of", "2026-11-25")
    lines = [in_danish(one) for one in accesses_of(ProfileId(made), service.records, service.vault)]

    assert [one.split(": ", 1)[1] for one in lines] == [
        "en driftsansvarlig i København lagde et CV ind",
        "en driftsansvarlig i København så job, der passer til profilen",
    ]


def test_nothing_is_noted_of_a_profile_that_there_is_not(folder: Path, service: Service) -> None:
    done = run(folder, "match", "0123456789abcdef")

    assert done.exit_code != 0
    assert list(service.records.accesses(ProfileId("0123456789abcdef"))) == []


def test_who_is_found_from_an_ad_at_the_command_line_is_noted(folder: Path, id: ProfileId, service: Service) -> None:
    for party in Releaser:
        service.release(id, party)
    run(folder, "candidates", "demo:001", "--as-of", "2026-11-25")

    assert [one.act for one in service.records.accesses(id)] == ["find_candidates"]
