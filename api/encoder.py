"""Which encoder the settings name, the adapter of an embeddings service, and the memory of what was encoded."""

import hashlib
import json
import urllib.request
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.error import URLError

import numpy as np

from api.settings import Settings
from ingestion.encoder import PackagedEncoder
from ontology.encoding import SentenceEncoder, Vectors
from ontology.errors import ServiceError

_TIMEOUT_S = 30
_MOST_BYTES = 64_000_000
_BATCH = 256
_REMEMBERED = 50_000
_WORTH_A_FILE = 1_000
"""From this many texts on, what is encoded is kept as a file: the labels of an ontology, not the words of a CV."""


class EncoderError(ServiceError):
    """The embeddings service does not answer as it should."""


class ServiceEncoder:
    """An OpenAI-compatible embeddings service of the municipality's own; `answering`: it did when it was last asked."""

    def __init__(self, address: str, key: str = "") -> None:
        """`address` is that of the service with or without `/embeddings`; `key` its bearer token."""
        self._address = address if address.endswith("/embeddings") else f"{address.rstrip('/')}/embeddings"
        self._key, self.answering = key, True

    @property
    def name(self) -> str:
        """The address."""
        return self._address

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (texts, dimensions of the service's model).

        Raises:
            EncoderError: It does not answer, or not with one vector a text.
        """
        parts = [self._asked(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
        if not parts:
            return np.zeros((0, 1), np.float32)
        rows = np.concatenate(parts)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)

    def _asked(self, texts: Sequence[str]) -> Vectors:
        body = json.dumps({"model": "e5-query", "input": list(texts), "encoding_format": "float"}).encode()
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self._key}"} if self._key else {})
        request = urllib.request.Request(self._address, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as answer:
                data = json.loads(answer.read(_MOST_BYTES))["data"]
            rows = np.array([row["embedding"] for row in sorted(data, key=lambda row: row["index"])], np.float32)
        except (URLError, TimeoutError, ValueError, KeyError, TypeError) as error:
            self.answering = False
            raise EncoderError(
                f"the embeddings service {self._address} does not answer ({type(error).__name__}); "
                "start it, or set KOMPETENCEBRO_ENCODER=none"
            ) from error
        if rows.ndim != len(("texts", "dimensions")) or len(rows) != len(texts):
            raise EncoderError(f"the embeddings service {self._address} answered {rows.shape} to {len(texts)} texts")
        self.answering = True
        return rows


class Remembering:
    """An encoder that encodes nothing twice: many texts at once are kept in a file, single ones in memory."""

    def __init__(self, encoder: SentenceEncoder, folder: Path | None) -> None:
        """`folder` None = no file is kept."""
        self.behind, self._folder = encoder, folder
        self._known: OrderedDict[str, Vectors] = OrderedDict()

    @property
    def name(self) -> str:
        """That of the encoder behind it."""
        return self.behind.name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (texts, dimensions), as the encoder behind it gives them; from a file to two decimals or so."""
        if len(texts) >= _WORTH_A_FILE:
            return self._from_file(texts)
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        if new:
            self._known.update(zip(new, self.behind.encode(new), strict=True))
        found = np.array([self._known[text] for text in texts], np.float32)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found

    def _from_file(self, texts: Sequence[str]) -> Vectors:
        if self._folder is None:
            return self.behind.encode(texts)
        total = hashlib.sha256(self.name.encode())
        for text in texts:
            total.update(text.encode() + b"\n")
        kept = self._folder / f"vectors-{total.hexdigest()[:32]}.npy"
        try:
            found = np.load(kept, allow_pickle=False)
            if len(found) == len(texts):
                return np.asarray(found, np.float32)
        except (OSError, ValueError):
            pass
        made = self.behind.encode(texts).astype(np.float16)
        _keep(made, kept)
        return np.asarray(made, np.float32)


def _keep(vectors: np.ndarray[tuple[int, ...], np.dtype[np.float16]], path: Path) -> None:
    """Write whole or not at all; a folder that cannot be written costs only time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            np.save(part, vectors, allow_pickle=False)
        Path(part.name).replace(path)
    except OSError:
        return


def encoder(settings: Settings) -> SentenceEncoder | None:
    """The encoder that the settings name, remembering what it encoded; None = none.

    Raises:
        IngestionError: The packaged one does not load.
    """
    if settings.encoder == "none":
        return None
    made = (
        PackagedEncoder() if settings.encoder == "packaged" else ServiceEncoder(settings.encoder, settings.encoder_key)
    )
    return Remembering(made, settings.cache)
