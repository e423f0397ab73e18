"""The docs say what the code does."""

import re
from pathlib import Path

import numpy as np
import pytest

from api.settings import NAMES, SettingsError, read_settings
from graph.constants import DEFAULT, IMPORTANCE_WEIGHT
from graph.moves import TERMS, WEIGHTS
from ontology.kinds import Importance

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_in_the_docs_and_no_other() -> None:
    assert set(re.findall(r"`(KOMPETENCEBRO_\w+)`", text("docs/settings.md"))) == set(NAMES)


def test_the_worked_example_is_right() -> None:
    must, nice = IMPORTANCE_WEIGHT[Importance.MUST], IMPORTANCE_WEIGHT[Importance.NICE]
    covered = must * 0.9 + must * 0.9 * DEFAULT.narrower + nice * 0.0
    score = covered / (2 * must + nice + DEFAULT.shrink_medians * 1.0)

    assert f"score = {covered:.2f} / (2.4 + 3.0) = {score:.2f}" in text("docs/scoring.md")


def test_the_docs_give_the_weights_of_the_move_terms() -> None:
    words = " ".join(text("docs/scoring.md").split())

    assert float(np.sum(WEIGHTS)) == pytest.approx(1.0)
    for name, weight in zip(TERMS[:5], WEIGHTS[:5], strict=True):
        assert f"{name} {weight:.2f}" in words


def test_the_readme_names_commands_that_exist() -> None:
    from api.cli.main import cli

    named = set(re.findall(r"^    kompetencebro ([a-z]+)", text("README.md"), re.MULTILINE))

    assert named == set(cli.commands) - {"predict", "demo"}


def test_an_unknown_setting_names_the_value_and_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_ENCODER", "magic")

    with pytest.raises(SettingsError, match="'magic'; this release knows 'none'"):
        read_settings()


def test_a_store_address_that_is_not_known_yet_says_so() -> None:
    with pytest.raises(SettingsError, match="only a file path"):
        read_settings("bolt://localhost")


def test_the_changelog_has_this_release() -> None:
    assert "## 0.1.0" in text("CHANGELOG.md")
