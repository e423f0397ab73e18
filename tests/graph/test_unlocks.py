"""What opens most ads: what is counted opens just those ads."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from graph.coverage import coverage
from graph.gates import Gate, GateState
from graph.index import MatchIndex
from graph.indexing import build_index
from graph.ontology import LiveOntology
from graph.unlocks import Lever, Standing, Unlock, unlocks
from ontology.kinds import CredentialCode, EscoUri, Importance, PostingKind
from ontology.people import Claim, DocumentId, Profile, ProfileId
from ontology.vacancies import Hours, Posting, PostingId, Requirement

DAY = date(2026, 11, 25)
ASKED = {
    "p0": ("kasse", "kunder"),
    "p1": ("kasse", "kunder", "varer"),
    "p2": ("kasse", "opvask"),
    "p3": ("hygiejne", "madlavning"),
    "p4": ("kasse",),
}


def ad(name: str, skills: tuple[str, ...]) -> Posting:
    asks = tuple(Requirement(EscoUri(f"s/{skill}"), Importance.MUST, 1.0, ()) for skill in skills)
    kind, document = PostingKind.ORDINARY, DocumentId(name)
    fixed = (name, "", DAY, None, kind, Hours.UNKNOWN, 1, (), asks, (), (), (), "", document)
    return Posting(PostingId(name), *fixed)


@pytest.fixture
def index(live: LiveOntology) -> MatchIndex:
    return build_index([ad(name, skills) for name, skills in ASKED.items()], live)


def person(*skills: str) -> Profile:
    return Profile(ProfileId("p"), tuple(Claim(EscoUri(f"s/{name}"), 1.0, ()) for name in skills))


PLAIN = Standing(0, (), 0.0, listed=True)
TRUCK, BUS = (Gate(CredentialCode(code), True, GateState.UNMET) for code in ("truck", "bus"))


def found(profile: Profile, index: MatchIndex, live: LiveOntology, like: Standing = PLAIN) -> tuple[Unlock, ...]:
    covered = coverage(profile, live.taxonomy, live.derived.near)
    fits = index.fits(covered) >= live.constants.fit
    shut = any(gate.hard and gate.state is GateState.UNMET for gate in like.gates)
    lacks_a_fit_only = not shut and not like.beyond and like.listed
    short = np.flatnonzero(~fits) if lacks_a_fit_only else np.zeros(0, np.int64)
    fitting = [replace(like, row=int(row)) for row in np.flatnonzero(fits)]
    return unlocks(short, fitting, index, covered, live, count=50)


def test_a_skill_that_is_counted_opens_just_as_many_ads_once_it_is_claimed(
    index: MatchIndex, live: LiveOntology
) -> None:
    profile = person("kasse")
    before = index.fits(coverage(profile, live.taxonomy, live.derived.near)) >= live.constants.fit
    counted = found(profile, index, live)

    assert counted
    for one in counted:
        grown = replace(profile, claims=(*profile.claims, Claim(EscoUri(one.what), 1.0, ())))
        after = index.fits(coverage(grown, live.taxonomy, live.derived.near)) >= live.constants.fit
        assert (one.lever, one.ads) == (Lever.SKILL, int((after & ~before).sum()))
        assert set(one.examples) <= {index.ids[row] for row in (after & ~before).nonzero()[0].tolist()}


def test_a_skill_that_the_person_denies_is_not_proposed(index: MatchIndex, live: LiveOntology) -> None:
    covered = coverage(person("kasse"), live.taxonomy, live.derived.near)
    short = np.flatnonzero(index.fits(covered) < live.constants.fit)
    rows = frozenset(live.taxonomy.skill_rows[EscoUri(f"s/{name}")] for name in ("kunder", "opvask"))

    proposed = {one.what for one in unlocks(short, (), index, covered, live, rows, 50)}

    assert proposed.isdisjoint({"s/kunder", "s/opvask"})
    assert "s/hygiejne" in proposed or proposed <= {"s/madlavning", "s/varer"}


@pytest.mark.parametrize(
    ("standing", "lever", "what"),
    [
        (replace(PLAIN, gates=(TRUCK,)), Lever.CREDENTIAL, {"truck"}),
        (
            replace(PLAIN, gates=(replace(TRUCK, either=True), replace(BUS, either=True))),
            Lever.CREDENTIAL,
            {"truck", "bus"},
        ),
        (replace(PLAIN, beyond=20.0), Lever.MINUTES, {"30", "45", "60"}),
        (replace(PLAIN, listed=False), Lever.KIND, {"ordinary"}),
    ],
)
def test_an_ad_that_fits_and_is_one_step_away_counts_for_that_step(
    standing: Standing, lever: Lever, what: set[str], index: MatchIndex, live: LiveOntology
) -> None:
    opened = found(person("kasse"), index, live, standing)
    fitting = index.fits(coverage(person("kasse"), live.taxonomy, live.derived.near)) >= live.constants.fit

    assert {one.what for one in opened} == what
    assert {one.lever for one in opened} == {lever}
    assert {one.ads for one in opened} == {int(fitting.sum())} != {0}


def test_an_ad_two_steps_away_counts_for_none(index: MatchIndex, live: LiveOntology) -> None:
    assert found(person("kasse"), index, live, replace(PLAIN, gates=(TRUCK,), beyond=20.0)) == ()
    assert found(person("kasse"), index, live, replace(PLAIN, gates=(TRUCK, BUS))) == ()


def test_a_gate_that_is_soft_or_not_known_keeps_no_ad_closed(index: MatchIndex, live: LiveOntology) -> None:
    unknown = Gate(CredentialCode("licence-b"), True, GateState.UNKNOWN)
    soft = Gate(CredentialCode("truck"), False, GateState.UNMET)

    assert found(person("kasse"), index, live, replace(PLAIN, gates=(unknown, soft))) == found(
        person("kasse"), index, live
    )
