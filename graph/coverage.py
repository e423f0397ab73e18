"""What a profile covers: for every skill the best of its claims, and the path from that claim."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.derived import Edge, Near
from ontology.kinds import EscoUri
from ontology.people import Claim, Profile
from ontology.taxonomy import Taxonomy

_DIRECT = -1
_NONE = -2


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path: its kind, its weight in (0, 1], and the skill it leads to."""

    kind: Edge
    weight: float
    to: EscoUri


@dataclass(frozen=True)
class Coverage:
    """How well each skill is covered, and by what.

    values: (skills,) in [0, 1]. claim: (skills,) index into `claims`, -1 where none. pair: (skills,) row of Near, -1
    where the skill itself is claimed.
    """

    claims: tuple[Claim, ...]
    values: npt.NDArray[np.float64]
    claim: npt.NDArray[np.int32]
    pair: npt.NDArray[np.int32]

    def by(self, skill: int) -> Claim | None:
        """The claim that covers `skill` best; None where none does."""
        index = int(self.claim[skill])
        return self.claims[index] if index >= 0 else None

    def path(self, skill: int, near: Near, taxonomy: Taxonomy) -> tuple[Step, ...]:
        """The edges from the claimed skill to `skill`; empty where it is claimed itself or not covered."""
        pair = int(self.pair[skill])
        if pair < 0:
            return ()
        stops = [int(s) for s in near.stops[pair] if s >= 0] + [skill]
        kinds, weights = near.kinds[pair], near.weights[pair]
        return tuple(
            Step(Edge(int(kinds[i])), float(weights[i]), taxonomy.skills[stop].uri) for i, stop in enumerate(stops)
        )


def coverage(profile: Profile, taxonomy: Taxonomy, near: Near) -> Coverage:
    """Best strength x proximity from any claim to each skill; a denied skill is covered by nothing.

    Claims of skills that this release does not have cover nothing. Ties go to the claim with the lower URI.
    """
    claims = tuple(sorted((c for c in profile.claims if c.skill in taxonomy.skill_rows), key=lambda c: c.skill))
    values = np.zeros(len(taxonomy.skills))
    claim, pair = np.full(len(values), -1, np.int32), np.full(len(values), _NONE, np.int32)
    for index, one in enumerate(claims):
        row = taxonomy.skill_rows[one.skill]
        if one.strength > values[row]:
            values[row], claim[row], pair[row] = one.strength, index, _DIRECT
        reach = near.row(row)
        targets, reached = near.targets[reach], one.strength * near.proximity[reach].astype(np.float64)
        better = reached > values[targets]
        values[targets[better]], claim[targets[better]] = reached[better], index
        pair[targets[better]] = np.arange(reach.start, reach.stop, dtype=np.int32)[better]
    for uri in profile.denied_skills:
        row = taxonomy.skill_rows.get(uri, -1)
        if row >= 0:
            values[row], claim[row], pair[row] = 0.0, -1, _NONE
    return Coverage(claims, values, claim, pair)


def gained(
    tried: npt.NDArray[np.int64], covered: Coverage, near: Near, denied: frozenset[int] = frozenset()
) -> sparse.csr_array:
    """(skills, tried) how much more of each skill is covered where a tried one is claimed too.

    `denied`: rows of skills that nothing may cover.
    """
    fan = np.diff(near.starts)[tried]
    owner = np.repeat(np.arange(len(tried)), fan)
    pair = near.starts[tried][owner] + np.arange(len(owner)) - np.repeat(np.cumsum(fan) - fan, fan)
    row = np.concatenate([tried, near.targets[pair].astype(np.int64)])
    column = np.concatenate([np.arange(len(tried)), owner])
    value = np.concatenate([np.ones(len(tried)), near.proximity[pair].astype(np.float64)])
    more = value - covered.values[row]
    more[np.isin(row, list(denied))] = 0
    kept = more > 0
    return sparse.csr_array((more[kept], (row[kept], column[kept])), shape=(len(covered.values), len(tried)))
