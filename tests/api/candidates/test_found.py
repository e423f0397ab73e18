"""From an ad to people: only those who are released, as their own lists have it, and no small number of others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cli.demo import STARTER
from api.reach import own_reach
from api.service import Service
from graph.errors import UnknownRecordError
from graph.scoring import score
from ontology.kinds import Postcode
from ontology.people import Releaser
from ontology.travel import load_travel
from tests.api.finding import DAY, HERE, THERE, crowd, ids, keep, release, shown, suiting


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


UNKNOWN: dict[str, Callable[[Service], object]] = {
    "release": lambda service: service.release("nobody", Releaser.CITIZEN),
    "withdraw": lambda service: service.withdraw("nobody", Releaser.CITIZEN),
    "candidates": lambda service: service.candidates("none:1", None, DAY),
}


@pytest.mark.parametrize("ask", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_there_is_not_is_told(service: Service, ask: Callable[[Service], object]) -> None:
    with pytest.raises(UnknownRecordError):
        ask(service)
