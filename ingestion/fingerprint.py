"""A fingerprint of a text that near-same texts share but for a few bits: SimHash (Charikar 2002) over word pairs."""

import hashlib
from collections.abc import Iterable

import numpy as np

from ingestion.words import naming_stems

BITS = 64
_WORDS_A_SHINGLE = 2


def fingerprint(text: str) -> int:
    """64 bits; texts that differ in a few words differ in a few bits. 0 for a text without words."""
    shingles = set(_shingles(naming_stems(text)))
    told = b"".join(hashlib.blake2b(one.encode(), digest_size=BITS // 8).digest() for one in shingles)
    bits = np.unpackbits(np.frombuffer(told, np.uint8).reshape(-1, BITS // 8), axis=1)
    votes = 2 * bits.sum(0, dtype=np.int64) > len(bits)
    return int.from_bytes(np.packbits(votes).tobytes(), "big") if len(bits) else 0


def _shingles(stems: list[str]) -> Iterable[str]:
    return (" ".join(stems[i : i + _WORDS_A_SHINGLE]) for i in range(len(stems) - _WORDS_A_SHINGLE + 1))
