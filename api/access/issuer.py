"""What an issuer publishes, fetched with limits: its discovery document and its keys."""

import json
import time
import urllib.request
from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Any

from api.access.addresses import is_trusted
from api.access.errors import IssuerUnreachableError
from api.access.settings import Oidc

TIMEOUT_S = 5.0
MOST_BYTES = 262_144
_DISCOVERY = "/.well-known/openid-configuration"

Fetch = Callable[[str], Mapping[str, Any]]
"""The JSON object at an address."""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect could lead to an address that nobody trusts."""

    def redirect_request(self, *_: object) -> None:
        """Follow none: the answer is then an error."""


_OPENER = urllib.request.build_opener(_NoRedirects)


def fetched(address: str, timeout_s: float = TIMEOUT_S) -> Mapping[str, Any]:
    """The JSON object at a trusted address, of at most `MOST_BYTES`, within about twice `timeout_s` in all.

    Raises:
        IssuerUnreachableError: It does not answer so.
    """
    until, body = time.monotonic() + timeout_s, bytearray()
    request = urllib.request.Request(address, headers={"Accept": "application/json"})
    try:
        with _OPENER.open(request, timeout=timeout_s) as answer:
            while part := answer.read1(MOST_BYTES):
                body += part
                if len(body) > MOST_BYTES or time.monotonic() > until:
                    raise ValueError("too much, or too slowly")
        found = json.loads(bytes(body))
    except (OSError, HTTPException, ValueError, RecursionError) as error:
        raise _not_understood(address, type(error).__name__) from error
    if not isinstance(found, dict):
        raise _not_understood(address, "no JSON object")
    return found


def published_keys(oidc: Oidc, fetch: Fetch = fetched) -> list[Mapping[str, Any]]:
    """The keys that the issuer publishes now, as it wrote them.

    Raises:
        IssuerUnreachableError: It does not answer, or not as OpenID Connect asks.
    """
    address = oidc.jwks or _jwks_address(oidc, fetch)
    keys = fetch(address).get("keys")
    if not isinstance(keys, list):
        raise _not_understood(address, "no list of keys")
    return [one for one in keys if isinstance(one, dict)]


def _jwks_address(oidc: Oidc, fetch: Fetch) -> str:
    """Where the discovery document says that the keys are; it must be the issuer's own document."""
    address = oidc.issuer.rstrip("/") + _DISCOVERY
    told = fetch(address)
    if told.get("issuer") != oidc.issuer:
        raise _not_understood(address, "it names another issuer than KOMPETENCEBRO_OIDC_ISSUER")
    keys = told.get("jwks_uri")
    if not isinstance(keys, str) or not is_trusted(keys):
        raise _not_understood(address, "its jwks_uri is no https address")
    return keys


def _not_understood(address: str, why: str) -> IssuerUnreachableError:
    return IssuerUnreachableError(
        f"the issuer of tokens does not answer as it should at {address} ({why}); check KOMPETENCEBRO_OIDC_ISSUER"
    )
