"""How reading time grows with made-up lines that never end: run as `python -m bench.endless ../shared/data`."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from api.predict import Predictor
from ingestion.ads import read_posting
from ingestion.cv import read_cv
from ingestion.reader import Reader
from ingestion.readers import RawText
from ontology.people import DocumentId, ProfileId

LANGUAGES = ("en", "da", "sv", "no", "de", "nl")
SHORT, LONG = 10_000, 40_000
LINES = {
    "jobs": "lagermedarbejder 2010-2012, kok, ",
    "times": "2010-2012 2013 marts 2014 til nu ",
    "brackets": "(kok) [2010] {x} ",
    "licences": "Kørekort B, ikke C, ",
    "languages": "dansk, engelsk, tysk B2, ",
    "educations": "uddannet kok eller bager, ",
    "places": "4000 Roskilde, 5000 Odense C, ",
    "skills": "excel, lager, truck og rengøring, ",
    "titles": "kok bager murer ",
    "denials": "ikke løn, aldrig regnskab, ",
    "private": "min mand er syg og jeg har gæld, ",
    "names": "Jens Olsen, Vejgade 12, ",
    "wishes": "søger job som kok, helst ikke nat, ",
    "contacts": "a@b.example, 20 30 40 50, ",
    "commas": ", , , , ",
    "one word": "abcdefghij",
    "or": "eller / og/eller ",
}
"""What each line says over and over; all made up."""


def seconds(line: str, length: int, read: Callable[[str], object]) -> float:
    """Processor time that `read` takes for `length` letters of `line`."""
    text = (line * (length // len(line) + 1))[:length]
    before = time.process_time()
    read(text)
    return time.process_time() - before


def ways(reader: Reader) -> dict[str, Callable[[str], object]]:
    """The two ways in which a text is read."""

    def ad(text: str) -> object:
        record = {"id": "1", "title": "Kok", "employer": "A", "body": text, "published": "2026-11-01"}
        return read_posting(record, "bench", reader)

    return {"cv": lambda text: read_cv(RawText("x", DocumentId("d"), text), ProfileId("p"), reader), "ad": ad}


def main() -> None:
    """Print a row a line: seconds for a short and a long text, and how many times longer the long one takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    esco = parser.parse_args().data / "esco"
    with tempfile.TemporaryDirectory() as cache:
        reader = Predictor.over([esco / one for one in LANGUAGES], Path(cache)).reader
    print(f"| line | as | {SHORT} letters, s | {LONG} letters, s | times |\n|---|---|---|---|---|")
    for name, line in LINES.items():
        for way, read in ways(reader).items():
            seconds(line, SHORT // 10, read)
            short, long = (seconds(line, length, read) for length in (SHORT, LONG))
            print(f"| {name} | {way} | {short:.2f} | {long:.2f} | {long / max(short, 0.01):.1f} |", flush=True)


if __name__ == "__main__":
    main()
