"""The committed meanings of ESCO's skills and occupations (bench/learn_meanings.py; docs/models.md)."""

import numpy as np

from ontology.encoding import Coded, Meanings, Vectors
from ontology.tables import OURS

FILE = OURS / "meanings.npz"
_SCALE = 127.0


def coded(vectors: Vectors) -> Coded:
    """Vectors in eight bits a number; their lengths are lost."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    rounded: Coded = np.round(vectors / largest * _SCALE).astype(np.int8)
    return rounded


def load_meanings() -> Meanings:
    """The committed vectors; those of skills and those of occupations are never compared with each other."""
    with np.load(FILE, allow_pickle=False) as kept:
        ids, vectors = kept["ids"], kept["vectors"]
    return Meanings({one.tobytes(): row for row, one in enumerate(ids)}, vectors)
