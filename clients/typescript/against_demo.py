"""Runs the client's tests against a real service over the demo's data, on this machine, and ends both."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.load import served

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DEMO = ROOT / "api" / "demo"


def main() -> int:
    """The exit code of the client's tests."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "demo.sqlite"
        load = [sys.executable, "-c", "from api.cli.main import main; main()", "demo", "--store", str(store)]
        subprocess.run(load, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        with served(store, ROOT, workers=1) as (port, _):
            where = {"KOMPETENCEBRO_ADDRESS": f"http://127.0.0.1:{port}", "KOMPETENCEBRO_DEMO": str(DEMO)}
            return subprocess.run(["npm", "test"], cwd=HERE, env={**os.environ, **where}).returncode


if __name__ == "__main__":
    sys.exit(main())
