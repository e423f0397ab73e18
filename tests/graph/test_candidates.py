"""One ad against many profiles gives what each profile against the ad gives, and a count that tells of nobody."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.candidates import Weighed, barred, told_of, weighed
from graph.circumstances import circumstances, closes
from graph.coverage import coverage
from graph.crowd import Crowd, CrowdReader, Home
from graph.gates import folded, gates
from graph.indexing import build_index
from graph.knowledge import LabourKnowledge
from graph.labour_market.suppression import lattice
from graph.ontology import LiveOntology
from graph.scoring import score
from ontology.kinds import CredentialCode, EscoUri, Importance, MunicipalityCode
from ontology.languages import CEFR_LEVELS
from ontology.people import Claim, Denial, Held, Holding, Means, Profile, ProfileId, Spoken
from ontology.vacancies import Demand, LanguageDemand, OccupationGuess, Posting
from tests.graph.test_scoring import DAY, OCCUPATIONS, SKILLS, SLOW_IS_FINE, ad, ads, people, person

TOWNS = (MunicipalityCode("0101"), MunicipalityCode("0147"))
SECRET = b"0" * 32

jobs = st.builds(
    lambda name, until, current: Held(EscoUri(f"o/{name}"), name, None, until, current, 1.0),
    st.sampled_from((*OCCUPATIONS, "ukendt")),
    st.one_of(st.none(), st.integers(1980, 2026)),
    st.booleans(),
)


@st.composite
def persons(draw: st.DrawFn) -> Profile:
    """Any person, under one of a few ids, so that people often replace each other."""
    return replace(
        draw(people),
        id=ProfileId(draw(st.sampled_from(("a", "b", "c", "ø")))),
        held=tuple(draw(st.lists(jobs, max_size=3))),
        denied=tuple(Denial(EscoUri(f"s/{name}")) for name in draw(st.lists(st.sampled_from(SKILLS), max_size=2))),
        holds=tuple(
            Holding(CredentialCode(code), ()) for code in draw(st.lists(st.sampled_from(("truck", "bus")), max_size=2))
        ),
        handled_by=draw(st.sampled_from((None, *TOWNS, MunicipalityCode("9999")))),
        released_by_citizen=draw(st.booleans()),
        released_by_consultant=draw(st.booleans()),
    )


crowds = st.lists(persons(), max_size=4, unique_by=lambda one: one.id)


def reader(live: LiveOntology) -> CrowdReader:
    def home(one: Profile) -> Home:
        return Home(len(one.claims), Means.CAR if one.held else Means.TRANSIT, float(len(one.held)))

    return CrowdReader(live, {code: row for row, code in enumerate(TOWNS)}, home, frozenset)


def gathered(some: Iterable[Profile], live: LiveOntology) -> Crowd:
    return reader(live).read(some)


def asked_of(posting: Posting, some: Iterable[Profile], live: LiveOntology) -> Weighed:
    crowd = gathered(some, live)
    return weighed(posting, crowd, np.arange(len(crowd)), live, DAY)


def told(crowd: Crowd) -> Mapping[str, object]:
    """All that a crowd says, names written out."""
    plain = ("released", "handled_by", "unit", "home", "car", "minutes")
    lists = {
        name: [[column[part.row(row)].tolist() for column in part.columns] for row in range(len(crowd))]
        for name, part in (("claims", crowd.claims), ("denied", crowd.denied), ("held", crowd.held))
    }
    holds = [
        {crowd.credentials[code] for code in crowd.holds.columns[0][crowd.holds.row(row)]} for row in range(len(crowd))
    ]
    speaks = [
        {crowd.tongues[code] for code in crowd.speaks.columns[0][crowd.speaks.row(row)]} for row in range(len(crowd))
    ]
    return {
        "ids": crowd.ids,
        **{name: getattr(crowd, name).tolist() for name in plain},
        **lists,
        "holds": holds,
        "speaks": speaks,
    }


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


CODES = ("truck", "bus", "nurse", "doctor", "licence-b")
KNOWS = LabourKnowledge(
    np.zeros(3, np.float32),
    np.ones(3, np.bool_),
    {1: (CredentialCode("nurse"), CredentialCode("truck"))},
    {CredentialCode("truck"): 5, CredentialCode("bus"): 40},
    {CredentialCode("bus"): frozenset({CredentialCode("licence-b")})},
    educations={CredentialCode("nurse"): ("0913", 4), CredentialCode("doctor"): ("0912", 5)},
)
demands = st.lists(
    st.builds(lambda code, hard: Demand(CredentialCode(code), hard, ()), st.sampled_from(CODES), st.booleans()),
    max_size=3,
)
guesses = st.lists(
    st.builds(
        lambda name, sure: OccupationGuess(EscoUri(f"o/{name}"), sure),
        st.sampled_from((*OCCUPATIONS, "ukendt")),
        st.sampled_from((0.5, 0.9)),
    ),
    max_size=2,
)


LEVELS = st.sampled_from((None, *CEFR_LEVELS))
tongues = st.lists(
    st.builds(Spoken, st.sampled_from(("da", "en", "de")), LEVELS, st.just(()), st.booleans()), max_size=4
)
languages = st.lists(
    st.builds(
        LanguageDemand,
        st.sampled_from(("da", "en", "de")),
        LEVELS,
        st.sampled_from((Importance.MUST, Importance.NICE, None)),
        st.just(()),
        st.booleans(),
    ),
    max_size=3,
)


@SLOW_IS_FINE
@given(
    crowd=crowds,
    posting=ads,
    demanded=demands,
    guessed=guesses,
    spoken=st.lists(tongues, min_size=4),
    asked=languages,
    holds=st.lists(st.sets(st.sampled_from(CODES)), min_size=4),
)
def test_an_ad_is_barred_to_whom_their_own_list_folds_it(
    crowd: list[Profile],
    posting: Posting,
    demanded: list[Demand],
    guessed: list[OccupationGuess],
    spoken: list[list[Spoken]],
    asked: list[LanguageDemand],
    holds: list[set[str]],
    live: LiveOntology,
) -> None:
    made = replace(posting, demands=tuple(demanded), occupations=tuple(guessed), languages=tuple(asked))
    some = [
        replace(one, holds=tuple(Holding(CredentialCode(code), ()) for code in sorted(codes)), speaks=tuple(said))
        for one, codes, said in zip(sorted(crowd, key=lambda one: one.id), holds, spoken, strict=False)
    ]
    own = [KNOWS.with_implied(held.credential for held in one.holds) for one in some]
    found = barred(made, replace(reader(live), with_implied=KNOWS.with_implied).read(some), live, KNOWS)
    days = live.constants.obtainable_days

    assert found.tolist() == [
        folded(gates(one, made, live.taxonomy, KNOWS, held, days))
        or closes(circumstances(one, made, live.taxonomy, KNOWS))
        for one, held in zip(some, own, strict=True)
    ]


def alike(count: int, where: MunicipalityCode | None) -> list[Profile]:
    one = person({"kasse": 1.0}, "butiksassistent")
    return [replace(one, id=ProfileId(f"{where}-{number:02}"), handled_by=where) for number in range(count)]


@SLOW_IS_FINE
@given(here=st.integers(0, 14), there=st.integers(0, 14), loose=st.integers(0, 14), secret=st.binary(min_size=8))
def test_a_count_is_told_only_where_five_are_sure_and_lies_within_the_rounding(
    here: int, there: int, loose: int, secret: bytes, live: LiveOntology
) -> None:
    crowd = gathered([*alike(here, TOWNS[0]), *alike(there, TOWNS[1]), *alike(loose, None)], live)
    offsets = lattice(secret, [*TOWNS, ""], [*live.taxonomy.unit_groups, ""])
    found = told_of([(crowd, np.arange(len(crowd)))], offsets)
    count = here + there + loose

    assert found.hidden[0] or (count >= 5 and abs(found.value[0] - count) <= 3 * 4)
    assert found.hidden[0] or found.value[0] % 5 == 0


def test_one_who_comes_moves_the_count_by_five_or_not_at_all_and_asking_again_tells_no_more(
    live: LiveOntology,
) -> None:
    offsets = lattice(SECRET, [*TOWNS, ""], [*live.taxonomy.unit_groups, ""])

    def counted(number: int) -> float:
        crowd = gathered(alike(number, TOWNS[0]), live)
        return float(told_of([(crowd, np.arange(number))], offsets).value[0])

    steps = [counted(number + 1) - counted(number) for number in range(12, 32)]

    assert sorted(set(steps)) == [0.0, 5.0]
    assert steps.count(5.0) == 4
    assert counted(23) == counted(23)
