"""What one request adds to the memory of a real server at its height: `python -m bench.request_memory ../shared/data`.

The kernel's own high-water mark (VmHWM, set anew before each request) less what the process held before it. Linux only.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.arrivals import Arrivals
from bench.load import filled, served

ROUNDS = 12
LARGEST = 70
"""Matches in full whose cost is just within the limit of a request."""
_RESET_HIGHEST = "5"


def largest(bodies: Sequence[bytes]) -> list[bytes]:
    """The whole document with as many matches as the cost of a request allows."""
    asked = [json.loads(body) for body in bodies]
    return [
        json.dumps({**one, "query": one["query"].replace("first: 20", f"first: {LARGEST}")}).encode() for one in asked
    ]


def held_mb(pid: int) -> Mapping[str, float]:
    """Megabytes of a process now (VmRSS) and at its highest (VmHWM)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return {line[:5]: int(line.split()[1]) / 1024 for line in lines if line.startswith(("VmRSS", "VmHWM"))}


async def measured(port: int, pid: int, bodies: Mapping[str, Sequence[bytes]]) -> None:
    """Print a row for each document: the first request of it, then the largest of those that follow."""
    client = Arrivals(port)
    print("| document | answer, KB | first request adds, MB | later ones at most, MB | held after, MB |")
    print("|---|---|---|---|---|")
    for name, asked in bodies.items():
        added, sizes = [], []
        for number in range(ROUNDS):
            before = held_mb(pid)["VmRSS"]
            Path(f"/proc/{pid}/clear_refs").write_text(_RESET_HIGHEST, encoding="ascii")
            answer = await client.ask(asked[number % len(asked)])
            if "errors" in json.loads(answer):
                raise SystemExit(f"{name}: {answer[:300]!r}")
            added.append(held_mb(pid)["VmHWM"] - before)
            sizes.append(len(answer))
        size, after = max(sizes) / 1000, held_mb(pid)["VmRSS"]
        print(f"| {name} | {size:.0f} | {added[0]:.1f} | {max(added[1:]):.1f} | {after:.0f} |", flush=True)
    await client.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=40_000)
    parser.add_argument("--store", type=Path, help="folder in which the store is kept for another run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder)
        bodies = dict(filled(store, given.data, given.ads))
        bodies["largest"] = largest(bodies["whole"])
        with served(store / "k.sqlite", Path.cwd(), 1) as (port, pid):
            asyncio.run(measured(port, pid, bodies))


if __name__ == "__main__":
    main()
