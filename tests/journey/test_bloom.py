"""The database that consultants explore: it holds nobody but a profile that was asked for, for a day."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import neo4j
import pytest
from click.testing import CliRunner

from api.app import build
from api.cli.bloom import bloom
from api.cli.demo import AS_OF, TEXTS
from api.service import Service
from api.settings import Settings, SettingsError
from cypher.perspective import declared
from graph.errors import StoreError
from graph.store.bloom import EXPIRES_AFTER, fill, remove_expired, remove_profiles
from graph.store.neo4j import Neo4jStore
from ontology.people import Denial
from tests.journey.exploring import ASKED, MADE, people, run, source, wrong
from tests.neo4j_server.server import Server

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def labels(session: neo4j.Session) -> set[str]:
    return {row["label"] for row in session.run("MATCH (n) RETURN DISTINCT labels(n)[0] AS label")}


@pytest.mark.neo4j
def test_nobody_is_in_the_export_and_no_text_of_theirs(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    done = fill(neo4j_store, source(explored), NOW, AS_OF)
    keys = {row[0] for row in session.run("MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT key")}
    of_links = {row[0] for row in session.run("MATCH ()-[r]->() UNWIND keys(r) AS key RETURN DISTINCT key")}

    assert (done.ads, done.left_out, done.expires) == (60, 0, None)
    assert labels(session) == set(declared().labels) - {"Profile"}
    assert not {"data", "document", "text", "ev_doc", "ev_start", "ev_end"} & (keys | of_links)


@pytest.mark.neo4j
def test_one_profile_is_there_when_asked_for_and_expires_after_a_day(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    first, second = people(explored)
    fill(neo4j_store, source(explored), NOW, AS_OF, first)
    fill(neo4j_store, source(explored), NOW, AS_OF, second)
    kept = [dict(row["p"]) for row in session.run("MATCH (p:Profile) RETURN p")]

    assert [one["id"] for one in kept] == [second.id]
    assert kept[0]["expires"].to_native() == NOW + EXPIRES_AFTER
    assert set(kept[0]) <= {"id", "expires", "level", "municipality", "means"}
    assert remove_expired(neo4j_store, NOW + timedelta(hours=23)) == 0
    assert remove_expired(neo4j_store, NOW + timedelta(hours=24)) == 1
    assert "Profile" not in labels(session)


@pytest.mark.neo4j
def test_the_next_export_and_an_erasure_take_the_profile_away(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(explored), NOW, AS_OF, people(explored)[0])
    assert remove_profiles(neo4j_store) == 1
    fill(neo4j_store, source(explored), NOW, AS_OF, people(explored)[0])
    fill(neo4j_store, source(explored), NOW, AS_OF)

    assert "Profile" not in labels(session)


@pytest.mark.neo4j
def test_a_skill_that_the_citizen_denies_is_not_exported(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    profile = people(explored)[0]
    struck = profile.claims[0].skill
    fill(neo4j_store, source(explored), NOW, AS_OF, replace(profile, denied=(Denial(struck),)))
    linked = {row[0] for row in session.run("MATCH (:Profile)-->(s:Skill) RETURN s.uri")}

    assert linked == {one.skill for one in profile.claims} - {struck}


@pytest.mark.neo4j
def test_an_expired_profile_shows_nothing_even_before_it_is_removed(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(explored), datetime.now(UTC) - 2 * EXPIRES_AFTER, AS_OF, people(explored)[0])
    ids = [row[0] for row in session.run("MATCH (p:Profile) RETURN elementId(p)")]
    (shown,) = [one["cypher"] for one in MADE["sceneActions"] if "HAS_SKILL" in one["cypher"]]

    assert len(ids) == 1
    assert run(session, shown, nodes=ids) == []


@pytest.mark.neo4j
def test_an_ad_past_its_last_day_is_not_found_although_it_is_still_there(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    today = datetime.now(UTC)
    phrase = MADE["templates"][0]

    def found(last: timedelta) -> int:
        moved = [
            replace(one, published=(today - timedelta(days=20)).date(), deadline=(today + last).date())
            for one in explored.store.postings()
        ]
        assert fill(neo4j_store, source(explored, moved), today - timedelta(days=5)).ads == 60
        return len(run(session, phrase["cypher"], **ASKED[phrase["text"]]))

    assert found(timedelta(days=2)) > 0
    assert found(timedelta(days=-2)) == 0


@pytest.mark.neo4j
def test_an_export_takes_away_the_ads_that_are_gone_or_not_of_its_day(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    ads = list(explored.store.postings())
    fill(neo4j_store, source(explored, ads), NOW, AS_OF)
    done = fill(
        neo4j_store,
        source(explored, [replace(ads[0], deadline=ads[0].published), *ads[1:30]]),
        NOW + timedelta(hours=1),
        AS_OF,
    )

    assert (done.ads, done.left_out, done.removed) == (29, 1, 31)
    assert {row[0] for row in session.run("MATCH (a:Posting) RETURN a.id")} == {one.id for one in ads[1:30]}


@pytest.mark.neo4j
def test_municipalities_reach_what_is_under_two_hours_and_themselves(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    fill(neo4j_store, source(explored), NOW, AS_OF)
    text = "MATCH ({name: $a})-[r:REACHES]->({name: $b}) RETURN r.minutes_car, r.minutes_transit"
    longest = session.run("MATCH ()-[r:REACHES]->() RETURN max(r.minutes_car)").single(strict=True)[0]

    assert longest <= 120
    assert session.run(text, a="København", b="København").single(strict=True)[0] > 0
    car, transit = session.run(text, a="København", b="Roskilde").single(strict=True)
    assert 20 < car < transit < 120
    assert session.run(text, a="København", b="Aalborg").single() is None


@pytest.mark.neo4j
def test_a_store_of_the_service_is_never_filled(
    explored: Service, neo4j_store: Neo4jStore, session: neo4j.Session
) -> None:
    neo4j_store.save_ontology(explored.live.taxonomy, explored.live.derived)
    with pytest.raises(StoreError, match="holds a store of the service; name an empty database"):
        fill(neo4j_store, source(explored), NOW, AS_OF)
    session.run("MERGE (:Exploration {name: 'bloom'})").consume()
    neo4j_store.save_profile(people(explored)[0], [])

    with pytest.raises(StoreError, match="holds people"):
        fill(neo4j_store, source(explored), NOW, AS_OF)
    assert remove_profiles(neo4j_store) == remove_expired(neo4j_store, NOW) == 0


@pytest.mark.neo4j
def test_the_commands_fill_expire_and_write_the_perspective(
    explored: Service, neo4j_store: Neo4jStore, neo4j_server: Server, session: neo4j.Session, tmp_path: Path
) -> None:
    store = build(Settings(tmp_path / "own.sqlite", "none"))
    store.store.save_ontology(explored.live.taxonomy, explored.live.derived)
    (id,) = store.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept
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
    assert wrong(read) == wrong(made) == []
    assert read["templates"][0]["text"] == made["templates"][0]["text"]


@pytest.mark.parametrize("target", ["graph.sqlite", "bolt://localhost:7687"])
def test_the_target_is_another_neo4j_than_the_store(target: str) -> None:
    words = ["export", "--target", target, "--store", "bolt://localhost:7687"]

    with pytest.raises(SettingsError, match=r"is no Neo4j|is the store itself"):
        CliRunner().invoke(bloom, words, catch_exceptions=False)
