"""Which tokens hold."""

import hmac
import json
import logging
import time
import warnings
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from joserfc.jwk import RSAKey
from joserfc.util import urlsafe_b64encode

from api.access.errors import UnauthenticatedError
from api.access.keys import KeyRing
from api.access.tokens import MOST_CHARACTERS, TokenVerifier, bearer
from tests.api.access.issuing import Issuer, part, signed

NOW = 1_800_000_000
SKEW_S = 60


def verifier(issuer: Issuer) -> TokenVerifier:
    return TokenVerifier(issuer.oidc, KeyRing(issuer.oidc))


def at(issuer: Issuer, now: float) -> TokenVerifier:
    return TokenVerifier(issuer.oidc, KeyRing(issuer.oidc), lambda: now)


@pytest.mark.parametrize("alg", ["RS256", "PS256", "ES256", "EdDSA", "Ed25519"])
def test_a_token_of_the_issuer_holds_in_each_allowed_algorithm(issuer: Issuer, alg: str) -> None:
    assert verifier(issuer).claims(issuer.token(alg))["sub"] == "medarbejder-17"


@pytest.mark.parametrize("typ", ["JWT", "at+jwt", "application/at+jwt", "AT+JWT"])
def test_an_access_token_by_any_of_its_types_holds(issuer: Issuer, typ: str) -> None:
    assert verifier(issuer).claims(issuer.token(header={"typ": typ}))


def test_a_header_that_is_unknown_and_not_critical_is_ignored(issuer: Issuer) -> None:
    assert verifier(issuer).claims(issuer.token(header={"nonce": "x", "x5t": "y"}))


@pytest.mark.parametrize(
    ("claims", "now", "holds"),
    [
        ({"iat": NOW, "exp": NOW + 600}, NOW, True),
        ({"iat": NOW, "exp": NOW + 600}, NOW + 600 + SKEW_S - 1, True),
        ({"iat": NOW, "exp": NOW + 600}, NOW + 600 + SKEW_S, False),
        ({"iat": NOW, "exp": NOW + 600, "nbf": NOW + 300}, NOW + 300 - SKEW_S, True),
        ({"iat": NOW, "exp": NOW + 600, "nbf": NOW + 300}, NOW + 300 - SKEW_S - 1, False),
        ({"iat": NOW, "exp": NOW + 600}, NOW - SKEW_S, True),
        ({"iat": NOW, "exp": NOW + 600}, NOW - SKEW_S - 1, False),
    ],
    ids=["fresh", "late within skew", "expired", "early within skew", "not yet", "our clock late", "from the future"],
)
def test_a_token_holds_from_when_until_when_it_says_give_or_take_the_skew(
    issuer: Issuer, claims: dict[str, int], now: int, holds: bool
) -> None:
    token = issuer.token(claims=claims)
    if holds:
        assert at(issuer, now).claims(token)
    else:
        with pytest.raises(UnauthenticatedError):
            at(issuer, now).claims(token)


def test_an_expired_token_says_so(issuer: Issuer) -> None:
    with pytest.raises(UnauthenticatedError, match="the token has expired"):
        verifier(issuer).claims(issuer.token(claims={"exp": int(time.time()) - 3_600}))


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-service"},
        {"aud": ["another-service", "account"]},
        {"aud": {"kompetencebro": True}},
        {"aud": None},
        {"iss": "https://another.example"},
        {"iss": None},
        {"exp": None},
        {"exp": "2999-01-01"},
        {"exp": float("nan")},
        {"exp": float("inf")},
        {"exp": True},
        {"iat": None},
        {"sub": None},
        {"sub": ""},
        {"sub": 17},
        {"cnf": {"jkt": "bound to a key"}},
    ],
    ids=str,
)
def test_a_token_that_says_anything_else_is_refused(issuer: Issuer, claims: dict[str, object]) -> None:
    with pytest.raises(UnauthenticatedError):
        verifier(issuer).claims(issuer.token(claims=claims))


def test_a_token_for_several_audiences_of_which_we_are_one_holds(issuer: Issuer) -> None:
    assert verifier(issuer).claims(issuer.token(claims={"aud": ["account", "kompetencebro"]}))


def unsigned(issuer: Issuer) -> str:
    return f"{part({'alg': 'none', 'kid': 'rsa'})}.{part(issuer.claims())}."


def with_a_shared_secret(secret: Callable[[Issuer], bytes]) -> Callable[[Issuer], str]:
    """HS256, with what everybody may read of the public key as its secret."""

    def forged(issuer: Issuer) -> str:
        said = f"{part({'alg': 'HS256', 'kid': 'rsa'})}.{part(issuer.claims())}"
        return f"{said}.{urlsafe_b64encode(hmac.digest(secret(issuer), said.encode(), 'sha256')).decode()}"

    return forged


def with_its_own_key(issuer: Issuer) -> str:
    own = RSAKey.generate_key(2048)
    return signed({"alg": "RS256", "kid": "rsa", "jwk": own.as_dict(private=False)}, issuer.claims(), own)


def with_its_own_key_set(issuer: Issuer) -> str:
    own = RSAKey.generate_key(2048)
    address = f"{issuer.address}/jwks"
    return signed({"alg": "RS256", "kid": "own", "jku": address, "x5u": address}, issuer.claims(), own)


def changed(issuer: Issuer) -> str:
    header, _, signature = issuer.token(claims={"roles": ["citizen"]}).split(".")
    return f"{header}.{part(issuer.claims(roles=['operator']))}.{signature}"


def cut(issuer: Issuer) -> str:
    return issuer.token().rsplit(".", 1)[0] + "."


