"""From an ad to people: only those who are released, as their own lists have it, and no small number of others."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.app import build
from api.candidates import Candidates
from api.cli.demo import STARTER, TEXTS
from api.matching import own_reach
from api.records.entries import Act, Released, Shown, Withdrawn
from api.records.errors import RestrictedError
from api.service import Service
from api.settings import Settings
from graph.errors import StoreError, UnknownRecordError
from graph.scoring import score
from ontology.kinds import Postcode
from ontology.people import ProfileId, Releaser
from ontology.travel import load_travel
from ontology.vacancies import Posting
from tests.api.finding import DAY, HERE, THERE, crowd, filled, ids, keep, release, suiting

BY = "konsulent-7"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's stores, to be copied."""
    folder = tmp_path_factory.mktemp("candidates")
    made = filled(folder)
    for one in (made.store, made.records, made.vault):
        one.close()
    return folder


@pytest.fixture
def service(demo: Path, tmp_path: Path) -> Service:
    shutil.copytree(demo, tmp_path, dirs_exist_ok=True)
    return build(Settings(tmp_path / "k.sqlite", "none"))


def shown(found: Candidates) -> list[ProfileId]:
    return [one.profile.id for one in found.shown]


def found_from(service: Service, postings: list[Posting]) -> set[ProfileId]:
    return {id for one in postings for id in shown(service.candidates(one.id, None, DAY))}


def test_what_an_ad_finds_is_what_the_profile_finds_line_by_line(service: Service) -> None:
    release(service, *ids(service))
    pairs = 0
    for posting in list(service.store.postings()):
        for one in service.candidates(posting.id, None, DAY).shown:
            pairs += 1

            assert one.listed.match == score(service.profile(one.profile.id), posting, service.live, DAY)
            assert one.listed == service.opened(one.profile.id, posting.id, DAY)
            assert -one.place[0] == pytest.approx(one.listed.match.score, abs=1e-9)  # type: ignore[operator]  # a score
    assert pairs > 50


def test_an_ad_finds_exactly_those_who_reach_it_and_for_whom_it_is_not_folded_best_first(service: Service) -> None:
    release(service, *ids(service))
    away = locked = 0
    for posting in service.store.postings():
        found = service.candidates(posting.id, None, DAY)
        opened = {id: service.opened(id, posting.id, DAY) for id in ids(service)}
        far = {id for id, one in opened.items() if (one.minutes or 0) > own_reach(service.profile(id)).minutes}
        barred = {id for id, one in opened.items() if one.folded}
        away, locked = away + len(far), locked + len(barred - far)

        wanted = sorted(opened.keys() - far - barred, key=lambda id: (-opened[id].match.score, id))
        assert shown(found) == wanted
        assert found.total == len(wanted)
    assert away > 20
    assert locked > 20


@given(pair=st.tuples(*[st.sampled_from(sorted(load_travel().rows))] * 2))
def test_a_way_takes_as_long_there_as_back(pair: tuple[Postcode, Postcode]) -> None:
    there, back = (load_travel().minutes(*way) for way in (pair, pair[::-1]))

    assert there == (None if back is None else pytest.approx(back, abs=1e-9))


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


def test_only_cases_of_the_municipalities_asked_for_are_shown_and_counted(service: Service) -> None:
    here, there = crowd(service, 1, HERE), crowd(service, 30, THERE)
    release(service, *here, there[0])
    ad = suiting(service, here[0])
    found = {scope: service.candidates(ad.id, scope, DAY) for scope in (frozenset({HERE}), frozenset({THERE}), None)}
    mine, theirs, everybodys = found.values()

    assert (shown(mine), mine.others) == (here, None)
    assert shown(theirs) == [there[0]]
    assert abs((theirs.others or 0) - 29) <= 4
    assert set(shown(everybodys)) == {*here, there[0]}


