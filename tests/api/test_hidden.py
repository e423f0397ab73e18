"""What redaction hides reaches no store, no output and no error."""

import subprocess
import sys
from pathlib import Path

from api.cli.demo import STARTER

PRIVATE = (
    "Wrzosek",
    "220368",
    "0007",
    "28901173",
    "Mejerivænget",
    "sklerose",
    "katolik",
    "Moderaterne",
    "afsonet",
    "lesbisk",
)
CV = """CV
Zbyszek Wrzosek
Mejerivænget 14
8920 Randers NV
Tlf. 28901173
CPR: 220368-0007

Erfaring
2015-2020 Lagermedarbejder, Fjordens Lager
Jeg har kørt gaffeltruck og pakket varer.

Privat
Jeg har sklerose.
Jeg er katolik.
Jeg er medlem af Moderaterne.
Jeg har afsonet.
Jeg er lesbisk.
"""


def run(folder: Path, *words: str) -> str:
    ours = Path(sys.executable).with_name("kompetencebro")
    done = subprocess.run([str(ours), *words], capture_output=True, text=True, check=False, cwd=folder)
    return done.stdout + done.stderr


def test_what_is_hidden_reaches_no_store_no_output_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "cv.pdf").write_text(f"{CV}\n", encoding="utf-8")  # another file, and no PDF
    written = tmp_path / "written"
    written.mkdir()
    store = ("--store", str(written / "k.sqlite"))
    run(tmp_path, "ontology", "import", str(STARTER / "en"), str(STARTER / "da"), *store)
    told = run(tmp_path, "ingest", "cv", "cv.txt", "cv.pdf", *store)
    told += run(tmp_path, "ingest", "cv", "cv.txt", "--json", *store)
    kept = [path.read_bytes() for path in written.rglob("*") if path.is_file()]

    assert "cv.pdf" in told
    assert any(b"gaffeltruck" in one for one in kept)
    assert not [word for word in PRIVATE if word in told]
    assert not [word for word in PRIVATE for one in kept if f" {word}".encode() in one]
