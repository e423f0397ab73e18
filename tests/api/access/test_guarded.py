"""The use cases as a caller may have them, over a real service with the demo's ads."""

import inspect
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from api.access.errors import ForbiddenError
from api.access.guarded import Guarded
from api.access.roles import DEVELOPER, Caller, Role
from api.asking import Answer
from api.records.entries import Choice
from api.searching import Sought
from api.service import Service
from graph.errors import StoreError
from graph.store.sqlite_records import SqliteRecords
from ontology.people import Releaser
from ontology.vacancies import PostingId
from tests.api.access.guarding import CV, DAY, HERE, REASON, THERE, caller, noted, way


def test_a_consultant_has_every_use_case_for_an_own_case(here: Guarded, id: str) -> None:
    listing = here.match(id, None, DAY)

    assert here.profile(id).id == id
    assert listing.shown
    assert here.explain(id, listing.shown[0].match.posting.id, DAY).score == listing.shown[0].match.score
    assert here.bridges(id, DAY)
    assert here.unlocks(id, None, DAY) == here.unlocks(id, None, DAY)


ASKED: dict[str, Callable[[Guarded, str], object]] = {
    "profile": lambda one, id: one.profile(id),
    "opened": lambda one, id: one.opened(id, "demo:001", DAY),
    "match": lambda one, id: one.match(id, None, DAY),
    "explain": lambda one, id: one.explain(id, "demo:001", DAY),
    "bridges": lambda one, id: one.bridges(id, DAY),
    "unlocks": lambda one, id: one.unlocks(id, None, DAY),
    "questions": lambda one, id: one.questions(id, None, DAY),
    "answer": lambda one, id: one.answer(id, "car", Answer.YES),
    "correct": lambda one, id: one.correct(id, lambda kept: kept),
    "choose": lambda one, id: one.choose(id, "demo:001", Choice.CHOSEN, "Hun har gjort det før."),
    "release": lambda one, id: one.release(id, Releaser.CONSULTANT),
    "withdraw": lambda one, id: one.withdraw(id, Releaser.CONSULTANT),
    "restrict": lambda one, id: one.records.restrict(id, "Borgeren bestrider CV'et."),
    "erase": lambda one, id: one.erase(id),
    "decisions": lambda one, id: one.records.decisions(id, None, 5),
    "restriction": lambda one, id: one.records.restriction(id),
    "export": lambda one, id: one.records.export(id),
    "accesses": lambda one, id: one.accesses(id),
    "refer": lambda one, id: one.refer(id, "sag 1"),
    "break_glass": lambda one, id: one.break_glass(id, REASON),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED.keys())
@pytest.mark.parametrize(
    "who",
    [
        caller(Role.CONSULTANT, THERE),
        caller(Role.ANALYST),
        caller(Role.CITIZEN, profile="another"),
        caller(Role.CITIZEN),
        caller(Role.OPERATOR, THERE),
    ],
    ids=lambda one: one.subject,
)
def test_who_may_not_is_told_the_same_of_a_profile_and_of_none_and_nothing_is_noted(
    service: Service, id: str, who: Caller, ask: Callable[[Guarded, str], object]
) -> None:
    before = noted(service, id)
    said = set()
    for asked in (id, "nobody"):
        with pytest.raises(ForbiddenError) as refused:
            ask(way(service, who), asked)
        said.add((type(refused.value), str(refused.value), refused.value.__cause__))

    assert len(said) == 1
    assert noted(service, id) == before
    assert service.profile(id)


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED.keys())
def test_nothing_is_answered_that_cannot_be_noted(
    service: Service, id: str, tmp_path: Path, ask: Callable[[Guarded, str], object]
) -> None:
    records = SqliteRecords(tmp_path / "records.sqlite")
    with closing(sqlite3.connect(tmp_path / "records.sqlite")) as spoiling:
        spoiling.execute("DROP TABLE access")
    broken = Service(service.store, records, service.vault)
    roles = frozenset({Role.CONSULTANT, Role.OPERATOR})

    with pytest.raises(StoreError):
        ask(Guarded(broken, Caller("s", roles, frozenset({HERE}))), id)
    assert service.profile(id).id == id


def test_a_document_comes_after_its_own_profile_only(service: Service, here: Guarded, id: str) -> None:
    own, (ad, *_) = service.profile(id).documents[0], here.index.postings

    assert here.document(own) is None
    here.profile(id)
    assert here.document(own)
    assert way(service, caller(Role.CONSULTANT, THERE)).document(own) is None
    assert way(service, caller(Role.CITIZEN)).document(ad.document)


def test_a_profile_without_a_municipality_is_the_development_modes_alone(service: Service, id: str) -> None:
    (loose,) = way(service, DEVELOPER).intake.cvs([CV]).kept

    assert service.profile(loose).handled_by is None
    assert way(service, DEVELOPER).profile(loose)
    assert way(service, DEVELOPER).profile(id)
    for role in Role:
        with pytest.raises(ForbiddenError):
            way(service, caller(role)).profile(loose)


@pytest.mark.parametrize("role", Role)
def test_every_role_reads_ads_and_the_ontology(service: Service, role: Role) -> None:
    one = way(service, caller(role))

    assert one.posting(PostingId("demo:001")).id == "demo:001"
    assert one.live is service.live
    assert one.knowledge is service.knowledge
    assert one.index.postings
    assert one.search.find("kok", tuple(Sought))


UNGUARDED = {
    "prepare": "before the first request, by nobody",
    "reader": "of no use to a caller",
    "releases": "the operator's command line",
    "current": "how the service stands to its store, for who runs it",
    "close": "the end of the process",
    "seen_by": "the guarded way has its own witness",
    "usable": "what is asked of a profile asks it",
    "made_by": "the decision log's own, told with the versions",
    "ads_mark": "the decision log's own",
}


def test_every_use_case_of_the_service_is_guarded_or_meant_for_no_caller() -> None:
    offered = {name for name, _ in inspect.getmembers(Service) if not name.startswith("_")}

    assert offered - {name for name, _ in inspect.getmembers(Guarded)} <= UNGUARDED.keys()
