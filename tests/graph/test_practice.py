"""Years of experience: who has them, who is asked, whom an ad is folded away for; one by one and all at once."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.circumstances import closes
from graph.indexing import build_index
from graph.ontology import LiveOntology
from graph.practice import demanded_years, practice, practising, unpractised
from graph.standing import Standing, circumstance_in_words
from ontology.kinds import Importance
from ontology.people import Held, Period, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Experience, OccupationGuess, Posting, PostingId
from tests.graph.test_scoring import SLOW_IS_FINE, ad

AS_OF = date(2026, 11, 1)
NOBODY = Profile(ProfileId("p"))


def asking(
    taxonomy: Taxonomy, row: int, least: int | None = 3, how: Importance | None = Importance.MUST, *, free: bool = False
) -> Posting:
    guess = OccupationGuess(taxonomy.occupations[row].uri, 0.9)
    return replace(ad({}), occupations=(guess,), experience=(Experience(least, None, how, (), free),))


def held(taxonomy: Taxonomy, row: int, first: int | None, last: int | None) -> Held:
    periods = (Period(date(first, 1, 1), date(last, 12, 1)),) if first and last else ()
    return Held(taxonomy.occupations[row].uri, f"job {row}", first, last, False, 0.9, (), periods)


def far_apart(live: LiveOntology) -> tuple[int, int]:
    """Two jobs that are not akin, in any direction that counts."""
    for target in range(len(live.taxonomy.occupations)):
        posting = asking(live.taxonomy, target)
        other = np.setdiff1d(np.arange(len(live.taxonomy.occupations)), practising(posting, live))
        if demanded_years(posting, live.taxonomy) and len(other):
            return int(other[0]), target
    raise AssertionError("the release of the tests has two jobs that are not akin")


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [(2015, 2020, Standing.MET), (2019, 2020, Standing.ASK), (None, 2020, Standing.ASK)],
)
def test_enough_years_in_the_work_are_enough_and_fewer_are_asked_about(
    first: int | None, last: int, state: Standing, live: LiveOntology
) -> None:
    person = replace(NOBODY, held=(held(live.taxonomy, 0, first, last),))
    (line,) = practice(person, asking(live.taxonomy, 0), live, AS_OF)

    assert (line.state, line.hard) == (state, True)
    assert not closes([line])


def test_years_of_several_jobs_add_and_what_overlaps_counts_once(live: LiveOntology) -> None:
    jobs = held(live.taxonomy, 0, 2012, 2014), held(live.taxonomy, 0, 2014, 2015)
    (line,) = practice(replace(NOBODY, held=jobs), asking(live.taxonomy, 0, 4), live, AS_OF)

    assert circumstance_in_words(line) == "erfaring: mindst 4 år (kræves), i CV'et 4 år som job 0: opfyldt"


def test_years_are_lacking_where_all_jobs_are_of_other_work_and_their_time_is_known(live: LiveOntology) -> None:
    other, target = far_apart(live)
    posting = asking(live.taxonomy, target)

    (dated,) = practice(replace(NOBODY, held=(held(live.taxonomy, other, 2010, 2020),)), posting, live, AS_OF)
    (vague,) = practice(replace(NOBODY, held=(held(live.taxonomy, other, None, None),)), posting, live, AS_OF)
    (silent,) = practice(NOBODY, posting, live, AS_OF)

    assert circumstance_in_words(dated) == "erfaring: mindst 3 år (kræves): mangler"
    assert [closes([one]) for one in (dated, vague, silent)] == [True, False, False]
    assert vague.state is silent.state is Standing.UNKNOWN


def test_what_has_another_way_in_or_is_an_advantage_shuts_nobody_out(live: LiveOntology) -> None:
    other, target = far_apart(live)
    person = replace(NOBODY, held=(held(live.taxonomy, other, 2010, 2020),))
    free = practice(person, asking(live.taxonomy, target, free=True), live, AS_OF)
    nice = practice(person, asking(live.taxonomy, target, how=Importance.NICE), live, AS_OF)
    unsure = replace(
        asking(live.taxonomy, target), occupations=(OccupationGuess(live.taxonomy.occupations[target].uri, 0.5),)
    )

    assert [closes(found) for found in (free, nice, practice(person, unsure, live, AS_OF))] == [False] * 3
    assert "eller noget andet" in circumstance_in_words(free[0])
    assert practice(person, asking(live.taxonomy, target, None), live, AS_OF) == ()
    assert practice(person, asking(live.taxonomy, target, 3, None), live, AS_OF) == ()


def test_of_several_demands_the_one_that_nothing_else_will_do_for_is_told(live: LiveOntology) -> None:
    posting = asking(live.taxonomy, 0, 5, free=True)
    posting = replace(posting, experience=(*posting.experience, *asking(live.taxonomy, 0, 2).experience))
    (line,) = practice(NOBODY, posting, live, AS_OF)

    assert (line.asked, line.how) == ("mindst 2 år", "kræves")


some_rows = st.integers(0, 3)
some_jobs = st.lists(st.tuples(some_rows, st.sampled_from([(2010, 2020), (None, None), (None, 2018)])), max_size=3)
some_ads = st.tuples(some_rows, st.sampled_from([None, 0, 1, 5]), st.sampled_from([None, *Importance]), st.booleans())


@SLOW_IS_FINE
@given(jobs=some_jobs, asked=st.lists(some_ads, max_size=5))
def test_what_is_sifted_at_once_is_what_each_ad_s_own_line_folds(
    jobs: list[tuple[int, tuple[int | None, int | None]]],
    asked: list[tuple[int, int | None, Importance | None, bool]],
    live: LiveOntology,
) -> None:
    other, target = far_apart(live)
    rows = [other, target, 0, len(live.taxonomy.occupations) - 1]
    person = replace(NOBODY, held=tuple(held(live.taxonomy, rows[row], *years) for row, years in jobs))
    ads = [
        replace(asking(live.taxonomy, rows[row], least, how, free=free), id=PostingId(f"p:{number}"))
        for number, (row, least, how, free) in enumerate(asked)
    ]
    index = build_index(ads, live)

    assert unpractised(person, index.columns, index.occupations, live).tolist() == [
        closes(practice(person, one, live, AS_OF)) for one in ads
    ]
