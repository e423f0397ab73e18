"""The bridges that a profile is proposed, with the openings it can reach."""

from dataclasses import replace

import numpy as np

from api.matching import Outlook
from graph.bridges import Bridge, bridges
from ontology.work_context import Strain, load_work_context


def proposed_bridges(before: Outlook, count: int = 20, avoid: frozenset[Strain] = frozenset()) -> tuple[Bridge, ...]:
    """The bridges of a profile, with reachable openings by occupation; over an index without ads, with none counted.

    `avoid`: work that usually has one of these is left out, this once.
    """
    live, knowledge = before.live, before.knowledge
    if avoid:
        context = load_work_context()
        free = np.array([not context.has(one.isco, avoid) for one in live.taxonomy.occupations], np.bool_)
        knowledge = replace(knowledge, in_denmark=knowledge.in_denmark & free)
    openings = reachable_openings(before) if len(before.index) else None
    return bridges(before.profile, live, knowledge, before.as_of, openings, count, before.covered)


def reachable_openings(before: Outlook) -> dict[int, int]:
    """Openings of live ads within reach by occupation row, by each ad's best guess; near-same ads count once."""
    index, columns = before.index, before.index.columns
    counted = columns.live_on(before.as_of) & (columns.job >= 0) & ~(before.minutes > before.reach.minutes)
    rows = index.without_copies(np.flatnonzero(counted))
    openings = np.bincount(columns.job[rows], columns.openings[rows], len(before.live.taxonomy.occupations))
    there = np.flatnonzero(openings)
    return dict(zip(there.tolist(), openings[there].astype(np.int64).tolist(), strict=True))
