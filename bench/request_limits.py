"""What limits cost a request: `python -m bench.request_limits`."""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from graphql import parse

from api.limits.cost import plan
from api.limits.rates import Rates
from api.limits.settings import Limits
from api.limits.shape import too_large
from api.schema.root import SCHEMA

ROUNDS = 300
QUERIES = Path(__file__).parent / "queries"


def microseconds(act: Callable[[], object]) -> tuple[float, float]:
    """Median and 99th percentile of one call."""
    taken = []
    gc.disable()
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1e6)
    gc.enable()
    return median(taken), sorted(taken)[int(ROUNDS * 0.99)]


def main() -> None:
    """Print a row for each document, in microseconds."""
    rates, limits = Rates(1_200_000, 400_000_000), Limits()
    print("| document | units | shape, once | plan, once | cost, each request | taken from a bucket |")
    print("|---|---|---|---|---|---|")
    for path in sorted(QUERIES.glob("*.graphql")):
        document = parse(path.read_text(encoding="utf-8"))
        made = plan(SCHEMA._schema, document, None)
        acts: list[Callable[[], object]] = [
            lambda document=document: too_large(document, limits),  # type: ignore[misc]
            lambda document=document: plan(SCHEMA._schema, document, None),  # type: ignore[misc]
            lambda made=made: made.cost({"profile": "x", "filter": {"minutes": 45}}),  # type: ignore[misc]
            lambda: rates.take("somebody", 100),
        ]
        told = " | ".join(f"{middle:.0f} ({late:.0f})" for middle, late in map(microseconds, acts))
        print(f"| {path.stem} | {made.cost({})} | {told} |")


if __name__ == "__main__":
    main()
