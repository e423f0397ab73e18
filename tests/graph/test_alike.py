"""Skills that mean nearly the same: every pair from the floor on, both ways, and nothing of what has no meaning."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.alike import alike
from ontology.encoding import Vectors

FROM, FLOOR = 0.3, 0.1


def unit(rows: list[list[float]]) -> Vectors:
    vectors = np.array(rows, np.float32)
    found: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return found


def likeness(vectors: Vectors) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    found, dense = alike(vectors, FROM, FLOOR), np.zeros((len(vectors), len(vectors)), np.float32)
    for skill in range(len(vectors)):
        pairs = slice(int(found.starts[skill]), int(found.starts[skill + 1]))
        dense[skill, found.targets[pairs]] = found.likeness[pairs]
    return dense


def test_likeness_is_the_square_of_how_far_the_cosine_is_beyond_where_it_begins() -> None:
    found = likeness(unit([[1, 0], [0.8, 0.6], [0.2, np.sqrt(0.96)]]))

    assert abs(found[0, 1] - (0.5 / 0.7) ** 2) < 1e-6
    assert found[0, 2] == 0.0


def test_what_has_no_meaning_is_like_nothing_and_nothing_is_like_itself() -> None:
    found = likeness(unit([[1, 0], [1, 0], [0, 0]]))

    assert found[0, 1] > 0.999
    assert not found[2].any()
    assert not found[:, 2].any()
    assert not found.diagonal().any()


def test_no_skills_have_no_pairs() -> None:
    found = alike(np.zeros((0, 2), np.float32), FROM, FLOOR)

    assert (found.starts.tolist(), len(found.targets)) == ([0], 0)


@given(st.lists(st.lists(st.floats(-1, 1, width=16), min_size=3, max_size=3), min_size=1, max_size=700))
def test_likeness_holds_both_ways_from_the_floor_on_in_every_block(rows: list[list[float]]) -> None:
    found = likeness(unit(rows))

    sure = (found > FLOOR + 1e-4) | (found.T > FLOOR + 1e-4)
    assert np.allclose(found[sure], found.T[sure], atol=1e-4)
    assert not ((found > 0) & (found < FLOOR)).any()
    assert found.max(initial=0.0) <= 1.0 + 1e-6
