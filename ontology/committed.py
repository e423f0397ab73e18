"""The committed numbers and tables of what is known beside ESCO, as one value (docs/models.md)."""

from pathlib import Path

import numpy as np

from ontology.judged import JudgedMoves
from ontology.known_moves import load_known_moves
from ontology.learnt import Learnt
from ontology.meanings import load_meanings
from ontology.tables import OURS

JUDGED = OURS / "judged_moves.npz"
_SHARE, _PLACE = np.float32(255), np.float32(127)


def load_learnt() -> Learnt:
    """All of it.

    Raises:
        OntologyError: A table is malformed.
    """
    return Learnt(load_meanings(), load_judged(), load_known_moves())


def save_judged(judged: JudgedMoves, path: Path = JUDGED) -> None:
    """Write the file: shares in eight bits each, places in eight bits by the largest of all."""
    largest = float(np.abs(judged.places).max())
    np.savez_compressed(
        path,
        ids=np.frombuffer(b"".join(judged.rows), np.uint8).reshape(-1, 16),
        shares=np.round(np.stack([judged.entry, judged.leaving]) * _SHARE).astype(np.uint8),
        places=np.round(judged.places / largest * _PLACE).astype(np.int8),
        largest=np.float32(largest),
        signs=judged.signs.astype(np.int8),
    )


def load_judged(path: Path = JUDGED) -> JudgedMoves:
    """The committed numbers."""
    with np.load(path, allow_pickle=False) as kept:
        entry, leaving = (kept["shares"] / _SHARE).astype(np.float32)
        places = kept["places"] * (kept["largest"] / _PLACE)
        rows = {one.tobytes(): row for row, one in enumerate(kept["ids"])}
        return JudgedMoves(rows, entry, leaving, places.astype(np.float32), kept["signs"].astype(np.float32))
