"""How feasible a move is: what the origin reaches, and terms that stay within bounds."""

from dataclasses import replace

import numpy as np
import pytest

from graph.derived import Alike
from graph.moves import CUSTOM, TERMS, WEIGHTS, MoveModel
from graph.ontology import LiveOntology

SHOP, KITCHEN, DISHES = 0, 1, 2
CUSTOMERS, GOODS, HYGIENE, WASHING_UP = 1, 2, 4, 5


def meaning(live: LiveOntology, pairs: dict[tuple[int, int], float]) -> MoveModel:
    """The model where these skills mean nearly the same."""
    count = len(live.taxonomy.skills)
    ordered = sorted(pairs)
    starts = np.searchsorted([one for one, _ in ordered], np.arange(count + 1)).astype(np.int32)
    targets = np.array([other for _, other in ordered], np.int32)
    alike = Alike(starts, targets, np.array([pairs[one] for one in ordered], np.float32))
    return replace(live.move_model, derived=replace(live.derived, alike=alike))


def test_who_has_a_skill_reaches_it_whole_and_one_beyond_a_path_in_part(live: LiveOntology) -> None:
    reached = live.move_model.reached(KITCHEN)

    assert reached[HYGIENE] == reached[WASHING_UP] == 1.0
    assert reached[CUSTOMERS] == 0.0
    assert live.move_model.reached(DISHES)[HYGIENE] == 1.0


def test_a_skill_that_means_nearly_the_same_is_reached_as_far_as_it_is_alike(live: LiveOntology) -> None:
    reached = meaning(live, {(GOODS, HYGIENE): 0.7, (CUSTOMERS, HYGIENE): 0.4}).reached(SHOP)

    assert reached[HYGIENE] == pytest.approx(0.7)


def test_skills_that_mean_the_same_raise_what_is_covered_and_nothing_else(live: LiveOntology) -> None:
    before = live.move_model.terms(SHOP)
    after = meaning(live, {(GOODS, HYGIENE): 0.7}).terms(SHOP)

    assert (after[[KITCHEN, DISHES], 0] > before[[KITCHEN, DISHES], 0]).all()
    assert np.array_equal(after[:, 1:], before[:, 1:])


def test_every_term_is_between_nothing_and_one_and_no_weight_is_below_nothing(live: LiveOntology) -> None:
    terms = np.stack([live.move_model.terms(origin) for origin in range(3)])

    assert terms.shape[2] == len(TERMS) == len(WEIGHTS) == len(CUSTOM)
    assert terms.min() >= 0
    assert terms.max() <= 1 + 1e-6
    assert min(WEIGHTS.min(), CUSTOM.min()) >= 0


def test_a_move_that_demands_more_education_is_less_feasible_than_the_way_back_by_that_term(
    live: LiveOntology,
) -> None:
    level = TERMS.index("level")

    assert live.move_model.terms(SHOP)[KITCHEN, level] == 0.5
    assert live.move_model.terms(KITCHEN)[SHOP, level] == 1.0


def test_where_no_meaning_is_known_the_words_of_both_stand_for_it(live: LiveOntology) -> None:
    texts = live.derived.views.texts
    described = np.clip(texts @ texts[SHOP], 0, 1)

    assert live.move_model.terms(SHOP)[:, TERMS.index("occupations alike")] == pytest.approx(described, abs=1e-6)
