"""Choices, restriction, cases, export, broken glass and the logs over GraphQL, with tokens of each role."""

import base64
import io
import json
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.access.roles import Role
from api.service import Service
from ontology.people import ProfileId
from tests.api.access.guarding import CV, THERE, caller, way
from tests.api.access.issuing import Issuer
from tests.api.access.recording import CASE, CHANGES, REASON, ask, change, entries, of_profile, token

DONE = {
    "choose": "ChosenEntry",
    "restrict": "Profile",
    "liftRestriction": "Profile",
    "refer": "Profile",
    "export": "Export",
    "breakGlass": "Profile",
}
MAY = {
    "choose": {"consultant"},
    "restrict": {"consultant", "citizen"},
    "liftRestriction": {"consultant", "citizen"},
    "refer": {"consultant"},
    "export": {"consultant", "citizen"},
    "breakGlass": {"operator"},
}
"""Who of the own municipality; of another nobody."""


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("role", ["consultant", "analyst", "citizen", "operator"])
def test_who_may_change_what_of_an_own_case_is_the_table_and_of_others_nobody(
    client: TestClient, issuer: Issuer, service: Service, profile: str, name: str, role: str
) -> None:
    own, elsewhere = (token(issuer, role, at, CASE) for at in ("0101", "0147"))
    refused = change(client, elsewhere, name, profile)
    nobody = change(client, elsewhere, name, "0" * 16)
    noted = len(list(service.records.accesses(ProfileId(profile))))
    done = change(client, own, name, profile)

    assert refused == nobody
    assert refused["__typename"] == ("NotFound" if role in MAY[name] else "Forbidden")
    assert (done["__typename"] == DONE[name]) == (role in MAY[name])
    assert (len(list(service.records.accesses(ProfileId(profile)))) > noted) == (role in MAY[name])


def test_a_choice_is_noted_with_its_reason_and_where_it_was_shown(
    client: TestClient, issuer: Issuer, profile: str
) -> None:
    own = token(issuer, "consultant")
    of_profile(client, own, profile, 'match(posting: "demo:001", asOf: "2026-11-25") { score }')
    (shown,) = entries(client, own, profile, 1)
    done = change(client, own, "choose", profile, "Mette Holm ringede: hun vil ikke arbejde om natten.")

    assert done["choice"] == "REJECTED"
    assert done["shownIn"] == shown["number"]
    assert "Mette" not in done["reason"]
    assert done["reason"].endswith("hun vil ikke arbejde om natten.")
    assert shown["rows"][0]["subject"] == done["subject"] == "demo:001"
    assert shown["rows"][0]["label"] in done["inWords"]


@pytest.mark.parametrize("reason", ["", "x" * 1_001])
@pytest.mark.parametrize("name", ["choose", "restrict", "breakGlass"])
def test_a_reason_that_is_none_is_told_as_what_to_mend(
    client: TestClient, issuer: Issuer, profile: str, name: str, reason: str
) -> None:
    told = change(client, token(issuer, "operator" if name == "breakGlass" else "consultant"), name, profile, reason)

    assert (told["__typename"], told["argument"]) == ("BadInput", "reason")
    assert "tegn" in told["message"]


def test_a_restricted_profile_says_why_and_is_used_for_nothing_until_it_is_lifted(
    client: TestClient, issuer: Issuer, profile: str
) -> None:
    own = token(issuer, "consultant")
    restricted = change(client, own, "restrict", profile)
    refused = change(client, own, "choose", profile)
    read = of_profile(client, own, profile, "pseudonym restriction { at reason }")
    lifted = change(client, own, "liftRestriction", profile)

    assert restricted["restriction"] == {"reason": REASON, "kind": "restricted"}
    assert refused["__typename"] == "Restricted"
    assert read["restriction"]["reason"] == REASON
    assert lifted["restriction"] is None
    assert change(client, own, "choose", profile)["__typename"] == "ChosenEntry"


def test_a_consultant_of_several_municipalities_is_asked_which_has_the_case_and_told_of_no_other(
    client: TestClient, issuer: Issuer, service: Service, id: str
) -> None:
    find = "query ($c: String!, $m: String) { profileByCase(case: $c, municipality: $m) { pseudonym } }"
    there = way(service, caller(Role.CONSULTANT, THERE)).intake.cv_text(f"{CV.read_text(encoding='utf-8')} 0147").id
    service.vault.refer("0101 fælles", ProfileId(id))
    service.vault.refer("0147 fælles", there)
    both, other = (
        issuer.token(claims={"roles": "consultant", "municipality": own, "sub": "a"})
        for own in (["0101", "0147"], ["0101", "0157"])
    )
    unnamed = ask(client, both, find, c="Fælles")
    named = [ask(client, both, find, c="Fælles", m=one)["data"]["profileByCase"] for one in ("0101", "0147", "0157")]
    alone = [ask(client, other, find, c="Fælles", m=one)["data"]["profileByCase"] for one in (None, "0147")]
    analyst = ask(client, token(issuer, "analyst"), find, c="Fælles")

    assert unnamed["data"] == {"profileByCase": None}
    assert unnamed["errors"][0]["message"].endswith("(0101, 0147); vælg kommunen")
    assert named == [{"pseudonym": id}, {"pseudonym": there}, None]
    assert alone == [{"pseudonym": id}, None]
    assert "may not find by case" in analyst["errors"][0]["message"]


def test_a_case_leads_to_its_profile_and_a_cpr_number_is_no_case(
    client: TestClient, issuer: Issuer, profile: str
) -> None:
    own, find = token(issuer, "consultant"), "query ($c: String!) { profileByCase(case: $c) { pseudonym } }"
    change(client, own, "refer", profile)
    cpr = ask(client, own, 'mutation ($p: ID!) { refer(profile: $p, case: "010190-1234") { PROBLEM } }', p=profile)

    assert ask(client, own, find, c=" 2026-17")["data"]["profileByCase"] == {"pseudonym": profile}
    assert ask(client, own, find, c="2026-18")["data"] == {"profileByCase": None}
    assert ask(client, token(issuer, "consultant", "0147"), find, c="2026-17")["data"] == {"profileByCase": None}
    assert ask(client, token(issuer, "citizen", case=CASE), find, c="2026-17").get("errors")
    assert cpr["data"]["refer"]["argument"] == "case"
    assert "010190" not in cpr["data"]["refer"]["message"]


def test_everything_held_comes_as_a_zip_in_the_answer_and_nothing_is_left_behind(
    client: TestClient, issuer: Issuer, profile: str, tmp_path: Path
) -> None:
    mine = token(issuer, "citizen", case=CASE)
    of_profile(client, mine, profile, 'match(posting: "demo:001", asOf: "2026-11-25") { score }')
    before = sorted(tmp_path.rglob("*"))
    told = change(client, mine, "export", profile)
    data = base64.b64decode(told["base64"])
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        held = {name: file.read(name).decode() for name in file.namelist()}

    assert len(data) == told["bytes"]
    assert profile in told["fileName"]
    assert json.loads(held["profil.json"])["id"] == profile
    assert [one["art"] for one in json.loads(held["log.json"])] == ["profile", "shown", "exported"]
    assert [one["act"] for one in json.loads(held["adgange.json"])] == ["ingest_cv", "read_profile", "match", "export"]
    assert sorted(tmp_path.rglob("*")) == before
