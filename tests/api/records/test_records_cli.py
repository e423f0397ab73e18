"""The log, choices and a person's rights at the command line."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli.main import cli
from api.records.errors import RecordsError, RestrictedError
from api.service import Service
from graph.store.sqlite_records import SqliteRecords
from ontology.errors import UnknownConceptError
from ontology.people import ProfileId


@pytest.fixture
def id(service: Service) -> ProfileId:
    return next(service.store.profiles())


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--store", str(folder / "k.sqlite")])


def json_of(folder: Path, *words: str) -> object:
    found: object = json.loads(run(folder, *words, "--json").output)
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
