"""A bearer token verified: who signed it, for whom, from when until when (RFC 7519, RFC 8725, RFC 9068)."""

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from joserfc.errors import ExpiredTokenError, JoseError, UnsupportedAlgorithmError
from joserfc.jwa import JWSAlgModel
from joserfc.jwk import GuestProtocol, Key
from joserfc.jws import JWSRegistry
from joserfc.jwt import JWTClaimsRegistry, decode

from api.access.errors import UnauthenticatedError
from api.access.keys import KeyRing
from api.access.settings import Oidc

ALGORITHMS = frozenset({"RS256", "PS256", "ES256", "EdDSA", "Ed25519"})
"""Signatures with a private key only: with a shared secret, or none, anybody could sign."""
MOST_CHARACTERS = 8_192
_TYPES = frozenset({"", "jwt", "at+jwt", "application/at+jwt"})
_BEARER = re.compile(r"bearer +([\w-]+\.[\w-]+\.[\w-]+)", re.IGNORECASE | re.ASCII)
_REFUSED = "the token is not one of the issuer's for this service; sign in again"


class _Registry(JWSRegistry):
    """The algorithms that we take. A header that we do not know is ignored, one that is critical is refused."""

    max_header_length = 4_096

    def get_alg(self, name: str) -> JWSAlgModel:
        """The algorithm, without joserfc's warning that RFC 9864 gives EdDSA a new name: issuers still say the old."""
        if name not in ALGORITHMS:
            raise UnsupportedAlgorithmError
        return self.algorithms[name]


_REGISTRY = _Registry(strict_check_header=False)


def bearer(header: str | None) -> str:
    """The token of an Authorization header.

    Raises:
        UnauthenticatedError: There is no such header, or it holds no bearer token of a size that we read.
    """
    if not header:
        raise UnauthenticatedError("no token was sent; send 'Authorization: Bearer TOKEN'", presented=False)
    if len(header) > MOST_CHARACTERS:
        raise UnauthenticatedError(f"the Authorization header has more than {MOST_CHARACTERS} characters")
    found = _BEARER.fullmatch(header.strip())
    if found is None:
        raise UnauthenticatedError("the Authorization header holds no bearer token; send 'Authorization: Bearer TOKEN'")
    return found[1]


class TokenVerifier:
    """Verifies the tokens of one issuer for one audience."""

    def __init__(self, oidc: Oidc, keys: KeyRing, now: Callable[[], float] = time.time) -> None:
        """`now` is in seconds since 1970."""
        self._keys = keys
        self._expected = JWTClaimsRegistry(
            now=lambda: int(now()),
            leeway=oidc.skew_s,
            iss={"essential": True, "value": oidc.issuer},
            aud={"essential": True, "value": oidc.audience},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )

    def claims(self, token: str) -> Mapping[str, Any]:
        """What a token says, once all of it holds.

        Raises:
            UnauthenticatedError: Some of it does not; the message holds nothing of the token.
            IssuerUnreachableError: The issuer's keys are not known.
        """
        try:
            claims = decode(token, self._key, registry=_REGISTRY).claims
            self._expected.validate(claims)
        except ExpiredTokenError as error:
            raise UnauthenticatedError("the token has expired; sign in again") from error
        except (JoseError, ValueError, TypeError, RecursionError) as error:
            raise UnauthenticatedError(_REFUSED) from error
        if not isinstance(claims["sub"], str) or "cnf" in claims:
            # A token that is bound to a key (RFC 7800) is no bearer token: whoever stole it could use it here.
            raise UnauthenticatedError(_REFUSED)
        return claims

    def _key(self, token: GuestProtocol) -> Key:
        """The issuer's key that a token names; keys that the token itself brings (jwk, jku, x5u) are not looked at."""
        header = token.headers()
        id = header.get("kid")
        if "crit" in header or not isinstance(id, str) or str(header.get("typ", "")).lower() not in _TYPES:
            raise UnauthenticatedError(_REFUSED)
        return self._keys.key(id)
