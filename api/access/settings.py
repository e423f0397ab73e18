"""What the service must know of the issuer of tokens."""

from collections.abc import Mapping
from dataclasses import dataclass

from api.access.addresses import is_trusted

MOST_SKEW_S = 300
_PREFIX = "KOMPETENCEBRO_OIDC_"


@dataclass(frozen=True, slots=True)
class Oidc:
    """An OpenID Connect issuer and how its tokens say who asks.

    `jwks` is the address of its keys, None = its discovery document tells. A claim may be a path such as
    `realm_access.roles`. `skew_s` is how far its clock and ours may be apart, 0 to 300 seconds.
    """

    issuer: str
    audience: str
    jwks: str | None = None
    role_claim: str = "roles"
    municipality_claim: str = "municipality"
    case_claim: str = "case"
    skew_s: int = 60

    def __post_init__(self) -> None:
        """Refuse what cannot be safe; the message names the setting."""
        if not self.audience.strip():
            raise ValueError(f"{_PREFIX}AUDIENCE is not set; give the audience that the tokens for this service name")
        for name, address in (("ISSUER", self.issuer), ("JWKS", self.jwks)):
            if address is not None and not is_trusted(address):
                raise ValueError(f"{_PREFIX}{name} is '{address}'; give an https address without a login")
        if not 0 <= self.skew_s <= MOST_SKEW_S:
            raise ValueError(f"{_PREFIX}SKEW_S is {self.skew_s}; give 0 to {MOST_SKEW_S} seconds")


def read_oidc(named: Mapping[str, str]) -> Oidc | None:
    """The issuer that settings name, by the part of a name after KOMPETENCEBRO_OIDC_; None where none is named.

    Raises:
        ValueError: They name none that can be trusted, or something beside the issuer but no issuer.
    """
    given = {name: value.strip() for name, value in named.items() if value.strip()}
    if not given:
        return None
    if "ISSUER" not in given:
        raise ValueError(f"{_PREFIX}{min(given)} is set and {_PREFIX}ISSUER is not; set both, or neither")
    skew = given.get("SKEW_S", "60")
    if not skew.isdecimal():
        raise ValueError(f"{_PREFIX}SKEW_S is '{skew}'; give a whole number of seconds")
    claims = {f"{name.lower()}": value for name, value in given.items() if name.endswith("_CLAIM")}
    return Oidc(given["ISSUER"], given.get("AUDIENCE", ""), given.get("JWKS"), **claims, skew_s=int(skew))
