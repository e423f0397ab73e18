"""What a caller brings belongs to a municipality of their own."""

from pathlib import Path

import pytest

from api.access.errors import ForbiddenError
from api.access.guarded import Guarded
from api.access.roles import Caller, Role
from api.cli.demo import TEXTS
from api.service import Service
from ontology.kinds import MunicipalityCode
from tests.api.access.guarding import CV, HERE, THERE, caller, noted, way


def test_a_new_profile_belongs_to_the_consultants_municipality_and_its_log_begins(service: Service, id: str) -> None:
    assert service.profile(id).handled_by == HERE
    assert noted(service, id) == [("consultant", "ingest_cv")]


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


def test_who_pastes_a_cv_sees_in_the_same_answer_what_was_hidden_of_it(service: Service, here: Guarded) -> None:
    made = here.intake.cv_text("Navn: Jens Testesen\nTlf. 12 34 56 78\nErfaring\n2019-2024 kok på plejehjem")
    document = here.document(made.documents[0])

    assert document is not None
    assert {one.kind for one in document.hidden} >= {"name", "phone"}
    assert way(service, caller(Role.CONSULTANT)).document(made.documents[0]) is None, "another request asks anew"


def test_ads_come_from_consultants_and_operators(service: Service) -> None:
    for role in (Role.CONSULTANT, Role.OPERATOR):
        assert way(service, caller(role)).intake.postings([TEXTS / "demo.jsonl"]).changed == 0
    for role in (Role.ANALYST, Role.CITIZEN):
        with pytest.raises(ForbiddenError):
            way(service, caller(role)).intake.postings([TEXTS / "demo.jsonl"])
