"""Gates: whether a person has what an ad or the law demands. Never part of the score."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.columns import AdColumns, Flags
from graph.knowledge import LabourKnowledge
from ontology.kinds import CredentialCode, IscoCode
from ontology.people import Profile
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting


class GateState(StrEnum):
    """Whether a demanded credential is held; unknown where people seldom write it, or hold one akin to it."""

    MET = "met"
    OBTAINABLE = "obtainable"
    UNKNOWN = "unknown"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Gate:
    """One credential that an ad demands."""

    credential: CredentialCode
    hard: bool
    state: GateState


SELDOM_WRITTEN = frozenset({CredentialCode("licence-b")})
_SURE = 0.7


def gates(
    profile: Profile,
    posting: Posting,
    taxonomy: Taxonomy,
    knowledge: LabourKnowledge,
    held: frozenset[CredentialCode],
    obtainable_days: int,
) -> tuple[Gate, ...]:
    """What the ad demands, and what its occupation demands by law or practice unless the person has held it.

    `held` are the person's credentials with all that they imply.
    """
    demanded = {demand.credential: demand.hard for demand in posting.demands}
    units = _held_units(profile, taxonomy)
    for guess in posting.occupations[:1]:
        row = taxonomy.occupation_rows.get(guess.occupation)
        if row is not None and guess.confidence >= _SURE and taxonomy.occupations[row].isco not in units:
            demanded |= dict.fromkeys(knowledge.credentials.get(row, ()), True)
    return tuple(
        Gate(code, hard, _state(code, held, knowledge, obtainable_days)) for code, hard in sorted(demanded.items())
    )


def closed(
    profile: Profile,
    columns: AdColumns,
    taxonomy: Taxonomy,
    knowledge: LabourKnowledge,
    held: frozenset[CredentialCode],
    obtainable_days: int,
) -> Flags:
    """Which ads `folded` would fold, all at once; (ads,)."""

    def lacking(code: CredentialCode) -> bool:
        return _state(code, held, knowledge, obtainable_days) is GateState.UNMET

    lacks = np.array([lacking(code) for code in columns.credentials], np.bool_)
    own = columns.demanding(lacks, hard=True)
    by_job = np.zeros(len(taxonomy.occupations) + 1, np.bool_)
    rows, demanded, codes = knowledge.demanded
    by_job[rows[np.array([lacking(code) for code in codes], np.bool_)[demanded]]] = True
    for unit in _held_units(profile, taxonomy):
        by_job[list(taxonomy.in_unit_group[unit])] = False
    return own | (by_job.take(columns.job) & (columns.sure >= _SURE))


def _held_units(profile: Profile, taxonomy: Taxonomy) -> frozenset[IscoCode]:
    rows = (taxonomy.occupation_rows.get(one.occupation) for one in profile.held)
    return frozenset(taxonomy.occupations[row].isco for row in rows if row is not None)


def folded(found: tuple[Gate, ...]) -> bool:
    """Whether an ad is folded away: a hard gate is unmet and cannot be opened within days."""
    return any(gate.hard and gate.state is GateState.UNMET for gate in found)


def _state(
    code: CredentialCode, held: frozenset[CredentialCode], knowledge: LabourKnowledge, obtainable: int
) -> GateState:
    if code in held:
        return GateState.MET
    if knowledge.days.get(code, obtainable + 1) <= obtainable:
        return GateState.OBTAINABLE
    return GateState.UNKNOWN if code in SELDOM_WRITTEN or knowledge.akin(code, held) else GateState.UNMET
