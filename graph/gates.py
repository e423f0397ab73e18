"""Gates: whether a person has what an ad or the law demands. Never part of the score."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.columns import AdColumns, Flags
from graph.knowledge import LabourKnowledge
from ontology.kinds import CredentialCode, IscoCode
from ontology.people import Evidence, Profile
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting


class GateState(StrEnum):
    """Whether a demanded credential is held.

    Unknown where people seldom write it, where a job held usually asks for it, or where one akin to it is held.
    """

    MET = "met"
    OBTAINABLE = "obtainable"
    UNKNOWN = "unknown"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Gate:
    """One credential that is demanded: by the ad where `asked_in` says so, else by law or practice in its occupation.

    `held_in` is where the person's documents show it, or something that implies it. `either`: another such gate of the
    ad will do instead; each of them then has the best state of them all.
    """

    credential: CredentialCode
    hard: bool
    state: GateState
    asked_in: tuple[Evidence, ...] = ()
    held_in: tuple[Evidence, ...] = ()
    either: bool = False


_STATES = {
    GateState.MET: "opfyldt",
    GateState.OBTAINABLE: "kan nås på få dage",
    GateState.UNKNOWN: "spørg",
    GateState.UNMET: "mangler",
}


def gate_in_words(gate: Gate, name: str) -> str:
    """A gate in plain Danish, `name` being what the credential is called: "Kørekort B (en fordel): mangler"."""
    how = "en fordel" if not gate.hard else "kræves" if gate.asked_in else "kræves normalt"
    return f"{name} ({how}{', eller en af de andre nævnte' if gate.either else ''}): {_STATES[gate.state]}"


_RANK = tuple(GateState)
SELDOM_WRITTEN = frozenset({CredentialCode("licence-b")})
SURE = 0.7


def gates(
    profile: Profile,
    posting: Posting,
    taxonomy: Taxonomy,
    knowledge: LabourKnowledge,
    held: frozenset[CredentialCode],
    obtainable_days: int,
) -> tuple[Gate, ...]:
    """What the ad demands, and what its occupation demands by law or practice unless the person has held it.

    What the ad itself gives a choice about ("sygeplejerske eller sosu-assistent") no law demands alone.
    `held` are the person's credentials with all that they imply.
    """
    demanded = {demand.credential: demand.hard for demand in posting.demands}
    said = {demand.credential: demand.evidence for demand in posting.demands}
    choice = {demand.credential for demand in posting.demands if demand.hard and demand.either}
    units, same = _held_units(profile, taxonomy), False
    for guess in posting.occupations[:1]:
        row = taxonomy.occupation_rows.get(guess.occupation)
        if row is not None and guess.confidence >= SURE:
            same = taxonomy.occupations[row].isco in units
            by_law = () if same else knowledge.credentials.get(row, ())
            demanded |= dict.fromkeys((code for code in by_law if code not in choice), True)
    likely = _likely(profile, taxonomy, knowledge, same=same) if demanded else frozenset()
    states = {code: _state(code, held, likely, knowledge, obtainable_days, profile.lacks) for code in demanded}
    best = min((states[code] for code in choice), key=_RANK.index, default=GateState.UNMET)
    states |= dict.fromkeys(choice, best)
    return tuple(
        Gate(
            code,
            hard,
            states[code],
            said.get(code, ()),
            _shown(profile, code, knowledge) if code in held else (),
            code in choice,
        )
        for code, hard in sorted(demanded.items())
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
    known = tuple(_likely(profile, taxonomy, knowledge, same=same) for same in (False, True))

    def lacking(codes: Iterable[CredentialCode], *, same: bool) -> Flags:
        states = (_state(code, held, known[same], knowledge, obtainable_days, profile.lacks) for code in codes)
        return np.array([state is GateState.UNMET for state in states], np.bool_)

    alike = np.zeros(len(taxonomy.occupations) + 1, np.bool_)
    rows, demanded, codes = knowledge.demanded
    unmet = lacking(codes, same=False)[demanded]
    by_law = columns.beside_choice(rows[unmet], demanded[unmet], codes, len(alike))
    for unit in _held_units(profile, taxonomy):
        alike[list(taxonomy.in_unit_group[unit])] = True
    sure = columns.sure >= SURE
    near = alike.take(columns.job) & sure
    own, kin = (columns.gated(lacking(columns.credentials, same=same)) for same in (False, True))
    return np.where(near, kin, own) | (by_law & sure & ~near)


def _held_units(profile: Profile, taxonomy: Taxonomy) -> frozenset[IscoCode]:
    rows = (taxonomy.occupation_rows.get(one.occupation) for one in profile.held)
    return frozenset(taxonomy.occupations[row].isco for row in rows if row is not None)


def folded(found: tuple[Gate, ...]) -> bool:
    """Whether an ad is folded away: a hard gate is unmet and cannot be opened within days."""
    return any(gate.hard and gate.state is GateState.UNMET for gate in found)


def opening(found: Iterable[Gate]) -> tuple[Gate, ...] | None:
    """The gates of which each alone would open an ad; () = nothing is unmet, None = one alone will not do."""
    unmet = tuple(gate for gate in found if gate.hard and gate.state is GateState.UNMET)
    return unmet if len(unmet) < 2 or all(gate.either for gate in unmet) else None


def _likely(
    profile: Profile, taxonomy: Taxonomy, knowledge: LabourKnowledge, *, same: bool
) -> frozenset[CredentialCode]:
    """What the jobs held usually ask for: who was a nurse has the authorisation, though the CV need not say so.

    An education that is only usual counts where the ad is for the `same` work: others are educated for a job that one
    has had, and a medical secretary may have learnt it in the job, which is what to ask.
    """
    found: set[CredentialCode] = set()
    for row in (taxonomy.occupation_rows.get(one.occupation, -1) for one in profile.held):
        found |= usually_asked(row, knowledge, same=same)
    return frozenset(found)


def usually_asked(row: int, knowledge: LabourKnowledge, *, same: bool) -> frozenset[CredentialCode]:
    """What one who has held the occupation at `row` is asked about, as `_likely` says."""
    usual = knowledge.usual_credentials.get(row, frozenset())
    return usual if same else (usual - knowledge.educations.keys()) | {*knowledge.credentials.get(row, ())}


def bars(
    code: CredentialCode, held: frozenset[CredentialCode], knowledge: LabourKnowledge, obtainable_days: int
) -> bool:
    """Whether a hard demand bars who holds these, whatever the jobs held usually ask for."""
    return _state(code, held, frozenset(), knowledge, obtainable_days) is GateState.UNMET


def _shown(profile: Profile, code: CredentialCode, knowledge: LabourKnowledge) -> tuple[Evidence, ...]:
    """Where a credential, or one that implies it, is stated."""
    shows = (
        one for one in profile.holds if one.credential == code or code in knowledge.implies.get(one.credential, ())
    )
    return tuple(place for one in shows for place in one.evidence)


def _state(
    code: CredentialCode,
    held: frozenset[CredentialCode],
    likely: frozenset[CredentialCode],
    knowledge: LabourKnowledge,
    obtainable: int,
    lacks: Collection[CredentialCode] = (),
) -> GateState:
    """`lacks` is what the person says not to hold; who lacks what another implies lacks that too."""
    if code in held:
        return GateState.MET
    if knowledge.days.get(code, obtainable + 1) <= obtainable:
        return GateState.OBTAINABLE
    if any(one == code or one in knowledge.implies.get(code, ()) for one in lacks):
        return GateState.UNMET
    asked_about = code in SELDOM_WRITTEN or code in likely or knowledge.akin(code, held)
    return GateState.UNKNOWN if asked_about else GateState.UNMET
