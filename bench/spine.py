"""Time and memory of each step of the spine on real ESCO, real ads and the demo's CVs; prints its figures."""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from api.app import build
from api.cli.demo import TEXTS
from api.settings import Settings

T = TypeVar("T")
AS_OF = date(2021, 7, 10)
REPEATS = 50


def timed(what: str, step: Callable[[], T]) -> T:
    """The step's result; prints its seconds and the memory at its end."""
    start = time.perf_counter()
    result = step()
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:45} {seconds:8.3f} s {megabytes:6} MB")
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    data: Path = parser.parse_args().data
    esco = [data / "esco" / "en", data / "esco" / "da"]
    ads = data / "postings" / "jobnet_2021_postings.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "spine.sqlite", "none")
        maker = build(settings)
        timed("import ESCO da + en", lambda: maker.releases.import_ontology(esco, lambda _what, _share: None))
        service = build(settings)
        timed("open the release", lambda: service.live)
        timed("load the reader", lambda: service.reader)
        people = timed("ingest 8 CVs", lambda: service.intake.cvs(sorted((TEXTS / "cvs").iterdir())))
        timed("ingest 22 real ads", lambda: service.intake.postings([ads]))
        timed("ingest 40 demo ads", lambda: service.intake.postings([TEXTS / "demo.jsonl"]))
        citizen = people.kept[0]
        timed("first match (builds the index)", lambda: service.match(citizen, None, AS_OF))
        timed(f"match, {REPEATS} times", lambda: [service.match(citizen, None, AS_OF) for _ in range(REPEATS)])
        timed("first bridges (builds the move model)", lambda: service.bridges(citizen, AS_OF))
        timed("bridges", lambda: service.bridges(citizen, AS_OF))


if __name__ == "__main__":
    main()
