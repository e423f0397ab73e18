"""One CV's top twenty over whole ESCO and 40,000 generated ads: arrays, Cypher, SQL over SQLite, networkx; prints a table."""

import argparse
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TypeVar

import networkx as nx
import numpy as np

from api.cli.demo import TEXTS
from api.knowledge import labour_knowledge, levels
from api.matching import listing
from api.reach import Reach
from bench.generated_ads import AS_OF, generated, histogram
from bench.limits import gather_gb_s, read_gb_s
from graph.coverage import coverage
from graph.experience import kept_move, recency
from graph.index import MatchIndex
from graph.indexing import build_index
from graph.ontology import LiveOntology, derive
from graph.order import best_first
from graph.scoring import part_weights, requirements
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_questions import direct_matches
from graph.store.sqlite import SqliteStore
from ingestion.cv import read_cv
from ingestion.reader import build_reader
from ingestion.readers import read
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.people import Means, Profile, ProfileId
from ontology.terms import load_generic_demands, with_own_concepts
from ontology.vacancies import Posting
from tests.neo4j_server.server import LTS, Server, ServerError, jars, running

T = TypeVar("T")
TOP = 20
Ranked = list[tuple[str, float]]
_SQL = """
WITH covered AS (
  SELECT skill, MAX(c) AS c FROM (
    SELECT skill, strength AS c FROM claim UNION ALL
    SELECT near.target, claim.strength * near.proximity FROM claim JOIN near ON near.source = claim.skill
  ) GROUP BY skill),
moved AS (
  SELECT ad, MAX(CASE WHEN occupation = held THEN counted ELSE counted * COALESCE(feasibility, 0) END) AS value
  FROM ad_for CROSS JOIN held LEFT JOIN moves ON moves.source = held.held AND moves.target = ad_for.occupation GROUP BY ad)
SELECT ad.id, ad.p1 * COALESCE(SUM(CASE WHEN asks.personal THEN 0 ELSE asks.weight * COALESCE(c, 0) END), 0)
      / (COALESCE(SUM(CASE WHEN asks.personal THEN 0 ELSE asks.weight END), 0) + :shrinkage)
  + CASE WHEN ad.p2 > 0 THEN ad.p2 * SUM(CASE WHEN asks.personal THEN asks.weight * MAX(COALESCE(c, 0), :neutral) ELSE 0 END)
      / SUM(CASE WHEN asks.personal THEN asks.weight ELSE 0 END) ELSE 0 END
  + ad.p3 * COALESCE(MAX(moved.value), :unheld) AS score
FROM ad LEFT JOIN asks ON asks.ad = ad.id LEFT JOIN covered ON covered.skill = asks.skill LEFT JOIN moved ON moved.ad = ad.id
GROUP BY ad.id ORDER BY score DESC, ad.id LIMIT :top
"""


def megabytes() -> int:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def timed(what: str, step: Callable[[], T], repeats: int = 1) -> T:
    """The step's result; prints the median of its seconds and the memory at its end."""
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        result = step()
        seconds.append(time.perf_counter() - start)
    print(f"{what:58} {median(seconds):9.3f} s {megabytes():6} MB", flush=True)
    return result


def by_arrays(profile: Profile, index: MatchIndex, live: LiveOntology) -> Ranked:
    """The MatchIndex, as the service answers."""
    scores = index.scores(profile, coverage(profile, live.taxonomy, live.derived.near), live, AS_OF)
    best = islice(best_first(np.arange(len(index)), scores), TOP)
    return [(str(index.ids[row]), float(scores[row])) for row in best]


def tell_the_limit(index: MatchIndex, profile: Profile, live: LiveOntology) -> None:
    """Print what reading the requirements once costs at the speed of this machine's memory, all and those looked at."""
    speed = gather_gb_s(index.skills)
    lines = [np.diff(index.professional.starts), np.diff(index.personal.starts)]
    every = int(sum(int(one.sum()) for one in lines))
    covered = coverage(profile, live.taxonomy, live.derived.near).values > 0
    looked_at = int(covered[index.professional.columns[0]].sum()) + int(lines[1].sum())
    size = 16  # a row number, a skill number and a weight of eight bytes
    print(f"memory: {read_gb_s():.1f} GB/s summed, {speed:.1f} GB/s gathered", flush=True)
    for what, count in (("every requirement", every), ("those of skills that the CV covers", looked_at)):
        print(
            f"  {what}: {count}, {count * size / 1e6:.1f} MB, {1000 * count * size / 1e9 / speed:.3f} ms at that speed"
        )


