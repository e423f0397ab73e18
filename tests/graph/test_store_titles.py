"""What every GraphStore does with the job titles of a release."""

from dataclasses import replace

import neo4j
import pytest

from graph.ontology import LiveOntology
from graph.store.neo4j import Neo4jStore
from graph.store.port import GraphStore
from ontology.job_titles import JobTitle, StarUri, TitleLink, in_order
from ontology.kinds import EscoUri, IscoCode, TitleRelation
from ontology.taxonomy import Taxonomy
from tests.neo4j_server.server import Server


def titled(live: LiveOntology) -> Taxonomy:
    """The release with a title of each relation, one of them to a group, and one to what the release does not have."""
    concepts = ("o/kok", "o/opvasker", "o/butiksassistent", "isco/5120")
    links = [TitleLink(EscoUri(uri), one) for uri, one in zip(concepts, TitleRelation, strict=True)]
    gone = TitleLink(EscoUri("o/hattemager"), TitleRelation.EXACT)
    titles = (
        JobTitle(StarUri("t/1"), "Køkkenhånd", "http://star.example/a", IscoCode("5120"), in_order(links)),
        JobTitle(StarUri("t/2"), "Hattemager", links=(gone,)),
    )
    return replace(live.taxonomy, job_titles=titles)


def test_job_titles_come_back_with_all_their_links_and_are_saved_once(store: GraphStore, live: LiveOntology) -> None:
    store.save_ontology(live.taxonomy, live.derived)
    assert store.save_ontology(titled(live), live.derived)
    assert not store.save_ontology(titled(live), live.derived)
    kept = store.ontology()

    assert kept is not None
    assert kept[0].job_titles == titled(live).job_titles
    assert kept[0].skills == live.taxonomy.skills
    assert not store.save_ontology(*kept)
    assert [change.kind for change in store.changes(0)] == ["ontology", "ontology"]


def test_other_job_titles_replace_those_that_were_there(store: GraphStore, live: LiveOntology) -> None:
    first, second = titled(live).job_titles
    store.save_ontology(titled(live), live.derived)
    for titles in ((second,), (replace(first, label="Kokkehånd"),), ()):
        assert store.save_ontology(replace(live.taxonomy, job_titles=titles), live.derived)
        kept = store.ontology()
        assert kept is not None
        assert kept[0].job_titles == titles


@pytest.mark.neo4j
def test_in_neo4j_a_job_title_is_a_node_with_its_relations(
    neo4j_store: Neo4jStore, neo4j_server: Server, live: LiveOntology
) -> None:
    asked = (
        "MATCH (t:JobTitle) OPTIONAL MATCH (t)-[r]->(o) "
        "RETURN t.uri AS title, t.label AS label, type(r) AS relation, o.uri AS concept ORDER BY title, relation"
    )
    neo4j_store.save_ontology(live.taxonomy, live.derived)
    neo4j_store.save_ontology(titled(live), live.derived)
    other = replace(titled(live), release="other")
    for taxonomy in (titled(live), other):
        neo4j_store.save_ontology(taxonomy, live.derived)
        with neo4j.GraphDatabase.driver(neo4j_server.uri) as driver:
            found = driver.execute_query(asked).records

        assert [tuple(row.values()) for row in found] == [
            ("t/1", "Køkkenhånd", "BROAD", "o/butiksassistent"),
            ("t/1", "Køkkenhånd", "CLOSE", "o/opvasker"),
            ("t/1", "Køkkenhånd", "EXACT", "o/kok"),
            ("t/1", "Køkkenhånd", "NARROW", "isco/5120"),
            ("t/2", "Hattemager", None, None),
        ]
