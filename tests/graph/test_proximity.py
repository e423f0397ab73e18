"""Proximity paths on a small release, checked by hand."""

from graph.constants import DEFAULT
from graph.derived import Edge
from graph.proximity import near
from ontology.taxonomy import Taxonomy


def pairs(taxonomy: Taxonomy) -> dict[tuple[int, int], tuple[float, list[int]]]:
    closure = near(taxonomy, DEFAULT)
    return {
        (skill, int(closure.targets[i])): (float(closure.proximity[i]), [int(k) for k in closure.kinds[i]])
        for skill in range(len(taxonomy.skills))
        for i in range(*closure.row(skill).indices(len(closure.targets)))
    }


def test_a_narrower_skill_covers_a_broader_better_than_the_other_way(taxonomy: Taxonomy) -> None:
    found = pairs(taxonomy)

    assert found[0, 1] == (0.800000011920929, [Edge.BROADER, 0, 0])
    assert found[1, 0] == (0.5, [Edge.NARROWER, 0, 0])


def test_a_related_skill_covers_both_ways(taxonomy: Taxonomy) -> None:
    found = pairs(taxonomy)

    assert found[4, 5][1] == found[5, 4][1] == [Edge.RELATED, 0, 0]


def test_skills_without_a_path_are_not_near(taxonomy: Taxonomy) -> None:
    assert (0, 3) not in pairs(taxonomy)


def test_every_proximity_is_the_product_of_its_edges(taxonomy: Taxonomy) -> None:
    closure = near(taxonomy, DEFAULT)

    assert abs(closure.weights.prod(axis=1) - closure.proximity).max() < 1e-6
