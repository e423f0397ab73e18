"""The order of a list, as a person would make it by hand."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import order
from graph.gathering import columns_of
from graph.order import best_first, spread
from ontology.kinds import MunicipalityCode, Postcode
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting, PostingId, Workplace
from tests.graph.ads import AD


def of(name: str, employer: str, fingerprint: str = "", town: str | None = None) -> Posting:
    works = (Workplace(MunicipalityCode(town), Postcode("4000")),) if town else ()
    return replace(AD, id=PostingId(name), employer=employer, fingerprint=fingerprint, workplaces=works)


@given(st.lists(st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0)), max_size=60), st.integers(1, 10), st.data())
def test_the_best_come_first_and_equals_in_the_order_given_however_few_are_sorted_at_a_time(
    scores: list[float], look: int, data: st.DataObject
) -> None:
    values = np.array(scores)
    rows = np.flatnonzero(np.array(data.draw(st.lists(st.booleans(), min_size=len(scores), max_size=len(scores)))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order, "_FIRST_LOOK", look)
        patch.setattr(order, "_WIDER", 2)
        found = list(best_first(rows, values))

    assert found == sorted(rows.tolist(), key=lambda row: (-values[row], row))


def test_more_than_three_of_an_employer_come_last_in_their_order(taxonomy: Taxonomy) -> None:
    columns = columns_of([of(f"a{number}", "Netto" if number < 5 else "Irma") for number in range(6)], taxonomy)

    found = list(spread(range(6), columns))
    assert found == [(False, 0), (False, 1), (False, 2), (False, 5), (True, 3), (True, 4)]


def test_near_same_ads_at_one_place_come_once_and_elsewhere_again(taxonomy: Taxonomy) -> None:
    near, far = "00000000000003ff", "00000000000007ff"
    ads = [
        of("a", "x", "0" * 16, "0101"),
        of("b", "y", near, "0101"),
        of("c", "z", far, "0101"),
        of("d", "v", near, "0265"),
        of("e", "w"),
        of("f", "u"),
    ]

    assert [row for _, row in spread(range(6), columns_of(ads, taxonomy))] == [0, 2, 3, 4, 5]
