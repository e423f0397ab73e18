"""GraphQL under load: a real server over many ads, asked at a fixed rate from a process of its own, on this machine."""

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from api.app import build
from api.cli.demo import TEXTS
from api.reach import reach_within
from api.settings import Settings
from bench.arrivals import Arrivals
from bench.generated_ads import AS_OF, generated
from ontology.people import Means

QUERIES = Path(__file__).parent / "queries"
WITHIN, MINUTES = "4000", 45
LONGEST_S = 120
PEOPLE = 20
_READY_S = 120
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Series:
    """A document, how often a second it is asked, and what is aimed at: p50 and p99 in ms, None = no goal."""

    name: str
    rate: float
    goal_p50: float | None
    goal_p99: float | None


SERIES = (
    Series("trivial", 50, None, None),
    Series("consultant", 50, 25, 80),
    Series("opened", 50, 15, None),
    Series("whole", 10, 60, None),
)


def filled(folder: Path, data: Path, ads: int) -> dict[str, list[bytes]]:
    """A store with ESCO, generated ads and the demo's CVs in the folder, unless it is there; the bodies by document."""
    service = build(Settings(folder / "k.sqlite", "none"))
    if next(service.store.profiles(), None) is None:
        esco = [data / "esco" / "en", data / "esco" / "da"]
        taxonomy, _, _ = service.releases.import_ontology(esco, lambda _what, _share: None)
        service.store.save_postings(generated(taxonomy, data / "denmark" / "municipalities.csv", ads))
        service.intake.cvs(sorted((TEXTS / "cvs").iterdir()))
        service.prepare()
    reach, people = reach_within(WITHIN, MINUTES, Means.CAR), sorted(service.store.profiles())
    best = [service.match(one, reach, AS_OF, 1).shown[0].match.posting.id for one in people]
    bodies = {one.name: [_body(one.name, id, ad, AS_OF) for id, ad in zip(people, best, strict=True)] for one in SERIES}
    return bodies


def _body(name: str, profile: str, posting: str, as_of: date) -> bytes:
    query = "{ versions { code } }" if name == "trivial" else (QUERIES / f"{name}.graphql").read_text("utf-8")
    reach = {"within": WITHIN, "minutes": MINUTES, "means": "CAR"}
    known = {"profile": profile, "posting": posting, "asOf": as_of.isoformat(), "filter": reach}
    variables = {key: value for key, value in known.items() if f"${key}:" in query}
    return json.dumps({"query": query, "variables": variables}).encode()


@contextmanager
def served(store: Path, code: Path, workers: int) -> Iterator[tuple[int, int]]:
    """A server over the store, run from the folder of code; its port and process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = "from api.cli.main import main; main()"
    command = [sys.executable, "-c", program, "serve", "--port", str(port), "--workers", str(workers)]
    settings = {"KOMPETENCEBRO_STORE": str(store), "KOMPETENCEBRO_ENCODER": "none", "PYTHONPATH": str(code)}
    process = subprocess.Popen(command, cwd=code, env={**os.environ, **settings}, stdout=subprocess.DEVNULL)
    try:
        _until_ready(port, process)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_READY_S)


def _until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _READY_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("the server did not come up")


def processor_s(pid: int) -> float:
    """Processor time of a process and of the children that it has now."""
    taken = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        if int(stat.parent.name) == pid or int(words[1]) == pid:
            taken += (int(words[11]) + int(words[12])) / _TICKS
    return taken


def fields(answer: object) -> int:
    """How many fields an answer holds."""
    if isinstance(answer, dict):
        return sum(1 + fields(one) for one in answer.values())
    return sum(map(fields, answer)) if isinstance(answer, list) else 0


async def measured(port: int, pid: int, bodies: dict[str, list[bytes]], given: argparse.Namespace) -> None:
    """Print a row for each document."""
    client = Arrivals(port)
    for one in (one for one in SERIES if one.name in given.only):
        await client.connect(PEOPLE)
        answers = [json.loads(await client.ask(body))["data"] for body in bodies[one.name]]
        rate = given.rate or one.rate
        await client.series(list(islice(cycle(bodies[one.name]), 50)), rate, 2)
        before = processor_s(pid)
        taken = await client.series(bodies[one.name], rate, given.seconds)
        worked = processor_s(pid) - before
        p50, p99 = np.percentile(taken.latencies_ms, [50, 99]) if taken.latencies_ms else (np.nan, np.nan)
        goal = "; ".join(f"{g:.0f}" for g in (one.goal_p50, one.goal_p99) if g is not None)
        asked = len(taken.latencies_ms) + len([w for w in taken.wrong if w != "errors in the answer"])
        print(
            f"| {one.name} | {int(np.mean([fields(a) for a in answers]))} | {rate:.0f} | {p50:.1f} | {p99:.1f} | {goal}"
            f" | {len(taken.wrong)} of {asked} | {1000 * worked / max(asked, 1):.1f} | {worked / taken.span_s:.0%}"
            f" | {taken.own_s / taken.span_s:.0%}"
            f" | {taken.late_ms:.1f} | {os.getloadavg()[0]:.1f} |",
            flush=True,
        )
        for why in sorted(set(taken.wrong)):
            print(f"  {taken.wrong.count(why)} x {why}")
        await client.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=40_000)
    parser.add_argument("--seconds", type=float, default=20, help=f"of each series, at most {LONGEST_S}")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rate", type=float, help="requests a second, instead of each document's own")
    parser.add_argument("--only", nargs="+", default=[one.name for one in SERIES])
    parser.add_argument("--store", type=Path, help="folder in which the store is kept for another run")
    parser.add_argument("--code", type=Path, default=Path.cwd(), help="folder of the code that is served")
    given = parser.parse_args()
    given.seconds = min(given.seconds, LONGEST_S)
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder)
        bodies = filled(store, given.data, given.ads)
        print(f"{given.ads} ads, {given.workers} worker(s), {given.seconds:.0f} s of each\n")
        print(
            "| document | fields | a second | p50, ms | p99, ms | goal | wrong | processor a request, ms "
            "| the server's share | ours | late, ms | load |"
        )
        print("|---|---|---|---|---|---|---|---|---|---|---|---|")
        with served(store / "k.sqlite", given.code, given.workers) as (port, pid):
            asyncio.run(measured(port, pid, bodies, given))


if __name__ == "__main__":
    main()
