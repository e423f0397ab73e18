"""Skills that mean nearly the same, by the committed meanings of ESCO's own labels."""

import numpy as np

from graph.derived import Alike, Floats
from ontology.encoding import Vectors

_BLOCK = 512


def alike(meanings: Vectors, from_cosine: float, floor: float) -> Alike:
    """Every other skill whose likeness to a skill is at least `floor`, by skill; meanings: unit rows (skills, numbers).

    Likeness is 0 at a cosine of `from_cosine`, 1 at 1 and grows with the square between: labels that share only a
    field ("record ...", "... techniques") are a little alike all of them, and must not add up.
    """
    starts, targets, values = [0], [], []
    for first in range(0, len(meanings), _BLOCK):
        likeness = _likeness(meanings[first : first + _BLOCK] @ meanings.T, from_cosine)
        own = np.arange(len(likeness))
        likeness[own, first + own] = 0.0
        rows, columns = np.nonzero(likeness >= floor)
        starts += (starts[-1] + np.cumsum(np.bincount(rows, minlength=len(likeness)))).tolist()
        targets.append(columns.astype(np.int32))
        values.append(likeness[rows, columns])
    if not targets:
        return Alike(np.zeros(1, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))
    return Alike(np.array(starts, np.int32), np.concatenate(targets), np.concatenate(values))


def _likeness(cosine: Floats, from_cosine: float) -> Floats:
    found: Floats = np.square(np.clip((cosine - from_cosine) / (1.0 - from_cosine), 0.0, 1.0)).astype(np.float32)
    return found
