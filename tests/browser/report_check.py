"""Make reports, with borders and without, and look at them in a real browser: `make report-check`."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from api.report.borders import read_borders
from tests.api.report.made import TOWNS, filled, page
from tests.api.report.test_borders import geojson, square

HERE = Path(__file__).parent


def reports(folder: Path) -> list[Path]:
    """A report on squares, and one on borders."""
    service = filled(folder / "m.sqlite")
    rings = {code: square(12.3 + 0.15 * place, 55.6, 0.15) for place, code in enumerate(TOWNS)}
    borders = read_borders(geojson(folder / "borders.geojson", rings))
    made = {"squares.html": page(service), "borders.html": page(service, *TOWNS, borders=borders)}
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made]


def main() -> int:
    """0 where the reports are in order, 1 where they are not, 2 where there is no browser."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="keep pictures, PDFs and the reports here")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    given = parser.parse_args()
    if given.chromium is None:
        parser.error("no Chromium here; name one with --chromium PATH")
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.out or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        made = [str(path) for path in reports(folder)]
        return subprocess.run(["node", HERE / "check.mjs", given.chromium, folder, *made], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
