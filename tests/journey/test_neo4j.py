"""The whole road over a real Neo4j: what Cypher scores is what the index scores."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import neo4j
import pytest

from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.service import Service
from api.settings import Neo4jAddress, Settings
from graph.coverage import coverage
from graph.experience import kept_move
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_questions import bridge_paths, concepts_called, direct_matches, skill_bridges
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from ontology.people import ProfileId, Releaser
from ontology.places import load_places
from tests.neo4j_server.server import Server

TOLERANCE = 1e-6


@pytest.fixture
def service(neo4j_store: Neo4jStore, tmp_path: Path) -> Service:
    return Service(neo4j_store, SqliteRecords(tmp_path / "r.sqlite"), SqliteVault(tmp_path / "k.sqlite"))


def assert_cypher_scores_as_the_index(service: Service, store: Neo4jStore, ids: Sequence[str], day: date) -> None:
    postings = [posting.id for posting in service.index.postings]
    for id in ids:
        profile = service.profile(id)
        covered = coverage(profile, service.live.taxonomy, service.live.derived.near)
        scores = dict(zip(postings, service.index.scores(profile, covered, service.live, day), strict=True))
        found = direct_matches(store, ProfileId(id), postings, service.live, day, len(postings))

        assert {posting for posting, _ in found} == set(postings)
        assert all(abs(score - scores[posting]) < TOLERANCE for posting, score in found)
        ordered = sorted(postings, key=lambda posting: (-scores[posting], posting))
        for (posting, score), expected in zip(found, ordered, strict=True):
            assert posting == expected or abs(score - scores[expected]) <= 2 * TOLERANCE


@pytest.mark.neo4j
def test_cypher_scores_the_demo_as_the_index_does(service: Service, neo4j_store: Neo4jStore) -> None:
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    ids = service.intake.cvs(sorted((TEXTS / "cvs").iterdir())).kept

    assert len(ids) == 12
    assert_cypher_scores_as_the_index(service, neo4j_store, ids, AS_OF)


@pytest.mark.neo4j
def test_an_ad_finds_those_whom_both_released_and_loses_who_withdraws(service: Service) -> None:
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    first, second, *_ = service.intake.cvs(sorted((TEXTS / "cvs").iterdir())[:3]).kept
    ad = service.match(first, None, AS_OF).shown[0].match.posting.id
    service.release(second, Releaser.CONSULTANT)
    for by in Releaser:
        service.release(first, by)
    found = service.candidates(ad, None, AS_OF)
    service.withdraw(first, Releaser.CITIZEN)

    assert [one.listed for one in found.shown] == [service.opened(first, ad, AS_OF)]
    assert service.candidates(ad, None, AS_OF).shown == ()


@pytest.mark.neo4j
def test_what_denmark_knows_stands_beside_the_release(
    neo4j_server: Server, neo4j_store: Neo4jStore, tmp_path: Path
) -> None:
    made = build(Settings(Neo4jAddress(neo4j_server.uri), "none", records=tmp_path))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    with neo4j.GraphDatabase.driver(neo4j_server.uri) as driver:
        (towns,) = driver.execute_query("MATCH (m:Municipality)-[:PART_OF]->(:Region) RETURN count(m) AS n").records
        (near,) = driver.execute_query(
            "MATCH (:Municipality {code: '0101'})-[r:REACHES]->(:Municipality {code: '0147'}) RETURN r.minutes_car AS m"
        ).records
        (jobs,) = driver.execute_query(
            "MATCH (o:Occupation)-[s:IN_INDUSTRY]->(:Industry) WITH o, sum(s.share) AS whole "
            "RETURN count(o) AS n, min(whole) AS least"
        ).records
    made.store.close()

    assert towns["n"] == len(load_places().municipalities)
    assert 0 < near["m"] < 30
    assert (jobs["n"], jobs["least"]) == (164, pytest.approx(1.0))


@pytest.mark.neo4j
def test_full_text_search_understands_danish_inflection(service: Service, neo4j_store: Neo4jStore) -> None:
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)

    assert "truckfører" in {row["label"] for row in concepts_called(neo4j_store, "gaffeltruckføreren", 5)}
    assert concepts_called(neo4j_store, '"*/(', 5) == []


@pytest.mark.neo4j
def test_cypher_finds_the_bridges_of_the_arrays_and_the_paths_that_carry_them(
    service: Service, neo4j_store: Neo4jStore
) -> None:
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    (id,) = service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept
    live, profile = service.live, service.profile(id)
    held = [live.taxonomy.occupation_rows[one.occupation] for one in profile.held]
    fits = {one.occupation: one.fit for one in service.bridges(id, AS_OF)}
    found = skill_bridges(neo4j_store, ProfileId(id), live, 100)

    assert fits.keys() & {row["occupation"] for row in found}
    for row in found:
        target = live.taxonomy.occupation_rows[row["occupation"]]
        assert row["move"] == pytest.approx(max(kept_move(origin, target, live) for origin in held), abs=TOLERANCE)
        assert row["fit"] == pytest.approx(fits.get(row["occupation"], row["fit"]), abs=TOLERANCE)
    values = coverage(profile, live.taxonomy, live.derived.near).values
    for path in bridge_paths(neo4j_store, ProfileId(id), found[0]["occupation"], 50):
        assert path["covered"] == pytest.approx(values[live.taxonomy.skill_rows[path["skill"]]], abs=TOLERANCE)


@pytest.mark.neo4j
@pytest.mark.real_data
def test_cypher_scores_real_ads_on_the_whole_of_esco_as_the_index_does(
    service: Service, neo4j_store: Neo4jStore, reference_data: Path
) -> None:
    esco = reference_data / "esco"
    service.releases.import_ontology([esco / "en", esco / "da"], lambda _w, _s: None)
    service.intake.postings([reference_data / "postings" / "jobnet_2021_postings.jsonl"])
    ids = service.intake.cvs(sorted((TEXTS / "cvs").iterdir())).kept

    assert len(ids) == 12
    assert_cypher_scores_as_the_index(service, neo4j_store, ids, date(2021, 7, 10))
