"""Which ads are the same ad: copies on other boards, an agency's and the employer's own, the same put up again."""

import numpy as np
import numpy.typing as npt
from scipy import sparse

NEAR_SAME_BITS = 10
"""Fingerprints (SimHash of 64 bits) that differ in no more are of the same ad."""
AGAIN_DAYS = 14
"""An ad that is put up again so soon after its last day is the same vacancy, not a new one."""

Rows = npt.NDArray[np.int32]
Places = npt.NDArray[np.intp]


def near_same(
    fingerprints: npt.NDArray[np.uint64], blocks: npt.NDArray[np.int64], first: Rows, last: Rows
) -> npt.NDArray[np.int32]:
    """(ads,) a number that the copies of an ad share.

    Copies lie in the same block, have like fingerprints, and are listed at the same time or within days of each other;
    a copy of a copy is one too. An ad without a fingerprint (0) is a copy of none.
    """
    one, other = _pairs(fingerprints, blocks, first, last)
    count = len(fingerprints)
    graph = sparse.coo_array((np.ones(len(one), np.int8), (one, other)), shape=(count, count))
    found: npt.NDArray[np.int32] = sparse.csgraph.connected_components(graph, directed=False)[1]
    return found


def _pairs(
    fingerprints: npt.NDArray[np.uint64], blocks: npt.NDArray[np.int64], first: Rows, last: Rows
) -> tuple[Places, Places]:
    """Every two ads that are alike, the earlier first.

    Within a block by first day, each ad is held against the next, then the one after that, and so on; an ad drops out
    when the block ends or the other one begins too late, as all that follow it then do.
    """
    order = np.lexsort((first, blocks))
    order = order[fingerprints[order] != 0]
    block, bits, begins, ends = blocks[order], fingerprints[order], first[order], last[order] + AGAIN_DAYS
    at, step = np.arange(len(order)), 0
    ones, others = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
    while len(at):
        step += 1
        at = at[: np.searchsorted(at, len(order) - step)]
        then = at + step
        going = (block[at] == block[then]) & (begins[then] <= ends[at])
        at, then = at[going], then[going]
        alike = np.bitwise_count(bits[at] ^ bits[then]) <= NEAR_SAME_BITS
        ones.append(order[at[alike]])
        others.append(order[then[alike]])
    return np.concatenate(ones), np.concatenate(others)
