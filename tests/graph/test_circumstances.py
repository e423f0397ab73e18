"""Circumstances: what is met, asked about, unknown or unmet, and what folds an ad away."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.circumstances import Wished, circumstances, closes, ruled_out
from graph.gates import closed, folded, gates
from graph.gathering import columns_of
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.standing import Circumstance, Standing, Topic, circumstance_in_words, worth_a_word
from ontology.kinds import DANISH, ENGLISH, CredentialCode, Importance, Language, PostingKind, Shift
from ontology.languages import Cefr
from ontology.people import Holding, Profile, ProfileId, Spoken
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Demand, EducationDemand, Hours, LanguageDemand, Posting, Terms
from tests.graph.test_scoring import SLOW_IS_FINE, ad

GERMAN = Language("de")
NOBODY = Profile(ProfileId("p"))
NOTHING = LabourKnowledge(np.zeros(0, np.float32), np.zeros(0, np.bool_), {}, {})


def speaks(*told: tuple[Language, Cefr | None]) -> Profile:
    return replace(NOBODY, speaks=tuple(Spoken(language, level, ()) for language, level in told))


def wants(level: Cefr | None, how: Importance | None = Importance.MUST, language: Language = DANISH) -> Posting:
    return replace(ad({}), languages=(LanguageDemand(language, level, how, ()),))


def about(topic: Topic, found: tuple[Circumstance, ...]) -> list[Circumstance]:
    return [one for one in found if one.topic is topic]


@pytest.mark.parametrize(
    ("asked", "told", "state"),
    [
        (Cefr.C1, Cefr.C2, Standing.MET),
        (Cefr.C1, Cefr.C1, Standing.MET),
        (Cefr.C1, Cefr.B2, Standing.ASK),
        (Cefr.C1, Cefr.B1, Standing.UNMET),
        (Cefr.B1, Cefr.A1, Standing.UNMET),
        (Cefr.B1, None, Standing.UNKNOWN),
        (None, None, Standing.MET),
        (None, Cefr.A1, Standing.MET),
    ],
)
def test_a_language_one_step_below_is_asked_about_and_two_steps_below_is_unmet(
    asked: Cefr | None, told: Cefr | None, state: Standing, taxonomy: Taxonomy
) -> None:
    found = circumstances(speaks((DANISH, told)), wants(asked), taxonomy, NOTHING)

    assert [one.state for one in about(Topic.LANGUAGE, found)] == [state]
    assert closes(found) is (state is Standing.UNMET)


@pytest.mark.parametrize(("told", "state"), [(Cefr.B1, Standing.ASK), (Cefr.A2, Standing.UNMET)])
def test_a_level_that_was_read_from_plain_words_may_be_a_step_off(
    told: Cefr, state: Standing, taxonomy: Taxonomy
) -> None:
    person = replace(NOBODY, speaks=(Spoken(DANISH, told, (), in_words=True),))
    found = circumstances(person, wants(Cefr.C1), taxonomy, NOTHING)

    assert about(Topic.LANGUAGE, found)[0].state is state


def test_a_language_that_is_not_stated_is_unknown_and_folds_nothing(taxonomy: Taxonomy) -> None:
    found = circumstances(NOBODY, wants(Cefr.C1), taxonomy, NOTHING)

    assert about(Topic.LANGUAGE, found)[0].state is Standing.UNKNOWN
    assert not closes(found)


@pytest.mark.parametrize("how", [Importance.NICE, Importance.MENTIONED])
def test_a_language_that_is_only_wished_for_folds_nothing(how: Importance, taxonomy: Taxonomy) -> None:
    found = circumstances(speaks((DANISH, Cefr.A1)), wants(Cefr.C1, how), taxonomy, NOTHING)

    assert about(Topic.LANGUAGE, found)[0].state is Standing.UNMET
    assert not closes(found)


def test_a_language_that_is_not_needed_has_no_line(taxonomy: Taxonomy) -> None:
    assert about(Topic.LANGUAGE, circumstances(NOBODY, wants(None, None), taxonomy, NOTHING)) == []


def test_one_of_two_languages_is_enough_where_either_will_do(taxonomy: Taxonomy) -> None:
    both = tuple(LanguageDemand(one, Cefr.B2, Importance.MUST, (), either=True) for one in (DANISH, ENGLISH))
    posting, person = replace(ad({}), languages=both), speaks((DANISH, Cefr.A1), (ENGLISH, Cefr.C1))
    found = circumstances(person, posting, taxonomy, NOTHING)

    assert {one.state for one in about(Topic.LANGUAGE, found)} == {Standing.MET}
    assert closes(circumstances(speaks((DANISH, Cefr.A1), (ENGLISH, Cefr.A1)), posting, taxonomy, NOTHING))


levels = st.sampled_from([None, *Cefr])
tongues = st.sampled_from([DANISH, ENGLISH, GERMAN])
demands = st.builds(
    LanguageDemand, tongues, levels, st.sampled_from([None, *Importance]), st.just(()), either=st.booleans()
)

some_shifts = st.lists(st.sampled_from(Shift), unique=True, max_size=3).map(tuple)


@SLOW_IS_FINE
@given(
    told=st.lists(st.tuples(tongues, levels), max_size=4),
    asked=st.lists(st.tuples(st.lists(demands, max_size=4), st.booleans(), some_shifts), max_size=5),
    unwanted=some_shifts,
)
def test_what_is_sifted_at_once_is_what_each_ad_s_own_lines_fold(
    told: list[tuple[Language, Cefr | None]],
    asked: list[tuple[list[LanguageDemand], bool, tuple[Shift, ...]]],
    unwanted: tuple[Shift, ...],
    live: LiveOntology,
) -> None:
    person = replace(speaks(*told), no_shifts=unwanted)
    licence = Demand(CredentialCode("licence-c"), True, ())
    postings = [
        replace(ad({}), languages=tuple(some), demands=(licence,) if licensed else (), terms=Terms(shifts=shifts))
        for some, licensed, shifts in asked
    ]
    lines = [circumstances(person, one, live.taxonomy, NOTHING) for one in postings]
    found = [gates(person, one, live.taxonomy, NOTHING, frozenset(), 10) for one in postings]

    assert ruled_out(person, columns_of(postings, live.taxonomy)).tolist() == [closes(one) for one in lines]
    assert closed(person, columns_of(postings, live.taxonomy), live.taxonomy, NOTHING, frozenset(), 10).tolist() == [
        folded(gate) for gate in found
    ]


def test_danish_that_practice_asks_is_shown_where_the_ad_is_silent_and_is_never_hard(live: LiveOntology) -> None:
    knowledge = replace(NOTHING, danish=np.array([2, 3, -1], np.int8), english=np.array([False, True, False]))
    shop, kitchen, dishes = (ad({}, name) for name in ("butiksassistent", "kok", "opvasker"))

    def state(person: Profile, posting: Posting) -> list[Standing]:
        found = circumstances(person, posting, live.taxonomy, knowledge)
        assert not closes(found)
        return [one.state for one in found if one.usual]

    assert state(speaks((DANISH, Cefr.B1)), shop) == [Standing.MET]
    assert state(speaks((DANISH, Cefr.A1)), shop) == [Standing.UNMET]
    assert state(speaks((DANISH, Cefr.A1), (ENGLISH, None)), kitchen) == [Standing.ASK]
    assert state(NOBODY, shop) == [Standing.UNKNOWN]
    assert state(NOBODY, dishes) == []
    assert state(NOBODY, replace(shop, languages=wants(Cefr.C1).languages)) == []


@pytest.mark.parametrize(
    ("level", "held", "asked", "field", "state"),
    [
        (None, [], 2, "", Standing.UNKNOWN),
        (1, [], 2, "", Standing.UNMET),
        (2, [], 2, "", Standing.MET),
        (4, [], 2, "0732", Standing.ASK),
        (2, ["carpenter"], 2, "0732", Standing.MET),
        (None, ["carpenter"], 2, "0732", Standing.MET),
        (2, ["carpenter"], 4, "0732", Standing.UNMET),
        (2, [], None, "", Standing.ASK),
    ],
)
def test_education_is_the_level_asked_against_the_highest_stated_and_its_field(
    level: int | None, held: list[str], asked: int | None, field: str, state: Standing, taxonomy: Taxonomy
) -> None:
    knowledge = replace(NOTHING, educations={CredentialCode("carpenter"): ("0732", 2)})
    person = replace(NOBODY, level=level, holds=tuple(Holding(CredentialCode(one), ()) for one in held))
    posting = replace(ad({}), education=(EducationDemand(asked, field, Importance.MUST, ()),))
    found = circumstances(person, posting, taxonomy, knowledge)

    assert [one.state for one in about(Topic.EDUCATION, found)] == [state]
    assert not closes(found)


def test_hours_shifts_and_kind_are_lines_of_their_own(taxonomy: Taxonomy) -> None:
    posting = replace(
        ad({}), hours=Hours.PART_TIME, kind=PostingKind.FLEXJOB, terms=Terms(shifts=(Shift.NIGHT, Shift.WEEKEND))
    )
    unasked = circumstances(NOBODY, posting, taxonomy, NOTHING)
    wished = circumstances(
        NOBODY, posting, taxonomy, NOTHING, Wished(Hours.FULL_TIME, frozenset({PostingKind.FLEXJOB}))
    )

    assert [(one.topic, one.asked, one.state) for one in unasked] == [
        (Topic.HOURS, "deltid", Standing.UNKNOWN),
        (Topic.SHIFTS, "nat, weekend", Standing.UNKNOWN),
        (Topic.KIND, "fleksjob", Standing.UNKNOWN),
    ]
    assert [one.state for one in wished] == [Standing.UNMET, Standing.UNKNOWN, Standing.MET]


@pytest.mark.parametrize(
    ("unwanted", "offered", "state"),
    [
        ((Shift.NIGHT,), (Shift.NIGHT,), Standing.UNMET),
        ((Shift.EVENING, Shift.NIGHT), (Shift.NIGHT,), Standing.UNMET),
        ((Shift.NIGHT,), (Shift.DAY, Shift.NIGHT), Standing.ASK),
        ((Shift.NIGHT,), (Shift.ROTATING,), Standing.ASK),
        ((Shift.NIGHT,), (Shift.DAY,), Standing.MET),
        ((), (Shift.NIGHT,), Standing.UNKNOWN),
        ((Shift.WEEKEND,), (Shift.WEEKEND,), Standing.UNMET),
        ((Shift.EVENING, Shift.WEEKEND), (Shift.EVENING, Shift.WEEKEND), Standing.UNMET),
    ],
)
def test_an_ad_in_none_but_shifts_that_are_not_wanted_is_folded(
    unwanted: tuple[Shift, ...], offered: tuple[Shift, ...], state: Standing, taxonomy: Taxonomy
) -> None:
    person = replace(NOBODY, no_shifts=unwanted)
    found = circumstances(person, replace(ad({}), terms=Terms(shifts=offered)), taxonomy, NOTHING)

    assert [one.state for one in about(Topic.SHIFTS, found)] == [state]
    assert closes(found) == (state is Standing.UNMET)


@pytest.mark.parametrize(
    ("wanted", "offered", "hours", "state"),
    [
        ((30.0, 37.0), (37.0, 37.0), Hours.FULL_TIME, Standing.MET),
        ((None, 30.0), (37.0, 37.0), Hours.FULL_TIME, Standing.UNMET),
        ((None, 30.0), (None, None), Hours.FULL_TIME, Standing.UNMET),
        ((None, 30.0), (None, None), Hours.PART_TIME, Standing.MET),
        ((37.0, None), (None, 25.0), Hours.PART_TIME, Standing.UNMET),
        ((37.0, None), (None, None), Hours.UNKNOWN, Standing.UNKNOWN),
        ((None, None), (37.0, 37.0), Hours.FULL_TIME, Standing.UNKNOWN),
    ],
)
def test_hours_are_met_where_what_is_wanted_and_what_is_offered_overlap(
    wanted: tuple[float | None, float | None],
    offered: tuple[float | None, float | None],
    hours: Hours,
    state: Standing,
    taxonomy: Taxonomy,
) -> None:
    person = replace(NOBODY, hours_min=wanted[0], hours_max=wanted[1])
    posting = replace(ad({}), hours=hours, terms=Terms(*offered))
    found = circumstances(person, posting, taxonomy, NOTHING)

    assert [one.state for one in about(Topic.HOURS, found)] == [state]
    assert not closes(found)


def test_a_line_says_what_is_asked_what_is_stated_and_how_they_stand(taxonomy: Taxonomy) -> None:
    found = circumstances(speaks((DANISH, Cefr.B1)), wants(Cefr.C1), taxonomy, NOTHING)

    assert [circumstance_in_words(one) for one in found] == [
        "sprog: dansk C1 (kræves), i CV'et dansk B1: mangler",
        "ansættelse: almindeligt job: opfyldt",
    ]


def test_a_language_without_a_level_is_stated_and_its_level_is_asked_for(taxonomy: Taxonomy) -> None:
    found = circumstances(speaks((DANISH, None)), wants(Cefr.C1), taxonomy, NOTHING)

    assert circumstance_in_words(found[0]) == "sprog: dansk C1 (kræves), i CV'et dansk: niveau ikke oplyst, spørg"


def test_a_list_says_what_a_consultant_must_look_at_and_no_more(taxonomy: Taxonomy) -> None:
    part_time = replace(wants(Cefr.C1), hours=Hours.PART_TIME)

    def said(person: Profile, posting: Posting) -> list[str]:
        found = circumstances(person, posting, taxonomy, NOTHING)
        return [circumstance_in_words(one) for one in found if worth_a_word(one)]

    assert said(NOBODY, part_time) == ["sprog: dansk C1 (kræves): ikke oplyst, spørg"]
    assert said(speaks((DANISH, Cefr.C2)), part_time) == []
    assert said(NOBODY, wants(Cefr.C1, Importance.NICE)) == []
