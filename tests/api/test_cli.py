"""The command line as its user meets it: help, exit codes, errors, machine-readable output."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from api.cli.demo import STARTER, TEXTS
from api.cli.main import cli
from api.cli.ontology import _HIDDEN
from ingestion.redaction import DocumentKind, redact
from tests.ingestion.redaction_cases import GOES
from tests.ingestion.test_redaction_asides import ASIDE

OWN_FORM = {"serve", "predict", "perspective"}
"""A server, JSON Lines by nature, and a command whose output is a JSON file."""


def commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    found: list[tuple[tuple[str, ...], click.Command]] = []
    for name, command in group.commands.items():
        found.append(((*path, name), command))
        if isinstance(command, click.Group):
            found += commands(command, (*path, name))
    return found


@pytest.mark.parametrize(
    ("path", "command"), commands(cli), ids=lambda one: " ".join(one) if isinstance(one, tuple) else ""
)
def test_every_command_shows_an_example_and_speaks_json(path: tuple[str, ...], command: click.Command) -> None:
    shown = CliRunner().invoke(cli, [*path, "--help"])

    assert shown.exit_code == 0
    assert "Eksempel: kompetencebro " in shown.output
    if not isinstance(command, click.Group) and path[-1] not in OWN_FORM:
        assert "--json" in shown.output


def run(*words: str) -> subprocess.CompletedProcess[str]:
    ours = Path(sys.executable).with_name("kompetencebro")
    return subprocess.run([str(ours), *words], capture_output=True, text=True, check=False)


def test_a_batch_with_something_put_aside_goes_on_and_exits_1(tmp_path: Path) -> None:
    store = str(tmp_path / "k.sqlite")
    run("ontology", "import", str(STARTER / "en"), str(STARTER / "da"), "--store", store)
    done = run("ingest", "cv", str(tmp_path / "none.pdf"), str(TEXTS / "cvs" / "citizen-6.txt"), "--store", store)

    assert done.returncode == 1
    assert "1 læst, 1 nye eller ændrede, 1 lagt til side" in done.stdout
    assert "none.pdf: no file" in done.stdout
    assert "skjult, før noget blev gemt:" in done.stdout


def test_every_kind_of_thing_that_is_hidden_has_a_danish_word() -> None:
    kinds = {one.kind for text, _ in (*GOES, *ASIDE) for one in redact(text, DocumentKind.CV).hidden}

    assert kinds == _HIDDEN.keys()


def test_an_error_of_ours_is_one_sentence_and_exits_1(tmp_path: Path) -> None:
    done = run("match", "nobody", "--store", str(tmp_path / "k.sqlite"))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("no profile 'nobody'")
    assert "Traceback" not in done.stderr


def test_a_row_that_cannot_be_answered_keeps_its_name_and_an_unknown_concept_is_told(tmp_path: Path) -> None:
    rows = ['{"id": "a", "origin": "o/none", "destination": "o/none"}', "not json", '{"id": "c"}', "[]"]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    esco = ["--ontology", str(STARTER / "en"), "--ontology", str(STARTER / "da")]
    done = run("predict", "moves", str(tmp_path / "rows.jsonl"), *esco)
    answers = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 1
    assert [one["id"] for one in answers] == ["a", None, "c", None]
    assert ["error" in one for one in answers] == [False, True, True, True]
    assert "no occupation 'o/none'" in done.stderr


def test_the_demo_speaks_json() -> None:
    told = json.loads(CliRunner().invoke(cli, ["demo", "--json"]).output)

    assert len(told) == 12
    assert all({"profile", "matches", "bridges"} <= one.keys() for one in told)


def test_the_gaps_of_a_release_are_counted_and_named(tmp_path: Path) -> None:
    store = str(tmp_path / "k.sqlite")
    CliRunner().invoke(cli, ["ontology", "import", str(STARTER / "en"), "--store", store])
    shown = CliRunner().invoke(cli, ["ontology", "gaps", "--store", store])
    told = json.loads(CliRunner().invoke(cli, ["ontology", "gaps", "--store", store, "--json"]).output)

    assert shown.exit_code == 0, shown.output
    assert "0 faggrupper uden uddannelsesniveau" in shown.output
    assert told["gaps"]["faggrupper uden arbejdsforhold"] == []
    assert len(told["gaps"]["erhverv uden dansk navn"]) > 100
    assert told["stale"]["titles"] > 0


def test_work_to_be_spared_is_left_out_and_counted(tmp_path: Path) -> None:
    store = str(tmp_path / "k.sqlite")
    demo = json.loads(CliRunner().invoke(cli, ["demo", "--store", store, "--json"]).output)
    asked = ["match", demo[0]["profile"], "--store", store, "--as-of", "2026-11-25"]
    every, spared = (CliRunner().invoke(cli, [*asked, *more]) for more in ([], ["--avoid", "standing"]))

    assert "Lagermedarbejder" in every.output
    assert "Lagermedarbejder" not in spared.output
    assert "opslag er udeladt" in spared.output
