"""What `settings check` says."""

from pathlib import Path

import pytest

from api.cli.main import cli
from api.operation.in_force import in_force, tried, unknown_names
from api.settings import NAMES, read_settings


@pytest.fixture
def environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    told = {
        "KOMPETENCEBRO_STORE": str(folder / "k.sqlite"),
        "KOMPETENCEBRO_ENCODER": "none",
        "KOMPETENCEBRO_ENCODER_KEY": "hemmelig",
        "KOMPETENCEBRO_METRICS": "none",
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return told


def test_every_setting_is_told_and_no_secret_is(environment: dict[str, str]) -> None:
    rows = in_force(read_settings(), environment)

    assert tuple(row.name for row in rows) == NAMES
    assert {row.name for row in rows if row.given} == set(environment)
    assert "hemmelig" not in str(rows)
    assert next(row.value for row in rows if row.name == "KOMPETENCEBRO_ENCODER_KEY") == "********"


def test_a_service_that_is_set_up_has_nothing_wrong(environment: dict[str, str]) -> None:
    found = list(tried(read_settings(), environment))

    assert [one.what for one in found] == ["records", "erasures", "uploads", "store", "encoder"]
    assert all(one.good for one in found), found


def test_a_misspelt_setting_is_told_with_the_one_that_is_meant(environment: dict[str, str]) -> None:
    (first, *_) = tried(read_settings(), environment | {"KOMPETENCEBRO_RECORD": "/x"})

    assert (first.good, first.said) == (
        False,
        "there is no setting 'KOMPETENCEBRO_RECORD'; do you mean KOMPETENCEBRO_RECORDS?",
    )
    assert unknown_names(environment | {"KOMPETENCEBRO_DATA": "x", "HOME": "/"}) == []


def test_the_command_ends_with_one_where_something_is_wrong(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_STORE", str(tmp_path / "empty.sqlite"))
    code = cli(["settings", "check"], standalone_mode=False)
    said = capsys.readouterr().out

    assert code == 1
    assert "WRONG store: no ontology in this store; run 'kompetencebro ontology import PATH' first" in said
    assert "hemmelig" not in said
