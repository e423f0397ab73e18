"""Who asked for a profile and why, as its citizen reads it."""

import pytest

from api.access.cases import CaseReferenceError
from api.access.errors import ForbiddenError
from api.access.guarded import Guarded
from api.access.policy import ABOUT_A_PROFILE, Act
from api.access.roles import Role
from api.access.words import DID, in_danish
from api.records.reasons import ReasonError
from api.service import Service
from ontology.people import ProfileId
from tests.api.access.guarding import DAY, REASON, THERE, caller, noted, way


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
    assert DID.keys() == ABOUT_A_PROFILE | {Act.INGEST_CV, Act.FIND_CANDIDATES}


@pytest.mark.parametrize("reason", ["", "   ", "haster", "x" * 501])
def test_the_glass_is_not_broken_without_a_reason(service: Service, id: str, reason: str) -> None:
    with pytest.raises(ReasonError, match="borgeren ser den"):
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
