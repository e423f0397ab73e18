"""The development parts of what people judged of moves: crowd ratings (causeways) and experts' lists (ROME)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from bench.quality import JUDGED_MOVES
from ontology.taxonomy import Taxonomy

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.int64]
FOLDS = 5
_FEASIBLE, _SEED = 2.5, 3


@dataclass(frozen=True)
class Ratings:
    """origin, target: (moves,) occupation rows. rating: 1 to 5. judged: of the judged sample. fold: by origin."""

    origin: Rows
    target: Rows
    rating: Floats
    judged: Flags
    fold: Rows

    def of(self, kept: Flags) -> "Ratings":
        """Some of them."""
        columns = (self.origin, self.target, self.rating, self.judged, self.fold)
        return Ratings(*(column[kept] for column in columns))  # type: ignore[arg-type]  # columns in their order


@dataclass(frozen=True)
class Listed:
    """One origin of the experts: the rows that may be ranked, which are right, its job group and its fold, by group."""

    origin: int
    kept: Rows
    right: Flags
    group: str
    fold: int


def ratings(taxonomy: Taxonomy, path: Path) -> Ratings:
    """The rated moves of a file between occupations that the release has."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    places: Mapping[str, int] = {str(uri): row for uri, row in taxonomy.occupation_rows.items()}
    rows = [one for one in rows if one["origin"] in places and one["destination"] in places]
    folds = _folds([one["origin"] for one in rows])
    return Ratings(
        np.array([places[one["origin"]] for one in rows]),
        np.array([places[one["destination"]] for one in rows]),
        np.array([one["rating"] for one in rows], np.float64),
        np.array([(one["sample"], one["tier"]) == JUDGED_MOVES for one in rows]),
        np.array([folds[one["origin"]] for one in rows]),
    )


def lists(taxonomy: Taxonomy, folder: Path) -> list[Listed]:
    """The experts' lists; what is of the origin's own job group is neither right nor wrong."""
    places: Mapping[str, int] = {str(uri): row for uri, row in taxonomy.occupation_rows.items()}
    pool = {places[uri] for uri in (folder / "candidate_pool.txt").read_text("utf-8").split() if uri in places}
    rows = [json.loads(line) for line in (folder / "expert_dev.jsonl").open(encoding="utf-8")]
    folds = _folds([one["rome"] for one in rows])
    found = []
    for one in rows:
        if one["origin"] in places:
            own = {places[uri] for uri in (one["origin"], *one["same_group"]) if uri in places}
            kept = np.array(sorted(pool - own))
            right = np.isin(kept, [places[uri] for uri in (*one["proche"], *one["evolution"]) if uri in places])
            if right.any():
                found.append(Listed(places[one["origin"]], kept, right, one["rome"], folds[one["rome"]]))
    return found


def _folds(groups: Sequence[str]) -> Mapping[str, int]:
    named = sorted(set(groups))
    return dict(zip(named, np.random.default_rng(_SEED).integers(0, FOLDS, len(named)).tolist(), strict=True))


def auc(score: Floats, rating: Floats) -> float:
    """Share of feasible and other moves that are in order."""
    feasible = rating >= _FEASIBLE
    many, rest = int(feasible.sum()), int((~feasible).sum())
    return float((rankdata(score)[feasible].sum() - many * (many + 1) / 2) / (many * rest))


def average_precision(score: Floats, right: Flags) -> float:
    """Of one ranked list."""
    places = np.flatnonzero(right[np.argsort(-score, kind="stable")]) + 1
    return float(np.mean(np.arange(1, len(places) + 1) / places))
