"""An entry's body under its profile's key: AES-256-GCM, a fresh nonce each, bound to its place in the chain."""

import secrets
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12
_MOST_BYTES = 50_000_000
"""What a body may unpack to; a longer one is none of ours."""


def seal(plain: bytes, key: bytes, seq: int, kind: str, profile: str) -> bytes:
    """Nonce, ciphertext and tag of the packed bytes; they open at this place of the chain only."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, zlib.compress(plain), _place(seq, kind, profile))


def unseal(body: bytes, key: bytes | None, seq: int, kind: str, profile: str) -> bytes | None:
    """What `seal` was given; None where the key is gone, or another than it was sealed with."""
    if key is None:
        return None
    try:
        packed = AESGCM(key).decrypt(body[:_NONCE_BYTES], body[_NONCE_BYTES:], _place(seq, kind, profile))
    except (InvalidTag, ValueError):
        return None
    unpacking = zlib.decompressobj()
    return unpacking.decompress(packed, _MOST_BYTES)


def _place(seq: int, kind: str, profile: str) -> bytes:
    return f"kompetencebro decision log 1|{seq}|{kind}|{profile}".encode()
