"""How fast this machine reads memory, so that what is measured has a floor to be held against."""

import time
from collections.abc import Callable

import numpy as np

_BYTES = 256 << 20
_ROUNDS = 5


def read_gb_s() -> float:
    """Gigabytes a second that one core sums out of an array far larger than its caches; the best of a few."""
    values = np.ones(_BYTES // 8)
    return _best(lambda: values.sum())


def gather_gb_s(size: int) -> float:
    """The same for eight-byte values picked at random out of `size` of them, as coverage is for requirements."""
    values = np.ones(size)
    places = np.random.default_rng(0).integers(size, size=_BYTES // 8)
    out = np.empty(len(places))
    return _best(lambda: values.take(places, out=out, mode="clip"))


def _best(step: Callable[[], object]) -> float:
    taken = []
    for _ in range(_ROUNDS):
        before = time.perf_counter()
        step()
        taken.append(time.perf_counter() - before)
    return _BYTES / min(taken) / 1e9
