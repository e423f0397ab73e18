"""Candidates and releases as a caller may have them: own cases, each for themselves, and a profile shown is a read."""

from dataclasses import replace
from pathlib import Path

import pytest

from api.access.errors import ForbiddenError
from api.access.guarded import MOST_SEARCHED, Guarded
from api.access.roles import DEVELOPER, Caller, Role
from api.access.words import in_danish
from api.candidates import Candidates
from api.records.entries import Released, Shown, Withdrawn
from api.service import Service
from ontology.people import ProfileId, Releaser
from ontology.vacancies import Posting
from tests.api.access.guarding import CV, DAY, HERE, THERE, caller, noted, way
from tests.api.finding import release, suiting


def shown(found: Candidates) -> set[ProfileId]:
    return {one.profile.id for one in found.shown}


@pytest.fixture
def elsewhere(service: Service, tmp_path: Path) -> str:
    """A profile like it that another municipality handles."""
    (tmp_path / "there.txt").write_text(f"{CV.read_text(encoding='utf-8')}\n{tmp_path.name}", encoding="utf-8")
    (made,) = way(service, caller(Role.CONSULTANT, THERE)).intake.cvs([tmp_path / "there.txt"]).kept
    return made


@pytest.fixture
def ad(service: Service, id: str, elsewhere: str) -> Posting:
    """An ad that suits both, who are released."""
    release(service, id, elsewhere)
    return suiting(service, id)


def test_a_consultant_finds_own_cases_only_and_what_is_shown_is_a_read(
    service: Service, here: Guarded, id: str, elsewhere: str, ad: Posting
) -> None:
    before = noted(service, elsewhere)
    found = [here.candidates(ad.id, None, DAY, 100), here.candidates(ad.id, frozenset({HERE}), DAY, 100)]

    assert ProfileId(id) in shown(found[0]) == shown(found[1])
    assert elsewhere not in shown(found[0])
    assert noted(service, id)[-1] == ("consultant", "find_candidates")
    assert [act for _, act in noted(service, id)].count("find_candidates") == 1
    assert noted(service, elsewhere) == before
    assert in_danish(here.accesses(id)[-2]).endswith("en jobkonsulent i København fandt profilen ud fra et opslag")


def test_what_a_consultant_saw_is_in_the_decision_log_under_their_pseudonym(
    service: Service, here: Guarded, id: str, ad: Posting
) -> None:
    here.candidates(ad.id, None, DAY, 100)
    last = list(service.log.of(ProfileId(id)))[-1].entry

    assert isinstance(last, Shown)
    assert (last.by, [row.id for row in last.rows]) == (here.caller.subject, [ad.id])


def test_the_cv_that_a_line_cites_may_be_opened_once_its_profile_was_shown(
    service: Service, here: Guarded, id: str, ad: Posting
) -> None:
    (document,) = service.profile(id).documents

    assert here.document(document) is None
    here.candidates(ad.id, None, DAY, 100)
    assert here.document(document)


def test_a_municipality_of_others_is_not_looked_in(service: Service, here: Guarded, id: str, ad: Posting) -> None:
    before = noted(service, id)
    for scope in (frozenset({THERE}), frozenset({HERE, THERE})):
        with pytest.raises(ForbiddenError, match="0147 is none of your municipalities"):
            here.candidates(ad.id, scope, DAY)

    assert noted(service, id) == before


@pytest.mark.parametrize(
    "who",
    [
        caller(Role.ANALYST),
        caller(Role.CITIZEN),
        caller(Role.OPERATOR),
        replace(caller(Role.CONSULTANT), municipalities=frozenset()),
    ],
    ids=lambda one: "+".join(one.roles) + " of " + "+".join(one.municipalities),
)
def test_nobody_else_finds_anybody(service: Service, id: str, ad: Posting, who: Caller) -> None:
    with pytest.raises(ForbiddenError):
        way(service, who).candidates(ad.id, None, DAY)

    assert "find_candidates" not in [act for _, act in noted(service, id)]


def test_a_request_finds_candidates_for_so_many_ads_and_no_more(service: Service, here: Guarded) -> None:
    ads = [one.id for one in service.store.postings()][: MOST_SEARCHED + 1]
    for one in (*ads[:-1], ads[0]):
        here.candidates(one, None, DAY, 1)

    with pytest.raises(ForbiddenError, match="10 ads at most"):
        here.candidates(ads[-1], None, DAY, 1)


def test_each_of_the_two_releases_and_withdraws_for_themselves(service: Service, here: Guarded, id: str) -> None:
    citizen = way(service, caller(Role.CITIZEN, profile=id))
    halves = [citizen.release(id, Releaser.CITIZEN), here.release(id, Releaser.CONSULTANT)]
    gone = citizen.withdraw(id, Releaser.CITIZEN)
    told = [one.entry for one in service.log.of(ProfileId(id))]

    assert [one.released for one in halves] == [False, True]
    assert not gone.released
    assert told == [
        Released(citizen.caller.subject, Releaser.CITIZEN),
        Released(here.caller.subject, Releaser.CONSULTANT),
        Withdrawn(citizen.caller.subject, Releaser.CITIZEN),
    ]
    assert noted(service, id)[-2:] == [("citizen", "release"), ("consultant", "release")]


@pytest.mark.parametrize(
    ("role", "by"), [(Role.CONSULTANT, Releaser.CITIZEN), (Role.CITIZEN, Releaser.CONSULTANT)], ids=str
)
def test_nobody_releases_or_withdraws_for_the_other(service: Service, id: str, role: Role, by: Releaser) -> None:
    one, before = way(service, caller(role, profile=id)), noted(service, id)
    for act in (one.release, one.withdraw):
        with pytest.raises(ForbiddenError, match="for themselves"):
            act(id, by)

    assert noted(service, id) == before
    assert service.profile(id).released_by_citizen is service.profile(id).released_by_consultant is False


def test_who_is_both_releases_the_own_profile_as_the_citizen_and_no_other_one(
    service: Service, here: Guarded, id: str, elsewhere: str
) -> None:
    both = Caller("s", frozenset({Role.CITIZEN, Role.CONSULTANT}), frozenset({HERE}), ProfileId(elsewhere))
    made = way(service, both).release(elsewhere, Releaser.CITIZEN)
    with pytest.raises(ForbiddenError):
        way(service, both).release(id, Releaser.CITIZEN)

    assert made.released_by_citizen
    assert noted(service, elsewhere)[-1] == ("citizen", "release")


def test_the_development_mode_is_both_and_sees_everybody(
    service: Service, id: str, elsewhere: str, ad: Posting
) -> None:
    found = way(service, DEVELOPER).candidates(ad.id, None, DAY, 100)
    made = [way(service, DEVELOPER).withdraw(id, by) for by in Releaser][-1]

    assert {id, elsewhere} <= shown(found)
    assert (made.released_by_citizen, made.released_by_consultant) == (False, False)
    assert id not in shown(way(service, DEVELOPER).candidates(ad.id, None, DAY, 100))
