"""The port of what tells meaning beyond words: texts in, unit vectors out."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


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