FORGED: dict[str, Callable[[Issuer], str]] = {
    "no signature": unsigned,
    "the PEM as a secret": with_a_shared_secret(lambda one: one.public("rsa", Encoding.PEM)),
    "the DER as a secret": with_a_shared_secret(lambda one: one.public("rsa", Encoding.DER)),
    "the JWK as a secret": with_a_shared_secret(lambda one: json.dumps(one.jwk("rsa")).encode()),
    "nothing as a secret": with_a_shared_secret(lambda _one: b""),
    "a key of its own": with_its_own_key,
    "an address of keys of its own": with_its_own_key_set,
    "claims changed": changed,
    "signature cut off": cut,
    "an algorithm that is not on the list": lambda one: one.token("RS512", "rsa"),
    "another key's id": lambda one: signed({"alg": "ES256", "kid": "rsa"}, one.claims(), one.keys["ec"]),
    "no key id": lambda one: signed({"alg": "RS256"}, one.claims(), one.keys["rsa"]),
    "a key id that is no string": lambda one: signed({"alg": "RS256", "kid": ["rsa"]}, one.claims(), one.keys["rsa"]),
    "no algorithm": lambda one: f"{part({'kid': 'rsa'})}.{part(one.claims())}.AAAA",
    "a critical header that is unknown": lambda one: one.token(header={"crit": ["b2"], "b2": 1}),
    "a critical header that is known": lambda one: one.token(header={"crit": ["b64"], "b64": True}),
    "a payload that is not encoded": lambda one: one.token(header={"crit": ["b64"], "b64": False}),
    "an empty critical list": lambda one: one.token(header={"crit": []}),
    "a logout token": lambda one: one.token(header={"typ": "logout+jwt"}),
    "claims that are a list": lambda one: signed({"alg": "RS256", "kid": "rsa"}, [one.claims()], one.keys["rsa"]),
    "a header that is no JSON": lambda one: f"AAAA.{part(one.claims())}.AAAA",
    "a header without an end": lambda one: f"{urlsafe_b64encode(b'[' * 3_000).decode()}.{part(one.claims())}.AAAA",
    "a header of 4 kB": lambda one: one.token(header={"pad": "x" * 4_096}),
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
def test_a_forged_token_is_refused(issuer: Issuer, forged: Callable[[Issuer], str]) -> None:
    with pytest.raises(UnauthenticatedError):
        verifier(issuer).claims(forged(issuer))


def test_a_forged_algorithm_does_not_make_us_ask_the_issuer(issuer: Issuer) -> None:
    for name in ("no signature", "the PEM as a secret", "an algorithm that is not on the list"):
        with pytest.raises(UnauthenticatedError):
            verifier(issuer).claims(FORGED[name](issuer))

    assert not issuer.asked


def test_a_key_for_encryption_signs_nothing(issuer: Issuer) -> None:
    issuer.published = [issuer.jwk("rsa", use="enc")]

    with pytest.raises(UnauthenticatedError, match="does not publish"):
        verifier(issuer).claims(issuer.token())


def test_a_key_for_another_algorithm_is_not_used(issuer: Issuer) -> None:
    issuer.published = [issuer.jwk("rsa", alg="PS256")]

    assert verifier(issuer).claims(issuer.token("PS256"))
    with pytest.raises(UnauthenticatedError):
        verifier(issuer).claims(issuer.token("RS256"))


def test_a_key_that_is_too_short_or_published_with_its_private_part_is_not_used(issuer: Issuer) -> None:
    with warnings.catch_warnings(action="ignore"):
        short = RSAKey.import_key(RSAKey(rsa.generate_private_key(65537, 1024), None).as_dict(private=True))
    leaked = issuer.keys["ec"].as_dict(private=True)
    issuer.published = [{**short.as_dict(private=False), "kid": "short"}, {**leaked, "kid": "ec"}]

    for token in (signed({"alg": "RS256", "kid": "short"}, issuer.claims(), short), issuer.token("ES256")):
        with pytest.raises(UnauthenticatedError, match="does not publish"):
            verifier(issuer).claims(token)


@pytest.mark.parametrize(
    "header",
    [
        "Basic amVuczpoZW1tZWxpZw==",
        "Bearer",
        "Bearer a.b",
        "Bearer a.b.c.d.e",
        "Bearer a.b.c d",
        "Bearer æ.b.c",
        "a.b.c",
    ],
)
def test_a_header_without_a_bearer_token_is_refused(header: str) -> None:
    with pytest.raises(UnauthenticatedError, match="holds no bearer token") as refused:
        bearer(header)
    assert refused.value.presented


@pytest.mark.parametrize("header", [None, ""])
def test_no_header_is_told_apart_from_a_bad_one(header: str | None) -> None:
    with pytest.raises(UnauthenticatedError, match="no token was sent") as refused:
        bearer(header)
    assert not refused.value.presented


def test_a_token_of_any_size_costs_nothing(issuer: Issuer) -> None:
    assert bearer(f"bearer  {issuer.token()}")
    with pytest.raises(UnauthenticatedError, match=f"more than {MOST_CHARACTERS} characters"):
        bearer("Bearer " + issuer.token(claims={"pad": "x" * MOST_CHARACTERS}))


@pytest.mark.parametrize("forged", [changed, cut, unsigned, lambda one: one.token(claims={"exp": 1}), Issuer.token])
def test_nothing_of_a_token_is_in_a_log_or_a_message(
    issuer: Issuer, forged: Callable[[Issuer], str], caplog: pytest.LogCaptureFixture
) -> None:
    token, said = forged(issuer), ""
    with caplog.at_level(logging.DEBUG):
        try:
            verifier(issuer).claims(token)
        except UnauthenticatedError as error:
            said = f"{error!r} {error.__cause__!r}"

    assert not [one for one in token.split(".") if one and one in caplog.text + said]
