"""Makes ontology/data/judged_moves.npz: what people judged of moves beside what skills say, as numbers by occupation.

Experts' lists (ROME): how readily a move is listed is a bilinear form of what both occupations and their skills mean
and of their ISCO groups, met by ridge regression on both sides, made symmetric and brought to its strongest directions
(places). Who is listed for whom, or beside whom, is brought to its strongest directions too (circles).
Crowd ratings (causeways): what the terms of ESCO leave over is met by ridge regression on the mean meaning of the
skills, once of the target (entry), once of the origin (leaving). Half a minute once the release is compiled.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.sparse.linalg import eigsh

from api.predict import Predictor
from bench.move_judgements import Floats, Listed, Ratings, lists, ratings
from bench.quality import LANGUAGES
from graph.derived import Judged
from graph.moves import OF_ESCO, WEIGHTS
from graph.ontology import LiveOntology
from ontology.committed import JUDGED, save_judged
from ontology.encoding import tail
from ontology.judged import JudgedMoves

DIRECTIONS, CIRCLES = 48, 64
JUDGED_WEIGHT = 2.0
"""How often a rating of the judged sample counts."""
_GROUPS = ((4, 0.5), (3, 0.7), (2, 0.5), (1, 0.3))
"""Digits of the ISCO group and the length of its column beside unit vectors of meaning."""
_RIDGE_LISTS, _RIDGE_RATINGS = 0.3, 10.0
_WIDE = 6.0
"""Three standard deviations either way from the mean reach nothing and one."""
_FOR, _BESIDE = 0.05, 0.2
"""What it counts to be listed for the other, either way, and beside it in one list by the root of the list's length."""
_TOP = 0.999
"""This quantile of being listed together is one."""


def described(live: LiveOntology) -> Floats:
    """What is known of each occupation: what its skills and it mean, its ISCO groups; (occupations, columns)."""
    codes = [str(one.isco) for one in live.taxonomy.occupations]
    views = live.derived.views
    parts = [views.skill_meanings.astype(np.float64), views.meanings.astype(np.float64)]
    for digits, length in _GROUPS:
        _, column = np.unique([code[:digits] for code in codes], return_inverse=True)
        groups = np.zeros((len(codes), int(column.max()) + 1))
        groups[np.arange(len(codes)), column] = length
        parts.append(groups)
    return np.hstack(parts)


def experts(about: Floats, listed: Sequence[Listed]) -> tuple[Floats, Floats]:
    """Places (occupations, DIRECTIONS) and signs (DIRECTIONS,) as in ontology.judged; each job group counts alike."""
    size = about.shape[1]
    shares = Counter(one.group for one in listed)
    together, origins = np.zeros((size, size)), np.zeros((size, size))
    for one in listed:
        own, off = about[one.origin] / shares[one.group], one.right - one.right.mean()
        together += np.outer(own, about[one.kept].T @ (off / np.sqrt(one.right.sum())))
        origins += np.outer(own, about[one.origin])
    pool = about[listed[0].kept]
    form = np.linalg.solve(_ridged(origins), together) @ np.linalg.inv(_ridged(pool.T @ pool))
    values, directions = np.linalg.eigh((form + form.T) / 2)
    strongest = np.argsort(-np.abs(values))[:DIRECTIONS]
    signs, places = np.sign(values[strongest]), about @ (directions[:, strongest] * np.sqrt(np.abs(values[strongest])))
    spread = np.std(np.concatenate([places[one.kept] @ (signs * places[one.origin]) for one in listed]))
    return places / np.sqrt(spread * _WIDE), signs