def sql_tables(path: Path, live: LiveOntology, postings: list[Posting]) -> sqlite3.Connection:
    """The same graph as tables with indexes."""
    db = sqlite3.connect(path)
    db.executescript(
        "CREATE TABLE near (source INT, target INT, proximity REAL); CREATE TABLE moves (source INT, target INT, feasibility REAL);"
        "CREATE TABLE ad (id TEXT PRIMARY KEY, p1 REAL, p2 REAL, p3 REAL) WITHOUT ROWID;"
        "CREATE TABLE asks (ad TEXT, skill INT, weight REAL, personal INT); CREATE TABLE ad_for (ad TEXT, occupation INT);"
        "CREATE TABLE claim (skill INT, strength REAL); CREATE TABLE held (held INT, counted REAL);"
    )
    near, moves, rows = live.derived.near, live.derived.moves, live.taxonomy.occupation_rows
    for table, part, value in (("near", near, near.proximity), ("moves", moves, moves.feasibility)):
        sources = [row for row in range(len(part.starts) - 1) for _ in range(part.starts[row], part.starts[row + 1])]
        pairs = zip(sources, part.targets.tolist(), value.tolist(), strict=True)
        db.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", pairs)  # noqa: S608  table is one of two names above
    for one in postings:
        professional, personal = requirements(one, live)
        jobs = [rows[guess.occupation] for guess in one.occupations if guess.occupation in rows]
        shares = part_weights(bool(professional), bool(personal), bool(jobs), live.constants)
        weights = [shares.get(part, 0.0) for part in ("professional", "personal", "occupation")]  # type: ignore[call-overload]  # parts are strings
        db.execute("INSERT INTO ad VALUES (?, ?, ?, ?)", (one.id, *weights))
        asked = [(one.id, a.row, a.weight, 0) for a in professional] + [(one.id, a.row, a.weight, 1) for a in personal]
        db.executemany("INSERT INTO asks VALUES (?, ?, ?, ?)", asked)
        db.executemany("INSERT INTO ad_for VALUES (?, ?)", [(one.id, job) for job in jobs])
    db.executescript(
        "CREATE INDEX a ON near (source); CREATE INDEX b ON asks (ad); CREATE INDEX c ON moves (source, target);"
        "CREATE INDEX d ON ad_for (ad); ANALYZE;"
    )
    return db


def by_sql(profile: Profile, db: sqlite3.Connection, live: LiveOntology) -> Ranked:
    """The same formula as one SQL statement."""
    rows, jobs = live.taxonomy.skill_rows, live.taxonomy.occupation_rows
    db.execute("DELETE FROM claim")
    db.execute("DELETE FROM held")
    claims = [(rows[c.skill], c.strength) for c in profile.claims if c.skill in rows]
    db.executemany("INSERT INTO claim VALUES (?, ?)", claims)
    held = [(jobs[h.occupation], recency(h, AS_OF, live.constants)) for h in profile.held if h.occupation in jobs]
    db.executemany("INSERT INTO held VALUES (?, ?)", held)
    neutral = live.constants.neutral
    given = {"shrinkage": live.shrinkage, "neutral": neutral, "unheld": 0.0 if held else neutral, "top": TOP}
    return [(str(id), float(score)) for id, score in db.execute(_SQL, given)]


def networkx_graph(live: LiveOntology, postings: list[Posting]) -> "nx.DiGraph[object]":
    """The same graph as networkx holds it."""
    graph: nx.DiGraph[object] = nx.DiGraph()
    near = live.derived.near
    for row in range(len(near.starts) - 1):
        reach = near.row(row)
        graph.add_weighted_edges_from(
            (("s", row), ("s", target), proximity)
            for target, proximity in zip(near.targets[reach].tolist(), near.proximity[reach].tolist(), strict=True)
        )
    for one in postings:
        professional, personal = requirements(one, live)
        graph.add_node(("a", one.id), posting=one, shrinkage=live.shrinkage)
        for asked, own in ((professional, False), (personal, True)):
            graph.add_edges_from((("a", one.id), ("s", a.row), {"weight": a.weight, "personal": own}) for a in asked)
    return graph


def by_networkx(profile: Profile, graph: "nx.DiGraph[object]", live: LiveOntology, postings: list[Posting]) -> Ranked:
    """The same formula over networkx's adjacency."""
    rows, jobs, neutral = live.taxonomy.skill_rows, live.taxonomy.occupation_rows, live.constants.neutral
    covered: dict[object, float] = {}
    for claim in profile.claims:
        start = ("s", rows[claim.skill])
        covered[start] = max(covered.get(start, 0.0), claim.strength)
        for target, edge in graph.adj.get(start, {}).items():
            covered[target] = max(covered.get(target, 0.0), claim.strength * edge["weight"])
    held = [(jobs[h.occupation], recency(h, AS_OF, live.constants)) for h in profile.held if h.occupation in jobs]
    found: Ranked = []
    for one in postings:
        asked = graph.adj[("a", one.id)]
        parts = [
            [(e["weight"], covered.get(s, 0.0)) for s, e in asked.items() if e["personal"] is own]
            for own in (False, True)
        ]
        target = jobs.get(one.occupations[0].occupation) if one.occupations else None
        shares = part_weights(bool(parts[0]), bool(parts[1]), target is not None, live.constants)
        values = {
            "professional": sum(w * c for w, c in parts[0]) / (sum(w for w, _ in parts[0]) + live.shrinkage),
            "personal": sum(w * max(neutral, c) for w, c in parts[1]) / (sum(w for w, _ in parts[1]) or 1.0),
            "occupation": neutral
            if not held
            else max((counted * kept_move(job, target or 0, live) for job, counted in held), default=0.0),
        }
        found.append((str(one.id), sum(share * values[part] for part, share in shares.items())))
    return sorted(found, key=lambda item: (-item[1], item[0]))[:TOP]


