"""Each filter of a request over GraphQL: what it lets through, and what it refuses; and names by language."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from ontology.industries import IndustryCode, industries_of, load_industries, load_occupation_industries
from ontology.kinds import IscoCode
from tests.api.asking import ask, data_of

QUERY = """query($p: ID!, $f: MatchFilter) { profile(id: $p) { matches(asOf: "2026-11-25", first: 100, filter: $f) {
  totalCount folded outOfReach spared
  edges { node { minutes posting { sourceId kind hours occupations { isco } demands { credential { code } } } } }
} } }"""

Demo = tuple[TestClient, str]


def found(demo: Demo, **filter: object) -> dict[str, Any]:
    told: dict[str, Any] = data_of(ask(demo[0], QUERY, p=demo[1], f=filter))["profile"]["matches"]
    return told


def ads(matches: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"]["posting"] for edge in matches["edges"]]


def test_within_reaches_from_another_place_by_name_code_or_postcode(demo_client: Demo) -> None:
    by_name, by_code, by_postcode = (
        found(demo_client, within=place, minutes=30, means="CAR") for place in ("Aarhus", "0751", "8000")
    )
    home = found(demo_client, minutes=30, means="CAR")
    ids = [[one["sourceId"] for one in ads(matches)] for matches in (by_name, by_code, by_postcode, home)]

    assert ids[0] == ids[1] != ids[3]
    assert set(ids[2]) & set(ids[0])
    assert all((edge["node"]["minutes"] or 0) <= 30 for edge in by_name["edges"])


def test_public_transport_reaches_less_than_a_car_in_the_same_minutes(demo_client: Demo) -> None:
    car, transit = (found(demo_client, minutes=30, means=means) for means in ("CAR", "TRANSIT"))

    assert transit["totalCount"] < car["totalCount"]
    assert transit["outOfReach"] > car["outOfReach"]


def test_kinds_are_what_is_listed_and_others_come_on_request(demo_client: Demo) -> None:
    far: dict[str, object] = {"minutes": 600, "means": "CAR", "folded": True}
    plain, wanted = found(demo_client, **far), found(demo_client, **far, kinds=["TEMPORARY"])
    every = {
        one["kind"] for one in ads(found(demo_client, **far, kinds=["FLEXJOB", "STUDENT", "APPRENTICE", "ON_CALL"]))
    }

    assert {one["kind"] for one in ads(plain)} <= {"ORDINARY", "TEMPORARY"}
    assert {one["kind"] for one in ads(wanted)} <= {"TEMPORARY"}
    assert every
    assert every <= {"FLEXJOB", "STUDENT", "APPRENTICE", "ON_CALL"}


def test_an_industry_lets_through_work_that_mostly_lies_in_it(demo_client: Demo) -> None:
    shown = ads(found(demo_client, minutes=600, means="CAR", folded=True, industries=["G"]))
    shares = load_occupation_industries()

    assert shown
    for one in shown:
        known = dict(industries_of(IscoCode(one["occupations"][0]["isco"]), shares)) if one["occupations"] else {}
        assert sum(share for code, share in known.items() if section(code) == "G") >= 0.5 or not known


def section(code: IndustryCode) -> str:
    return load_industries()[code].parent or code


def test_a_credential_lets_through_ads_that_ask_for_it_themselves(demo_client: Demo) -> None:
    far: dict[str, object] = {"minutes": 600, "means": "CAR", "folded": True}
    asked = [{d["credential"]["code"] for d in one["demands"]} for one in ads(found(demo_client, **far))]
    code = next(code for codes in asked for code in sorted(codes))
    shown = ads(found(demo_client, **far, credentials=[code]))

    assert len(shown) == sum(code in codes for codes in asked)
    assert all(code in {d["credential"]["code"] for d in one["demands"]} for one in shown)


@pytest.mark.parametrize(
    ("filter", "said"),
    [
        ({"within": "Atlantis"}, "Atlantis"),
        ({"minutes": -1}, "minutes er -1"),
        ({"minutes": 601}, "minutes er 601"),
        ({"credentials": ["x"]}, "credentials har koden 'x'"),
        ({"industries": ["A"] * 51}, "flere end 50"),
    ],
)
def test_a_filter_that_is_none_says_what_to_mend(demo_client: Demo, filter: dict[str, object], said: str) -> None:
    assert said in str(ask(demo_client[0], QUERY, p=demo_client[1], f=filter)["errors"])


def test_a_filter_is_of_its_request_alone(demo_client: Demo) -> None:
    before = found(demo_client)
    found(demo_client, avoid=["STANDING"], hours="PART_TIME")

    assert found(demo_client) == before


def test_concepts_industries_and_groups_have_names_by_language(demo_client: Demo) -> None:
    query = """query($l: String!) { search(text: "kok", kinds: [OCCUPATION], language: "da", first: 1) { node {
      ... on Occupation { label(language: $l) isco_: iscoLabel(language: $l) otherLabels(language: $l)
        essentialSkills(first: 1) { label(language: $l) } industries { industry { title(language: $l) } } } } } }"""
    danish, english, none = (
        data_of(ask(demo_client[0], query, l=one))["search"][0]["node"] for one in ("da", "en", "xx")
    )

    assert danish["label"] == none["label"] != english["label"]
    assert danish["essentialSkills"] == none["essentialSkills"] != english["essentialSkills"]
    assert danish["industries"] == none["industries"] != english["industries"]
