"""The client in TypeScript installs the same packages everywhere, from whichever registry a machine has."""

import json
import re
from pathlib import Path

CLIENT = Path(__file__).parents[2] / "clients" / "typescript"
PACKAGE = json.loads((CLIENT / "package.json").read_text("utf-8"))
LOCK = json.loads((CLIENT / "package-lock.json").read_text("utf-8"))


def test_every_package_is_pinned_to_one_version() -> None:
    pins = PACKAGE["dependencies"] | PACKAGE["devDependencies"] | PACKAGE["overrides"]

    assert [name for name, version in pins.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_lock_has_a_hash_for_every_package_and_the_address_of_none() -> None:
    packages = {name: one for name, one in LOCK["packages"].items() if name}

    assert packages
    assert [name for name, one in packages.items() if "integrity" not in one] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert "omit-lockfile-registry-resolved=true" in (CLIENT / ".npmrc").read_text("utf-8").splitlines()


def test_no_package_runs_a_script_when_it_is_installed() -> None:
    assert [name for name, one in LOCK["packages"].items() if one.get("hasInstallScript")] == []
