"""Nobody can be told from the figures about people: attacks are tried, and fail."""

from collections.abc import Iterable
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.labour_market.suppression import BASE, LEAST_TOLD, Counts, Lattice, Told, complementary, lattice, told

TOWNS, UNITS = 3, 6
LEVELS = ((0, 1, 2, 3, 4, 5), (0, 0, 1, 1, 2, 3), (0, 0, 0, 0, 1, 2), (0, 0, 0, 0, 0, 1), (0, 0, 0, 0, 0, 0))
"""The group of each unit, from the finest level to the whole: a tree as ISCO-08 is one."""

tables = st.lists(st.integers(0, 23), min_size=TOWNS * UNITS, max_size=TOWNS * UNITS).map(
    lambda cells: np.array(cells, np.int64).reshape(TOWNS, UNITS)
)
drawn = st.lists(st.integers(0, BASE - 1), min_size=TOWNS * UNITS, max_size=TOWNS * UNITS).map(
    lambda cells: np.array(cells, np.int64).reshape(TOWNS, UNITS)
)
cells = st.tuples(st.integers(0, TOWNS - 1), st.integers(0, UNITS - 1))


def areas() -> Iterable[list[int]]:
    """Every set of towns, so every two areas that overlap."""
    return (list(chosen) for size in range(1, TOWNS + 1) for chosen in combinations(range(TOWNS), size))


