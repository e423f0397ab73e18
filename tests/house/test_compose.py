"""What the composition says; docker-compose checks it without a daemon."""

import os
import shutil
import subprocess
from pathlib import Path

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


def test_every_image_is_pinned() -> None:
    lines = (ROOT / "docker-compose.yml").read_text(encoding="utf-8").splitlines()
    images = [line.split("image:")[1].strip() for line in lines if "image:" in line]

    assert images
    assert all(":" in image and not image.endswith("latest") for image in images)