def circles(count: int, listed: Sequence[Listed]) -> tuple[Floats, Floats]:
    """Circles (occupations, CIRCLES) and signs (CIRCLES,) as in ontology.judged, of `count` occupations."""
    groups = {name: row for row, name in enumerate(sorted({one.group for one in listed}))}
    origins, targets = np.zeros((len(groups), count)), np.zeros((len(groups), count))
    for one in listed:
        origins[groups[one.group], one.origin] = 1.0
        targets[groups[one.group], one.kept[one.right]] = 1.0
    listed_for = np.minimum(origins.T @ targets, 1.0)
    beside = (targets / np.sqrt(targets.sum(axis=1, keepdims=True))).T @ targets
    together = _FOR * (listed_for + listed_for.T) + _BESIDE * beside
    np.fill_diagonal(together, 0.0)
    values, directions = eigsh(together, k=CIRCLES, which="LM", v0=np.ones(count))
    signs, found = np.sign(values), directions * np.sqrt(np.abs(values))
    told = np.concatenate([found[one.kept] @ (signs * found[one.origin]) for one in listed])
    return found / np.sqrt(np.quantile(told, _TOP)), signs


def _ridged(products: Floats) -> Floats:
    """Scaled to a mean of one on the diagonal, which the ridge is added to."""
    size = len(products)
    found: Floats = products / (np.trace(products) / size) + _RIDGE_LISTS * np.eye(size)
    return found


def crowd(live: LiveOntology, rated: Ratings) -> tuple[Floats, Floats]:
    """Entry and leaving of every occupation, in [0, 1]."""
    skills = live.derived.views.skill_meanings.astype(np.float64)
    base = np.array([live.move_model.terms(one)[other] for one, other in _pairs(rated)]) @ _esco_weights()
    columns = np.column_stack([np.ones(len(base)), base, skills[rated.target], skills[rated.origin]])
    weight = np.where(rated.judged, JUDGED_WEIGHT, 1.0)[:, None]
    ridge = np.diag(np.r_[0, 0, np.full(columns.shape[1] - 2, _RIDGE_RATINGS)])
    found = np.linalg.solve(columns.T @ (columns * weight) + ridge, columns.T @ (weight[:, 0] * rated.rating))
    entry, leaving = skills @ found[2 : 2 + skills.shape[1]], skills @ found[2 + skills.shape[1] :]
    return _share(entry), _share(leaving)


def _pairs(rated: Ratings) -> Iterator[tuple[int, int]]:
    return zip(rated.origin.tolist(), rated.target.tolist(), strict=True)


def _esco_weights() -> Floats:
    weights = WEIGHTS.astype(np.float64)
    weights[OF_ESCO:] = 0.0
    found: Floats = weights / weights.sum()
    return found


def _share(value: Floats) -> Floats:
    found: Floats = np.clip(0.5 + (value - value.mean()) / (_WIDE * value.std()), 0, 1)
    return found


def learnt(live: LiveOntology, rated: Ratings, listed: Sequence[Listed]) -> Judged:
    """All of it, over the occupations of `live`."""
    found = (
        *crowd(live, rated),
        *experts(described(live), listed),
        *circles(len(live.taxonomy.occupations), listed),
    )
    names = ("entry", "leaving", "places", "signs", "circles", "circle_signs")
    return replace(live.derived.judged, **{n: one.astype(np.float32) for n, one in zip(names, found, strict=True)})


def asked_for(description: str | None) -> tuple[LiveOntology, Ratings, list[Listed]]:
    """The release, the ratings and the lists of the reference data that the command line names."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--cache", type=Path, help="folder kept between runs")
    given = parser.parse_args()
    live = Predictor.over([given.data / "esco" / language for language in LANGUAGES], given.cache).live
    marks = given.data / "benchmarks"
    rated = ratings(live.taxonomy, marks / "causeways" / "ratings_dev.jsonl")
    return live, rated, lists(live.taxonomy, marks / "rome_mobility")


def main() -> None:
    """Write the file."""
    live, rated, listed = asked_for(__doc__)
    found = learnt(live, rated, listed)
    ids = {tail(one.uri): row for row, one in enumerate(live.taxonomy.occupations)}
    parts = (found.entry, found.leaving, found.places, found.signs, found.circles, found.circle_signs)
    save_judged(JudgedMoves(ids, *parts))
    print(f"{JUDGED}: {len(found.entry)} occupations, {JUDGED.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
