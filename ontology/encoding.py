"""What tells meaning beyond words: the port of an encoder, and what one said of ESCO itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from ontology.kinds import EscoUri

Vectors = NDArray[np.float32]
Coded = NDArray[np.int8]
DIMENSIONS = 128
"""Of the committed meanings."""


class SentenceEncoder(Protocol):
    """Puts texts of like meaning near each other; one view among several, never the judge."""

    @property
    def name(self) -> str:
        """What model and version it is; vectors of two names are never compared."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (texts, dimensions), in the order of `texts`.

        Raises:
            ServiceError: The encoder does not answer.
        """
        ...


@dataclass(frozen=True)
class Meanings:
    """Vectors by the UUID that an ESCO URI ends in; coded: (concepts, DIMENSIONS), a row's largest value is 127."""

    rows: Mapping[bytes, int] = field(default_factory=dict)
    coded: Coded = field(default_factory=lambda: np.zeros((0, DIMENSIONS), np.int8))

    def of(self, uris: Iterable[EscoUri]) -> Vectors:
        """Unit rows (uris, DIMENSIONS) in their order; zeros for a concept that is not known."""
        places = np.array([self.rows.get(tail(uri), -1) for uri in uris], np.int32)
        found = np.zeros((len(places), DIMENSIONS), np.float32)
        known = places >= 0
        found[known] = self.coded[places[known]]
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Vectors = found / np.maximum(lengths, 1e-9).astype(np.float32)
        return unit


def tail(uri: EscoUri) -> bytes:
    """The UUID of an ESCO URI as 16 bytes; nothing for a URI that ends in none."""
    try:
        return UUID(uri.rsplit("/", 1)[-1]).bytes
    except ValueError:
        return b""
