"""Logs as JSON lines on standard error: what happened and where, never whom it was about."""

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType

from api.operation.seen import now

REQUESTS = logging.getLogger("kompetencebro.requests")
FIELDS = ("operation", "kind", "result", "status", "duration_ms", "waited_ms", "masked", "limits", "state", "check")
"""What a line may hold beside its message; anything else that is given is left out."""
_MOST_FRAMES = 12
_ONLY_WARNINGS = ("uvicorn", "uvicorn.error", "asyncio", "opentelemetry")
"""Beneath warnings these write addresses of clients and of requests, with what stands behind the question mark."""


class JsonLines(logging.Formatter):
    """One JSON object a record; an exception is its kind and its places in the code: its words may name a person."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        seen = now()
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        if seen is not None:
            told["request"] = seen.id
        told |= {name: value for name in FIELDS if (value := getattr(record, name, None)) not in (None, "", [])}
        if record.exc_info and record.exc_info[0] is not None:
            told["error"] = record.exc_info[0].__name__
            told["where"] = places(record.exc_info[2])
        return json.dumps(told, ensure_ascii=False, default=str)


def _message(record: logging.LogRecord) -> str:
    """What is told; of others' messages the first line, for beneath it they show the objects that were at hand."""
    told = record.getMessage()
    return told if record.name.startswith("kompetencebro") else told.partition("\n")[0]


def places(trace: TracebackType | None) -> list[str]:
    """Module, function and line of the innermost frames, outermost first; no values."""
    found = []
    while trace is not None:
        frame = trace.tb_frame
        found.append(f"{frame.f_globals.get('__name__', '?')}:{frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[-_MOST_FRAMES:]


def write_logs(level: str) -> None:
    """From now on every log line of this process is JSON on standard error, and so is what nobody caught."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    for one in root.handlers[:]:
        root.removeHandler(one)
    root.addHandler(handler)
    root.setLevel(level.upper())
    for name in _ONLY_WARNINGS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(max(logging.WARNING, root.level))
    access = logging.getLogger("uvicorn.access")
    access.handlers.clear()
    access.propagate = False
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("kompetencebro").critical("nobody caught this", exc_info=(kind, error, trace))


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    _uncaught(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
