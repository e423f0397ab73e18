"""Chooses the weights of a move's terms on both kinds of judged moves, cross-validated, and says what each gives.

Terms that were learnt from judged moves (bench/learn_moves.py) are learnt anew for each fold without it: folds are
whole origins of the crowd's ratings and whole job groups of the experts' lists. How feasible a move is: least squares
without a weight below zero on the ranks of the ratings. How customary: weights searched one at a time for MAP.
Prints of each: the figures with the weights used, and with weights chosen on the other folds of all terms that it is
told by, of all but one, and of one alone; then the weights chosen on all of it. Five minutes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import nnls
from scipy.stats import rankdata, spearmanr

from bench.learn_moves import JUDGED_WEIGHT, asked_for, learnt
from bench.move_judgements import FOLDS, Flags, Floats, Listed, Ratings, auc, average_precision
from graph.moves import CUSTOM, TERMS, WEIGHTS, MoveModel
from graph.ontology import LiveOntology

Told = tuple[float, ...]
_CROWD = (
    "skills covered",
    "skills alike",
    "occupations alike",
    "level",
    "open to newcomers",
    "carries elsewhere",
)
FEASIBLE = tuple(map(TERMS.index, _CROWD))
"""What a crowd rates by; what is listed elsewhere added nothing to it."""
_STEPS = (0.08, 0.04, 0.02)
_WORTH = 1e-4


@dataclass(frozen=True)
class Crowd:
    """Rated moves with their terms, (moves, terms), each learnt without its own fold."""

    rated: Ratings
    terms: Floats

    def of(self, kept: Flags) -> "Crowd":
        """Some of the moves."""
        return Crowd(self.rated.of(kept), self.terms[kept])

    def figures(self, score: Floats) -> Told:
        """Judged Spearman and AUC, those of all ratings."""
        rated = self.rated
        return tuple(
            figure
            for of in (rated.judged, np.ones(len(score), np.bool_))
            for figure in (float(spearmanr(score[of], rated.rating[of]).statistic), auc(score[of], rated.rating[of]))
        )

    def chosen(self, terms: Sequence[int]) -> Floats:
        """The weights of these terms that meet the ranks of the ratings best; together 1."""
        wanted = rankdata(self.rated.rating) / len(self.rated.rating)
        counts = np.sqrt(np.where(self.rated.judged, JUDGED_WEIGHT, 1.0))
        ones = np.ones((len(wanted), 1))  # a constant of either sign
        columns = np.hstack([self.terms[:, terms], ones, -ones])
        weights = np.zeros(len(TERMS))
        weights[list(terms)] = nnls(columns * counts[:, None], wanted * counts)[0][:-2]
        found: Floats = weights / weights.sum()
        return found

    def cross_validated(self, terms: Sequence[int]) -> Told:
        """The figures where the weights of each fold were chosen on the others."""
        score = np.zeros(len(self.rated.rating))
        for fold in range(FOLDS):
            here = self.rated.fold == fold
            score[here] = self.terms[here] @ self.of(~here).chosen(terms)
        return self.figures(score)


@dataclass(frozen=True)
class Experts:
    """Lists with their terms, each (kept, terms), learnt without its own fold."""

    listed: Sequence[Listed]
    terms: Sequence[NDArray[np.float32]]

    def of(self, wanted: Callable[[Listed], bool]) -> "Experts":
        """Some of the lists."""
        some = [place for place, one in enumerate(self.listed) if wanted(one)]
        return Experts([self.listed[place] for place in some], [self.terms[place] for place in some])

    def precisions(self, weights: Floats) -> Sequence[float]:
        """Average precision of each list."""
        light = weights.astype(np.float32)
        found = zip(self.terms, self.listed, strict=True)
        return [average_precision((terms @ light).astype(np.float64), one.right) for terms, one in found]

    def chosen(self, terms: Sequence[int]) -> Floats:
        """The weights of these terms that MAP is best with, found one at a time; together 1."""
        weights = np.zeros(len(TERMS))
        weights[list(terms)] = CUSTOM[list(terms)] + _WORTH
        best = float(np.mean(self.precisions(weights)))
        for step in _STEPS:
            moved = True
            while moved:
                moved = False
                for term in terms:
                    for change in (step, -step):
                        tried = weights.copy()
                        tried[term] = max(0.0, tried[term] + change)
                        found = float(np.mean(self.precisions(tried))) if tried.any() else 0.0
                        if found > best + _WORTH:
                            weights, best, moved = tried, found, True
        return np.asarray(weights / weights.sum(), np.float64)

    def cross_validated(self, terms: Sequence[int]) -> Told:
        """MAP where the weights of each fold were chosen on the others."""
        found: list[float] = []
        for fold in range(FOLDS):
            weights = self.of(lambda one: one.fold != fold).chosen(terms)  # noqa: B023  called at once
            found += self.of(lambda one: one.fold == fold).precisions(weights)  # noqa: B023  called at once
        return (float(np.mean(found)),)


def judgements(live: LiveOntology, rated: Ratings, listed: Sequence[Listed]) -> tuple[Crowd, Experts]:
    """The terms of everything, by models that have not seen it."""
    terms = np.zeros((len(rated.rating), len(TERMS)))
    list_terms: dict[int, NDArray[np.float32]] = {}
    for fold in range(FOLDS):
        model = _without(live, rated, listed, fold)
        found = cache(model.terms)
        for move in np.flatnonzero(rated.fold == fold):
            terms[move] = found(int(rated.origin[move]))[rated.target[move]]
        for place, one in enumerate(listed):
            if one.fold == fold:
                list_terms[place] = found(one.origin)[one.kept]
    return Crowd(rated, terms), Experts(listed, [list_terms[place] for place in range(len(listed))])


def _without(live: LiveOntology, rated: Ratings, listed: Sequence[Listed], fold: int) -> MoveModel:
    judged = learnt(live, rated.of(rated.fold != fold), [one for one in listed if one.fold != fold])
    return replace(live.move_model, derived=replace(live.derived, judged=judged))


def _table(head: Sequence[str], used: Told, tried: Callable[[Sequence[int]], Told], terms: Sequence[int]) -> None:
    print(f"\n| terms | {' | '.join(head)} |\n|---|{'---|' * len(head)}")
    rows: list[tuple[str, Told]] = [("as used", used), ("weights chosen on the other folds", tried(terms))]
    rows += [(f"without {TERMS[one]}", tried([other for other in terms if other != one])) for one in terms]
    rows += [(f"{TERMS[one]} alone", tried([one])) for one in terms]
    for name, figures in rows:
        print(f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |", flush=True)


def main() -> None:
    """Print the tables."""
    live, rated, listed = asked_for(__doc__)
    crowd, experts = judgements(live, rated, listed)
    print(f"{len(rated.rating)} ratings, {int(rated.judged.sum())} of them judged; {len(listed)} lists")
    head = ("judged: Spearman", "AUC", "all: Spearman", "AUC")
    _table(head, crowd.figures(crowd.terms @ WEIGHTS), crowd.cross_validated, FEASIBLE)
    _table(
        ("lists: MAP",),
        (float(np.mean(experts.precisions(CUSTOM.astype(np.float64)))),),
        experts.cross_validated,
        range(len(TERMS)),
    )
    print("\n| term | feasible: chosen on all | used | customary: chosen on all | used |\n|---|---|---|---|---|")
    chosen = (crowd.chosen(FEASIBLE), WEIGHTS, experts.chosen(range(len(TERMS))), CUSTOM)
    for name, *values in zip(TERMS, *chosen, strict=True):
        print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |")


if __name__ == "__main__":
    main()
