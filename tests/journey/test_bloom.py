"""What consultants explore: the export holds nobody, and every phrase and action of the perspective runs on it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import neo4j
import pytest
from click.testing import CliRunner

import cypher
from api.app import build
from api.cli.bloom import bloom
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.service import Service
from api.settings import Settings, SettingsError
from cypher.perspective import data_type, declared, perspective
from graph.errors import StoreError
from graph.store.bloom import EXPIRES_AFTER, Source, fill, remove_expired, remove_profiles, schema
from graph.store.neo4j import Neo4jStore
from ontology.people import Denial, Profile
from ontology.places import load_places
from ontology.travel import load_travel
from ontology.vacancies import Posting
from tests.neo4j_server.server import Server

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((Path(cypher.__file__ or "").parent / "perspective_schema.json").read_text(encoding="utf-8"))
MADE: dict[str, Any] = perspective(declared(), 1_700_000_000_000)

ASKED = {
    "Stillinger der efterspørger $kompetence i $kommune": {"kompetence": "betjene kasse", "kommune": "København"},
    "Vej fra $stilling til andre brancher": {"stilling": "butiksassistent"},
    "Hvad mangler en $stilling for at blive $andenStilling": {
        "stilling": "lagermedarbejder",
        "andenStilling": "truckfører",
    },
    "Hvad kan man med $kompetence i $kommune": {"kompetence": "betjene kasse", "kommune": "Glostrup"},
}
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


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    made = build(Settings(tmp_path_factory.mktemp("bloom") / "k.sqlite", "none"))
    made.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.ingest_postings([TEXTS / "demo.jsonl"])
    made.ingest_cvs([TEXTS / "cvs" / "citizen-5.txt", TEXTS / "cvs" / "citizen-6.txt"])
    return made


@pytest.fixture
def session(neo4j_server: Server) -> Iterator[neo4j.Session]:
    with neo4j.GraphDatabase.driver(neo4j_server.uri) as driver, driver.session() as opened:
        yield opened


def source(service: Service, postings: Iterable[Posting] | None = None) -> Source:
    ads = service.store.postings() if postings is None else postings
    return Source(service.live, ads, load_places(), load_travel())


def people(service: Service) -> list[Profile]:
    return [service.profile(id) for id in service.store.profiles()]


def run(session: neo4j.Session, text: str, **given: object) -> list[Any]:
    """All values of an answer; Bloom shows nodes and paths, and never a bare relationship."""
    values = [value for record in session.run(text, given) for value in record.values() if value is not None]
    assert all(isinstance(value, neo4j.graph.Node | neo4j.graph.Path) for value in values)
    return values


def labels(session: neo4j.Session) -> set[str]:
    return {row["label"] for row in session.run("MATCH (n) RETURN DISTINCT labels(n)[0] AS label")}


def suggested(session: neo4j.Session, param: Mapping[str, Any], given: Mapping[str, str]) -> set[str]:
    if param["cypher"]:
        return {row[0] for row in session.run(param["cypher"], dict(given))}
    text = "MATCH (n) WHERE $label IN labels(n) RETURN n[$key]"
    return {row[0] for row in session.run(text, label=param["suggestionLabel"], key=param["suggestionProp"])}


def wrong(value: Any, rule: Mapping[str, Any], at: str = "$") -> list[str]:
    """What of a value our schema does not allow; the words of JSON Schema that the schema uses."""
    if "$ref" in rule:
        return wrong(value, SCHEMA["$defs"][rule["$ref"].rsplit("/", 1)[1]], at)
    kinds = {"string": str, "boolean": bool, "null": type(None), "object": dict, "array": list, "integer": int}
    kinds["number"] = (int, float)  # type: ignore[assignment]  # isinstance takes both
    allowed = rule.get("type", [])
    names = [allowed] if isinstance(allowed, str) else allowed
    fits = [n for n in names if isinstance(value, kinds[n]) and (n == "boolean" or not isinstance(value, bool))]
    if names and not fits:
        return [f"{at} is {value!r}"]
    found = [f"{at} is {value!r}"] if "enum" in rule and value not in rule["enum"] else []
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        found.append(f"{at} is {value!r}")
    if isinstance(value, int | float) and not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        found.append(f"{at} is {value!r}")
    if isinstance(value, list):
        found += [one for i, item in enumerate(value) for one in wrong(item, rule["items"], f"{at}[{i}]")]
    if isinstance(value, dict):
        found += [f"{at} has no {key}" for key in rule.get("required", ()) if key not in value]
        for key, item in value.items():
            other = rule.get("additionalProperties", False)
            own = rule.get("properties", {}).get(key, other)
            found += [f"{at} has {key}"] if own is False else wrong(item, own, f"{at}.{key}")
    return found


def test_the_perspective_has_every_key_of_a_bloom_export_and_no_other() -> None:
    assert wrong(MADE, SCHEMA) == []


@pytest.mark.parametrize("kind", ["categories", "relationshipTypes", "templates", "sceneActions"])
def test_our_schema_refuses_a_part_that_lacks_a_key(kind: str) -> None:
    for key in MADE[kind][0]:
        part = {name: value for name, value in MADE[kind][0].items() if name != key}

        assert wrong({**MADE, kind: [part]}, SCHEMA) == [f"$.{kind}[0] has no {key}"]


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
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(service), NOW, AS_OF)

    for one in MADE["templates"]:
        asked = ASKED[one["text"]]
        assert run(session, one["cypher"], **asked), one["text"]
        for param in one["params"]:
            assert asked[param["name"][1:]] in suggested(session, param, asked), param["name"]


@pytest.mark.neo4j
def test_every_action_finds_something_on_what_it_is_offered_for(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(service), datetime.now(UTC), AS_OF, people(service)[0])

    assert set(SELECTED) == {one["name"] for one in MADE["sceneActions"]}
    for one in MADE["sceneActions"]:
        ids = [row["id"] for row in session.run(SELECTED[one["name"]] + " RETURN DISTINCT elementId(n) AS id")]
        assert run(session, one["cypher"], nodes=ids, relationships=ids), one["name"]


@pytest.mark.neo4j
def test_a_gap_is_what_the_other_job_does_not_carry(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(service), NOW, AS_OF)
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
def test_nobody_is_in_the_export_and_no_text_of_theirs(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    done = fill(neo4j_store, source(service), NOW, AS_OF)
    keys = {row[0] for row in session.run("MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT key")}
    of_links = {row[0] for row in session.run("MATCH ()-[r]->() UNWIND keys(r) AS key RETURN DISTINCT key")}

    assert (done.ads, done.left_out, done.expires) == (60, 0, None)
    assert labels(session) == set(declared().labels) - {"Profile"}
    assert not {"data", "document", "text", "ev_doc", "ev_start", "ev_end"} & (keys | of_links)


@pytest.mark.neo4j
def test_the_declared_schema_is_that_of_the_export(service: Service, neo4j_store: Neo4jStore) -> None:
    fill(neo4j_store, source(service), NOW, None, replace(people(service)[0], level=2))
    found, ours = schema(neo4j_store), declared()

    assert set(found.labels) == set(ours.labels)
    assert all(set(own.items()) <= set(ours.labels[label].items()) for label, own in found.labels.items())
    assert all(set(own.items()) <= set(ours.relationships[kind].items()) for kind, own in found.relationships.items())
    assert set(found.segments) <= set(ours.segments)
    assert set(ours.indexes) <= set(found.indexes)
    assert wrong(perspective(found, 1), SCHEMA) == []
    assert {**perspective(found, 1), "metadata": None} == {**perspective(ours, 1), "metadata": None}


@pytest.mark.neo4j
def test_one_profile_is_there_when_asked_for_and_expires_after_a_day(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    first, second = people(service)
    fill(neo4j_store, source(service), NOW, AS_OF, first)
    fill(neo4j_store, source(service), NOW, AS_OF, second)
    kept = [dict(row["p"]) for row in session.run("MATCH (p:Profile) RETURN p")]

    assert [one["id"] for one in kept] == [second.id]
    assert kept[0]["expires"].to_native() == NOW + EXPIRES_AFTER
    assert set(kept[0]) <= {"id", "expires", "level", "municipality", "means"}
    assert remove_expired(neo4j_store, NOW + timedelta(hours=23)) == 0
    assert remove_expired(neo4j_store, NOW + timedelta(hours=24)) == 1
    assert "Profile" not in labels(session)


@pytest.mark.neo4j
def test_the_next_export_and_an_erasure_take_the_profile_away(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(service), NOW, AS_OF, people(service)[0])
    assert remove_profiles(neo4j_store) == 1
    fill(neo4j_store, source(service), NOW, AS_OF, people(service)[0])
    fill(neo4j_store, source(service), NOW, AS_OF)

    assert "Profile" not in labels(session)


@pytest.mark.neo4j
def test_a_skill_that_the_citizen_denies_is_not_exported(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    profile = people(service)[0]
    struck = profile.claims[0].skill
    fill(neo4j_store, source(service), NOW, AS_OF, replace(profile, denied=(Denial(struck),)))
    linked = {row[0] for row in session.run("MATCH (:Profile)-->(s:Skill) RETURN s.uri")}

    assert linked == {one.skill for one in profile.claims} - {struck}


@pytest.mark.neo4j
def test_an_expired_profile_shows_nothing_even_before_it_is_removed(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(service), datetime.now(UTC) - 2 * EXPIRES_AFTER, AS_OF, people(service)[0])
    ids = [row[0] for row in session.run("MATCH (p:Profile) RETURN elementId(p)")]
    (shown,) = [one["cypher"] for one in MADE["sceneActions"] if "HAS_SKILL" in one["cypher"]]

    assert len(ids) == 1
    assert run(session, shown, nodes=ids) == []


@pytest.mark.neo4j
def test_an_ad_past_its_last_day_is_not_found_although_it_is_still_there(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    today = datetime.now(UTC)
    phrase = MADE["templates"][0]

    def found(last: timedelta) -> int:
        moved = [
            replace(one, published=(today - timedelta(days=20)).date(), deadline=(today + last).date())
            for one in service.store.postings()
        ]
        assert fill(neo4j_store, source(service, moved), today - timedelta(days=5)).ads == 60
        return len(run(session, phrase["cypher"], **ASKED[phrase["text"]]))

    assert found(timedelta(days=2)) > 0
    assert found(timedelta(days=-2)) == 0


@pytest.mark.neo4j
def test_an_export_takes_away_the_ads_that_are_gone_or_not_of_its_day(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    ads = list(service.store.postings())
    fill(neo4j_store, source(service, ads), NOW, AS_OF)
    done = fill(
        neo4j_store,
        source(service, [replace(ads[0], deadline=ads[0].published), *ads[1:30]]),
        NOW + timedelta(hours=1),
        AS_OF,
    )

    assert (done.ads, done.left_out, done.removed) == (29, 1, 31)
    assert {row[0] for row in session.run("MATCH (a:Posting) RETURN a.id")} == {one.id for one in ads[1:30]}


@pytest.mark.neo4j
def test_municipalities_reach_what_is_under_two_hours_and_themselves(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(service), NOW, AS_OF)
    text = "MATCH ({name: $a})-[r:REACHES]->({name: $b}) RETURN r.minutes_car, r.minutes_transit"
    longest = session.run("MATCH ()-[r:REACHES]->() RETURN max(r.minutes_car)").single(strict=True)[0]

    assert longest <= 120
    assert session.run(text, a="København", b="København").single(strict=True)[0] > 0
    car, transit = session.run(text, a="København", b="Roskilde").single(strict=True)
    assert 20 < car < transit < 120
    assert session.run(text, a="København", b="Aalborg").single() is None


@pytest.mark.neo4j
def test_a_store_of_the_service_is_never_filled(
    service: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    neo4j_store.save_ontology(service.live.taxonomy, service.live.derived)
    with pytest.raises(StoreError, match="holds a store of the service; name an empty database"):
        fill(neo4j_store, source(service), NOW, AS_OF)
    session.run("MERGE (:Exploration {name: 'bloom'})").consume()
    neo4j_store.save_profile(people(service)[0], [])

    with pytest.raises(StoreError, match="holds people"):
        fill(neo4j_store, source(service), NOW, AS_OF)
    assert remove_profiles(neo4j_store) == remove_expired(neo4j_store, NOW) == 0


@pytest.mark.neo4j
def test_the_commands_fill_expire_and_write_the_perspective(
    service: Service, neo4j_store: Neo4jStore, neo4j_server: Server, session: neo4j.Session, tmp_path: Path
) -> None:
    store = build(Settings(tmp_path / "own.sqlite", "none"))
    store.store.save_ontology(service.live.taxonomy, service.live.derived)
    (id,) = store.ingest_cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept
    to = ["--target", neo4j_server.uri]
    own = ["--store", str(tmp_path / "own.sqlite"), "--as-of", AS_OF.isoformat()]

    def told(*words: str) -> str:
        done = CliRunner().invoke(bloom, words, catch_exceptions=False, env={"COLUMNS": "200"})
        assert done.exit_code == 0, done.output
        return done.output

    assert "0 opslag, 99 kommuner" in told("export", *to, *own)
    assert "Profile" not in labels(session)
    assert f"profilen {id} ses indtil" in told("export", *to, *own, "--profile", id)
    assert "0 profiler slettet" in told("expire", *to)
    assert "1 profiler slettet" in told("expire", *to, "--all")
    told("perspective", "--out", str(tmp_path / "read.json"), *to)
    told("perspective", "--out", str(tmp_path / "declared.json"))
    read, made = (json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in ("read", "declared"))
    assert wrong(read, SCHEMA) == wrong(made, SCHEMA) == []
    assert read["templates"][0]["text"] == made["templates"][0]["text"]


@pytest.mark.parametrize("target", ["graph.sqlite", "bolt://localhost:7687"])
def test_the_target_is_another_neo4j_than_the_store(target: str) -> None:
    words = ["export", "--target", target, "--store", "bolt://localhost:7687"]

    with pytest.raises(SettingsError, match=r"is no Neo4j|is the store itself"):
        CliRunner().invoke(bloom, words, catch_exceptions=False)
