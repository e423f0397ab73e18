"""Fits the model that chooses the occupation of an ad, by cross-validation over documents first; see docs/models.md.

Learnt from the development case, from ads of ours whose headlines are mostly vague (`bench/occupation_ads`), and from
the demo's ads. `bench/gold` is no part of it.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from api.encoder import Remembering
from api.predict import Predictor
from bench.quality import LANGUAGES
from bench.train_hints import fit as fit_logistic
from ingestion.ads import weighed
from ingestion.encoder import PackagedEncoder
from ingestion.occupation_choice import FEATURES, SURENESS, told_of
from ingestion.reader import Reader
from ingestion.weights import shares_of

HERE = Path(__file__).parent
OUT = HERE.parent / "ingestion" / "models"
DEMO = HERE.parent / "api" / "demo" / "demo.jsonl"
FOLDS, SEEDS, L2, TOLD = 8, 3, 0.05, 3
BINS = (0.0, 0.3, 0.5, 0.7, 0.85, 1.01)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One ad: the set it is of, (candidates, features), and which candidates are right."""

    of: str
    values: Floats
    right: NDArray[np.bool_]


def labelled(data: Path) -> Iterator[tuple[str, dict[str, object], set[str]]]:
    """Every ad that is learnt from: the set it is of, its record and the occupations that are right."""
    case = data / "benchmarks" / "case_dev"
    with (case / "gold" / "occupations.jsonl").open(encoding="utf-8") as lines:
        gold = {row["doc_id"]: set(row.get("occupation_uris") or ()) for row in map(json.loads, lines)}
    for path in sorted((case / "postings").glob("*.json")):
        yield "case", json.loads(path.read_text(encoding="utf-8")), gold[path.stem]
    with (HERE / "occupation_ads" / "ads.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield "own", row, set(row["occupations"])
    with (HERE / "occupation_ads" / "demo.csv").open(encoding="utf-8", newline="") as lines:
        meant = [(row["ad"], row["occupation"]) for row in csv.DictReader(lines)]
    with DEMO.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            right = {uri for ad, uri in meant if ad == row["id"]}
            if right:
                yield "demo", row, right


def cases(reader: Reader, data: Path) -> list[Case]:
    """The candidates of each ad."""
    found = []
    for of, record, right in labelled(data):
        meanings, text = weighed(record, reader)
        rows, values = reader.chooser.candidates(meanings, text)
        hits = [reader.taxonomy.occupations[int(row)].uri in right for row in rows]
        found.append(Case(of, values.astype(np.float64), np.array(hits, np.bool_)))
    return found


def fit(training: Sequence[Case]) -> Floats:
    """The weights of the features: a softmax over the candidates of each ad, all that are right together."""
    kept = [case for case in training if case.right.any()]
    scale = np.concatenate([case.values for case in kept]).std(0) + 1e-6

    def loss(beta: Floats) -> tuple[float, Floats]:
        value, slope = 0.0, np.zeros(len(FEATURES), np.float64)
        for case in kept:
            rows = case.values / scale
            scores = rows @ beta
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = shares[case.right].sum()
            value -= np.log(right)
            slope -= rows.T @ (np.where(case.right, shares / right, 0) - shares)
        return float(value / len(kept) + L2 * beta @ beta / 2), slope / len(kept) + L2 * beta

    solved: Floats = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x
    return np.asarray(solved / scale, np.float64)


def best(case: Case, weights: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """What the confidence of the first three candidates is weighed by, and whether each is right."""
    shares = shares_of((case.values @ weights).astype(np.float32))
    order = np.argsort(-shares, kind="stable")[:TOLD]
    return told_of(shares[order], case.values[order].astype(np.float32)).astype(np.float64), case.right[order]


def held_out(found: Sequence[Case]) -> list[tuple[Case, Floats, NDArray[np.bool_]]]:
    """Each ad as the model sees it that was not fitted on it, over several foldings."""
    told = []
    for seed in range(SEEDS):
        fold = np.random.default_rng(seed).permutation(len(found)) % FOLDS
        for one in range(FOLDS):
            weights = fit([case for case, of in zip(found, fold, strict=True) if of != one])
            told += [(case, *best(case, weights)) for case, of in zip(found, fold, strict=True) if of == one]
    return told


def sureness(told: Sequence[tuple[Case, Floats, NDArray[np.bool_]]]) -> Floats:
    """The weights of the confidence, learnt from ads that the model was not fitted on."""
    return fit_logistic(
        np.concatenate([values for _, values, _ in told]), np.concatenate([right for *_, right in told]).astype(float)
    )


def show(told: Sequence[tuple[Case, Floats, NDArray[np.bool_]]], sure: Floats) -> None:
    """Print hit@1 and hit@3 of each set, and of how many of each confidence the first is right."""
    for of in dict.fromkeys(case.of for case, *_ in told):
        some = [(case, right) for case, _, right in told if case.of == of]
        first, three = (np.mean([right[:depth].any() for _, right in some]) for depth in (1, TOLD))
        inside = np.mean([case.right.any() for case, _ in some])
        print(f"  {of}: hit@1 {first:.3f}, hit@3 {three:.3f}, among the candidates {inside:.3f}")
    likely = np.array([1 / (1 + np.exp(-values[0] @ sure)) for _, values, _ in told])
    right = np.array([hits[0] for *_, hits in told])
    for low, high in pairwise(BINS):
        within = (likely >= low) & (likely < high)
        if within.any():
            share, count = right[within].mean(), within.sum() / SEEDS
            print(f"  sure {low:.2f} to {min(high, 1):.2f}: {share:.2f} right of {count:.0f}")


def main() -> None:
    """Print the cross-validated figures; write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--cache", type=Path, required=True, help="where compiled releases and vectors are kept")
    asked = parser.parse_args()
    folders = [asked.data / "esco" / one for one in LANGUAGES]
    for name in ("none", "packaged"):
        encoder = Remembering(PackagedEncoder(), asked.cache) if name == "packaged" else None
        found = cases(Predictor.over(folders, asked.cache, encoder=encoder).reader, asked.data)
        told = held_out(found)
        sure = sureness(told)
        print(f"encoder {name}, cross-validated on {len(found)} ads:")
        show(told, sure)
        weights = zip((*FEATURES, *(f"sure_{one}" for one in SURENESS)), (*fit(found), *sure), strict=True)
        with (OUT / f"occupations_{name}.csv").open("w", encoding="utf-8", newline="") as into:
            rows = csv.writer(into, lineterminator="\n")
            rows.writerow(("feature", "weight"))
            rows.writerows((feature, f"{weight:.5g}") for feature, weight in weights)


if __name__ == "__main__":
    main()
