"""Fits the weights of a move's terms to both kinds of judged moves at once, cross-validated, and what each gives.

Crowd ratings (causeways) are met by least squares, experts' lists (ROME) by a logistic loss over a sample of pairs;
both losses share one weighted sum without a weight below zero. Folds are whole origins of the first and whole job
groups of the second. Prints: all terms, each left out, each alone; then the weights fitted on all of it. Six minutes.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata, spearmanr

from api.predict import Predictor
from bench.quality import JUDGED_MOVES, LANGUAGES
from graph.moves import TERMS, WEIGHTS

Floats = NDArray[np.float64]
JUDGED_WEIGHT, LISTS, RIDGE = 4.0, 1.5, 0.002
"""How often a rating of the judged sample counts, and what the lists weigh beside the ratings."""
_FEASIBLE, _FOLDS, _SHARE, _SEED = 2.5, 5, 0.08, 3


@dataclass(frozen=True)
class Ratings:
    """terms: (moves, terms); rating, judged, fold: (moves,)."""

    terms: Floats
    rating: Floats
    judged: NDArray[np.bool_]
    fold: NDArray[np.int64]


@dataclass(frozen=True)
class Lists:
    """One origin of the experts: the terms of all that may be ranked, which are right, and its fold."""

    terms: Floats
    right: NDArray[np.bool_]
    fold: int


def ratings(predictor: Predictor, path: Path) -> Ratings:
    """The rated moves of a file between occupations that the release has."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    places: Mapping[str, int] = {str(uri): row for uri, row in predictor.taxonomy.occupation_rows.items()}
    rows = [one for one in rows if one["origin"] in places and one["destination"] in places]
    terms = cache(predictor.live.move_model.terms)
    found = [terms(places[one["origin"]])[places[one["destination"]]] for one in rows]
    folds = _folds([one["origin"] for one in rows])
    judged = np.array([(one["sample"], one["tier"]) == JUDGED_MOVES for one in rows])
    return Ratings(
        np.array(found, np.float64),
        np.array([one["rating"] for one in rows]),
        judged,
        np.array([folds[one["origin"]] for one in rows]),
    )


def lists(predictor: Predictor, folder: Path) -> Iterator[Lists]:
    """The experts' lists; what is of the origin's own job group is neither right nor wrong."""
    places: Mapping[str, int] = {str(uri): row for uri, row in predictor.taxonomy.occupation_rows.items()}
    pool = {places[uri] for uri in (folder / "candidate_pool.txt").read_text("utf-8").split() if uri in places}
    rows = [json.loads(line) for line in (folder / "expert_dev.jsonl").open(encoding="utf-8")]
    folds = _folds([one["rome"] for one in rows])
    for one in rows:
        if one["origin"] not in places:
            continue
        own = {places[uri] for uri in (one["origin"], *one["same_group"]) if uri in places}
        kept = np.array(sorted(pool - own))
        right = np.isin(kept, [places[uri] for uri in (*one["proche"], *one["evolution"]) if uri in places])
        if right.any():
            terms = predictor.live.move_model.terms(places[one["origin"]])[kept].astype(np.float64)
            yield Lists(terms, right, folds[one["rome"]])


def _folds(groups: Sequence[str]) -> Mapping[str, int]:
    named = sorted(set(groups))
    return dict(zip(named, np.random.default_rng(_SEED).integers(0, _FOLDS, len(named)).tolist(), strict=True))