def agree(what: str, found: Ranked, wanted: Ranked) -> None:
    """Print whether two rankings are the same to 1e-6."""
    apart = max(abs(a - b) for (_, a), (_, b) in zip(found, wanted, strict=True))
    print(
        f"  {what}: scores {apart:.1e} apart, the same twenty: {sorted(i for i, _ in found) == sorted(i for i, _ in wanted)}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=40_000)
    given = parser.parse_args()
    esco = [given.data / "esco" / "en", given.data / "esco" / "da"]
    taxonomy = with_danish_labels(with_own_concepts(read_esco(esco)[0]))
    asked = levels(taxonomy)
    derived = timed("derive closure, moves, views", lambda: derive(taxonomy, asked, load_learnt()))
    live = LiveOntology(taxonomy, derived, load_generic_demands(), asked)
    made = list(generated(taxonomy, given.data / "denmark" / "municipalities.csv", given.ads))
    postings = [posting for posting, _ in made]
    print(f"{len(postings)} ads; requirements: {histogram(postings)}")
    print(
        f"constants {asdict(live.constants)['professional']}/{asdict(live.constants)['personal']}/{asdict(live.constants)['occupation']}"
    )
    profile, document = read_cv(read(TEXTS / "cvs" / "citizen-6.txt"), ProfileId("bench"), build_reader(taxonomy))
    with tempfile.TemporaryDirectory() as folder:
        sqlite = SqliteStore(Path(folder) / "graph.sqlite")
        timed("SQLite store: import ESCO", lambda: sqlite.save_ontology(taxonomy, derived))
        timed("SQLite store: write the ads", lambda: sqlite.save_postings(made))
        index = timed("arrays: build the index", lambda: build_index(sqlite.postings(), live))
        wanted = timed("arrays: top 20", lambda: by_arrays(profile, index, live), 20)
        known, reach = labour_knowledge(taxonomy), Reach(None, Means.CAR, 45)
        ask_all = lambda: listing(profile, index, live, known, reach, AS_OF, TOP)  # noqa: E731  one line, used twice
        timed("arrays: a listing, first time (tables opened)", ask_all)
        timed("arrays: a listing of 20 with gates and explanations", ask_all, 20)
        tell_the_limit(index, profile, live)
        db = timed("SQL: build tables", lambda: sql_tables(Path(folder) / "sql.sqlite", live, postings))
        agree("SQL", timed("SQL over SQLite: top 20", lambda: by_sql(profile, db, live), 3), wanted)
        graph = timed("networkx: build the graph", lambda: networkx_graph(live, postings))
        agree("networkx", timed("networkx: top 20", lambda: by_networkx(profile, graph, live, postings), 3), wanted)
        with _server(Path(folder) / "neo4j") as server:
            if server is None:
                return
            store = Neo4jStore(server.uri)
            timed("Neo4j: import ESCO with NEAR and MOVES_TO", lambda: store.save_ontology(taxonomy, derived))
            steps = [made[at : at + 2_000] for at in range(0, len(made), 2_000)]
            timed("Neo4j: write the ads", lambda: [store.save_postings(step) for step in steps])
            store.save_profile(profile, [document])
            ids = [posting.id for posting in postings]
            ask = lambda: direct_matches(store, profile.id, ids, live, AS_OF, TOP)  # noqa: E731  one line, used twice
            timed("Cypher: top 20, first time", ask)
            agree("Cypher", [(str(i), s) for i, s in timed("Cypher: top 20", ask, 3)], wanted)
            timed("Neo4j: cold build (release, ads, index)", lambda: build_index(store.postings(), _opened(store)))
            store.close()


@contextmanager
def _server(folder: Path) -> Iterator[Server | None]:
    """A Neo4j; None, and a line that says so, where none can run."""
    try:
        jars(LTS)
    except ServerError as error:
        print(f"no Neo4j here, so no Cypher: {error}")
        yield None
        return
    with running(folder) as server:
        yield server


def _opened(store: Neo4jStore) -> LiveOntology:
    kept = store.ontology()
    if kept is None:
        raise SystemExit("the release that was just written is not there")
    return LiveOntology(kept[0], kept[1], load_generic_demands(), levels(kept[0]))


if __name__ == "__main__":
    main()