@pytest.mark.parametrize("count", [0, 1, 4])
def test_fewer_than_five_others_are_never_told_of(service: Service, count: int) -> None:
    crowd(service, count, THERE)
    found = service.candidates(suiting(service, ids(service)[0]).id, frozenset({THERE}), DAY)

    assert found.others is None
    assert found.others_in_words == "for få til at nævne et antal"


def test_the_count_moves_by_five_or_not_at_all_when_one_comes_and_is_the_same_in_another_process(
    service: Service,
) -> None:
    crowd(service, 9, THERE)
    ad = suiting(service, ids(service)[0])
    told = []
    for number in range(10):
        crowd(service, 1, THERE, f"late{number}")
        told.append(service.candidates(ad.id, frozenset({THERE}), DAY).others)
    again = Service(service.store, service.records, service.vault).candidates(ad.id, frozenset({THERE}), DAY)

    assert {later - before for before, later in pairwise(told) if before and later} == {0, 5}
    assert again.others == told[-1]
    assert again.others_in_words == f"omkring {told[-1]}"


def test_who_does_not_cover_a_fit_is_not_counted_and_a_released_one_who_does_not_is_shown(service: Service) -> None:
    people = crowd(service, 30, THERE)
    ad = suiting(service, people[0])
    release(service, people[0])
    before = service.candidates(ad.id, frozenset({THERE}), DAY)
    for id in people:
        keep(service, replace(service.profile(id), claims=()))
    after = service.candidates(ad.id, frozenset({THERE}), DAY)

    assert shown(before) == shown(after) == [people[0]]
    assert abs((before.others or 0) - 29) <= 4
    assert after.others is None


def test_a_struck_skill_counts_from_then_on_from_the_ad_too(service: Service) -> None:
    id = ids(service)[0]
    release(service, id)
    ad = suiting(service, id)
    before = service.candidates(ad.id, None, DAY).shown[0].listed.match.score
    service.correct(id, lambda kept: replace(kept, struck=(ad.asks[0].skill,)))
    after = service.candidates(ad.id, None, DAY).shown[0]

    assert after.listed.match.score < before
    assert -after.place[0] == pytest.approx(after.listed.match.score)  # type: ignore[operator]  # a score


def test_pages_follow_each_other_though_people_come_in_between(service: Service) -> None:
    release(service, *crowd(service, 7, HERE), *ids(service))
    ad = suiting(service, ids(service)[0])
    whole = service.candidates(ad.id, None, DAY)
    first = service.candidates(ad.id, None, DAY, 3)
    release(service, *crowd(service, 1, HERE, "0-first"))
    second = service.candidates(ad.id, None, DAY, 3, first.shown[-1].place)
    rest = service.candidates(ad.id, None, DAY, 100, second.shown[-1].place)

    assert [*shown(first), *shown(second), *shown(rest)] == shown(whole)
    assert [first.more, second.more, rest.more] == [True, True, False]


def test_an_ad_that_is_not_listed_finds_nobody(service: Service) -> None:
    release(service, *ids(service))
    late = service.candidates("demo:001", None, date(2030, 1, 1))

    assert (late.shown, late.total, late.others, late.live) == ((), 0, None, False)


def test_another_release_of_the_ontology_is_followed(service: Service) -> None:
    release(service, *ids(service))
    ad = suiting(service, ids(service)[0])
    before = service.live, service.candidates(ad.id, None, DAY).shown[0]
    service.releases.import_ontology([STARTER / "en"], lambda _what, _share: None)
    one = service.candidates(ad.id, None, DAY).shown[0]

    assert service.live is not before[0]
    assert one.listed.match == score(one.profile, ad, service.live, DAY)


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


UNKNOWN: dict[str, Callable[[Service], object]] = {
    "release": lambda service: service.release("nobody", Releaser.CITIZEN),
    "withdraw": lambda service: service.withdraw("nobody", Releaser.CITIZEN),
    "candidates": lambda service: service.candidates("none:1", None, DAY),
}


@pytest.mark.parametrize("ask", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_there_is_not_is_told(service: Service, ask: Callable[[Service], object]) -> None:
    with pytest.raises(UnknownRecordError):
        ask(service)


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