def fitted(rated: Ratings, listed: Sequence[Lists], chosen: Sequence[int]) -> Floats:
    """The weights of the chosen terms, none below zero, together 1."""
    some = np.random.default_rng(_SEED)
    picked = [one.right | (some.random(len(one.right)) < _SHARE) for one in listed]
    pairs = np.concatenate([one.terms[kept][:, chosen] for one, kept in zip(listed, picked, strict=True)])
    right = np.concatenate([one.right[kept] for one, kept in zip(listed, picked, strict=True)]).astype(np.float64)
    even = np.where(right > 0, 0.5 / right.sum(), 0.5 / (len(right) - right.sum()))
    moves, off = rated.terms[:, chosen], rated.rating - _FEASIBLE
    each = np.where(rated.judged, JUDGED_WEIGHT, 1.0)
    each /= each.sum()
    count = len(chosen)

    def loss(at: Floats) -> tuple[float, Floats]:
        weights, (middle, steep, slope, base) = at[:count], at[count:]
        score = moves @ weights
        error = middle + steep * score - off
        logit = slope * (pairs @ weights) + base
        miss = even * (1 / (1 + np.exp(-logit)) - right)
        told = float((each * error**2).sum() + LISTS * (even * (np.logaddexp(0, logit) - right * logit)).sum())
        by_weight = 2 * steep * moves.T @ (each * error) + LISTS * slope * pairs.T @ miss + 2 * RIDGE * weights
        others = (2 * each @ error, 2 * each @ (error * score), LISTS * miss @ (pairs @ weights), LISTS * miss.sum())
        return told + RIDGE * float(weights @ weights), np.concatenate([by_weight, others])

    start = np.concatenate([np.full(count, 1 / count), [0, 1, 3, -2]])
    bounds = [(0, None)] * count + [(None, None), (0, 5), (0, 30), (None, None)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x[:count]
    weights: Floats = found / max(float(found.sum()), 1e-12)
    return weights


def auc(score: Floats, rating: Floats) -> float:
    """Share of feasible and other moves that are in order."""
    feasible = rating >= _FEASIBLE
    many, rest = int(feasible.sum()), int((~feasible).sum())
    return float((rankdata(score)[feasible].sum() - many * (many + 1) / 2) / (many * rest))


def average_precision(score: Floats, right: NDArray[np.bool_]) -> float:
    """Of one ranked list."""
    places = np.flatnonzero(right[np.argsort(-score, kind="stable")]) + 1
    return float(np.mean(np.arange(1, len(places) + 1) / places))


def told(rated: Ratings, listed: Sequence[Lists], chosen: Sequence[int]) -> str:
    """The cross-validated figures of the chosen terms, as cells of a table."""
    score, precisions = np.zeros(len(rated.rating)), []
    for fold in range(_FOLDS):
        out = rated.fold == fold
        kept = Ratings(rated.terms[~out], rated.rating[~out], rated.judged[~out], rated.fold[~out])
        weights = fitted(kept, [one for one in listed if one.fold != fold], chosen)
        score[out] = rated.terms[out][:, chosen] @ weights
        precisions += [
            average_precision(one.terms[:, chosen] @ weights, one.right) for one in listed if one.fold == fold
        ]
    cells = [
        cell
        for of in (rated.judged, np.ones(len(score), np.bool_))
        for cell in (float(spearmanr(score[of], rated.rating[of]).statistic), auc(score[of], rated.rating[of]))
    ]
    return " | ".join(f"{cell:.3f}" for cell in (*cells, float(np.mean(precisions))))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--cache", type=Path, help="folder kept between runs")
    given = parser.parse_args()
    predictor = Predictor.over([given.data / "esco" / language for language in LANGUAGES], given.cache)
    marks = given.data / "benchmarks"
    rated = ratings(predictor, marks / "causeways" / "ratings_dev.jsonl")
    listed = list(lists(predictor, marks / "rome_mobility"))
    every = list(range(len(TERMS)))
    print(f"{len(rated.rating)} ratings, {int(rated.judged.sum())} of them judged; {len(listed)} lists\n")
    print("| terms | judged: Spearman | AUC | all: Spearman | AUC | lists: MAP |\n|---|---|---|---|---|---|")
    print(f"| all | {told(rated, listed, every)} |", flush=True)
    for one, name in enumerate(TERMS):
        print(f"| without {name} | {told(rated, listed, [term for term in every if term != one])} |", flush=True)
    for one, name in enumerate(TERMS):
        print(f"| {name} alone | {told(rated, listed, [one])} |", flush=True)
    weights = fitted(rated, listed, every)
    print("\n| term | fitted on all | used |\n|---|---|---|")
    for name, value, used in zip(TERMS, weights, WEIGHTS, strict=True):
        print(f"| {name} | {value:.3f} | {used:.2f} |")


if __name__ == "__main__":
    main()
