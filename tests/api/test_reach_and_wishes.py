"""What a person corrects of where they can go and what they seek, over GraphQL."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.web import application
from tests.api.asking import ask, data_of, filled

SET_REACH = """mutation($p: ID!) { setReach(profile: $p, postcode: "8000", means: CAR, minutes: 20) { ... on Profile
  { postcode means minutes } } }"""
SET_WISHES = """mutation($p: ID!, $s: [String!]!, $k: [PostingKind!],
  $n: [Shift!]) { setWishes(profile: $p, seeks: $s, kinds: $k, noShifts: $n)
  { ... on Profile { seeks { escoUri } kinds noShifts } } }"""
SEARCH = """{ search(text: "tjener", kinds: [OCCUPATION]) { node { ... on Occupation { escoUri } } } }"""


@pytest.fixture
def citizen(tmp_path: Path) -> tuple[TestClient, str]:
    service, id = filled(tmp_path)
    return TestClient(application(service, tmp_path / "uploads"), "http://localhost"), id


def test_reach_is_set(citizen: tuple[TestClient, str]) -> None:
    client, id = citizen

    found = data_of(ask(client, SET_REACH, p=id))["setReach"]

    assert found == {"postcode": "8000", "means": "CAR", "minutes": 20}


def test_jobs_kinds_of_post_and_shifts_are_set_and_stay_where_none_are_given(citizen: tuple[TestClient, str]) -> None:
    client, id = citizen
    uri = data_of(ask(client, SEARCH))["search"][0]["node"]["escoUri"]

    told = [
        data_of(ask(client, SET_WISHES, p=id, s=[uri, uri], k=kinds, n=shifts))["setWishes"]
        for kinds, shifts in ((["STUDENT"], ["NIGHT"]), (None, None), ([], []))
    ]

    assert told == [
        {"seeks": [{"escoUri": uri}], "kinds": kinds, "noShifts": shifts}
        for kinds, shifts in ((["STUDENT"], ["NIGHT"]), (["STUDENT"], ["NIGHT"]), ([], []))
    ]
