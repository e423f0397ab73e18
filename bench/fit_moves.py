"""Chooses the weights of a move's terms on both kinds of judged moves, cross-validated, and says what each gives.

Terms that were learnt from judged moves (bench/learn_moves.py) are learnt anew for each fold without it: folds are
whole origins of the crowd's ratings and whole job groups of the experts' lists. Weights are searched one at a time,
none below zero, for the figures that EVALUATION.md names as shares of their goals, of Spearman up to a limit.
Prints: all terms, with weights chosen on the other folds; each left out and each alone; then the weights chosen on all
of it. Ten minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from bench.learn_moves import asked_for, learnt
from bench.move_judgements import FOLDS, Flags, Floats, Listed, Ratings, auc, average_precision
from graph.moves import TERMS, WEIGHTS, MoveModel
from graph.ontology import LiveOntology

_GOALS = (0.78, 0.90, 0.30)
"""Of the judged sample's Spearman and AUC, and of the lists' MAP."""
_ENOUGH = 0.795
"""Judged Spearman beyond this counts no more: on folds that were not seen it is about 0.015 less."""
_ALL_RATINGS = 0.3
"""What Spearman over all ratings counts beside them."""
_STEPS = (0.08, 0.04, 0.02)
_WORTH = 1e-4
HEAD = "| terms | judged: Spearman | AUC | all: Spearman | AUC | lists: MAP |\n|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Judgements:
    """Terms of the rated moves (moves, terms) and of every list (kept, terms), each learnt without its own fold."""

    rated: Ratings
    terms: Floats
    listed: Sequence[Listed]
    list_terms: Sequence[NDArray[np.float32]]

    def figures(self, weights: Floats) -> Sequence[float]:
        """Judged Spearman and AUC, those of all ratings, MAP."""
        score, rated = self.terms @ weights, self.rated
        light = weights.astype(np.float32)
        told = [
            figure
            for of in (rated.judged, np.ones(len(score), np.bool_))
            for figure in (float(spearmanr(score[of], rated.rating[of]).statistic), auc(score[of], rated.rating[of]))
        ]
        precisions = [
            average_precision((terms @ light).astype(np.float64), one.right)
            for terms, one in zip(self.list_terms, self.listed, strict=True)
        ]
        return (*told, float(np.mean(precisions)))

    def of_folds(self, wanted: Flags) -> "Judgements":
        """What lies in these folds; wanted: (FOLDS,)."""
        kept = wanted[self.rated.fold]
        some = [place for place, one in enumerate(self.listed) if wanted[one.fold]]
        chosen = [self.listed[place] for place in some], [self.list_terms[place] for place in some]
        return Judgements(self.rated.of(kept), self.terms[kept], *chosen)


def judgements(live: LiveOntology, rated: Ratings, listed: Sequence[Listed]) -> Judgements:
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
    return Judgements(rated, terms, listed, [list_terms[place] for place in range(len(listed))])


def _without(live: LiveOntology, rated: Ratings, listed: Sequence[Listed], fold: int) -> MoveModel:
    judged = learnt(live, rated.of(rated.fold != fold), [one for one in listed if one.fold != fold])
    return replace(live.move_model, derived=replace(live.derived, judged=judged))


def chosen(known: Judgements, terms: Sequence[int], start: Floats) -> Floats:
    """The weights of these terms that serve the figures best, found one at a time from `start`; together 1."""
    weights = np.zeros(len(TERMS))
    weights[list(terms)] = start[list(terms)]
    best = _worth(known, weights)
    for step in _STEPS:
        moved = True
        while moved:
            moved = False
            for term in terms:
                for change in (step, -step):
                    tried = weights.copy()
                    tried[term] = max(0.0, tried[term] + change)
                    worth = _worth(known, tried)
                    if worth > best + _WORTH:
                        weights, best, moved = tried, worth, True
    found: Floats = weights / weights.sum()
    return found


def _worth(known: Judgements, weights: Floats) -> float:
    judged, judged_auc, everything, _, precision = known.figures(weights)
    goals = zip((min(judged, _ENOUGH), judged_auc, precision), _GOALS, strict=True)
    return sum(figure / goal for figure, goal in goals) + _ALL_RATINGS * everything


def cross_validated(known: Judgements, start: Floats) -> Sequence[float]:
    """The figures where the weights of each fold were chosen on the others, weighted by what lies in it."""
    score = np.zeros(len(known.rated.rating))
    precisions = []
    for fold in range(FOLDS):
        own = np.arange(FOLDS) == fold
        weights = chosen(known.of_folds(~own), range(len(TERMS)), start)
        here = known.of_folds(own)
        score[known.rated.fold == fold] = here.terms @ weights
        precisions += [
            average_precision(terms @ weights, one.right)
            for terms, one in zip(here.list_terms, here.listed, strict=True)
        ]
    told = replace(known, terms=np.column_stack([score, np.zeros((len(score), len(TERMS) - 1))]))
    return (*told.figures(np.eye(len(TERMS))[0])[:4], float(np.mean(precisions)))


def _row(name: str, figures: Sequence[float]) -> None:
    print(f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |", flush=True)


def main() -> None:
    """Print the tables."""
    live, rated, listed = asked_for(__doc__)
    known = judgements(live, rated, listed)
    start, every = WEIGHTS.astype(np.float64), range(len(TERMS))
    print(f"{len(rated.rating)} ratings, {int(rated.judged.sum())} of them judged; {len(known.listed)} lists\n\n{HEAD}")
    _row("all, as used", known.figures(start))
    weights = chosen(known, every, start)
    _row("all, weights chosen on all", known.figures(weights))
    _row("all, weights chosen on the other folds", cross_validated(known, start))
    for one, name in enumerate(TERMS):
        left = [term for term in every if term != one]
        _row(f"without {name}", known.figures(chosen(known, left, weights)))
    for one, name in enumerate(TERMS):
        _row(f"{name} alone", known.figures(np.eye(len(TERMS))[one]))
    print("\n| term | chosen on all | used |\n|---|---|---|")
    for name, value, used in zip(TERMS, weights, WEIGHTS, strict=True):
        print(f"| {name} | {value:.3f} | {used:.2f} |")


if __name__ == "__main__":
    main()
