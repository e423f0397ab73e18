"""A row that is made later is the row; what a match says of its lines is what its lines say."""

import pickle

import pytest
from hypothesis import given

from graph.coverage import coverage
from graph.explanation import reasons
from graph.later import Later
from graph.ontology import LiveOntology
from graph.scoring import Part, requirements, score
from ontology.people import Profile
from ontology.vacancies import Posting
from tests.graph.test_scoring import DAY, SLOW_IS_FINE, ads, people


def test_a_row_is_made_once_and_only_when_it_is_looked_at() -> None:
    numbers = iter((1, 2))
    row = Later(lambda: (next(numbers), 5))
    untouched = next(numbers)

    assert (untouched, row[0], len(row), tuple(row)) == (1, 2, 2, (2, 5))


def test_a_row_is_the_tuple_in_every_comparison() -> None:
    row, same, other = Later(lambda: (1, 2)), Later(lambda: (1, 2)), Later(lambda: (2, 1))

    assert row == (1, 2)
    assert row == same
    assert hash(row) == hash((1, 2))
    assert repr(row) == "(1, 2)"
    assert row != other
    assert row != [1, 2]


def test_a_row_leaves_the_process_as_a_tuple() -> None:
    assert pickle.loads(pickle.dumps(Later(lambda: (1, 2)))) == (1, 2)  # our own, made above


@SLOW_IS_FINE
@given(profile=people, posting=ads)
def test_points_and_reasons_are_those_of_the_lines_to_the_last_bit(
    profile: Profile, posting: Posting, live: LiveOntology
) -> None:
    match = score(profile, posting, live, DAY)
    lines = match.contributions
    given_by = sorted((-one.points, one.subject) for one in lines if one.points >= 0.005 and one.claim and one.subject)

    assert match.score == sum(one.points for one in lines)
    assert all(match.points.get(part, 0.0) == sum(one.points for one in lines if one.part is part) for part in Part)
    assert reasons(match, live.taxonomy, 20) == tuple(live.taxonomy.label(skill) for _, skill in given_by if skill)
    assert match == score(profile, posting, live, DAY)


@SLOW_IS_FINE
@given(profile=people, posting=ads)
def test_there_is_a_line_for_each_requirement(profile: Profile, posting: Posting, live: LiveOntology) -> None:
    covered = coverage(profile, live.taxonomy, live.derived.near)
    asked = [one for part in requirements(posting, live) for one in part]
    lines = [one for one in score(profile, posting, live, DAY, covered).contributions if one.importance]

    assert [(one.subject, one.note) for one in lines if one.part is Part.PROFESSIONAL] == [
        (one.skill, one.note) for one in asked[: len(requirements(posting, live)[0])]
    ]
    assert [one.coverage for one in lines if one.part is Part.PROFESSIONAL] == pytest.approx(
        [float(covered.values[one.row]) for one in requirements(posting, live)[0]]
    )
