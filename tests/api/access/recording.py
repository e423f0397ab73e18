"""What the tests of records over GraphQL share: who asks, and how a profile is changed and read."""

from typing import Any

from starlette.testclient import TestClient

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
CASE = "2026-1"


def token(issuer: Issuer, role: str, municipality: str = "0101", case: str | None = None) -> str:
    return issuer.token(claims={"roles": role, "municipality": municipality, "case": case, "sub": f"{role} {case}"})


def ask(client: TestClient, token: str, query: str, **variables: object) -> dict[str, Any]:
    """The answer to a query in which PROBLEM stands for what is asked of any problem."""
    told = client.post(
        "/graphql",
        json={"query": query.replace("PROBLEM", PROBLEM), "variables": variables},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert told.status_code == 200
    found: dict[str, Any] = told.json()
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


def entries(client: TestClient, token: str, profile: str, first: int) -> list[dict[str, Any]]:
    fields = """decisions(first: 50) { edges { node { __typename number inWords
      ... on ShownEntry { act asOf total rows { subject label score } madeBy { ontology constants } }
      ... on CorrectedEntry { correction subject } ... on HandlingEntry { kind reason } } } }"""
    found = of_profile(client, token, profile, fields.replace("50", str(first)))["decisions"]["edges"]
    return [edge["node"] for edge in found]
