"""What a bridge starts from: education, jobs and focus of a citizen, and what they may not enter at once."""

from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from graph.agreement import Flags
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode
from ontology.people import Profile


def citizen_level(profile: Profile, live: LiveOntology, knowledge: LabourKnowledge) -> int:
    """The highest formal education that is stated or that a held occupation demands; 0 where neither is known.

    An occupation held in known years counts before one that is only named, which may be a trait ("god planlægger").
    """
    dated = replace(profile, held=tuple(one for one in profile.held if one.since or one.until or one.current))
    demanded = [knowledge.levels[row] for row in held_rows(dated, live) or held_rows(profile, live)]
    known = [int(level) for level in demanded if not np.isnan(level)]
    return max([profile.level or 0, *known])


def held_rows(profile: Profile, live: LiveOntology) -> list[int]:
    """The rows of the occupations held, in order."""
    rows = live.taxonomy.occupation_rows
    return sorted({rows[h.occupation] for h in profile.held if h.occupation in rows})


def focus_rows(profile: Profile, live: LiveOntology, as_of: date) -> tuple[int, ...]:
    """The rows of what is sought, else of what was held in the last five years, else of all held."""
    rows = live.taxonomy.occupation_rows
    sought = [uri for uri in profile.seeks if uri in rows]
    recent = [h.occupation for h in profile.held if h.current or (h.until or 0) >= as_of.year - 5]
    chosen = sought or [u for u in recent if u in rows] or [h.occupation for h in profile.held if h.occupation in rows]
    return tuple(sorted({rows[uri] for uri in chosen}))


def works_at(level: int, usual: npt.NDArray[np.floating], focus: tuple[int, ...]) -> int:
    """The level of what a person does or seeks, from which a step down is reckoned; at most that of their education.

    A pharmacist who cleans, or a graduate at a hotel desk, steps down to no other desk. `usual`: (occupations,).
    """
    return min(level, int(usual[list(focus)].max())) if focus else level


def leads_anew(live: LiveOntology, held: list[int]) -> Flags:
    """The management occupations, for who has held none; shape (occupations,)."""
    return np.zeros(len(live.leads), np.bool_) if live.leads[held].any() else live.leads


def gated(knowledge: LabourKnowledge, mine: frozenset[CredentialCode], count: int) -> npt.NDArray[np.int64]:
    """1 where a hard credential is missing that takes longer than ten days to get; shape (occupations,)."""
    found = np.zeros(count, np.int64)
    rows, demanded, codes = knowledge.demanded
    slow = np.array([code not in mine and knowledge.days.get(code, 9999) > 10 for code in codes], np.bool_)
    found[rows[slow[demanded]]] = 1
    return found
