"""The keys of the issuer by their id: kept, renewed with age and on an unknown id, and never asked for in a flood."""

import base64
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey

from api.access.errors import IssuerUnreachableError, UnauthenticatedError
from api.access.issuer import Fetch, fetched, published_keys
from api.access.settings import Oidc

FRESH_S = 3_600
"""Keys older than this are asked for again; what is known goes on holding while the issuer does not answer."""
KEPT_S = 86_400
"""Keys older than this hold no longer: a key that the issuer withdrew must not outlive a long silence."""
COOL_DOWN_S = 15
"""The issuer is asked no more often than this, whatever tokens say."""
WAIT_S = 2.0
"""A token with an unknown key waits this long for another request's renewal."""
_LEAST_RSA_BITS = 2048
_KINDS: Mapping[str, type[RSAKey] | type[ECKey] | type[OKPKey]] = {"RSA": RSAKey, "EC": ECKey, "OKP": OKPKey}


class KeyRing:
    """The public keys of one issuer; several threads may ask at once."""

    def __init__(self, oidc: Oidc, fetch: Fetch = fetched, ticks: Callable[[], float] = time.monotonic) -> None:
        """`ticks` are seconds that never go back."""
        self._oidc, self._fetch, self._ticks = oidc, fetch, ticks
        self._keys: Mapping[str, Key] = {}
        self._fetched: float | None = None
        self._tried: float | None = None
        self._turn = threading.Lock()

    @property
    def answering(self) -> bool:
        """Whether the issuer answered when it was last asked; False before."""
        return self._fetched is not None and self._fetched == self._tried

    @property
    def asked(self) -> bool:
        """Whether the issuer was ever asked."""
        return self._tried is not None

    @property
    def age_s(self) -> float | None:
        """How old the keys are, in seconds; None where there are none yet."""
        return None if self._fetched is None else self._ticks() - self._fetched

    def key(self, id: str) -> Key:
        """The public key under `id`.

        Raises:
            UnauthenticatedError: The issuer publishes none under it.
            IssuerUnreachableError: The keys are not known, or known too long.
        """
        if id not in self._keys:
            self._renew(WAIT_S)
        elif self._age_s() > FRESH_S:
            self._renew(0.0)
        if self._age_s() > KEPT_S:
            raise IssuerUnreachableError(
                f"the keys of the issuer {self._oidc.issuer} are not known; check that it answers and try again"
            )
        found = self._keys.get(id)
        if found is None:
            raise UnauthenticatedError("the token is signed with a key that its issuer does not publish; sign in again")
        return found

    def _age_s(self) -> float:
        return float("inf") if self._fetched is None else self._ticks() - self._fetched

    def _renew(self, wait_s: float) -> None:
        """Ask the issuer, unless it was asked just now; where it does not answer, what is known stays."""
        if not self._turn.acquire(timeout=wait_s):
            return
        try:
            now = self._ticks()
            if self._tried is not None and now - self._tried < COOL_DOWN_S:
                return
            self._tried = now
            self._keys = _usable(published_keys(self._oidc, self._fetch))
            self._fetched = now
        except IssuerUnreachableError:
            return
        finally:
            self._turn.release()


def _usable(published: list[Mapping[str, Any]]) -> Mapping[str, Key]:
    """The public keys for signatures by id, the first of an id; any other key of the set is no hindrance."""
    found: dict[str, Key] = {}
    for one in published:
        kind, id = _KINDS.get(str(one.get("kty"))), one.get("kid")
        if kind is None or not isinstance(id, str) or one.get("use", "sig") != "sig" or "d" in one:
            continue
        try:
            if kind is not RSAKey or _bits(str(one.get("n"))) >= _LEAST_RSA_BITS:
                found.setdefault(id, kind.import_key(dict(one)))
        except (JoseError, ValueError, TypeError, KeyError):
            continue
    return found


def _bits(number: str) -> int:
    """How many bits a number in base64url has."""
    return int.from_bytes(base64.urlsafe_b64decode(number + "==")).bit_length()
