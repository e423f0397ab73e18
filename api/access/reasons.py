"""Why someone broke the glass: redacted, then sealed with the profile's key, so that it goes when the key goes."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from api.access.errors import AccessError
from graph.store.port import KeyVault
from ingestion.redaction import redact
from ontology.people import ProfileId

LEAST_CHARACTERS, MOST_CHARACTERS = 10, 500
_NONCE_BYTES = 12


class ReasonError(AccessError):
    """A reason is none that a citizen could be shown."""


def sealed(reason: str, profile: ProfileId, vault: KeyVault) -> bytes:
    """The reason without names and numbers of persons, readable with the profile's key only.

    Raises:
        ReasonError: It is too short or too long.
    """
    plain = " ".join(reason.split())
    if not LEAST_CHARACTERS <= len(plain) <= MOST_CHARACTERS:
        raise ReasonError(
            f"a reason has {LEAST_CHARACTERS} to {MOST_CHARACTERS} characters and this one {len(plain)}; "
            "write in a sentence why the profile must be read, for the citizen will see it"
        )
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(vault.key(profile)).encrypt(nonce, redact(plain).text.encode(), profile.encode())


def opened(data: bytes, profile: ProfileId, vault: KeyVault) -> str:
    """The reason that `sealed` gave `data` for; empty where none was given, or the key it was sealed with is gone."""
    if not data:
        return ""
    try:
        plain = AESGCM(vault.key(profile)).decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], profile.encode())
    except InvalidTag:
        return ""
    return plain.decode()
