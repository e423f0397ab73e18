"""The docs say what the code does."""

import re
from pathlib import Path

import numpy as np
import pytest

from api.access.policy import POLICY, Act
from api.access.roles import Role
from api.settings import NAMES, Neo4jAddress, SettingsError, read_settings
from graph.constants import DEFAULT, IMPORTANCE_WEIGHT
from graph.moves import TERMS, WEIGHTS
from ontology.kinds import Importance

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_in_the_docs_and_no_other() -> None:
    assert set(re.findall(r"`(KOMPETENCEBRO_\w+)`", text("docs/settings.md"))) == set(NAMES)


def test_the_docs_print_the_table_of_rights() -> None:
    roles = (Role.CONSULTANT, Role.ANALYST, Role.CITIZEN, Role.OPERATOR)
    rows = [
        f"| {act.value.replace('_', ' ')} | {' | '.join(POLICY[act].get(role, '-') for role in roles)} |" for act in Act
    ]

    assert f"| | {' | '.join(roles)} |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n\n" in text("docs/access.md")


def test_the_worked_example_is_right() -> None:
    must, nice = IMPORTANCE_WEIGHT[Importance.MUST], IMPORTANCE_WEIGHT[Importance.NICE]
    covered = must * 0.9 + must * 0.9 * DEFAULT.narrower + nice * 0.0
    score = covered / (2 * must + nice + DEFAULT.shrink_medians * 1.0)

    assert f"score = {covered:.2f} / (2.4 + 3.0) = {score:.2f}" in text("docs/scoring.md")


def test_the_docs_give_the_weights_of_the_move_terms() -> None:
    words = " ".join(text("docs/scoring.md").split())

    assert float(np.sum(WEIGHTS)) == pytest.approx(1.0)
    for name, weight in zip(TERMS, WEIGHTS, strict=True):
        assert f"{name} {weight:.2f}" in words


def test_the_readme_names_commands_that_exist() -> None:
    from api.cli.main import cli

    named = set(re.findall(r"^    kompetencebro ([a-z]+)", text("README.md"), re.MULTILINE))

    assert named == set(cli.commands) - {"predict", "demo"}


def test_an_unknown_setting_names_the_value_and_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_ENCODER", "magic")

    with pytest.raises(SettingsError, match="'magic'; write none, packaged"):
        read_settings()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgres://localhost", "'postgres://localhost' is none that we know"),
        ("bolt://neo4j:secret@localhost", "the address of the store holds a login"),
    ],
)
def test_an_address_that_is_no_store_says_the_next_step(address: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        read_settings(address)


def test_a_login_without_its_password_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_NEO4J_USER", "neo4j")

    with pytest.raises(SettingsError, match="set both"):
        read_settings("bolt://localhost")


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_NEO4J_USER", "neo4j")
    monkeypatch.setenv("KOMPETENCEBRO_NEO4J_PASSWORD", "hemmelig")
    store = read_settings("neo4j+s://graph.example:7687").store

    assert isinstance(store, Neo4jAddress)
    assert store.password == "hemmelig"
    assert "hemmelig" not in repr(read_settings("neo4j+s://graph.example:7687"))


def test_the_changelog_has_this_release() -> None:
    assert "## 0.1.0" in text("CHANGELOG.md")


def test_no_page_holds_what_a_merge_left_open() -> None:
    pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    left = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)

    assert [one.name for one in pages if left.search(one.read_text(encoding="utf-8"))] == []
