"""The example documents of docs/api, asked of a service with the demo in it, as a frontend would."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLInterfaceType, GraphQLUnionType, build_schema, parse, validate
from starlette.testclient import TestClient

from api.cli.demo import TEXTS
from api.schema.root import SCHEMA
from api.web import application
from tests.api.asking import data_of, filled

EXAMPLES = Path(__file__).parents[2] / "docs" / "api"
GUIDE = EXAMPLES / "README.md"
CV = TEXTS / "cvs" / "citizen-2.docx"
WS = "ws://localhost/graphql"


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A client, and what stands for PROFILE, UPLOAD and JOB in the variables."""
    service, id = filled(tmp_path_factory.mktemp("examples"))
    with TestClient(application(service), "http://localhost") as client:
        yield client, {"PROFILE": id}


def document(name: str) -> str:
    return (EXAMPLES / f"{name}.graphql").read_text(encoding="utf-8")


def variables(name: str, known: dict[str, str]) -> dict[str, Any]:
    given = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return {key: known.get(value, value) if isinstance(value, str) else value for key, value in given.items()}


def run(scene: tuple[TestClient, dict[str, str]], name: str, **other: object) -> dict[str, Any]:
    client, known = scene
    sent = {"query": document(name), "variables": variables(name, known) | other}
    return data_of(client.post("/graphql", json=sent).json())


def leaf(data: object, path: str) -> list[Any]:
    """Everything under a path with dots, through lists."""
    found = [data]
    for step in path.split("."):
        found = [one.get(step) for one in found if isinstance(one, dict)]
        found = [inner for one in found for inner in (one if isinstance(one, list) else [one])]
    return [one for one in found if one not in (None, "", [])]


FILLED = {
    "viewer": ("me.subject", "me.roles", "me.may.act", "versions.ontology", "versions.today"),
    "consultant": (
        "profile.pseudonym",
        "profile.postcode",
        "profile.skills.skill.label",
        "profile.skills.evidence.text",
        "profile.occupations.occupation.label",
        "profile.hidden.kind",
        "profile.matches.totalCount",
        "profile.matches.edges.node.reasons",
        "profile.matches.edges.node.posting.municipalities.name",
        "profile.matches.pageInfo.endCursor",
    ),
    "filters": ("profile.matches.edges.node.posting.title", "profile.matches.edges.node.minutes"),
    "match": (
        "profile.match.score",
        "profile.match.inWords",
        "profile.match.contributions.label",
        "profile.match.contributions.askedIn.text",
        "profile.match.contributions.heldIn.text",
    ),
    "posting": (
        "posting.text",
        "posting.employer",
        "posting.workplaces.municipality.name",
        "posting.occupations.label",
        "posting.occupations.industries.industry.title",
        "posting.asks.skill.label",
        "posting.asks.askedIn.text",
        "posting.inWords",
    ),
    "bridges": (
        "profile.bridges.label",
        "profile.bridges.carrying.label",
        "profile.bridges.carrying.heldIn.text",
        "profile.bridges.gap",
        "profile.unlocks.label",
        "profile.unlocks.ads",
    ),
    "questions": ("profile.questions.citizen", "profile.questions.consultant", "profile.questions.what"),
    "search": ("search.name", "search.node.label", "search.node.escoUri"),
    "answer": ("answer.means", "answer.skills.skill.label"),
    "reach": ("setReach.postcode", "setReach.minutes", "setWishes.__typename"),
    "choose": ("choose.number", "choose.reason", "choose.inWords"),
    "history": (
        "profile.accesses.edges.node.inWords",
        "profile.decisions.edges.node.inWords",
        "profile.decisions.edges.node.rows.label",
        "profile.decisions.edges.node.madeBy.ontology",
        "profile.decisions.edges.node.choice",
        "profile.decisions.edges.node.correction",
    ),
    "case": ("refer.pseudonym",),
    "find": ("profileByCase.pseudonym",),
    "release": ("release.pseudonym",),
    "candidates": ("posting.candidates.othersInWords", "posting.candidates.live"),
    "restrict": ("restrict.restriction.reason",),
    "lift": ("liftRestriction.pseudonym",),
    "break_glass": ("breakGlass.skills.skill.label",),
    "labour_market": (
        "labourMarket.month",
        "labourMarket.overview.edges.node.area.name",
        "labourMarket.overview.edges.node.group.label",
        "labourMarket.overview.edges.node.live.text",
        "labourMarket.overview.edges.node.seekers.suppressed",
        "labourMarket.areas.edges.node.comparison.edges.node.group.label",
        "labourMarket.areas.edges.node.flows.edges.node.month",
    ),
    "labour_market_help": ("labourMarket.__typename", "labourMarket.areas.edges.node.area.name"),
    "ingest": ("ingestCv.pseudonym", "ingestCv.skills.skill.label"),
}
"""In this order, each with fields that are not empty; what is left is asked in tests of its own."""
OF_THEIR_OWN = {"upload", "job", "new_matches", "export", "erase"}


