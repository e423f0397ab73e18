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
_EDGES = tuple(Edge)


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path: its kind, its weight in (0, 1], and the skill it leads to."""

    kind: Edge
    weight: float
    to: EscoUri


@dataclass(frozen=True, eq=False)
class Coverage:
    """How well each skill is covered, and by what; one is another's equal only if it is the same.

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
        stops = [*(stop for stop in near.stops[pair].tolist() if stop >= 0), skill]
        edges = zip(near.kinds[pair].tolist(), near.weights[pair].tolist(), stops, strict=False)
        return tuple([Step(_EDGES[kind], weight, taxonomy.skills[stop].uri) for kind, weight, stop in edges])


def coverage(profile: Profile, taxonomy: Taxonomy, near: Near) -> Coverage:
    """Best strength x proximity from any claim to each skill; a denied skill is covered by nothing.

    Claims of skills that this release does not have cover nothing. Ties go to the claim with the lower URI.
    """
    claims = tuple(sorted((c for c in profile.claims if c.skill in taxonomy.skill_rows), key=lambda c: c.skill))
    values = np.zeros(len(taxonomy.skills))
    claim, pair = np.full(len(values), -1, np.int32), np.full(len(values), _NONE, np.int32)
    own = np.array([taxonomy.skill_rows[one.skill] for one in claims], np.int64)
    strength = np.array([one.strength for one in claims], np.float64)
    by, near_pair = near.pairs_of(own)
    targets = np.concatenate([own, near.targets[near_pair]])
    reached = np.concatenate([strength, strength[by] * near.proximity[near_pair].astype(np.float64)])
    claimed = np.concatenate([np.arange(len(own)), by])
    ways = np.concatenate([np.full(len(own), _DIRECT), near_pair])
    order = np.lexsort((claimed, -reached, targets))
    first = order[np.flatnonzero(np.diff(targets[order], prepend=-1))]
    won = targets[first]
    values[won], claim[won], pair[won] = reached[first], claimed[first], ways[first]
    denied = [taxonomy.skill_rows[uri] for uri in profile.denied_skills if uri in taxonomy.skill_rows]
    values[denied], claim[denied], pair[denied] = 0.0, -1, _NONE
    return Coverage(claims, values, claim, pair)


def gained(
    tried: npt.NDArray[np.int64], covered: Coverage, near: Near, denied: frozenset[int] = frozenset()
) -> sparse.csr_array:
    """(skills, tried) how much more of each skill is covered where a tried one is claimed too.

    `denied`: rows of skills that nothing may cover.
    """
    owner, pair = near.pairs_of(tried)
    row = np.concatenate([tried, near.targets[pair].astype(np.int64)])
    column = np.concatenate([np.arange(len(tried)), owner])
    value = np.concatenate([np.ones(len(tried)), near.proximity[pair].astype(np.float64)])
    more = value - covered.values[row]
    more[np.isin(row, list(denied))] = 0
    kept = more > 0
    return sparse.csr_array((more[kept], (row[kept], column[kept])), shape=(len(covered.values), len(tried)))


def most_gained(gains: sparse.csr_array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """The skills that a tried one covers more of, ascending, and the most that any one gives; both (any,)."""
    skills = np.flatnonzero(np.diff(gains.indptr))
    return skills, np.maximum.reduceat(gains.data, gains.indptr[skills]) if len(skills) else np.zeros(0)
