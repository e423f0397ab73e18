"""Fits the model of hints on the development case, by cross-validation over documents first; see docs/models.md."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from api.predict import Predictor
from bench.quality import LANGUAGES
from ingestion.ads import read_posting
from ingestion.cv import read_cv
from ingestion.formats.sandbox import Sandbox
from ingestion.hinted import Hinted, candidates, clause
from ingestion.hints import FEATURES, MODEL, SURE, Hints, Jobs
from ingestion.lexicon import skill_lexicon
from ingestion.phrases import phrases
from ingestion.reader import Reader, told_in_words
from ingestion.readers import read
from ingestion.requirements import boilerplate, importance, units
from ingestion.telling_words import telling_words, terms_by_skill
from ontology.kinds import EscoUri
from ontology.people import Document, Evidence, ProfileId
from ontology.tables import read_table
from ontology.taxonomy import Taxonomy
from ontology.terms import PHRASE_TABLES, TERM_TABLES

FOLDS, L2 = 10, 1.0
FITTED = {"phrases_everyday.csv", "phrases_general.csv"}
"""Tables written over the development case; a reader without them misses there what ours misses in other texts."""
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """One candidate: its document, its features and whether the hint is right."""

    document: str
    features: tuple[float, ...]
    right: bool


def less_fitted(reader: Reader) -> tuple[Reader, Hints]:
    """`reader` without the tables in FITTED, and what hints are found with without them."""
    tables = [table for table in (*TERM_TABLES, *PHRASE_TABLES) if table not in FITTED]
    terms = [
        (row["term"], EscoUri(row["uri"])) for table in tables for row in read_table(table, ("term", "uri"), ("term",))
    ]
    taxonomy = reader.taxonomy
    less = replace(reader, skills=skill_lexicon(taxonomy, terms), phrases=phrases(told_in_words(taxonomy, terms)))
    return less, Hints(taxonomy, telling_words(taxonomy.skills, terms), terms_by_skill(terms))


def documents(case: Path, reader: Reader, hints: Hints) -> Iterator[tuple[str, list[Hinted]]]:
    """Each document of a case by name, and what it hints at beside what was read in it."""
    box = Sandbox()
    for path in sorted((case / "cvs").iterdir()):
        profile, document = read_cv(read(path, box), ProfileId(path.stem), reader)
        jobs = tuple((one.occupation, one.confidence) for one in profile.held)
        named = [proof for one in profile.held for proof in one.evidence]
        yield path.stem, _found(document, jobs, reader, hints, named)
    for path in sorted((case / "postings").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        posting, document = read_posting(record, "case", reader)
        jobs = tuple((one.occupation, one.confidence) for one in posting.occupations)
        yield path.stem, _found(document, jobs, reader, hints)


def _found(
    document: Document, jobs: Jobs, reader: Reader, hints: Hints, named: Sequence[Evidence] | None = None
) -> list[Hinted]:
    """What a document hints at; `named`: the titles of jobs held in a CV, None = it is an ad."""
    text, ad = document.text, named is None
    parts = [one for one in units(text) if not ad or not (boilerplate(text, one) or importance(text, one) is None)]
    clauses = [clause(text, one, reader) for one in parts]
    known = {mention.uri for one in clauses for mention in one.read}
    return candidates(clauses, jobs, known, hints, not ad, named or ())


def judged(case: Path, reader: Reader, hints: Hints) -> Iterator[Row]:
    """Every candidate in the documents of a case, without those that count neither way."""
    near = neighbours(reader.taxonomy)
    gold = {
        row["doc_id"]: row["mentions"]
        for row in map(json.loads, (case / "gold" / "skills.jsonl").open(encoding="utf-8"))
    }
    for name, found in documents(case, reader, hints):
        mentions = [one for one in gold[name] if one["importance"] != "negated" and one["scored"]]
        named = {uri for one in mentions for uri in one["esco_skill_uris"] or ()}
        right = named.union(*(near.get(uri, set()) for uri in named))
        neutral = {uri for one in gold[name] for uri in one["neutral_uris"]}
        yield from (
            Row(name, one.hint.features, one.hint.uri in right)
            for one in found
            if one.hint.uri in right or one.hint.uri not in neutral
        )


def neighbours(taxonomy: Taxonomy) -> Mapping[str, set[str]]:
    """The skills directly above and below each."""
    found: dict[str, set[str]] = {}
    pairs = taxonomy.broader_skills
    for low, high in zip(pairs.sources.tolist(), pairs.targets.tolist(), strict=True):
        for one, other in ((low, high), (high, low)):
            found.setdefault(taxonomy.skills[one].uri, set()).add(taxonomy.skills[other].uri)
    return found


def fit(features: Floats, right: Floats) -> Floats:
    """The weights of a logistic model; the first, of what is always there, is not shrunk."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = features @ weights
        shrunk = np.concatenate([[0.0], weights[1:]])
        slope = features.T @ (1 / (1 + np.exp(-scores)) - right) + L2 * shrunk
        return float((np.logaddexp(0, scores) - right * scores).sum() + L2 / 2 * shrunk @ shrunk), slope

    solved: Floats = minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x
    return solved


def crossed(found: list[Row], features: Floats, right: Floats) -> Floats:
    """How likely each candidate is right, by a model that saw nothing of its document."""
    names = sorted({one.document for one in found})
    fold = dict(zip(names, np.random.default_rng(0).permutation(len(names)) % FOLDS, strict=True))
    of = np.array([fold[one.document] for one in found])
    likely = np.zeros(len(found))
    for one in range(FOLDS):
        likely[of == one] = 1 / (1 + np.exp(-features[of == one] @ fit(features[of != one], right[of != one])))
    return likely


def main() -> None:
    """Print how many hints would be right at several thresholds; write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--cache", type=Path, required=True, help="where compiled releases are kept")
    asked = parser.parse_args()
    predictor = Predictor.over([asked.data / "esco" / one for one in LANGUAGES], asked.cache)
    found = list(judged(asked.data / "benchmarks" / "case_dev", *less_fitted(predictor.reader)))
    features = np.array([(1.0, *one.features) for one in found])
    right = np.array([float(one.right) for one in found])
    likely = crossed(found, features, right)
    print(f"{len(found)} candidates, {int(right.sum())} right")
    for least in (0.5, 0.6, 0.65, SURE, 0.8):
        kept = likely >= least
        print(f"at {least:.2f}: {int(kept.sum())} read, {right[kept].mean():.2f} of them right")
    weights = zip(("always", *FEATURES), fit(features, right).tolist(), strict=True)
    MODEL.write_text("feature,weight\n" + "".join(f"{name},{weight:.4f}\n" for name, weight in weights), "utf-8")


if __name__ == "__main__":
    main()
