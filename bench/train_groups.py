"""Fits the model of skill groups on labelled spans and ESCO's labels, by cross-validation first; see docs/models.md."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from ingestion.grouping import BUCKETS, MODEL, group_label, hashed
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.kinds import READING_ORDER
from ontology.taxonomy import Taxonomy
from ontology.terms import load_terms, with_own_concepts

FOLDS, L2, LABELS_OF_A_SKILL = 5, 3e-6, 4
DANISH, ENGLISH, ESCO, OURS = 10.0, 0.5, 0.2, 0.2
"""What a row of each source weighs."""
UNLABELLED = {"knowledge", "skill", "0000", "K00"}
Rows = list[tuple[str, str]]


def labelled(path: Path) -> Rows:
    """Spans and their labels."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [(row["text"], row["label"]) for row in rows if row["label"] not in UNLABELLED]


def of_esco(taxonomy: Taxonomy) -> Rows:
    """The first labels of every skill, and its group."""
    return [
        (label, group_label(taxonomy, skill.uri))
        for skill in taxonomy.skills
        for language in READING_ORDER
        for label in skill.labels.all(language)[:LABELS_OF_A_SKILL]
    ]


def matrix(texts: Sequence[str]) -> sparse.csr_array:
    """(texts, buckets)."""
    parts = [hashed(text) for text in texts]
    pointers = np.concatenate([[0], np.cumsum([len(buckets) for buckets, _ in parts])])
    columns, values = (np.concatenate([part[place] for part in parts]) for place in (0, 1))
    return sparse.csr_array((values, columns, pointers), shape=(len(texts), BUCKETS))


def fit(features: sparse.csr_array, right: np.ndarray, weight: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights (buckets, labels) and bias (labels,)."""
    target = np.zeros((len(right), count), np.float32)
    target[np.arange(len(right)), right] = 1
    share = (weight / weight.sum()).astype(np.float32)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(BUCKETS + 1, count).astype(np.float32)
        scores = features @ table[:-1] + table[-1]
        scores -= scores.max(1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(1, keepdims=True)
        value = -(share * np.log(np.maximum((shares * target).sum(1), 1e-12))).sum() + L2 / 2 * (table[:-1] ** 2).sum()
        off = (shares - target) * share[:, None]
        slope = np.vstack([features.T @ off + L2 * table[:-1], off.sum(0)[None]])
        return float(value), slope.ravel().astype(np.float64)

    solved = minimize(loss, np.zeros((BUCKETS + 1) * count), jac=True, method="L-BFGS-B", options={"maxiter": 60})
    table = solved.x.reshape(BUCKETS + 1, count)
    return table[:-1], table[-1]


def weighted_f1(right: Sequence[str], told: Sequence[str]) -> float:
    """F1 of each label, weighted by how often it is right."""
    total = 0.0
    for label, count in Counter(right).items():
        hits = sum(a == b == label for a, b in zip(right, told, strict=True))
        total += count * 2 * hits / (count + sum(one == label for one in told))
    return total / len(right)


@dataclass(frozen=True)
class Training:
    """Rows of features and labels: the Danish spans, and what stands beside them with its weights."""

    danes: Rows
    labels: Sequence[str]
    near: sparse.csr_array
    far: sparse.csr_array
    far_right: np.ndarray
    far_weight: np.ndarray

    @classmethod
    def of(cls, danes: Rows, sources: Sequence[tuple[Rows, float]]) -> "Training":
        """The features of `danes` and of the other `sources`, each with the weight of its rows."""
        others = [row for rows, _ in sources for row in rows]
        labels = sorted({label for _, label in (*danes, *others)})
        place = {label: at for at, label in enumerate(labels)}
        return cls(
            danes,
            labels,
            matrix([text for text, _ in danes]),
            matrix([text for text, _ in others]),
            np.array([place[label] for _, label in others]),
            np.concatenate([np.full(len(rows), weight) for rows, weight in sources]),
        )

    def fitted(self, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The model of the Danish spans in `kept` and all that stands beside them."""
        right = np.array([self.labels.index(self.danes[row][1]) for row in kept])
        weight = np.concatenate([np.full(len(kept), DANISH), self.far_weight])
        rows = sparse.csr_array(sparse.vstack([self.near[kept], self.far]))
        return fit(rows, np.concatenate([right, self.far_right]), weight, len(self.labels))

    def crossed(self) -> float:
        """Weighted F1 on Danish spans whose text the model was not fitted on."""
        texts = sorted({text for text, _ in self.danes})
        fold = dict(zip(texts, np.random.default_rng(0).permutation(len(texts)) % FOLDS, strict=True))
        of = np.array([fold[text] for text, _ in self.danes])
        told = [""] * len(self.danes)
        for one in range(FOLDS):
            weights, bias = self.fitted(np.flatnonzero(of != one))
            for row in np.flatnonzero(of == one):
                text = self.danes[row][0]
                buckets, values = hashed(text)
                told[row] = self.labels[int(np.argmax(values @ weights[buckets] + bias))]
        return weighted_f1([label for _, label in self.danes], told)


def keep(labels: Sequence[str], weights: np.ndarray, bias: np.ndarray) -> None:
    """Write the model with 8-bit weights."""
    scale = np.abs(weights).max(0) / 127
    MODEL.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        MODEL,
        labels=np.array(labels),
        weights=np.round(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
    )


def main() -> None:
    """Print the cross-validated figure; write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    data: Path = parser.parse_args().data
    taxonomy = with_danish_labels(with_own_concepts(read_esco([data / "esco" / one for one in ("en", "da")])[0]))
    spans = data / "benchmarks" / "kompetencer"
    ours = [(term, group_label(taxonomy, uri)) for term, uri in load_terms() if uri in taxonomy.skill_rows]
    beside = [(labelled(spans / "1_en_train.jsonl"), ENGLISH), (of_esco(taxonomy), ESCO), (ours, OURS)]
    training = Training.of(labelled(spans / "2_da_train.jsonl"), beside)
    figure = training.crossed()
    print(f"cross-validated weighted F1 {figure:.3f} on {len(training.danes)} spans")
    keep(training.labels, *training.fitted(np.arange(len(training.danes))))
    print(f"{MODEL.name}: {MODEL.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
