"""The rooms are ours, and exactly these five folders are packages."""

import importlib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOMS = ("ontology", "cypher", "ingestion", "graph", "api")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_ships_this_room(room: str) -> None:
    assert set(packages_distributions().get(room, [])) <= {"kompetencebro"}


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_says_what_it_is_for(room: str) -> None:
    assert importlib.import_module(room).__doc__


def test_exactly_the_five_rooms_are_packages() -> None:
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} == set(ROOMS)


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = [
        p.name for room in ROOMS for p in (ROOT / room).rglob("*.py") if len(p.read_text("utf-8").splitlines()) > 300
    ]

    assert long == []
