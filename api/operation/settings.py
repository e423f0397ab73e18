"""What the operator decides about logs, metrics, traces and stopping."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LEVELS = ("debug", "info", "warning", "error")
MOST_NAMES = 200
MOST_STOP_S = 600
LONGEST_ANSWER_S = 20
"""The desk gives an operation this long; a service that stops sooner breaks answers off."""
METRICS = ("127.0.0.1", 9464)
STOP_S = 30
NAMES = tuple(f"KOMPETENCEBRO_{name}" for name in ("LOG_LEVEL", "METRICS", "OPERATIONS", "TRACES", "STOP_S", "UPLOADS"))
_LARGEST_PORT = 65_535
_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]{0,63}")


@dataclass(frozen=True, slots=True)
class Operation:
    """How one process is run.

    log_level: the least that is written. metrics: host and port where they are read, None = nowhere. operations: the
    names that metrics, logs and traces tell apart. traces: where spans are sent, None = none are made. stop_s: how long
    a service that is told to stop lets answers finish. uploads: the folder where files wait, None = beside the records.
    """

    log_level: str = "info"
    metrics: tuple[str, int] | None = None
    operations: frozenset[str] = frozenset()
    traces: str | None = None
    stop_s: int = STOP_S
    uploads: Path | None = None


def read_operation(environment: Mapping[str, str]) -> Operation:
    """What the environment says.

    Raises:
        ValueError: A value cannot be used; the message has the setting, the value and the fix.
    """

    def named(name: str) -> str:
        return environment.get(f"KOMPETENCEBRO_{name}", "").strip()

    uploads = named("UPLOADS")
    return Operation(
        _level(named("LOG_LEVEL")),
        _metrics(named("METRICS")),
        _operations(named("OPERATIONS")),
        _traces(named("TRACES")),
        _stop_s(named("STOP_S")),
        Path(uploads) if uploads else None,
    )


def _level(given: str) -> str:
    if given.casefold() not in ("", *LEVELS):
        raise ValueError(f"KOMPETENCEBRO_LOG_LEVEL is '{given}'; write one of {', '.join(LEVELS)}")
    return given.casefold() or "info"


def _metrics(given: str) -> tuple[str, int] | None:
    """Host and port; a literal IPv6 address stands in brackets."""
    if not given:
        return METRICS
    if given.casefold() == "none":
        return None
    host, _, port = given.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or "/" in host or not port.isdecimal() or not 0 < int(port) <= _LARGEST_PORT:
        raise ValueError(f"KOMPETENCEBRO_METRICS is '{given}'; write none, or HOST:PORT such as 127.0.0.1:9464")
    return host, int(port)


def _operations(given: str) -> frozenset[str]:
    names = frozenset(one for one in re.split(r"[,\s]+", given) if one)
    wrong = sorted(one for one in names if not _NAME.fullmatch(one))
    if wrong:
        raise ValueError(f"KOMPETENCEBRO_OPERATIONS names '{wrong[0]}'; write names of operations with commas between")
    if len(names) > MOST_NAMES:
        raise ValueError(
            f"KOMPETENCEBRO_OPERATIONS names {len(names)} operations; {MOST_NAMES} at most, each is a row of metrics"
        )
    return names


def _traces(given: str) -> str | None:
    if not given or given.casefold() == "none":
        return None
    try:
        address = urlsplit(given)
        usable = address.scheme in ("http", "https") and bool(address.hostname) and not address.username
    except ValueError:
        usable = False
    if not usable:
        raise ValueError(
            "KOMPETENCEBRO_TRACES is no http(s) address without a login; write the collector's, such as "
            "http://localhost:4318/v1/traces, and its key in OTEL_EXPORTER_OTLP_HEADERS"
        )
    return given


def _stop_s(given: str) -> int:
    if not given:
        return STOP_S
    if not given.isdecimal() or not LONGEST_ANSWER_S <= int(given) <= MOST_STOP_S:
        raise ValueError(
            f"KOMPETENCEBRO_STOP_S is '{given}'; give whole seconds, {LONGEST_ANSWER_S} to {MOST_STOP_S}: "
            "an answer may take the former"
        )
    return int(given)
