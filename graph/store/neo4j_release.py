"""A release as stages of batches for Neo4j; each batch is noted with its rows, so that a broken import goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.derived import Derived
from graph.store import neo4j_rows as rows
from graph.store.neo4j_rows import Row
from ontology.taxonomy import Pairs, Taxonomy

BATCH = 5_000


@dataclass(frozen=True)
class Stage:
    """One query over many rows; `count` is how many there are."""

    query: str
    count: int
    rows: Callable[[], Iterator[Row]]

    def batches(self, done: int) -> Iterator[tuple[list[Row], int]]:
        """Batches from row `done` on, each with the number of rows that are written after it."""
        left = islice(self.rows(), done, None)
        while batch := list(islice(left, BATCH)):
            done += len(batch)
            yield batch, done


def stages(taxonomy: Taxonomy, derived: Derived) -> tuple[Stage, ...]:
    """Nodes first, then what ESCO relates, then what we derive."""
    t, skills, groups, jobs = taxonomy, taxonomy.skills, taxonomy.skill_groups, taxonomy.occupations
    isco = list(rows.isco_broader_rows(t))
    return (
        Stage("save_skills", len(skills), lambda: rows.skill_rows(t, derived)),
        Stage("save_skill_groups", len(groups), lambda: rows.group_rows(t)),
        Stage("save_occupations", len(jobs), lambda: rows.occupation_rows(t)),
        Stage("save_occupation_groups", len(t.occupation_groups), lambda: rows.isco_rows(t)),
        Stage("save_occupation_in_group", len(jobs), lambda: rows.unit_rows(t)),
        Stage("save_isco_broader", len(isco), lambda: iter(isco)),
        _pairs("save_requires", t.essential, jobs, skills, importance="essential"),
        _pairs("save_requires", t.optional, jobs, skills, importance="optional"),
        _pairs("save_related", t.related_essential, skills, skills, importance="essential"),
        _pairs("save_related", t.related_optional, skills, skills, importance="optional"),
        _pairs("save_skill_broader", t.broader_skills, skills, skills),
        _pairs("save_skill_in_group", t.in_group, skills, groups),
        _pairs("save_group_broader", t.broader_groups, groups, groups),
        Stage("save_near", len(derived.near.targets), lambda: rows.near_rows(t, derived)),
        Stage("save_moves", len(derived.moves.targets), lambda: rows.move_rows(t, derived)),
    )


def _pairs(query: str, pairs: Pairs, sources: Sequence[object], targets: Sequence[object], **also: str) -> Stage:
    return Stage(query, len(pairs), lambda: rows.pair_rows(pairs, sources, targets, **also))
