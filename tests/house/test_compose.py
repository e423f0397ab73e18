"""What the composition says; docker-compose checks it without a daemon."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from api.operation.settings import LONGEST_ANSWER_S, STOP_S
from tests.needs import absent

ROOT = Path(__file__).parents[2]


def compose(**environment: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("docker-compose") is None:
        absent("no docker-compose here; it is a package of the distribution")
    told = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(["docker-compose", "config"], cwd=ROOT, env=told, capture_output=True, text=True, check=False)


def test_the_composition_is_refused_without_a_password() -> None:
    done = compose()

    assert done.returncode != 0
    assert "NEO4J_PASSWORD" in done.stderr


def test_the_composition_holds_together_and_gives_bolt_to_nobody_outside() -> None:
    done = compose(NEO4J_PASSWORD="otte-tegn-eller-flere")

    assert done.returncode == 0, done.stderr
    assert "7687:7687" not in done.stdout
    assert "127.0.0.1:8000:8000" in done.stdout


@pytest.mark.parametrize("name", ["service", "demo"])
def test_our_containers_write_to_their_volume_and_to_memory_only_and_can_gain_nothing(name: str) -> None:
    done = compose(NEO4J_PASSWORD="otte-tegn-eller-flere")
    block = done.stdout.split(f"  {name}:\n")[1].split("\n  neo4j:" if name == "demo" else "\nversion:")[0]

    assert "read_only: true" in block
    assert "cap_drop:\n    - ALL" in block
    assert "no-new-privileges:true" in block
    assert "/run/kompetencebro:uid=10001" in block


def test_the_image_runs_as_a_user_of_its_own_and_the_compositions_memory_is_that_users() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    users = [line for line in lines if line.startswith("USER")]

    assert users == ["USER kompetencebro"]
    assert any("useradd --system --uid 10001" in line for line in lines)
    assert "curl" not in "".join(lines)


def test_a_container_is_not_killed_before_the_service_has_stopped_of_itself() -> None:
    grace = re.search(r"stop_grace_period: (\d+)s", (ROOT / "docker-compose.yml").read_text(encoding="utf-8"))

    assert grace is not None
    assert int(grace[1]) > STOP_S + LONGEST_ANSWER_S // 2


def test_every_image_is_pinned() -> None:
    lines = (ROOT / "docker-compose.yml").read_text(encoding="utf-8").splitlines()
    images = [line.split("image:")[1].strip() for line in lines if "image:" in line]

    assert images
    assert all(":" in image and not image.endswith("latest") for image in images)
