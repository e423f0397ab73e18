"""The labour market is for analysts and operators; marking it in Neo4j is for operators."""

import pytest
from starlette.testclient import TestClient

from api.access.door import Door
from api.service import Service
from api.web import application
from tests.api.access.issuing import Issuer
from tests.api.access.recording import ask

MARKET = '{ labourMarket(month: "2026-11") { __typename ... on LabourMarket { overview(first: 1) { totalCount } } } }'
MARK = "mutation { markLabourMarket { __typename } }"


@pytest.mark.parametrize(
    ("role", "asked", "marked"),
    [
        ("analyst", "LabourMarket", "Forbidden"),
        ("operator", "LabourMarket", "BadInput"),
        ("consultant", "Forbidden", "Forbidden"),
        ("citizen", "Forbidden", "Forbidden"),
    ],
)
def test_a_role_sees_the_market_as_the_table_of_rights_says(
    service: Service, issuer: Issuer, role: str, asked: str, marked: str
) -> None:
    client = TestClient(application(service, door=Door(issuer.oidc, service.vault)))
    token = issuer.token(claims={"roles": [role]})

    assert ask(client, token, MARKET)["data"]["labourMarket"]["__typename"] == asked
    assert ask(client, token, MARK)["data"]["markLabourMarket"]["__typename"] == marked
