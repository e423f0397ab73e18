"""Who is released, by whom, until when, and what is noted of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from api.cli.demo import TEXTS
from api.records.entries import Act, Released, Shown, Withdrawn
from api.records.errors import RestrictedError
from api.service import Service
from graph.errors import StoreError
from ontology.people import ProfileId, Releaser
from ontology.vacancies import Posting
from tests.api.finding import DAY, HERE, THERE, crowd, ids, keep, release, shown, suiting

BY = "konsulent-7"


def found_from(service: Service, postings: list[Posting]) -> set[ProfileId]:
    return {id for one in postings for id in shown(service.candidates(one.id, None, DAY))}


@pytest.mark.parametrize("by", [[], [Releaser.CITIZEN], [Releaser.CONSULTANT]])
def test_a_profile_that_not_both_released_is_never_shown(service: Service, by: list[Releaser]) -> None:
    for id in ids(service):
        for who in by:
            service.release(id, who)

    assert found_from(service, list(service.store.postings())) == set()


@pytest.mark.parametrize("by", Releaser)
def test_one_of_the_two_withdraws_wherever_it_is_done_and_it_holds_at_once(service: Service, by: Releaser) -> None:
    id = ids(service)[0]
    release(service, id)
    ad = suiting(service, id)
    before = shown(service.candidates(ad.id, None, DAY))
    Service(service.store, service.records, service.vault).withdraw(id, by)

    assert before == [id]
    assert shown(service.candidates(ad.id, None, DAY)) == []


def test_a_restricted_profile_is_neither_shown_nor_counted_until_it_is_lifted(service: Service) -> None:
    one, *others = crowd(service, 30, THERE)
    ad = suiting(service, one)
    release(service, one)

    def told() -> tuple[list[ProfileId], int | None]:
        found = service.candidates(ad.id, frozenset({THERE}), DAY)
        return shown(found), found.others

    before = told()
    for id in (one, *others):
        service.log.restricted(id, BY, "Borgeren bestrider CV'et")
    during = told()
    for id in (one, *others):
        service.log.restricted(id, BY, "Afklaret", lifted=True)

    assert before[0] == [one]
    assert before[1]
    assert during == ([], None)
    assert told() == before


def test_a_restricted_profile_is_not_released_and_may_be_withdrawn(service: Service) -> None:
    id = ids(service)[0]
    release(service, id)
    service.log.restricted(id, BY, "Borgeren bestrider CV'et")
    with pytest.raises(RestrictedError):
        service.release(id, Releaser.CITIZEN)

    assert not service.withdraw(id, Releaser.CITIZEN).released_by_citizen


def test_an_erased_profile_is_forgotten_at_once_and_counted_no_more(service: Service) -> None:
    one, *others = crowd(service, 30, THERE)
    ad = suiting(service, one)
    release(service, one)
    before = service.candidates(ad.id, frozenset({THERE}), DAY)
    for id in (one, *others):
        service.erase(id)
    kept = service.candidacy._everybody
    after = service.candidates(ad.id, frozenset({THERE}), DAY)

    assert (shown(before), before.others is None) == ([one], False)
    assert kept is not None
    assert not {one, *others} & {*kept.crowd.ids, *kept.late.ids}
    assert (shown(after), after.total, after.others) == ([], 0, None)


@pytest.mark.parametrize("read_as", ["", None], ids=["read anew", "as it was read"])
def test_a_release_stands_when_the_same_cv_comes_again(service: Service, read_as: str | None) -> None:
    cv = sorted((TEXTS / "cvs").iterdir())[0]
    id = ProfileId(service.intake.cvs([cv]).kept[0])
    release(service, id)
    if read_as is not None:
        keep(service, replace(service.profile(id), read_as=read_as))
    again = service.intake.cvs([cv])

    assert (again.kept, again.changed, again.already) == ((id,), 0, int(read_as is None))
    assert service.profile(id).released


def test_nobody_is_released_by_being_read(service: Service) -> None:
    assert not any(service.profile(id).released_by_citizen for id in ids(service))
    assert not any(service.profile(id).released_by_consultant for id in ids(service))


def test_who_saw_which_candidates_for_which_ad_is_in_the_log_of_each_that_was_shown(service: Service) -> None:
    people = crowd(service, 3, HERE)
    release(service, *people[:2])
    ad = suiting(service, people[0])
    found = service.seen_by(BY).candidates(ad.id, frozenset({HERE}), DAY, 1)
    entries = {id: [one.entry for one in service.log.of(id) if isinstance(one.entry, Shown)] for id in people}
    (noted,) = entries[people[0]]

    assert (shown(found), found.more) == (people[:1], True)
    assert (noted.by, noted.act, noted.asked.as_of) == (BY, Act.CANDIDATES, DAY)
    assert [(row.id, row.score) for row in noted.rows] == [(ad.id, found.shown[0].listed.match.score)]
    assert noted.rows[0].digest
    assert entries[people[1]] == entries[people[2]] == []


def test_a_release_is_noted_with_who_did_it_for_whom_and_what_changes_nothing_is_not(service: Service) -> None:
    id, witness = ids(service)[0], service.seen_by(BY)
    for _ in range(2):
        witness.release(id, Releaser.CITIZEN)
    made = witness.release(id, Releaser.CONSULTANT)
    gone = witness.withdraw(id, Releaser.CITIZEN)
    witness.withdraw(id, Releaser.CITIZEN)

    assert made.released
    assert not gone.released
    assert [one.entry for one in service.log.of(id)] == [
        Released(BY, Releaser.CITIZEN),
        Released(BY, Releaser.CONSULTANT),
        Withdrawn(BY, Releaser.CITIZEN),
    ]


def test_where_it_cannot_be_noted_nobody_is_shown_and_nothing_released(service: Service, tmp_path: Path) -> None:
    id, other = ids(service)[:2]
    release(service, id)
    ad = suiting(service, id)
    service.records.close()
    (tmp_path / "k-records.sqlite").unlink()
    (tmp_path / "k-records.sqlite").mkdir()

    with pytest.raises(StoreError):
        service.seen_by(BY).candidates(ad.id, None, DAY)
    with pytest.raises(StoreError):
        service.seen_by(BY).release(other, Releaser.CITIZEN)
    assert not service.profile(other).released_by_citizen