def groups(level: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """The units of each group of a level, and the family of each group."""
    count = max(LEVELS[level]) + 1
    shares = np.zeros((UNITS, count))
    shares[np.arange(UNITS), LEVELS[level]] = 1
    above = LEVELS[min(level + 1, len(LEVELS) - 1)]
    return shares, np.array([above[LEVELS[level].index(group)] for group in range(count)])


def view(counts: Counts, offsets: Counts) -> list[tuple[float | None, ...]]:
    """All that anybody can ask for: every set of towns at every level."""
    rounded = Lattice(offsets).rounded(counts)
    answers = [told(rounded[area], *groups(level)) for area in areas() for level in range(len(LEVELS))]
    return [numbers(answer) for answer in answers]


def numbers(answer: Told) -> tuple[float | None, ...]:
    flat = np.concatenate([answer.value, answer.low, answer.high, answer.spread, answer.hidden])
    return tuple(None if np.isnan(one) else float(one) for one in flat)


@settings(deadline=None)
@given(tables, drawn, cells)
def test_all_figures_together_fit_at_least_five_counts_in_every_cell(
    counts: Counts, offsets: Counts, cell: tuple[int, int]
) -> None:
    seen, fitting = view(counts, offsets), set()
    for count in range(int(counts[cell]) + 2 * BASE):
        for offset in range(BASE):
            other, shifted = counts.copy(), offsets.copy()
            other[cell], shifted[cell] = count, offset
            if Lattice(shifted).rounded(other)[cell] == Lattice(offsets).rounded(counts)[cell]:
                assert view(other, shifted) == seen
                fitting.add(count)

    assert len(fitting) >= BASE


@settings(deadline=None)
@given(tables, drawn)
def test_a_figure_is_told_only_of_at_least_five_people(counts: Counts, offsets: Counts) -> None:
    rounded = Lattice(offsets).rounded(counts)
    for area in areas():
        for level in range(len(LEVELS)):
            shares, families = groups(level)
            people = counts[area].sum(axis=0) @ shares
            answer = told(rounded[area], shares, families)

            assert all(people[~answer.hidden] >= LEAST_TOLD)
            assert all((answer.value[~answer.hidden] % BASE) == 0)
            assert np.isnan(answer.value[answer.hidden]).all()


@settings(deadline=None)
@given(tables, drawn, cells, st.integers(0, 4))
def test_two_overlapping_areas_give_away_a_rounded_cell_and_no_more(
    counts: Counts, offsets: Counts, cell: tuple[int, int], few: int
) -> None:
    counts[cell] = few
    town, unit = cell
    others = [one for one in range(TOWNS) if one != town]
    rounded, (shares, families) = Lattice(offsets).rounded(counts), groups(0)
    wide, narrow = told(rounded, shares, families), told(rounded[others], shares, families)
    difference = wide.value[unit] - narrow.value[unit]

    assert np.isnan(difference) or difference in (0, BASE)
    assert told(rounded[[town]], shares, families).hidden[unit]


@settings(deadline=None)
@given(tables, drawn, st.integers(0, TOWNS - 1), st.integers(0, 4))
def test_two_filters_give_away_a_rounded_cell_and_no_more(counts: Counts, offsets: Counts, town: int, few: int) -> None:
    counts[town, 0] = few
    rounded = Lattice(offsets).rounded(counts)[[town]]
    (fine, fine_families), (coarse, coarse_families) = groups(0), groups(1)
    children, parents = told(rounded, fine, fine_families), told(rounded, coarse, coarse_families)
    difference = parents.value[0] - children.value[1]

    assert np.isnan(difference)


@settings(deadline=None)
@given(tables, drawn)
def test_what_is_left_of_a_told_total_never_belongs_to_one_group(counts: Counts, offsets: Counts) -> None:
    rounded = Lattice(offsets).rounded(counts)
    for level in range(len(LEVELS) - 1):
        shares, families = groups(level)
        answer = told(rounded, shares, families)
        least = np.maximum(rounded - BASE + 1, 0).sum(axis=0) @ shares
        for family in range(int(families.max()) + 1):
            own = families == family
            if own.sum() > 1 and least[own].sum() >= LEAST_TOLD:
                assert answer.hidden[own].sum() != 1


@settings(deadline=None)
@given(st.integers(0, 40), st.integers(0, BASE - 1), st.integers(1, 12))
def test_watching_people_come_one_by_one_leaves_five_counts_open_unless_the_cell_is_nearly_empty(
    count: int, offset: int, steps: int
) -> None:
    def watched(start: int, drawn: int) -> list[int]:
        return [BASE * ((start + step + drawn) // BASE) for step in range(steps)]

    seen = watched(count, offset)
    fitting = {start for start in range(60) for drawn in range(BASE) if watched(start, drawn) == seen}

    assert len(fitting) >= min(BASE, count + offset + 1)


@pytest.mark.parametrize("count", range(60))
def test_rounding_is_right_on_the_average_over_the_secret_offsets(count: int) -> None:
    offsets = np.arange(BASE, dtype=np.int64)[None, :]

    assert Lattice(offsets).rounded(np.full((1, BASE), count, np.int64)).mean() == count


@settings(deadline=None)
@given(tables, drawn)
def test_the_interval_lies_within_what_the_rounded_cells_allow(counts: Counts, offsets: Counts) -> None:
    rounded, (shares, families) = Lattice(offsets).rounded(counts), groups(2)
    answer = told(rounded, shares, families)
    shown = ~answer.hidden

    assert (answer.low[shown] <= answer.value[shown]).all()
    assert (answer.value[shown] <= answer.high[shown]).all()
    assert (answer.low[shown] >= LEAST_TOLD - 1e-9).all()


def test_the_interval_holds_the_true_count_nineteen_times_in_twenty() -> None:
    draw = np.random.default_rng(1)
    counts = draw.poisson(3.0, (98, 1)).astype(np.int64)
    held = 0
    for _ in range(400):
        answer = told(Lattice(draw.integers(0, BASE, counts.shape)).rounded(counts), np.ones((1, 1)))
        held += bool(answer.low[0] <= counts.sum() <= answer.high[0])

    assert held / 400 >= 0.95


def test_the_offsets_are_the_same_for_ever_and_not_those_of_another_secret() -> None:
    towns, units = ("0101", "0147"), tuple(f"{number:04}" for number in range(50))

    assert (lattice(b"a" * 32, towns, units).offsets == lattice(b"a" * 32, towns, units).offsets).all()
    assert (lattice(b"a" * 32, towns, units).offsets != lattice(b"b" * 32, towns, units).offsets).any()
    assert set(lattice(b"a" * 32, towns, units).offsets.ravel().tolist()) == set(range(BASE))


def test_the_smallest_told_is_hidden_beside_the_only_hidden_one() -> None:
    hidden = np.array([True, False, False])

    also = complementary(np.array([0.0, 30, 20]), np.array([0.0, 26, 16]), hidden, np.array([0, 0, 0]))

    assert also.tolist() == [False, False, True]
