"""Fits the weights of the title ranker on the development titles, by cross-validation first; see docs/models.md.

A softmax over the candidates of each title, L2 towards what we would say beforehand, by L-BFGS. Norwegian and Swedish
titles teach what holds in any language; the Danish ones, weighted more, what our own titles are worth.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from api.encoder import Remembering
from ingestion.encoder import PackagedEncoder
from ingestion.title_features import FEATURES
from ingestion.title_ranking import title_ranker
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.kinds import DANISH, Language, Occupation, OccupationGroup
from ontology.taxonomy import Taxonomy
from ontology.titles import load_readings, load_titles

OUT = Path(__file__).parents[1] / "ingestion" / "models"
LANGUAGES = ("en", "da", "sv", "no", "de", "nl")
FOLDS, SEEDS, L2, DANISH_WEIGHT, SWEDISH = 5, 3, 0.3, 4.0, 900
BEFOREHAND = {
    "like_main": 3.0,
    "same_main": 1.0,
    "read": 3.0,
}
"""What our readers and likeness are worth before any data; the development titles are few and of one hand."""
OF_MEANING = ("meaning", "meaning_behind")


@dataclass(frozen=True)
class Case:
    """One title: (candidates, features), which candidates are right, and its weight."""

    values: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    right: np.ndarray[tuple[int], np.dtype[np.bool_]]
    weight: float


def melo(folder: Path) -> list[tuple[str, set[str]]]:
    """The titles of a MELO set and the concepts that are right."""
    concept = dict(line.split("\t")[:2] for line in (folder / "concept_mapping.tsv").read_text("utf-8").splitlines())
    gold = defaultdict[str, set[str]](set)
    for line in (folder / "annotations.tsv").read_text("utf-8").splitlines():
        query, _, element, relevant = line.split("\t")
        if int(relevant) > 0:
            gold[query].add(concept[element].strip())
    rows = [line.split("\t") for line in (folder / "queries.tsv").read_text("utf-8").splitlines()]
    return [(title, gold[query]) for query, title in rows]


def danish(path: Path) -> list[tuple[str, set[str]]]:
    """The Danish development titles."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [(row["query"], set(row["gold"])) for row in rows]


def cases(
    taxonomy: Taxonomy, titles: Sequence[tuple[str, set[str]]], language: Language, weight: float, cache: Path | None
) -> list[Case]:
    """The cases of some titles; our own titles speak for the Danish ones only."""
    encoder = Remembering(PackagedEncoder(), cache)
    own, read = (load_titles(), load_readings()) if language == DANISH else ((), ())
    concepts: list[Occupation | OccupationGroup] = [*taxonomy.occupations, *taxonomy.occupation_groups]
    ranker = title_ranker(concepts, own, read, dict.fromkeys(FEATURES, 0.0), encoder, language)
    found = []
    for title, gold in titles:
        rows, values = ranker.features(title, language)
        right = np.array([concepts[int(row)].uri in gold for row in rows], np.bool_)
        found.append(Case(values.astype(np.float64), right, weight))
    return found


def fit(training: Sequence[Case], columns: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Weights of all features, zero where a column is left out."""
    kept = [case for case in training if case.right.any()]
    scale = np.concatenate([case.values[:, columns] for case in kept]).std(0) + 1e-6
    before = np.array([BEFOREHAND.get(FEATURES[column], 0.0) for column in columns]) * scale
    total = sum(case.weight for case in kept)

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = 0.0, np.zeros(len(columns))
        for case in kept:
            rows = case.values[:, columns] / scale
            scores = rows @ beta
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = shares[case.right].sum()
            value -= case.weight * np.log(right)
            slope -= case.weight * (rows.T @ (np.where(case.right, shares / right, 0) - shares))
        off = beta - before
        return value / total + L2 * off @ off / 2, slope / total + L2 * off

    solved = minimize(loss, before, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    weights = np.zeros(len(FEATURES))
    weights[list(columns)] = solved.x / scale
    return weights


def ranks(tested: Sequence[Case], weights: np.ndarray) -> list[int | None]:
    """The place of the first right candidate of each case, from 0; None = not among the candidates."""
    found = []
    for case in tested:
        places = np.flatnonzero(case.right[np.argsort(-(case.values @ weights), kind="stable")])
        found.append(int(places[0]) if len(places) else None)
    return found


def told(places: Sequence[int | None]) -> str:
    """MRR, hit@10 and recall@60."""
    mrr = np.mean([0 if place is None else 1 / (place + 1) for place in places])
    ten, sixty = (np.mean([place is not None and place < depth for place in places]) for depth in (10, 60))
    return f"MRR {mrr:.3f}, hit@10 {ten:.3f}, recall@60 {sixty:.3f}"


def crossed(fixed: Sequence[Case], danes: Sequence[Case], columns: Sequence[int]) -> str:
    """The figures on Danish titles that the weights were not fitted on, over several foldings."""
    places: list[int | None] = []
    for seed in range(SEEDS):
        fold = np.random.default_rng(seed).permutation(len(danes)) % FOLDS
        for one in range(FOLDS):
            training = [*fixed, *(case for case, of in zip(danes, fold, strict=True) if of != one)]
            tested = [case for case, of in zip(danes, fold, strict=True) if of == one]
            places += ranks(tested, fit(training, columns))
    return told(places)


def main() -> None:
    """Print the cross-validated figures; write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--cache", type=Path, help="folder for the vectors of labels")
    given = parser.parse_args()
    marks: Path = given.data / "benchmarks" / "melo"
    taxonomy = with_danish_labels(read_esco([given.data / "esco" / language for language in LANGUAGES])[0])
    swedish = melo(marks / "swe_q_sv_c_sv")
    some = [swedish[i] for i in np.random.default_rng(1).permutation(len(swedish))[:SWEDISH]]
    fixed = cases(taxonomy, some, Language("sv"), 1.0, given.cache)
    fixed += cases(taxonomy, melo(marks / "nor_q_no_c_no"), Language("no"), 1.0, given.cache)
    danes = cases(taxonomy, danish(marks / "dnk_dev.jsonl"), DANISH, DANISH_WEIGHT, given.cache)
    OUT.mkdir(exist_ok=True)
    for name, left in (("none", OF_MEANING), ("packaged", ())):
        columns = [place for place, feature in enumerate(FEATURES) if feature not in left]
        print(f"encoder {name}: cross-validated {crossed(fixed, danes, columns)}")
        weights = fit([*fixed, *danes], columns)
        print(f"encoder {name}: fitted on all, not comparable: {told(ranks(danes, weights))}")
        with (OUT / f"titles_{name}.csv").open("w", encoding="utf-8", newline="") as into:
            rows = csv.writer(into, lineterminator="\n")
            rows.writerow(("feature", "weight"))
            rows.writerows((feature, f"{weight:.5g}") for feature, weight in zip(FEATURES, weights, strict=True))


if __name__ == "__main__":
    main()
