"""Which ads are the same ad: copies on other boards, an agency's and the employer's own, the same put up again."""

import numpy as np
import numpy.typing as npt
from scipy import sparse

NEAR_SAME_BITS = 10
"""Fingerprints (SimHash of 64 bits) that differ in no more are of the same ad, as in a listing of matches."""
AGAIN_DAYS = 14
"""An ad that is put up again so soon after its last day is the same vacancy, not a new one."""
_CHUNK = 512

Rows = npt.NDArray[np.int32]


def near_same(
    fingerprints: npt.NDArray[np.uint64], blocks: npt.NDArray[np.int64], first: Rows, last: Rows
) -> npt.NDArray[np.int32]:
    """(ads,) a number that the copies of an ad share.

    Copies lie in the same block (municipality and unit group), have like fingerprints, and are listed at the same time
    or within days of each other; a copy of a copy is one too. An ad without a fingerprint (0) is a copy of none.
    """
    order = np.lexsort((first, blocks))
    ordered = blocks[order]
    edges = np.flatnonzero(np.diff(ordered)) + 1
    sources, targets = [], []
    for block in np.split(order, edges):
        members = block[fingerprints[block] != 0]
        for start in range(0, len(members) if len(members) > 1 else 0, _CHUNK):
            ones = members[start : start + _CHUNK]
            one, other = _pairs(ones, members[start:], fingerprints, first, last)
            sources.append(one)
            targets.append(other)
    count = len(fingerprints)
    rows = np.concatenate([np.zeros(0, np.intp), *sources])
    columns = np.concatenate([np.zeros(0, np.intp), *targets])
    graph = sparse.coo_array((np.ones(len(rows), np.int8), (rows, columns)), shape=(count, count))
    found: npt.NDArray[np.int32] = sparse.csgraph.connected_components(graph, directed=False)[1]
    return found


def _pairs(
    ones: npt.NDArray[np.intp],
    others: npt.NDArray[np.intp],
    fingerprints: npt.NDArray[np.uint64],
    first: Rows,
    last: Rows,
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    alike = np.bitwise_count(fingerprints[ones][:, None] ^ fingerprints[others][None, :]) <= NEAR_SAME_BITS
    alike &= first[others][None, :] <= last[ones][:, None] + AGAIN_DAYS
    alike &= first[ones][:, None] <= last[others][None, :] + AGAIN_DAYS
    one, other = np.nonzero(alike)
    return ones[one], others[other]
