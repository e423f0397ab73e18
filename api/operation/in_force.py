"""The settings that are in force, secrets masked, and whether what they name is there."""

import difflib
import os
import re
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from api.access.issuer import published_keys
from api.app import assembled
from api.encoder import encoder
from api.files import files_of
from api.limits.settings import Limits
from api.operation.checks import free_bytes, least_free_mb
from api.settings import NAMES, Neo4jAddress, Settings, SettingsError
from ingestion.formats.limits import MEGABYTE
from ontology.errors import ServiceError

_SECRET = ("PASSWORD", "KEY", "SECRET", "TOKEN")
_KNOWN_ELSEWHERE = frozenset({"KOMPETENCEBRO_DATA", "KOMPETENCEBRO_NEO4J_VERSION", "KOMPETENCEBRO_PORT"})
"""Read by the tests and by docker-compose, never by the service."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its value in force as it may be shown, and whether the environment gave it."""

    name: str
    value: str
    given: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """Something that the settings name, and whether it is as it should be; `said` is what was found, or the fix."""

    what: str
    good: bool
    said: str


def in_force(settings: Settings, environment: Mapping[str, str]) -> list[Setting]:
    """Each setting in the order of docs/settings.md."""
    values = _values(settings)
    return [
        Setting(name, values.get(name) or _as_given(name, environment.get(name)), bool(environment.get(name)))
        for name in NAMES
    ]


def tried(settings: Settings, environment: Mapping[str, str]) -> Iterator[Tried]:
    """What is tried, one after another; nothing is changed, but a store that is not there yet is made."""
    for name in unknown_names(environment):
        near = difflib.get_close_matches(name, NAMES, 1)
        yield Tried("setting", False, f"there is no setting '{name}'" + (f"; do you mean {near[0]}?" if near else ""))
    files = files_of(settings)
    places = {"records": files.records.parent, "erasures": files.erasures.parent, "uploads": files.uploads}
    for what, folder in places.items():
        yield _tried(what, partial(_writable, folder, least_free_mb(what)))
    yield _tried("store", lambda: _store(settings))
    if settings.oidc is not None:
        oidc = settings.oidc
        yield _tried("issuer", lambda: f"{len(published_keys(oidc))} keys")
    yield _tried("encoder", lambda: _encoder(settings))
    if settings.operation.metrics is not None:
        address = settings.operation.metrics
        yield _tried("metrics", lambda: _port(address))


def unknown_names(environment: Mapping[str, str]) -> list[str]:
    """Names in the environment that look like ours and are none: a misspelt setting does nothing, silently."""
    ours = (name for name in environment if re.match(r"KOMPETENCEBRO_|KOMPETENSEBRO_|KOMPETANCEBRO_", name))
    return sorted(name for name in ours if name not in NAMES and name not in _KNOWN_ELSEWHERE)


def _values(settings: Settings) -> dict[str, str]:
    store, oidc, run, files = settings.store, settings.oidc, settings.operation, files_of(settings)
    neo4j = store if isinstance(store, Neo4jAddress) else Neo4jAddress("")
    values: dict[str, object] = {
        "STORE": store if isinstance(store, Path) else store.uri,
        "NEO4J_USER": neo4j.user,
        "NEO4J_PASSWORD": neo4j.password,
        "NEO4J_DATABASE": neo4j.database,
        "RECORDS": files.records.parent,
        "ERASURES": files.erasures,
        "ENCODER": settings.encoder,
        "ENCODER_KEY": settings.encoder_key,
        "CACHE": settings.cache,
        "TABLES": settings.tables,
        "LOG_LEVEL": run.log_level,
        "METRICS": run.metrics and f"{run.metrics[0]}:{run.metrics[1]}",
        "OPERATIONS": ", ".join(sorted(run.operations)),
        "TRACES": run.traces,
        "STOP_S": run.stop_s,
        "UPLOADS": files.uploads,
        **{f"OIDC_{name.upper()}": getattr(oidc, name, None) for name in _OIDC},
        **_limits(settings.limits),
    }
    return {f"KOMPETENCEBRO_{name}": _shown(name, value) for name, value in values.items()}


def _limits(limits: Limits) -> dict[str, object]:
    """Numbers under LIMIT_ and the name of their field, all else under that name."""
    named = {one.name.upper(): getattr(limits, one.name) for one in fields(limits)}
    return {
        (f"LIMIT_{name}" if f"KOMPETENCEBRO_LIMIT_{name}" in NAMES else name): (
            ", ".join(sorted(value)) if isinstance(value, frozenset) else value
        )
        for name, value in named.items()
    }


_OIDC = ("issuer", "audience", "jwks", "role_claim", "municipality_claim", "case_claim", "skew_s")


def _shown(name: str, value: object) -> str:
    if value in (None, ""):
        return "none"
    return "********" if name.endswith(_SECRET) else str(value)


def _as_given(name: str, value: str | None) -> str:
    """A setting that another room reads for itself."""
    return _shown(name, value) if value else "as docs/settings.md says"


def _tried(what: str, attempt: Callable[[], str]) -> Tried:
    try:
        return Tried(what, True, attempt())
    except (ServiceError, OSError) as error:
        return Tried(what, False, str(error))


def _writable(folder: Path, least_mb: int) -> str:
    """That a file can be made in it, or in the folder that it will be made in."""
    there = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir())
    try:
        with tempfile.NamedTemporaryFile(dir=there):
            free_mb = (free_bytes(there) or 0) // MEGABYTE
    except OSError as error:
        raise SettingsError(
            f"'{there}' cannot be written by user {os.getuid()} ({error.strerror}); give it to them, or name another"
        ) from error
    if free_mb < least_mb:
        raise SettingsError(f"'{there}' has {free_mb} MB free; make room for {least_mb} MB")
    return f"'{folder}' can be written; {free_mb} MB free"


def _store(settings: Settings) -> str:
    service = assembled(settings)
    try:
        return f"answers; live is {service.live.taxonomy.release}"
    finally:
        service.close()


def _encoder(settings: Settings) -> str:
    found = encoder(settings)
    return "none" if found is None else f"{found.name}: {found.encode(['truckfører']).shape[1]} dimensions"


def _port(address: tuple[str, int]) -> str:
    with socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET) as tried_out:
        try:
            tried_out.bind(address)
        except OSError as error:
            return f"{address[0]}:{address[1]} is not free ({error.strerror}); a running service may have it"
    return f"{address[0]}:{address[1]} is free"
