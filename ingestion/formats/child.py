"""The process that parses untrusted files: it reads requests from one connection and dies with it."""

import json
import os
import resource
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection

from ingestion.errors import UnreadableError
from ingestion.formats import archive
from ingestion.formats.archive import Member
from ingestion.formats.limits import LARGEST_BYTES, MEGABYTE
from ingestion.formats.sandbox import OUT_OF_MEMORY, Answer, ScannedError, Task

_DEEPEST_CALLS = 2_000
"""Of Python functions: deep enough for every depth that the formats allow."""


def main(descriptor: int, memory_bytes: int) -> None:
    """Serve the connection `descriptor` until its other end closes, within the memory; nothing is written to disk."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.setrecursionlimit(_DEEPEST_CALLS)
    link = Connection(descriptor)
    while True:
        try:
            head = json.loads(link.recv_bytes(MEGABYTE))
            data = link.recv_bytes(LARGEST_BYTES)
        except EOFError:
            return
        _allow(head["seconds"])
        answer, parts = _answer(Task(head["task"]), head["name"], data)
        link.send_bytes(json.dumps(answer).encode())
        for part in parts:
            link.send_bytes(part)


def _answer(task: Task, name: str, data: bytes) -> tuple[Answer, Sequence[bytes]]:
    try:
        found = _read(task, name, data)
    except UnreadableError as error:
        return {"refused": str(error), "scanned": isinstance(error, ScannedError), "parts": []}, []
    except MemoryError:
        # What is left of the memory may not do for the next file: this process ends and another takes over.
        os._exit(OUT_OF_MEMORY)
    except RecursionError:
        return _damaged(task, name, "nested too deep")
    except Exception as error:  # noqa: BLE001 - the edge of the process: whatever a library makes of a hostile file
        return _damaged(task, name, type(error).__name__)
    return {"refused": None, "scanned": False, "parts": [(one.name, one.refused) for one in found]}, [
        one.data for one in found
    ]


def _damaged(task: Task, name: str, why: str) -> tuple[Answer, Sequence[bytes]]:
    return {"refused": f"'{name}' is a damaged {task} ({why}); save it again", "scanned": False, "parts": []}, []


def _read(task: Task, name: str, data: bytes) -> Sequence[Member]:
    if task is Task.ZIP:
        return list(archive.members(name, data))
    return [Member(name, _reader(task)(name, data).encode())]


def _reader(task: Task) -> Callable[[str, bytes], str]:
    """The function that reads a format; its library is loaded when a file first asks for it."""
    if task is Task.PDF or task is Task.PDF_SCAN:
        from ingestion.formats import pdf

        return pdf.text if task is Task.PDF else pdf.recognised
    if task is Task.IMAGE:
        from ingestion.formats import ocr

        return ocr.of_image
    if task in (Task.JSON, Task.XML):
        from ingestion.formats import europass, json_resume

        return json_resume.text if task is Task.JSON else europass.text
    if task in (Task.HTML, Task.MARKDOWN):
        from ingestion.formats import html

        return html.html_text if task is Task.HTML else html.markdown_text
    from ingestion.formats import office

    return office.docx_text if task is Task.DOCX else office.odt_text


def _allow(seconds: int) -> None:
    """Allow some more seconds of the processor, beyond what the files before took."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
