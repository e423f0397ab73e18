"""Choices, restriction, cases, export, broken glass and the logs over GraphQL, with tokens of each role."""

import base64
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.access.door import Door
from api.access.policy import POLICY, Act
from api.access.roles import Role
from api.service import Service
from api.web import application
from ontology.people import ProfileId
from tests.api.access.guarding import CV, THERE, caller, way
from tests.api.access.issuing import Issuer

REASON = "Borgeren vil ikke arbejde om natten."
PROBLEM = "__typename ... on Problem { message } ... on BadInput { argument }"
CHANGES = {
    "choose": 'choose(profile: $p, subject: "demo:001", choice: REJECTED, reason: $r)'
    " { ... on ChosenEntry { number subject choice reason shownIn by inWords } PROBLEM }",
    "restrict": "restrict(profile: $p, reason: $r) { ... on Profile { restriction { reason kind } } PROBLEM }",
    "liftRestriction": "liftRestriction(profile: $p, reason: $r) { ... on Profile { restriction { kind } } PROBLEM }",
    "refer": 'refer(profile: $p, case: "2026-17") { ... on Profile { pseudonym } PROBLEM }',
    "export": "export(profile: $p) { ... on Export { fileName mediaType bytes base64 } PROBLEM }",
    "breakGlass": "breakGlass(profile: $p, reason: $r) { ... on Profile { pseudonym postcode } PROBLEM }",
}
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
CASE = "2026-1"


@pytest.fixture
def client(service: Service, issuer: Issuer, tmp_path: Path) -> TestClient:
    return TestClient(application(service, tmp_path / "uploads", Door(issuer.oidc, service.vault)))


@pytest.fixture
def profile(service: Service, id: str) -> str:
    """A profile of Copenhagen's that a case leads to."""
    service.vault.refer(f"0101 {CASE}", ProfileId(id))
    return id


def token(issuer: Issuer, role: str, municipality: str = "0101", case: str | None = None) -> str:
    return issuer.token(claims={"roles": role, "municipality": municipality, "case": case, "sub": f"{role} {case}"})


def ask(client: TestClient, token: str, query: str, **variables: object) -> dict[str, Any]:
    told = client.post(
        "/graphql",
        json={"query": query.replace("PROBLEM", PROBLEM), "variables": variables},
        headers={"Authorization": f"Bearer {token}"},
    ).json()
    found: dict[str, Any] = told
    return found


def change(client: TestClient, token: str, name: str, profile: str, reason: str = REASON) -> dict[str, Any]:
    declared = "$p: ID!, $r: String!" if "$r" in CHANGES[name] else "$p: ID!"
    given = {"p": profile, "r": reason} if "$r" in CHANGES[name] else {"p": profile}
    told = ask(client, token, f"mutation ({declared}) {{ {CHANGES[name]} }}", **given)
    found: dict[str, Any] = told["data"][name]
    return found


def of_profile(client: TestClient, token: str, profile: str, fields: str) -> dict[str, Any]:
    told = ask(client, token, f"query ($p: ID!) {{ profile(id: $p) {{ {fields} }} }}", p=profile)
    assert "errors" not in told, told
    found: dict[str, Any] = told["data"]["profile"]
    return found


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


def entries(client: TestClient, token: str, profile: str, first: int) -> list[dict[str, Any]]:
    fields = """decisions(first: 50) { edges { node { __typename number inWords
      ... on ShownEntry { act asOf total rows { subject label score } madeBy { ontology constants } }
      ... on CorrectedEntry { correction subject } ... on HandlingEntry { kind reason } } } }"""
    found = of_profile(client, token, profile, fields.replace("50", str(first)))["decisions"]["edges"]
    return [edge["node"] for edge in found]


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


