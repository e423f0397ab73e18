"""What a token says of who asks."""

from dataclasses import replace
from pathlib import Path

import pytest

from api.access.cases import AmbiguousCaseError, CaseReferenceError, led_to, refer
from api.access.claims import caller_of
from api.access.errors import ForbiddenError, UnauthenticatedError
from api.access.roles import Caller, Role
from api.access.settings import Oidc
from graph.store.sqlite_records import SqliteVault
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId

OIDC = Oidc("https://login.example", "kompetencebro")
HERE, THERE = MunicipalityCode("0101"), MunicipalityCode("0147")


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    return SqliteVault(tmp_path / "keys.sqlite")


def called(vault: SqliteVault, oidc: Oidc = OIDC, **claims: object) -> Caller:
    return caller_of({"iss": OIDC.issuer, "sub": "17", "exp": 2_000_000_000, **claims}, oidc, vault)


def test_roles_and_municipalities_come_from_the_claims(vault: SqliteVault) -> None:
    found = called(vault, roles=["consultant", "operator"], municipality=["0101", "147"])

    assert found.roles == {Role.CONSULTANT, Role.OPERATOR}
    assert found.municipalities == {HERE, THERE}
    assert found.expires == 2_000_000_000 + OIDC.skew_s


def test_what_we_do_not_know_gives_no_right(vault: SqliteVault) -> None:
    found = called(vault, roles=["consultant", "admin", 7, None], municipality=["9999", "Atlantis", 101])

    assert found.roles == {Role.CONSULTANT}
    assert not found.municipalities


@pytest.mark.parametrize("roles", [None, [], "admin", "consultants", {"consultant": True}, "CONSULTANT"])
def test_a_token_without_a_role_of_ours_is_forbidden(vault: SqliteVault, roles: object) -> None:
    with pytest.raises(ForbiddenError, match="no role of this service in 'roles'"):
        called(vault, roles=roles)


@pytest.mark.parametrize(
    ("claim", "claims"),
    [
        ("realm_access.roles", {"realm_access": {"roles": ["analyst"]}}),
        ("https://kommune.example/roles", {"https://kommune.example/roles": ["analyst"]}),
        ("groups", {"groups": "analyst"}),
    ],
)
def test_a_claim_is_a_name_or_a_path(vault: SqliteVault, claim: str, claims: dict[str, object]) -> None:
    assert called(vault, replace(OIDC, role_claim=claim), **claims).roles == {Role.ANALYST}


def test_the_subject_is_a_pseudonym_and_another_issuers_is_another(vault: SqliteVault) -> None:
    one, other = called(vault, roles="analyst"), called(vault, roles="analyst", iss="https://other.example")

    assert "17" != one.subject != other.subject
    assert one.subject == called(vault, roles="analyst").subject


def test_a_citizens_case_leads_to_the_own_profile_in_the_own_municipality_only(vault: SqliteVault) -> None:
    refer(vault, "Sag 7", HERE, ProfileId("p1"))

    assert called(vault, roles="citizen", municipality="0101", case="sag  7").profile == "p1"
    assert called(vault, roles="citizen", municipality="0147", case="sag 7").profile is None
    assert called(vault, roles="citizen", case="sag 7").profile is None
    assert called(vault, roles="consultant", municipality="0101", case="sag 7").profile is None


def test_a_time_that_there_is_not_is_refused(vault: SqliteVault) -> None:
    with pytest.raises(UnauthenticatedError):
        called(vault, roles="citizen", exp=10**400)


@pytest.mark.parametrize(
    "case", ["", "  ", "x" * 101, "0101901234", "sag 010190-1234", "311299 1234", "CPR:3112991234."]
)
def test_what_is_no_case_or_looks_like_a_cpr_number_is_not_kept(vault: SqliteVault, case: str) -> None:
    with pytest.raises(CaseReferenceError) as refused:
        refer(vault, case, HERE, ProfileId("p1"))

    assert led_to(vault, case, [HERE]) is None
    assert "1234" not in str(refused.value)


def test_a_number_that_several_municipalities_use_leads_to_nobody_by_itself(vault: SqliteVault) -> None:
    refer(vault, "2026-17", HERE, ProfileId("p1"))
    refer(vault, "2026-17", THERE, ProfileId("p2"))
    citizen = called(vault, roles="citizen", municipality=[HERE, THERE], case="2026-17")

    assert (led_to(vault, "2026-17", [HERE]), led_to(vault, "2026-17", [THERE])) == ("p1", "p2")
    with pytest.raises(AmbiguousCaseError, match=f"{HERE}, {THERE}"):
        led_to(vault, "2026-17", [THERE, HERE])
    assert citizen.profile is None


@pytest.mark.parametrize("case", ["2026-000123", "27.03.00-G01-12-26", "9912319999", "00019012345", "sag-æøå-7"])
def test_a_case_number_is_kept(vault: SqliteVault, case: str) -> None:
    refer(vault, case, HERE, ProfileId("p1"))

    assert led_to(vault, case, [THERE, HERE]) == "p1"
    assert led_to(vault, case, [THERE]) is None