@pytest.mark.parametrize("name", FILLED)
def test_an_example_is_answered_in_full(scene: tuple[TestClient, dict[str, str]], name: str) -> None:
    data = run(scene, name)

    assert [path for path in FILLED[name] if not leaf(data, path)] == []


def test_every_example_is_run_and_is_valid_against_the_schema_that_frontends_were_given() -> None:
    schema = build_schema((EXAMPLES / "schema.graphql").read_text(encoding="utf-8"))
    names = {path.stem for path in EXAMPLES.glob("*.json")}
    documents = {path.stem for path in EXAMPLES.glob("*.graphql")} - {"schema"}

    assert names == documents
    assert names == FILLED.keys() | OF_THEIR_OWN
    assert [name for name in sorted(names) if validate(schema, parse(document(name)))] == []


def test_the_guide_speaks_of_every_example_and_of_no_other_file() -> None:
    told = set(re.findall(r"`(\w+\.graphql)`", GUIDE.read_text(encoding="utf-8")))
    names = {f"{path.stem}.graphql" for path in EXAMPLES.glob("*.json")}

    assert names <= told
    assert {name for name in told if (EXAMPLES / name).is_file()} == told


def test_the_guide_says_what_to_do_about_every_problem_and_what_every_union_answers() -> None:
    schema, told = SCHEMA._schema, GUIDE.read_text(encoding="utf-8")
    problem = schema.type_map["Problem"]
    assert isinstance(problem, GraphQLInterfaceType)
    problems = {one.name for one in schema.get_implementations(problem).objects}
    unions = {name for name, one in schema.type_map.items() if isinstance(one, GraphQLUnionType)}

    assert problems == set(re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE))
    assert {name for name in unions if f"`{name}`" not in told} == set()


def test_the_filters_of_the_example_hold(scene: tuple[TestClient, dict[str, str]]) -> None:
    found = run(scene, "filters")["profile"]["matches"]

    assert found["folded"] == 0
    assert all(edge["node"]["minutes"] is None or edge["node"]["minutes"] <= 45 for edge in found["edges"])
    assert {edge["node"]["posting"]["hours"] for edge in found["edges"]} <= {"FULL_TIME", "UNKNOWN"}


def test_a_list_is_walked_by_its_cursor(scene: tuple[TestClient, dict[str, str]]) -> None:
    first = run(scene, "consultant")["profile"]["matches"]
    second = run(scene, "consultant", after=first["pageInfo"]["endCursor"])["profile"]["matches"]
    pages = [[edge["node"]["posting"]["id"] for edge in page["edges"]] for page in (first, second)]

    assert len(pages[0]) == 5
    assert pages[1]
    assert not set(pages[0]) & set(pages[1])


def listen(
    scene: tuple[TestClient, dict[str, str]], name: str, known: dict[str, str], enough: Callable[[Any], bool]
) -> list[Any]:
    """What a subscription says until it is enough, or it ends."""
    told: list[Any] = []
    with scene[0].websocket_connect(WS, subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        assert socket.receive_json()["type"] == "connection_ack"
        sent = {"query": document(name), "variables": variables(name, known)}
        socket.send_json({"type": "subscribe", "id": "1", "payload": sent})
        while (message := socket.receive_json())["type"] == "next":
            told.append(data_of(message["payload"]))
            if enough(told[-1]):
                break
    return told


def test_a_file_is_read_as_a_job_that_is_followed_to_its_end(scene: tuple[TestClient, dict[str, str]]) -> None:
    client, _ = scene
    headers = {"content-type": "application/octet-stream"}
    sent = client.post("/uploads", params={"name": CV.name}, content=CV.read_bytes(), headers=headers).json()
    job = run(scene, "upload", upload=sent["upload"])["ingestUpload"]
    told = listen(scene, "job", {"JOB": job["id"]}, lambda one: one["job"]["state"] == "DONE")

    assert job["__typename"] == "Job"
    assert told[-1]["job"]["done"] == len(told[-1]["job"]["kept"]) == 1


def test_new_matches_begin_with_a_message_that_says_they_are_listened_for(
    scene: tuple[TestClient, dict[str, str]],
) -> None:
    assert listen(scene, "new_matches", scene[1], lambda _one: True) == [{"newMatches": []}]


def test_a_profile_is_exported_and_then_erased(scene: tuple[TestClient, dict[str, str]]) -> None:
    id = run(scene, "ingest", text="Kok på en skole 2010-2020. Jeg har lavet mad og bestilt varer.")["ingestCv"]["id"]
    export = run(scene, "export", profile=id)["export"]
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(export["base64"]))) as file:
        names = set(file.namelist())
    erased, again = (run(scene, "erase", profile=id)["erase"] for _ in range(2))

    assert {"profil.json", "log.json", "adgange.json"} < names
    assert export["mediaType"] == "application/zip"
    assert erased["__typename"] == "Erased"
    assert again["__typename"] == "NotFound"
