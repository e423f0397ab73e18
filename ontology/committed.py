"""The committed numbers and tables of what is known beside ESCO, as one value (docs/models.md)."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from ontology.encoding import Vectors
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
    """Write the file: shares in eight bits each, places and circles in eight bits by the largest of all."""
    places, largest = _in_bytes(judged.places)
    circles, widest = _in_bytes(judged.circles)
    np.savez_compressed(
        path,
        ids=np.frombuffer(b"".join(judged.rows), np.uint8).reshape(-1, 16),
        shares=np.round(np.stack([judged.entry, judged.leaving]) * _SHARE).astype(np.uint8),
        places=places,
        circles=circles,
        largest=np.array([largest, widest], np.float32),
        signs=judged.signs.astype(np.int8),
        circle_signs=judged.circle_signs.astype(np.int8),
    )


def _in_bytes(places: Vectors) -> tuple[npt.NDArray[np.int8], float]:
    largest = float(np.abs(places).max())
    return np.round(places / largest * _PLACE).astype(np.int8), largest


def load_judged(path: Path = JUDGED) -> JudgedMoves:
    """The committed numbers."""
    with np.load(path, allow_pickle=False) as kept:
        entry, leaving = (kept["shares"] / _SHARE).astype(np.float32)
        places, circles = (
            (kept[name] * (largest / _PLACE)).astype(np.float32)
            for name, largest in zip(("places", "circles"), kept["largest"], strict=True)
        )
        signs, circle_signs = (kept[name].astype(np.float32) for name in ("signs", "circle_signs"))
        rows = {one.tobytes(): row for row, one in enumerate(kept["ids"])}
        return JudgedMoves(rows, entry, leaving, places, signs, circles, circle_signs)
