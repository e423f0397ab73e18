"""What people judged and know of moves: laid over a release, told as terms, and neutral where nothing is known."""

from dataclasses import replace
from uuid import UUID

import numpy as np
import pytest

from graph.judged import judged
from graph.moves import CUSTOM, TERMS, WEIGHTS, MoveModel
from graph.ontology import LiveOntology
from ontology.judged import JudgedMoves
from ontology.kinds import EscoUri, IscoCode, KnownMove
from ontology.learnt import Learnt

SHOP, KITCHEN, DISHES = 0, 1, 2
NAMED, LISTED = TERMS.index("consultants name it"), TERMS.index("experts list such")
ENTRY, LEAVING = TERMS.index("open to newcomers"), TERMS.index("carries elsewhere")
TOGETHER = TERMS.index("experts list both")


def known(live: LiveOntology, *moves: tuple[int, int, float]) -> Learnt:
    """The moves named from the unit group of one occupation to another, each with its strength."""
    one = live.taxonomy.occupations
    found: dict[IscoCode, tuple[KnownMove, ...]] = {}
    for origin, target, strength in moves:
        move = KnownMove(one[target].uri, strength, "det samme arbejde")
        found[one[origin].isco] = (*found.get(one[origin].isco, ()), move)
    return Learnt(known=found)


def terms(live: LiveOntology, learnt: Learnt, origin: int) -> np.ndarray:
    """The terms from an origin where this is known."""
    derived = replace(live.derived, judged=judged(live.taxonomy, learnt))
    return replace(live.move_model, derived=derived).terms(origin)


def test_a_move_that_is_named_counts_half_on_the_way_back(live: LiveOntology) -> None:
    learnt = known(live, (SHOP, KITCHEN, 0.8))

    assert terms(live, learnt, SHOP)[KITCHEN, NAMED] == pytest.approx(0.4)
    assert terms(live, learnt, KITCHEN)[SHOP, NAMED] == pytest.approx(0.4)
    assert terms(live, learnt, SHOP)[DISHES, NAMED] == 0.0


def test_moves_that_are_named_both_ways_count_whole_and_never_more(live: LiveOntology) -> None:
    learnt = known(live, (SHOP, KITCHEN, 1.0), (SHOP, KITCHEN, 0.7), (KITCHEN, SHOP, 1.0))

    assert terms(live, learnt, SHOP)[KITCHEN, NAMED] == 1.0


def test_where_nothing_is_known_all_occupations_are_judged_as_the_mean(live: LiveOntology) -> None:
    found = terms(
        live, Learnt(judged=JudgedMoves(places=np.zeros((0, 4), np.float32), signs=np.ones(4, np.float32))), SHOP
    )

    assert (found[:, [LISTED, ENTRY, LEAVING]] == 0.5).all()
    assert not found[:, NAMED].any()


def test_what_was_learnt_of_an_occupation_is_found_by_the_end_of_its_uri(live: LiveOntology) -> None:
    name = "00000000-0000-4000-8000-000000000001"
    occupations = list(live.taxonomy.occupations)
    occupations[KITCHEN] = replace(occupations[KITCHEN], uri=EscoUri(f"http://data.europa.eu/esco/occupation/{name}"))
    taxonomy = replace(live.taxonomy, occupations=tuple(occupations))
    of_one = np.array([0.9], np.float32)
    learnt = JudgedMoves(
        {UUID(name).bytes: 0},
        of_one,
        np.array([0.3], np.float32),
        *(np.ones((1, 2), np.float32), np.ones(2, np.float32)),
        *(np.full((1, 1), 0.4, np.float32), np.ones(1, np.float32)),
    )

    found = judged(taxonomy, Learnt(judged=learnt))

    assert found.entry.tolist() == pytest.approx([0.5, 0.9, 0.5])
    assert found.leaving.tolist() == pytest.approx([0.5, 0.3, 0.5])
    assert found.places.tolist() == [[0, 0], [1, 1], [0, 0]]
    assert found.circles.tolist() == [[0], [pytest.approx(0.4)], [0]]


def test_places_on_opposite_sides_of_a_sign_make_a_move_less_likely_to_be_listed(live: LiveOntology) -> None:
    places = np.array([[0.5, 0.2], [0.5, 0.0], [-0.5, 0.2]], np.float32)
    derived = replace(
        live.derived, judged=replace(live.derived.judged, places=places, signs=np.array([1, -1], np.float32))
    )

    found = replace(live.move_model, derived=derived).terms(SHOP)[:, LISTED]

    assert found.tolist() == pytest.approx([0.5 + 0.25 - 0.04, 0.75, 0.5 - 0.25 - 0.04])


def in_circles(live: LiveOntology, circles: list[list[float]], signs: list[float]) -> MoveModel:
    told = replace(live.derived.judged, circles=np.array(circles, np.float32), circle_signs=np.array(signs, np.float32))
    return replace(live.move_model, derived=replace(live.derived, judged=told))


def test_what_experts_list_together_is_more_customary_and_as_feasible_as_before(live: LiveOntology) -> None:
    model = in_circles(live, [[0.8], [0.5], [0.0]], [1.0])

    assert model.terms(SHOP)[:, TOGETHER].tolist() == pytest.approx([0.64, 0.4, 0.0])
    assert model.custom(SHOP)[KITCHEN] > live.move_model.custom(SHOP)[KITCHEN]
    assert model.custom(SHOP)[DISHES] == live.move_model.custom(SHOP)[DISHES]
    assert model.feasibility(SHOP).tolist() == live.move_model.feasibility(SHOP).tolist()


def test_being_listed_together_is_never_below_nothing_nor_above_one(live: LiveOntology) -> None:
    found = in_circles(live, [[2.0], [2.0], [1.0]], [-1.0]).terms(SHOP)[:, TOGETHER]
    above = in_circles(live, [[2.0], [2.0], [1.0]], [1.0]).terms(SHOP)[:, TOGETHER]

    assert (found.tolist(), above.tolist()) == ([0, 0, 0], [1, 1, 1])


@pytest.mark.parametrize("weights", [WEIGHTS, CUSTOM], ids=["feasible", "customary"])
def test_a_term_that_grows_never_lowers_what_is_made_of_it(live: LiveOntology, weights: np.ndarray) -> None:
    before = live.move_model.terms(SHOP)
    for term in range(len(TERMS)):
        more = before.copy()
        more[KITCHEN, term] += 0.1

        assert (more @ weights)[KITCHEN] >= (before @ weights)[KITCHEN]
    assert weights.sum() == pytest.approx(1.0)
