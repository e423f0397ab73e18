"""The committed weights of small trained models, and how a logit's scores become shares."""

import csv
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingestion.errors import IngestionError

Floats = NDArray[np.float32]
MODELS = Path(__file__).parent / "models"
_FEW = 8
"""As many are found faster one after the other."""


def read_weights(name: str, features: Collection[str], script: str) -> Mapping[str, float]:
    """The weight of each of `features` in the file `name` of MODELS, which `script` writes.

    Raises:
        IngestionError: The file is missing or broken, or holds other features.
    """
    found = _kept(MODELS / name)
    if found.keys() != set(features):
        raise IngestionError(f"the model {name} does not fit this code; run {script}")
    return found


@cache
def _kept(path: Path) -> Mapping[str, float]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {row["feature"]: float(row["weight"]) for row in csv.DictReader(lines)}
    except (OSError, KeyError, ValueError) as error:
        raise IngestionError(f"the model {path.name} cannot be read; install the package again") from error


def shares_of(scores: Floats) -> Floats:
    """Scores as shares that sum to 1; (candidates,)."""
    found = np.exp(scores - scores.max(initial=0))
    return np.asarray(found / found.sum(), np.float32)


def largest(values: Floats, count: int) -> NDArray[np.int64]:
    """The places of the `count` largest values, the largest first; of equal ones the lower place first."""
    if len(values) <= count:
        return np.argsort(-values, kind="stable")
    if count <= _FEW:
        left, found = values.copy(), np.empty(count, np.int64)
        for place in range(count):
            found[place] = left.argmax()
            left[found[place]] = -np.inf
        return found
    least = np.partition(values, len(values) - count)[len(values) - count]
    places = np.flatnonzero(values >= least)
    return places[np.argsort(-values[places], kind="stable")[:count]]