def test_a_citizen_reads_who_had_the_profile_open_and_what_was_shown(
    client: TestClient, issuer: Issuer, profile: str
) -> None:
    consultant, mine = token(issuer, "consultant"), token(issuer, "citizen", case=CASE)
    of_profile(client, consultant, profile, 'unlocks(asOf: "2026-11-25") { ads } bridges(asOf: "2026-11-25") { label }')
    change(client, token(issuer, "operator"), "breakGlass", profile, "Visningen fejler hos borgeren.")
    lines = of_profile(
        client, mine, profile, "accesses { edges { node { act role inWords municipality { name } reason } } }"
    )
    told = [edge["node"] for edge in lines["accesses"]["edges"]]
    shown = entries(client, mine, profile, 20)

    assert [one["act"] for one in told] == [
        "READ_LOG",
        "READ_PROFILE",
        "BREAK_GLASS",
        "MATCH",
        "READ_PROFILE",
        "INGEST_CV",
    ]
    assert told[2]["reason"] == "Visningen fejler hos borgeren."
    assert "en driftsansvarlig i København" in told[2]["inWords"]
    assert [one.get("act") or one["kind"] for one in shown] == ["BRIDGES", "UNLOCKS", "profile"]
    assert shown[0]["rows"][0]["label"] in str(
        of_profile(client, consultant, profile, 'bridges(asOf: "2026-11-25") { label }')
    )
    assert shown[0]["madeBy"]["ontology"].startswith(
        ask(client, mine, "{ versions { ontology } }")["data"]["versions"]["ontology"]
    )


def test_pages_of_the_logs_hold_every_line_once_while_lines_are_added(
    client: TestClient, issuer: Issuer, profile: str
) -> None:
    own = token(issuer, "consultant")
    for _ in range(5):
        change(client, own, "choose", profile)
    decisions = walked(client, own, profile, "decisions", "number")
    accesses = walked(client, own, profile, "accesses", "at act")

    assert decisions == sorted(decisions, reverse=True)
    assert len(set(decisions)) == len(decisions) == 5
    assert accesses[-1].startswith("{'at'")
    assert accesses[-1].endswith("'act': 'INGEST_CV'}")
    assert sum("CHOOSE" in one for one in accesses) == 5


def walked(client: TestClient, token: str, profile: str, field: str, of: str) -> list[str]:
    """Every line of a log, two a page; each page read adds lines that are newer than all that was read."""
    query = f"{field}(first: 2, after: AFTER) {{ pageInfo {{ hasNextPage endCursor }} edges {{ node {{ {of} }} }} }}"
    found, after, more = [], "null", True
    while more:
        page = of_profile(client, token, profile, query.replace("AFTER", after))[field]
        found += [str(edge["node"].get("number", edge["node"])) for edge in page["edges"]]
        after, more = f'"{page["pageInfo"]["endCursor"]}"', page["pageInfo"]["hasNextPage"]
    return found


LOGS: Mapping[str, tuple[str, set[str]]] = {
    "accesses": ("accesses(profile: $p) { totalCount }", {"consultant", "citizen", "operator"}),
    "decisions": ("profile(id: $p) { decisions { totalCount } }", {"consultant", "citizen"}),
    "restriction": ("profile(id: $p) { restriction { at } }", {"consultant", "citizen"}),
    "profile accesses": ("profile(id: $p) { accesses { totalCount } }", {"consultant", "citizen"}),
}


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("role", ["consultant", "analyst", "citizen", "operator"])
def test_who_may_read_which_log(client: TestClient, issuer: Issuer, profile: str, log: str, role: str) -> None:
    field, may = LOGS[log]
    query = f"query ($p: ID!) {{ {field} }}"
    own, elsewhere = (token(issuer, role, at, CASE) for at in ("0101", "0147"))
    of_own, of_others, of_none = (
        ask(client, own, query, p=profile),
        ask(client, elsewhere, query, p=profile),
        ask(client, elsewhere, query, p="0" * 16),
    )

    answered = "errors" not in of_own and None not in of_own["data"].values()
    assert answered == (role in may)
    assert of_others == of_none
    assert not (of_others.get("data") or {}).get(field.partition("(")[0])


@pytest.mark.parametrize("role", Role)
def test_the_viewer_is_told_who_they_are_and_what_they_may_do(
    client: TestClient, issuer: Issuer, profile: str, role: Role
) -> None:
    query = "{ me { subject roles development pseudonym expires municipalities { name } may { act scope } } }"
    me = ask(client, token(issuer, role, case=CASE), query)["data"]["me"]

    assert me["roles"] == [role.name]
    assert me["municipalities"] == [{"name": "København"}]
    assert me["pseudonym"] == (profile if role is Role.CITIZEN else None)
    assert (me["development"], bool(me["expires"])) == (False, True)
    assert {one["act"] for one in me["may"]} == {act.name for act in Act if role in POLICY[act]}
    assert {one["scope"] for one in me["may"] if one["act"] == "READ_PROFILE"} <= {"OWN_PROFILE", "OWN_MUNICIPALITY"}
