"""The limits of the ways in, each a setting; docs/limits.md says which attack each of them answers."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from urllib.parse import urlsplit

_PREFIX, _NUMBERS = "KOMPETENCEBRO_", "KOMPETENCEBRO_LIMIT_"
_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")
_LARGEST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What is let through. A number of 0 turns off `rate` only; every other is at least 1.

    Of a document: `tokens`; `depth` of fields inside each other; `fields` in whole and `breadth` of one selection, with
    fragments unfolded; `aliases`; `directives`; `cost` in units (api/limits/cost.py).
    Of a caller: `rate` in units a minute, of which `burst` may be used at once; `refusals` a minute from one address.
    Of the desk (api/desk.py): `waiting` operations in whole, `waiting_each` of one subject.
    Of a request: `body_bytes`, `body_s` until it is there, `answer_bytes`, `answer_s`.
    Of websockets: `sockets` in whole, `sockets_each` of one subject or, before it is known, address, `subscriptions` of
    one socket, `messages` a minute on it, `message_bytes`, `idle_s` without a word from either side.
    `introspection`: whether the schema tells about itself. `persisted`: manifest of documents known by an id;
    `persisted_only`: nothing else is run. `origins`: the sites whose pages may ask.
    """

    tokens: int = 2_000
    depth: int = 15
    fields: int = 1_500
    breadth: int = 150
    aliases: int = 30
    directives: int = 50
    cost: int = 100_000
    rate: int = 0
    burst: int = 400_000
    refusals: int = 300
    waiting: int = 64
    waiting_each: int = 64
    body_bytes: int = 1_000_000
    body_s: int = 60
    answer_bytes: int = 10_000_000
    answer_s: int = 20
    sockets: int = 1_000
    sockets_each: int = 20
    subscriptions: int = 10
    messages: int = 600
    message_bytes: int = 65_536
    idle_s: int = 600
    introspection: bool = True
    persisted: Path | None = None
    persisted_only: bool = False
    origins: frozenset[str] = frozenset()


PRODUCTION = Limits(rate=1_200_000, waiting_each=16, introspection=False)
"""What holds with an issuer of tokens where nothing else is set."""

_NUMBERED = tuple(one.name for one in fields(Limits) if one.type is int)
NAMES = (
    *(f"{_NUMBERS}{name.upper()}" for name in _NUMBERED),
    "KOMPETENCEBRO_INTROSPECTION",
    "KOMPETENCEBRO_PERSISTED",
    "KOMPETENCEBRO_PERSISTED_ONLY",
    "KOMPETENCEBRO_ORIGINS",
)


def read_limits(environment: Mapping[str, str], production: bool) -> Limits:
    """The limits that an environment names, on top of those of production or development.

    Raises:
        ValueError: A value is none, or a name with our prefix of limits is none that we have.
    """
    unknown = sorted(name for name in environment if name.startswith(_NUMBERS) and name not in NAMES)
    if unknown:
        raise ValueError(f"there is no setting '{unknown[0]}'; docs/settings.md lists them")
    base = PRODUCTION if production else Limits()
    given = {name: environment.get(f"{_NUMBERS}{name.upper()}", "").strip() for name in _NUMBERED}
    numbers = {name: _number(name, value) for name, value in given.items() if value}
    manifest = environment.get(f"{_PREFIX}PERSISTED", "").strip()
    read = replace(
        base,
        **numbers,
        introspection=_yes(environment, "INTROSPECTION", base.introspection),
        persisted=Path(manifest) if manifest else None,
        persisted_only=_yes(environment, "PERSISTED_ONLY", False),
        origins=frozenset(_origin(one) for one in environment.get(f"{_PREFIX}ORIGINS", "").split(",") if one.strip()),
    )
    _check_together(read)
    return read


def _check_together(limits: Limits) -> None:
    if limits.persisted_only and limits.persisted is None:
        raise ValueError("KOMPETENCEBRO_PERSISTED_ONLY is set and KOMPETENCEBRO_PERSISTED is not; name the manifest")
    if limits.rate and limits.burst < limits.cost:
        raise ValueError(
            f"KOMPETENCEBRO_LIMIT_BURST is {limits.burst} and KOMPETENCEBRO_LIMIT_COST {limits.cost}; the burst must be"
            " at least what one request may cost, else that request could never be answered"
        )


def _number(name: str, value: str) -> int:
    least = 0 if name == "rate" else 1
    if not (value.isascii() and value.isdecimal() and len(value) <= 10 and least <= int(value) <= _LARGEST):
        raise ValueError(f"{_NUMBERS}{name.upper()} is '{value}'; give a whole number from {least} to {_LARGEST}")
    return int(value)


def _yes(environment: Mapping[str, str], name: str, default: bool) -> bool:
    value = environment.get(f"{_PREFIX}{name}", "").strip().casefold()
    if not value:
        return default
    if value not in (*_YES, *_NO):
        raise ValueError(f"{_PREFIX}{name} is '{value}'; write yes or no")
    return value in _YES


def _origin(given: str) -> str:
    """An origin as browsers write it: scheme, host and port, nothing after it."""
    value = given.strip().removesuffix("/")
    try:
        parts = urlsplit(value)
        known = parts.scheme in ("https", "http") and parts.hostname and parts.port != 0
    except ValueError:
        known, parts = False, urlsplit("")
    if not known or value != f"{parts.scheme}://{parts.netloc}" or "@" in value or "*" in value:
        raise ValueError(
            f"KOMPETENCEBRO_ORIGINS names '{value}'; write each site as https://jobs.example.dk, with commas between"
        )
    return value.lower()
