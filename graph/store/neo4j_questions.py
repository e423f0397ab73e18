"""Matches and bridges asked of Neo4j in Cypher alone: what analysts and Bloom see, equal to the arrays' answers."""

from collections.abc import Sequence
from datetime import date

from graph.ontology import LiveOntology
from graph.store import neo4j_rows as rows
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_driver import Record
from ontology.kinds import EscoUri
from ontology.people import ProfileId
from ontology.vacancies import PostingId


def direct_matches(
    store: Neo4jStore, profile: ProfileId, reachable: Sequence[PostingId], live: LiveOntology, as_of: date, count: int
) -> list[tuple[PostingId, float]]:
    """The best ads among `reachable`, best first; the scores of graph.scoring to 1e-6."""
    found = store.read(
        "direct_matches",
        profile=profile,
        reachable=list(reachable),
        year=as_of.year,
        constants=rows.constants(live),
        generic=rows.generic(live),
        count=count,
    )
    return [(PostingId(row["id"]), row["score"]) for row in found]


def skill_bridges(store: Neo4jStore, profile: ProfileId, live: LiveOntology, count: int) -> list[Record]:
    """Occupations that held ones move to: occupation, label, move and fit in [0, 1], best product first."""
    return store.read("skill_bridges", profile=profile, generic=rows.generic(live), count=count)


def bridge_paths(store: Neo4jStore, profile: ProfileId, occupation: EscoUri, count: int) -> list[Record]:
    """How claimed skills reach what an occupation needs: skill, label, claimed, covered in [0, 1], via."""
    return store.read("bridge_paths", profile=profile, occupation=occupation, count=count)


def concepts_called(store: Neo4jStore, words: str, count: int) -> list[Record]:
    """Skills and occupations called something like `words`: uri, label, kind, score; best first."""
    plain = " ".join("".join(c if c.isalnum() else " " for c in words).split())
    return store.read("concepts_called", words=plain, count=count) if plain else []
