"""The perspective: every key of a Bloom export, and every phrase and action of it runs on what is exported."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import neo4j
import pytest

from api.cli.demo import AS_OF
from api.service import Service
from cypher.perspective import data_type, declared, perspective
from graph.store.bloom import fill, schema
from graph.store.neo4j import Neo4jStore
from tests.journey.exploring import ASKED, MADE, people, run, source, wrong

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]

SELECTED = {
    "Vis opslag": "MATCH (n:Occupation)<-[:FOR]-(:Posting)",
    "Vis de ti mest oplagte skift": "MATCH (n:Occupation)-[:MOVES_TO]->()",
    "Vis hvad stillingen kræver": "MATCH (n:Occupation)-[:REQUIRES]->()",
    "Vis fælles kompetencer": "MATCH (n:Occupation)-[:REQUIRES]->()",
    "Vis beslægtede kompetencer": "MATCH (n:Skill)-[:NEAR]->()",
    "Vis vejen mellem kompetencerne": "MATCH ()-[n:NEAR]->()",
    "Vis kommuner inden for en time (skøn)": "MATCH (n:Municipality)",
    "Vis opslag med flest fælles kompetencer": "MATCH (n:Profile)",
}


def suggested(session: neo4j.Session, param: Mapping[str, Any], given: Mapping[str, str]) -> set[str]:
    if param["cypher"]:
        return {row[0] for row in session.run(param["cypher"], dict(given))}
    text = "MATCH (n) WHERE $label IN labels(n) RETURN n[$key]"
    return {row[0] for row in session.run(text, label=param["suggestionLabel"], key=param["suggestionProp"])}


def test_the_perspective_has_every_key_of_a_bloom_export_and_no_other() -> None:
    assert wrong(MADE) == []


@pytest.mark.parametrize("kind", ["categories", "relationshipTypes", "templates", "sceneActions"])
def test_our_schema_refuses_a_part_that_lacks_a_key(kind: str) -> None:
    for key in MADE[kind][0]:
        part = {name: value for name, value in MADE[kind][0].items() if name != key}

        assert wrong({**MADE, kind: [part]}) == [f"$.{kind}[0]: '{key}' is a required property"]


def test_a_phrase_names_the_parameters_of_its_cypher_in_order() -> None:
    assert [one["text"] for one in MADE["templates"]] == list(ASKED)
    for one in MADE["templates"]:
        named = [f"${name}" for name in re.findall(r"\$(\w+)", one["text"])]

        assert named == [param["name"] for param in one["params"]]
        assert set(named) == {f"${name}" for name in re.findall(r"\$(\w+)", one["cypher"])}


def test_an_action_is_offered_on_what_it_reads() -> None:
    for one in MADE["sceneActions"]:
        assert bool(one["categories"]) == ("$nodes" in one["cypher"])
        assert bool(one["relationshipTypes"]) == ("$relationships" in one["cypher"])


def test_a_style_rule_is_based_on_a_property_of_that_type() -> None:
    for one in (*MADE["categories"], *MADE["relationshipTypes"]):
        typed = {f"{p.get('name', p.get('propertyKey'))}_{p['dataType']}" for p in one["properties"]}

        assert {rule["basedOn"] for rule in one["styleRules"]} <= typed


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        (["Long"], "bigint"),
        (["Double"], "number"),
        (["String"], "string"),
        (["Boolean"], "boolean"),
        (["StringArray"], "array"),
        (["DoubleArray"], "array"),
        (["DateTime"], "string"),
        (["Point"], "string"),
    ],
)
def test_neo4j_types_are_bloom_types(said: list[str], ours: str) -> None:
    assert data_type(said) == ours


def test_the_guide_for_browser_holds_every_query_of_the_perspective() -> None:
    guide = (ROOT / "docs" / "bloom.md").read_text(encoding="utf-8")

    for one in (*MADE["templates"], *MADE["sceneActions"]):
        assert one["cypher"] in guide, one["name"]


@pytest.mark.neo4j
def test_every_phrase_finds_something_and_suggests_what_was_asked(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(explored), NOW, AS_OF)

    for one in MADE["templates"]:
        asked = ASKED[one["text"]]
        assert run(session, one["cypher"], **asked), one["text"]
        for param in one["params"]:
            assert asked[param["name"][1:]] in suggested(session, param, asked), param["name"]


@pytest.mark.neo4j
def test_every_action_finds_something_on_what_it_is_offered_for(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(explored), datetime.now(UTC), AS_OF, people(explored)[0])

    assert set(SELECTED) == {one["name"] for one in MADE["sceneActions"]}
    for one in MADE["sceneActions"]:
        ids = [row["id"] for row in session.run(SELECTED[one["name"]] + " RETURN DISTINCT elementId(n) AS id")]
        assert run(session, one["cypher"], nodes=ids, relationships=ids), one["name"]


@pytest.mark.neo4j
def test_a_gap_is_what_the_other_job_does_not_carry(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(explored), NOW, AS_OF)
    text = MADE["templates"][2]["cypher"]
    paths = [
        one
        for one in run(session, text, stilling="lagermedarbejder", andenStilling="truckfører")
        if isinstance(one, neo4j.graph.Path)
    ]
    ends = {path.end_node["label"] for path in paths if path.relationships[0].type == "REQUIRES"}
    own = {
        row[0]
        for row in session.run(
            "MATCH (:Occupation {label: 'lagermedarbejder'})-[r:REQUIRES {importance: 'essential'}]->(s) RETURN s.label"
        )
    }

    assert ends
    assert not ends & own
    assert "truckfører" not in {path.end_node["label"] for path in paths if path.start_node is path.end_node}


@pytest.mark.neo4j
def test_the_declared_schema_is_that_of_the_export(explored: Service, neo4j_store: Neo4jStore) -> None:
    fill(neo4j_store, source(explored), NOW, None, replace(people(explored)[0], level=2))
    found, ours = schema(neo4j_store), declared()

    assert set(found.labels) == set(ours.labels)
    assert all(set(own.items()) <= set(ours.labels[label].items()) for label, own in found.labels.items())
    assert all(set(own.items()) <= set(ours.relationships[kind].items()) for kind, own in found.relationships.items())
    assert set(found.segments) <= set(ours.segments)
    assert set(ours.indexes) <= set(found.indexes)
    assert wrong(perspective(found, 1)) == []
    assert {**perspective(found, 1), "metadata": None} == {**perspective(ours, 1), "metadata": None}
