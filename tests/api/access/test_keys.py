"""The issuer's keys: rotation, floods, silence, and answers that cannot be trusted."""

import secrets
import socket
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from joserfc.jwk import ECKey
from starlette.responses import JSONResponse, PlainTextResponse, Response

from api.access.errors import IssuerUnreachableError, UnauthenticatedError
from api.access.issuer import MOST_BYTES, fetched, published_keys
from api.access.keys import COOL_DOWN_S, FRESH_S, KEPT_S, KeyRing
from tests.api.access.issuing import Issuer


class Ticks:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def rotate(issuer: Issuer, old: str = "rsa") -> None:
    """A new key beside or in place of the old ones."""
    issuer.keys["new"] = ECKey.generate_key("P-256")
    issuer.published = [*([issuer.jwk(old)] if old else []), issuer.jwk("new")]


def test_keys_are_asked_for_once(issuer: Issuer) -> None:
    ring = KeyRing(issuer.oidc)
    for id in ("rsa", "ec", "rsa", "okp"):
        ring.key(id)

    assert issuer.asked == {"discovery": 1, "jwks": 1}


def test_a_set_address_of_the_keys_needs_no_discovery(issuer: Issuer) -> None:
    KeyRing(replace(issuer.oidc, jwks=f"{issuer.address}/jwks")).key("rsa")

    assert issuer.asked == {"jwks": 1}


def test_a_new_key_is_found_after_the_cool_down_and_the_old_one_still_holds(issuer: Issuer) -> None:
    ticks = Ticks()
    ring = KeyRing(issuer.oidc, ticks=ticks)
    ring.key("rsa")
    rotate(issuer)
    with pytest.raises(UnauthenticatedError, match="does not publish"):
        ring.key("new")
    ticks.now += COOL_DOWN_S

    assert ring.key("new")
    assert ring.key("rsa")
    assert issuer.asked["jwks"] == 2


def test_a_withdrawn_key_holds_no_longer_than_keys_are_fresh(issuer: Issuer) -> None:
    ticks = Ticks()
    ring = KeyRing(issuer.oidc, ticks=ticks)
    ring.key("rsa")
    rotate(issuer, old="")
    ticks.now += FRESH_S + 1

    with pytest.raises(UnauthenticatedError, match="does not publish"):
        ring.key("rsa")


def test_a_flood_of_unknown_key_ids_does_not_flood_the_issuer(issuer: Issuer) -> None:
    ticks = Ticks()
    ring = KeyRing(issuer.oidc, ticks=ticks)

    def refused(_number: int) -> bool:
        try:
            ring.key(secrets.token_hex(8))
        except UnauthenticatedError:
            return True
        return False

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(refused, range(400)))
    assert issuer.asked["jwks"] == 1
    ticks.now += COOL_DOWN_S
    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(refused, range(400)))
    assert issuer.asked["jwks"] == 2


@pytest.mark.parametrize(
    "answer",
    [
        PlainTextResponse("busy", 503),
        PlainTextResponse("<html>"),
        JSONResponse({"keys": "none"}),
        JSONResponse(["keys"]),
        PlainTextResponse('{"keys": [' + " " * MOST_BYTES + "]}"),
        PlainTextResponse("[" * 100_000),
    ],
    ids=["an error", "a page", "no list", "no object", "too much", "without an end"],
)
def test_an_issuer_that_fails_leaves_the_known_keys_for_a_day(issuer: Issuer, answer: Response) -> None:
    ticks = Ticks()
    ring = KeyRing(issuer.oidc, ticks=ticks)
    ring.key("rsa")
    issuer.answer = answer
    ticks.now += KEPT_S - 1

    assert ring.key("rsa")
    assert not ring.answering
    assert issuer.asked["jwks"] == 2
    ticks.now += 2
    with pytest.raises(IssuerUnreachableError, match="are not known"):
        ring.key("rsa")


def test_an_issuer_that_answers_again_is_asked_again(issuer: Issuer) -> None:
    ticks = Ticks()
    ring = KeyRing(issuer.oidc, ticks=ticks)
    issuer.answer = PlainTextResponse("busy", 503)
    with pytest.raises(IssuerUnreachableError):
        ring.key("rsa")
    issuer.answer = None
    with pytest.raises(IssuerUnreachableError):
        ring.key("rsa")
    ticks.now += COOL_DOWN_S

    assert ring.key("rsa")
    assert ring.answering


def test_a_key_that_cannot_be_read_is_no_hindrance_to_the_others(issuer: Issuer) -> None:
    odd: list[Mapping[str, Any]] = [
        {"kty": "oct", "kid": "rsa", "k": "c2VjcmV0"},
        {"kty": "RSA", "kid": "bad", "n": "?", "e": "AQAB"},
        {"kty": "EC", "kid": "curve", "crv": "P-999", "x": "AA", "y": "AA"},
        {"kty": "AKP", "kid": "later", "pub": "AA"},
        {"kty": "RSA"},
    ]
    issuer.published = [*odd, *issuer.published]

    assert KeyRing(issuer.oidc).key("rsa").key_type == "RSA"


@pytest.mark.parametrize(
    ("named", "keys"),
    [
        ("https://another.example", "https://another.example/jwks"),
        (None, "https://another.example/jwks"),
        ("its own", "http://another.example/jwks"),
        ("its own", "file:///etc/passwd"),
        ("its own", None),
    ],
    ids=["another issuer's", "nobody's", "keys over http", "keys in a file", "no keys"],
)
def test_a_discovery_document_that_cannot_be_trusted_is_not_followed(
    issuer: Issuer, named: str | None, keys: str | None
) -> None:
    issuer.discovery = {"issuer": issuer.address if named == "its own" else named, "jwks_uri": keys}
    asked: list[str] = []

    def fetch(address: str) -> Mapping[str, Any]:
        asked.append(address)
        return fetched(address)

    with pytest.raises(IssuerUnreachableError, match="check KOMPETENCEBRO_OIDC_ISSUER"):
        published_keys(issuer.oidc, fetch)
    assert asked == [f"{issuer.address}/.well-known/openid-configuration"]


def test_a_redirect_is_not_followed(issuer: Issuer) -> None:
    with pytest.raises(IssuerUnreachableError):
        fetched(f"{issuer.address}/moved")

    assert not issuer.asked


def test_an_issuer_that_never_answers_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(IssuerUnreachableError, match="TimeoutError"):
        fetched(f"http://127.0.0.1:{silent.getsockname()[1]}/", timeout_s=0.1)
