"""Who reads which log over GraphQL, page by page, and what the viewer is told of themselves."""

from collections.abc import Mapping

import pytest
from starlette.testclient import TestClient

from api.access.policy import POLICY, Act
from api.access.roles import Role
from tests.api.access.issuing import Issuer
from tests.api.access.recording import CASE, ask, change, entries, of_profile, token


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
