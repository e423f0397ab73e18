"""Gates: whether a person has what an ad or the law demands. Never part of the score."""

from dataclasses import dataclass
from enum import StrEnum

from graph.knowledge import LabourKnowledge
from ontology.kinds import CredentialCode
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
    units = {
        taxonomy.occupations[taxonomy.occupation_rows[h.occupation]].isco
        for h in profile.held
        if h.occupation in taxonomy.occupation_rows
    }
    for guess in posting.occupations[:1]:
        row = taxonomy.occupation_rows.get(guess.occupation)
        if row is not None and guess.confidence >= _SURE and taxonomy.occupations[row].isco not in units:
            demanded |= dict.fromkeys(knowledge.credentials.get(row, ()), True)
    return tuple(
        Gate(code, hard, _state(code, held, knowledge, obtainable_days)) for code, hard in sorted(demanded.items())
    )


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
