"""Whom an ad is barred to, and a count that tells of nobody."""

from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.candidates import barred, told_of
from graph.circumstances import circumstances, closes
from graph.gates import folded, gates
from graph.knowledge import LabourKnowledge
from graph.labour_market.suppression import lattice
from graph.ontology import LiveOntology
from graph.practice import practice
from ontology.kinds import CredentialCode, EscoUri, Importance, MunicipalityCode, Shift
from ontology.languages import CEFR_LEVELS
from ontology.people import Holding, Profile, ProfileId, Spoken
from ontology.vacancies import Demand, Experience, LanguageDemand, OccupationGuess, Posting, Terms
from tests.graph.crowds import TOWNS, crowds, gathered, reader
from tests.graph.test_scoring import OCCUPATIONS, SLOW_IS_FINE, ads, person

SECRET = b"0" * 32
AS_OF = date(2026, 11, 1)
CODES = tuple(CredentialCode(code) for code in ("truck", "bus", "nurse", "doctor", "licence-b"))
KNOWS = LabourKnowledge(
    np.zeros(3, np.float32),
    np.ones(3, np.bool_),
    {1: (CredentialCode("nurse"), CredentialCode("truck"))},
    {CredentialCode("truck"): 5, CredentialCode("bus"): 40},
    {CredentialCode("bus"): frozenset({CredentialCode("licence-b")})},
    educations={CredentialCode("nurse"): ("0913", 4), CredentialCode("doctor"): ("0912", 5)},
)
demands = st.lists(
    st.builds(Demand, st.sampled_from(CODES), st.booleans(), st.just(()), st.booleans()),
    max_size=4,
    unique_by=lambda one: one.credential,
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

shift_sets = st.lists(st.sampled_from(Shift), unique=True, max_size=3).map(tuple)


@SLOW_IS_FINE
@given(
    crowd=crowds,
    posting=ads,
    demanded=demands,
    guessed=guesses,
    spoken=st.lists(tongues, min_size=4),
    asked=languages,
    holds=st.lists(st.sets(st.sampled_from(CODES)), min_size=4),
    shifts=st.lists(shift_sets, min_size=5),
    lacks=st.lists(st.sets(st.sampled_from(CODES)), min_size=4),
    years=st.tuples(st.sampled_from([None, 1, 4]), st.sampled_from([None, *Importance]), st.booleans()),
)
def test_an_ad_is_barred_to_whom_their_own_list_folds_it(
    crowd: list[Profile],
    posting: Posting,
    demanded: list[Demand],
    guessed: list[OccupationGuess],
    spoken: list[list[Spoken]],
    asked: list[LanguageDemand],
    holds: list[set[str]],
    shifts: list[tuple[Shift, ...]],
    lacks: list[set[str]],
    years: tuple[int | None, Importance | None, bool],
    live: LiveOntology,
) -> None:
    made = replace(
        posting,
        demands=tuple(demanded),
        occupations=tuple(guessed),
        languages=tuple(asked),
        terms=Terms(shifts=shifts[4]),
        experience=(Experience(years[0], None, years[1], (), years[2]),),
    )
    some = [
        replace(
            one,
            holds=tuple(Holding(CredentialCode(code), ()) for code in sorted(codes)),
            speaks=tuple(said),
            no_shifts=unwanted,
            lacks=tuple(CredentialCode(code) for code in sorted(without - codes)),
        )
        for one, codes, said, unwanted, without in zip(
            sorted(crowd, key=lambda one: one.id), holds, spoken, shifts, lacks, strict=False
        )
    ]
    own = [KNOWS.with_implied(held.credential for held in one.holds) for one in some]
    found = barred(made, replace(reader(live), with_implied=KNOWS.with_implied).read(some), live, KNOWS)
    days = live.constants.obtainable_days

    assert found.tolist() == [
        folded(gates(one, made, live.taxonomy, KNOWS, held, days))
        or closes((*circumstances(one, made, live.taxonomy, KNOWS), *practice(one, made, live, AS_OF)))
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
