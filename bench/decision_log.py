"""What the decision log costs at size: bytes and time of a match noted, of the ads kept, of verifying and replaying."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from api.app import build
from api.cli.demo import TEXTS
from api.reach import Reach
from api.records.replay import replay
from api.service import Service
from api.settings import Settings
from bench.generated_ads import AS_OF, generated
from graph.store.sqlite_records import SqliteVault
from ontology.kinds import Postcode
from ontology.people import Means, ProfileId

T = TypeVar("T")
REACH = Reach(Postcode("4000"), Means.CAR, 45)
HOLDERS = 100_000


def timed(what: str, step: Callable[[], T]) -> T:
    """The step's result; prints its milliseconds."""
    before = time.perf_counter()
    result = step()
    print(f"| {what} | {1000 * (time.perf_counter() - before):.1f} ms |")
    return result


def noting(plain: Callable[[], object], noted: Callable[[], object], rounds: int) -> None:
    """Print what an answer takes without and with its entry, one after the other, and the median difference."""
    taken = np.zeros((rounds, 2))
    for turn in range(rounds):
        for way, step in enumerate((plain, noted)):
            before = time.perf_counter()
            step()
            taken[turn, way] = 1000 * (time.perf_counter() - before)
    for way, what in enumerate(("a match", "a match, noted")):
        median, late = np.percentile(taken[:, way], (50, 99))
        print(f"| {what}: median, p99 | {median:.2f}, {late:.2f} ms |")
    print(f"| noting it: median of the differences | {np.median(taken[:, 1] - taken[:, 0]):.2f} ms |")


def spread(what: str, step: Callable[[], object], rounds: int) -> None:
    """Print the median and the 99th percentile of a step."""
    taken = []
    for _ in range(rounds):
        before = time.perf_counter()
        step()
        taken.append(1000 * (time.perf_counter() - before))
    print(f"| {what}: median, p99 | {np.percentile(taken, 50):.2f}, {np.percentile(taken, 99):.2f} ms |")


def size(folder: Path) -> int:
    """Bytes of the records, what is still in the write-ahead log included."""
    return sum(path.stat().st_size for path in folder.glob("k-records.sqlite*") if not path.name.endswith("-shm"))


def stored(service: Service, data: Path, count: int) -> int:
    """Fill the store with ESCO, generated ads and a CV; how many ads there are."""
    esco = [data / "esco" / "en", data / "esco" / "da"]
    taxonomy, _, _ = service.releases.import_ontology(esco, lambda _what, _share: None)
    kept = service.store.save_postings(generated(taxonomy, data / "denmark" / "municipalities.csv", count))
    service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"])
    return kept


def kept_bytes(data: Path, files: list[Path]) -> tuple[int, float]:
    """How many ads these files hold, and the bytes that each takes in the records."""
    with tempfile.TemporaryDirectory() as folder:
        service = build(Settings(Path(folder) / "k.sqlite", "none"))
        service.releases.import_ontology([data / "esco" / "en", data / "esco" / "da"], lambda _what, _share: None)
        count = len(service.intake.postings(files).kept)
        service.ads_mark()
        packed = service.records._db.execute("SELECT SUM(LENGTH(data)) FROM ad").fetchone()  # type: ignore[attr-defined]
        return count, packed[0] / count


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=300)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        service = build(Settings(folder / "k.sqlite", "none"))
        count = stored(service, given.data, given.ads)
        id, witness = next(service.store.profiles()), service.seen_by("bench")
        service.match(id, REACH, AS_OF)
        print(f"{count} ads, {given.rounds} rounds\n\n| what | cost |\n|---|---|")
        timed("versions, once a process", lambda: service.made_by)
        timed("the ads kept for the first time", service.ads_mark)
        service.records._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[attr-defined]  # all in the file
        print(f"| their bytes | {size(folder) / count:.0f} an ad |")
        witness.match(id, REACH, AS_OF)
        noting(lambda: service.match(id, REACH, AS_OF), lambda: witness.match(id, REACH, AS_OF), given.rounds)
        shown = [len(one.body) for one in service.records.entries() if one.kind == "shown"]
        print(f"| a noted match of 20 rows | {np.mean(shown):.0f} bytes sealed |")
        taken = [len(one.body) for one in service.records.entries() if one.kind == "profile"]
        print(f"| a profile as it stood, once a version | {np.mean(taken):.0f} bytes sealed |")
        spread("whether a profile is restricted", lambda: service.log.is_restricted(id), given.rounds)
        entries = service.log.head().seq
        timed(f"verify {entries} entries", service.log.verify)
        timed("replay a match", lambda: replay(entries, service))
        vault = SqliteVault(folder / "many.sqlite")
        with vault._db:
            rows = ((f"{number:016x}", b"k" * 32) for number in range(HOLDERS))
            vault._db.executemany("INSERT INTO key VALUES (?, ?)", rows)
        service.erasing._erasures.note_erasure("0" * 64)
        service.erasing._vault = vault
        timed(f"start: {HOLDERS} holders against the list", service.erasing.again)
        timed("an erasure", lambda: service.erase(ProfileId(id)))
    for what, files in (
        ("demo ads", [TEXTS / "demo.jsonl"]),
        ("Jobnet 2021 ads", [given.data / "postings" / "jobnet_2021_postings.jsonl"]),
    ):
        number, each = kept_bytes(given.data, files)
        print(f"| {number} {what} kept | {each:.0f} bytes packed an ad |")


if __name__ == "__main__":
    main()
