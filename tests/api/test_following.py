"""What is kept between two answers about a profile never makes the second one old."""

from dataclasses import replace
from pathlib import Path

import pytest

from api.app import build
from api.asking import Answer
from api.bridging import proposed_bridges
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.matching import Listing, Outlook
from api.reach import Reach, own_reach
from api.records.errors import RestrictedError
from api.service import Service
from api.settings import Settings
from graph.scoring import Contribution
from ontology.kinds import Postcode
from ontology.people import Means
from ontology.vacancies import PostingId

FAR = Reach(Postcode("8000"), Means.CAR, 1_000)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    made = build(Settings(tmp_path / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    return made


@pytest.fixture
def citizen(service: Service) -> str:
    return service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept[0]


def lines(found: Listing) -> list[Contribution]:
    return [line for one in found.shown for line in one.match.contributions if line.claim is not None]


def test_a_struck_skill_is_gone_from_the_very_next_answers(service: Service, citizen: str) -> None:
    before = service.match(citizen, FAR, AS_OF)
    carried = {one.claim.skill for one in lines(before) if one.claim}
    struck = lines(before)[0].claim
    assert struck is not None
    service.answer(citizen, struck.skill, Answer.NO)
    after = service.match(citizen, FAR, AS_OF)

    assert struck.skill in carried
    assert struck.skill not in {one.claim.skill for one in lines(after) if one.claim}
    assert all(
        one.claim is None or one.claim.skill != struck.skill
        for bridge in service.bridges(citizen, AS_OF)
        for one in bridge.carrying
    )


def test_an_ad_that_comes_or_goes_is_in_the_very_next_answer(service: Service, citizen: str) -> None:
    best = service.match(citizen, FAR, AS_OF).shown[0].match
    new = replace(best.posting, id=PostingId("new:1"), employer="Ny", fingerprint="", content_hash="new")
    document = service.document(new.document)
    assert document is not None
    service.store.save_postings([(new, document)])
    come = service.match(citizen, FAR, AS_OF, 40)
    service.store.remove_posting(new.id)
    gone = service.match(citizen, FAR, AS_OF, 40)

    assert [one.match.score for one in come.shown if one.match.posting.id == new.id] == [best.score]
    assert all(one.match.posting.id != new.id for one in gone.shown)


def test_another_reach_is_another_answer(service: Service, citizen: str) -> None:
    far, none = service.match(citizen, FAR, AS_OF), service.match(citizen, replace(FAR, minutes=0.5), AS_OF)

    assert far.total > none.total
    assert service.match(citizen, FAR, AS_OF) == far


def test_what_was_kept_gives_the_answer_of_a_service_that_kept_nothing(
    service: Service, citizen: str, tmp_path: Path
) -> None:
    _ = service.match(citizen, FAR, AS_OF), service.unlocks(citizen, FAR, AS_OF), service.questions(citizen, FAR, AS_OF)
    again, bridges = service.match(citizen, FAR, AS_OF), service.bridges(citizen, AS_OF)
    fresh = build(Settings(tmp_path / "k.sqlite", "none"))
    profile = fresh.profile(citizen)

    assert again == fresh.match(citizen, FAR, AS_OF)
    before = Outlook.of(profile, fresh.index, fresh.live, fresh.knowledge, own_reach(profile), AS_OF)
    assert bridges == proposed_bridges(before)


def test_an_erased_profile_leaves_nothing_that_it_covered(service: Service, citizen: str) -> None:
    service.match(citizen, FAR, AS_OF)
    held = service.current.covered_profiles
    service.erase(citizen)

    assert held == {citizen}
    assert service.current.covered_profiles == frozenset()


def test_a_request_sees_one_moment_and_the_next_one_what_changed_in_between(service: Service, citizen: str) -> None:
    best = service.match(citizen, FAR, AS_OF).shown[0].match.posting
    with service.current.one_look():
        before = service.match(citizen, FAR, AS_OF, 40)
        service.store.remove_posting(best.id)
        within = service.match(citizen, FAR, AS_OF, 40)
    after = service.match(citizen, FAR, AS_OF, 40)

    assert within == before
    assert before.shown[0].match.posting == best
    assert all(one.match.posting.id != best.id for one in after.shown)


def test_within_a_request_a_shorter_list_is_the_longer_one_cut(service: Service, citizen: str) -> None:
    apart = [service.match(citizen, FAR, AS_OF, size) for size in (7, 3, 9)]
    asked = service.questions(citizen, FAR, AS_OF)
    with service.current.one_look():
        together = [service.match(citizen, FAR, AS_OF, size) for size in (7, 3, 9)]
        questions = service.questions(citizen, FAR, AS_OF)

    assert together == apart
    assert questions == asked


def test_a_profile_that_is_restricted_within_a_request_is_not_used_by_the_next(service: Service, citizen: str) -> None:
    with service.current.one_look():
        service.match(citizen, FAR, AS_OF)
        service.log.restricted(service.profile(citizen).id, "anna", "Borgeren har gjort indsigelse")

    with pytest.raises(RestrictedError):
        service.match(citizen, FAR, AS_OF)
