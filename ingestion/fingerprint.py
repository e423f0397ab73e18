"""A fingerprint of a text that near-same texts share but for a few bits: SimHash (Charikar 2002) over word pairs."""

import hashlib
from collections.abc import Iterable

from ingestion.words import words

BITS = 64
_WORDS_A_SHINGLE = 2


def fingerprint(text: str) -> int:
    """64 bits; texts that differ in a few words differ in a few bits. 0 for a text without words."""
    stems = [word.stem for word in words(text) if not word.stop]
    votes = [0] * BITS
    for shingle in set(_shingles(stems)):
        bits = int.from_bytes(hashlib.blake2b(shingle.encode(), digest_size=8).digest(), "big")
        for place in range(BITS):
            votes[place] += 1 if bits >> place & 1 else -1
    return sum(1 << place for place, vote in enumerate(votes) if vote > 0)


def _shingles(stems: list[str]) -> Iterable[str]:
    return (" ".join(stems[i : i + _WORDS_A_SHINGLE]) for i in range(len(stems) - _WORDS_A_SHINGLE + 1))
