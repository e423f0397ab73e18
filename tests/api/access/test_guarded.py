"""The use cases as a caller may have them, over a real service with the demo's ads."""

import inspect
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from api.access.cases import CaseReferenceError
from api.access.errors import ForbiddenError
from api.access.guarded import Guarded
from api.access.policy import ABOUT_A_PROFILE, Act
from api.access.reasons import ReasonError
from api.access.roles import DEVELOPER, Caller, Role
from api.access.words import DID, in_danish
from api.app import build
from api.asking import Answer
from api.cli.demo import STARTER, TEXTS
from api.records.entries import Choice
from api.searching import Sought
from api.service import Service
from api.settings import Settings
from graph.errors import StoreError
from graph.store.sqlite_records import SqliteRecords
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId
from ontology.vacancies import PostingId

HERE, THERE = MunicipalityCode("0101"), MunicipalityCode("0147")
DAY, NOON = date(2026, 11, 25), datetime(2026, 11, 25, 11, tzinfo=UTC)
CV = TEXTS / "cvs" / "citizen-6.txt"
REASON = "Visningen fejler, og det haster at finde ud af hvorfor."


def caller(role: Role, at: MunicipalityCode = HERE, profile: str | None = None) -> Caller:
    return Caller(f"{role} in {at}", frozenset({role}), frozenset({at}), ProfileId(profile) if profile else None)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    made = build(Settings(tmp_path_factory.mktemp("guarded") / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    return made


def way(service: Service, who: Caller) -> Guarded:
    return Guarded(service, who, lambda: NOON)


@pytest.fixture
def here(service: Service) -> Guarded:
    return way(service, caller(Role.CONSULTANT))


@pytest.fixture
def id(service: Service, tmp_path: Path) -> str:
    """A profile that Copenhagen handles, of a CV of its own."""
    (tmp_path / "cv.txt").write_text(f"{CV.read_text(encoding='utf-8')}\n{tmp_path.name}", encoding="utf-8")
    (made,) = way(service, caller(Role.CONSULTANT)).intake.cvs([tmp_path / "cv.txt"]).kept
    return made


def noted(service: Service, id: str) -> list[tuple[str, str]]:
    return [(one.role, one.act) for one in service.records.accesses(ProfileId(id))]


def test_a_new_profile_belongs_to_the_consultants_municipality_and_its_log_begins(service: Service, id: str) -> None:
    assert service.profile(id).handled_by == HERE
    assert noted(service, id) == [("consultant", "ingest_cv")]


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
    "restrict": lambda one, id: one.restrict(id, "Borgeren bestrider CV'et."),
    "erase": lambda one, id: one.erase(id),
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


def test_an_answer_is_noted_once_an_act_in_a_request(service: Service, here: Guarded, id: str) -> None:
    for _ in range(3):
        here.profile(id)
        here.match(id, None, DAY)
        here.bridges(id, DAY)
    way(service, caller(Role.CONSULTANT)).profile(id)

    assert [act for _, act in noted(service, id)] == ["ingest_cv", "read_profile", "match", "read_profile"]


def test_a_citizen_sees_the_own_profile_and_who_read_it(service: Service, here: Guarded, id: str) -> None:
    here.match(id, None, DAY)
    way(service, caller(Role.OPERATOR)).break_glass(id, REASON)
    told = [in_danish(one) for one in way(service, caller(Role.CITIZEN, profile=id)).accesses(id)]

    assert told == [
        "25.11.2026 kl. 12.00: en jobkonsulent i København lagde et CV ind",
        "25.11.2026 kl. 12.00: en jobkonsulent i København så job, der passer til profilen",
        f"25.11.2026 kl. 12.00: en driftsansvarlig i København læste profilen med en særlig begrundelse: {REASON}",
        "25.11.2026 kl. 12.00: du selv læste denne liste",
    ]


def test_the_log_has_danish_words_for_every_act_and_role() -> None:
    assert DID.keys() == ABOUT_A_PROFILE | {Act.INGEST_CV}


@pytest.mark.parametrize("reason", ["", "   ", "haster", "x" * 501])
def test_the_glass_is_not_broken_without_a_reason(service: Service, id: str, reason: str) -> None:
    with pytest.raises(ReasonError, match="the citizen will see it"):
        way(service, caller(Role.OPERATOR)).break_glass(id, reason)

    assert noted(service, id) == [("consultant", "ingest_cv")]


def test_each_break_of_the_glass_is_noted_with_its_reason_redacted_and_sealed(service: Service, id: str) -> None:
    operator = way(service, caller(Role.OPERATOR))
    operator.break_glass(id, "Fejl i visning af CPR 010190-1234, se sag 7.")
    operator.break_glass(id, REASON)
    first, second = list(service.records.accesses(ProfileId(id)))[1:]

    assert b"Fejl" not in first.sealed_reason
    assert first.sealed_reason != second.sealed_reason
    told = operator.accesses(id)[1].reason
    assert told.startswith("Fejl i visning af CPR ")
    assert "010190" not in told


def test_an_erased_profile_leaves_who_erased_it_and_no_reason_and_no_case(
    service: Service, here: Guarded, id: str
) -> None:
    way(service, caller(Role.OPERATOR)).break_glass(id, REASON)
    here.refer(id, "sag 9")
    here.erase(id)

    assert noted(service, id)[-1] == ("consultant", "erase")
    with pytest.raises(ForbiddenError):
        here.find("sag 9")
    with pytest.raises(ForbiddenError):
        here.accesses(id)


def test_a_case_leads_to_its_profile_in_its_own_municipality(service: Service, here: Guarded, id: str) -> None:
    here.refer(id, "2026-000123")

    assert here.find(" 2026-000123 ").id == id
    assert noted(service, id)[-1] == ("consultant", "find_by_case")
    for who in (caller(Role.CONSULTANT, THERE), caller(Role.ANALYST), caller(Role.OPERATOR)):
        with pytest.raises(ForbiddenError):
            way(service, who).find("2026-000123")
    with pytest.raises(CaseReferenceError):
        here.refer(id, "010190-1234")


def test_the_same_cv_in_two_municipalities_is_two_profiles_that_know_nothing_of_each_other(service: Service) -> None:
    here, there = (way(service, caller(Role.CONSULTANT, at)) for at in (HERE, THERE))
    first, second, again = here.intake.cvs([CV]), there.intake.cvs([CV]), here.intake.cvs([CV])

    assert first.kept == again.kept != second.kept
    assert (first.changed, second.changed, again.changed) == (1, 1, 0)
    assert service.profile(second.kept[0]).handled_by == THERE
    with pytest.raises(ForbiddenError):
        there.profile(first.kept[0])
    there.erase(second.kept[0])
    assert here.document(here.profile(first.kept[0]).documents[0])


def test_a_document_comes_after_its_own_profile_only(service: Service, here: Guarded, id: str) -> None:
    own, (ad, *_) = service.profile(id).documents[0], here.index.postings

    assert here.document(own) is None
    here.profile(id)
    assert here.document(own)
    assert way(service, caller(Role.CONSULTANT, THERE)).document(own) is None
    assert way(service, caller(Role.CITIZEN)).document(ad.document)


def test_who_works_for_several_municipalities_names_the_one_that_handles_a_new_case(
    service: Service, tmp_path: Path
) -> None:
    both = way(service, Caller("s", frozenset({Role.CONSULTANT}), frozenset({HERE, THERE})))
    with pytest.raises(ForbiddenError, match="name one of 0101, 0147"):
        both.intake.cvs([CV])
    with pytest.raises(ForbiddenError, match="name one of 0101, 0147"):
        both.intake.cvs([CV], handled_by=MunicipalityCode("0851"))

    assert service.profile(both.intake.cvs([CV], handled_by=THERE).kept[0]).handled_by == THERE


@pytest.mark.parametrize("role", [Role.ANALYST, Role.CITIZEN, Role.OPERATOR])
def test_only_a_consultant_brings_a_cv(service: Service, role: Role) -> None:
    with pytest.raises(ForbiddenError):
        way(service, caller(role)).intake.cvs([CV])
    with pytest.raises(ForbiddenError):
        way(service, caller(role)).intake.cv_text("Jeg er kok")


def test_a_pasted_cv_belongs_to_the_consultants_municipality_too(service: Service, here: Guarded) -> None:
    made = here.intake.cv_text("Erfaring\n2019-2024 kok på plejehjem")

    assert made.handled_by == HERE
    assert noted(service, made.id) == [("consultant", "ingest_cv")]


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


def test_ads_come_from_consultants_and_operators(service: Service) -> None:
    for role in (Role.CONSULTANT, Role.OPERATOR):
        assert way(service, caller(role)).intake.postings([TEXTS / "demo.jsonl"]).changed == 0
    for role in (Role.ANALYST, Role.CITIZEN):
        with pytest.raises(ForbiddenError):
            way(service, caller(role)).intake.postings([TEXTS / "demo.jsonl"])


UNGUARDED = {
    "prepare": "before the first request, by nobody",
    "reader": "of no use to a caller",
    "releases": "the operator's command line",
    "lacking": "whether the service is ready is told to anybody",
    "seen_by": "the guarded way has its own witness",
    "usable": "what is asked of a profile asks it",
    "made_by": "the decision log's own",
    "ads_mark": "the decision log's own",
}


def test_every_use_case_of_the_service_is_guarded_or_meant_for_no_caller() -> None:
    offered = {name for name, _ in inspect.getmembers(Service) if not name.startswith("_")}

    assert offered - {name for name, _ in inspect.getmembers(Guarded)} <= UNGUARDED.keys()
