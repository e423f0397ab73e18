"""Reading over the whole of ESCO: how fast the reader opens, its memory, ads a second, and what is read wrong."""

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from api.batches import read_all
from api.encoder import encoder
from api.predict import Predictor
from api.settings import Settings
from bench.quality import LANGUAGES, rows
from ingestion.ad_shapes.reading import Ad
from ingestion.ads import read_posting

ROUNDS = 5


def ads(data: Path) -> list[Mapping[str, object]]:
    """The development ads and the real ones as records."""
    cases = sorted((data / "benchmarks" / "case_dev" / "postings").glob("*.json"))
    real = rows(data / "postings" / "jobnet_2021_postings.jsonl")
    return [*(json.loads(path.read_text(encoding="utf-8")) for path in cases), *real]


def opened(data: Path, cache: Path, named: str) -> Predictor:
    """A predictor with its reader at hand, and what it cost on the way."""
    speaks = encoder(Settings(cache / "none.sqlite", named, cache))
    predictor = Predictor.over([data / "esco" / language for language in LANGUAGES], cache, encoder=speaks)
    before = time.process_time()
    reader = predictor.reader
    reader.occupation_of("smed")
    taken = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"reader open {taken:5.2f} s of processor time, {memory:.0f} MB at most in this process")
    return predictor


def speed(predictor: Predictor, records: list[Mapping[str, object]]) -> None:
    """Ads a second on one core with titles not met before, and with titles met before."""
    reader, mean = predictor.reader, sum(len(str(one["body"])) for one in records) / len(records)
    print(f"{len(records)} ads of {mean:.0f} characters on average")
    gc.freeze()  # as `read_all` does
    for told in ("titles not met before", "titles met before"):
        rates = []
        for _ in range(ROUNDS):
            if told == "titles not met before":
                for of, kept in ((reader, "_remembered"), (reader, "_headline"), (reader.hints, "_jobs")):
                    of.__dict__.pop(kept, None)
            before = time.process_time()
            for record in records:
                read_posting(record, "bench", reader)
            rates.append(len(records) / (time.process_time() - before))
        print(f"one core, {told}: {sorted(rates)[ROUNDS // 2]:.0f} ads/s (from {min(rates):.0f} to {max(rates):.0f})")


def on_all_cores(predictor: Predictor, records: list[Mapping[str, object]], count: int) -> None:
    """Ads a second of `count` ads on one and on two processes, by the clock."""
    reader = predictor.reader

    def many() -> Iterator[Ad]:
        for number in range(count):
            record = records[number % len(records)]
            yield Ad(str(number), "bench", {**record, "id": f"b{number}"})

    for workers in (1, 2):
        before = time.perf_counter()
        done = sum(1 for _ in read_all(many(), reader, workers))
        print(f"{count} ads on {workers} processes: {done / (time.perf_counter() - before):.0f} ads/s by the clock")


def errors_by_kind(predictor: Predictor, data: Path) -> None:
    """What the development cases say was read right and wrong, by kind."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for name, answered in predictor.case(data / "benchmarks" / "case_dev").items():
            lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answered)
            (out / name).write_text(lines, encoding="utf-8")
        scorer = data / "benchmarks" / "eval" / "eval_case.py"
        subprocess.run([sys.executable, str(scorer), "--pred", str(out)], check=True)


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--encoder", default="none", choices=("none", "packaged"))
    parser.add_argument("--cache", type=Path, help="folder kept between runs; default: one of this run")
    parser.add_argument("--count", type=int, default=2000, help="ads of the run on several processes")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cache = given.cache or Path(folder)
        opened(given.data, cache, given.encoder)
        predictor = opened(given.data, cache, given.encoder)
        records = ads(given.data)
        speed(predictor, records)
        on_all_cores(predictor, records, given.count)
        errors_by_kind(predictor, given.data)


if __name__ == "__main__":
    main()
