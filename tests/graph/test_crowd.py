"""One ad against many profiles gives what each profile against the ad gives, whoever else is there."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.candidates import weighed
from graph.coverage import coverage
from graph.crowd import Crowd
from graph.indexing import build_index
from graph.ontology import LiveOntology
from graph.scoring import score
from ontology.kinds import EscoUri, Importance
from ontology.people import Claim, Denial, Profile, ProfileId
from ontology.vacancies import Posting
from tests.graph.crowds import asked_of, crowds, gathered, reader, told
from tests.graph.test_scoring import DAY, SLOW_IS_FINE, ad, ads, person


@SLOW_IS_FINE
@given(crowd=crowds, posting=ads)
def test_an_ad_scores_everybody_as_they_score_the_ad(
    crowd: list[Profile], posting: Posting, live: LiveOntology
) -> None:
    named = sorted(crowd, key=lambda one: one.id)
    found = asked_of(posting, crowd, live)
    index = build_index([posting], live)
    covered = [coverage(one, live.taxonomy, live.derived.near) for one in named]

    assert found.scores.tolist() == pytest.approx([score(one, posting, live, DAY).score for one in named], abs=1e-9)
    assert found.fits.tolist() == pytest.approx([float(index.fits(one)[0]) for one in covered], abs=1e-9)


@SLOW_IS_FINE
@given(crowd=crowds, posting=ads, order=st.randoms())
def test_who_else_is_there_and_in_what_order_changes_no_number_of_anybody(
    crowd: list[Profile], posting: Posting, order: Random, live: LiveOntology
) -> None:
    mixed = list(crowd)
    order.shuffle(mixed)
    together = asked_of(posting, mixed, live)
    alone = [asked_of(posting, [one], live) for one in sorted(crowd, key=lambda one: one.id)]

    assert together.scores.tolist() == [float(one.scores[0]) for one in alone]
    assert together.fits.tolist() == [float(one.fits[0]) for one in alone]


@SLOW_IS_FINE
@given(crowd=crowds, posting=ads, chosen=st.sets(st.integers(0, 3)))
def test_some_of_a_crowd_are_weighed_as_all_of_it_are(
    crowd: list[Profile], posting: Posting, chosen: set[int], live: LiveOntology
) -> None:
    every, rows = gathered(crowd, live), np.array(sorted(one for one in chosen if one < len(crowd)), np.int64)
    some, whole = weighed(posting, every, rows, live, DAY), asked_of(posting, crowd, live)

    assert some.scores.tolist() == whole.scores[rows].tolist()
    assert some.fits.tolist() == whole.fits[rows].tolist()


@SLOW_IS_FINE
@given(before=crowds, come=crowds, gone=st.sets(st.sampled_from(("a", "b", "c", "none"))))
def test_a_crowd_that_took_changes_in_is_the_crowd_of_those_who_are_there(
    before: list[Profile], come: list[Profile], gone: set[str], live: LiveOntology
) -> None:
    left = {one.id: one for one in before if one.id not in gone} | {one.id: one for one in come}
    changed = reader(live).changed(gathered(before, live), {ProfileId(id) for id in gone}, come)

    assert told(changed) == told(gathered(left.values(), live))


@SLOW_IS_FINE
@given(
    before=crowds, steps=st.lists(st.tuples(crowds, st.sets(st.sampled_from("abcø"))), max_size=3), few=st.booleans()
)
def test_who_changes_or_leaves_is_followed_and_of_who_left_nothing_is_kept(
    before: list[Profile], steps: list[tuple[list[Profile], set[str]]], few: bool, live: LiveOntology
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.crowd._FEW", 1_000 if few else 0)
        everybody, left = reader(live).assembled(before), {one.id: one for one in before}
        for come, gone in steps:
            changed = {*(one.id for one in come), *map(ProfileId, gone)}
            left = {id: one for id, one in left.items() if id not in changed} | {one.id: one for one in come}
            everybody = reader(live).following(everybody, changed, come)

    there = sorted(id for crowd, stays in everybody.parts for id in crowd.ids_of(stays))
    rows = {
        id: line
        for crowd, stays in everybody.parts
        for id, line in by_id(crowd).items()
        if id in set(crowd.ids_of(stays))
    }
    assert there == sorted(left)
    assert rows == by_id(gathered(left.values(), live))
    assert {id for crowd, _ in everybody.parts for id in crowd.ids} == left.keys()


def by_id(crowd: Crowd) -> Mapping[str, object]:
    lists = {name: list(value) for name, value in told(crowd).items()}  # type: ignore[call-overload]  # all are lists
    return {id: [values[row] for values in lists.values()] for row, id in enumerate(crowd.ids)}


def test_what_the_release_does_not_have_covers_nothing(live: LiveOntology) -> None:
    known = person({"kasse": 0.9})
    odd = replace(known, claims=(*known.claims, Claim(EscoUri("s/none"), 1.0, ())), denied=(Denial(EscoUri("s/no")),))
    posting = ad({"kasse": Importance.MUST})

    assert asked_of(posting, [known], live).scores[0] == asked_of(posting, [odd], live).scores[0] > 0


def test_an_ad_that_asks_twice_for_a_skill_weighs_it_twice_as_a_match_does(live: LiveOntology) -> None:
    once, who = ad({"kasse": Importance.MUST, "hygiejne": Importance.MUST}), person({"kasse": 0.5})
    twice = replace(once, asks=(*once.asks, once.asks[0]))

    assert asked_of(twice, [who], live).scores[0] == pytest.approx(score(who, twice, live, DAY).score, abs=1e-12)


def test_where_nobody_is_nobody_is_found(live: LiveOntology) -> None:
    found = asked_of(ad({"kasse": Importance.MUST}, "kok"), [], live)

    assert (len(found.scores), len(found.fits)) == (0, 0)
