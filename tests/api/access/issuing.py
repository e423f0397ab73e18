"""A real issuer of tokens on a loopback port, with real keys."""

import json
import socket
import threading
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import uvicorn
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey
from joserfc.jws import JWSRegistry
from joserfc.util import urlsafe_b64encode
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from api.access.settings import Oidc

AUDIENCE = "kompetencebro"
KIDS = {"RS256": "rsa", "PS256": "rsa", "ES256": "ec", "EdDSA": "okp", "Ed25519": "okp"}


class Issuer:
    """Publishes the keys that are in `published`, counts what it is asked, and signs."""

    def __init__(self) -> None:
        self.keys: dict[str, Key] = {
            "rsa": RSAKey.generate_key(2048),
            "ec": ECKey.generate_key("P-256"),
            "okp": OKPKey.generate_key("Ed25519"),
        }
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.restore()
        routes = [
            Route("/.well-known/openid-configuration", self._discovery),
            Route("/jwks", self._jwks),
            Route("/moved", self._moved),
        ]
        app = Starlette(routes=routes)
        self._server = uvicorn.Server(uvicorn.Config(app, ws="none", log_level="critical", lifespan="off"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def restore(self) -> None:
        """As it is for most tests."""
        self.published: list[Mapping[str, Any]] = [self.jwk(id) for id in ("rsa", "ec", "okp")]
        self.discovery: Mapping[str, Any] = {"issuer": self.address, "jwks_uri": f"{self.address}/jwks"}
        self.answer: Response | None = None
        self.asked: Counter[str] = Counter()

    @property
    def oidc(self) -> Oidc:
        return Oidc(self.address, AUDIENCE)

    def jwk(self, id: str, **more: str) -> Mapping[str, Any]:
        """The public key as it is published."""
        return {**self.keys[id].as_dict(private=False), "kid": id, **more}

    def claims(self, **other: object) -> dict[str, Any]:
        """What a token for a consultant of Copenhagen says; None takes a claim away."""
        now = int(time.time())
        told = {
            "iss": self.address,
            "aud": AUDIENCE,
            "sub": "medarbejder-17",
            "iat": now,
            "exp": now + 600,
            "roles": ["consultant"],
            "municipality": "0101",
        }
        return {name: value for name, value in (told | other).items() if value is not None}

    def token(
        self,
        alg: str = "RS256",
        kid: str = "",
        header: Mapping[str, Any] | None = None,
        claims: Mapping[str, object] | None = None,
    ) -> str:
        """A token signed with the private key of `kid`; `claims` are said in place of the usual ones."""
        kid = kid or KIDS[alg]
        return signed({"alg": alg, "kid": kid, **(header or {})}, self.claims(**(claims or {})), self.keys[kid])

    def public(self, id: str, encoding: Encoding) -> bytes:
        """The public key of an RSA key as programs hand it on."""
        key = self.keys[id].public_key
        assert isinstance(key, RSAPublicKey)
        return key.public_bytes(encoding, PublicFormat.SubjectPublicKeyInfo)

    async def _discovery(self, _request: Request) -> Response:
        self.asked["discovery"] += 1
        return JSONResponse(self.discovery)

    async def _jwks(self, _request: Request) -> Response:
        self.asked["jwks"] += 1
        return self.answer or JSONResponse({"keys": self.published})

    async def _moved(self, _request: Request) -> Response:
        return RedirectResponse(f"{self.address}/jwks")

    @contextmanager
    def running(self) -> Iterator["Issuer"]:
        self._thread.start()
        yield self
        self._server.should_exit = True
        self._thread.join()


def part(value: object) -> str:
    """A part of a token: JSON in base64url."""
    return urlsafe_b64encode(json.dumps(value).encode()).decode()


def signed(header: Mapping[str, Any], claims: object, key: Key) -> str:
    """A token with exactly this header, whatever it says."""
    unsigned = f"{part(header)}.{part(claims)}"
    with warnings.catch_warnings(action="ignore"):
        signature = JWSRegistry.algorithms[header["alg"]].sign(unsigned.encode(), key)
    return f"{unsigned}.{urlsafe_b64encode(signature).decode()}"
