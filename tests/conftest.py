import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from graph.ontology import LiveOntology, derive
from graph.store.sqlite import SqliteStore
from ontology.kinds import DANISH, ENGLISH, EscoUri, IscoCode, Labels, Occupation, OccupationGroup, Skill, SkillKind
from ontology.taxonomy import Pairs, Taxonomy


@pytest.fixture
def reference_data() -> Path:
    """The reference data; a test that needs it skips without it, and fails where CI=true."""
    root = Path(os.environ.get("KOMPETENCEBRO_DATA") or Path(__file__).parents[1] / ".." / "shared" / "data")
    if not root.is_dir():
        absent = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        absent("no reference data here: set KOMPETENCEBRO_DATA")
    return root


def skill(name: str, kind: SkillKind = SkillKind.SKILL) -> Skill:
    return Skill(EscoUri(f"s/{name}"), kind, None, Labels({DANISH: name, ENGLISH: f"{name} (en)"}))


def occupation(name: str, isco: str) -> Occupation:
    return Occupation(
        EscoUri(f"o/{name}"), IscoCode(isco), f"{isco}.1", Labels({DANISH: name, ENGLISH: f"{name} (en)"})
    )


@pytest.fixture
def taxonomy() -> Taxonomy:
    """Three occupations of a shop and a kitchen, seven skills: small enough to check by hand."""
    names = ("kasse", "kunder", "varer", "madlavning", "hygiejne", "opvask")
    skills = (*(skill(name) for name in names), skill("mødestabil", SkillKind.TRANSVERSAL))
    occupations = (occupation("butiksassistent", "5223"), occupation("kok", "5120"), occupation("opvasker", "9412"))
    groups = tuple(
        OccupationGroup(EscoUri(f"isco/{code}"), IscoCode(code), Labels({DANISH: code}))
        for code in ("5223", "5120", "9412")
    )
    return Taxonomy(
        "test",
        skills,
        (),
        occupations,
        groups,
        essential=Pairs.of([(0, 0), (0, 1), (0, 2), (1, 3), (1, 4), (2, 4), (2, 5)]),
        optional=Pairs.of([(1, 5)]),
        related_optional=Pairs.of([(4, 5)]),
        broader_skills=Pairs.of([(0, 1)]),
    )


@pytest.fixture
def live(taxonomy: Taxonomy) -> LiveOntology:
    levels = np.array([0, 2, 0], np.float32)
    return LiveOntology(taxonomy, derive(taxonomy, levels), {EscoUri("s/mødestabil"): 0.5}, levels)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "graph.sqlite")
    yield opened
    opened.close()
